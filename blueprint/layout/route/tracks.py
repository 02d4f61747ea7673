"""The exact place of every piece within its line: side by side, in an order that crosses little, evenly spread."""

from __future__ import annotations

from collections.abc import Sequence
from heapq import heapify, heappop, heappush
from itertools import pairwise

from blueprint.layout.route.lines import Grid
from blueprint.layout.route.order import Order
from blueprint.layout.route.path import ACROSS, DOWN, Piece, Trip
from blueprint.records import dataclass, field

IDEAL = 10.0  # px between neighbouring tracks where there is room
CLOSE = 6.0  # px: pieces on one track end to end keep this apart
SAME = 1.0  # px by which what is bound to one place may differ


@dataclass(slots=True, eq=False)
class Run:
    """Pieces that lie on one place: a single one, or the common stretch of a bundle."""

    pieces: list[Piece]
    start: float = 0.0  # its extent along the line
    stop: float = 0.0
    low: float = 0.0
    high: float = 0.0
    wish: float = 0.0
    firm: bool = False  # would rather stay at its wish
    before: list[Tie] = field(default_factory=list)
    after: list[Tie] = field(default_factory=list)
    at: float = 0.0
    least: float = 0.0
    most: float = 0.0

    def gather(self) -> None:
        """Take the bounds that all its pieces share."""
        self.low, self.high = max(p.low for p in self.pieces), min(p.high for p in self.pieces)
        self.wish = min(max(sum(p.wish for p in self.pieces) / len(self.pieces), self.low), self.high)


@dataclass(slots=True, eq=False)
class Tie:
    """The second run lies after the first, by so many pixels."""

    first: Run
    second: Run
    gap: float = IDEAL


class Tracks:
    """Three passes: down (by whole cells), across (by exact places), down again (by exact places)."""

    def __init__(self, grid: Grid, trips: Sequence[Trip], groups: Sequence[Sequence[Piece]]) -> None:
        self.grid, self.trips, self.order = grid, trips, Order(trips)
        self.runs: tuple[dict[int, list[Run]], dict[int, list[Run]]] = ({}, {})
        for group in groups:
            run = Run(list(group))
            run.gather()
            self.runs[group[0].heading >> 1].setdefault(group[0].line, []).append(run)

    def assign(self) -> None:
        kept = {line: self._pass(runs, DOWN, True, {}) for line, runs in sorted(self.runs[DOWN].items())}
        for _, runs in sorted(self.runs[ACROSS].items()):
            self._pass(runs, ACROSS, False, {})
        for line, runs in sorted(self.runs[DOWN].items()):
            self._pass(runs, DOWN, False, kept[line])

    def _pass(self, runs: list[Run], axis: int, rough: bool, ranks: dict[int, int]) -> dict[int, int]:
        for run in runs:
            run.start, run.stop = self._extent(run, axis, rough)
            run.firm = any(len(self.trips[p.wire].pieces) == 1 for p in run.pieces)
            run.before, run.after = [], []
        pairs = _overlaps(runs)
        ranked = sorted(runs, key=lambda r: ranks[id(r)]) if ranks else self._rank(runs, pairs)
        position = {id(run): i for i, run in enumerate(ranked)}
        for a, b in pairs:
            first, second = (a, b) if position[id(a)] < position[id(b)] else (b, a)
            tie = Tie(first, second)
            first.after.append(tie)
            second.before.append(tie)
        for part in _parts(ranked):
            place(part)
        for run in runs:
            for piece in run.pieces:
                piece.at = run.at
        return position

    def _extent(self, run: Run, axis: int, rough: bool) -> tuple[float, float]:
        ends = [
            e
            for piece in run.pieces
            for e in (self._end(piece, axis, rough, True), self._end(piece, axis, rough, False))
        ]
        return min(e[0] for e in ends), max(e[1] for e in ends)

    def _end(self, piece: Piece, axis: int, rough: bool, ahead: bool) -> tuple[float, float]:
        """Where a piece ends: at a box's side, or at the piece it turns into (rough: anywhere in that one's line)."""
        trip = self.trips[piece.wire]
        if piece.index == (len(trip.pieces) - 1 if ahead else 0):
            rect = (trip.target if ahead else trip.source).rect
            # A wire that grows along its axis starts at the far side of its source, ends at the near one of its target.
            near = (piece.heading & 1 == 0) == ahead
            low, high = (rect.x, rect.right) if axis == ACROSS else (rect.y, rect.bottom)
            return (low, low) if near else (high, high)
        other = trip.pieces[piece.index + (1 if ahead else -1)]
        if not rough:
            return other.at, other.at
        lines = self.grid.across if axis == ACROSS else self.grid.down
        return lines.low[other.line], lines.high[other.line]

    def _rank(self, runs: list[Run], pairs: Sequence[tuple[Run, Run]]) -> list[Run]:
        """All runs in an order that keeps as many of the wishes of pairs as can be."""
        heads = _heads(runs)
        votes: dict[tuple[int, int], int] = {}
        for a, b in pairs:
            one, other = id(heads[id(a)]), id(heads[id(b)])
            if (other, one) in votes:
                votes[other, one] -= self._vote(a, b)
            else:
                votes[one, other] = votes.get((one, other), 0) + self._vote(a, b)
        later: dict[int, list[Run]] = {id(run): [] for run in runs}
        waits: dict[int, int] = {id(run): 0 for run in runs}
        every = {id(run): run for run in runs}
        for (one, other), vote in votes.items():
            if vote and one != other:
                first, second = (one, other) if vote > 0 else (other, one)
                later[first].append(every[second])
                waits[second] += 1
        order = _sorted([run for run in runs if heads[id(run)] is run], later, waits)
        position = {id(run): i for i, run in enumerate(order)}
        return sorted(runs, key=lambda run: (position[id(heads[id(run)])], _key(run)))

    def _vote(self, a: Run, b: Run) -> int:
        if a.high < b.low or b.high < a.low:
            return 1 if a.high < b.low else -1
        return sum(self.order.before(p, q) for p in a.pieces[:6] for q in b.pieces[:6])


