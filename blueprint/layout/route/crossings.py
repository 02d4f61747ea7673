"""Where wires cross, and which of the two hops over the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from blueprint.layout.route.lines import Grid
from blueprint.layout.route.path import ACROSS, DOWN, Piece, Trip
from blueprint.layout.scene import Point

HOP = 4.0  # px: the radius of a bridge
FOOT = 2.0  # px of straight line left on both sides of it
FAR = 240  # lines: a stretch over more than that hops nowhere, as it would be all hops


def crossings(
    trips: Sequence[Trip], ends: Sequence[Sequence[Point]], grid: Grid
) -> Iterator[tuple[Piece, Piece, Point]]:
    """Every crossing of two wires without a common end: the piece across, the piece down, the point.

    Of far stretches that lie on one place only the longest counts: thousands may lie there, and each is crossed by
    thousands.
    """
    table: dict[int, list[Piece]] = {}
    downs: list[Piece] = []
    longest: dict[tuple[int, float], Piece] = {}
    for trip in trips:
        for piece in trip.pieces:
            if piece.heading >> 1 == ACROSS and _far(piece):
                other = longest.setdefault((piece.line, piece.at), piece)
                if abs(other.last - other.first) < abs(piece.last - piece.first):
                    longest[piece.line, piece.at] = piece
            elif piece.heading >> 1 == ACROSS:
                table.setdefault(piece.line, []).append(piece)
            else:
                downs.append(piece)
    for (line, _), piece in longest.items():
        table.setdefault(line, []).append(piece)
    cells: dict[tuple[int, int], list[Piece]] = {}
    for line, pieces in table.items():
        for piece in pieces:
            # One more on both sides: a wire may pass between the edge of a small box's cell and the box.
            for column in range(min(piece.first, piece.last) - 1, max(piece.first, piece.last) + 2):
                cells.setdefault((column, line), []).append(piece)
    for down in downs:
        low, high = _extent(down, ends, DOWN)
        for row in range(min(down.first, down.last) - 1, max(down.first, down.last) + 2):
            for across in cells.get((down.line, row), ()):
                if low < across.at < high and not _kin(trips[down.wire], trips[across.wire]):
                    start, stop = _extent(across, ends, ACROSS)
                    if start < down.at < stop:
                        yield across, down, (down.at, across.at)


def _far(piece: Piece) -> bool:
    return abs(piece.last - piece.first) > FAR


def _extent(piece: Piece, ends: Sequence[Sequence[Point]], axis: int) -> tuple[float, float]:
    a, b = ends[piece.wire][piece.index][axis], ends[piece.wire][piece.index + 1][axis]
    return (a, b) if a < b else (b, a)


def _kin(a: Trip, b: Trip) -> bool:
    return a is b or a.source is b.source or a.target is b.target


def bridges(trips: Sequence[Trip], ends: Sequence[Sequence[Point]], grid: Grid) -> dict[int, list[Point]]:
    """The points where each wire hops, in its own direction, with room for every hop."""
    hops: dict[tuple[int, int], set[Point]] = {}
    for across, down, point in crossings(trips, ends, grid):
        key_a, key_d = (trips[p.wire].wire.weight for p in (across, down))
        lighter = across if (key_a, across.wire) > (key_d, down.wire) else down
        if not _far(lighter):
            hops.setdefault((lighter.wire, lighter.index), set()).add(point)
    found: dict[int, list[Point]] = {}
    for (wire, index), points in sorted(hops.items()):
        found.setdefault(wire, []).extend(_roomy(trips[wire].pieces[index], ends, points))
    return found


def _roomy(piece: Piece, ends: Sequence[Sequence[Point]], points: set[Point]) -> list[Point]:
    axis = piece.heading >> 1
    low, high = _extent(piece, ends, axis)
    kept: list[Point] = []
    for point in sorted(points):
        fits = low + HOP + FOOT <= point[axis] <= high - HOP - FOOT
        if fits and (not kept or point[axis] - kept[-1][axis] >= 2 * HOP):
            kept.append(point)
    return kept[::-1] if piece.heading & 1 else kept
