"""A customer brings less than they are expected to cost.

## What
What a customer pays for a package, or for the whole where there are no packages, is less than the expected cost of the
services in it, with failures and repeats. Labour costs the rate of a role divided by its availability. What is unknown
counts as nothing, so the loss is at least so big. A price of 0 is free on purpose and is not judged.

## Why
More customers make it worse, and no efficiency later mends a price that was wrong from the beginning.

## Bad
```bp
blueprint "Shoeshine" { currency USD }
role shiner "Shoe shiner" { rate 6.00/h }
package shine "One shine" { price 0.25; includes shining }
phase interaction {
  core shining "Shine" {
    step polish "Apply polish" {
      customer "Holds still"
      meanwhile frontstage "Polishes" by shiner takes 2min cost 0.12
    }
  }
}
```

## Good
```bp
blueprint "Shoeshine" { currency USD }
role shiner "Shoe shiner" { rate 6.00/h }
package shine "One shine" { price 0.50; includes shining }
phase interaction {
  core shining "Shine" {
    step polish "Apply polish" {
      customer "Holds still"
      meanwhile frontstage "Polishes" by shiner takes 2min cost 0.12
    }
  }
}
```

## Source
Shostack, "Designing Services That Deliver", Harvard Business Review 62(1), 1984: analysing profitability. Kaplan and
Anderson, "Time-Driven Activity-Based Costing", Harvard Business Review 82(11), 2004.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from blueprint.model.entities import Blueprint, Cell, Element, Step
from blueprint.rules.base import Context, Finding, called, place, rule
from blueprint.rules.facts import priced
from blueprint.rules.told import dearest, price
from blueprint.source import Span

if TYPE_CHECKING:
    from blueprint.analysis.money import Margin


def check(context: Context) -> Iterator[Finding]:
    blueprint = context.blueprint
    if not any(True for _ in priced(blueprint)):
        return
    for element, margin, steps in _judged(context):
        if lossy(context, margin):
            costs, earned = margin.costs, margin.revenue.amount or 0.0
            least = "at least " if costs.unknown else ""
            who = called(element) if element.key in blueprint.packages else "A customer"
            yield Finding(
                _where(blueprint, element, margin.revenue.source),
                f"{who} brings {price(earned, blueprint.currency, costs.total)}, but costs "
                f"{least}{price(costs.total, blueprint.currency, earned)}.",
                f"For each customer that is {price(costs.labour, blueprint.currency)} of labour and "
                f"{price(costs.other, blueprint.currency)} of other costs: charge more, or do with less.",
                dearest(context, steps),
            )


def lossy(context: Context, margin: Margin) -> bool:
    """Whether a margin is negative for certain. Where a customer is never seen to come to a cell in which they pay,
    since a share is unknown, what they bring is unknown as well."""
    if margin.amount is None or margin.free or margin.amount >= -1e-9:
        return False
    if margin.revenue.source != "pays":
        return True
    runs = context.figures.journey.runs
    return all(runs.get(cell.key, 0.0) > 0 for cell in context.blueprint.cells.values() if _pays(cell))


def _judged(context: Context) -> Iterator[tuple[Element, Margin, list[Step]]]:
    """What is sold, its margin, and the steps that it costs."""
    blueprint, money = context.blueprint, context.figures.money
    steps = list(blueprint.steps.values())
    if not blueprint.packages:
        yield blueprint, money.expected, steps
    included = {service for package in blueprint.packages.values() for service in package.includes}
    for key, package in blueprint.packages.items():
        without = included - set(package.includes)
        yield package, money.packages[key], [step for step in steps if step.service not in without]


def _where(blueprint: Blueprint, element: Element, source: str) -> Span:
    """The price that is too low."""
    if "price" in element.at or element is not blueprint:
        return place(element, "price")
    if source == "pays":
        return place(next(cell for cell in blueprint.cells.values() if _pays(cell)), "pays")
    service = next((each for each in blueprint.services.values() if each.price is not None), None)
    return place(service or element, "price")


def _pays(cell: Element) -> bool:
    return isinstance(cell, Cell) and cell.pays is not None


RULE = rule(__name__, __doc__, "W812", check)
