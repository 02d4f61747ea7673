"""The blueprint has no customer action.

## What
No step of the whole blueprint has a `customer` cell.

## Why
A service blueprint is drawn from the customer's side: everything in the other lanes is there for something the customer
does. Without a single customer action it is a process map, and nothing can be said about contact, evidence or waiting.

## Bad
```bp
blueprint "Laundry"
phase interaction {
  core "Washing" {
    step "Wash" { backstage "Washes and irons" }
  }
}
```

## Good
```bp
blueprint "Laundry"
phase interaction {
  core "Washing" {
    step "Hand over" { customer "Hands in the shirts"; frontstage "Writes the ticket" }
    step "Wash" { backstage "Washes and irons" }
  }
}
```

## Source
Bitner, Ostrom and Morgan, "Service Blueprinting", California Management Review 50(3), 2008: customer actions come
first.
"""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.model.entities import Cell
from blueprint.rules.base import Context, Finding, called, place, rule


def check(context: Context) -> Iterator[Finding]:
    blueprint = context.blueprint
    acts = any(isinstance(cell, Cell) and cell.lane == "customer" for cell in blueprint.cells.values())
    if not acts and not context.broken():
        yield Finding(
            place(blueprint),
            f"The blueprint {called(blueprint)} has no customer action.",
            'Write what the customer does in the steps where they take part: `customer "Asks for a table"`.',
        )


RULE = rule(__name__, __doc__, "E201", check)
