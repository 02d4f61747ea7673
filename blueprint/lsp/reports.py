"""Findings as an editor takes them: with related places, a link to the page of the rule, and what a fix needs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from lsprotocol import types

from blueprint.diagnostics import Diagnostic, Related, Severity
from blueprint.lsp.convert import Lines
from blueprint.records import dataclass
from blueprint.rules.pages import here

NAME = "blueprint"
MOST = 1_000  # of one file; an editor shows no more, and a ruined file has a hundred thousand
UNNECESSARY = ("unused-declaration", "unused-suppression", "unreachable-step", "said-twice", "duplicate-link")
SEVERITIES: Mapping[Severity, types.DiagnosticSeverity] = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "advice": types.DiagnosticSeverity.Information,
}
Places = Callable[[str], Lines | None]
_ORDER = list(SEVERITIES)


@dataclass(frozen=True, slots=True)
class Shown:
    """What the editor can show of a finding."""

    related: bool = True
    links: bool = True
    tags: bool = True
    data: bool = True


def shown_by(capabilities: types.ClientCapabilities) -> Shown:
    """What an editor says that it can show, pulled or pushed."""
    text = capabilities.text_document
    told = (text.diagnostic or text.publish_diagnostics) if text else None
    pushed = text.publish_diagnostics if text else None
    if told is None:
        return Shown(False, False, False, False)
    either = [each for each in (told, pushed) if each is not None]
    return Shown(
        any(each.related_information for each in either),
        any(each.code_description_support for each in either),
        any(each.tag_support for each in either),
        any(each.data_support for each in either),
    )


def report(
    findings: Sequence[Diagnostic], lines: Places, uri: Callable[[str], str], shown: Shown
) -> list[types.Diagnostic]:
    """The findings of one file; `lines` finds the places in a file by its name, `uri` its address. The gravest are kept
    of too many."""
    if len(findings) > MOST:
        kept = sorted(range(len(findings)), key=lambda n: (_ORDER.index(findings[n].severity), n))[:MOST]
        findings = [findings[number] for number in sorted(kept)]
    return [made for each in findings if (made := _one(each, lines, uri, shown)) is not None]


def _one(it: Diagnostic, lines: Places, uri: Callable[[str], str], shown: Shown) -> types.Diagnostic | None:
    own = lines(it.span.file)
    if own is None:
        return None
    href = here(it.name) if shown.links else ""
    fix = {"fix": it.fix.title, "safe": it.fix.safe} if it.fix else {}
    return types.Diagnostic(
        range=own.range(it.span),
        severity=SEVERITIES[it.severity],
        code=it.name,
        code_description=types.CodeDescription(href=href) if href else None,
        source=NAME,
        message=f"{it.message}\n{it.help}" if it.help else it.message,
        tags=[types.DiagnosticTag.Unnecessary] if shown.tags and it.name in UNNECESSARY else None,
        related_information=_related(it.related, lines, uri) if shown.related and it.related else None,
        data={"code": it.code, **fix} if shown.data else None,
    )


def _related(
    related: Iterable[Related], lines: Places, uri: Callable[[str], str]
) -> list[types.DiagnosticRelatedInformation]:
    made = []
    for each in related:
        there = lines(each.span.file)
        if there is not None:
            location = types.Location(uri=uri(each.span.file), range=there.range(each.span))
            made.append(types.DiagnosticRelatedInformation(location=location, message=each.message))
    return made
