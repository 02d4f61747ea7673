"""What VS Code is told about the language beside its colours: snippets, and how lines are written."""

from __future__ import annotations

import json
from typing import Any

from blueprint.lsp.snippets import SNIPPETS, snippet
from blueprint.vocabulary import WORDS
from tools.highlight import forms


def snippets() -> str:
    """`snippets/service-blueprint.json`, from the table that the language server offers too."""
    return _json(
        {word: {"prefix": word, "body": snippet(word).split("\n"), "description": WORDS[word].doc} for word in SNIPPETS}
    )


def configuration() -> str:
    """`language-configuration.json`."""
    text = r'"(?:[^"\\]|\\.)*"'
    opens = rf'^(?:[^#"]|{text})*\{{\s*(?:#.*)?$'
    closes = r"^\s*\}"
    return _json(
        {
            "comments": {"lineComment": "#"},
            "brackets": [["{", "}"]],
            "autoClosingPairs": [
                {"open": "{", "close": "}", "notIn": ["string", "comment"]},
                {"open": '"', "close": '"', "notIn": ["string", "comment"]},
                {"open": '"""', "close": '"""', "notIn": ["comment"]},
            ],
            "surroundingPairs": [["{", "}"], ['"', '"']],
            "autoCloseBefore": ";},# \n\t",
            "wordPattern": {"pattern": forms.NAME, "flags": "u"},
            "indentationRules": {"increaseIndentPattern": opens, "decreaseIndentPattern": closes},
            "onEnterRules": [
                # A line that ends in a comma goes on in the next one.
                {"beforeText": r"^[^#]*,\s*(?:#.*)?$", "action": {"indent": "indent"}},
            ],
        }
    )


def _json(value: Any) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"
