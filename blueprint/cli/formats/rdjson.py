"""The Reviewdog Diagnostic Format, which puts findings into the review of a change.

Its columns count bytes of UTF-8, unlike those of all other formats here.
"""

from __future__ import annotations

from collections.abc import Iterator
from json import dumps

from blueprint.cli.formats.findings import Report, posix, told
from blueprint.diagnostics import Diagnostic
from blueprint.rules.pages import published
from blueprint.source import Span

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "advice": "INFO"}
Values = dict[str, object]


def result(report: Report) -> Iterator[str]:
    """One `DiagnosticResult`."""
    writer = _Writer(report)
    diagnostics = [writer.diagnostic(each) for each in report.findings]
    whole = {"source": {"name": "blueprint"}, "diagnostics": diagnostics}
    yield dumps(whole, indent=2, ensure_ascii=False) + "\n"


class _Writer:
    """Counts bytes from the last place on when the next is further on in its line: a line may be the whole file."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self._last = ("", 0, 0, 1)  # file, line, offset, column of bytes

    def diagnostic(self, finding: Diagnostic) -> Values:
        url = published(finding.name)
        values: Values = {
            "message": told(finding),
            "location": self.location(finding.span),
            "severity": _SEVERITIES[finding.severity],
            "code": {"value": finding.name} | ({"url": url} if url else {}),
        }
        edits = finding.fix.edits if finding.fix else ()
        # A suggestion has no path of its own: it is for the file of the finding.
        if edits and all(each.span.file == finding.span.file for each in edits):
            values["suggestions"] = [{"range": self.range(each.span), "text": each.text} for each in edits]
        if finding.related:
            related = [{"message": each.message, "location": self.location(each.span)} for each in finding.related]
            values["related_locations"] = related
        return values

    def location(self, span: Span) -> Values:
        return {"path": posix(span.file), "range": self.range(span)}

    def range(self, span: Span) -> Values:
        return {"start": self.position(span.file, span.start), "end": self.position(span.file, span.end)}

    def position(self, file: str, offset: int) -> Values:
        source = self.report.sources.get(file)
        if source is None:
            return {"line": 1, "column": 1}
        line, column = source.line_column(offset)
        if source.text.isascii():
            return {"line": line, "column": column}
        start, before = offset - column + 1, 1
        if self._last[:2] == (file, line) and self._last[2] <= offset:
            _, _, start, before = self._last
        counted = before + len(source.text[start:offset].encode())
        self._last = (file, line, offset, counted)
        return {"line": line, "column": counted}
