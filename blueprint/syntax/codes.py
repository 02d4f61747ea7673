"""The findings that reading a text can give: name and code, one table."""

from __future__ import annotations

from blueprint.diagnostics import Diagnostic, Edit, Fix, Related
from blueprint.source import Span

CODES = {
    "syntax-error": "E001",
    "misspelt-word": "E002",
    "unclosed-text": "E003",
    "unclosed-brace": "E004",
    "stray-brace": "E005",
    "bad-value": "E006",
    "missing-value": "E007",
    "foreign-sign": "E008",
    "unquoted-text": "E009",
    "bad-escape": "E010",
    "block-of-nothing": "E011",
    "needless-block": "E012",
    "said-twice": "E013",
    "too-large": "E014",
    "too-deep": "E015",
    "too-many-steps": "E016",
}


def finding(
    name: str, message: str, span: Span, *, help: str = "", fix: Fix | None = None, related: tuple[Related, ...] = ()
) -> Diagnostic:
    """An error of the syntax under its name in the table."""
    return Diagnostic(name, CODES[name], "error", message, span, help, related, fix)


def rewrite(title: str, span: Span, text: str, *, safe: bool = True) -> Fix:
    """The fix that writes `text` in the place of `span`."""
    return Fix(title, (Edit(span, text),), safe)
