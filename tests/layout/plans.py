"""Plans as the grid would make them, of any size, for the router's tests and benchmark."""

from __future__ import annotations

import itertools
import random
from dataclasses import dataclass, field

from blueprint.layout.plan import Band, Plan, Rect, Side, Wire

LANES = ("evidence", "customer", "frontstage", "backstage", "support")
GUTTER = 28.0


@dataclass
class Sketch:
    """A plan in cells: name → (first column, last column, row); `diamonds` are decisions."""

    columns: int
    rows: int
    cells: dict[str, tuple[int, int, int]] = field(default_factory=dict)
    wires: list[Wire] = field(default_factory=list)
    diamonds: set[str] = field(default_factory=set)

    def cell(self, name: str, column: int, row: int, last: int | None = None) -> None:
        self.cells[name] = (column, column if last is None else last, row)

    def wire(
        self,
        source: str,
        target: str,
        weight: int = 1,
        label: tuple[float, float] | None = None,
        leave: tuple[Side, ...] = (),
        enter: tuple[Side, ...] = (),
    ) -> None:
        name = f"{source}>{target}.{len(self.wires)}"
        self.wires.append(
            Wire(id=name, source=source, target=target, weight=weight, label=label, leave=leave, enter=enter)
        )

    def laid_out(self) -> list[Wire]:
        """The wires whose two ends stand."""
        return [w for w in self.wires if w.source in self.cells and w.target in self.cells]

    def plan(self, width: float = 124.0, height: float = 52.0, heights: tuple[float, ...] = ()) -> Plan:
        """Bands of equal width; boxes fill their cells, diamonds their middle, lower boxes stand in the middle."""
        columns = tuple(
            Band(150 + i * (width + GUTTER), 150 + i * (width + GUTTER) + width) for i in range(self.columns)
        )
        rows = []
        y = 100.0
        for row in range(self.rows):
            tall = heights[row % len(heights)] if heights else height
            rows.append(Band(y, y + tall))
            y += tall + GUTTER
        frame = Rect(150 - GUTTER, 100 - GUTTER, columns[-1].high - 150 + 2 * GUTTER, rows[-1].high - 100 + 2 * GUTTER)
        boxes = {}
        for name, (first, last, row) in self.cells.items():
            low, high = columns[first].low, columns[last].high
            if name in self.diamonds:
                middle = (low + high) / 2
                low, high = middle - 40, middle + 40
            boxes[name] = Rect(low, rows[row].low, high - low, rows[row].high - rows[row].low)
        return Plan(
            boxes=boxes,
            columns=columns,
            rows=tuple(rows),
            frame=frame,
            diamonds=frozenset(self.diamonds & boxes.keys()),
        )


def swimlanes(seed: int, columns: int = 12, links: float = 0.3) -> Sketch:
    """A service of so many steps: a journey, its verticals, links across lanes, loops, recoveries, long jumps."""
    rng = random.Random(seed)
    tracks = [1, 1 + (rng.random() < 0.5), 1 + (rng.random() < 0.3), 1 + (rng.random() < 0.4), 1]
    starts = [sum(tracks[:lane]) for lane in range(5)]
    sketch = Sketch(columns, sum(tracks))
    share = (0.5, 0.92, 0.6, 0.45, 0.4)
    journey: list[str] = []
    for column in range(columns):
        stack = _step(sketch, rng, column, starts, share, journey)
        for a, b in itertools.pairwise(stack):
            sketch.wire(a, b, weight=rng.choice((1, 1, 1, 2)))
        _second_tracks(sketch, rng, column, tracks, starts)
    _wide_evidence(sketch, rng, columns)
    _journey(sketch, rng, journey)
    _links(sketch, rng, columns, links)
    return sketch


def _step(
    sketch: Sketch, rng: random.Random, column: int, starts: list[int], share: tuple[float, ...], journey: list[str]
) -> list[str]:
    stack = []
    decision = column > 1 and rng.random() < 0.1
    for lane, name in enumerate(LANES):
        if rng.random() < share[lane] and (not decision or lane == 1):
            key = f"{name}{column}"
            sketch.cell(key, column, starts[lane])
            if lane == 1:
                journey.append(key)
                if decision:
                    sketch.diamonds.add(key)
            if lane:
                stack.append(key)
    return stack


def _second_tracks(sketch: Sketch, rng: random.Random, column: int, tracks: list[int], starts: list[int]) -> None:
    """A recovery or a second cell under the first of its lane."""
    for lane in (1, 2, 3):
        above = f"{LANES[lane]}{column}"
        if tracks[lane] > 1 and above in sketch.cells and rng.random() < 0.35:
            below = f"{above}b"
            sketch.cell(below, column, starts[lane] + 1)
            if lane == 1:
                sketch.wire(above, below, weight=3, label=(44, 14) if rng.random() < 0.4 else None, leave=("bottom",))
                onward = f"{LANES[1]}{column + 1 + (rng.random() < 0.3)}"
                sketch.wire(below, onward, weight=3)
            else:
                sketch.wire(above, below)


