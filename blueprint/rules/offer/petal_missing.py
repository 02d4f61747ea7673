"""None of the eight usual supplementary services is named.

## What
No service says `as` which of the eight it is: information, order-taking, billing, payment, consultation, hospitality,
safekeeping or exceptions.

## Why
Customers need most of the eight around any core, designed or not: they ask for the way, wait somewhere, leave a coat,
want to pay. Going through the list is the quickest way to find what was forgotten.

## Bad
```bp
blueprint "Car repair"
phase interaction {
  facilitating "Booking" { step book "Book" { customer "Calls"; frontstage "Books" } }
  core "Repair" { step mend "Mend" { customer "Waits"; frontstage "Mends" } }
}
```

## Good
```bp
blueprint "Car repair"
phase interaction {
  facilitating "Booking" as order-taking { step book "Book" { customer "Calls"; frontstage "Books" } }
  core "Repair" { step mend "Mend" { customer "Waits"; frontstage "Mends" } }
}
```

## Source
Lovelock, the flower of service: eight petals around the core.
"""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.rules.base import Context, Finding, called, place, rule
from blueprint.vocabulary import PETALS


def check(context: Context) -> Iterator[Finding]:
    blueprint = context.blueprint
    named = any(service.petal for service in blueprint.services.values())
    if blueprint.steps and not named and not context.broken():
        *most, last = [f"`{petal}`" for petal in PETALS]
        yield Finding(
            place(blueprint),
            f"None of the eight usual supplementary services is named in {called(blueprint)}.",
            f"Ask what there is of {', '.join(most)} and {last}, and say it: `as payment`.",
        )


RULE = rule(__name__, __doc__, "A301", check)
