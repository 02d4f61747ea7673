"""What the grid hands to the router, and what it gets back: boxes that stand, wires to lay between them.

Pixels, y downwards. The grid decides where boxes stand before any wire is known, so adding a link moves no box.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from blueprint.layout.scene import Point
from blueprint.records import dataclass

Side = Literal["left", "right", "top", "bottom"]


@dataclass(frozen=True, slots=True)
class Rect:
    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def centre(self) -> Point:
        return self.x + self.width / 2, self.y + self.height / 2


@dataclass(frozen=True, slots=True)
class Band:
    """The stretch from `low` to `high` that the boxes of one column (x) or one track of a row (y) keep to."""

    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Where everything stands. Gutters are what lies between neighbouring bands, and outside them up to `frame`.

    `boxes` may be joined by wires and must not be crossed; `obstacles` (texts, tags, marks) must not be crossed by
    labels and are dear, though not forbidden, to cross by wires. `shunned` are as dear to wires, but labels may stand
    there.
    """

    boxes: Mapping[str, Rect]
    columns: tuple[Band, ...]
    rows: tuple[Band, ...]
    frame: Rect
    obstacles: tuple[Rect, ...] = ()
    shunned: tuple[Rect, ...] = ()
    diamonds: frozenset[str] = frozenset()  # boxes whose ports are their four corners, and beside those that are taken


@dataclass(frozen=True, slots=True, kw_only=True)
class Wire:
    """A connection to lay. `weight` 0 is the heaviest (the customer's path); bridges stand on the lighter edge.

    `label` is the label's width and height, or None. `leave` and `enter` restrict the sides (empty = any);
    where they are not `strict` they are wishes, each worth less than a bend.
    Wires of one source or one target may share a stem when their `weight` and their `bundle` are the same: give wires
    that look different (another dash, another colour, heads at both ends) different bundles.
    """

    id: str
    source: str
    target: str
    weight: int = 1
    label: tuple[float, float] | None = None
    leave: tuple[Side, ...] = ()
    enter: tuple[Side, ...] = ()
    strict: bool = True
    bundle: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """A wire's polyline, from the border of its source to the border of its target, corners only; `label` is the
    centre of its label; `bridges` are the points where it hops over another wire."""

    points: tuple[Point, ...]
    label: Point | None = None
    bridges: tuple[Point, ...] = ()
