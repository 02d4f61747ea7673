"""Expected visits of an absorbing Markov chain: v = b + Qᵀ v, solved sparsely.

States are eliminated in the order of least fill-in (Markowitz), which keeps a journey, nearly a line with a few ways
back, about linear. No pivoting is needed: the pivots are 1 less the chance to come back. What is left of a chain so
knotted that it fills up is solved by sweeps.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from heapq import heapify, heappop, heappush
from typing import TypeVar

State = TypeVar("State", bound=Hashable)

_TINY = 1e-12  # a pivot below this is a loop that nobody leaves
_FILL = 400_000  # so many new pairs may come up before the rest is solved by sweeps
_SWEEPS = 500


def solve(edges: Mapping[State, Mapping[State, float]], start: Mapping[State, float]) -> dict[State, float]:
    """How often each state is visited, when `start` says how often each is begun at; targets that are no key of `edges`
    absorb. A loop that cannot end is gone through once. Keys keep the order of `edges`, absorbing states come last."""
    order = dict.fromkeys(edges)
    order.update(dict.fromkeys(target for targets in edges.values() for target in targets))
    order.update(dict.fromkeys(start))
    states = list(order)
    number = {state: index for index, state in enumerate(states)}
    rows = [{number[target]: weight for target, weight in edges.get(s, {}).items() if weight} for s in states]
    found = _Elimination(rows, [start.get(state, 0.0) for state in states]).visits()
    return dict(zip(states, found, strict=True))


class _Elimination:
    def __init__(self, rows: list[dict[int, float]], begun: list[float]) -> None:
        self.rows = rows
        self.begun = begun
        self.into: list[dict[int, None]] = [{} for _ in rows]
        for source, row in enumerate(rows):
            for target in row:
                self.into[target][source] = None
        self.done: list[tuple[int, float, list[tuple[int, float]]]] = []
        self.fill = 0

    def visits(self) -> list[float]:
        left = self._eliminate()
        visits = self._sweep(left) if left else [0.0] * len(self.rows)
        for state, pivot, sources in reversed(self.done):
            visits[state] = (self.begun[state] + sum(visits[source] * weight for source, weight in sources)) / pivot
        return visits

    def _cost(self, state: int) -> int:
        return len(self.into[state]) * len(self.rows[state])

    def _eliminate(self) -> list[int]:
        """Take out state after state; what is left when it fills up too much."""
        heap = [(self._cost(state), state) for state in range(len(self.rows))]
        heapify(heap)
        left = set(range(len(self.rows)))
        while heap and self.fill < _FILL:
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
            self.fill += 1
            self.into[target][source] = None
        row[target] = row.get(target, 0.0) + weight

    def _sweep(self, left: list[int]) -> list[float]:
        visits = [0.0] * len(self.rows)
        for _ in range(_SWEEPS):
            change = 0.0
            for state in left:
                came = sum(visits[source] * self.rows[source][state] for source in self.into[state] if source != state)
                now = (self.begun[state] + came) / _pivot(self.rows[state].get(state, 0.0))
                change, visits[state] = max(change, abs(now - visits[state])), now
            if change < _TINY:
                break
        return visits


def _pivot(back: float) -> float:
    """What does not come back at once."""
    return 1.0 - back if abs(1.0 - back) > _TINY else 1.0
