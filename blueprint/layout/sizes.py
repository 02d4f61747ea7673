"""How large each thing must be to hold its text."""

from __future__ import annotations

from blueprint.layout.columns import Place
from blueprint.layout.measure import width
from blueprint.layout.naming import meta
from blueprint.layout.text import CELL, META, Block, block, listed
from blueprint.model.entities import Blueprint
from blueprint.records import dataclass

WIDTHS = (124.0, 150.0, 180.0, 216.0)
BAR, END = 7.0, 16.0
GUTTER, TRACK_GAP, LANE_PAD = 28.0, 32.0, 20.0
PAD_X, PAD_Y = 8.0, 8.0
LOWEST, CALM = 46.0, 96.0  # a cell's least height, and the height up to which neighbours grow with the tallest
FLAT = 76.0  # a diamond is no higher where a wider column makes it so
MOST_LINES = 3


@dataclass(frozen=True, slots=True)
class Fitted:
    """A text wrapped for its box, and the height the box needs."""

    text: Block
    height: float


def column_width(blueprint: Blueprint, places: list[Place]) -> float:
    """The narrowest of the few widths in which no word breaks and cells stay at three lines."""
    if all(place.kind == "bar" for place in places):
        return BAR
    for wide in WIDTHS[:-1]:
        if all(_easy(place, wide) for place in places if place.kind not in ("bar", "end")):
            return wide
    return WIDTHS[-1]


def _easy(place: Place, wide: float) -> bool:
    room = wide - 2 * PAD_X
    if place.kind == "decision":
        return diamond(place.text, wide).height <= FLAT
    if width(place.shown, CELL.size) <= room:
        return True
    if any(width(word, CELL.size) > room for word in place.shown.split()):
        return False
    return len(block(place.shown, CELL, room).lines) <= MOST_LINES


def fit(blueprint: Blueprint, place: Place, wide: float) -> Fitted:
    """The text of a place in a box of this width."""
    if place.kind in ("bar", "end"):
        return Fitted(Block(()), LOWEST if place.kind == "bar" else END)
    if place.kind == "decision":
        return diamond(place.text, wide)
    room = wide - 2 * PAD_X
    text = block(place.shown, CELL, room) + listed(meta(blueprint, place), META, room)
    least = 26.0 if place.kind in ("evidence", "wide") else LOWEST
    return Fitted(text, max(least, round(text.height + 2 * PAD_Y)))


def diamond(text: str, wide: float) -> Fitted:
    """A text in a diamond of this width: the fewer lines, the nearer they keep to its middle, where it is wide.

    Very long texts are tried in larger steps, and none where there cannot be room: wrapping one takes its time.
    """
    least = width("".join(text.split()), CELL.size)  # all lines together, without what breaks leave out
    height = 56.0
    while True:
        count = 1
        while (room := wide * (1 - count * CELL.leading / height) - 6) >= 24:
            if count * room >= least and len((found := block(text, CELL, room)).lines) <= count:
                return Fitted(found, height)
            count += max(1, count // 16)
        height += 12 * max(1, height // 192)
