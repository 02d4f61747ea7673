"""Where in a text somebody is writing: the statement so far, and the blocks it stands in.

Read from the text before the cursor alone, never from a tree: while a line is half written there is none worth having,
and a long file has to be answered within the pause between two keys. What stands after the cursor does not matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from blueprint.model import places
from blueprint.model.words import derive
from blueprint.records import dataclass
from blueprint.source import Span
from blueprint.syntax.grammar import Grammar, Refused
from blueprint.syntax.lexemes import Lexeme, scan
from blueprint.vocabulary import LANES

# What can hold a brace that is none, and the braces themselves.
_BRACES = re.compile(r'"""[\s\S]*?(?:"""|\Z)|"[^"\\\r\n]*(?:\\[^\r\n][^"\\\r\n]*)*"?|#[^\r\n]*|[{}]')
_WORD = re.compile(r"[^\W\d][\w-]*\Z|[0-9][\w.%/]*\Z")
_LONGEST = 400  # code points of a word that anybody would complete
_LINES = 40  # of one statement that goes on from line to line
_MOST_SKIPPED = 12
_WHOLES = ("blueprint", "library")


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A statement that opens a block around the cursor, or begins the file. `key` is its id, written or made."""

    word: str
    key: str = ""
    kind: str = ""  # of a phase


@dataclass(frozen=True, slots=True, kw_only=True)
class Cursor:
    """`word` is the range of what is being written, up to the cursor; `before` the lexemes of its statement up to it.

    `blocks` are the statements that hold the cursor, the outermost first; `place` is the innermost of them in the terms
    of `blueprint.model.places`. `inside` says what the cursor stands in: between words, in a text, in a comment.
    `beside` are the first words of the lines above it in the same block.
    """

    word: Span
    typed: str
    before: tuple[Lexeme, ...]
    blocks: tuple[Head, ...]
    place: str
    inside: str = "code"  # code | text | comment
    beside: tuple[str, ...] = ()

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
    opened, first, quoted = _opened(text, offset)
    word = _WORD.search(text, max(_line_start(text, offset), offset - _LONGEST), offset)
    start = word.start() if word else offset
    segment = _segment(grammar, text, start, quoted)
    blocks = tuple(head for at in opened if (head := _head(grammar, text, at)))
    inside = _inside(segment, quoted, offset)
    place = _place(blocks, _whole(grammar, text, first))
    return Cursor(
        word=Span(start, offset, file), typed=text[start:offset], before=tuple(segment), blocks=blocks, place=place,
        inside=inside, beside=tuple(_beside(grammar, text, opened[-1] + 1 if opened else 0, start)),
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
            del kinds[refused.index]
    return set()


def _line_start(text: str, offset: int) -> int:
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1


def _opened(text: str, offset: int) -> tuple[list[int], int, tuple[int, int]]:
    """The `{` that are open at an offset, the outermost first; the first of all braces; the last text before it.

    While more is opened than closed in the whole file, a block whose line stands no less far in than the one inside it
    is taken as left: its closing brace is what is missing.
    """
    stack: list[int] = []
    quoted, first = (0, 0), -1
    for found in _BRACES.finditer(text, 0, offset):
        sign = found[0]
        if sign == "{":
            stack.append(found.start())
            first = found.start() if first < 0 else first
        elif sign == "}":
            if stack:
                stack.pop()
        elif sign[0] == '"':
            quoted = found.span()
    if len(stack) > 1 and text.count("{") > text.count("}"):
        stack = _indented(text, stack, offset)
    return stack, first, quoted


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


def _segment(grammar: Grammar, text: str, end: int, quoted: tuple[int, int]) -> list[Lexeme]:
    """The lexemes of the statement that the offset `end` stands in, from its beginning to there."""
    start = _line_start(text, end)
    found: list[Lexeme] = []
    for _ in range(_LINES):
        if quoted[0] < start < quoted[1]:  # the line begins within a text of several lines
            start = _line_start(text, quoted[0])
        found = _last_statement(scan(grammar, text, start, end))
        whole = not found or found[0][2] > _first_sign(text, start)
        if whole and found:
            return found
        before = _line_start(text, max(0, start - 1))
        if start == 0 or not text[before:start].rstrip().split("#")[0].rstrip().endswith(","):
            return found
        start = before
    return found


def _first_sign(text: str, start: int) -> int:
    """Where the first character of a line stands that is no blank."""
    sign = re.compile(r"[ \t]*").match(text, start)
    return sign.end() if sign else start


def _last_statement(lexemes: list[Lexeme]) -> list[Lexeme]:
    """What follows the last end of a statement; a comment stands at its end, for there is nothing after it."""
    kept: list[Lexeme] = []
    for lexeme in lexemes:
        if lexeme[0] in ("OPEN", "CLOSE", "SEMICOLON"):
            kept = []
        elif lexeme[0] == "LINE":
            if not (kept and kept[-1][0] == "COMMA"):
                kept = []
        elif lexeme[0] == "COMMENT":
            kept = [each for each in kept if each[0] != "COMMENT"] + [lexeme]
        else:
            kept = [each for each in kept if each[0] != "COMMENT"] + [lexeme]
    return kept


def _inside(segment: list[Lexeme], quoted: tuple[int, int], offset: int) -> str:
    if quoted[0] < offset < quoted[1]:
        return "text"
    last = segment[-1][0] if segment else ""
    return {"COMMENT": "comment", "OPEN_TEXT": "text", "OPEN_LONG": "text"}.get(last, "code")


def _head(grammar: Grammar, text: str, brace: int) -> Head | None:
    """The statement whose block a brace opens, on its line or above it."""
    end = brace
    for _ in range(_LINES):
        segment = [each for each in _segment(grammar, text, end, (0, 0)) if each[0] != "COMMENT"]
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


def _whole(grammar: Grammar, text: str, brace: int) -> str:
    """The first word of the file: `blueprint`, `library`, another one, or nothing yet."""
    end = brace if brace >= 0 else min(len(text), 2_000)
    first = next((each for each in scan(grammar, text, 0, end) if each[0] not in ("LINE", "COMMENT")), None)
    return first[1] if first else ""


def _place(blocks: tuple[Head, ...], whole: str) -> str:
    place = "library top" if whole == "library" else "top" if whole else "nothing"
    for block in blocks:
        inner = places.holder(block.word, place)
        # A lane of one's own holds what any lane does.
        place = inner or ("cell" if block.word not in places.HEADS and place in ("step", "decision", "recovery") else "")
        if block.word in places.TIERS and place == "open service":
            place = "service"  # half a file may well hold a service whose phase is still to be written
    return place


def _beside(grammar: Grammar, text: str, start: int, end: int) -> Iterator[str]:
    """The first words of the lines of a block before an offset, those of inner blocks left out; of its last part where
    it is very long."""
    start = max(start, _line_start(text, max(start, end - 20_000)))
    depth, begins = 0, True
    for kind, written, _, _ in scan(grammar, text, start, end) if depth == 0 else ():
        if kind == "OPEN":
            depth += 1
        elif kind == "CLOSE":
            depth -= 1
            begins = True
        elif kind in ("LINE", "SEMICOLON"):
            begins = True
        elif begins and kind != "COMMENT":
            begins = False
            if depth == 0:
                yield written


__all__ = ["LANES", "Cursor", "Head", "cursor", "expected"]
