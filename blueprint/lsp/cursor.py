"""Where in a text somebody is writing: the statement so far, and the blocks it stands in.

Read from the text before the cursor alone, never from a tree: while a line is half written there is none worth having,
and a long file has to be answered within the pause between two keys. What stands after the cursor does not matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from blueprint.model import places
from blueprint.model.names import STEPS
from blueprint.model.words import derive
from blueprint.records import dataclass
from blueprint.source import Span
from blueprint.syntax.grammar import Grammar, Refused
from blueprint.syntax.lexemes import Lexeme, scan
from blueprint.vocabulary import WORDS

# What can hold a brace that is none, and the braces themselves.
_BRACES = re.compile(r'"""[\s\S]*?(?:"""|\Z)|"[^"\\\r\n]*(?:\\[^\r\n][^"\\\r\n]*)*"?|#[^\r\n]*|\{|\}')
_WORD = re.compile(r"[^\W\d][\w-]*\Z|[0-9][\w.%/]*\Z")
_REST = re.compile(r"\w*(?:-\w+)*")
_LINE_END = re.compile(r"[\r\n]|\Z")
_LONGEST = 400  # code points of a word that anybody would complete
_FIRST = re.compile(r"(?:\s|#[^\r\n]*)*([^\W\d][\w-]*)?")  # of a file, comments aside
_LINES = 40  # of one statement that goes on from line to line
_LOOKED_BACK = 8_000  # code points, for the lines above
_MOST_SKIPPED = 12  # lexemes of a statement that make no sense
_LISTED = ("COMMA", "LINE", "COMMENT", "SEMICOLON", "OPEN", "CLOSE", "DOT", "or")  # after these a word is a name


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A statement that opens a block around the cursor, or begins the file. `key` is its id, written or made."""

    word: str
    key: str = ""
    kind: str = ""  # of a phase


@dataclass(frozen=True, slots=True, kw_only=True)
class Cursor:
    """`word` is the range of the word that is being written, `typed` what of it stands before the cursor; `before` are
    the lexemes of its statement up to it.

    `blocks` are the statements that hold the cursor, the outermost first; `place` is the innermost of them in the terms
    of `blueprint.model.places`. `inside` says what the cursor stands in: between words, in a text, in a comment.
    `beside` are the first words of the lines above it in the same block, `after` the kinds of the lexemes that follow
    in the same statement on the line.
    """

    word: Span
    typed: str
    before: tuple[Lexeme, ...]
    blocks: tuple[Head, ...]
    place: str
    inside: str = "code"  # code | text | comment
    beside: tuple[str, ...] = ()
    after: tuple[str, ...] = ()

    @property
    def kinds(self) -> tuple[str, ...]:
        return tuple([lexeme[0] for lexeme in self.before])

    @property
    def scenario(self) -> bool:
        return any(block.word == "scenario" for block in self.blocks)

    def around(self, *words: str) -> Head | None:
        """The innermost block of one of these words."""
        return next((block for block in reversed(self.blocks) if block.word in words), None)

    @property
    def head(self) -> str:
        """The word that the statement under the cursor goes by: its lane's for a cell; empty at its beginning."""
        first = self.before[1:2] if self.kinds[:1] == ("meanwhile",) else self.before[:1]
        return first[0][1] if first else ""


def cursor(grammar: Grammar, text: str, offset: int, file: str = "") -> Cursor:
    """What stands around an offset of a text; never raises. Costs about as much as finding the braces before it."""
    offset = max(0, min(offset, len(text)))
    opened, quoted = _opened(grammar, text, offset)
    word = _WORD.search(text, max(_line_start(text, offset), offset - _LONGEST), offset)
    start = word.start() if word else offset
    segment = _segment(grammar, text, start, quoted)
    blocks = tuple(head for at in opened if (head := _head(grammar, text, at)))
    first = _FIRST.match(text, 0, start)
    return Cursor(
        word=Span(start, _word_end(text, offset) if word else offset, file),
        typed=text[start:offset], before=tuple(segment), blocks=blocks,
        place=_place(blocks, first[1] or "" if first else ""), inside=_inside(text, segment, quoted, offset),
        beside=_beside(grammar, text, opened[-1] + 1 if opened else 0, start),
        after=tuple(_rest_of_line(grammar, text, offset)),
    )  # fmt: skip


def expected(grammar: Grammar, kinds: Sequence[str]) -> set[str]:
    """The terminals that may follow these lexemes, `$END` for the end of the statement. What cannot be read is passed
    over, so that a slip early in a line does not end the help."""
    kinds = list(kinds)
    for _ in range(_MOST_SKIPPED):
        try:
            grammar.parse((*kinds, ""))  # no lexeme is of this kind, so that the parse ends at it
        except Refused as refused:
            if refused.index >= len(kinds):
                return set(grammar.expected(refused.states))
            at = refused.index
            # A word that begins an attribute is right, and the one before it lacks its value.
            del kinds[at - 1 if at and kinds[at] in WORDS and kinds[at - 1] in WORDS else at]
    return set()


def _rest_of_line(grammar: Grammar, text: str, offset: int) -> Iterator[str]:
    end = _LINE_END.search(text, offset)
    for kind, _, _, _ in scan(grammar, text, offset, end.start() if end else len(text)):
        if kind in ("OPEN", "CLOSE", "SEMICOLON", "COMMENT"):
            return
        yield kind


def _word_end(text: str, offset: int) -> int:
    """Where the word ends that is being written at an offset, which may be in its middle."""
    rest = _REST.match(text, offset)
    return rest.end() if rest else offset


def _line_start(text: str, offset: int) -> int:
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1


def _opened(grammar: Grammar, text: str, offset: int) -> tuple[list[int], Span]:
    """The `{` that are open at an offset, the outermost first, and the last text in quotes before it.

    While more is opened than closed in the whole file, a block whose line stands no less far in than the one inside it
    is taken as left: its closing brace is what is missing.
    """
    stack: list[int] = []
    quoted = Span(0, 0)
    for sign, start, end in _signs(grammar, text, offset):
        if sign == "{":
            stack.append(start)
        elif sign == "}":
            if stack:
                stack.pop()
        else:
            quoted = Span(start, end)
    if len(stack) > 1 and text.count("{") > text.count("}"):
        stack = _indented(text, stack, offset)
    return stack, quoted


def _signs(grammar: Grammar, text: str, offset: int) -> list[tuple[str, int, int]]:
    """The braces before an offset, and the last text in quotes, in order."""
    found: list[tuple[str, int, int]] = []
    last = None
    for each in _BRACES.finditer(text, 0, offset):
        sign = each[0]
        if sign in ("{", "}"):
            found.append((sign, each.start(), each.end()))
        elif sign[0] == '"':
            last = each
    if last is None:
        return found
    if last.end() == offset and last[0].startswith('"""') and not (len(last[0]) > 5 and last[0].endswith('"""')):
        return _read_again(grammar, text, offset)
    return [*found, ('"', last.start(), last.end())]


def _read_again(grammar: Grammar, text: str, offset: int) -> list[tuple[str, int, int]]:
    """The same where a text of several lines has no end: the lexemes know where statements plainly begin again."""
    lexemes = [each for each in scan(grammar, text, 0, offset) if each[0] not in ("LINE", "COMMENT")]
    last = next((each for each in reversed(lexemes) if each[1].startswith('"')), None)
    found = [(sign, start, end) for _, sign, start, end in lexemes if sign in ("{", "}")]
    if last is not None:
        found.append(('"', last[2], offset if last is lexemes[-1] and last[0].startswith("OPEN_") else last[3]))
    return found


def _indented(text: str, stack: list[int], offset: int) -> list[int]:
    kept: list[int] = []
    line, margin = _line_start(text, offset), _margin(text, offset)
    for at in reversed(stack):
        start = _line_start(text, at)
        here = _margin(text, at)
        if start == line or here < margin or not text[line:offset].strip():
            kept.append(at)
            line, margin = start, here
            offset = at
    return kept[::-1]


def _margin(text: str, offset: int) -> int:
    start = _line_start(text, offset)
    line = text[start : start + 200]
    return len(line) - len(line.lstrip(" \t"))


def _segment(grammar: Grammar, text: str, end: int, quoted: Span) -> list[Lexeme]:
    """The lexemes of the statement that the offset `end` stands in, from its beginning to there."""
    start = _line_start(text, end)
    for _ in range(_LINES):
        if quoted.start < start < quoted.end:  # the line begins within a text of several lines
            start = _line_start(text, quoted.start)
        before = _line_start(text, max(0, start - 1))
        line = scan(grammar, text, before, start)
        if not any(each[0] == "COMMA" for each in line) or _goes_on(line) is None:
            break
        start = before
    return _last_statement(scan(grammar, text, start, end))


def _goes_on(line: list[Lexeme]) -> Lexeme | None:
    """The comma that a line ends in."""
    last = next((each for each in reversed(line) if each[0] not in ("LINE", "COMMENT")), None)
    return last if last and last[0] == "COMMA" else None


def _last_statement(lexemes: list[Lexeme]) -> list[Lexeme]:
    """What follows the last end of a statement; a comment only where nothing stands behind it."""
    kept: list[Lexeme] = []
    fresh = False
    for index, lexeme in enumerate(lexemes):
        kind = lexeme[0]
        if kept and kept[-1][0] == "COMMENT":
            kept.pop()
        if kind in ("OPEN", "CLOSE", "SEMICOLON"):
            kept = []
        elif kind == "LINE":
            kept, fresh = (kept if _goes_on(kept) else []), True
        elif kind == "COMMENT":
            kept.append(lexeme)
        else:
            if fresh and kind.islower() and lexemes[index + 1 : index + 2] and lexemes[index + 1][0] not in _LISTED:
                kept = []  # a line that is plainly a statement of its own, though there was a comma before it
            kept.append(lexeme)
            fresh = False
    return kept


def _inside(text: str, segment: list[Lexeme], quoted: Span, offset: int) -> str:
    if quoted.end == offset > 0:
        piece = text[quoted.start : quoted.end]
        long = piece.startswith('"""')
        closed = len(piece) >= 6 and piece.endswith('"""') if long else len(piece) > 1 and piece.endswith('"')
        if not closed or (not long and piece.endswith('\\"') and not piece.endswith('\\\\"')):
            return "text"
    return "comment" if segment and segment[-1][0] == "COMMENT" else "code"


def _head(grammar: Grammar, text: str, brace: int) -> Head | None:
    """The statement whose block a brace opens, on its line or above it."""
    end = brace
    for _ in range(_LINES):
        segment = [each for each in _segment(grammar, text, end, Span(0, 0)) if each[0] != "COMMENT"]
        if segment:
            return _read(segment)
        line = _line_start(text, end)
        if line == 0 or text[line:end].strip():
            return None
        end = line - 1
    return None


def _read(lexemes: list[Lexeme]) -> Head:
    lexemes = lexemes[1:] if lexemes[0][0] == "meanwhile" and len(lexemes) > 1 else lexemes
    word, rest = lexemes[0][1], lexemes[1:3]
    kind = ""
    if word == "phase" and rest and rest[0][0] != "TEXT":
        kind, rest = rest[0][1], lexemes[2:4]
    if rest and rest[0][0] != "TEXT" and rest[0][1][:1].isidentifier():
        return Head(word=word, key=rest[0][1], kind=kind)
    title = next((each[1].strip('"') for each in rest[:1] if each[0] == "TEXT"), "")
    return Head(word=word, key=derive(title, word) if title else "", kind=kind)


def _place(blocks: tuple[Head, ...], whole: str) -> str:
    """The place inside these blocks, in a file that begins with this word."""
    place = "library top" if whole == "library" else "top" if whole else "nothing"
    for block in blocks:
        inner = places.holder(block.word, place)
        if not inner and block.word not in WORDS and place in STEPS:
            inner = "cell"  # of a lane of one's own
        place = inner
    return place


def _beside(grammar: Grammar, text: str, start: int, end: int) -> tuple[str, ...]:
    """The first words of the lines of a block before an offset, those of inner blocks left out; of its last part where
    it is very long."""
    start = max(start, _line_start(text, max(start, end - _LOOKED_BACK)))
    found: list[str] = []
    depth, begins = 0, True
    for kind, written, _, _ in scan(grammar, text, start, end):
        if kind in ("OPEN", "CLOSE"):
            depth += 1 if kind == "OPEN" else -1
            begins = kind == "CLOSE"
            if depth < 0:  # the last part of a block within this one
                found, depth = [], 0
        elif kind in ("LINE", "SEMICOLON"):
            begins = True
        elif begins and kind != "COMMENT":
            begins = False
            if depth == 0:
                found.append(written)
    return tuple(found)