def _overlaps(runs: Sequence[Run]) -> list[tuple[Run, Run]]:
    """Pairs of runs whose extents overlap or come close."""
    pairs: list[tuple[Run, Run]] = []
    live: list[Run] = []
    for run in sorted(runs, key=lambda r: (r.start, r.stop, r.pieces[0].wire, r.pieces[0].index)):
        live = [other for other in live if other.stop + CLOSE > run.start]
        pairs += [(other, run) for other in live]
        live.append(run)
    return pairs


def _heads(runs: Sequence[Run]) -> dict[int, Run]:
    """Which run stands for each (by id) in the order: one for all that are bound to one place. No other can lie between
    those, be it beside the first of them here and beside the second there."""
    heads = {id(run): run for run in runs}
    bound = sorted((run for run in runs if run.low == run.high), key=_key)
    for before, run in pairwise(bound):
        if run.low - before.low < SAME:
            heads[id(run)] = heads[id(before)]
    return heads


def _key(run: Run) -> tuple[float, int, int]:
    return run.wish, run.pieces[0].wire, run.pieces[0].index


def _sorted(runs: Sequence[Run], later: dict[int, list[Run]], waits: dict[int, int]) -> list[Run]:
    """A topological order; where wishes go round in a circle, the one that waits for least goes first.

    No run goes before one that must lie on this side of it: what the two would press between them has no room.
    """
    index = {id(run): i for i, run in enumerate(runs)}
    left = dict(enumerate(runs))
    ready = [(*_key(run), i) for i, run in left.items() if not waits[id(run)]]
    ends = [(max(run.low, run.high), i) for i, run in left.items()]
    heapify(ready)
    heapify(ends)
    early: list[tuple[float, int]] = []  # ready, but not before all are gone that end on this side of them
    found: list[Run] = []
    while left:
        while ends[0][1] not in left:
            heappop(ends)
        least = ends[0][0]
        while early and early[0][0] <= least:
            i = heappop(early)[1]
            heappush(ready, (*_key(runs[i]), i))
        if not ready:
            i = min((i for i in left if runs[i].low <= least), key=lambda i: (waits[id(runs[i])], _key(runs[i]), i))
            heappush(ready, (*_key(runs[i]), i))
        i = heappop(ready)[-1]
        if i not in left:
            continue
        if runs[i].low > least:
            heappush(early, (runs[i].low, i))
            continue
        run = left.pop(i)
        found.append(run)
        for other in later[id(run)]:
            waits[id(other)] -= 1
            if not waits[id(other)] and index[id(other)] in left:
                heappush(ready, (*_key(other), index[id(other)]))
    return found


