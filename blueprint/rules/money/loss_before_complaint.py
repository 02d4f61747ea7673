"""The work stops paying before the customer starts to mind.

## What
The break-even time is under the `acceptable` time of the blueprint. It is the execution time at which labour, in
proportion to the time, and all other costs have used up what a customer pays. Nothing is said while a time on the usual
path is unknown; costs that are unknown make the break-even time shorter still.

## Why
Who only watches for complaints notices too late: between break-even and the acceptable time every customer is content
and every one of them brings a loss. The limit to hold is then the break-even time, not the customer's patience.

## Bad
```bp
blueprint "Shoeshine" { currency USD; acceptable 5min }
role shiner "Shoe shiner" { rate 6.00/h }
phase interaction {
  core shining "Shine" {
    step polish "Apply polish" {
      customer "Holds still, pays" pays 0.50
      meanwhile frontstage "Polishes" by shiner takes 2min cost 0.12
    }
  }
}
```

## Good
```bp
blueprint "Shoeshine" { currency USD; acceptable 3min30s }
role shiner "Shoe shiner" { rate 6.00/h }
phase interaction {
  core shining "Shine" {
    step polish "Apply polish" {
      customer "Holds still, pays" pays 0.50
      meanwhile frontstage "Polishes" by shiner takes 2min cost 0.12
    }
  }
}
```

## Source
Shostack, "Designing Services That Deliver", Harvard Business Review 62(1), 1984: the shoeshine pays up to 3 min 48 s,
and customers accept 5 min.
"""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.diagnostics import Related
from blueprint.model.entities import Cell
from blueprint.rules.base import Context, Finding, called, place, rule
from blueprint.rules.facts import priced
from blueprint.rules.money.margin_negative import all_paid, lossy
from blueprint.rules.told import price
from blueprint.units import seconds_text


def check(context: Context) -> Iterator[Finding]:
    blueprint = context.blueprint
    if blueprint.notes.acceptable is None or not any(True for _ in priced(blueprint)):
        return
    limit, money = blueprint.notes.acceptable.mean, context.figures.money
    even = money.break_even
    if even is None or even >= limit - 1e-6 or context.standard.total.unknown or _elsewhere(context):
        return
    paid = all_paid(context)
    if any(lossy(margin, paid) for margin in (money.expected, *money.packages.values())):
        return  # the price is under the cost anyway, which is the greater trouble
    costs, currency = money.standard.costs, blueprint.currency
    latest, least = ("at the latest ", "at least ") if costs.unknown else ("", "")
    usual = money.standard_seconds
    yield Finding(
        place(blueprint, "acceptable"),
        f"Customers accept {seconds_text(limit)}, but {latest}after {seconds_text(even)} each one brings a loss.",
        f"Each pays {price(money.standard.revenue.amount or 0.0, currency)}. Labour is {price(costs.labour, currency)} "
        f"in the standard time of {seconds_text(usual)} and grows with the time, other costs are "
        f"{price(costs.other, currency)}; at {seconds_text(limit)} the loss is "
        f"{least}{price(-(money.profit_at(limit) or 0.0), currency)}.",
        _paid(context),
    )


def _elsewhere(context: Context) -> bool:
    """Whether customers pay in cells, but in none of the usual path: then its revenue says nothing."""
    margin = context.figures.money.standard
    return margin.revenue.source == "pays" and not margin.revenue.amount


def _paid(context: Context) -> tuple[Related, ...]:
    """The first price that makes the revenue."""
    blueprint, source = context.blueprint, context.figures.money.standard.revenue.source
    for each in priced(blueprint):
        paid = isinstance(each, Cell)
        if paid == (source == "pays") and (each.key in blueprint.packages) == (source == "packages"):
            return (Related(place(each, "pays" if paid else "price"), f"what is paid for {called(each)}"),)
    return ()


RULE = rule(__name__, __doc__, "W811", check)
