"""The Scene: every shape, text and line of a picture in plain numbers, with no colour and no font in it.

Units are CSS pixels (1/96 inch), y grows downwards. `role` says what a thing is (`cell`, `lane`, `phase` …) and `style`
names the row of the theme's table that dresses it (`cell.customer`, `phase.billing`, `edge.journey`). Text is already
broken into lines and measured; renderers place each line at its baseline and never wrap. Items stand in painting order,
and within that order in reading order for screen readers: phase by phase, step by step, lane by lane.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from blueprint.records import dataclass, field

Point = tuple[float, float]
Shape = Literal[
    "rect", "round", "pill", "diamond", "chevron", "bar", "circle", "bracket",
    "hollow",  # a pause: the customer's own time
]  # fmt: skip
Anchor = Literal["start", "middle", "end"]
Heads = Literal["none", "end", "both"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLine:
    """One line of text at its baseline. `anchor` says which point of the line `x` is; `width` is as measured."""

    text: str
    x: float
    y: float
    width: float
    size: float
    bold: bool = False
    italic: bool = False
    anchor: Anchor = "start"
    style: str = "text"
    rtl: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A filled or outlined shape with its text, such as a cell, a chevron, a lane's band."""

    id: str
    role: str
    style: str
    x: float
    y: float
    width: float
    height: float
    shape: Shape = "rect"
    radius: float = 0.0
    text: tuple[TextLine, ...] = ()
    title: str = ""  # accessible name, whole and unwrapped
    description: str = ""
    href: str = ""
    data: Mapping[str, str] = field(default_factory=dict)  # data-* attributes: key, lane, step, file, start, end …


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A text on an edge with its background box."""

    x: float
    y: float
    width: float
    height: float
    text: tuple[TextLine, ...]
    style: str = "label"


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """An edge: an orthogonal polyline whose corners the renderer rounds by `radius`.

    `heads` says where arrow heads stand. `bridges` are points on it where it hops over a heavier or earlier edge.
    """

    id: str
    role: str
    style: str
    points: tuple[Point, ...]
    heads: Heads = "end"
    radius: float = 5.0
    bridges: tuple[Point, ...] = ()
    label: Label | None = None
    source: str = ""  # ids of the boxes it joins
    target: str = ""
    title: str = ""
    data: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A straight ruled line, such as the line of visibility, or a frame's edge."""

    id: str
    role: str
    style: str
    x1: float
    y1: float
    x2: float
    y2: float
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """A smooth curve through points (the emotion curve); `smooth` false draws straight pieces."""

    id: str
    role: str
    style: str
    points: tuple[Point, ...]
    smooth: bool = True
    title: str = ""


MarkKind = Literal["fail", "wait", "moment", "pain", "idea", "dot"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A small sign at a cell's upper right: F in a circle, W in an hourglass-like pill, a star, a triangle with `!`."""

    id: str
    role: str
    kind: MarkKind
    style: str
    x: float  # centre
    y: float
    size: float
    letter: str = ""
    title: str = ""
    data: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Free-standing text, such as the title or a step's heading: lines that belong together."""

    id: str
    role: str
    lines: tuple[TextLine, ...]
    title: str = ""
    data: Mapping[str, str] = field(default_factory=dict)


Item = Box | Route | Line | Curve | Mark | Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A whole picture."""

    width: float
    height: float
    title: str
    description: str = ""
    language: str = ""
    items: tuple[Item, ...] = ()

    def to_json(self) -> str:
        """Stable JSON, one item a line, for goldens and for tools that draw on their own."""
        import json
        from dataclasses import asdict

        head = {"width": self.width, "height": self.height, "title": self.title, "description": self.description}
        rows = [json.dumps({"item": type(i).__name__.lower(), **asdict(i)}, ensure_ascii=False) for i in self.items]
        body = ",\n  ".join(rows)
        return json.dumps(head, ensure_ascii=False)[:-1] + ', "items": [\n  ' + body + "\n]}\n"
