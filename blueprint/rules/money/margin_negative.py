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

from blueprint.diagnostics import Related
from blueprint.model.entities import Blueprint, Cell, Element, Package, Step
from blueprint.rules.base import Context, Finding, called, place, rule
from blueprint.rules.facts import priced
from blueprint.rules.told import dearest, price

if TYPE_CHECKING:
    from blueprint.analysis.money import Margin


def check(context: Context) -> Iterator[Finding]:
    blueprint = context.blueprint
    if not any(True for _ in priced(blueprint)):
        return
    margins, paid = _judged(context), all_paid(context)
    steps = _steps(context) if any(lossy(margin, paid) for _, margin in margins) else {}
    for element, margin in margins:
        if lossy(margin, paid):
            costs, earned = margin.costs, margin.revenue.amount or 0.0
            least = "at least " if costs.unknown else ""
            who = called(element) if element.key in blueprint.packages else "A customer"
            paid_at = _written(blueprint, element, margin.revenue.source)
            yield Finding(
                place(*paid_at[0]),
                f"{who} brings {price(earned, blueprint.currency, costs.total)}, but costs "
                f"{least}{price(costs.total, blueprint.currency, earned)}.",
                f"For each customer that is {price(costs.labour, blueprint.currency)} of labour and "
                f"{price(costs.other, blueprint.currency)} of other costs. See first whether these numbers "
                f"are right; else charge more than {price(costs.total, blueprint.currency, earned)}, or do with less.",
                (
                    *(Related(place(*other), "this is paid too") for other in paid_at[1:]),
                    *_otherwise(blueprint, element, margin),
                    *dearest(
                        context, [*steps[""], *(each for key in _included(element) for each in steps.get(key, ()))]
                    ),
                ),
            )


def lossy(margin: Margin, paid: bool) -> bool:
    """Whether a margin is negative for certain. Where not `all_paid`, what customers bring is unknown."""
    negative = margin.amount is not None and not margin.free and margin.amount < -1e-9
    return negative and (paid or margin.revenue.source != "pays")


def all_paid(context: Context) -> bool:
    """Whether customers are seen to come to every cell in which they pay; since a share is unknown, they may not be."""
    runs = context.figures.journey.runs
    return all(runs.get(cell.key, 0.0) > 0 for cell in context.blueprint.cells.values() if _pays(cell))


def _judged(context: Context) -> list[tuple[Element, Margin]]:
    """What is sold, and its margin."""
    blueprint, money = context.blueprint, context.figures.money
    if not blueprint.packages:
        return [(blueprint, money.expected)]
    return [(package, money.packages[key]) for key, package in blueprint.packages.items()]


def _steps(context: Context) -> dict[str, list[Step]]:
    """The dearest step of each service that a package includes, and below an empty key of all the rest."""
    found: dict[str, list[Step]] = {"": []}
    included = {key for package in context.blueprint.packages.values() for key in package.includes}
    costs = context.figures.money.steps
    for step in context.blueprint.steps.values():
        key = step.service if step.service in included else ""
        found[key] = [max([*found.get(key, ()), step], key=lambda each: costs[each.key].total)]
    return found


def _included(element: Element) -> tuple[str, ...]:
    return element.includes if isinstance(element, Package) else ()


def _written(blueprint: Blueprint, element: Element, source: str) -> list[tuple[Element, str]]:
    """What the revenue comes from, and the word it is written with: all that is paid on the way, or the price."""
    if source == "pays":
        return [(cell, "pays") for cell in payments(blueprint, element)]
    if "price" in element.at or element is not blueprint:
        return [(element, "price")]
    return [(next((each for each in blueprint.services.values() if each.price is not None), element), "price")]


def _otherwise(blueprint: Blueprint, element: Element, margin: Margin) -> tuple[Related, ...]:
    """The price of a package whose customers are seen to pay something else."""
    if not isinstance(element, Package) or element.price is None or margin.revenue.source != "pays":
        return ()
    amounts = [cell.pays.amount for cell in payments(blueprint, element) if cell.pays]
    if element.price_per or element.price.amount in (*amounts, sum(amounts)):
        return ()
    return (Related(place(element, "price"), "the price is another: one of the two may be a slip"),)


def payments(blueprint: Blueprint, element: Element) -> list[Cell]:
    """The cells in which customers pay: of a package those in its services, and in services that no package has."""
    others = {key for package in blueprint.packages.values() for key in package.includes} - {*_included(element)}
    cells = [cell for cell in blueprint.cells.values() if isinstance(cell, Cell) and cell.pays is not None]
    return [cell for cell in cells if blueprint.steps[cell.step].service not in others or element is blueprint]


def _pays(cell: Element) -> bool:
    return isinstance(cell, Cell) and cell.pays is not None


RULE = rule(__name__, __doc__, "W812", check)
