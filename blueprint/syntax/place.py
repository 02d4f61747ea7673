"""Where a statement could not be read on, as the repairs look at it, and what a repair gives back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from blueprint import vocabulary
from blueprint.diagnostics import Diagnostic
from blueprint.records import dataclass
from blueprint.source import Span
from blueprint.syntax.grammar import Grammar, Refused
from blueprint.syntax.lexemes import Lexeme, scan
from blueprint.syntax.near import UNITS, near

HEADS = frozenset(entry.word for entry in vocabulary.STATEMENTS if entry.word != "use")


@dataclass(frozen=True, slots=True)
class Repair:
    """The finding, and the lexemes as they are to be read instead."""

    diagnostic: Diagnostic
    lexemes: list[Lexeme]


class Place:
    """Where the parse of a statement stopped: its lexemes, the refused one at `index`, what could stand there.

    `known` is what the file names, as `names_in` reads it.
    """

    def __init__(
        self, grammar: Grammar, text: str, file: str, lexemes: list[Lexeme], refused: Refused,
        known: Mapping[str, str] = MappingProxyType({}),
    ) -> None:  # fmt: skip
        self.grammar, self.text, self.file, self.lexemes = grammar, text, file, lexemes
        self.known = known
        self.index = refused.index
        self.expected = grammar.expected(refused.states)
        self.at_end = self.index >= len(lexemes)
        self.kind = "" if self.at_end else lexemes[self.index][0]
        self.word = "" if self.at_end else lexemes[self.index][1]

    def span(self, first: int, end: int) -> Span:
        """The range of the lexemes `first` to `end` (exclusive)."""
        return Span(self.lexemes[first][2], self.lexemes[max(end, first + 1) - 1][3], self.file)

    @property
    def here(self) -> Span:
        """The refused lexeme, or the last one when the statement ends too early."""
        at = min(self.index, len(self.lexemes) - 1)
        return self.span(at, at + 1)

    @property
    def head(self) -> str:
        """The word that the statement is about: the lane behind a `meanwhile`, else the first."""
        return self.lexemes[1 if self.lexemes[0][0] == "meanwhile" and len(self.lexemes) > 1 else 0][0]

    def written(self, first: int, end: int) -> str:
        return self.text[self.lexemes[first][2] : self.lexemes[end - 1][3]] if end > first else ""

    def gap(self, first: int, at: int | None = None) -> Span:
        """From the blanks before the lexeme `first` up to the lexeme `at`; what an earlier repair took out stays."""
        before = self.lexemes[first][2]
        while before and self.text[before - 1].isspace():
            before -= 1
        return Span(before, self.lexemes[first if at is None else at][2], self.file)

    def starts_tail(self, at: int) -> bool:
        """Whether an attribute or an arrow may begin with this lexeme."""
        kind = self.lexemes[at][0]
        entry = vocabulary.WORDS.get(kind)
        if entry is None:
            return kind in ("ARROW", "FOREIGN_ARROW") or (
                kind in ("low", "medium", "high") and self.lexemes[0][0] == "fail"
            )
        before = self.lexemes[at - 1] if at else ("", "", 0, 0)
        inside = (kind in UNITS and before[0] in ("NUMBER", "BAD")) or (
            kind == "of" and before[1] == "out"
        )  # of a value
        return entry.shape not in ("statement", "lane") and not inside

    def tail_from(self, at: int) -> int:
        """The index of the first lexeme from here on that begins an attribute, or the end."""
        while at < len(self.lexemes) and not self.starts_tail(at):
            at += 1
        return at

    def value_end(self, at: int) -> int:
        """Where the value ends that this lexeme is part of: before the next attribute, or the comma before it."""
        end = self.tail_from(at)
        return end - 1 if end > at and self.lexemes[end - 1][0] == "COMMA" else end

    def attribute(self) -> int | None:
        """The index of the attribute word whose value is being read, or None."""
        for at in range(min(self.index, len(self.lexemes) - 1), -1, -1):
            named = at == 1 and self.lexemes[0][0] in HEADS  # `step takes "…"`: there it is the id
            if at < self.index and self.starts_tail(at) and self.lexemes[at][0] in vocabulary.WORDS and not named:
                return None if vocabulary.WORDS[self.lexemes[at][0]].shape == "flag" else at
        return None

    def swap(self, first: int, end: int, text: str) -> list[Lexeme]:
        """The lexemes with `text` read in the place of some; it takes their place in the file."""
        start, stop = self.lexemes[first][2], self.lexemes[max(end, first + 1) - 1][3]
        new = [(kind, piece, start, stop) for kind, piece, _, _ in scan(self.grammar, text)]
        return [*self.lexemes[:first], *new, *self.lexemes[end:]]

    def without(self, first: int, end: int) -> list[Lexeme]:
        return [*self.lexemes[:first], *self.lexemes[end:]]

    def reads_further(self, lexemes: list[Lexeme]) -> bool:
        """Whether these lexemes are understood past the place where the old ones were refused."""
        return self.reach(lexemes) > self.index + len(lexemes) - len(self.lexemes)

    def reach(self, lexemes: list[Lexeme]) -> int:
        """How many of these lexemes are understood; one more than there are when they are a whole statement."""
        try:
            self.grammar.parse(tuple([lexeme[0] for lexeme in lexemes]))
        except Refused as refused:
            return refused.index
        return len(lexemes) + 1


def names_in(text: str) -> dict[str, str]:
    """What a file names: the ids by their titles, quotes included, and the keywords by the ids. `step pay "Pay now"`
    gives `{'"Pay now"': 'pay', 'pay': 'step'}`.

    It is for the words of a message, so it reads lines and not the tree; the first of two counts.
    """
    found: dict[str, str] = {}
    for each in _NAMED.finditer(text):
        keyword, id, title = each.groups()
        id = id or near("ref", title or "") or ""
        if id:
            found.setdefault(id, keyword)
            found.setdefault(title or id, id)
    return found


_HEADED = "|".join(sorted(HEADS - {"phase"}))
_NAMED = re.compile(rf'\b({_HEADED})(?:[ \t]+([^\W\d][\w-]*))?(?:[ \t]+("[^"\\\r\n]*"))?')


def is_word(lexeme: Lexeme) -> bool:
    return lexeme[0] in ("NAME", "CURRENCY") or lexeme[0].islower()


def unless_alone(lexemes: list[Lexeme]) -> list[Lexeme]:
    """Nothing when only a name is left: alone it would read as the cell of a lane that nobody meant."""
    return [] if len(lexemes) == 1 and lexemes[0][0] in ("NAME", "CURRENCY") else lexemes
