"""Common stems: wires of one source, or of one target, share the stretch that they run together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from blueprint.layout.route.path import Piece, Trip


def groups(trips: Sequence[Trip]) -> list[list[Piece]]:
    """Every piece in exactly one group; the pieces of a group lie on one place.

    A piece shares either with its source's bundle or with its target's: with both at once, wires that have no end in
    common would come to lie on each other.
    """
    taken: dict[tuple[int, int], list[Piece]] = {}
    bundles: dict[str, list[Trip]] = {}
    for trip in trips:
        for name in (trip.out, trip.into):
            if name and trip.pieces:
                bundles.setdefault(name, []).append(trip)
    for name, members in sorted(bundles.items(), key=lambda item: -len(item[1])):
        if len(members) > 1:
            forward = name == members[0].out
            _merge([(trip, 0) for trip in members], forward, taken)
    for trip in trips:
        for piece in trip.pieces:
            taken.setdefault((piece.wire, piece.index), [piece])
    return _unique(taken.values())


def _merge(members: list[tuple[Trip, int]], forward: bool, taken: dict[tuple[int, int], list[Piece]]) -> None:
    """Join the pieces at one depth that start alike, then those that follow them where they turn at the same cell."""
    stack = [members]
    while stack:
        alike: dict[tuple[int, int, int], list[tuple[Trip, int]]] = {}
        for trip, depth in stack.pop():
            if depth < len(trip.pieces):
                piece = trip.pieces[depth if forward else -1 - depth]
                if (piece.wire, piece.index) not in taken:
                    start = piece.first if forward else piece.last
                    # Both headings: a stem may part to both sides, like a T; not where a diamond's corner binds it.
                    way = 4 + piece.heading if piece.low == piece.high else piece.heading >> 1
                    alike.setdefault((way, piece.line, start), []).append((trip, depth))
        for kin in alike.values():
            family = _fitting(kin, forward)
            if len(family) > 1:
                stem = [trip.pieces[depth if forward else -1 - depth] for trip, depth in family]
                for piece in stem:
                    taken[piece.wire, piece.index] = stem
                stack.extend(_after(family, forward))


def _fitting(family: list[tuple[Trip, int]], forward: bool) -> list[tuple[Trip, int]]:
    """Those that can lie on one place: ports far apart on wide boxes cannot."""
    low, high, kept = -1e9, 1e9, []
    for trip, depth in family:
        piece = trip.pieces[depth if forward else -1 - depth]
        if max(low, piece.low) <= min(high, piece.high):
            low, high = max(low, piece.low), min(high, piece.high)
            kept.append((trip, depth))
    return kept


def _after(family: list[tuple[Trip, int]], forward: bool) -> list[list[tuple[Trip, int]]]:
    ends: dict[int, list[tuple[Trip, int]]] = {}
    for trip, depth in family:
        piece = trip.pieces[depth if forward else -1 - depth]
        ends.setdefault(piece.last if forward else piece.first, []).append((trip, depth + 1))
    return [group for group in ends.values() if len(group) > 1]


def _unique(found: Iterable[list[Piece]]) -> list[list[Piece]]:
    seen: set[int] = set()
    every = []
    for group in found:
        if id(group) not in seen:
            seen.add(id(group))
            every.append(group)
    return every
