"""Figures in people's words, and the places that explain them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from blueprint.diagnostics import Related
from blueprint.model.entities import Blueprint, Cell, Element, Phase, Step
from blueprint.rules.base import Context, called, place
from blueprint.source import Span
from blueprint.units import DAY, HOUR, MINUTE, seconds_text

if TYPE_CHECKING:
    from blueprint.analysis.costs import Costs
    from blueprint.analysis.time import Elapsed


def named(element: Element) -> str:
    """The element at the beginning of a sentence; the blueprint is the whole service, a phase may have no title."""
    if isinstance(element, Blueprint):
        return "The whole service"
    if isinstance(element, Phase):
        return f"The phase {called(element)}" if element.title else f"The {element.kind} phase"
    return called(element)


def lasting(time: Elapsed) -> str:
    """A time without pauses: `4 min`, `at least 4 min` where parts of it are unknown."""
    return ("at least " if time.unknown else "") + seconds_text(time.in_service)


def over(time: Elapsed, limit: float) -> str:
    """A time that is longer than a limit, pauses left out: `6 min`, `at least 6 min`; told apart from the limit even
    where both round to the same words."""
    text = seconds_text(time.in_service)
    return f"a little more than {text}" if text == seconds_text(limit) else lasting(time)


def within(blueprint: Blueprint) -> dict[str, list[Step]]:
    """The steps of each phase and of each service by key, and those of the whole by an empty key: a service may be
    called like its blueprint."""
    found: dict[str, list[Step]] = {"": list(blueprint.steps.values())}
    for step in blueprint.steps.values():
        for key in filter(None, (step.phase, step.service)):
            found.setdefault(key, []).append(step)
    return found


def longest(step: Step) -> Span:
    """The time that is written in a step, of several the longest: the number itself may be what is wrong."""
    times = [(part.takes if isinstance(part, Cell) else part.duration, part) for part in step.cells]
    known = [(time.mean, part) for time, part in times if time is not None]
    if not known:
        return place(step)
    _, part = max(known, key=lambda each: each[0])
    return place(part, "takes", "duration")


def slowest(context: Context, steps: Iterable[Step]) -> tuple[Related, ...]:
    """Where most of the expected time goes, of several steps."""
    times, visits = context.figures.journey.steps, context.figures.journey.visits
    found = [(times[step.key].in_service, step) for step in steps if step.key in times]
    if len(found) < 2:
        return ()
    seconds, step = max(found, key=lambda each: each[0])
    count = visits.get(step.key, 0.0)
    often = f", gone through {count:.2g} times" if count > 1.005 else ""
    if count < 0.995:
        often = f" on average, though only {share_of(count, 0.0)} of customers come to it"
    return (Related(longest(step), f"{called(step)} takes most of it: {seconds_text(seconds)}{often}"),)


def most(context: Context) -> float:
    """What the design takes now on an average day, or with any one failure: the least that makes no other finding."""
    figures = context.figures
    times = [figures.standard.total, figures.journey.expected]
    times += [figures.failures.time_with(key) for key in figures.failures.points]
    return max(time.in_service for time in times)


def unit_of(seconds: float) -> str:
    """The unit in which people say a time that is about so long: two of it or more."""
    return next((unit for unit, size in (("d", DAY), ("h", HOUR), ("min", MINUTE)) if seconds >= 2 * size), "s")


def limit_text(seconds: float) -> str:
    """A time as the language writes it, rounded up to what people would say: `3min15s`, `1h35min`, `2d3h`."""
    for unit, size, below, step, small in (("d", DAY, "h", HOUR, HOUR), ("h", HOUR, "min", 300.0, MINUTE)):
        if seconds >= size:
            whole, left = divmod(math.ceil(seconds / step - 1e-9) * step, size)
            return f"{whole:.0f}{unit}" + (f"{left / small:.0f}{below}" if left else "")
    minutes, rest = divmod(math.ceil(seconds / 15 - 1e-9) * 15, 60)
    return (f"{minutes}min" if minutes else "") + (f"{rest}s" if rest else "")


# ---------------------------------------------------------------------------------------------------- money


def price(amount: float, currency: str, beside: float | None = None) -> str:
    """An amount of money, with as many digits as tell it apart from the one `beside` it: `0.34 USD`, `0.3372 USD`."""
    digits = 2
    while beside is not None and digits < 4 and round(amount, digits) == round(beside, digits):
        digits += 1
    return f"{amount:.{digits}f} {currency}".rstrip()


def dearest(context: Context, steps: Iterable[Step]) -> tuple[Related, ...]:
    """Which of these steps costs most for each customer."""
    costs: Mapping[str, Costs] = context.figures.money.steps
    step = max(steps, key=lambda step: costs[step.key].total, default=None)
    if step is None or costs[step.key].total <= 0:
        return ()
    amount = price(costs[step.key].total, context.blueprint.currency)
    return (Related(place(step), f"{called(step)} costs most: {amount}"), *_numbers(context, step))


def _numbers(context: Context, step: Step) -> Iterator[Related]:
    """The two numbers that make most of what a step costs, or the one: a cost, or a time and the rate of who works."""
    from blueprint.analysis.costs import cell_costs, labour

    blueprint = context.blueprint
    cells = [(cell_costs(blueprint, cell), cell) for cell in step.cells if isinstance(cell, Cell)]
    costs, cell = max(cells, key=lambda each: each[0].total, default=(None, None))
    if costs is None or cell is None:
        return
    if costs.other >= costs.labour:
        if "cost" in cell.at:
            yield Related(cell.at["cost"], f"{called(cell)} costs this each time")
        return
    if "takes" in cell.at:
        yield Related(cell.at["takes"], f"{called(cell)} takes this long each time")
    role = blueprint.roles[max(labour(blueprint, cell), key=lambda each: each[1].labour)[0]]
    if "rate" in role.at:
        yield Related(role.at["rate"], f"{called(role)} is paid this")


# ---------------------------------------------------------------------------------------------------- shares


def share_of(value: float, limit: float) -> str:
    """A utilisation that is over a limit: `92%`, with digits where the limit would look the same."""
    digits = 0
    while digits < 2 and round(value * 100, digits) <= round(limit * 100, digits):
        digits += 1
    return f"{value * 100:.{digits}f}%"
