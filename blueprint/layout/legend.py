"""The key under the picture: only what the picture uses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from blueprint.layout.scene import Box, Heads, Item, Mark, MarkKind, Route, Shape, Words
from blueprint.layout.text import KEY, block

GAP = 22.0
LINE = 24.0
BOXES = (
    ("service.core", "Core service"), ("service.facilitating", "Facilitating service"),
    ("service.enhancing", "Enhancing service"), ("cell.wait", "Wait"), ("cell.pause", "Pause: the customer's own time"),
    ("cell.decision", "Decision"), ("cell.recovery", "Recovery"), ("parallel", "Side by side: all must end"),
    ("node.end", "The way ends"),
)  # fmt: skip
MARKS: tuple[tuple[MarkKind, str, str], ...] = (
    ("fail", "F", "Fail point"), ("wait", "W", "Wait"), ("moment", "", "Moment of truth"), ("pain", "!", "Pain"),
    ("idea", "+", "Idea"),
)  # fmt: skip
EDGES = (
    ("edge.journey", "Customer's path"), ("edge", "Leads to"),
    ("edge.meanwhile", "At the same time"), ("edge.handover", "Hands over to"), ("edge.enables", "Enables"),
    ("edge.mutual", "Depend on each other"), ("edge.fails_to", "Fails to"), ("edge.recovers_to", "Returns to"),
)  # fmt: skip
SHAPES: Mapping[str, Shape] = {
    "cell.decision": "diamond", "cell.pause": "hollow", "parallel": "bar", "node.end": "circle",
}  # fmt: skip
SMALL = {"parallel": (5.0, 18.0), "node.end": (12.0, 12.0)}  # signs that are not as wide as the others


def legend(
    items: Iterable[Item], left: float, top: float, right: float, extra: Iterable[tuple[str, str]] = ()
) -> tuple[list[Item], float]:
    """Signs and words in lines from `left`, and where they end below. `extra`: styles of boxes, what they mean."""
    used = {_used(item) for item in items}
    made: list[Item] = []
    x, y = left, top
    for style, sign, text in [*((style, "", said) for style, said in extra), *_entries(used)]:
        words = block(text, KEY, 400)
        wide = 26 + words.width
        if x + wide > right and x > left:
            x, y = left, y + LINE
        made += _sign(style, sign, x, y + 8)
        made.append(Words(id=f"key-text:{style}", role="key", lines=words.place(x + 28, y + 1, "start")))
        x += wide + GAP
    return made, y + LINE


def _used(item: Item) -> str:
    if isinstance(item, Box):
        return next((style for style, _ in BOXES if item.style == style or item.style.startswith(style + ".")), "")
    if isinstance(item, Route):
        return item.style
    return f"mark.{item.kind}" if isinstance(item, Mark) else ""


def _entries(used: set[str]) -> Iterable[tuple[str, str, str]]:
    for style, text in BOXES:
        # A wait's cell carries the mark that is explained beside it.
        if style in used and style != "cell.wait":
            yield style, "", text
    for kind, letter, text in MARKS:
        if f"mark.{kind}" in used:
            yield f"mark.{kind}", letter, text
    for style, text in EDGES:
        if style in used:
            yield style, "", text


def _sign(style: str, letter: str, x: float, y: float) -> list[Item]:
    name = f"key:{style}"
    for kind, _, _ in MARKS:
        if style == f"mark.{kind}":
            return [Mark(id=name, role="key", kind=kind, style=style, x=x + 11, y=y, size=16, letter=letter)]
    if style.startswith("edge"):
        heads: Heads = "both" if style in ("edge.mutual", "edge.meanwhile") else "end"
        return [Route(id=name, role="key", style=style, points=((x, y), (x + 22, y)), heads=heads)]
    shape = SHAPES.get(style, "round")
    wide, tall = SMALL.get(style, (22.0, 12.0))
    return [
        Box(
            id=name, role="key", style=style, x=x + (22 - wide) / 2, y=y - tall / 2, width=wide, height=tall,
            shape=shape, radius=3,
        )
    ]  # fmt: skip
