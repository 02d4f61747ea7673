"""What one failure adds to the standard path: its recovery, and what is gone through again."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate
from typing import Generic, TypeVar

from blueprint.analysis.costs import Costs, cell_costs, summed
from blueprint.analysis.time import NOTHING, Elapsed, Standard, group_time, repeated, total, until, usual
from blueprint.graph.inside import contact, lengths, look
from blueprint.model.entities import Blueprint, Fail, Step, walk
from blueprint.records import replace

T = TypeVar("T", Elapsed, Costs)
_CHAIN = 8  # recoveries that send on to recoveries are followed so far


class Detours:
    """The detours of a blueprint's fail points, measured against its standard path."""

    def __init__(self, blueprint: Blueprint, standard: Standard) -> None:
        self.blueprint = blueprint
        self.steps = standard.steps
        self.there = usual(blueprint)
        self.insides: dict[str, _Inside] = {}
        self.place = {key: number for number, key in enumerate(standard.path)}
        self.path = [blueprint.steps[key] for key in standard.path]

    @cached_property
    def times(self) -> _Sums[Elapsed]:
        """The times of the steps of the path."""
        return _Sums([self.steps[step.key] for step in self.path], NOTHING)

    @cached_property
    def costs(self) -> _Sums[Costs]:
        """The costs of the steps of the path."""
        return _Sums([self._costs(step) for step in self.path], Costs())

    def of(self, step: Step, fail: Fail) -> tuple[Elapsed, Costs]:
        """The time that one failure adds to the customer's, and the costs of recovery and of what is repeated."""
        if not fail.recovery:  # it is counted, and the customer goes on
            return NOTHING, Costs()
        inside = self._inside(step)
        failing = inside.number.get(fail.cell, -1)
        recovery, target = self._recovery(fail)
        mended = summed(self._costs(each).times(repeated(each.repeats)) for each in recovery)
        if step.offstage or failing > inside.over:  # the customer is not there, or gone already
            first = 0 if step.offstage else inside.over + 1
            return NOTHING, summed([mended, inside.spent(first, failing)]) if target == "again" else mended
        extra = total([inside.passed(fail.cell), *(self.steps[e.key].times(repeated(e.repeats)) for e in recovery)])
        moved, gone_again = self._moved(step, target)
        again = [inside.spent(0, failing), gone_again] if gone_again is not None else []
        return total([extra, moved]), summed([mended, *again])

    def _inside(self, step: Step) -> _Inside:
        if step.key not in self.insides:
            self.insides[step.key] = _Inside(self.blueprint, step)
        return self.insides[step.key]

    def _costs(self, step: Step) -> Costs:
        return summed(cell_costs(self.blueprint, part) for part in step.cells if self.there(part))

    def _moved(self, step: Step, target: str) -> tuple[Elapsed, Costs | None]:
        """The time from the target on less that from the step on; the costs from there to here when it lies before."""
        here = self.place.get(step.key)
        if target == "again" or target == step.key:
            return NOTHING, Costs()
        if here is None:  # beside the main path: what would have followed is not in the standard time
            return NOTHING, None
        there = {"next": here + 1, "end": len(self.place), "start": 0}.get(target, self.place.get(target, here + 1))
        if there > here:
            return replace(self.times.between(here, there).times(-1.0), unknown=()), None
        return self.times.between(there, here), self.costs.between(there, here)

    def _recovery(self, fail: Fail) -> tuple[list[Step], str]:
        """The steps that mend a failure when nothing else fails, and where they lead: `next`, `again` or a key."""
        found: list[Step] = []
        target = fail.recovery or "next"
        for _ in range(_CHAIN):
            step = self.blueprint.steps.get(target)
            if step is None or step.kind != "recovery" or step in found:
                break
            steps, target = _likely(step)
            found += steps
        return found, target


class _Sums(Generic[T]):
    """What the times or costs of a row add up to between two places, without adding them up each time: a row may be as
    long as the blueprint, and as many fail points may ask. Of what is unknown there one part is named for all."""

    def __init__(self, row: Sequence[T], nothing: T) -> None:
        self.sums: list[T] = list(accumulate((replace(each, unknown=()) for each in row), initial=nothing))
        self.unknown: list[tuple[int, tuple[str, ...]]] = [(len(row), ())] * (len(row) + 1)
        for place in reversed(range(len(row))):
            names = row[place].unknown[:1]
            self.unknown[place] = (place, names) if names else self.unknown[place + 1]

    def between(self, first: int, last: int) -> T:
        """From the first place on and before the last one."""
        found = self.sums[last] + self.sums[first].times(-1.0)
        place, names = self.unknown[first]
        return replace(found, unknown=names) if place < last else found


class _Inside:
    """A step's groups, and what each takes and costs."""

    def __init__(self, blueprint: Blueprint, step: Step) -> None:
        inside = look(step)
        self.groups, self.over = inside.groups, inside.over
        self.number = {part.key: n for n, group in enumerate(self.groups) for part in group}
        alone = not any(contact(part) for part in step.cells)
        self.each = [group_time(group, step.kind, n - self.over, alone) for n, group in enumerate(self.groups)]
        self.times = _Sums(self.each, NOTHING)
        self.costs = _Sums([summed(cell_costs(blueprint, part) for part in group) for group in self.groups], Costs())

    @cached_property
    def lengths(self) -> list[dict[str, float]]:
        return [lengths(group) for group in self.groups]

    def passed(self, cell: str) -> Elapsed:
        """The time from the start of the step to the end of a cell; nothing where there is no such cell."""
        if cell not in self.number:
            return NOTHING
        here = self.number[cell]
        return total([self.times.between(0, here), until(self.lengths[here].get(cell), self.each[here])])

    def spent(self, first: int, last: int) -> Costs:
        """The costs of these groups, the last one too."""
        return self.costs.between(first, last + 1)


def _likely(step: Step) -> tuple[list[Step], str]:
    """A recovery with the branch that most take, and where it leads."""
    rest = 1.0 - sum(when.share or 0.0 for when in step.whens)
    when = max(step.whens, key=lambda when: when.share or 0.0, default=None)
    if when is None or (when.share or 0.0) <= rest:
        return [step], step.arrow.target if step.arrow else "next"
    branch = [each for each in walk(when.items) if each.kind != "recovery" and not each.offstage]
    arrow = when.arrow or (branch[-1].arrow if branch else None)
    return [step, *branch], arrow.target if arrow else "next"
