"""One role has a part in every step.

## What
The blueprint has three steps or more that people work in (recoveries and offstage steps aside), and one role, of one
person or of a number not said, has a part in each of them.

## Why
When that person is ill, on the telephone or on holiday, nothing goes on at all. Somebody has to be able to step in, or
the service has to say when it is closed.

## Bad
```bp
blueprint "Shoeshine"
role shiner "Shoe shiner" { staff 1 }
phase interaction {
  core "Shine" {
    step brush "Brush" { customer "Holds still"; frontstage "Brushes" by shiner }
    step polish "Polish" { customer "Holds still"; frontstage "Polishes" by shiner }
    step pay "Pay" { customer "Pays"; frontstage "Takes the money" by shiner }
  }
}
```

## Good
```bp
blueprint "Shoeshine"
role shiner "Shoe shiner" { staff 2 }
phase interaction {
  core "Shine" {
    step brush "Brush" { customer "Holds still"; frontstage "Brushes" by shiner }
    step polish "Polish" { customer "Holds still"; frontstage "Polishes" by shiner }
    step pay "Pay" { customer "Pays"; frontstage "Takes the money" by shiner }
  }
}
```

## Source
Practice of operations: what has no second is a risk of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.model.entities import Blueprint, Cell, Step
from blueprint.rules.base import Context, Finding, called, place, rule
from blueprint.rules.facts import people

_STEPS = 3


def check(context: Context) -> Iterator[Finding]:
    blueprint = context.blueprint
    steps = [step for step in blueprint.steps.values() if step.kind != "recovery" and not step.offstage]
    worked = [step for step in steps if any(people(blueprint, cell) for cell in step.cells if isinstance(cell, Cell))]
    if len(worked) < _STEPS:
        return
    for role in blueprint.roles.values():
        alone = role.staff is None or 0 < role.staff <= 1
        if alone and all(_needs(step, role.key) for step in worked):
            yield Finding(
                place(role),
                f"Without {called(role)} nothing goes on: the role has a part in each of the {len(worked)} steps.",
                f"Say how many they are, `staff 2`, or who can step in, {_second(blueprint, role.key)}.",
            )


def _second(blueprint: Blueprint, role: str) -> str:
    other = next((key for key in blueprint.roles if key != role), "")
    if other:
        return f"`by {role} or {other}`"
    free = next(id for id in ("helper", "second") if id not in blueprint.symbols)
    return f'`by {role} or {free}`, who is declared at the top: `role {free} "{free.capitalize()}"`'


def _needs(step: Step, role: str) -> bool:
    cells = [cell for cell in step.cells if isinstance(cell, Cell)]
    return any(role in cell.performers and not (cell.any_performer and len(cell.performers) > 1) for cell in cells)


RULE = rule(__name__, __doc__, "A202", check)
