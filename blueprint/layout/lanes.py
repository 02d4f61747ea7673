"""The lanes' grounds, their names at the left, and the lines between them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from blueprint.graph.lines import Lines
from blueprint.layout.grid import Grid
from blueprint.layout.linked import LANE as LINKED
from blueprint.layout.naming import lane_label
from blueprint.layout.plan import Rect
from blueprint.layout.scene import Box, Item, Line, Words
from blueprint.layout.text import LANE, META, RULE, Block, block
from blueprint.model.entities import Blueprint
from blueprint.records import dataclass

BAR = 4.0
STRIP = 3.0  # half the height of what a wire must not run along
INDENT = 14.0  # from the picture's margin to the names
NAMES = {
    "interaction": "Line of interaction", "visibility": "Line of visibility",
    "internal": "Line of internal interaction",
}  # fmt: skip
ROOM = 150.0


@dataclass(frozen=True, slots=True)
class Side:
    """The names at the left of the lanes, and the width they need."""

    names: dict[str, Block]
    lines: dict[str, Block]
    width: float

    def heights(self) -> dict[str, float]:
        """What each lane's name needs, with the names of the lines above and below it."""
        lines = 2 * (max((text.height for text in self.lines.values()), default=0.0) + 6)
        return {lane: name.height + lines for lane, name in self.names.items()}

    def foot_name(self, name: str, note: str) -> Block:
        """The name of a row below the lanes, with a small note under it."""
        return block(name, LANE, self.width - INDENT - 6) + block(note, META, self.width - INDENT - 6)

    def foot(
        self, key: str, name: str, note: str, top: float, height: float, left: float, right: float
    ) -> Iterator[Item]:  # fmt: skip
        """The ground of a row below the lanes."""
        text = self.foot_name(name, note)
        yield Box(
            id=f"foot:{key}", role="foot-row", style="lane.emotion", x=left, y=top, width=right - left, height=height,
            title=name,
        )  # fmt: skip
        yield Box(id=f"bar:{key}", role="bar", style="bar.emotion", x=left, y=top, width=BAR, height=height)
        yield Words(
            id=f"name:{key}", role="row-name",
            lines=text.place(left + INDENT, top + max((height - text.height) / 2, 2), "start"),
        )  # fmt: skip
        yield Line(id=f"frame:{key}", role="frame", style="line.frame", x1=left, y1=top, x2=right, y2=top)


def side(blueprint: Blueprint, extra: str) -> Side:
    """Names of lanes and lines, wrapped and measured. `extra` is the row of linked declarations, if there is one."""
    names = {lane.id: block(lane_label(blueprint, lane.id), LANE, ROOM) for lane in blueprint.lanes}
    if extra:
        names[LINKED] = block(extra, LANE, ROOM)
    between = Lines(blueprint.lanes).between(blueprint.lanes[0].id, blueprint.lanes[-1].id) if blueprint.lanes else ()
    titles = {lane.id: lane.line for lane in blueprint.lanes if not lane.builtin}
    lines = {name: block(NAMES.get(name) or titles.get(name) or name, RULE, ROOM) for name in between}
    widest = max((b.width for b in (*names.values(), *lines.values())), default=0.0)
    return Side(names, lines, round(max(132.0, widest + INDENT + 12)))


def lanes(blueprint: Blueprint, grid: Grid, names: Side, left: float, right: float) -> Iterator[Item]:
    """Grounds first, then bars, names and lines, top to bottom."""
    own = {lane.id for lane in blueprint.lanes if not lane.builtin}
    for row in grid.rows:
        kind = "" if row.lane in own or row.lane not in names.names else f".{row.lane}"
        kind = f".extra.{row.lane}" if row.lane in own else kind
        height = round(row.bottom - row.top, 2)
        text = names.names.get(row.lane, Block(()))
        yield Box(
            id=f"lane:{row.lane}", role="lane", style=f"lane{kind}", x=left, y=row.top, width=right - left,
            height=height, title=lane_label(blueprint, row.lane), data={"lane": row.lane},
        )  # fmt: skip
        yield Box(id=f"bar:{row.lane}", role="bar", style=f"bar{kind}", x=left, y=row.top, width=BAR, height=height)
        yield Words(
            id=f"name:{row.lane}", role="lane-name",
            lines=text.place(left + INDENT, (row.top + row.bottom - text.height) / 2, "start"),
        )  # fmt: skip
        if row.lane == LINKED:
            yield Line(
                id=f"frame:{LINKED}", role="frame", style="line.frame", x1=left, y1=row.top, x2=right, y2=row.top
            )  # fmt: skip
    yield from _lines(blueprint, grid, names, left, right)


def _lines(blueprint: Blueprint, grid: Grid, names: Side, left: float, right: float) -> Iterator[Item]:
    for name, y, first in _ruled(blueprint, grid):
        kind = name if name in NAMES else f"extra.{name}"
        text = names.lines[name]
        title = " ".join(line for line, _, _ in text.lines)
        yield Line(id=f"line:{name}", role="line", style=f"line.{kind}", x1=left, y1=y, x2=right, y2=y, title=title)
        top = y - text.height - 2 if first else y + 2
        yield Words(id=f"line-name:{name}", role="line-name", lines=text.place(left + INDENT, top, "start"))


def strips(blueprint: Blueprint, grid: Grid, left: float, right: float) -> list[Rect]:
    """Thin strips along the lines: a wire may cross them, and would be lost if it ran along them."""
    ruled = [y for _, y, _ in _ruled(blueprint, grid)] + [row.top for row in grid.rows if row.lane == LINKED]
    return [Rect(left, y - STRIP, right - left, 2 * STRIP) for y in ruled]


def border(grid: Grid, left: float, right: float) -> list[Rect]:
    """The border of the evidence: what passes over the customer's cells keeps to the customer's lane."""
    return [Rect(left, row.bottom - 1, right - left, 2) for row in grid.rows if row.lane == "evidence"]


def _ruled(blueprint: Blueprint, grid: Grid) -> Iterator[tuple[str, float, bool]]:
    """Each line with its height, on the border where it lies, and whether it is the first there. Two on one border
    keep apart."""
    crossed = Lines(blueprint.lanes)
    lanes = {lane.id for lane in blueprint.lanes}
    rows = [row for row in grid.rows if row.lane in lanes]
    for above, below in pairwise(rows):
        between = crossed.between(above.lane, below.lane)
        for number, name in enumerate(between):
            yield name, round(above.bottom + 8 * (number - (len(between) - 1) / 2), 2), number == 0
