"""Customer service is sold alone.

## What
A facilitating or enhancing service has a `price` above 0 of its own, or a package with a price includes no core
service.

## Why
Customer service is there so that the core can be used and liked, and is paid with it. What customers buy for its own
sake is a service product: it wants its own measures, staff and price, so it should be drawn as one.

## Bad
```bp
blueprint "Hotel"
package night "One night" { price 90.00; includes stay }
phase interaction {
  facilitating "Reservation" { price 5.00; step book "Book" { customer "Books" } }
  core stay "Overnight stay" { step sleep "Sleep" { customer "Sleeps" } }
}
```

## Good
```bp
blueprint "Hotel"
package night "One night" { price 95.00; includes stay, reservation }
phase interaction {
  facilitating reservation "Reservation" { step book "Book" { customer "Books" } }
  core stay "Overnight stay" { step sleep "Sleep" { customer "Sleeps" } }
}
```

## Source
The distinction between customer service and service product: customer service facilitates, and is not sold alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.diagnostics import Related
from blueprint.rules.base import Context, Finding, called, place, rule

_HELP = "Put it into a package with a core service, or, if customers buy it for its own sake, make it a `core`."


def check(context: Context) -> Iterator[Finding]:
    services = context.blueprint.services
    for service in services.values():
        if service.tier != "core" and service.price is not None and service.price.amount > 0:
            yield Finding(
                place(service, "price"),
                f"{called(service)} is {service.tier} and has a price of its own: is it sold alone?",
                _HELP,
            )
    for package in context.blueprint.packages.values():
        inside = [services[key] for key in package.includes]
        sold = package.price is not None and package.price.amount > 0
        if sold and inside and all(each.tier != "core" for each in inside) and not context.broken(package):
            yield Finding(
                place(package, "includes"),
                f"The package {called(package)} sells customer service alone: nothing in it is a core service.",
                _HELP,
                tuple(Related(place(each), f"{called(each)} is {each.tier}") for each in inside[:2]),
            )


RULE = rule(__name__, __doc__, "W413", check)
