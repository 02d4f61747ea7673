"""The machine as a few lines of text, for highlighters that can run it."""

from __future__ import annotations

from tools.highlight.machine import CLASSES, Cell, Machine

# One letter a class. A state is a letter too, so a cell is two characters.
LETTERS = {
    "comment": "c", "string": "s", "keyword": "k", "lane": "l", "attribute": "a", "constant": "v", "number": "n",
    "operator": "o", "definition": "d", "reference": "r", "punctuation": "p", "invalid": "i",
}  # fmt: skip
assert tuple(LETTERS) == CLASSES


def rows(machine: Machine) -> list[str]:
    """A line a state: its cells in the order of `machine.kinds`, one for a form and three for a word."""
    return [" ".join(map(_column, row.values())) for row in machine.table]


def _column(cells: tuple[Cell, ...]) -> str:
    return "".join(f"{LETTERS[name]}{chr(ord('a') + state)}" for name, state in cells)


def words(machine: Machine) -> list[tuple[str, str]]:
    """Kinds of words with their words, in the order of the kinds."""
    return [(kind, " ".join(machine.group(kind))) for kind in machine.kinds if machine.group(kind)]
