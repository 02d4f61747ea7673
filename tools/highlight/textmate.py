"""The TextMate grammar: VS Code, Sublime Text, Shiki, GitHub and others.

A state of the machine is a rule that lasts to the end of the statement: the lexeme that leads to it is its `begin`, so
rules stand in each other as deep as a statement is long, and all end together. After a comma the rule of the comma
stays open over line ends, until the next name of the list ends it.
"""

from __future__ import annotations

import json
from typing import Any

from tools.highlight import forms
from tools.highlight.machine import AHEAD, RESERVED, Cell, Machine

SCOPE = "source.service-blueprint"
SCOPES = {
    "comment": "comment.line.number-sign", "string": "string.quoted.double", "keyword": "keyword.control",
    "lane": "storage.type.lane", "attribute": "entity.other.attribute-name", "constant": "variable.other.enummember",
    "number": "constant.numeric", "operator": "keyword.operator", "definition": "entity.name.type",
    "reference": "variable.other", "punctuation": "punctuation.separator", "invalid": "invalid.illegal",
}  # fmt: skip
BLOCK = "punctuation.section.block"
TRIPLE = "string.quoted.triple"
ESCAPE = "constant.character.escape"

Rule = dict[str, Any]


def scope(name: str) -> str:
    """A scope of ours in full."""
    return f"{name}.service-blueprint"


def grammar(machine: Machine) -> Rule:
    """The grammar as plain data."""
    return _Writer(machine).grammar()


def fences() -> Rule:
    """Fenced blocks of Markdown, injected into its own grammar."""
    fence = r"(`{3,}|~{3,})\s*(?i:(service-blueprint|bp)((?:\s+|:|,|\{|\?)[^`]*)?$)"
    return {
        "scopeName": "markdown.service-blueprint.codeblock",
        "injectionSelector": "L:text.html.markdown",
        "patterns": [
            {
                "begin": rf"(^|\G)(\s*){fence}",
                "beginCaptures": {
                    "3": {"name": "punctuation.definition.markdown"},
                    "4": {"name": "fenced_code.block.language.markdown"},
                    "5": {"name": "fenced_code.block.language.attributes.markdown"},
                },
                "name": "markup.fenced_code.block.markdown",
                "end": r"(^|\G)(\2|\s{0,3})(\3)\s*$",
                "endCaptures": {"3": {"name": "punctuation.definition.markdown"}},
                "patterns": [
                    {
                        "begin": r"(^|\G)(\s*)(.*)",
                        "while": r"(^|\G)(?!\s*([`~]{3,})\s*$)",
                        "contentName": "meta.embedded.block.service-blueprint",
                        "patterns": [{"include": SCOPE}],
                    }
                ],
            }
        ],
    }


def text(rule: Rule) -> str:
    """The bytes of a grammar's file."""
    return json.dumps(rule, indent=1, ensure_ascii=False) + "\n"


