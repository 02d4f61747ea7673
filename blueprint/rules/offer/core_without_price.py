"""A core service is sold nowhere.

## What
A `core` is in no package, has no `price` of its own, and no customer cell in it `pays`. A price of `0` says that it is
free. Where there is one core and no package, what customers pay anywhere is for it.

## Why
The core is what earns the money. When it has no price there is no margin, no break-even time and no telling whether a
minute more in one step is worth it.

## Bad
```bp
blueprint "Hotel"
phase interaction {
  core stay "Overnight stay" { step sleep "Sleep" { customer "Sleeps" } }
}
```

## Good
```bp
blueprint "Hotel"
package night "One night" { price 90.00; includes stay }
phase interaction {
  core stay "Overnight stay" { step sleep "Sleep" { customer "Sleeps" } }
}
```

## Source
The distinction between customer service and service product: the core service is the one that earns the revenue.
"""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.model.entities import Cell
from blueprint.rules.base import Context, Finding, called, place, rule
from blueprint.rules.facts import add


def check(context: Context) -> Iterator[Finding]:
    blueprint = context.blueprint
    sold = {key for package in blueprint.packages.values() for key in package.includes}
    for cell in blueprint.cells.values():
        if isinstance(cell, Cell) and cell.pays is not None:
            sold.add(blueprint.steps[cell.step].service)
    if sold and not blueprint.packages and sum(service.tier == "core" for service in blueprint.services.values()) == 1:
        return  # what customers pay at the till is for the one thing they came for
    if any(context.broken(package) for package in blueprint.packages.values()):
        return  # what could not be read may have been its name
    for service in blueprint.services.values():
        unsold = service.tier == "core" and service.price is None and service.key not in sold
        if unsold and not context.broken(service):
            yield Finding(
                place(service),
                f"{called(service)} is the core, and neither has a price nor is in a package.",
                f"Sell it in a package, `includes {service.key}`, or give it a price; `price 0` means that it is free.",
                fix=add(service, "price 0"),
            )


RULE = rule(__name__, __doc__, "W412", check)
