"""The Reviewdog Diagnostic Format, which puts findings into the review of a change.

Its columns count bytes of UTF-8, unlike those of all other formats here.
"""

from __future__ import annotations

from collections.abc import Iterator
from json import dumps

from blueprint.cli.formats.findings import Report, posix, told
from blueprint.cli.links import published
from blueprint.diagnostics import Diagnostic
from blueprint.source import Span

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "advice": "INFO"}
Values = dict[str, object]


def result(report: Report) -> Iterator[str]:
    """One `DiagnosticResult`."""
    diagnostics = [_diagnostic(each, report) for each in report.findings]
    whole = {"source": {"name": "blueprint"}, "diagnostics": diagnostics}
    yield dumps(whole, indent=2, ensure_ascii=False) + "\n"


def _diagnostic(finding: Diagnostic, report: Report) -> Values:
    url = published(finding.name)
    values: Values = {
        "message": told(finding),
        "location": _location(finding.span, report),
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.name} | ({"url": url} if url else {}),
    }
    edits = finding.fix.edits if finding.fix else ()
    # A suggestion has no path of its own: it is for the file of the finding.
    if edits and all(each.span.file == finding.span.file for each in edits):
        values["suggestions"] = [{"range": _range(each.span, report), "text": each.text} for each in edits]
    if finding.related:
        related = [{"message": each.message, "location": _location(each.span, report)} for each in finding.related]
        values["related_locations"] = related
    return values


def _location(span: Span, report: Report) -> Values:
    return {"path": posix(span.file), "range": _range(span, report)}


def _range(span: Span, report: Report) -> Values:
    return {"start": _position(span.file, span.start, report), "end": _position(span.file, span.end, report)}


def _position(file: str, offset: int, report: Report) -> Values:
    source = report.sources.get(file)
    if source is None:
        return {"line": 1, "column": 1}
    line, column = source.line_column(offset)
    return {"line": line, "column": len(source.line(line)[: column - 1].encode()) + 1}
