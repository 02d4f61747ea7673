"""Somebody backstage deals with the customer directly, through no channel.

## What
In one step a `backstage` cell stands directly before or after a `customer` cell, no frontstage cell between them, and
neither says `via` which channel they meet. What runs on behind the line once the customer was served is no such case.

## Why
Who answers the customer is in contact: if by telephone or mail, that channel is a touchpoint with its own waits and
failures; if in person, the cell belongs to the frontstage. A leap over the line of visibility hides a contact.

## Bad
```bp
blueprint "Hotel"
phase interaction {
  core "Stay" {
    step book "Book" { customer "Calls"; backstage "Takes the reservation" }
  }
}
```

## Good
```bp
blueprint "Hotel"
channel phone "Telephone"
phase interaction {
  core "Stay" {
    step book "Book" { customer "Calls"; backstage "Takes the reservation" via phone }
  }
}
```

## Source
Bitner, Ostrom and Morgan, "Service Blueprinting", California Management Review 50(3), 2008: backstage includes contact
that is not visible, such as telephone calls.
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
        for customer, hidden in leaps(step, "backstage"):
            how = by_channel(context.blueprint)
            yield Finding(
                place(hidden),
                f"{called(hidden)} is backstage and meets the customer at {called(customer)}: by which channel?",
                f"Say by which on the cell: {how}. If somebody in front passes it on, write that cell between the two; "
                "only if they meet in person, make it `frontstage`.",
                (Related(place(customer), "the customer acts here"),),
            )


RULE = rule(__name__, __doc__, "W202", check)
