"""The table of the Emacs mode: the machine, and the lexical forms in its dialect."""

from __future__ import annotations

from blueprint.syntax.grammar import load
from blueprint.syntax.lexemes import _FOREIGN_ARROW, _OTHERS
from tools.highlight import compact
from tools.highlight.dialects import EMACS
from tools.highlight.machine import RESERVED, Machine

_HEAD = """;;; service-blueprint-table.el --- Words and states of service blueprints -*- lexical-binding: t; -*-

;; SPDX-License-Identifier: MIT

;;; Commentary:

;; Written by `python -m tools.build_highlighters' out of the grammar of the language.

;;; Code:
"""
_TAIL = """
(provide 'service-blueprint-table)
;;; service-blueprint-table.el ends here
"""


def table(machine: Machine) -> str:
    """`service-blueprint-table.el`."""
    others = "|".join(form for kind, form in _OTHERS if not kind.startswith("OPEN_"))
    words = [(word, kind) for kind, its in compact.words(machine) for word in its.split()]
    parts = {
        "classes": [f"(?{letter} . {name})" for name, letter in compact.LETTERS.items()],
        "kinds": [f"{kind}" for kind in machine.kinds],
        "words": [f"({_quoted(word)} . {kind})" for word, kind in words],
        "rows": [_quoted(row) for row in compact.rows(machine)],
        "forms": [
            f"({kind} {_quoted(EMACS.write(form))} {_quoted(EMACS.must_not_follow(form)) if '(?!' in form else 'nil'})"
            for kind, form in load().forms
            if kind not in ("NAME", "TEXT", "COMMENT", "BLANK")
        ],
    }
    said = {
        "classes": "The classes of lexemes by the letters of `service-blueprint-table-rows'.",
        "kinds": "The columns of `service-blueprint-table-rows'.",
        "words": "The kind of each word.",
        "rows": "For each state and kind the letters of a class and of the next state.\n"
        "Thrice for a word, see `service-blueprint--ahead'.",
        "forms": "Kinds, how they are written, and what must not follow, in order.",
    }
    lists = [_constant(name, f"'({_joined(items)})", said[name]) for name, items in parts.items()]
    lists += [
        _constant(name, _quoted(EMACS.write(form)), "What is no lexeme of the language.")
        for name, form in (("foreign-arrow", _FOREIGN_ARROW[1]), ("invalid", others))
    ]
    lists.append(_constant("reserved", f"'{RESERVED}", "The kind of names that are no words."))
    return "\n".join([_HEAD, *lists]) + _TAIL


def _constant(name: str, value: str, said: str) -> str:
    return f'(defconst service-blueprint-table-{name}\n  {value}\n  "{said}")\n'


def _joined(items: list[str]) -> str:
    return "\n    ".join(items)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + escaped.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t") + '"'
