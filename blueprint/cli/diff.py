"""What would change in a file, as `diff -u` shows it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import click

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_COLOURS = {"-": "red", "+": "green", "@": "cyan"}


def show(path: str, before: str, after: str) -> None:
    """Print the difference, in colour on a terminal; nothing when there is none."""
    for line in _diff(path, before, after):
        click.secho(line, fg=_COLOURS.get(line[0]))


def _diff(path: str, before: str, after: str) -> Iterator[str]:
    """A unified diff, line by line; a last line without its end is marked as `diff` does."""
    from difflib import unified_diff

    for line in unified_diff(_LINE.findall(before), _LINE.findall(after), path, path, lineterm="\n"):
        yield line.rstrip("\r\n")
        if not line.endswith(("\n", "\r")):
            yield "\\ No newline at end of file"
