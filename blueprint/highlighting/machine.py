"""The classes of a text's characters: what Pygments, and with it Sphinx, MkDocs and Jupyter, colour.

The same machine runs in the editors. It goes by the statement, not by the word: `review -> pay` has two names, and
`review 2026-11-21` an attribute.
"""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.highlighting.table import CLASSES, KINDS, TABLE, WORDS
from blueprint.syntax.grammar import load
from blueprint.syntax.lexemes import Lexeme, scan

_KIND = {word: kind for kind, words in WORDS.items() for word in words.split()}
_INVALID = frozenset({"BAD", "FOREIGN_ARROW", "CURLY_TEXT", "SINGLE_TEXT"})
_QUIET = ("LINE", "COMMENT")
# After a line that ended in a comma, a word with one of these behind it is the next name of the list.
_IN_A_LIST = ("COMMA", "LINE", "COMMENT", "SEMICOLON", "OPEN", "CLOSE", "DOT", "or")
_RESUMED = TABLE[0].split()[KINDS.index("COMMA")][1]  # where a statement goes on after what cannot stand there

Row = dict[str, list[tuple[str, str]]]


def _row(line: str) -> Row:
    columns = line.split()
    return {
        kind: [(CLASSES[cells[at]], cells[at + 1]) for at in range(0, len(cells), 2)]
        for kind, cells in zip(KINDS, columns, strict=True)
    }


_STATES = {chr(ord("a") + number): _row(line) for number, line in enumerate(TABLE)}


def classes(text: str) -> Iterator[tuple[int, int, str]]:
    """Where each lexeme of the text begins and ends, and its class; blanks belong to none. It never raises."""
    lexemes = scan(load(), text)
    state, goes_on = "a", False
    for at, (kind, written, start, end) in enumerate(lexemes):
        if kind == "LINE":
            state = state if goes_on else "a"
        elif kind == "COMMENT":
            yield start, end, "comment"
        elif kind in ("OPEN", "CLOSE", "SEMICOLON"):
            state, goes_on = "a", False
            yield start, end, "punctuation"
        elif kind in _INVALID:
            state, goes_on = _RESUMED, False
            yield start, end, "invalid"
        else:
            if goes_on and lexemes[at - 1][0] in _QUIET and _begins(kind, _after(lexemes, at)):
                state = "a"
            goes_on = kind == "COMMA"
            cells = _STATES[state][_kind(kind, written)]
            name, state = cells[_ahead(_after(lexemes, at))] if len(cells) > 1 else cells[0]
            yield start, end, name


def _kind(kind: str, written: str) -> str:
    if kind in ("OPEN_TEXT", "OPEN_LONG"):
        return "TEXT"
    return _KIND.get(written, kind) if kind == "NAME" or kind.islower() else kind


def _after(lexemes: list[Lexeme], at: int) -> str:
    return lexemes[at + 1][0] if at + 1 < len(lexemes) else "LINE"


def _ahead(after: str) -> int:
    """Which of a word's three cells counts."""
    return 0 if after in ("ARROW", "DOT") else 1 if after in ("TEXT", "OPEN_TEXT", "OPEN_LONG") else 2


def _begins(kind: str, after: str) -> bool:
    """Whether a line after a comma is plainly a statement of its own, as the outline of the file has it."""
    return kind == "ARROW" or after == "ARROW" or (kind.islower() and after not in _IN_A_LIST)
