"""A role is busy so much of its time that queues grow fast.

## What
The work that a day's customers bring to a role is more than 85% of its minutes (staff × hours × availability), but not
more than all of them. Failures and repeats are counted; a cell of the role without `takes` is not. Nothing is said
without demand, staff and hours.

## Why
Customers do not come evenly. The busier a role, the longer the wait of whoever comes at a bad moment: from 85% to 95%
it grows about threefold. Some idle time is what a short queue costs.

## Bad
```bp
blueprint "Barber" { demand 22/day; hours 8h/day }
role barber "Barber" { staff 1 }
phase interaction {
  core "Cut" { step cut "Cut" { customer "Sits"; meanwhile frontstage "Cuts" by barber takes 20min } }
}
```

## Good
```bp
blueprint "Barber" { demand 20/day; hours 8h/day }
role barber "Barber" { staff 1 }
phase interaction {
  core "Cut" { step cut "Cut" { customer "Sits"; meanwhile frontstage "Cuts" by barber takes 20min } }
}
```

## Source
Queueing: the mean wait grows with utilisation ÷ (1 − utilisation). Practical capacity in time-driven costing is taken
as 80% to 85% of the theoretical one.
"""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.rules.base import Context, Finding, rule
from blueprint.rules.capacity import LIMIT, pressed


def check(context: Context) -> Iterator[Finding]:
    limit = context.option(RULE, LIMIT.name)
    return pressed(context, limit, 1.0, limit, f", more than {limit * 100:g}%")


RULE = rule(__name__, __doc__, "W822", check, (LIMIT,))
