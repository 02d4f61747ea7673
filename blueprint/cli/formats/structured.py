"""Findings for programs that know this tool: JSON, whole or a line each. No key is ever left out."""

from __future__ import annotations

from collections.abc import Iterator
from json import dumps

from blueprint.cli.formats.findings import Report
from blueprint.diagnostics import Diagnostic, Fix
from blueprint.rules.pages import published
from blueprint.source import Span

Values = dict[str, object]


def json(report: Report) -> Iterator[str]:
    """One list of objects."""
    yield dumps([_finding(each, report) for each in report.findings], indent=2, ensure_ascii=False) + "\n"


def json_lines(report: Report) -> Iterator[str]:
    """One object a line, so that a reader can begin before the end."""
    for each in report.findings:
        yield dumps(_finding(each, report), ensure_ascii=False) + "\n"


def _finding(finding: Diagnostic, report: Report) -> Values:
    return {
        "name": finding.name,
        "code": finding.code,
        "severity": finding.severity,
        "message": finding.message,
        "help": finding.help,
        **_range(finding.span, report),
        "related": [{"message": each.message, **_range(each.span, report)} for each in finding.related],
        "fix": _fix(finding.fix, report) if finding.fix else None,
        "url": published(finding.name) or None,
    }


def _range(span: Span, report: Report) -> Values:
    at = report.place(span)
    return {
        "file": at.file,
        "start": {"line": at.line, "column": at.column},
        "end": {"line": at.end_line, "column": at.end_column},
    }


def _fix(fix: Fix, report: Report) -> Values:
    edits = [{**_range(each.span, report), "text": each.text} for each in fix.edits]
    return {"title": fix.title, "safe": fix.safe, "edits": edits}
