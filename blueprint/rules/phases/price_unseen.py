"""Something has a price, and customers are never seen to pay or to learn what they owe.

## What
A package or service has a price above 0, no customer cell `pays`, and no step of a billing phase shows any evidence.

## Why
A price that appears nowhere in the service comes as a surprise. What customers keep of billing is what they held: a
list of prices, a bill, a receipt.

## Bad
```bp
blueprint "Car repair"
package repair "Repair" { price 60.00 }
phase interaction { core "Repair" { step mend "Mend" { customer "Waits"; frontstage "Mends" } } }
phase billing { step pay "Pay" { customer "Gives the card"; frontstage "Takes the money" } }
```

## Good
```bp
blueprint "Car repair"
package repair "Repair" { price 60.00 }
phase interaction { core "Repair" { step mend "Mend" { customer "Waits"; frontstage "Mends" } } }
phase billing {
  step pay "Pay" {
    evidence "Bill beside the estimate"
    customer "Gives the card" pays 60.00
    frontstage "Takes the money"
  }
}
```

## Source
What is service product management? Billing is one of three phases, and has its own contact with the customer.
"""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.model.entities import Cell, Element, Package, Service
from blueprint.rules.base import Context, Finding, called, place, rule
from blueprint.rules.facts import priced, with_evidence


def check(context: Context) -> Iterator[Finding]:
    blueprint = context.blueprint
    billing = {phase.key for phase in blueprint.phases if phase.kind == "billing"}
    paid = next(priced(blueprint), None)
    if not billing or paid is None or context.broken():
        return
    shown = with_evidence(blueprint)
    shows = any(step.key in shown for step in blueprint.steps.values() if step.phase in billing)
    pays = any(isinstance(cell, Cell) and cell.pays is not None for cell in blueprint.cells.values())
    if not shows and not pays:
        yield Finding(
            place(paid, "price"),
            f"{called(paid)} has a price that customers neither pay nor see anywhere.",
            f'Write `pays {_price(paid)}` on the customer cell that pays, and `evidence "Bill"` in its step.',
        )


def _price(paid: Element) -> str:
    return paid.price.text if isinstance(paid, Package | Service) and paid.price else "60.00"


RULE = rule(__name__, __doc__, "W405", check)
