"""What one failure adds to the standard path: its recovery, and what is gone through again."""

from __future__ import annotations

from functools import cached_property
from itertools import accumulate

from blueprint.analysis.costs import Costs, cell_costs, summed
from blueprint.analysis.time import NOTHING, Elapsed, Standard, group_time, repeated, total, until, usual
from blueprint.graph.inside import Group, contact, look
from blueprint.model.entities import Blueprint, Fail, Step, walk

_CHAIN = 8  # recoveries that send on to recoveries are followed so far


class Detours:
    """The detours of a blueprint's fail points, measured against its standard path."""

    def __init__(self, blueprint: Blueprint, standard: Standard) -> None:
        self.blueprint = blueprint
        self.steps = standard.steps
        self.there = usual(blueprint)
        self.place = {key: number for number, key in enumerate(standard.path)}
        self.path = [blueprint.steps[key] for key in standard.path]

    @cached_property
    def times(self) -> list[Elapsed]:
        """The time from the start to each step of the path. The unknown is left out: naming it at every step would
        cost the square of a long path."""
        return list(accumulate((_bare(self.steps[step.key]) for step in self.path), initial=NOTHING))

    @cached_property
    def costs(self) -> list[Costs]:
        """The costs from the start to each step of the path."""
        return list(accumulate((self._costs(step) for step in self.path), _plus, initial=Costs()))

    def of(self, step: Step, fail: Fail) -> tuple[Elapsed, Costs]:
        """The time that one failure adds to the customer's, and the costs of recovery and of what is repeated."""
        if not fail.recovery:  # it is counted, and the customer goes on
            return NOTHING, Costs()
        inside = look(step)
        failing = next((n for n, g in enumerate(inside.groups) if any(part.key == fail.cell for part in g)), -1)
        recovery, target = self._recovery(fail)
        mended = summed(self._costs(each).times(repeated(each.repeats)) for each in recovery)
        behind = step.offstage or failing > inside.over
        first = inside.over + 1 if behind and not step.offstage else 0
        spent = self._spent(inside.groups[first : failing + 1])
        if behind:  # the customer is gone already
            return NOTHING, summed([mended, spent]) if target == "again" else mended
        so_far = total(
            [*(group_time(g, step.kind, n - inside.over, _alone(step)) for n, g in enumerate(inside.groups[:failing])),
             *(self._failing(step, fail, inside.groups[failing], failing - inside.over) if failing >= 0 else ())]
        )  # fmt: skip
        extra = total([so_far, *(self.steps[each.key].times(repeated(each.repeats)) for each in recovery)])
        moved, gone_again = self._moved(step, target)
        again = [spent, gone_again] if gone_again is not None else []
        return total([extra, moved]), summed([mended, *again])

    def _failing(self, step: Step, fail: Fail, group: Group, place: int) -> list[Elapsed]:
        time = group_time(group, step.kind, place, _alone(step))
        part = next(part for part in group if part.key == fail.cell)
        return [until(part, group, time)]

    def _costs(self, step: Step) -> Costs:
        return summed(cell_costs(self.blueprint, part) for part in step.cells if self.there(part))

    def _spent(self, groups: tuple[Group, ...]) -> Costs:
        return summed(cell_costs(self.blueprint, part) for group in groups for part in group)

    def _moved(self, step: Step, target: str) -> tuple[Elapsed, Costs | None]:
        """The time from the target on less that from the step on; the costs from there to here when it lies before."""
        here = self.place.get(step.key)
        if target == "again" or target == step.key:
            return NOTHING, Costs()
        if here is None:  # beside the main path: what would have followed is not in the standard time
            return NOTHING, None
        there = {"next": here + 1, "end": len(self.place), "start": 0}.get(target, self.place.get(target, here + 1))
        moved = self.times[here] + self.times[there].times(-1.0)
        return moved, _plus(self.costs[here], self.costs[there].times(-1.0)) if there <= here else None

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


def _likely(step: Step) -> tuple[list[Step], str]:
    """A recovery with the branch that most take, and where it leads."""
    rest = 1.0 - sum(when.share or 0.0 for when in step.whens)
    when = max(step.whens, key=lambda when: when.share or 0.0, default=None)
    if when is None or (when.share or 0.0) <= rest:
        return [step], step.arrow.target if step.arrow else "next"
    branch = [each for each in walk(when.items) if each.kind != "recovery" and not each.offstage]
    arrow = when.arrow or (branch[-1].arrow if branch else None)
    return [step, *branch], arrow.target if arrow else "next"


def _alone(step: Step) -> bool:
    return not any(contact(part) for part in step.cells)


def _bare(time: Elapsed) -> Elapsed:
    return Elapsed(time.seconds, time.pause, (), time.wait, time.behind)


def _plus(one: Costs, other: Costs) -> Costs:
    return Costs(one.labour + other.labour, one.written + other.written, one.systems + other.systems)
