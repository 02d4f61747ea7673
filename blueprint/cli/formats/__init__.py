"""What a check can be written as. Each format is a function of a module of its own, imported when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import click

from blueprint.cli.choice import OneOf
from blueprint.cli.formats.findings import Report

__all__ = ["FORMATS", "READ", "Report", "options", "written"]

# The module of a format and its function, which takes a Report and yields the text piece by piece.
FORMATS = {
    "full": ("text", "full"),
    "concise": ("text", "concise"),
    "grouped": ("text", "grouped"),
    "json": ("structured", "json"),
    "json-lines": ("structured", "json_lines"),
    "github": ("github", "commands"),
    "gitlab": ("gitlab", "code_quality"),
    "junit": ("junit", "suites"),
    "rdjson": ("rdjson", "result"),
    "sarif": ("sarif", "log"),
}
READ = ("full", "concise", "grouped")  # by people: these end in a summary; all others are read by programs


def written(report: Report, form: str) -> Iterator[str]:
    """The report as a format of the table, in pieces that end in a newline. Raises KeyError for another format."""
    name, function = FORMATS[form]
    module = __import__(f"blueprint.cli.formats.{name}", fromlist=[function])
    pieces: Iterator[str] = getattr(module, function)(report)
    return pieces


def options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options that say how its findings are written; it is called with `form` and `target`."""
    return _FORMAT(_FILE(command))


_FORMAT = click.option(
    "--output-format", "form", type=OneOf("output format", FORMATS), default="full", show_default=True,
    envvar="BLUEPRINT_OUTPUT_FORMAT", show_envvar=True, metavar="FORMAT", help=f"One of {', '.join(FORMATS)}.",
)  # fmt: skip
_FILE = click.option(
    "--output-file", "target", default="", metavar="FILE", type=click.Path(dir_okay=False),
    help="Write the findings into this file.",
)  # fmt: skip
