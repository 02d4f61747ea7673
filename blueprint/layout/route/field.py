"""What runs where by now, and what it costs to run there too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeVar

from blueprint.layout.plan import Side
from blueprint.layout.route.lines import Grid, Place
from blueprint.layout.route.path import SIDES, Trip

K = TypeVar("K")

# Costs are pixels of detour.
BEND = 3000
CROSS = 30
BESIDE = 3  # per cell, for every other wire that runs along it
FULL = 120  # per cell, where a line has no room for one more track
PORT = 16  # a side of a box that serves the other direction already
CRAMPED = 2 * BEND + 200  # a way between two boxes on which the wire's label has no room: two bends, and a little
BOUND = 40  # per cell, where two diamonds would bind two wires to one place: the second goes beside
PAST = 100  # a small box that is passed
WRONG = 3 * BEND  # a side that the wire must not use
UNWISHED = 200  # a side that it would rather not use
CORNER = 3 * BEND  # the end of a bar that serves the other direction already
BY_CORNER = 300  # a diamond's corner where wires of another bundle meet it: this one meets it beside them

LONG = 240  # cells from which on a wire is not laid anew: it would cost much and gain little
TRACK = 4.0  # px that a track needs at least


class Field:
    """Wires per cell and axis, wires per side of a box, cells of each bundle."""

    def __init__(self, grid: Grid) -> None:
        count = grid.wide * grid.high
        self.grid = grid
        self.runs = ([0] * count, [0] * count)
        self.bundles: dict[str, dict[int, int]] = {}  # name → cell * 2 + axis → wires
        # cell * 2 + axis → wires, by their bundles, that a diamond's corner binds to one place in it
        self.bound: dict[int, dict[tuple[str, str], int]] = {}
        self.spoken: set[tuple[int, int, int]] = set()  # (line, column, edge) where a label stands over a short wire
        self.ports: dict[tuple[int, int, bool], int] = {}  # (box, side, leaves) → wires
        self.corners: dict[tuple[int, int], dict[str, int]] = {}  # (diamond, side) → bundles that meet it in its corner
        self.steps = tuple([b - a for a, b in pairwise(lines.at)] for lines in (grid.across, grid.down))
        self.holds = tuple(
            [max(1, int((high - low) / TRACK) + 1) for low, high in map(lines.room, range(len(lines.at)))]
            for lines in (grid.down, grid.across)
        )

    def put(self, trip: Trip, by: int = 1) -> None:
        """Enter a trip's cells and ports; `by=-1` takes them out."""
        if by > 0:
            self.settle(trip)
        bundles = [self.bundles.setdefault(name, {}) for name in (trip.out, trip.into)]
        far = len(trip.cells) >= LONG
        for cell, axis in trip.steps():
            # Those of one bundle lie on one place: where thousands run far together, they are one track.
            if far and (cell * 2 + axis in bundles[0] or cell * 2 + axis in bundles[1]):
                continue
            self.runs[axis][cell] += by
            for bundle in bundles:
                _count(bundle, cell * 2 + axis, by)
        for key in _bound(trip):
            _count(self.bound.setdefault(key, {}), (trip.out, trip.into), by)
        for (place, side, leaves), beside in zip(_ends(trip), trip.beside, strict=True):
            port = (id(place), side, leaves)
            self.ports[port] = self.ports.get(port, 0) + by
            if place.diamond and not beside:
                _count(self.corners.setdefault((id(place), side), {}), trip.out if leaves else trip.into, by)

    def settle(self, trip: Trip) -> None:
        """Decide whether a trip whose cells are chosen meets diamonds in their corners or beside them."""
        out, into = (self.beside(trip, *end) or self._bars(trip, end[2]) for end in _ends(trip))
        trip.beside = out, into

    def port(self, trip: Trip, place: Place, side: int, leaves: bool) -> int:
        """What it costs to use a side of a box (a heading: the way out of it)."""
        same, other = self.ports.get((id(place), side, leaves), 0), self.ports.get((id(place), side, not leaves), 0)
        if place.diamond:
            return BY_CORNER * self.beside(trip, place, side, leaves) + PORT * (same > 0)
        if place.narrow(side >> 1):
            return CORNER * (other > 0) + PORT * (same > 0)
        return PORT * (other > 0)

    def beside(self, trip: Trip, place: Place, side: int, leaves: bool) -> bool:
        """Whether a wire must meet a diamond beside this corner, as wires of another bundle meet it there."""
        return any(name != (trip.out if leaves else trip.into) for name in self.corners.get((id(place), side), ()))

    def binds(self, trip: Trip, key: int) -> bool:
        """Whether a wire of other bundles is bound to one place in a cell (times 2, plus the axis)."""
        return any(out != trip.out and into != trip.into for out, into in self.bound.get(key, ()))

    def _bars(self, trip: Trip, leaves: bool) -> bool:
        """Whether something stands in the way of the straight stretch that meets a diamond in its corner."""
        return any(self.grid.shut[key // 2] or self.binds(trip, key) for key in _stretch(trip, leaves))


def _count(table: dict[K, int], key: K, by: int) -> None:
    left = table.get(key, 0) + by
    if left:
        table[key] = left
    else:
        del table[key]


def _ends(trip: Trip) -> tuple[tuple[Place, int, bool], ...]:
    """Both ends: the box, its side, whether the trip leaves there."""
    return (trip.source, trip.first, True), (trip.target, trip.last ^ 1, False)


def _bound(trip: Trip) -> Iterator[int]:
    """The cells where a trip is bound to one place, by the corner of the diamond that it begins or ends at."""
    for leaves in (True, False):
        if not trip.beside[not leaves]:
            yield from _stretch(trip, leaves)


def _stretch(trip: Trip, leaves: bool) -> Iterator[int]:
    """The cells of the first or last straight stretch of a trip, where that one begins or ends at a diamond."""
    if leaves and trip.source.diamond:
        for cell, heading in trip.cells:
            if heading != trip.first:
                break
            yield cell * 2 + (heading >> 1)
    if not leaves and trip.target.diamond:
        for i in range(len(trip.cells) - 1, -1, -1):
            yield trip.cells[i][0] * 2 + (trip.last >> 1)
            if trip.cells[i][1] != trip.last:
                break


def wrong(side: int, sides: Sequence[Side], strict: bool) -> int:
    """What it costs to use a side that is not among those asked for."""
    return (WRONG if strict else UNWISHED) if sides and SIDES[side] not in sides else 0
