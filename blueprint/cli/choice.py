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
        from blueprint.spelling import nearest

        near = nearest(value, words, most=1)
        guess = f" Did you mean `{near[0]}`?" if near else ""
        raise Refusal(f"There is no {self.what} `{value}`.{guess} Known: {', '.join(words[:-1])} and {words[-1]}.")
