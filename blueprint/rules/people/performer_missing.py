"""A frontstage or backstage cell says nobody who does it.

## What
The cell has no `by`: no role, no partner, and no system such as a kiosk. Where nobody is declared in the whole
blueprint this is said once.

## Why
What nobody does does not happen. The performer is who waits for whom, whose hours it takes and who has to be able to
do it; handoffs, cost and load are computed from it.

## Bad
```bp
blueprint "Restaurant"
role waiter "Waiter"
phase interaction {
  core "Dinner" {
    step order "Order" { customer "Orders"; frontstage "Takes the order" by waiter }
    step serve "Serve" { backstage "Cooks"; frontstage "Serves" by waiter; customer "Eats" }
  }
}
```

## Good
```bp
blueprint "Restaurant"
role waiter "Waiter"
role cook "Cook"
phase interaction {
  core "Dinner" {
    step order "Order" { customer "Orders"; frontstage "Takes the order" by waiter }
    step serve "Serve" { backstage "Cooks" by cook; frontstage "Serves" by waiter; customer "Eats" }
  }
}
```

## Source
Bitner, Ostrom and Morgan, "Service Blueprinting", California Management Review 50(3), 2008: contact employees' actions,
and those of the technology that stands in for them.
"""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.diagnostics import Edit, Fix
from blueprint.model.entities import Blueprint, Cell
from blueprint.rules.base import Context, Finding, called, place, rule
from blueprint.rules.facts import appended, choice


def check(context: Context) -> Iterator[Finding]:
    blueprint = context.blueprint
    lone = [cell for cell in blueprint.cells.values() if _lone(cell) and not context.broken(cell)]
    if lone and not blueprint.roles and not blueprint.systems:
        if not context.broken():
            others = f" {len(lone) - 1} cells" if len(lone) > 2 else " cell"
            rest = f", nor who does the other{others}" if len(lone) > 1 else ""
            yield Finding(
                place(lone[0]),
                f"Nothing says who does {called(lone[0])}{rest}: the blueprint has no role, partner or system.",
                'Declare them, `role clerk "Desk clerk"`, and name them in the cells: `by clerk`.',
            )
        return
    known = [*blueprint.roles, *blueprint.systems]
    help = f"Write who does it, a role, a partner or a system: {choice('by', known)}."
    for cell in lone:
        yield Finding(place(cell), f"Nothing says who does {called(cell)}.", help, fix=_only(blueprint, cell))


def _lone(cell: object) -> bool:
    return isinstance(cell, Cell) and cell.lane in ("frontstage", "backstage") and not cell.performers


def _only(blueprint: Blueprint, cell: object) -> Fix | None:
    """Where there is only one role there is one guess."""
    if len(blueprint.roles) != 1 or not isinstance(cell, Cell):
        return None
    (role,) = blueprint.roles
    return Fix(f"write `by {role}`", (Edit(appended(cell), f" by {role}"),), safe=False)


RULE = rule(__name__, __doc__, "W301", check)
