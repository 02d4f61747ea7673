"""The table of the Pygments lexer."""

from __future__ import annotations

from tools.highlight import compact
from tools.highlight.machine import Machine

_HEAD = '''"""Written by `python -m tools.build_highlighters` out of the grammar: the machine that colours a statement.

`KINDS` are the columns of `TABLE`, and `WORDS` the kind of each word of the language. A line of `TABLE` is a state; a
cell is a letter of `CLASSES` and the letter of the next state, thrice for a word: before an arrow or a dot, before a
text, before anything else.
"""

'''


def module(machine: Machine) -> str:
    """`blueprint/highlighting/table.py`."""
    classes = ", ".join(f'"{letter}": "{name}"' for name, letter in compact.LETTERS.items())
    kinds = ", ".join(f'"{kind}"' for kind in machine.kinds)
    words = "".join(f'    "{kind}": "{its}",\n' for kind, its in compact.words(machine))
    table = "".join(f'    "{row}",\n' for row in compact.rows(machine))
    return (
        f"{_HEAD}# ruff: noqa: E501 - a row of a table is one line\n# fmt: off\n\n"
        f"CLASSES = {{{classes}}}\nKINDS = ({kinds})\n"
        f"WORDS = {{\n{words}}}\nTABLE = (\n{table})\n"
    )
