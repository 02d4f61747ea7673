"""What resolution has to say: the one table of its findings, and the way to make one.

The rule catalogue lists these beside the rules of `blueprint.rules`; a name stands here once or it cannot be reported.
"""

from __future__ import annotations

from blueprint.diagnostics import Diagnostic, Edit, Fix, Related
from blueprint.records import dataclass
from blueprint.source import Span


@dataclass(frozen=True, slots=True)
class Finding:
    """A kind of finding: `name` for people, `code` for machines, one sentence of what it means."""

    name: str
    code: str
    summary: str


FINDINGS = (
    Finding("not-a-blueprint", "E101", "The file begins with neither `blueprint` nor `library`."),
    Finding("misplaced-statement", "E102", "A statement stands where it has no meaning."),
    Finding("unknown-word", "E103", "A line begins with a word that is no statement, lane or attribute here."),
    Finding("name-missing", "E104", "Something has neither an id nor a title."),
    Finding("name-reserved", "E105", "An id is a word that the language keeps for itself."),
    Finding("duplicate-name", "E106", "Two things have the same id."),
    Finding("duplicate-attribute", "E107", "An attribute that is given once is written twice."),
    Finding("conflicting-attribute", "E108", "A service is opened again and contradicts its first part."),
    Finding("unknown-reference", "E109", "A name refers to nothing that is declared."),
    Finding("ambiguous-reference", "E110", "A name could mean several things that were never given an id."),
    Finding("wrong-reference", "E111", "A name refers to something of a kind that cannot stand there."),
    Finding("unknown-value", "E112", "A word is none of those that the attribute takes."),
    Finding("unit-mismatch", "E113", "A value has a unit that its attribute cannot have."),
    Finding("value-out-of-range", "E114", "A value lies outside what its attribute can mean."),
    Finding("currency-mixed", "E115", "One file uses two currencies."),
    Finding("two-arrows", "E116", "A step has more than one arrow of its own."),
    Finding("package-unknown-content", "E117", "A package includes something that is not a service of this blueprint."),
    Finding("scenario-unknown-target", "E118", "A scenario changes something that the blueprint does not have."),
    Finding("use-missing", "E119", "A used file is not there."),
    Finding("use-unreadable", "E120", "A used file is there but cannot be read as text."),
    Finding("use-not-library", "E121", "A used file is not a library."),
    Finding("use-cycle", "E122", "Libraries use each other in a circle."),
    Finding("use-outside-root", "E123", "A used file lies outside the project."),
)  # fmt: skip

_CODES = {each.name: each.code for each in FINDINGS}


def finding(
    name: str, span: Span, message: str, *, help: str = "", related: tuple[Related, ...] = (), fix: Fix | None = None
) -> Diagnostic:
    """An error finding of the table. Raises KeyError for a name that is not in it."""
    return Diagnostic(name, _CODES[name], "error", message, span, help, related, fix)


def write_instead(span: Span, text: str, *, safe: bool = True) -> Fix:
    """The fix that replaces what stands in `span`."""
    return Fix(f"write `{text}`", (Edit(span, text),), safe)
