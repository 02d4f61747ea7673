"""Figures in people's words, and the places that explain them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from blueprint.diagnostics import Related
from blueprint.model.entities import Blueprint, Cell, Element, Phase, Role, Step
from blueprint.rules.base import Context, called, percent, place
from blueprint.units import DAY, HOUR, MINUTE, seconds_text

if TYPE_CHECKING:
    from blueprint.analysis.costs import Costs
    from blueprint.analysis.people import Load
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
    return (Related(place(step), f"{called(step)} takes most of it: {seconds_text(seconds)}{often}"),)


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
    return (Related(place(step), f"{called(step)} costs most: {amount}"),)


# ---------------------------------------------------------------------------------------------------- people


def share_of(value: float, limit: float) -> str:
    """A utilisation that is over a limit: `92%`, with digits where the limit would look the same."""
    digits = 0
    while digits < 2 and round(value * 100, digits) <= round(limit * 100, digits):
        digits += 1
    return f"{value * 100:.{digits}f}%"


def hours(minutes: float) -> str:
    """Hours of work on a day, which may be more than a day has: `10.5 h`, `40 min`."""
    return f"{minutes * MINUTE / HOUR:.3g} h" if minutes >= 60 else f"{minutes:.2g} min"


def worked(role: Role, load: Load) -> str:
    """The hours that a role has on a day, and out of what: `3 h (3 × 1 h)`, `2 h (1 × 4 h × 50%)`."""
    staff, there = role.staff or 1.0, _there(role)
    total = hours(load.minutes or 0.0)
    if staff == 1.0 and there == 1.0:
        return total
    return f"{total} ({staff:g} × {_each(role, load)}" + (f" × {there * 100:g}%)" if there < 1.0 else ")")


def _there(role: Role) -> float:
    return 1.0 if role.availability is None else role.availability


def _each(role: Role, load: Load) -> str:
    """The hours that one of a role is there on a day."""
    there = _there(role)
    return hours((load.minutes or 0.0) / (role.staff or 1.0) / there) if there else "0 h"


def _own_time(role: Role, load: Load) -> Iterator[Related]:
    """Where it is written how long one of a role works: that may be what is wrong, and not how many they are."""
    if "hours" in role.at:
        yield Related(role.at["hours"], f"each of them works {_each(role, load)} a day")
    if "availability" in role.at and _there(role) < 1.0:
        yield Related(role.at["availability"], f"{percent(_there(role))} of their hours can be worked")


def overworked(context: Context, low: float, high: float) -> Iterator[tuple[Load, Role, str, tuple[Related, ...]]]:
    """The roles that are busy for more than `low` and at most `high` of their time, each with the beginning of a
    sentence that says so, with the cell that takes most of it, and with the role's own hours and availability."""
    if not any(role.staff for role in context.blueprint.roles.values()):
        return
    most = busiest(context)
    for load in context.figures.people.roles.values():
        if load.utilisation is not None and low + 1e-9 < load.utilisation <= high + 1e-9:
            role = context.blueprint.roles[load.role]
            least = "at least " if load.unknown else ""
            busy = f"{called(role)} would be busy {least}{share_of(load.utilisation, low)} of the time"
            longest = (most[load.role],) if load.role in most else ()
            yield load, role, busy, (*longest, *_own_time(role, load))


def busiest(context: Context) -> dict[str, Related]:
    """By role the cell that takes most of its time."""
    from blueprint.analysis.costs import workers

    runs = context.figures.journey.runs
    most: dict[str, tuple[float, Cell]] = {}
    for cell in context.blueprint.cells.values():
        if isinstance(cell, Cell) and cell.takes:
            for role, share in workers(context.blueprint, cell):
                seconds = cell.takes.mean * share * runs.get(cell.key, 0.0)
                if role not in most or seconds > most[role][0]:
                    most[role] = seconds, cell
    return {role: Related(place(cell), _busy(cell, seconds)) for role, (seconds, cell) in most.items()}


def _busy(cell: Cell, seconds: float) -> str:
    each = seconds_text(seconds) if seconds >= 1 else "less than 1 s"
    return f"{called(cell)} takes most of their time: {each} for each customer"


def mend(context: Context, load: Load, limit: float) -> str:
    """What would help a role: how many people, or how few customers."""
    from blueprint.analysis.people import staff_needed

    role = context.blueprint.roles[load.role]
    staff = staff_needed(load, role, context.blueprint, limit=limit)
    now, wanted = role.staff or 0.0, context.figures.people.demand or 0.0
    at_most = (load.largest_demand or 0.0) * min(1.0, limit)
    fewer = f"{now:g} can serve {at_most:.3g} customers a day and stay within {limit * 100:g}%; {wanted:.3g} come."
    if staff is None or staff <= now:
        return fewer
    then = (load.utilisation or 0.0) * now / staff
    return f"With {staff} of them it would be {then:.0%}. {fewer}"
