"""The lines along which wires may run: one down the middle of every column, track and gutter.

The picture is cut into cells by the bands of columns and rows and by the gutters between them. A cell that a box
reaches into is closed. What matters for the guarantees: every wire runs from cell to free cell, and keeps inside each.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from blueprint.layout.plan import Band, Plan, Rect
from blueprint.records import dataclass, field

SLIVER = 2.0  # px: anything thinner is no gutter
TOUCH = 0.3  # px that a box may stand over the edge of its band without closing the gutter
DOT = 20.0  # px: a box less wide and high than that can be passed in its column
SMALL = 2  # what marks a cell with such a box
NARROW = 12.0  # px: a side less long than that has one port
ROOM = 4.0  # px that a track keeps from the edge of its line, where there is room


@dataclass(slots=True)
class Axis:
    """The lines of one direction, side by side without a gap: from `low` to `high`, middle `at` (whole pixels)."""

    low: list[float] = field(default_factory=list)
    high: list[float] = field(default_factory=list)
    at: list[int] = field(default_factory=list)
    band: list[bool] = field(default_factory=list)  # a column or track, not a gutter

    def add(self, low: float, high: float, band: bool) -> None:
        if high - low >= SLIVER:
            self.low.append(low)
            self.high.append(high)
            self.at.append(round((low + high) / 2))
            self.band.append(band)

    def span(self, low: float, high: float) -> tuple[int, int]:
        """First and last line that the stretch reaches into; the first is beyond the last where it is empty."""
        return max(bisect_right(self.high, low + TOUCH), 0), bisect_left(self.low, high - TOUCH) - 1

    def room(self, line: int) -> tuple[float, float]:
        """Where tracks may lie in a line."""
        low, high = self.low[line], self.high[line]
        keep = min(ROOM, (high - low) / 5)
        return low + keep, high - keep


def axis(bands: Iterable[Band], low: float, high: float, cuts: Sequence[float] = ()) -> Axis:
    """Lines over the stretch from low to high; cuts split what they fall into."""
    lines, end, edges = Axis(), low, sorted(set(cuts))

    def add(first: float, last: float, is_band: bool) -> None:
        inner = edges[bisect_right(edges, first + SLIVER) : bisect_left(edges, last - SLIVER)]
        for cut in inner:
            lines.add(first, cut, is_band)
            first = cut
        lines.add(first, last, is_band)

    for band in sorted(bands, key=lambda b: (b.low, b.high)):
        start, stop = max(band.low, end), min(band.high, high)
        if stop - start >= SLIVER:
            # A sliver between two bands goes to the second: a line thinner than that could hold no track.
            wide = start - end >= SLIVER
            if wide:
                add(end, start, False)
            add(start if wide else end, stop, True)
            end = stop
    add(end, high, False)
    if not lines.at:
        lines.add(low, max(high, low + 1), False)
    return lines


@dataclass(slots=True)
class Place:
    """The cells that a box reaches into, both ends included."""

    rect: Rect
    left: int
    right: int
    top: int
    bottom: int
    diamond: bool = False

    def narrow(self, axis: int) -> bool:
        """Whether wires along this axis (0 across, 1 down) find room for one port only, as at the end of a bar."""
        return (self.rect.width if axis else self.rect.height) < NARROW

    def holds(self, column: int, row: int) -> bool:
        return self.left <= column <= self.right and self.top <= row <= self.bottom


@dataclass(slots=True)
class Grid:
    """Cell (column line x, row line y) is number `y * wide + x`."""

    across: Axis  # lines that run down, side by side across the picture
    down: Axis  # lines that run across
    wide: int
    high: int
    shut: bytearray  # not 0: a box stands there; SMALL: one that wires down may pass
    places: dict[str, Place]
    owner: dict[int, Rect]  # the box that shuts a cell
    dear: tuple[list[int], list[int]]  # cell → cost of running across it, down it (over an obstacle)

    def inside(self, cells: Iterable[int]) -> list[Rect]:
        """The boxes that reach into these cells."""
        return [self.owner[cell] for cell in cells if cell in self.owner]


def grid(plan: Plan) -> Grid:
    """Cut the picture into lines. Where two boxes share a cell, their own edges become lines too."""
    built, shared = _grid(plan, (), ())
    if shared:
        xs = [edge for rect in shared for edge in (rect.x, rect.right)]
        ys = [edge for rect in shared for edge in (rect.y, rect.bottom)]
        built, _ = _grid(plan, xs, ys)
    for rect in (*plan.obstacles, *plan.shunned):
        _dear(built, rect)
    return built


def _grid(plan: Plan, xs: Sequence[float], ys: Sequence[float]) -> tuple[Grid, list[Rect]]:
    rects = [plan.frame, *plan.boxes.values()]
    across = axis(plan.columns, min(r.x for r in rects), max(r.right for r in rects), xs)
    down = axis(plan.rows, min(r.y for r in rects), max(r.bottom for r in rects), ys)
    wide, high = len(across.at), len(down.at)
    made = Grid(across, down, wide, high, bytearray(wide * high), {}, {}, ([0] * (wide * high), [0] * (wide * high)))
    shared: list[Rect] = []
    for name, rect in plan.boxes.items():
        left, right = across.span(rect.x, rect.right)
        top, bottom = down.span(rect.y, rect.bottom)
        made.places[name] = Place(rect, left, right, top, bottom, name in plan.diamonds)
        for row in range(top, bottom + 1):
            for cell in range(row * wide + left, row * wide + right + 1):
                if made.shut[cell]:
                    shared += (rect, made.owner[cell])
                made.shut[cell] = SMALL if rect.width < DOT and rect.height < DOT else 1
                made.owner[cell] = rect
    return made, shared


def _dear(made: Grid, rect: Rect) -> None:
    left, right = made.across.span(rect.x, rect.right)
    top, bottom = made.down.span(rect.y, rect.bottom)
    for row in range(top, bottom + 1):
        over = rect.y - 3 < made.down.at[row] < rect.bottom + 3
        for column in range(left, right + 1):
            cell = row * made.wide + column
            if over:
                made.dear[0][cell] = 25
            if rect.x - 3 < made.across.at[column] < rect.right + 3:
                made.dear[1][cell] = 25
