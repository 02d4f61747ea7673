"""Units, ranges, currencies, metrics."""

from __future__ import annotations

from decimal import Decimal

import pytest

from blueprint.model.entities import Cell
from blueprint.units import DAY, Money
from tests.model.support import findings, fixed, model, only, under_line

STEP = 'phase billing {{ step s {{ customer "x"\n{} }} }}'
CELL = 'phase billing {{ step s {{ customer "x" {} }} }}'


@pytest.mark.parametrize(
    ("text", "name", "range", "message"),
    [
        (STEP.format("emotion 3"), "value-out-of-range", "3", "`emotion 3` cannot be: it lies between -2 and 2."),
        (STEP.format('fail "F" 140%'), "value-out-of-range", "140%",
         "`fail 140%` cannot be: a share is never more than 100%."),
        (STEP.format("optional 101%"), "value-out-of-range", "101%",
         "`optional 101%` cannot be: a share is never more than 100%."),
        (STEP.format("repeats 0 times"), "value-out-of-range", "0 times",
         "`repeats 0 times` cannot be: what is there is gone through once at least."),
        (STEP.format("metric csat >= 6/5"), "value-out-of-range", "6/5",
         "`metric 6/5` cannot be: a score is never more than its scale of 5."),
        (STEP.format("metric nps >= 140"), "value-out-of-range", "140",
         "`nps 140` cannot be: it lies between -100 and 100."),
        ("role r { availability 0% }", "value-out-of-range", "0%", "`availability 0%` cannot be: it is more than 0%."),
        ("role r { hours 25h/day }", "value-out-of-range", "25h/day",
         "`hours 25h/day` cannot be: a day has only 24 hours."),
        ("role r { hours 0h/day }", "value-out-of-range", "0h/day", "`hours 0h/day` cannot be: it is more than none."),
        ("blueprint x { workdays 8/week }", "value-out-of-range", "8/week",
         "`workdays 8/week` cannot be: a week has one to seven of them."),
        ("blueprint x { workdays 5/day }", "unit-mismatch", "5/day",
         "`workdays` counts the working days of a week: `5/week`."),
        ("blueprint x { demand 8h/day }", "unit-mismatch", "8h/day",
         "`demand` is a number for a stretch of time, such as `60/day`; `8h/day` is not."),
        ("role r { rate 8h/day }", "unit-mismatch", "8h/day",
         "`rate` is money for a stretch of time, such as `28.00/h`; `8h/day` is not."),
        ("channel c { hours 60/day }", "unit-mismatch", "60/day",
         "`hours` is hours for a stretch of time, such as `8h/day`; `60/day` is not."),
        ("phase billing { core c { price 20.00/month } }", "unit-mismatch", "20.00/month",
         "`20.00/month` is a price for a time, which only a package has."),
        (STEP.format("metric csat >= 4min"), "unit-mismatch", "4min",
         "`csat` is measured as a score such as `4.2/5`, or a share, not as `4min`."),
        (STEP.format('metric "My own" >= 80% actual 4min'), "unit-mismatch", "4min",
         "The target of this metric is `80%`, and its actual value `4min` has another unit."),
    ],
)  # fmt: skip
def test_values_that_cannot_be(text: str, name: str, range: str, message: str) -> None:
    found, resolved = only(text, name)
    assert (under_line(resolved, found.span), found.message) == (range, message)


@pytest.mark.parametrize(
    ("line", "range", "better"),
    [
        (CELL.format("takes 8min..3min"), "8min..3min", CELL.format("takes 3min..8min")),
        (CELL.format("takes 3min..9min..4min"), "3min..9min..4min", CELL.format("takes 3min..4min..9min")),
        (STEP.format("repeats 4..1 times"), "4..1 times", STEP.format("repeats 1..4 times")),
    ],
)
def test_values_that_run_backwards_are_turned(line: str, range: str, better: str) -> None:
    found, resolved = only(line, "value-out-of-range")
    assert under_line(resolved, found.span) == range
    assert fixed(found, resolved) == better
    assert resolved.blueprint is not None


def test_no_such_day() -> None:
    assert findings("blueprint x { date 2026-02-30 }") in (
        [("value-out-of-range", "2026-02-30")], [("bad-value", "2026-02-30")],
    )  # fmt: skip


