"""Rates in the units that figures are given in: a day is a day on which the service is open.

A week has `workdays` open days, a month 52/12 weeks, a year 52 weeks. What cannot be said without knowing how long a
day is open is None where nobody wrote it.
"""

from __future__ import annotations

from blueprint.model.entities import Blueprint, Role
from blueprint.units import HOUR, Rate

_WEEKS = {"week": 1.0, "month": 52 / 12, "year": 52.0}


def open_seconds(hours: Rate | None, workdays: float) -> float | None:
    """Working or opening hours (`8h/day`, `38h/week`) as seconds for each open day; None when unknown."""
    if hours is None or hours.what != "duration":
        return None
    amount = float(hours.amount)
    if hours.per == "day":
        return amount
    return amount * 24 if hours.per == "h" else amount / (_WEEKS[hours.per] * workdays)


def a_day(rate: Rate | None, blueprint: Blueprint) -> float | None:
    """How many an open day: `12/h` needs the opening hours of the blueprint, None without."""
    if rate is None or rate.what != "number":
        return None
    amount = float(rate.amount)
    if rate.per == "h":
        seconds = open_seconds(blueprint.hours, blueprint.workdays)
        return None if seconds is None else amount * seconds / HOUR
    return amount if rate.per == "day" else amount / (_WEEKS[rate.per] * blueprint.workdays)


def role_seconds(role: Role, blueprint: Blueprint) -> float | None:
    """How long one person of a role is paid each open day, in seconds: its hours, else those of the blueprint."""
    found = open_seconds(role.hours, blueprint.workdays)
    return open_seconds(blueprint.hours, blueprint.workdays) if found is None else found


def capacity_rate(role: Role, blueprint: Blueprint) -> float | None:
    """The capacity cost rate of a role: money for each hour that one of them can really work.

    That is the rate ÷ the availability; a rate by day, week, month or year is divided by the hours paid in it. None
    when there is no rate, or no hours to divide by.
    """
    if role.rate is None or role.rate.what != "number":
        return None
    per, amount = role.rate.per, float(role.rate.amount)
    usable = 1.0 if role.availability is None else role.availability
    if per == "h":
        paid: float | None = 1.0
    else:
        day = role_seconds(role, blueprint)
        days = 1.0 if per == "day" else blueprint.workdays * _WEEKS[per]
        paid = None if day is None else day / HOUR * days
    return amount / (paid * usable) if paid and usable > 0 else None


def demand(blueprint: Blueprint) -> float | None:
    """Customers an open day: as the blueprint says, else the sum of what its personas say; None when nobody does."""
    whole = a_day(blueprint.demand, blueprint)
    if whole is not None:
        return whole
    known = [each for p in blueprint.personas.values() if (each := a_day(p.demand, blueprint)) is not None]
    return sum(known) if known else None
