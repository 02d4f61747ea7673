"""The cheapest way of a wire over the cells, by length, bends, crossings and what runs beside it."""

from __future__ import annotations

from collections.abc import Iterator
from heapq import heappop, heappush

from blueprint.layout.route.field import BEND, BESIDE, BOUND, CRAMPED, CROSS, FULL, PAST, Field, wrong
from blueprint.layout.route.lines import SMALL, Place
from blueprint.layout.route.path import ABOVE, ACROSS, BELOW, DOWN, LEFT, RIGHT, Trip, passes, port_lines

REACH = 7  # lines beyond both ends that are searched first
FAR = 40  # lines between two ends from which on the wire runs straight from near one to near the other

Stretch = tuple[int, int]
_MOVES = ((RIGHT, 1, 0), (LEFT, -1, 0), (BELOW, 0, 1), (ABOVE, 0, -1))


def find(trip: Trip, field: Field) -> bool:
    """Lay the wire the cheapest way: near its ends first (and, where they are far apart, along one line between), then
    anywhere. Says whether there is a way."""
    wide, high, a, b = field.grid.wide, field.grid.high, trip.source, trip.target
    left, right = max(0, min(a.left, b.left) - REACH), min(wide - 1, max(a.right, b.right) + REACH)
    top, bottom = max(0, min(a.top, b.top) - 3 * REACH), min(high - 1, max(a.bottom, b.bottom) + 3 * REACH)
    between = min(a.right, b.right) + REACH, max(a.left, b.left) - REACH
    skip = between if between[1] - between[0] > FAR else (0, 0)
    near, anywhere = ((left, right), (top, bottom), skip), ((0, wide - 1), (0, high - 1), (0, 0))
    for xs, ys, leap in (near, anywhere):
        if Search(trip, field, xs, ys, leap).run():
            field.settle(trip)
            # Which side of a small box is free is known only of a whole way; where none is, they are not passed.
            if passes(trip, field.grid) or Search(trip, field, xs, ys, leap, past=False).run():
                return True
    return False


