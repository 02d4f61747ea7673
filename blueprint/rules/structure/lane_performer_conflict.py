"""Someone performs a cell in a lane that is not theirs.

## What
A role, system or partner performs a `customer` cell, or a persona performs a cell of another lane.

## Why
The line of interaction divides what customers do from what the provider does. A kiosk that the customer uses is the
provider's: it acts frontstage, and the customer's own action stands in the customer's lane beside it. With a performer
on the wrong side, contact, cost and load are all counted on the wrong side.

## Bad
```bp
blueprint "Cinema"
system kiosk "Ticket kiosk"
phase interaction {
  core "Film" {
    step buy "Buy a ticket" { customer "Sells a ticket" by kiosk }
  }
}
```

## Good
```bp
blueprint "Cinema"
system kiosk "Ticket kiosk"
phase interaction {
  core "Film" {
    step buy "Buy a ticket" { customer "Buys a ticket"; frontstage "Sells a ticket" by kiosk }
  }
}
```

## Source
Bitner, Ostrom and Morgan 2008: the onstage lane holds contact employees and self-service technology alike.
"""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.diagnostics import Related
from blueprint.model.entities import Blueprint, Cell, Element
from blueprint.rules.base import Context, Finding, called, place, rule


def check(context: Context) -> Iterator[Finding]:
    blueprint = context.blueprint
    for cell in blueprint.cells.values():
        if isinstance(cell, Cell):
            for key in cell.performers:
                if found := _conflict(blueprint, cell, key):
                    yield found


def _conflict(blueprint: Blueprint, cell: Cell, performer: str) -> Finding | None:
    provider = blueprint.roles.get(performer) or blueprint.systems.get(performer)
    persona = blueprint.personas.get(performer)
    if cell.lane == "customer" and provider is not None:
        message = f"{called(cell)} is a customer action, but {called(provider)} belongs to the provider."
        written = performer if len(cell.performers) > 1 else f"by {performer}"
        help = (
            f"If the customer does it, take `{written}` away: a customer cell needs no `by`. If {called(provider)} "
            "does it, make the cell `frontstage`, and write beside it what the customer does."
        )
        return _finding(cell, provider, message, help)
    if cell.lane != "customer" and persona is not None:
        message = f"{called(cell)} is not in the customer's lane, but {called(persona)} is a customer."
        help = (
            f"If {called(persona)} does it, make it a `customer` cell. If the provider does, name after `by` who: a "
            "role, a partner or a system."
        )
        return _finding(cell, persona, message, help)
    return None


def _finding(cell: Cell, performer: Element, message: str, help: str) -> Finding:
    """Without a fix: the lane may be wrong, or the name, and only people know which."""
    declared = Related(place(performer), f"{called(performer)} is declared here")
    return Finding(place(cell, "by"), message, help, (declared,))


RULE = rule(__name__, __doc__, "E206", check)
