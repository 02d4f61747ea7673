"""Straight wires between boxes that face each other."""

from __future__ import annotations

from collections.abc import Sequence

from blueprint.layout.route.field import CORNER, Field, wrong
from blueprint.layout.route.lines import Grid, Place
from blueprint.layout.route.path import ABOVE, ACROSS, BELOW, DOWN, LEFT, RIGHT, Trip, port_lines, port_room

MARGIN = 3.0  # px on both sides of a label
ASIDE = 8.0  # px to a small box that a straight wire passes
EDGE = 4.0  # px: a wire under its label keeps that near to the edge of its boxes
SPOKEN = 100  # cost per cell of running through a gutter where a label stands
TOUCH = 1.0  # px that edges of neighbours may differ by


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
            slot = _spoken(a, b, line, field)
            if shut or not slot:
                trip.shun = heading
                continue
        if field.port(trip, a, heading, True) + field.port(trip, b, heading ^ 1, False) >= CORNER:
            continue
        trip.cells, trip.last, trip.slot = tuple((cell, heading) for cell in cells), heading, slot
        if trip.wire.label and axis == ACROSS and len(cells) == 1:
            _keep(a, b, cells[0], grid)
        return True
    return False


def _slot(trip: Trip, line: int, shut: Sequence[int], axis: int, grid: Grid) -> tuple[float, float] | None:
    """Where a straight way passes small boxes, such as an end's dot, that stand between; None where it cannot."""
    lines = grid.down if axis == ACROSS else grid.across
    rooms = [port_room(end, lines, line, axis) for end in (trip.source, trip.target)]
    low, high = max(r[0] for r in rooms), min(r[1] for r in rooms)
    sizes = [(rect.y, rect.bottom) if axis == ACROSS else (rect.x, rect.right) for rect in grid.inside(shut)]
    before = low, min(high, min(start for start, _ in sizes) - ASIDE)
    after = max(low, max(stop for _, stop in sizes) + ASIDE), high
    wide = max(before, after, key=lambda slot: slot[1] - slot[0])
    return wide if wide[1] - wide[0] >= ASIDE else None


def _cramped(trip: Trip, heading: int, grid: Grid) -> bool:
    """Whether the label has no room on the straight way between two boxes side by side."""
    if not trip.wire.label or heading >> 1 == DOWN or trip.wire.leave or trip.wire.enter:
        return False
    a, b = sorted((trip.source.rect.x, trip.target.rect.x)), sorted((trip.source.rect.right, trip.target.rect.right))
    return a[1] - b[0] < trip.wire.label[0] + 2 * MARGIN


def _spoken(a: Place, b: Place, line: int, field: Field) -> tuple[float, float] | None:
    """Where a straight way between neighbours runs whose label is wider than the gutter: near their upper or lower
    edges, as there the label has room over or under them. None where one stands out, or another speaks there."""
    one, other = a.rect, b.rect
    top, bottom = max(one.y, other.y) + EDGE, min(one.bottom, other.bottom) - EDGE
    for edge, away, at in ((-1, abs(one.y - other.y), top), (1, abs(one.bottom - other.bottom), bottom)):
        key = (line, min(a.right, b.right), edge)
        room = field.grid.down.room(line)
        if away <= TOUCH and key not in field.spoken and room[0] <= at <= room[1]:
            field.spoken.add(key)
            row = min(max((a.top - 1) if edge < 0 else (a.bottom + 1), 0), field.grid.high - 1) * field.grid.wide
            for cell in range(row + min(a.left, b.left), row + max(a.right, b.right) + 1):
                field.grid.dear[ACROSS][cell] += SPOKEN
            return at, at
    return None


def _keep(a: Place, b: Place, cell: int, grid: Grid) -> None:
    """A label in or over a gutter needs most of it: what goes up or down there had better do so elsewhere."""
    column = cell % grid.wide
    for row in range(max(0, min(a.top, b.top) - 1), min(grid.high - 1, max(a.bottom, b.bottom) + 1) + 1):
        grid.dear[DOWN][row * grid.wide + column] += SPOKEN


def _facing(a: Place, b: Place, axis: int) -> int | None:
    if axis == ACROSS:
        return RIGHT if a.right < b.left else LEFT if b.right < a.left else None
    return BELOW if a.bottom < b.top else ABOVE if b.bottom < a.top else None


def _allowed(trip: Trip, first: int, last: int) -> bool:
    wire = trip.wire
    return not wire.strict or not (wrong(first, wire.leave, True) or wrong(last ^ 1, wire.enter, True))


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
