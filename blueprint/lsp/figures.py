"""Figures in a line of text, for hover, inlay hints and code lenses: expected times, costs, margins, utilisation.

A time or cost of which parts are unknown says "at least"; what nothing is known of is left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint.analysis.costs import Costs, says_costs, step_costs
from blueprint.analysis.money import Margin
from blueprint.analysis.time import Elapsed, step_time
from blueprint.model.entities import Phase, Role, Service, Step
from blueprint.rules.told import price
from blueprint.units import seconds_text

if TYPE_CHECKING:
    from blueprint.analysis import Figures
    from blueprint.lsp.document import Analysed

MOST_STEPS = 300  # of a blueprint whose figures are worked out while somebody types


def at_hand(analysed: Analysed) -> Figures | None:
    """The figures, where working them out takes no longer than a person waits."""
    model = analysed.model
    return analysed.figures if model is not None and len(model.steps) <= MOST_STEPS else None


def time(elapsed: Elapsed | None) -> str:
    """`4 min`, `at least 4 min` where parts are unknown; empty for none."""
    if elapsed is None or not elapsed.seconds:
        return ""
    pause = f", of which {seconds_text(elapsed.pause)} are the customer's own" if elapsed.pause else ""
    return ("at least " if elapsed.unknown else "") + seconds_text(elapsed.seconds) + pause


def cost(costs: Costs | None, currency: str) -> str:
    """`2.30 EUR`, `at least 2.30 EUR`; empty for nothing."""
    if costs is None or costs.total <= 0:
        return ""
    return ("at least " if costs.unknown else "") + price(costs.total, currency)


def margin(found: Margin, currency: str) -> str:
    """`0.19 USD`, `at most 0.19 USD` where costs are unknown; empty when no revenue is known, or for what is free."""
    if found.amount is None or found.free:
        return ""
    return ("at most " if found.costs.unknown else "") + price(found.amount, currency)


def busy(figures: Figures, role: str) -> str:
    """`92% busy`; empty when staff, hours or demand are unknown."""
    load = figures.people.roles.get(role)
    if load is None or load.utilisation is None:
        return ""
    least = "at least " if load.unknown else ""
    return f"{least}{load.utilisation * 100:.0f}% busy"


def whole(figures: Figures) -> list[str]:
    """The service for one customer: expected and standard time, cost, margin."""
    model = figures.blueprint
    money, standard, expected = figures.money.expected, figures.standard.total, figures.journey.expected
    return _said(
        ("expected", time(expected)),
        ("standard", time(standard) if standard.seconds != expected.seconds else ""),
        ("cost", cost(money.costs, model.currency)),
        ("margin", margin(money, model.currency)),
    )


def of_phase(figures: Figures, phase: Phase) -> list[str]:
    """One run of a phase, and what it costs for each customer."""
    return _said(
        ("expected", time(figures.journey.one_run(phase.key))),
        ("cost", cost(figures.money.phases.get(phase.key), figures.blueprint.currency)),
    )


def of_service(figures: Figures, service: Service) -> list[str]:
    """One run of a service, what it costs for each customer, and its price."""
    currency = figures.blueprint.currency
    return _said(
        ("expected", time(figures.journey.one_run(service.key))),
        ("cost", cost(figures.money.services.get(service.key), currency)),
        ("price", price(float(service.price.amount), currency) if service.price else ""),
    )


def of_step(figures: Figures, step: Step) -> list[str]:
    """One visit of a step: standard and expected time, cost, how often each customer comes."""
    model, visits = figures.blueprint, figures.journey.visits.get(step.key)
    usual, expected = step_time(step), figures.journey.one_visit(step.key)
    known = cost(step_costs(model, step), model.currency) if says_costs(model, step) else ""
    often = f"{visits:.2g} times by each customer" if visits is not None and abs(visits - 1.0) > 0.005 else ""
    other = time(expected) if expected is not None and abs(expected.seconds - usual.seconds) >= 0.5 else ""
    return _said(("time", time(usual)), ("expected", other), ("cost", known), ("gone through", often))


def of_role(figures: Figures, role: Role) -> list[str]:
    """How busy a role is, how many customers it could serve, what its work costs for each customer."""
    load = figures.people.roles.get(role.key)
    if load is None:
        return []
    most = f"at most {load.largest_demand:.3g} customers a day" if load.largest_demand is not None else ""
    labour = cost(figures.money.roles.get(role.key), figures.blueprint.currency)
    return [part for part in (busy(figures, role.key), most, f"{labour} for each customer" if labour else "") if part]


def of_package(figures: Figures, key: str) -> list[str]:
    """What is left of a package's price for each customer."""
    found = figures.money.packages.get(key)
    return _said(("margin", margin(found, figures.blueprint.currency))) if found is not None else []


def _said(*parts: tuple[str, str]) -> list[str]:
    return [f"{name} {value}" for name, value in parts if value]