def _parts(ranked: Sequence[Run]) -> list[list[Run]]:
    """Runs that hang together by their neighbours, each part in rank order."""
    part: dict[int, int] = {}
    parts: list[list[Run]] = []
    for run in ranked:
        if id(run) in part:
            continue
        part[id(run)] = len(parts)
        stack = [run]
        while stack:
            here = stack.pop()
            for other in (*(tie.first for tie in here.before), *(tie.second for tie in here.after)):
                if id(other) not in part:
                    part[id(other)] = len(parts)
                    stack.append(other)
        parts.append([])
    for run in ranked:
        parts[part[id(run)]].append(run)
    return parts


def place(part: Sequence[Run]) -> None:
    """Give every run of a part (in rank order) its coordinate: near its wish, clear of its neighbours.

    Two greedy answers, one from each end, both keep all distances; so does their average, and it leans to no side.
    """
    if len(part) == 1:
        part[0].at = part[0].wish
        return
    _distances(part)
    if not _firm(part):
        _squeeze(part, 0.0)
    _spread(part)


def _firm(part: Sequence[Run]) -> bool:
    """Try to keep the straight wires at their wishes, with less distance if need be; says whether all fits."""
    firm = [(run, run.low, run.high) for run in part if run.firm]
    gaps = [(tie, tie.gap) for run in part for tie in run.after]
    for run, _, _ in firm:
        run.low = run.high = run.wish
    if _squeeze(part, CLOSE):
        return True
    for run, low, high in firm:
        run.low, run.high = low, high
    for tie, gap in gaps:
        tie.gap = gap
    return _room(part)


def _distances(part: Sequence[Run]) -> None:
    """The wished distance of each pair: the ideal one, or what the longest chain through either leaves."""
    ahead: dict[int, int] = {}
    for run in part:
        ahead[id(run)] = 1 + max((ahead[id(tie.first)] for tie in run.before), default=0)
    behind: dict[int, int] = {}
    for run in reversed(part):
        behind[id(run)] = 1 + max((behind[id(tie.second)] for tie in run.after), default=0)
    wish: dict[int, float] = {}
    for run in part:
        chain = ahead[id(run)] + behind[id(run)] - 2
        wish[id(run)] = min(IDEAL, (run.high - run.low) / chain) if chain and run.high > run.low else IDEAL
    for run in part:
        for tie in run.after:
            between = max(0.0, tie.second.high - run.low)
            tie.gap = min(wish[id(run)], wish[id(tie.second)], between)


def _squeeze(part: Sequence[Run], least: float) -> bool:
    """Lessen the distances of the runs that do not fit, but none below `least`; says whether all fit then."""
    for _ in range(40):
        if _room(part):
            return True
        tight = {id(run) for run in part if run.least > run.most + 1e-6}
        changed = False
        for run in part:
            for tie in run.after:
                if tie.gap > least and id(run) in tight and id(tie.second) in tight:
                    tie.gap = max(least, tie.gap * 0.8 - 0.01)
                    changed = True
        if not changed:
            return False
    return _room(part)


def _room(part: Sequence[Run]) -> bool:
    """Work out the least and most that each run can have; says whether all distances can be kept."""
    for run in part:
        run.least = max([run.low, *(tie.first.least + tie.gap for tie in run.before)])
    for run in reversed(part):
        run.most = min([run.high, *(tie.second.most - tie.gap for tie in run.after)])
    return all(run.least <= run.most + 1e-6 for run in part)


def _spread(part: Sequence[Run]) -> None:
    low: dict[int, float] = {}
    for run in part:
        least = max([run.least, *(low[id(tie.first)] + tie.gap for tie in run.before)])
        low[id(run)] = min(max(run.wish, least), run.most)
    high: dict[int, float] = {}
    for run in reversed(part):
        most = min([run.most, *(high[id(tie.second)] - tie.gap for tie in run.after)])
        high[id(run)] = max(min(run.wish, most), run.least)
    for run in part:
        run.at = (low[id(run)] + high[id(run)]) / 2
