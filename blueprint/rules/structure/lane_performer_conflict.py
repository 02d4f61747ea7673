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

from blueprint.diagnostics import Edit, Fix, Related
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
    mixed = len({key in blueprint.personas for key in cell.performers}) > 1
    if cell.lane == "customer" and provider is not None:
        message = f"{called(cell)} is a customer action, but {called(provider)} belongs to the provider."
        return _finding(cell, provider, message, "frontstage", mixed)
    if cell.lane != "customer" and persona is not None:
        message = f"{called(cell)} is not in the customer's lane, but {called(persona)} is a customer."
        return _finding(cell, persona, message, "customer", mixed)
    return None


def _finding(cell: Cell, performer: Element, message: str, lane: str, mixed: bool) -> Finding:
    """Where customers and providers are `mixed`, either lane would be wrong for some: only people can mend that."""
    keyword = None if mixed else cell.at.get("keyword")
    return Finding(
        place(cell, "by"),
        message,
        f"Put the cell into the `{lane}` lane, or name who really performs it.",
        (Related(place(performer), f"{called(performer)} is declared here"),),
        Fix(f"write `{lane}`", (Edit(keyword, lane),), safe=False) if keyword else None,
    )


RULE = rule(__name__, __doc__, "E206", check)
