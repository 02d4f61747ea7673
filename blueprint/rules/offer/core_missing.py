"""There is no core service.

## What
The blueprint has steps, and no `core`.

## Why
The core is the service product: what customers come for and pay for. Everything else is there to make it easy or
pleasant. Without it nobody can say what must work even on the worst day, or what the price is for.

## Bad
```bp
blueprint "Hotel"
phase interaction {
  facilitating "Reservation" as order-taking { step book "Book" { customer "Books"; frontstage "Confirms" } }
}
```

## Good
```bp
blueprint "Hotel"
phase interaction {
  facilitating "Reservation" as order-taking { step book "Book" { customer "Books"; frontstage "Confirms" } }
  core "Overnight stay" { step sleep "Sleep" { customer "Sleeps" } }
}
```

## Source
The distinction between customer service and service product: the core earns the money, customer service facilitates it.
Grönroos, on the basic service package.
"""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.rules.base import Context, Finding, called, place, rule


def check(context: Context) -> Iterator[Finding]:
    blueprint = context.blueprint
    core = any(service.tier == "core" for service in blueprint.services.values())
    if blueprint.steps and not core and not context.broken():
        yield Finding(
            place(blueprint),
            f"What do customers come to {called(blueprint)} for? It has no core service.",
            'Put the steps of it into `core stay "Overnight stay" { … }`.',
        )


RULE = rule(__name__, __doc__, "W411", check)
