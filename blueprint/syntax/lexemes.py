"""The text as lexemes: words, texts, numbers, signs, comments and line ends, in one pass that cannot fail.

What is no lexeme of the language still becomes one (`BAD`, or a kind that says what is wrong with it), so that every
character of the file belongs somewhere and a message can point at it.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from blueprint.syntax.grammar import Grammar

# kind, text, start, end: a kind is a terminal of the grammar, a word of the language, or one of the names below.
Lexeme = tuple[str, str, int, int]

# Python compiles these when they are first used. Sets of scattered characters beyond Latin cost it most, so those that
# a sound file does not need are in an expression of their own.
_END_OF_LINE = r"[\r\n](?:[\s\ufeff]*[\r\n])?"
_FOREIGN_ARROW = ("FOREIGN_ARROW", r"[-=]+>")
# Kinds that no statement takes. The order is that of the attempts; BAD takes what is left, so the pass cannot fail.
_OTHERS = (
    ("FOREIGN_ARROW", r"[→⇒⟶➔➜⇨↔⇔⟷]|[-−–—=]+>"),
    ("OPEN_LONG", r'"""'),
    ("OPEN_TEXT", r'"[^"\\\r\n]*(?:\\[^\r\n][^"\\\r\n]*)*\\?'),
    ("CURLY_TEXT", r"[“”„‟«»][^“”„‟«»\"\r\n]*[“”‟«»\"]"),
    ("SINGLE_TEXT", r"[‘’‚'][^‘’'\"\r\n{};#]*[‘’']"),
    ("BAD", r"[0-9+\-−–$€£¥][^\s\"“”{};,#]*|[\s\S]"),
)
# A line inside a long text that is plainly a statement again: a word that opens one and a title, or braces alone.
_STATEMENT_LINE = (
    r"(?m:^[ \t]*(?:\}[ \t;}]*$|(?:phase|core|facilitating|enhancing|step|decision|recovery|persona|role|system|partner"
    r"|channel|package|insight|policy|lane|scenario|need|customer|frontstage|backstage|support|evidence|meanwhile|wait|pause"
    r"|fail|when|note|summary|job|quote)\b[^\"\n]*(?:\"[^\"\n]+\"[^\"\n]*$|\{[ \t]*$)))"
)
_scanners: dict[int, re.Pattern[str]] = {}


def _scanner(grammar: Grammar) -> re.Pattern[str]:
    """One regular expression for everything, longest and likeliest first."""
    scanner = _scanners.get(id(grammar))
    if scanner is None:
        forms = dict(grammar.forms)
        first = [("NAME", forms.pop("NAME")), ("TEXT", forms.pop("TEXT"))]
        # Three capitals are a currency before they are a name, and a whole arrow goes before its pieces.
        signs = [(name, forms.pop(name)) for name in ("CURRENCY", "ARROW")]
        rest = [(name, form) for name, form in forms.items() if name not in ("COMMENT", "BLANK")]
        lines = [
            ("LINE", _END_OF_LINE),
            ("OPEN", r"\{"),
            ("CLOSE", r"\}"),
            ("SEMICOLON", ";"),
            ("COMMENT", r"#[^\r\n]*"),
        ]
        pattern = _one_of([*signs, *first, *lines, _FOREIGN_ARROW, *rest])
        scanner = _scanners[id(grammar)] = re.compile(rf"[^\S\r\n]*+(?:{pattern}|\ufeff|\Z|(?P<OTHER>))")
    return scanner


def _one_of(forms: Iterable[tuple[str, str]]) -> str:
    return "|".join(f"(?P<{name}>{form})" for name, form in forms)


def scan(grammar: Grammar, text: str, start: int = 0, end: int | None = None) -> list[Lexeme]:
    """The lexemes of `text[start:end]`; offsets are those of `text`."""
    words, scanner = grammar.words, _scanner(grammar)
    lexemes: list[Lexeme] = []
    end = len(text) if end is None else end
    quotes = _long_quotes(text, end) if '"""' in text else []
    while start < end:
        for found in scanner.finditer(text, start, end):
            stop, kind = found.end(), found.lastgroup
            if kind == "OTHER":
                other = re.compile(_one_of(_OTHERS)).match(text, stop, end)
                assert other is not None
                found, kind = other, other.lastgroup
            if kind is None:
                continue
            piece = found[kind]
            if kind == "NAME" and piece.isascii():
                lexemes.append((piece if piece in words else "NAME", piece, stop - len(piece), stop))
                continue
            lexeme = (kind, piece, found.start(kind), found.end())
            if kind == "OPEN_TEXT":
                lexeme = _open_text(lexeme)
                if not quotes:
                    lexeme = _culprit(text, lexemes) or lexeme
            elif kind == "NAME":
                lexeme = _name(lexeme)
            if quotes and piece.startswith('"""'):
                lexeme = _long_text(text, lexeme, quotes, end)
            lexemes.append(lexeme)
            if lexeme[3] != stop:
                start = lexeme[3]
                break
        else:
            break
    return lexemes


