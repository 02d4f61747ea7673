"""Which of two wires that run side by side lies where: as their ways part at both ends, so that they need not cross."""

from __future__ import annotations

from collections.abc import Sequence

from blueprint.layout.route.path import ABOVE, RIGHT, Piece, Trip

# (heading, next heading) → +1 a turn to the left, -1 to the right, as seen on the screen (y grows downwards).
_TURN = {
    (0, 3): 1, (0, 2): -1, (1, 2): 1, (1, 3): -1,
    (2, 0): 1, (2, 1): -1, (3, 1): 1, (3, 0): -1,
}  # fmt: skip


class Order:
    """Compares pieces of trips."""

    def __init__(self, trips: Sequence[Trip]) -> None:
        self.trips = trips

    def before(self, a: Piece, b: Piece) -> int:
        """How strongly `a` should lie before `b` (left of it, above it): 2 to -2; 0 when it does not matter."""
        if a.high < b.low:
            return 2
        if b.high < a.low:
            return -2
        up, down = self._vote(a, b, 0), self._vote(a, b, 1)
        if up + down:
            return up + down
        if not up:
            return self._parallel(a, b)
        # They must cross once. Where is decided by the same end for every piece of the stretch they share.
        first = a if (a.wire, a.index) < (b.wire, b.index) else b
        return up if first.heading & 1 == 0 else down

    def _parallel(self, a: Piece, b: Piece) -> int:
        """Two that run together from end to end: the first keeps to the left of its own way all along."""
        if len(self.trips[a.wire].pieces) == 1:
            return 0
        first = a if a.wire < b.wire else b
        left = 1 if first.heading in (RIGHT, ABOVE) else -1
        return left if first is a else -left

    def _vote(self, a: Piece, b: Piece, back: int) -> int:
        """The vote of the end in the direction of growing (back 0) or falling (back 1) coordinates."""
        ahead_a, ahead_b = a.heading & 1 == back, b.heading & 1 == back
        left = self._left(a, ahead_a, b, ahead_b)
        if _both_bound(self._next(a, ahead_a), self._next(b, ahead_b)):
            left *= 2  # the other way round they would run over each other, which is worse than a crossing
        # Left of a heading is above it when it goes right, below when left, to the right when down, and so on.
        return left if (a.heading >> 1) == back else -left

    def _left(self, a: Piece, ahead_a: bool, b: Piece, ahead_b: bool) -> int:
        """Walk both from the stretch they share: +1 when `a` parts to the left of `b`, -1 to the right, 0 never."""
        while True:
            heading = a.heading if ahead_a else a.heading ^ 1
            end_a, end_b = (a.last if ahead_a else a.first), (b.last if ahead_b else b.first)
            next_a, next_b = self._next(a, ahead_a), self._next(b, ahead_b)
            turn_a, turn_b = _turn(heading, next_a, ahead_a), _turn(heading, next_b, ahead_b)
            if end_a != end_b:
                a_first = (end_a < end_b) == (heading & 1 == 0)
                return turn_a if a_first else -turn_b
            if turn_a != turn_b:
                return 1 if turn_a > turn_b else -1
            if next_a is None or next_b is None:
                return 0
            a, b = next_a, next_b

    def _next(self, piece: Piece, ahead: bool) -> Piece | None:
        every, index = self.trips[piece.wire].pieces, piece.index + (1 if ahead else -1)
        return every[index] if 0 <= index < len(every) else None


def _turn(heading: int, after: Piece | None, ahead: bool) -> int:
    return _TURN[heading, after.heading if ahead else after.heading ^ 1] if after else 0


def _both_bound(a: Piece | None, b: Piece | None) -> bool:
    """Whether both are held on one place, by the corners of diamonds."""
    return a is not None and b is not None and a.line == b.line and a.low == a.high == b.low == b.high
