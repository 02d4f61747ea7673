"""The Code Quality report of GitLab."""

from __future__ import annotations

from collections.abc import Iterator
from json import dumps

from blueprint.cli.formats.findings import Report, fingerprints, told

_SEVERITIES = {"error": "major", "warning": "minor", "advice": "info"}


def code_quality(report: Report) -> Iterator[str]:
    """One list; GitLab compares the fingerprints of two branches to tell what is new."""
    issues = []
    for each, fingerprint in zip(report.findings, fingerprints(report), strict=True):
        at = report.place(each.span)
        issues.append({
            "description": told(each),
            "check_name": each.name,
            "fingerprint": fingerprint,
            "severity": _SEVERITIES[each.severity],
            "location": {"path": at.file, "lines": {"begin": at.line, "end": at.end_line}},
        })  # fmt: skip
    yield dumps(issues, indent=2, ensure_ascii=False) + "\n"
