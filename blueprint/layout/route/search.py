"""Which way each wire takes, over the cells: straight if it can, else the cheapest by length, bends and crossings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import heappop, heappush

from blueprint.layout.plan import Side
from blueprint.layout.route.lines import Grid, Place
from blueprint.layout.route.path import (
    ABOVE,
    ACROSS,
    BELOW,
    DOWN,
    LEFT,
    RIGHT,
    SIDES,
    Trip,
    port_lines,
    port_room,
)

BEND = 400  # px of detour that one bend is worth, and so on
CROSS = 100
BESIDE = 3  # per cell, for every other wire that runs along it
FULL = 120  # per cell, where a line has no room for one more track
WRONG = 2500  # a side that the wire should not use
CRAMPED = 450  # a way between two boxes on which the wire's label has no room
MARGIN = 3.0  # px on both sides of a label
ASIDE = 8.0  # px to a small box that a straight wire passes
BOUND = 1500  # per cell, where two diamonds would bind two wires to one place
CORNER = 5000  # a diamond's corner that serves the other direction already
PORT = 16  # a side that another wire has taken
TRACK = 4.0
REACH = 7  # lines beyond both ends that are searched first


class Field:
    """What runs where by now: wires per cell and axis, wires per side of a box, cells of each bundle."""

    def __init__(self, grid: Grid) -> None:
        count = grid.wide * grid.high
        self.grid = grid
        self.runs = ([0] * count, [0] * count)
        self.bundles: dict[str, dict[int, int]] = {}
        self.ports: dict[tuple[int, int, bool], int] = {}  # (box, side, leaves) → wires
        self.bound: dict[int, int] = {}  # cell * 2 + axis → wires that a diamond's corner binds to one place in it
        steps = [b - a for a, b in zip(grid.across.at, grid.across.at[1:], strict=False)]
        drops = [b - a for a, b in zip(grid.down.at, grid.down.at[1:], strict=False)]
        self.steps = (steps, drops)
        self.holds = tuple(
            [max(1, int((high - low) / TRACK) + 1) for low, high in map(lines.room, range(len(lines.at)))]
            for lines in (grid.down, grid.across)
        )

    def put(self, trip: Trip, by: int = 1) -> None:
        """Enter a trip's cells and ports; `by=-1` takes them out."""
        bundles = [self.bundles.setdefault(name, {}) for name in (trip.out, trip.into) if name]
        for cell, axis in trip.steps():
            self.runs[axis][cell] += by
            for bundle in bundles:
                key = cell * 2 + axis
                bundle[key] = bundle.get(key, 0) + by
        for key in _bound(trip):
            self.bound[key] = self.bound.get(key, 0) + by
        for place, side, leaves in ((trip.source, trip.first, True), (trip.target, trip.last ^ 1, False)):
            port = (id(place), side, leaves)
            self.ports[port] = self.ports.get(port, 0) + by

    def own(self, trip: Trip) -> dict[int, int]:
        """The cells that its bundles run through already (cell * 2 + axis → wires)."""
        first, second = self.bundles.get(trip.out, {}), self.bundles.get(trip.into, {})
        if not (first and second):
            return first or second
        both = dict(first)
        for key, count in second.items():
            both[key] = both.get(key, 0) + count
        return both

    def port(self, place: Place, side: int, leaves: bool) -> int:
        """What it costs to use a side of a box (a heading: the way out of it)."""
        same, other = self.ports.get((id(place), side, leaves), 0), self.ports.get((id(place), side, not leaves), 0)
        if place.diamond:
            return CORNER * (other > 0) + PORT * (same > 0)
        return PORT * (other > 0)


def _bound(trip: Trip) -> Iterator[int]:
    """The cells of the first or last straight stretch of a trip, where that one begins or ends at a diamond."""
    if trip.source.diamond:
        for cell, heading in trip.cells:
            if heading != trip.first:
                break
            yield cell * 2 + (heading >> 1)
    if trip.target.diamond:
        for i in range(len(trip.cells) - 1, -1, -1):
            yield trip.cells[i][0] * 2 + (trip.last >> 1)
            if trip.cells[i][1] != trip.last:
                break


