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
    "missing-name": "E008",
    "foreign-sign": "E009",
    "unquoted-text": "E010",
    "bad-escape": "E011",
    "reserved-name": "E012",
    "empty-block-start": "E013",
    "not-a-blueprint": "E014",
    "blueprint-not-first": "E015",
    "too-large": "E016",
    "too-deep": "E017",
    "too-many-steps": "E018",
}


def finding(
    name: str, message: str, span: Span, *, help: str = "", fix: Fix | None = None, related: tuple[Related, ...] = ()
) -> Diagnostic:
    """An error of the syntax under its name in the table."""
    return Diagnostic(name, CODES[name], "error", message, span, help, related, fix)


def rewrite(title: str, span: Span, text: str, *, safe: bool = True) -> Fix:
    """The fix that writes `text` in the place of `span`."""
    return Fix(title, (Edit(span, text),), safe)
