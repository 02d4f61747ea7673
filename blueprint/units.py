"""Durations, money, rates and shares: values with their units, and how they are written.

A parsed value keeps the canonical way it is written (`text`), so that a model made by a program and a file made by a
person print alike. Seconds are the base of every duration; a share is a fraction of one.
"""

from __future__ import annotations

import math
import re
from decimal import Decimal
from typing import Literal

from blueprint.records import dataclass

MINUTE, HOUR, DAY = 60.0, 3600.0, 86400.0
WEEK = 7 * DAY
YEAR = 52 * WEEK  # as rates count it: a year has 52 weeks, a month 52/12 of them
MONTH = YEAR / 12

Spread = Literal["exact", "uniform", "pert", "normal"]


@dataclass(frozen=True, slots=True)
class Duration:
    """A time span, certain or spread, in seconds.

    `values` holds: exact (seconds,) · uniform (least, most) · pert (least, likely, most) · normal (mean, standard
    deviation); the last is sampled as a gamma distribution, which is never negative.
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
_PER: dict[str, RateUnit] = {"h": "h", "day": "day", "week": "week", "month": "month", "year": "year"}


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


# ---------------------------------------------------------------------------------------------------- reading

SECONDS = {"s": 1.0, "min": MINUTE, "m": MINUTE, "h": HOUR, "d": DAY, "wd": DAY, "w": WEEK, "mo": MONTH, "y": YEAR}
DIGITS = 15  # a value with more digits than this is a slip of the hand, and no float can hold it

_NUMBER = r"[0-9]+(?:\.[0-9]+)?"
_PART = re.compile(rf"({_NUMBER})(wd|min|mo|[smhdwy])")
_DURATION = re.compile(rf"(?:{_NUMBER}(?:wd|min|mo|[smhdwy]))+")
_MONEY = rf"({_NUMBER})\s*([A-Z]{{3}})?"
_RATE = rf"(?s:(.+?)\s*/({'|'.join(_PER)}))"
_TIMES = r"([0-9]+)(?:\s*\.\.\s*([0-9]+))?\s+times?"


def tidy(number: str) -> str:
    """A plain number without needless zeros: `007.50` is `7.5`."""
    whole, dot, part = number.partition(".")
    part = part.rstrip("0")
    return (whole.lstrip("0") or "0") + (dot + part if part else "")


def _too_long(text: str) -> bool:
    return any(len(run) > DIGITS for run in re.findall(r"[0-9]+", text))


def _certain(text: str, workdays: float = 7.0) -> tuple[float, str] | None:
    """Seconds and canonical spelling of one certain duration."""
    if not _DURATION.fullmatch(text) or _too_long(text):
        return None
    parts = _PART.findall(text)
    size = {**SECONDS, "wd": DAY * 7 / workdays} if "wd" in text else SECONDS
    seconds = math.fsum(float(number) * size[unit] for number, unit in parts)
    return seconds, "".join(tidy(number) + ("min" if unit == "m" else unit) for number, unit in parts)


def duration(text: str, workdays: float = 7.0) -> Duration | None:
    """Read `4min`, `1h30min`, `3min..8min`, `3min..4min..8min` or `4min ±1min`; None when it is none of these.

    A working day `1wd` is 7 / `workdays` days of 24 hours: with five of them a week, five working days are a week.
    """
    mean, sign, deviation = text.replace("+-", "±").partition("±")
    read = [_certain(part.strip(), workdays) for part in ([mean, deviation] if sign else text.split(".."))]
    parts = [part for part in read if part is not None]
    if len(parts) != len(read) or len(parts) > 3:
        return None
    values = tuple(seconds for seconds, _ in parts)
    if sign:
        return Duration(values, "normal", f"{parts[0][1]} ±{parts[1][1]}")
    spread: Spread = ("exact", "uniform", "pert")[len(parts) - 1]
    return Duration(values, spread, "..".join(spelling for _, spelling in parts))


def money(text: str) -> Money | None:
    """Read `12`, `2.50` or `2.50 EUR`; the digits after the point are kept as written."""
    found = re.fullmatch(_MONEY, text.strip())
    if not found or _too_long(text):
        return None
    amount, currency = found[1].lstrip("0") or "0", found[2] or ""
    amount = "0" + amount if amount.startswith(".") else amount
    return Money(Decimal(amount), currency, f"{amount} {currency}".rstrip())


def rate(text: str) -> Rate | None:
    """Read `60/day`, `28.00 EUR/h` or `8h/day`."""
    found = re.fullmatch(_RATE, text.strip())
    if not found:
        return None
    per = _PER[found[2]]
    certain = _certain(found[1])
    if certain:
        return Rate(Decimal(repr(certain[0])), per, "duration", "", f"{certain[1]}/{per}")
    amount = money(found[1])
    return Rate(amount.amount, per, "number", amount.currency, f"{amount.text}/{per}") if amount else None


def times(text: str) -> Times | None:
    """Read `12 times` or `1..4 times`."""
    found = re.fullmatch(_TIMES, text.strip())
    if not found or _too_long(text):
        return None
    least = int(found[1])
    most = int(found[2]) if found[2] else least
    amount = f"{least}..{most}" if found[2] else str(least)
    return Times(least, most, f"{amount} time" if amount == "1" else f"{amount} times")


def share(text: str) -> tuple[float, str] | None:
    """Read `3%` as a fraction of one, with its canonical spelling."""
    number = text.strip().removesuffix("%")
    if number == text.strip() or not re.fullmatch(_NUMBER, number) or _too_long(number):
        return None
    return float(Decimal(number) / 100), tidy(number) + "%"


def score(text: str) -> tuple[tuple[float, float], str] | None:
    """Read `4.2/5` as value and best possible value, with its canonical spelling."""
    found = re.fullmatch(rf"({_NUMBER})/({_NUMBER})", text.strip())
    if not found or _too_long(text):
        return None
    return (float(found[1]), float(found[2])), f"{tidy(found[1])}/{tidy(found[2])}"


def number(text: str) -> tuple[float, str] | None:
    """Read `12`, `2.5`, `+2` or `-1`, with its canonical spelling."""
    text = text.strip()
    sign = text[0] if text[:1] in ("+", "-") else ""
    if not re.fullmatch(_NUMBER, text[len(sign) :]) or _too_long(text):
        return None
    return float(text), sign + tidy(text[len(sign) :])


_MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def date(text: str) -> str | None:
    """Read `2026-11-21`; None when the calendar has no such day."""
    found = re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", text.strip())
    if not found:
        return None
    year, month, day = int(found[1]), int(found[2]), int(found[3])
    if not (year and 1 <= month <= 12):
        return None
    leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return text.strip() if 1 <= day <= _MONTH_DAYS[month - 1] + leap else None