def _long_quotes(text: str, end: int) -> list[int]:
    """Where three quotes open or close a text before `end`: a backslash makes the first of them part of a text."""
    return [found.start() for found in re.finditer(r'"""|\\[\s\S]', text[:end]) if found[0] == '"""']


def _name(lexeme: Lexeme) -> Lexeme:
    """A name as far as it is letters, marks and digits: the form lets some signs of other scripts through."""
    kind, piece, start, _ = lexeme
    for at, char in enumerate(piece):
        if not char.isalnum() and char not in "_-\u200c\u200d" and unicodedata.category(char)[0] not in "LMN":
            return kind, piece[:at].rstrip("-"), start, start + len(piece[:at].rstrip("-"))
    return lexeme


def _open_text(lexeme: Lexeme) -> Lexeme:
    """A text without its closing quote ends with its line, and leaves the block or brace there to the statement."""
    kind, piece, start, _ = lexeme
    piece = piece.rstrip()
    if piece[-1] in "{}" and len(piece) > 1:
        opens = piece.find(" {")
        piece = (piece[:opens] if opens > 0 else piece[:-1]).rstrip()
    return kind, piece, start, start + len(piece)


def _culprit(text: str, lexemes: list[Lexeme]) -> Lexeme | None:
    """The text on this line that lacks a quote, where it is not the last: of an odd number of quotes the scanner pairs
    the wrong ones. It is told by a quote that opens a text at the end of a word, or closes one before a word. The
    lexemes from there on are taken away; they are read anew after the one that is returned. A line is mended once.
    """
    first = len(lexemes)
    while first and lexemes[first - 1][0] != "LINE":
        first -= 1
        if lexemes[first][0] == "OPEN_TEXT":
            return None
    for at in range(first, len(lexemes)):
        kind, piece, begin, end = lexemes[at]
        if kind != "TEXT":
            continue
        if begin and _in_word(text[begin - 1]) and text[begin + 1] in " \t;,{}":
            found = ("OPEN_TEXT", '"', begin, begin + 1)
        elif piece[-2] in " \t" and _in_word(text[end : end + 1]):
            stop = len(piece[: _cut(piece)].rstrip())
            found = ("OPEN_TEXT", piece[:stop], begin, begin + stop)
        else:
            continue
        del lexemes[at:]
        return found
    return None


def _in_word(char: str) -> bool:
    return char.isalnum() or char in tuple(".,!?)…")


def _cut(piece: str) -> int:
    """Where a text ends that lost its closing quote and runs to the next opening one: before the block or statement
    that begins in it, or else before the word that the next text belongs to."""
    opens, ends = piece.find(" {"), piece.rfind(";")
    if opens > 0 or ends > 0:
        return opens if opens > 0 else ends
    last = re.search(r"\s(?:unmet\s+)?\S+\s+$", piece[:-1])
    return last.start() if last else len(piece) - 1


def _long_text(text: str, lexeme: Lexeme, quotes: list[int], end: int) -> Lexeme:
    """A long text as it stands, or cut off where statements plainly begin again when its closing quotes are missing.

    With an even number of `\"\"\"` from here on, each one that opens is closed, whatever stands between them. One
    behind a backslash neither opens nor closes.
    """
    _, _, start, stop = lexeme
    closed = lexeme[0] == "TEXT"
    if closed and (len(quotes) - bisect_left(quotes, start)) % 2 == 0:
        return lexeme
    limit = stop if closed else end
    again = re.compile(_STATEMENT_LINE).search(text, _line_end(text, start, limit), limit)
    if again is None:
        return (
            lexeme if closed else ("OPEN_LONG", text[start:end].rstrip(), start, start + len(text[start:end].rstrip()))
        )
    # Cut before the line end, so that the statement after it begins on a line of its own.
    cut = start + len(text[start : again.start()].rstrip())
    del quotes[: bisect_right(quotes, start)]
    return ("OPEN_LONG", text[start:cut], start, cut)


def _line_end(text: str, start: int, limit: int) -> int:
    found = re.compile(r"[\r\n]").search(text, start, limit)
    return found.end() if found else limit