def straight(trip: Trip, field: Field) -> bool:
    """Lay the wire as one straight piece where its boxes face each other; says whether they do."""
    grid, a, b = field.grid, trip.source, trip.target
    if a is b:
        return False
    for axis in (ACROSS, DOWN):
        heading = _facing(a, b, axis)
        if heading is None or not _allowed(trip, heading, heading):
            continue
        line = _shared_line(a, b, grid, axis)
        if line is None:
            continue
        cells = _between(a, b, line, heading, grid)
        shut = [cell for cell in cells if grid.shut[cell]]
        slot = _slot(trip, line, shut, axis, grid) if shut else None
        if not cells or (shut and not slot):
            continue
        if _cramped(trip, heading, grid):
            trip.shun = heading
            continue
        if field.port(a, heading, True) + field.port(b, heading ^ 1, False) >= CORNER:
            continue
        trip.cells, trip.last, trip.slot = tuple((cell, heading) for cell in cells), heading, slot
        return True
    return False


def _slot(trip: Trip, line: int, shut: Sequence[int], axis: int, grid: Grid) -> tuple[float, float] | None:
    """Where a straight way passes beside small boxes, such as an end's dot, that stand between; None where it cannot."""
    lines = grid.down if axis == ACROSS else grid.across
    rooms = [port_room(end, lines, line, axis) for end in (trip.source, trip.target)]
    low, high = max(r[0] for r in rooms), min(r[1] for r in rooms)
    sizes = [(rect.y, rect.bottom) if axis == ACROSS else (rect.x, rect.right) for rect in grid.inside(shut)]
    before = low, min(start for start, _ in sizes) - ASIDE
    after = max(stop for _, stop in sizes) + ASIDE, high
    wide = max(before, after, key=lambda slot: slot[1] - slot[0])
    return wide if wide[1] - wide[0] >= ASIDE else None


def _cramped(trip: Trip, heading: int, grid: Grid) -> bool:
    """Whether the label has no room on the straight way between two boxes side by side, while it would have beside it."""
    if not trip.wire.label or heading >> 1 == DOWN or trip.wire.leave or trip.wire.enter:
        return False
    a, b = sorted((trip.source.rect.x, trip.target.rect.x)), sorted((trip.source.rect.right, trip.target.rect.right))
    return a[1] - b[0] < trip.wire.label[0] + 2 * MARGIN


def _facing(a: Place, b: Place, axis: int) -> int | None:
    if axis == ACROSS:
        return RIGHT if a.right < b.left else LEFT if b.right < a.left else None
    return BELOW if a.bottom < b.top else ABOVE if b.bottom < a.top else None


def _allowed(trip: Trip, first: int, last: int) -> bool:
    return not _wrong(first, trip.wire.leave) and not _wrong(last ^ 1, trip.wire.enter)


def _wrong(side: int, sides: Sequence[Side]) -> int:
    return WRONG if sides and SIDES[side] not in sides else 0


def _shared_line(a: Place, b: Place, grid: Grid, axis: int) -> int | None:
    lines = grid.down if axis == ACROSS else grid.across
    common = set(port_lines(b, grid, axis))
    small = min((a, b), key=lambda p: p.rect.height if axis == ACROSS else p.rect.width)
    middle = small.rect.centre[1 - axis]
    best: tuple[float, int] | None = None
    for line in port_lines(a, grid, axis):
        rooms = [port_room(end, lines, line, axis) for end in (a, b)]
        if line in common and max(r[0] for r in rooms) <= min(r[1] for r in rooms):
            off = abs(lines.at[line] - middle)
            best = min(best, (off, line)) if best else (off, line)
    return best[1] if best else None


