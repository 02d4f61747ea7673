"""A line on the terminal that counts, for what takes longer than a second."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from time import monotonic
from typing import TypeVar

import click

Item = TypeVar("Item")
PATIENCE = 1.0  # seconds before the first line
PAUSE = 0.1  # and between two


def counted(items: Iterable[Item], total: int) -> Iterator[Item]:
    """The items as they come. On a terminal `[3/10] ` stands on standard error once they take longer than a second:
    before what is printed for an item, or by itself; it is wiped away at the end."""
    started, terminal = monotonic(), sys.stderr.isatty() and total > 1
    last, shown = started + PATIENCE - PAUSE, ""
    try:
        for number, item in enumerate(items, 1):
            if terminal and monotonic() - last > PAUSE:
                last, shown = monotonic(), f"[{number}/{total}] "
                click.echo("\r" + click.style(shown, dim=True), nl=False, err=True)
            yield item
    finally:
        if shown:
            click.echo("\r" + " " * len(shown) + "\r", nl=False, err=True)
