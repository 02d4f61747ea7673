"""A support process deals with the customer directly, through no channel.

## What
In one step a `support` cell stands directly before or after a `customer` cell, nobody in front or backstage in contact
between them, and neither says `via` which channel they meet.

## Why
Support processes work for those who serve customers. What a customer deals with, be it a machine or a page, is part
of the frontstage: there it is seen that it has to be easy, quick and explained.

## Bad
```bp
blueprint "Parcels"
system tracking "Tracking system"
phase interaction {
  core "Delivery" {
    step follow "Follow the parcel" { customer "Asks where it is"; support "Finds the parcel" by tracking }
  }
}
```

## Good
```bp
blueprint "Parcels"
system tracking "Tracking system"
phase interaction {
  core "Delivery" {
    step follow "Follow the parcel" {
      customer "Asks where it is"
      frontstage "Shows the parcel on the map" by tracking
      support "Finds the parcel" by tracking
    }
  }
}
```

## Source
Bitner, Ostrom and Morgan, "Service Blueprinting", California Management Review 50(3), 2008: the line of internal
interaction; self-service technology stands onstage.
"""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.diagnostics import Related
from blueprint.rules.base import Context, Finding, called, place, rule
from blueprint.rules.facts import by_channel, leaps


def check(context: Context) -> Iterator[Finding]:
    for step in context.blueprint.steps.values():
        if context.broken(step):
            continue
        for customer, hidden in leaps(step, "support"):
            yield Finding(
                place(hidden),
                f"{called(hidden)} is support and meets the customer at {called(customer)}, with nobody between.",
                "Write who or what the customer deals with as `frontstage`, or the channel: "
                f"{by_channel(context.blueprint)}.",
                (Related(place(customer), "the customer acts here"),),
            )


RULE = rule(__name__, __doc__, "W203", check)