def _wide_evidence(sketch: Sketch, rng: random.Random, columns: int) -> None:
    column = 0
    while column < columns:
        last = min(columns - 1, column + rng.randint(1, 4))
        free = all(f"evidence{i}" not in sketch.cells for i in range(column, last + 1))
        if free and last > column:
            sketch.cell(f"wide{column}", column, 0, last)
            if f"customer{last}" in sketch.cells:
                sketch.wire(f"wide{column}", f"customer{last}", weight=2)
        column = last + 1


def _journey(sketch: Sketch, rng: random.Random, journey: list[str]) -> None:
    for i, (a, b) in enumerate(itertools.pairwise(journey)):
        label = (28.0, 14.0) if a in sketch.diamonds else None
        sketch.wire(a, b, weight=0, label=label)
        if a in sketch.diamonds and i + 2 < len(journey):
            sketch.wire(a, journey[min(len(journey) - 1, i + rng.randint(2, 4))], weight=0, label=(28.0, 14.0))
        elif i > 2 and rng.random() < 0.08:
            sketch.wire(a, journey[max(0, i - rng.randint(1, 4))], weight=1, label=(56.0, 14.0))
    for key in journey[:: max(9, len(journey) // 3)]:
        if rng.random() < 0.2:
            sketch.wire(key, key, weight=1, label=(40.0, 14.0))


def _links(sketch: Sketch, rng: random.Random, columns: int, links: float) -> None:
    """From one lane to another, a few columns on; now and then a long way, or back."""
    by_column: dict[int, list[str]] = {}
    for key, (first, _, row) in sketch.cells.items():
        if row:
            by_column.setdefault(first, []).append(key)
    for column in range(columns):
        for source in by_column.get(column, []):
            if rng.random() < links:
                far = rng.choice((1, 1, 1, 2, 2, 3, 4, 7, -1, -2, 12 if rng.random() < 0.3 else 1))
                targets = [t for t in by_column.get(column + far, []) if t not in sketch.diamonds]
                if targets and source not in sketch.diamonds:
                    label = (50.0, 14.0) if rng.random() < 0.25 else None
                    sketch.wire(source, rng.choice(targets), weight=rng.choice((1, 1, 2)), label=label)


def scattered(seed: int) -> tuple[Plan, list[Wire]]:
    """Any plan at all: boxes smaller than their cells, off their middle or in no band, narrow gutters, every side asked
    for, half the boxes or nearly all of them there."""
    rng = random.Random(seed)
    gutter = rng.choice((28, 28, 8, 5, 3))
    columns = _bands(rng, rng.choice((300, 800, 2000)), (40, 80, 124), gutter)
    rows = _bands(rng, rng.choice((300, 700)), (30, 52, 80), gutter)
    frame = Rect(0, 0, columns[-1].high + 60, rows[-1].high + 60)
    if rng.random() < 0.3:
        boxes = _anywhere(rng, frame)
        columns, rows = rng.choice(((columns, rows), ((), ())))
    else:
        boxes = _in_cells(rng, columns, rows, rng.choice((0.3, 0.5, 0.9)))
    names = list(boxes)
    diamonds = frozenset(name for name in names if rng.random() < 0.1)
    wires = [_any_wire(rng, str(i), names) for i in range(rng.randint(0, min(60, 2 * len(names))))]
    return Plan(boxes=boxes, columns=columns, rows=rows, frame=frame, diamonds=diamonds), wires


def _bands(rng: random.Random, size: float, widths: tuple[int, ...], gutter: float) -> tuple[Band, ...]:
    found: list[Band] = []
    at = 20.0
    while at < size - 60 or not found:
        wide = rng.choice(widths)
        found.append(Band(at, at + wide))
        at += wide + gutter
    return tuple(found)


def _in_cells(rng: random.Random, columns: tuple[Band, ...], rows: tuple[Band, ...], share: float) -> dict[str, Rect]:
    boxes = {}
    for i, column in enumerate(columns):
        for j, row in enumerate(rows):
            if rng.random() < share:
                margin = rng.choice((0, 0, 5, 12))
                shift = rng.choice((0, 3, -3)) if margin else 0
                wide, high = column.high - column.low - 2 * margin, row.high - row.low - margin
                boxes[f"{i}.{j}"] = Rect(column.low + margin + shift, row.low + margin / 2, wide, high)
    return boxes


def _anywhere(rng: random.Random, frame: Rect) -> dict[str, Rect]:
    boxes: dict[str, Rect] = {}
    for _ in range(80):
        x, y = rng.uniform(20, frame.width - 110), rng.uniform(20, frame.height - 70)
        box = Rect(x, y, rng.uniform(20, 90), rng.uniform(15, 50))
        if all(
            box.right + 8 < o.x or o.right + 8 < box.x or box.bottom + 8 < o.y or o.bottom + 8 < box.y
            for o in boxes.values()
        ):
            boxes[str(len(boxes))] = box
    return boxes


def _any_wire(rng: random.Random, name: str, names: list[str]) -> Wire:
    sides: tuple[Side, ...] = ("left", "right", "top", "bottom")
    leave, enter = (tuple(rng.sample(sides, rng.randint(1, 3))) if rng.random() < 0.2 else () for _ in range(2))
    label = (float(rng.choice((20, 50))), 14.0) if rng.random() < 0.3 else None
    return Wire(
        id=name, source=rng.choice(names), target=rng.choice(names), weight=rng.randint(0, 3), label=label,
        leave=leave, enter=enter,
    )  # fmt: skip
