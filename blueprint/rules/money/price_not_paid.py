"""What customers are seen to pay is not the price.

## What
There is one package, customers pay in one cell, and what they pay there is not the price of the package. Nothing is
said of several packages, for which they may pay an average, of several payments, of services that have a price of their
own, or of a price for a time, such as `40/month`.

## Why
Either number may be the wrong one, and what a customer brings in is reckoned from what they pay: one digit too few
makes a loss of a good service, one too many hides one.

## Bad
```bp
blueprint "Barber" { currency EUR }
package cut "Haircut" { price 24.00; includes cutting }
phase interaction {
  core cutting "Cutting" { step cut_it "Cut" { customer "Sits"; meanwhile frontstage "Cuts" } }
}
phase billing { facilitating "Payment" { step pay "Pay" { customer "Pays" pays 2.40 } } }
```

## Good
```bp
blueprint "Barber" { currency EUR }
package cut "Haircut" { price 24.00; includes cutting }
phase interaction {
  core cutting "Cutting" { step cut_it "Cut" { customer "Sits"; meanwhile frontstage "Cuts" } }
}
phase billing { facilitating "Payment" { step pay "Pay" { customer "Pays" pays 24.00 } } }
```

## Source
Figures from what is written: the revenue of a customer is what they pay, where that is written.
"""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.diagnostics import Related
from blueprint.model.entities import Cell, Package
from blueprint.rules.base import Context, Finding, called, place, rule


def check(context: Context) -> Iterator[Finding]:
    blueprint = context.blueprint
    paid = [cell for cell in blueprint.cells.values() if isinstance(cell, Cell) and cell.pays]
    packages = [*blueprint.packages.values()]
    if len(paid) != 1 or len(packages) != 1 or any(each.price for each in blueprint.services.values()):
        return
    if _differ(paid[0], packages[0]) and not _told(context, paid[0]) and not context.broken():
        yield _finding(paid[0], packages[0])


def _differ(cell: Cell, package: Package) -> bool:
    return bool(cell.pays and package.price and not package.price_per and cell.pays.amount != package.price.amount)


def _told(context: Context, cell: Cell) -> bool:
    """Whether a loss was told of that comes from the same two numbers: one mistake, one message."""
    return any(each.name == "margin-negative" and each.span == place(cell, "pays") for each in context.told)


def _finding(cell: Cell, package: Package) -> Finding:
    paid, price = (each.text if each else "" for each in (cell.pays, package.price))
    other = f"the price of {called(package)} is {price}, but in {called(cell)} they pay {paid}"
    return Finding(
        place(cell, "pays"),
        f"In {called(cell)} customers pay {paid}, but the price of {called(package)} is {price}.",
        "One of the two may be a slip: see which is right. If customers pay in several parts, write each of them where "
        "it is paid.",
        (Related(place(package, "price"), other),),
    )


RULE = rule(__name__, __doc__, "W813", check)