class Search:
    """A* over (cell, heading). Costs are whole pixels and ties go to the smaller state: one answer everywhere."""

    def __init__(
        self, trip: Trip, field: Field, xs: Stretch, ys: Stretch, skip: Stretch, past: bool = True
    ) -> None:  # fmt: skip
        self.trip, self.field, self.grid = trip, field, field.grid
        self.xs, self.ys, self.skip, self.past = xs, ys, skip, past
        # The cells of its bundles, in which it runs as if alone: others of the bundle do not stand in its way.
        self.out, self.into = field.bundles.get(trip.out, {}), field.bundles.get(trip.into, {})
        self.binding = [
            (axis, line)
            for place, leaves in ((trip.source, True), (trip.target, False))
            if place.diamond
            for axis in (ACROSS, DOWN)
            if not any(field.beside(trip, place, axis * 2 + way, leaves) for way in (0, 1))
            for line in port_lines(place, field.grid, axis)
        ]
        self.fits = tuple(set(port_lines(trip.target, field.grid, axis)) for axis in (ACROSS, DOWN))
        self.score: dict[int, int] = {}
        self.back: dict[int, int] = {}
        self.heap: list[tuple[int, int]] = []

    def run(self) -> bool:
        for cell, heading, cost in self._starts():
            self._reach(cell * 4 + heading, cost, -1)
        goal = self._climb()
        if goal < 0:
            return False
        cells: list[tuple[int, int]] = []
        state = self.back[goal]
        while state >= 0:
            before = self.back[state]
            cell, heading = state >> 2, state & 3
            step = (1, -1, self.grid.wide, -self.grid.wide)[heading]
            # After a leap the cells that were leapt over are filled in.
            stop = (before >> 2) if before >= 0 and before & 3 == heading else cell - step
            cells.extend((c, heading) for c in range(cell, stop, -step))
            state = before
        self.trip.cells, self.trip.last = tuple(reversed(cells)), goal & 3
        return True

    def _starts(self) -> Iterator[tuple[int, int, int]]:
        grid, place = self.grid, self.trip.source
        edge = {RIGHT: place.right + 1, LEFT: place.left - 1, BELOW: place.bottom + 1, ABOVE: place.top - 1}
        for heading, beyond in edge.items():
            axis = heading >> 1
            if not 0 <= beyond < (grid.wide if axis == ACROSS else grid.high):
                continue
            for line in self._ports(place, axis):
                cell = line * grid.wide + beyond if axis == ACROSS else beyond * grid.wide + line
                if not grid.shut[cell]:
                    cost = self._door(place, heading, line, True)
                    yield cell, heading, cost + self._beside(cell, axis)

    def _ports(self, place: Place, axis: int) -> list[int]:
        """A wide box has many ports: those that face the other end, those at its own ends and in its middle."""
        lines, other = port_lines(place, self.grid, axis), self.trip.target
        if len(lines) < 8:
            return lines
        first, last = (other.top, other.bottom) if axis == ACROSS else (other.left, other.right)
        keep = {0, 1, len(lines) // 2, len(lines) - 2, len(lines) - 1}
        return [line for i, line in enumerate(lines) if i in keep or first - 4 <= line <= last + 4]

    def _door(self, place: Place, side: int, line: int, leaves: bool) -> int:
        """What a port costs: its side, and how far it is from the middle of the box."""
        axis = side >> 1
        lines = self.grid.down if axis == ACROSS else self.grid.across
        wire = self.trip.wire
        unasked = wrong(side, wire.leave if leaves else wire.enter, wire.strict)
        cramped = CRAMPED if self.trip.shun == (side if leaves else side ^ 1) else 0
        off = abs(lines.at[line] - place.rect.centre[1 - axis])
        return self.field.port(self.trip, place, side, leaves) + unasked + cramped + int(off) // 4

    def _mine(self, key: int) -> int:
        return self.out.get(key, 0) + self.into.get(key, 0)

    def _beside(self, cell: int, axis: int) -> int:
        """What it costs to run along a cell beside what runs there already."""
        cost, runs = self.grid.dear[axis][cell], self.field.runs[axis][cell]
        if runs:
            key = cell * 2 + axis
            mine = self._mine(key)
            line = cell // self.grid.wide if axis == ACROSS else cell % self.grid.wide
            if (axis, line) in self.binding and self.field.binds(self.trip, key):
                cost += BOUND
            if runs > mine:
                cost += BESIDE * (runs - mine) + (FULL if runs - mine >= self.field.holds[axis][line] else 0)
        return cost

    def _reach(self, state: int, cost: int, before: int) -> None:
        if cost < self.score.get(state, 1 << 60):
            self.score[state] = cost
            self.back[state] = before
            heappush(self.heap, (cost + self._left(state), state))

    def _left(self, state: int) -> int:
        """At least so much is still to go."""
        grid, b = self.grid, self.trip.target
        cell, heading = state >> 2, state & 3
        x, y = cell % grid.wide, cell // grid.wide
        xs, ys = grid.across.at, grid.down.at
        dx = xs[b.left] - xs[x] if x < b.left else xs[x] - xs[b.right] if x > b.right else 0
        dy = ys[b.top] - ys[y] if y < b.top else ys[y] - ys[b.bottom] if y > b.bottom else 0
        if not dx and not dy:
            return 0
        toward = (x < b.left, x > b.right, y < b.top, y > b.bottom)[heading]
        bends = (1 if toward else 2) if dx and dy else (0 if toward else 1)
        return (dx + dy) * 9 // 10 + BEND * bends

    def _climb(self) -> int:
        """Go on from the most promising state until one lies in the target; -1 when there is no way."""
        wide, target, done = self.grid.wide, self.trip.target, set()
        while self.heap:
            state = heappop(self.heap)[1]
            if state in done:
                continue
            done.add(state)
            x, y = (state >> 2) % wide, (state >> 2) // wide
            # A box that the wire leaves and enters is never a state of its start, so this is its end.
            if target.holds(x, y):
                return state
            self._step(state, x, y)
        return -1

    def _step(self, state: int, x: int, y: int) -> None:
        """Every move from a state: to the next cell in three directions, or far along the line."""
        heading, base, wide = state & 3, self.score[state], self.grid.wide
        first, last = self.skip
        through = self._through(state)
        beside = self.grid.shut[state >> 2]  # a small box, at which it cannot turn
        for turn, dx, dy in _MOVES:
            nx, ny = x + dx, y + dy
            if turn == heading ^ 1 or (beside and turn != heading):
                continue
            if not (self.xs[0] <= nx <= self.xs[1] and self.ys[0] <= ny <= self.ys[1]):
                continue
            cost, axis = base + (through if turn == heading else BEND), turn >> 1
            if dx and first < nx < last:
                self._leap(state, turn, cost, x, y)
                continue
            cell = ny * wide + nx
            step = self.field.steps[axis][min(x, nx) if dx else min(y, ny)]
            if self.grid.shut[cell]:
                if self._opens(state, turn, nx, ny):
                    door = self._door(self.trip.target, turn ^ 1, ny if dx else nx, False)
                    self._reach(cell * 4 + turn, cost + step + door, state)
                elif (
                    self.past and axis == DOWN and self.grid.shut[cell] == SMALL and not self.trip.target.holds(nx, ny)
                ):
                    self._reach(cell * 4 + turn, cost + step + PAST + self._beside(cell, axis), state)
            else:
                step = step * 4 // 10 if self._mine(cell * 2 + axis) else step
                self._reach(cell * 4 + turn, cost + step + self._beside(cell, axis), state)

    def _through(self, state: int) -> int:
        """What it costs to go straight on through a cell: all that is crossed there."""
        cell, other = state >> 2, 1 - (state >> 1 & 1)
        crossed = self.field.runs[other][cell]
        return CROSS * max(0, crossed - self._mine(cell * 2 + other)) if crossed else 0

    def _opens(self, state: int, turn: int, x: int, y: int) -> bool:
        """Whether a closed cell is the target, met at a port."""
        if not self.trip.target.holds(x, y) or (y if turn >> 1 == ACROSS else x) not in self.fits[turn >> 1]:
            return False
        if self.trip.source is not self.trip.target:
            return True
        while self.back[state] >= 0:
            state = self.back[state]
        return state & 3 != turn ^ 1  # from a box to itself: out by one side, in by another

    def _leap(self, state: int, turn: int, cost: int, x: int, y: int) -> None:
        """Along one line from near one end to near the other, where nothing stands between."""
        first, last = self.skip
        if (x, turn) not in ((first, RIGHT), (last, LEFT)):
            return
        grid, runs = self.grid, self.field.runs
        row = slice(y * grid.wide + first + 1, y * grid.wide + last)
        if any(grid.shut[row]):
            return
        length = abs(grid.across.at[last] - grid.across.at[first])
        if self._mine((row.start + row.stop) // 2 * 2 + ACROSS):
            cost += length * 4 // 10
        else:
            along = runs[ACROSS][row]
            cost += length + CROSS * sum(runs[DOWN][row]) + BESIDE * sum(along) + sum(grid.dear[ACROSS][row])
            cost += 4 * FULL if max(along) >= self.field.holds[ACROSS][y] else 0
        self._reach((y * grid.wide + (last if turn == RIGHT else first)) * 4 + turn, cost, state)