class _Writer:
    def __init__(self, machine: Machine) -> None:
        self.machine = machine
        words = tuple(word for word, kind in machine.words.items() if kind != RESERVED)
        self.anew = rf"^(?={forms.begins(words)})"
        # At the head of a line only what a comma held open is still there, and its own rule knows whether to go on.
        self.over = r"(?=$|[;{}])|^(?!\G)"
        self.repository: dict[str, Rule] = {
            "comment": {"match": forms.COMMENT, "name": scope(SCOPES["comment"])},
            "block": {"match": "[;{}]", "name": scope(BLOCK)},
            "escape": {"match": r"\\u\{[0-9A-Fa-f]+\}|\\.", "name": scope(ESCAPE)},
            "text": {"patterns": _texts("")},
            "first-text": {"patterns": _texts(r"\G")},
        }
        self.shared: dict[str, str] = {}

    def grammar(self) -> Rule:
        for number in range(len(self.machine.table)):
            rules = [self.share(rule) for rule in self.rules(number)]
            self.repository[f"state-{number}"] = {"patterns": [{"include": "#comment"}, *rules]}
        return {
            "$schema": "https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json",
            "comment": "Written by tools/build_highlighters.py out of the grammar of the language.",
            "name": "Service blueprint",
            "scopeName": SCOPE,
            "fileTypes": ["bp"],
            "patterns": [{"include": "#block"}, {"include": "#state-0"}],
            "repository": self.repository,
        }

    def share(self, rule: Rule) -> Rule:
        """A rule that several states have is written once."""
        if "include" in rule:
            return rule
        written = json.dumps(rule)
        name = self.shared.setdefault(written, f"lexeme-{len(self.shared)}")
        self.repository[name] = rule
        return {"include": f"#{name}"}

    # ------------------------------------------------------------------ one state

    def rules(self, state: int) -> list[Rule]:
        row, found = self.machine.table[state], dict(forms.forms())
        rules = [
            *self.word_rules(state, {"CURRENCY": found.pop("CURRENCY")}),
            self.rule(state, row["ARROW"][0], found.pop("ARROW")),
            *self.word_rules(state, {}),
            *self.word_rules(state, {"NAME": forms.NAME}),
            self.text_rule(state, row["TEXT"][0]),
            self.comma_rule(state, row["COMMA"][0]),
        ]
        del found["COMMA"]
        invalid = ("invalid", self.resumed)
        rules.append(self.rule(state, invalid, forms.FOREIGN_ARROW))
        for cell, kinds in _together(row, list(found)).items():
            rules.append(self.rule(state, cell, "|".join(found[kind] for kind in kinds)))
        rules.append(self.rule(state, invalid, forms.INVALID))
        return rules

    @property
    def resumed(self) -> int:
        return self.machine.table[0]["COMMA"][0][1]

    def rule(self, state: int, cell: Cell, match: str) -> Rule:
        name, after = cell
        if after == state:
            return {"match": match, "name": scope(SCOPES[name])}
        return {
            "begin": match,
            "beginCaptures": {"0": {"name": scope(SCOPES[name])}},
            "end": self.over,
            "patterns": [{"include": f"#state-{after}"}],
        }

    def word_rules(self, state: int, special: dict[str, str]) -> list[Rule]:
        """The rules of all words, or of the one `special` form that reads like a name."""
        row = self.machine.table[state]
        kinds = list(special) or [kind for kind in row if self.machine.group(kind)]
        rules = []
        for at, ahead in enumerate((forms.LINK_AHEAD, forms.TEXT_AHEAD, "")):
            cells: dict[Cell, list[str]] = {}
            for kind in kinds:
                if AHEAD[at] == "other" or row[kind][at] != row[kind][-1]:
                    cells.setdefault(row[kind][at], []).append(kind)
            for cell, among in cells.items():
                words = tuple(word for kind in among for word in self.machine.group(kind))
                rules.append(self.rule(state, cell, (special.get(among[0]) or forms.any_of(words)) + ahead))
        return rules

    def text_rule(self, state: int, cell: Cell) -> Rule:
        if cell[1] == state:
            return {"include": "#text"}
        return {
            "begin": '(?=")',
            "end": self.over,
            "patterns": [{"include": "#first-text"}, {"include": f"#state-{cell[1]}"}],
        }

    def comma_rule(self, state: int, cell: Cell) -> Rule:
        """A comma holds the statement open. In a list the next name ends the rule, and the list is as before."""
        comma = {"begin": ",", "beginCaptures": {"0": {"name": scope(SCOPES["punctuation"])}}}
        after = cell[1]
        if after == self.resumed:
            if state != after:
                return {"begin": "(?=,)", "end": self.over, "patterns": [{"include": f"#state-{after}"}]}
            return {**comma, "end": rf"{self.anew}|(?=[^\s#])", "patterns": [{"include": "#comment"}]}
        row = self.machine.table[after]
        names = {cell for kind, cells in row.items() if kind == "NAME" or self.machine.group(kind) for cell in cells}
        name, reserved = row["NAME"][0], row[RESERVED][0]
        if names != {name, reserved} or name[1] != state or reserved[1] != state:
            raise ValueError("after the comma of a list, any word is a name of that list")
        texts = row["TEXT"][0][1] == state
        rest = r'(?<=")|(?=[^\s#"])' if texts else r"(?=[^\s#])"
        listed = forms.any_of(self.machine.group(RESERVED))
        return {
            **comma,
            "end": rf"{self.anew}|({listed})|({forms.NAME})|{rest}",
            "endCaptures": {"1": {"name": scope(SCOPES[reserved[0]])}, "2": {"name": scope(SCOPES[name[0]])}},
            "patterns": [{"include": "#comment"}, *([{"include": "#text"}] if texts else [])],
        }


def _together(row: dict[str, tuple[Cell, ...]], kinds: list[str]) -> dict[Cell, list[str]]:
    """Kinds in their order, those with one class and next state in one rule as long as nothing stands between them."""
    cells: dict[Cell, list[str]] = {}
    for kind in kinds:
        cells.setdefault(row[kind][0], []).append(kind)
    return cells


def _texts(anchor: str) -> list[Rule]:
    inside = {"0": {"patterns": [{"include": "#escape"}]}}
    short = {"name": scope(SCOPES["string"]), "captures": inside}
    return [
        {
            "begin": anchor + forms.LONG_QUOTES,
            "end": forms.LONG_QUOTES,
            "name": scope(TRIPLE),
            "patterns": [{"include": "#escape"}],
        },
        {"match": anchor + forms.SHORT_TEXT, **short},
        {"match": anchor + forms.OPEN_TEXT, **short},
    ]
