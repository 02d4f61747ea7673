"""Unit economics: what one customer costs and brings, and how long the work may take before it stops paying.

All amounts are for each customer, in the blueprint's currency. Labour is time × the capacity cost rate of each role;
customers' waiting costs no labour; offstage steps count once for each customer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from blueprint.analysis.audience import everybody
from blueprint.analysis.costs import Costs, cell_costs, labour, summed
from blueprint.analysis.journey import Journey
from blueprint.analysis.prices import Revenue, package_price, payments, revenue
from blueprint.analysis.time import Standard, repeated, usual
from blueprint.model.entities import Blueprint, Cell, ServicePart, Step
from blueprint.records import dataclass


@dataclass(frozen=True, slots=True)
class Margin:
    """Revenue less costs. `amount` is None when the revenue is unknown; at most so much when costs have unknown parts.

    `free`: the price is 0 on purpose, so that no margin is expected.
    """

    revenue: Revenue
    costs: Costs

    @property
    def amount(self) -> float | None:
        return None if self.revenue.amount is None else self.revenue.amount - self.costs.total

    @property
    def free(self) -> bool:
        return self.revenue.free


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """`expected` and the tables hold expected costs, with failures; `standard` is of the main path, without.

    Tables by key of phase, service, role (labour only) and step, and by tier (`core` …); costs of steps outside every
    service are in no service. `packages` has the margin of each package, of the services it includes and those that
    no package does. `standard_seconds` is the standard time, pauses excluded.
    """

    expected: Margin
    standard: Margin
    standard_seconds: float
    phases: Mapping[str, Costs]
    services: Mapping[str, Costs]
    tiers: Mapping[str, Costs]
    roles: Mapping[str, Costs]
    steps: Mapping[str, Costs]
    packages: Mapping[str, Margin]

    def profit_at(self, seconds: float) -> float | None:
        """Profit when the standard path takes so long, labour in proportion; None when revenue or time is unknown."""
        margin = self.standard
        if margin.revenue.amount is None or self.standard_seconds <= 0:
            return None
        return margin.revenue.amount - margin.costs.other - margin.costs.labour * seconds / self.standard_seconds

    @property
    def break_even(self) -> float | None:
        """The execution time in seconds at which the profit is nothing, 0 when other costs alone take all revenue.

        None when it cannot be said: no revenue, no labour or no time known, or free.
        """
        margin = self.standard
        if margin.revenue.amount is None or margin.free or margin.costs.labour <= 0 or self.standard_seconds <= 0:
            return None
        return max(0.0, self.standard_seconds * (margin.revenue.amount - margin.costs.other) / margin.costs.labour)


_SHARED = "*"  # stands for the services that no package includes, and for what is in none; no id is written so


def money(blueprint: Blueprint, journey: Journey, standard: Standard) -> Money:
    """The unit economics of a blueprint, from its expected journey and its standard time; never raises."""
    by_step = {step.key: _costs(blueprint, step, journey.runs) for step in blueprint.steps.values()}
    runs = standard_runs(blueprint, standard)
    return Money(
        expected=Margin(revenue(blueprint, journey.runs, journey.entries), summed(by_step.values())),
        standard=Margin(
            revenue(blueprint, runs, _standard_entries(blueprint, standard)),
            summed(_costs(blueprint, step, runs) for step in blueprint.steps.values()),
        ),
        standard_seconds=standard.total.in_service,
        phases=_grouped(blueprint, by_step, lambda step: step.phase),
        services=_grouped(blueprint, by_step, lambda step: step.service),
        tiers=_grouped(blueprint, by_step, lambda step: _tier(blueprint, step)),
        roles=_by_role(blueprint, journey),
        steps=by_step,
        packages=_packages(blueprint, journey, by_step),
    )


def _costs(blueprint: Blueprint, step: Step, runs: Mapping[str, float]) -> Costs:
    found = ((cell, runs.get(cell.key, 0.0)) for cell in step.cells)
    return summed(cell_costs(blueprint, cell).times(count) for cell, count in found if count > 0)


def _grouped(blueprint: Blueprint, costs: Mapping[str, Costs], name: Callable[[Step], str]) -> dict[str, Costs]:
    groups: dict[str, list[Costs]] = {}
    for key, step in blueprint.steps.items():
        groups.setdefault(name(step), []).append(costs[key])
    return {key: summed(each) for key, each in groups.items() if key}


def _tier(blueprint: Blueprint, step: Step) -> str:
    service = blueprint.services.get(step.service)
    return service.tier if service else ""


def _by_role(blueprint: Blueprint, journey: Journey) -> dict[str, Costs]:
    groups: dict[str, list[Costs]] = {key: [] for key in blueprint.roles}
    for cell in blueprint.cells.values():
        count = journey.runs.get(cell.key, 0.0)
        if count > 0 and isinstance(cell, Cell):
            for role, costs in labour(blueprint, cell):
                groups[role].append(costs.times(count))
    return {key: summed(each) for key, each in groups.items() if each}


def _packages(blueprint: Blueprint, journey: Journey, costs: Mapping[str, Costs]) -> dict[str, Margin]:
    included = {service for package in blueprint.packages.values() for service in package.includes}
    spent = _grouped(blueprint, costs, lambda step: step.service if step.service in included else _SHARED)
    paid = payments(blueprint, journey.runs)
    shared = [each for service, found in paid.items() if service not in included for each in found]
    made = {}
    for key, package in blueprint.packages.items():
        price = package_price(package, blueprint)
        earned = Revenue(price, "packages", () if price is not None else (key,), price == 0)
        if paying := [*shared, *(each for service in package.includes for each in paid.get(service, ()))]:
            earned = Revenue.of("pays", paying)
        parts = (spent[service] for service in (_SHARED, *package.includes) if service in spent)
        made[key] = Margin(earned, summed(parts))
    return made


# ---------------------------------------------------------------------------------------------------- standard


def standard_runs(blueprint: Blueprint, standard: Standard) -> dict[str, float]:
    """How often each cell is run when nothing fails: on the main path, in branches beside it, and offstage."""
    there = usual(blueprint)
    phases = {phase.key: repeated(phase.repeats) for phase in blueprint.phases}
    found: dict[str, float] = {}
    for step in _standard_steps(blueprint, standard):
        times = repeated(step.repeats)
        if not step.offstage:
            times *= _repeats(blueprint, step.service) * phases.get(step.phase, 1.0)
        found.update((cell.key, times) for cell in step.cells if there(cell))
    return found


def _standard_entries(blueprint: Blueprint, standard: Standard) -> dict[str, float]:
    """How often each service of the main path is gone into; one in several phases as often as on their average."""
    runs: dict[str, list[float]] = {}
    for phase in blueprint.phases:
        for item in phase.items:
            if isinstance(item, ServicePart) and item.service in standard.services:
                runs.setdefault(item.service, []).append(repeated(phase.repeats))
    return {key: _repeats(blueprint, key) * sum(times) / len(times) for key, times in runs.items()}


def _standard_steps(blueprint: Blueprint, standard: Standard) -> Iterator[Step]:
    for key in dict.fromkeys((*standard.path, *standard.beside)):
        yield blueprint.steps[key]
    for key, share in everybody(blueprint).offstage(blueprint).items():
        if share >= 0.5 - 1e-9:
            yield blueprint.steps[key]


def _repeats(blueprint: Blueprint, service: str) -> float:
    found = blueprint.services.get(service)
    return repeated(found.repeats) if found else 1.0
