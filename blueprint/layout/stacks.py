"""In which track of its lane each thing stands: as high as what is beside it in the same columns allows.

A lane is as tall as its busiest columns need, and no taller: a recovery at one end of the picture and a branch at the
other share a track. What belongs to one branch keeps to tracks of its own over all its columns, so that it reads as
one row. Only what stands where counts, never a link and never how long a text is.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from blueprint.records import dataclass

if TYPE_CHECKING:
    from blueprint.layout.columns import Place

LOWEST_OF_STACK = 1_000_000  # below all cells that a step stacks in its lane


@dataclass(frozen=True, slots=True)
class Group:
    """What keeps together: the main path (the first of all groups), a recovery, a branch. They are numbered as they
    begin, so what is inside a group follows it."""

    parent: int = -1
    under: frozenset[str] = frozenset()  # lanes in which it leaves the track of its parent free: a path passes there
    first: int = -1  # of a branch of a parallel: the number of the first; all that are between stand above it …
    ends: frozenset[str] = frozenset()  # … in the lanes in which this one begins and ends, as the way there is free
    below: int = -1  # of a branch of a decision, or an end: the branch before it, under whose first track it stands


def stack(places: Sequence[Place], groups: Sequence[Group]) -> None:
    """Give every place its track, counted from the top of its lane."""
    lanes: dict[str, dict[int, list[Place]]] = {}
    for place in places:
        if place.kind not in ("evidence", "wide"):
            lanes.setdefault(place.lane, {}).setdefault(place.group, []).append(place)
    for lane, inside in lanes.items():
        _Stack(lane, groups).fill(inside)


class _Stack:
    """The tracks of one lane."""

    def __init__(self, lane: str, groups: Sequence[Group]) -> None:
        self.lane, self.groups = lane, groups
        self.starts: list[int] = []  # by group: the track it begins at, and the last it reaches (-1: not in this lane)
        self.reach: list[int] = []
        self.used: dict[int, int] = {}  # column → the lowest track that is taken there
        self.above: dict[int, tuple[int, int]] = {}  # first branch → how far it was looked at, the lowest found

    def fill(self, inside: dict[int, list[Place]]) -> None:
        along: dict[int, list[Place]] = {}  # the bars that run along a branch
        for bar in (place for places in inside.values() for place in places):
            for branch in bar.branches:
                along.setdefault(branch, []).append(bar)
        for number, group in enumerate(self.groups):
            start = max(self.starts[group.parent] + (self.lane in group.under) if number else 0, self.beside(group))
            if group.below >= 0 and self.reach[group.below] >= 0:
                start = max(start, self.starts[group.below] + 1)
            columns: dict[int, list[Place]] = {}
            for place in inside.get(number, ()):
                columns.setdefault(place.column, []).append(place)
            if columns and number:
                taken = (self.used.get(column, -1) for column in range(min(columns), max(columns) + 1))
                start = max(start, 1 + max(taken))
            self.starts.append(start)
            self.reach.append(-1)
            for column, stacked in columns.items():
                for track, place in enumerate(sorted(stacked, key=lambda p: p.stack), start):
                    place.track = place.until_track = track
                self.used[column] = max(self.used.get(column, -1), start + len(stacked) - 1)
                self.reach[-1] = max(self.reach[-1], start + len(stacked) - 1)
            for bar in along.get(number, ()):
                bar.until_track = max(bar.until_track, self.reach[-1])
                self.used[bar.column] = max(self.used.get(bar.column, -1), bar.until_track)

    def beside(self, group: Group) -> int:
        """The track under all branches before this one, and what is inside them."""
        if group.first < 0 or self.lane not in group.ends:
            return 0
        seen, lowest = self.above.get(group.first, (group.first, -1))
        lowest = max([lowest, *self.reach[seen:]])
        self.above[group.first] = len(self.reach), lowest
        return lowest + 1
