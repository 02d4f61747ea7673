"""The table of the CodeMirror mode: the machine, and the lexical forms for JavaScript."""

from __future__ import annotations

import json

from tools.highlight import compact, forms
from tools.highlight.machine import RESERVED, Machine

_HEAD = """// Written by `python -m tools.build_highlighters` out of the grammar.

// One letter a class, as in TABLE.
"""
_TABLE = """
// A line is a state, its columns are KINDS. A cell is the letter of a class and the letter of the next state, three
// times for a word: before an arrow or a dot, before a text, before anything else.
"""


def module(machine: Machine) -> str:
    """`editors/codemirror/table.js`."""
    everything = tuple(word for word, kind in machine.words.items() if kind != RESERVED)
    patterns = {
        "blank": rf"{forms.BLANK}+",
        "comment": forms.COMMENT,
        "name": forms.NAME,
        "shortText": forms.SHORT_TEXT,
        "openText": forms.OPEN_TEXT,
        "linkAhead": forms.LINK_AHEAD,
        "textAhead": forms.TEXT_AHEAD,
        "begins": forms.begins(everything),
        "foreignArrow": forms.FOREIGN_ARROW,
        "invalid": forms.INVALID,
    }
    return "".join(
        (
            _HEAD,
            _export("CLASSES", {letter: name for name, letter in compact.LETTERS.items()}),
            _export("KINDS", list(machine.kinds)),
            "\n// The words of the language and the reserved names, by their kind.\n",
            _export("WORDS", dict(compact.words(machine))),
            _TABLE,
            _export("TABLE", compact.rows(machine)),
            "\n// Regular expressions, to be used with the flags `uy`.\n",
            _export("PATTERNS", {name: _javascript(pattern) for name, pattern in patterns.items()}),
            "\n// Forms by kind, in the order they are to be tried.\n",
            _export("FORMS", [[kind, _javascript(form)] for kind, form in forms.forms()]),
        )
    )


def _javascript(pattern: str) -> str:
    r"""With the flag `u` only signs that mean something may have a backslash, and `-` has none outside brackets."""
    return pattern.replace(r"\"", '"')


def _export(name: str, value: object) -> str:
    return f"export const {name} = {json.dumps(value, indent=2, ensure_ascii=False)};\n"
