"""Test results in the form of JUnit, which nearly every CI server shows: a suite a file, a failed case a finding."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from blueprint.cli.formats.findings import Report, posix
from blueprint.diagnostics import Diagnostic

# What XML 1.0 cannot hold, not even escaped.
_UNHELD = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def suites(report: Report) -> Iterator[str]:
    """One document. A file without findings is a case that passed, so that it is seen to have been checked."""
    by_file: dict[str, list[Diagnostic]] = {posix(file): [] for file in report.files}
    for each in report.findings:
        by_file.setdefault(posix(each.span.file), []).append(each)
    tests = sum(max(1, len(found)) for found in by_file.values())
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<testsuites name="blueprint" tests="{tests}" failures="{len(report.findings)}" errors="0">\n'
    for file, found in by_file.items():
        count = f'tests="{max(1, len(found))}" failures="{len(found)}" errors="0" skipped="0"'
        yield f"  <testsuite name={_attribute(file)} {count}>\n"
        yield from (_failed(each, report) for each in found)
        if not found:
            yield f'    <testcase name="check" classname={_attribute(file)} file={_attribute(file)}/>\n'
        yield "  </testsuite>\n"
    yield "</testsuites>\n"


def _failed(finding: Diagnostic, report: Report) -> str:
    at = report.place(finding.span)
    name, where = f"{finding.name} ({at.line}:{at.column})", f"{at.file}:{at.line}:{at.column}"
    text = "\n".join(part for part in (f"{where}: {finding.message}", finding.help) if part)
    return (
        f'    <testcase name="{name}" classname={_attribute(at.file)} file={_attribute(at.file)} line="{at.line}">\n'
        f"      <failure type={_attribute(f'{finding.severity} {finding.code}')} message={_attribute(finding.message)}>"
        f"{escape(_held(text))}</failure>\n"
        "    </testcase>\n"
    )


def _attribute(text: str) -> str:
    return quoteattr(_held(text))


def _held(text: str) -> str:
    return _UNHELD.sub("\ufffd", text)
