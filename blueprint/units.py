"""Durations, money, rates and shares: values with their units, and how they are written.

A parsed value keeps the canonical way it is written (`text`), so that a model made by a program and a file made by a
person print alike. Seconds are the base of every duration; a share is a fraction of one.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

MINUTE, HOUR, DAY = 60.0, 3600.0, 86400.0
WEEK = 7 * DAY
YEAR = 52 * WEEK  # as rates count it: a year has 52 weeks, a month 52/12 of them
MONTH = YEAR / 12

Spread = Literal["exact", "uniform", "pert", "normal"]


@dataclass(frozen=True, slots=True)
class Duration:
    """A time span, certain or spread, in seconds.

    `values` holds: exact (seconds,) · uniform (least, most) · pert (least, likely, most) · normal (mean, standard deviation);
    the last is sampled as a gamma distribution, which is never negative.
    """

    values: tuple[float, ...]
    spread: Spread = "exact"
    text: str = ""

    @property
    def mean(self) -> float:
        """The mean in seconds: (a+b)/2 of a uniform, (a+4m+b)/6 of a PERT spread."""
        v = self.values
        if self.spread == "uniform":
            return (v[0] + v[1]) / 2
        if self.spread == "pert":
            return (v[0] + 4 * v[1] + v[2]) / 6
        return v[0]


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in the blueprint's currency; `currency` is what was written beside it, or empty."""

    amount: Decimal
    currency: str = ""
    text: str = ""


RateUnit = Literal["h", "day", "week", "month", "year"]


@dataclass(frozen=True, slots=True)
class Rate:
    """So much for each unit of time: `60/day` (plain), `28.00 EUR/h` (money), `8h/day` (a duration in seconds)."""

    amount: Decimal
    per: RateUnit
    what: Literal["number", "duration"] = "number"
    currency: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Times:
    """How often something is gone through: least and most, equal when certain."""

    least: int
    most: int
    text: str = ""

    @property
    def mean(self) -> float:
        return (self.least + self.most) / 2


def seconds_text(seconds: float) -> str:
    """A duration as people say it, at most two units: `45 s`, `4 min`, `1 h 30 min`, `3 d`."""
    rest = round(seconds)
    for unit, size, below, small in (("d", DAY, "h", HOUR), ("h", HOUR, "min", MINUTE), ("min", MINUTE, "s", 1.0)):
        if rest >= size:
            whole, left = divmod(rest, int(size))
            part = round(left / small)
            if part * small >= size:  # 59.9 min rounds up into the larger unit
                whole, part = whole + 1, 0
            return f"{whole} {unit}" + (f" {part} {below}" if part else "")
    return f"{rest} s"
