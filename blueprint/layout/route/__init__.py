"""The channel router: lays wires over the gutters of a swimlane grid.

Routes are chosen over the cells of the grid (`search`), wires of one end are bundled (`bundle`), every piece gets its
own track within its line (`order`, `tracks`), and crossings and labels are placed last. By construction no wire runs
through a box, and no two lie on one stretch unless they share an end.
"""

from __future__ import annotations

from collections.abc import Sequence

from blueprint.layout.plan import Laid, Plan, Wire
from blueprint.layout.route.bundle import groups
from blueprint.layout.route.crossings import bridges
from blueprint.layout.route.field import LONG, Field
from blueprint.layout.route.labels import labels
from blueprint.layout.route.lines import grid
from blueprint.layout.route.path import ACROSS, BELOW, RIGHT, Trip, pieces
from blueprint.layout.route.search import find
from blueprint.layout.route.straight import straight
from blueprint.layout.route.tracks import Tracks
from blueprint.layout.scene import Point

__all__ = ["route"]

AGAIN = 1  # times that wires are laid anew, knowing all others


def route(plan: Plan, wires: Sequence[Wire]) -> dict[str, Laid]:
    """Lay all wires (by id). Pixels, rounded to two decimals; the same input gives the same answer everywhere.

    Wires that name a box which the plan has not are left out. Where boxes are walled in so that no way exists, the
    wire is a single point on the border of its source, given twice.
    """
    cells = grid(plan)
    known = [w for w in wires if w.source in cells.places and w.target in cells.places]
    trips = [Trip(i, w, cells.places[w.source], cells.places[w.target]) for i, w in enumerate(known)]
    _choose(trips, Field(cells))
    for trip in trips:
        trip.pieces = pieces(trip, cells) if trip.cells else []
    Tracks(cells, trips, groups(trips)).assign()
    ends = [_corners(trip) for trip in trips]
    hops = bridges(trips, ends, cells)
    ways = [_clean(points) for points in ends]
    places = labels(plan, ways, [w.label for w in known])
    return {
        trip.wire.id: Laid(points=way, label=label, bridges=tuple(_round(p) for p in hops.get(trip.number, ())))
        for trip, way, label in zip(trips, ways, places, strict=True)
    }


def _choose(trips: Sequence[Trip], field: Field) -> None:
    """Straight wires first, for they have no choice; then the heavy and short before the light and long."""
    for trip in trips:
        # Stems are shared by wires that look alike, but the ways out of a decision stand for different conditions.
        look = f"{trip.wire.weight} {trip.wire.bundle}"
        trip.out = f"from {trip.wire.source}: {trip.wire.id if trip.source.diamond else look}"
        trip.into = f"to {trip.wire.target}: {look}"
    rest = []
    for trip in trips:
        if straight(trip, field):
            field.put(trip)
        else:
            rest.append(trip)
    rest.sort(key=lambda t: (t.wire.weight, _distance(t), t.number))
    laid = [trip for trip in rest if _lay(trip, field)]
    for _ in range(AGAIN):
        for trip in laid:
            if len(trip.cells) < LONG:
                field.put(trip, -1)
                _lay(trip, field)


def _lay(trip: Trip, field: Field) -> bool:
    found = find(trip, field)
    if found:
        field.put(trip)
    return found


def _distance(trip: Trip) -> float:
    (ax, ay), (bx, by) = trip.source.rect.centre, trip.target.rect.centre
    return abs(ax - bx) + abs(ay - by)


def _corners(trip: Trip) -> list[Point]:
    """The port of the source, every corner, the port of the target."""
    if not trip.pieces:
        rect = trip.source.rect
        return [(rect.right, rect.centre[1])] * 2
    first, last = trip.pieces[0], trip.pieces[-1]
    points = [_port(trip, first.heading, first.at, True)]
    for a, b in zip(trip.pieces, trip.pieces[1:], strict=False):
        points.append((b.at, a.at) if a.heading >> 1 == ACROSS else (a.at, b.at))
    points.append(_port(trip, last.heading ^ 1, last.at, False))
    return points


def _port(trip: Trip, side: int, at: float, leaves: bool) -> Point:
    place = trip.source if leaves else trip.target
    rect, middle = place.rect, place.rect.centre
    across = side >> 1 == ACROSS
    # A diamond falls back from its corner.
    off = abs(at - middle[across]) / (rect.height if across else rect.width) if place.diamond else 0.0
    if across:
        return (rect.right - off * rect.width if side == RIGHT else rect.x + off * rect.width), at
    return at, (rect.bottom - off * rect.height if side == BELOW else rect.y + off * rect.height)


def _round(point: Point) -> Point:
    return round(point[0], 2), round(point[1], 2)


def _clean(points: Sequence[Point]) -> tuple[Point, ...]:
    """Rounded, without corners that are none."""
    kept: list[Point] = []
    for point in map(_round, points):
        if kept and kept[-1] == point and len(points) > 2:
            continue
        if len(kept) > 1 and (kept[-2][0] == kept[-1][0] == point[0] or kept[-2][1] == kept[-1][1] == point[1]):
            kept.pop()
        kept.append(point)
    return tuple(kept)
