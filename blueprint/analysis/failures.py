"""Failure: the chance that something goes wrong for a customer, and the fail points ranked by what they cost."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from blueprint.analysis.audience import audiences
from blueprint.analysis.chain import Chain, Setting
from blueprint.analysis.costs import Costs
from blueprint.analysis.detour import Detours
from blueprint.analysis.journey import Journey
from blueprint.analysis.state import At
from blueprint.analysis.time import Elapsed, Standard, repeated
from blueprint.model.entities import Blueprint, Fail, Step
from blueprint.records import dataclass

_RANKS = {"high": 0, "medium": 1, "low": 2}


@dataclass(frozen=True, slots=True)
class FailPoint:
    """A fail point. `expected` failures for each customer, None when no likelihood is written.

    `extra` is the time that one failure adds to the standard time, `each` what one costs: its recovery and what is
    repeated. Both are without further failures.
    """

    fail: Fail
    step: str
    expected: float | None
    extra: Elapsed
    each: Costs

    @property
    def cost(self) -> float | None:
        """Expected cost for each customer; None when the likelihood is unknown, at least so much when `each` is."""
        return None if self.expected is None else self.expected * self.each.total


@dataclass(frozen=True, slots=True, kw_only=True)
class Failures:
    """`chance` that a customer meets at least one failure, those behind the line and offstage counted.

    `exact` is false where a likelihood is unknown, shares were taken as equal or the number of repeats varies. `points`
    are by key, ranked by expected cost, then severity, then as written; those with unknown likelihood come last.
    """

    chance: float
    exact: bool
    standard: Elapsed
    points: Mapping[str, FailPoint]

    def time_with(self, key: str) -> Elapsed:
        """The standard time with one failure of this fail point (shoeshine: 3 min 15 s)."""
        return self.standard + self.points[key].extra


def failures(blueprint: Blueprint, journey: Journey, standard: Standard) -> Failures:
    """The fail points of a blueprint, measured; never raises."""
    detours = Detours(blueprint, standard)
    points = [_point(step, fail, journey, detours) for step in blueprint.steps.values() for fail in step.fails]
    points.sort(key=lambda p: (p.cost is None, -(p.cost or 0.0), _RANKS.get(p.fail.severity, 3)))
    unknown = any(point.fail.likelihood is None for point in points) or bool(journey.assumed) or not journey.settled
    return Failures(
        chance=_chance(blueprint) if points else 0.0,
        exact=not points or not (unknown or any(_varying(blueprint))),
        standard=standard.total,
        points={point.fail.key: point for point in points},
    )


def _point(step: Step, fail: Fail, journey: Journey, detours: Detours) -> FailPoint:
    expected = None if fail.likelihood is None else journey.failures.get(fail.key, 0.0)
    return FailPoint(fail, step.key, expected, *detours.of(step, fail))


def _varying(blueprint: Blueprint) -> Iterator[bool]:
    repeats = [step.repeats for step in blueprint.steps.values()]
    repeats += [service.repeats for service in blueprint.services.values()]
    repeats += [phase.repeats for phase in blueprint.phases]
    return (each is not None and each.least != each.most for each in repeats)


def _chance(blueprint: Blueprint) -> float:
    """1 less the chance to come to the end with nothing failed, which a chain without failures gives exactly."""
    setting = Setting(blueprint)
    safe = 0.0
    for audience in audiences(blueprint).groups:
        chain = Chain(setting, audience, "safe")
        through = chain.visits({chain.first(): 1.0}).get(At("end"), 0.0)
        for key, share in audience.offstage(blueprint).items():
            step = blueprint.steps[key]
            none = math.prod(1.0 - (fail.likelihood or 0.0) for fail in step.fails) ** repeated(step.repeats)
            through *= 1.0 - share + share * none
        safe += audience.weight * through
    return min(1.0, max(0.0, 1.0 - safe))
