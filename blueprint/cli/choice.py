"""Options that take one of a few words."""

from __future__ import annotations

from collections.abc import Iterable

import click

from blueprint.diagnostics import Refusal


class OneOf(click.Choice[str]):
    """A choice whose refusal is a sentence like every other of this tool."""

    def __init__(self, what: str, words: Iterable[str]) -> None:
        super().__init__(tuple(words))
        self.what = what

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        words = [str(word) for word in self.choices]
        if value in words:
            return value
        from blueprint.spelling import unknown

        raise Refusal(unknown(self.what, value, words))
