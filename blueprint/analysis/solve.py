"""Expected visits of an absorbing Markov chain: v = b + Qᵀ v, solved sparsely.

States are eliminated in the order of least fill-in (Markowitz), which keeps a journey, nearly a line with a few ways
back, about linear. No pivoting is needed: the pivots are 1 less the chance to come back. What is left of a chain so
knotted that it fills up is solved by sweeps.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from heapq import heapify, heappop, heappush
from typing import Generic, NamedTuple, TypeVar

State = TypeVar("State", bound=Hashable)

_TINY = 1e-12  # a pivot below this is a loop that nobody leaves
_MOST = 1e15  # visits beyond this, of loops hardly ever left, are given as this
_WORK = 300_000  # so many pairs may be worked out before the rest is solved by sweeps
_SWEEPING = 1_500_000  # and so many in sweeps, which come near from below


class Solved(NamedTuple, Generic[State]):
    """Visits by state; at least so many when they are not `settled`, in a chain too knotted to be worked out."""

    visits: dict[State, float]
    settled: bool


def solve(edges: Mapping[State, Mapping[State, float]], start: Mapping[State, float]) -> Solved[State]:
    """How often each state is visited, when `start` says how often each is begun at; targets that are no key of `edges`
    absorb. A loop that cannot end is left after a round. Keys keep the order of `edges`, absorbing states come last."""
    order = dict.fromkeys(edges)
    order.update(dict.fromkeys(target for targets in edges.values() for target in targets))
    order.update(dict.fromkeys(start))
    states = list(order)
    number = {state: index for index, state in enumerate(states)}
    rows = [{number[target]: weight for target, weight in edges.get(s, {}).items() if weight} for s in states]
    elimination = _Elimination(rows, [start.get(state, 0.0) for state in states])
    found = elimination.visits()
    return Solved(dict(zip(states, found, strict=True)), elimination.settled)


class _Elimination:
    def __init__(self, rows: list[dict[int, float]], begun: list[float]) -> None:
        self.rows = rows
        self.begun = begun
        self.into: list[dict[int, None]] = [{} for _ in rows]
        for source, row in enumerate(rows):
            for target in row:
                self.into[target][source] = None
        self.done: list[tuple[int, float, list[tuple[int, float]]]] = []
        self.work = 0
        self.settled = True

    def visits(self) -> list[float]:
        left = self._eliminate()
        visits = self._sweep(left) if left else [0.0] * len(self.rows)
        for state, pivot, sources in reversed(self.done):
            found = (self.begun[state] + sum(visits[source] * weight for source, weight in sources)) / pivot
            visits[state] = found if found < _MOST else _MOST  # neither infinite nor undefined
        return visits

    def _cost(self, state: int) -> int:
        return len(self.into[state]) * len(self.rows[state])

    def _eliminate(self) -> list[int]:
        """Take out state after state; what is left when it fills up too much."""
        heap = [(self._cost(state), state) for state in range(len(self.rows))]
        heapify(heap)
        left = set(range(len(self.rows)))
        while heap and self.work < _WORK:
            cost, state = heappop(heap)
            if state not in left or cost != self._cost(state):
                continue  # an entry that a cheaper or dearer one has replaced
            left.discard(state)
            for other in self._take_out(state):
                heappush(heap, (self._cost(other), other))
        return sorted(left)

    def _take_out(self, state: int) -> dict[int, None]:
        row, into = self.rows[state], self.into[state]
        pivot = _pivot(row.pop(state, 0.0))
        into.pop(state, None)
        sources = [(source, self.rows[source].pop(state)) for source in into]
        self.work += len(sources) * len(row)
        self.done.append((state, pivot, sources))
        for target, weight in row.items():
            share = weight / pivot
            self.begun[target] += self.begun[state] * share
            del self.into[target][state]
            for source, chance in sources:
                self._add(source, target, chance * share)
        return {**into, **dict.fromkeys(row)}

    def _add(self, source: int, target: int, weight: float) -> None:
        row = self.rows[source]
        if target not in row:
            self.into[target][source] = None
        row[target] = row.get(target, 0.0) + weight

    def _sweep(self, left: list[int]) -> list[float]:
        visits = [0.0] * len(self.rows)
        size = sum(len(self.into[state]) for state in left) + 1
        for _ in range(_SWEEPING // size + 1):
            change = 0.0
            for state in left:
                came = sum(visits[source] * self.rows[source][state] for source in self.into[state] if source != state)
                now = (self.begun[state] + came) / _pivot(self.rows[state].get(state, 0.0))
                change, visits[state] = max(change, abs(now - visits[state])), now
            if change < _TINY:
                return visits
        self.settled = False
        return visits


def _pivot(back: float) -> float:
    """What does not come back at once."""
    return 1.0 - back if 1.0 - back > _TINY else 1.0
