"""A text is still the blank that stands for it.

## What
A title or another text in quotes is nothing but `…` or `...`, or the job is still `When …, I want …, so that …`. So do
help and repairs leave open what only people know.

## Why
A blank looks done: what asked for the text is silent, and the picture shows three dots. It is either filled in or taken
away.

## Bad
```bp
blueprint "Shoeshine"
persona commuter "Commuter" {
  need chat "A chat" unmet because "…"
}
phase interaction {
  core "Shine" { step buff "Buff" { evidence "…"; customer "Looks"; frontstage "Buffs" } }
}
```

## Good
```bp
blueprint "Shoeshine"
persona commuter "Commuter" {
  need chat "A chat" unmet because "two minutes leave no room for it"
}
phase interaction {
  core "Shine" { step buff "Buff" { evidence "Cloth, mirror"; customer "Looks"; frontstage "Buffs" } }
}
```

## Source
A blueprint is a picture of what people know of a service: what nobody knows yet is asked for, not drawn.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from blueprint.model.entities import Element, Notes
from blueprint.records import fields
from blueprint.rules.base import Context, Finding, called, place, rule
from blueprint.source import Span

_BLANK = frozenset(("", "When, I want, so that"))  # what is left of a text without its dots
_TEXTS = ("str", "str | None", "tuple[str, ...]")
_PLAIN = ("bool", "float", "float | None")
_SHAPES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {}  # by the name of a class
_SAID = {"unmet_because": "unmet", "text": "title"}  # what the words of these fields are called where they are written


def check(context: Context) -> Iterator[Finding]:
    waiting: list[tuple[Element, Element | Notes]] = [(context.blueprint, context.blueprint)]
    found: dict[Span, Finding] = {}  # the text of evidence is its title too
    while waiting:  # a list instead of recursion: branches may be nested deep
        element, record = waiting.pop()
        texts, parts = _shape(record)
        for name in texts:
            if _open(getattr(record, name)):
                it = _finding(element, name)
                found.setdefault(it.span, it)
        for name in parts:
            waiting += [(each if isinstance(each, Element) else element, each) for each in _within(record, name)]
    yield from found.values()


def _open(value: str | tuple[str, ...] | None) -> bool:
    """Whether a text, or one of several, is a blank."""
    return bool(value) and any(map(_blank, (value,) if isinstance(value, str) else value or ()))


def _blank(text: str) -> bool:
    if "…" not in text and "..." not in text:
        return False
    return " ".join(text.replace("…", "").replace("...", "").replace(" ,", ",").split()).strip(" .,") in _BLANK


def _shape(record: Element | Notes) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names of the fields that are texts, and of those in which other records are."""
    kind = type(record).__name__
    if kind not in _SHAPES:
        typed = [
            (each.name, each.type) for each in fields(type(record)) if each.name not in ("key", "id", "at", "span")
        ]
        texts = tuple(name for name, shape in typed if shape in _TEXTS)
        _SHAPES[kind] = texts, tuple(name for name, shape in typed if shape not in (*_TEXTS, *_PLAIN))
    return _SHAPES[kind]


def _within(record: Element | Notes, name: str) -> Iterator[Element | Notes]:
    value = getattr(record, name)
    if isinstance(value, Mapping):
        value = tuple(value.values())
    for each in value if isinstance(value, tuple) else (value,):
        if isinstance(each, Element | Notes):
            yield each


def _finding(element: Element, name: str) -> Finding:
    word = _SAID.get(name, name.replace("_", "-"))
    written = next((each for each in (word, word.removesuffix("s")) if each in element.at), "title")
    where = "Here a text" if written == "title" else f"The `{written}` of {called(element)}"
    return Finding(
        place(element, written),
        f"{where} is still a blank: `…`.",
        "Write what it really is, or take it away until somebody knows.",
    )


RULE = rule(__name__, __doc__, "W704", check)
