"""Where every box stands, in pixels: columns from left to right, lanes and their tracks from top to bottom."""

from __future__ import annotations

from collections.abc import Mapping

from blueprint.graph.flow import Flow
from blueprint.layout.columns import Columns, Place, lane_of
from blueprint.layout.plan import Band, Rect
from blueprint.layout.rooms import rooms
from blueprint.layout.sizes import BAR, CALM, END, GUTTER, LANE_PAD, LOWEST, TRACK_GAP, Fitted, column_width, fit
from blueprint.model.entities import Blueprint
from blueprint.records import dataclass

EVIDENCE_GAP = 8.0
DOTS = ("bar", "end")  # shapes with which neighbours do not grow
ODD = ("decision", *DOTS)  # shapes that do not grow with their neighbours
OVER, EACH, MOST = 16.0, 10.0, 3  # room over the customer's cells for a way that passes over them, and for each more
EMPTY = 14.0  # what a lane without cells has between its borders


@dataclass(frozen=True, slots=True)
class Row:
    """A lane: its band, and the bands of its tracks inside."""

    lane: str
    top: float
    bottom: float
    tracks: tuple[Band, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """Everything that stands. `boxes` and `fitted` by key of the place."""

    columns: tuple[Band, ...]
    rows: tuple[Row, ...]
    boxes: Mapping[str, Rect]
    fitted: Mapping[str, Fitted]

    @property
    def bottom(self) -> float:
        return self.rows[-1].bottom if self.rows else 0.0

    def over(self, first: int, last: int, spill: float = 0.0) -> tuple[float, float]:
        """Left and right of a run of columns, wider by `spill` on either side."""
        return self.columns[first].low - spill, self.columns[last].high + spill


def columns(blueprint: Blueprint, flow: Flow, found: Columns, left: float) -> tuple[Band, ...]:
    """The columns' bands from `left` on, apart by the gutter and what wires say in it."""
    inside: list[list[Place]] = [[] for _ in range(found.count)]
    for place in found.places:
        if place.column == place.until:
            inside[place.column].append(place)
    bands, x = [], left
    for places, room in zip(inside, rooms(found, flow), strict=True):
        wide = column_width(blueprint, places) if places else LOWEST
        bands.append(Band(x, x + wide))
        x += wide + GUTTER + room
    return tuple(bands)


def stand(
    blueprint: Blueprint, found: Columns, bands: tuple[Band, ...], top: float, least: Mapping[str, float]
) -> Grid:  # fmt: skip
    """Give every place its rectangle; lanes follow each other from `top`, each at least as high as its name needs."""
    fitted = {p.key: fit(blueprint, p, bands[p.until].high - bands[p.column].low) for p in found.places}
    by_lane: dict[str, list[Place]] = {lane.id: [] for lane in blueprint.lanes}
    for place in found.places:
        by_lane.setdefault(place.lane, []).append(place)
    rows, boxes = [], dict[str, Rect]()
    for lane, places in by_lane.items():
        setter = _evidence if lane == "evidence" else _tracks
        above = _above(places) if lane == "customer" else 0.0
        tracks = setter(places, bands, fitted, top + LANE_PAD + above, boxes)
        bottom = max(tracks[-1].high + LANE_PAD, top + least.get(lane, 0.0))
        rows.append(Row(lane, top, bottom, tuple(tracks)))
        top = bottom
    return Grid(bands, tuple(rows), boxes, fitted)


def _above(places: list[Place]) -> float:
    """Room for ways out of steps that may go over others: their lines and labels stand over the lane's cells."""
    steps = {place.step.key: place.step for place in places if place.step}.values()
    count = sum(1 for step in steps for when in step.whens if when.arrow and when.arrow.target != "end")
    return OVER + EACH * (min(count, MOST) - 1) if count else 0.0


def _tracks(
    places: list[Place], bands: tuple[Band, ...], fitted: dict[str, Fitted], top: float, boxes: dict[str, Rect]
) -> list[Band]:
    """A lane's tracks, each as high as its tallest cell; cells of a track are of one height unless they are tall."""
    tracks: dict[int, list[Place]] = {0: []}
    for place in places:
        tracks.setdefault(place.track, []).append(place)
    found: dict[int, Band] = {}
    for track, inside in sorted(tracks.items()):
        heights = {p.key: fitted[p.key].height for p in inside}
        plain = [heights[p.key] for p in inside if p.kind not in DOTS and heights[p.key] <= CALM]
        common = max(plain, default=EMPTY if not places else LOWEST if not inside else 0.0)
        tall = max([common, *heights.values()])
        for place in inside:
            height = heights[place.key] if place.kind in ODD else max(heights[place.key], common)
            boxes[place.key] = _centred(place, bands, top + tall / 2, height)
        found[track] = Band(top, top + tall)
        top += tall + TRACK_GAP
    for place in places:
        if place.kind == "bar":
            band, first, last = bands[place.column], found[place.track], found[place.until_track]
            # In a column of its own it is as wide as that; beside a step of another branch it is still a bar.
            boxes[place.key] = Rect(round((band.low + band.high - BAR) / 2, 2), first.low, BAR, last.high - first.low)
    return list(found.values())


def _centred(place: Place, bands: tuple[Band, ...], middle: float, height: float) -> Rect:
    low, high = bands[place.column].low, bands[place.until].high
    if place.kind == "end":
        # Under a cell with others below it stands aside: their way down keeps the middle.
        alone = not place.step or place.step.kind == "decision" or len({lane_of(c) for c in place.step.cells}) < 2
        aside = 0.5 if alone else 0.8
        middle_x = low + (high - low) * aside
        low, high = middle_x - END / 2, middle_x + END / 2
    return Rect(low, round(middle - height / 2, 2), high - low, height)


def _evidence(
    places: list[Place], bands: tuple[Band, ...], fitted: dict[str, Fitted], top: float, boxes: dict[str, Rect]
) -> list[Band]:
    """Evidence has no wires, so its cells stack closely: those over a whole service or phase first, then each
    step's, centred beside its neighbours'."""
    start = top
    for shelf in _shelves([p for p in places if p.kind == "wide"]):
        tall = max(fitted[p.key].height for p in shelf)
        for place in shelf:
            low, high = bands[place.column].low, bands[place.until].high
            boxes[place.key] = Rect(low, top, high - low, tall)
        top += tall + EVIDENCE_GAP
    stacks = _stacks([p for p in places if p.kind == "evidence"])
    single = [fitted[stack[0].key].height for stack in stacks if len(stack) == 1]
    common = max([LOWEST, *(h for h in single if h <= CALM)])
    heights = [_stack_height(stack, fitted, common) for stack in stacks]
    tall = max(heights, default=0.0)
    for stack, high in zip(stacks, heights, strict=True):
        y = top + (tall - high) / 2
        for place in stack:
            height = max(fitted[place.key].height, common if len(stack) == 1 else 0.0)
            low, right = bands[place.column].low, bands[place.until].high
            boxes[place.key] = Rect(low, y, right - low, height)
            y += height + EVIDENCE_GAP
    return [Band(start, max(top + tall, start + (LOWEST if places else EMPTY)))]


def _shelves(wide: list[Place]) -> list[list[Place]]:
    """Wide cells on shelves, each on the highest that is free over all its columns; a phase's before its services'."""
    reached: dict[int, int] = {}
    shelves: list[list[Place]] = []
    for place in sorted(wide, key=lambda p: p.track):
        columns = range(place.column, place.until + 1)
        level = max(reached.get(column, 0) for column in columns)
        reached.update(dict.fromkeys(columns, level + 1))
        shelves += [[] for _ in range(level + 1 - len(shelves))]
        shelves[level].append(place)
    return shelves


def _stacks(places: list[Place]) -> list[list[Place]]:
    """Evidence by what it must stand over each other with: that of one step, and of steps that share a column."""
    stacks: list[list[Place]] = []
    end = -1
    for place in sorted(places, key=lambda p: p.column):
        if place.column > end:
            stacks.append([])
        stacks[-1].append(place)
        end = max(end, place.until)
    return stacks


def _stack_height(stack: list[Place], fitted: dict[str, Fitted], common: float) -> float:
    if len(stack) == 1:
        return max(fitted[stack[0].key].height, common)
    return sum(fitted[p.key].height for p in stack) + EVIDENCE_GAP * (len(stack) - 1)
