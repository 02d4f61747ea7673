"""Formats that people read: in full, a line each, a line each under its file."""

from __future__ import annotations

from collections.abc import Iterator

import click

from blueprint.cli import report as terminal
from blueprint.cli.formats.findings import Report
from blueprint.diagnostics import Diagnostic


def full(report: Report) -> Iterator[str]:
    """The sentence, the line with its range underlined, the help and the fix."""
    by_file: dict[str, list[Diagnostic]] = {}
    for each in report.findings:
        by_file.setdefault(each.span.file, []).append(each)
    for found in by_file.values():
        yield from (text + "\n" for text in terminal.listing(found, report.sources, every=report.every))


def concise(report: Report) -> Iterator[str]:
    """`hotel.bp:12:7: error[unknown-word] E103: …`, as editors and other tools look for it."""
    for each in report.findings:
        at = report.place(each.span)
        yield f"{terminal.printable(at.file)}:{at.line}:{at.column}: {_sentence(each)}\n"


def grouped(report: Report) -> Iterator[str]:
    """The findings of a file below its name, their places in one column."""
    by_file: dict[str, list[Diagnostic]] = {}
    for each in report.findings:
        by_file.setdefault(report.place(each.span).file, []).append(each)
    for file, found in by_file.items():
        places = [report.place(each.span) for each in found]
        widest = max(len(f"{at.line}:{at.column}") for at in places)
        yield click.style(terminal.printable(file), bold=True) + "\n"
        for each, at in zip(found, places, strict=True):
            yield f"  {f'{at.line}:{at.column}':>{widest}}  {_sentence(each)}\n"
        yield "\n"


def _sentence(finding: Diagnostic) -> str:
    fix = ""
    if finding.fix:
        fix = f" ({'' if finding.fix.safe else 'unsafe '}fix: {terminal.printable(finding.fix.title)})"
    return f"{terminal.headed(finding)}: {terminal.printable(finding.message)}{fix}"