def _between(a: Place, b: Place, line: int, heading: int, grid: Grid) -> range:
    if heading >> 1 == ACROSS:
        base = line * grid.wide
        return (
            range(base + a.right + 1, base + b.left)
            if heading == RIGHT
            else range(base + a.left - 1, base + b.right, -1)
        )
    wide = grid.wide
    if heading == BELOW:
        return range((a.bottom + 1) * wide + line, b.top * wide + line, wide)
    return range((a.top - 1) * wide + line, b.bottom * wide + line, -wide)


def find(trip: Trip, field: Field) -> bool:
    """Lay the wire the cheapest way: near its ends first, then anywhere."""
    wide, high = field.grid.wide, field.grid.high
    a, b = trip.source, trip.target
    near = (
        max(0, min(a.left, b.left) - REACH),
        min(wide - 1, max(a.right, b.right) + REACH),
        max(0, min(a.top, b.top) - 3 * REACH),
        min(high - 1, max(a.bottom, b.bottom) + 3 * REACH),
    )
    whole = (0, wide - 1, 0, high - 1)
    return Search(trip, field, near).run() or Search(trip, field, whole).run()


class Search:
    """A* over (cell, heading). Costs are whole pixels and ties go to the smaller state: one answer everywhere."""

    def __init__(self, trip: Trip, field: Field, window: tuple[int, int, int, int]) -> None:
        self.trip, self.field, self.window = trip, field, window
        self.own = field.own(trip)
        self.binding = {
            (axis, line)
            for place in (trip.source, trip.target)
            if place.diamond
            for axis in (ACROSS, DOWN)
            for line in port_lines(place, field.grid, axis)
        }
        self.score: dict[int, int] = {}
        self.back: dict[int, int] = {}
        self.heap: list[tuple[int, int]] = []

    def run(self) -> bool:
        for cell, heading, cost in self._starts():
            self._reach(cell * 4 + heading, cost, -1)
        goal = self._climb()
        if goal < 0:
            return False
        heading, state = goal & 3, self.back[goal]
        cells = []
        while state >= 0:
            cells.append((state >> 2, state & 3))
            state = self.back[state]
        self.trip.cells, self.trip.last = tuple(reversed(cells)), heading
        return True

    def _starts(self) -> Iterator[tuple[int, int, int]]:
        grid, place, field = self.field.grid, self.trip.source, self.field
        wide = grid.wide
        edge = {RIGHT: place.right + 1, LEFT: place.left - 1, BELOW: place.bottom + 1, ABOVE: place.top - 1}
        for heading, beyond in edge.items():
            axis = heading >> 1
            if not 0 <= beyond < (wide if axis == ACROSS else grid.high):
                continue
            cost = field.port(place, heading, True) + _wrong(heading, self.trip.wire.leave)
            cost += CRAMPED if heading == self.trip.shun else 0
            for line in self._ports(place, axis, self.trip.target):
                cell = line * wide + beyond if axis == ACROSS else beyond * wide + line
                if not grid.shut[cell]:
                    off = abs((grid.down if axis == ACROSS else grid.across).at[line] - place.rect.centre[1 - axis])
                    yield cell, heading, cost + int(off) // 4 + self._beside(cell, axis)

    def _ports(self, place: Place, axis: int, other: Place) -> list[int]:
        """A wide box has many ports: those that face the other end, those at its own ends and in its middle."""
        lines = port_lines(place, self.field.grid, axis)
        if len(lines) < 8:
            return lines
        first, last = (other.top, other.bottom) if axis == ACROSS else (other.left, other.right)
        keep = {0, 1, len(lines) // 2, len(lines) - 2, len(lines) - 1}
        return [line for i, line in enumerate(lines) if i in keep or first - 4 <= line <= last + 4]

    def _beside(self, cell: int, axis: int) -> int:
        grid, runs = self.field.grid, self.field.runs[axis][cell]
        cost = grid.dear[axis].get(cell, 0)
        if runs:
            key = cell * 2 + axis
            runs -= self.own.get(key, 0)
            line = cell // grid.wide if axis == ACROSS else cell % grid.wide
            if (axis, line) in self.binding and self.field.bound.get(key, 0) > self.own.get(key, 0):
                cost += BOUND
            if runs > 0:
                cost += BESIDE * runs + (FULL if runs >= self.field.holds[axis][line] else 0)
        return cost

    def _reach(self, state: int, cost: int, before: int) -> None:
        if cost < self.score.get(state, 1 << 60):
            self.score[state] = cost
            self.back[state] = before
            heappush(self.heap, (cost + self._left(state), state))

    def _left(self, state: int) -> int:
        """At least this much is still to go."""
        grid, b = self.field.grid, self.trip.target
        cell, heading = state >> 2, state & 3
        x, y = cell % grid.wide, cell // grid.wide
        xs, ys = grid.across.at, grid.down.at
        dx = xs[b.left] - xs[x] if x < b.left else xs[x] - xs[b.right] if x > b.right else 0
        dy = ys[b.top] - ys[y] if y < b.top else ys[y] - ys[b.bottom] if y > b.bottom else 0
        if not dx and not dy:
            return 0
        toward = (x < b.left, x > b.right, y < b.top, y > b.bottom)[heading]
        if dx and dy:
            return (dx + dy) * 9 // 10 + (BEND if toward else 2 * BEND)
        return (dx + dy) * 9 // 10 + (0 if toward else BEND)

    def _climb(self) -> int:
        grid, b = self.field.grid, self.trip.target
        wide, shut = grid.wide, grid.shut
        left, right, top, bottom = self.window
        moves = ((RIGHT, 1, 0), (LEFT, -1, 0), (BELOW, 0, 1), (ABOVE, 0, -1))
        fits = tuple(set(port_lines(b, grid, axis)) for axis in (ACROSS, DOWN))
        runs, own, score, heap = self.field.runs, self.own, self.score, self.heap
        steps = self.field.steps
        done: set[int] = set()
        while heap:
            _, state = heappop(heap)
            if state in done:
                continue
            done.add(state)
            cell, heading = state >> 2, state & 3
            if b.left <= (x := cell % wide) <= b.right and b.top <= (y := cell // wide) <= b.bottom:
                return state
            y = cell // wide
            base = score[state]
            for turn, dx, dy in moves:
                if turn == heading ^ 1:
                    continue
                nx, ny = x + dx, y + dy
                if not (left <= nx <= right and top <= ny <= bottom):
                    continue
                cell2, axis = ny * wide + nx, turn >> 1
                step = steps[0][min(x, nx)] if dx else steps[1][min(y, ny)]
                if cell2 * 2 + axis in own:
                    step = step * 4 // 10
                if turn == heading:
                    crossed = runs[1 - axis][cell]
                    if crossed:
                        crossed -= own.get(cell * 2 + 1 - axis, 0)
                    cost = base + step + (CROSS * crossed if crossed > 0 else 0)
                else:
                    cost = base + step + BEND
                if shut[cell2]:
                    if not b.holds(nx, ny):
                        continue
                    line = ny if axis == ACROSS else nx
                    if line not in fits[axis] or self._same_door(state, turn):
                        continue
                    off = abs((grid.down if axis == ACROSS else grid.across).at[line] - b.rect.centre[1 - axis])
                    cost += self.field.port(b, turn ^ 1, False) + int(off) // 4
                    cost += _wrong(turn ^ 1, self.trip.wire.enter) + (CRAMPED if turn == self.trip.shun else 0)
                else:
                    cost += self._beside(cell2, axis)
                self._reach(cell2 * 4 + turn, cost, state)
        return -1

    def _same_door(self, state: int, turn: int) -> bool:
        """A wire from a box to itself leaves by one side and enters by another."""
        if self.trip.source is not self.trip.target:
            return False
        while self.back[state] >= 0:
            state = self.back[state]
        return state & 3 == turn ^ 1
