"""A recovery is done by people who may decide nothing.

## What
None of the roles that perform a `recovery` says what it is `empowered` to do, and no fail point that leads there
`escalates`.

## Why
Recovery works in the minute it is needed, by whoever stands there. Who has to ask first has lost the customer by the
time the answer comes.

## Bad
```bp
blueprint "Hotel"
role clerk "Desk clerk"
phase interaction {
  core "Stay" {
    step check_in "Check in" { customer "Gives the name"; fail "Room not ready" 3% -> lounge }
    recovery lounge "Offer the lounge" { frontstage "Offers the lounge" by clerk }
  }
}
```

## Good
```bp
blueprint "Hotel"
role clerk "Desk clerk" { empowered "May offer the lounge and a dinner" }
phase interaction {
  core "Stay" {
    step check_in "Check in" { customer "Gives the name"; fail "Room not ready" 3% -> lounge }
    recovery lounge "Offer the lounge" { frontstage "Offers the lounge" by clerk }
  }
}
```

## Source
Services or products as your career focus: capacity is people's time and what they may decide.
"""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.diagnostics import Related
from blueprint.model.entities import Cell
from blueprint.rules.base import Context, Finding, called, place, rule
from blueprint.rules.facts import takes_over


def check(context: Context) -> Iterator[Finding]:
    blueprint = context.blueprint
    fails = [fail for step in blueprint.steps.values() for fail in step.fails]
    lifted = {fail.recovery for fail in fails if fail.escalates}
    told: set[str] = set()
    for step in blueprint.steps.values():
        if step.kind != "recovery" or step.key in lifted:
            continue
        doing = [
            (cell, blueprint.roles[key])
            for cell in step.cells
            if isinstance(cell, Cell)
            for key in cell.performers
            if key in blueprint.roles
        ]
        if not doing or any(role.empowered for _, role in doing) or doing[0][1].key in told:
            continue
        cell, role = doing[0]
        told.add(role.key)
        yield Finding(
            place(cell, "by"),
            f"{called(role)} puts it right in {called(step)}, and is not said to decide anything alone.",
            'Say in the role what it may do unasked, `empowered "Refunds up to 50"`, or at the fail point who takes '
            f"over: {takes_over(blueprint, cell.performers)}.",
            (Related(place(role), "the role is declared here"),),
        )


RULE = rule(__name__, __doc__, "A204", check)
