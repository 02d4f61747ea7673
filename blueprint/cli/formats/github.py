"""The commands by which a workflow of GitHub puts findings beside the changed lines."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.cli.formats.findings import Report, told

_COMMANDS = {"error": "error", "warning": "warning", "advice": "notice"}


def commands(report: Report) -> Iterator[str]:
    """One command a finding."""
    for each in report.findings:
        at = report.place(each.span)
        where = {"file": at.file, "line": at.line, "col": at.column, "endLine": at.end_line}
        if at.line == at.end_line:  # a column of the end is taken only on the line of the beginning
            where["endColumn"] = at.end_column
        given = {"title": f"{each.name} ({each.code})", **where}
        values = ",".join(f"{key}={_value(str(value))}" for key, value in given.items())
        yield f"::{_COMMANDS[each.severity]} {values}::{_data(told(each))}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _value(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
