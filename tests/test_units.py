"""Values with units: what is read, what it means, how it is written back."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint import units

DURATIONS = (
    ("30s", (30.0,), "exact", "30s"),
    ("4m", (240.0,), "exact", "4min"),
    ("1h30min", (5400.0,), "exact", "1h30min"),
    ("1.50h", (5400.0,), "exact", "1.5h"),
    ("2d", (172800.0,), "exact", "2d"),
    ("1w", (604800.0,), "exact", "1w"),
    ("3mo", (3 * 52 / 12 * 604800,), "exact", "3mo"),
    ("1y", (52 * 604800.0,), "exact", "1y"),
    ("007min", (420.0,), "exact", "7min"),
    ("3min..8min", (180.0, 480.0), "uniform", "3min..8min"),
    ("1.5h..2h", (5400.0, 7200.0), "uniform", "1.5h..2h"),
    ("3min .. 4min .. 8m", (180.0, 240.0, 480.0), "pert", "3min..4min..8min"),
    ("4min ±1min", (240.0, 60.0), "normal", "4min ±1min"),
    ("4min+-1min", (240.0, 60.0), "normal", "4min ±1min"),
)


@pytest.mark.parametrize(("text", "values", "spread", "spelling"), DURATIONS)
def test_durations(text: str, values: tuple[float, ...], spread: str, spelling: str) -> None:
    got = units.duration(text)
    assert got is not None
    assert (got.spread, got.text) == (spread, spelling)
    assert got.values == pytest.approx(values)
    assert units.duration(got.text) == got


def test_working_days_follow_the_open_week() -> None:
    assert units.duration("2wd") == units.Duration((2 * 86400.0,), "exact", "2wd")
    five = units.duration("5wd..10wd", workdays=5)
    assert five is not None
    assert five.values == pytest.approx((units.WEEK, 2 * units.WEEK))


@pytest.mark.parametrize(
    "text", ["", "4", "min", "4 min", "4min3", "1..2..3min", "4min±", "1s..2s..3s..4s", "-4min", "9" * 20 + "s"]
)
def test_what_is_no_duration(text: str) -> None:
    assert units.duration(text) is None


def test_means() -> None:
    assert [round(units.duration(text).mean) for text in ("4min", "3min..8min", "3min..4min..8min", "4min ±1min")] == [  # type: ignore[union-attr]
        240, 330, 270, 240,
    ]  # fmt: skip


def test_money_and_rates() -> None:
    assert units.money("2.50 EUR") == units.Money(Decimal("2.50"), "EUR", "2.50 EUR")
    assert units.money("012") == units.Money(Decimal("12"), "", "12")
    assert units.money("0.50") == units.Money(Decimal("0.50"), "", "0.50")
    assert units.money("2.50 eur") is None
    assert units.rate("60/day") == units.Rate(Decimal(60), "day", "number", "", "60/day")
    assert units.rate("28.00 EUR /h") == units.Rate(Decimal("28.00"), "h", "number", "EUR", "28.00 EUR/h")
    assert units.rate("8h/day") == units.Rate(Decimal("28800.0"), "day", "duration", "", "8h/day")
    assert units.rate("8h/decade") is None
    assert units.rate("x/day") is None


def test_the_rest() -> None:
    assert units.share("3%") == (0.03, "3%")
    assert units.share("0.50%") == (0.005, "0.5%")
    assert units.share("3") is None
    assert units.score("4.20/5") == ((4.2, 5.0), "4.2/5")
    assert units.number("-1") == (-1.0, "-1")
    assert units.number("+2.0") == (2.0, "+2")
    assert units.number("") is None
    assert units.times("12 times") == units.Times(12, 12, "12 times")
    assert units.times("1 .. 4 times") == units.Times(1, 4, "1..4 times")
    assert units.times("4") is None


@pytest.mark.parametrize(("text", "good"), [
    ("2026-11-21", True), ("2024-02-29", True), ("2026-02-29", False), ("2026-13-01", False), ("0000-01-01", False),
    ("2026-1-1", False), ("1900-02-29", False),
])  # fmt: skip
def test_dates(text: str, good: bool) -> None:
    assert units.date(text) == (text if good else None)


@given(st.text("0123456789.,+-±%/ shdwymoEURinta\u0664", max_size=20))
def test_reading_never_raises_and_what_was_read_reads_again(text: str) -> None:
    for read in (units.duration, units.money, units.rate, units.times):
        got = read(text)
        assert got is None or read(got.text) == got
    for plain in (units.share, units.score, units.number):
        value = plain(text)
        assert value is None or plain(value[1]) == value


def test_seconds_as_people_say_them() -> None:
    assert [units.seconds_text(seconds) for seconds in (45, 240, 5400, 3599, 259200)] == [
        "45 s",
        "4 min",
        "1 h 30 min",
        "59 min 59 s",
        "3 d",
    ]