def test_working_days_are_the_time_that_passes() -> None:
    five = model("blueprint x { workdays 5/week }\n" + CELL.format("takes 5wd..10wd acceptable 1wd12h")).cells[
        "s.customer"
    ]
    seven = model("blueprint x\n" + CELL.format("takes 5wd")).cells["s.customer"]
    assert five.takes.values == (7 * DAY, 14 * DAY)  # type: ignore[union-attr]
    assert five.notes.acceptable.values == (1.4 * DAY + DAY / 2,)  # type: ignore[union-attr]
    assert seven.takes.values == (5 * DAY,)  # type: ignore[union-attr]


def test_a_second_currency() -> None:
    text = "blueprint x { currency EUR }\nsystem pms cost 2.00 EUR\n" + CELL.format("pays 3.00 USD")
    found, resolved = only(text, "currency-mixed")
    assert found.message == "This amount is in USD, and this blueprint counts in EUR."
    assert [under_line(resolved, each.span) for each in found.related] == ["currency EUR"]


def test_the_first_amount_sets_the_currency() -> None:
    assert model("system s cost 2.00 EUR").currency == "EUR"
    assert findings("system s cost 2.00 EUR\nrole r rate 3.00 USD/h") == [("currency-mixed", "3.00 USD/h")]


def test_the_currency_holds_for_what_stands_before_it_in_a_library() -> None:
    assert model("blueprint x { currency EUR }\nsystem s cost 2.00").systems["s"].cost == Money(
        Decimal("2.00"), "", "2.00"
    )


def test_a_price_for_a_time() -> None:
    package = model("package p { price 6000.00 EUR/month; uses 4/month }").packages["p"]
    assert (package.price, package.price_per) == (Money(Decimal("6000.00"), "EUR", "6000.00 EUR"), "month")
    free = model("package p price 0").packages["p"]
    assert (free.price, free.price_per) == (Money(Decimal(0), "", "0"), "")


def test_metrics_carry_number_and_unit() -> None:
    blueprint = model(STEP.format(
        'metric csat >= 4.2/5 actual 3.9/5 source "survey"\nmetric "Own" < 3d proxy for "trust"\n'
        "metric delivery-speed <= 2d actual 36h"
    ))  # fmt: skip
    csat, own, speed = blueprint.steps["s"].notes.metrics
    assert (csat.known, csat.comparison, csat.target, csat.actual, csat.unit, csat.source) == (
        True, ">=", 4.2, 3.9, "/5", "survey",
    )  # fmt: skip
    assert (own.known, own.name, own.target, own.unit, own.proxy) == (False, "Own", 3 * DAY, "s", "trust")
    assert (speed.target, speed.actual, speed.target_text, speed.actual_text) == (2 * DAY, 1.5 * DAY, "2d", "36h")


def test_money_metrics_need_no_currency() -> None:
    metric = model("blueprint x { metric cost-per-transaction <= 2.50 actual 3 }").notes.metrics[0]
    assert (metric.target, metric.actual, metric.unit) == (2.5, 3.0, "money")


def test_every_kind_of_spread() -> None:
    blueprint = model(
        'phase billing { step s { customer "a" takes 30s; customer "b" takes 3min..8min\n'
        'customer "c" takes 3min..4min..8min; customer "d" takes 4min ±1min; wait "w" 10min } }'
    )
    cells = blueprint.cells.values()
    spreads = [each for cell in cells if (each := cell.takes if isinstance(cell, Cell) else cell.duration)]
    assert [(each.spread, each.values) for each in spreads] == [
        ("exact", (30.0,)), ("uniform", (180.0, 480.0)), ("pert", (180.0, 240.0, 480.0)), ("normal", (240.0, 60.0)),
        ("exact", (600.0,)),
    ]  # fmt: skip


def test_shares_of_one_whole() -> None:
    text = "persona a share 60%\npersona b share 50%\npackage p share 50%\npackage q share 50%\n"
    found, resolved = only(text, "value-out-of-range")
    assert found.message == "The shares of the personas add up to 110%, over 100%."
    assert under_line(resolved, found.span) == "share 50%"
    assert [under_line(resolved, each.span) for each in found.related] == ["share 60%"]


def test_a_currency_that_is_none_does_not_make_every_amount_a_second_one() -> None:
    found, resolved = only("blueprint x { currency Euro }\npackage p { price 2.50 EUR }\n", "unknown-value")
    assert "currency EUR" in fixed(found, resolved)
