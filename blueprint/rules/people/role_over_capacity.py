"""A role has more work than time.

## What
The work that a day's customers bring to a role is more than its minutes: staff × hours × availability. Failures and
repeats are counted; a cell of the role without `takes` is not. Nothing is said without demand, staff and hours.

## Why
Work over capacity is not done more slowly, it is not done: the queue grows every day until customers stay away or
people leave. Services grow only with those who provide them, or with what each of these can do.

## Bad
```bp
blueprint "Barber" { demand 30/day; hours 8h/day }
role barber "Barber" { staff 1 }
phase interaction {
  core "Cut" { step cut "Cut" { customer "Sits"; meanwhile frontstage "Cuts" by barber takes 20min } }
}
```

## Good
```bp
blueprint "Barber" { demand 30/day; hours 8h/day }
role barber "Barber" { staff 2 }
phase interaction {
  core "Cut" { step cut "Cut" { customer "Sits"; meanwhile frontstage "Cuts" by barber takes 20min } }
}
```

## Source
Queueing: at a utilisation of 100% and over no queue is ever settled. Product service management: providers do not
scale by themselves.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from blueprint.rules.base import Context, Finding, place, rule
from blueprint.rules.told import hours, mend, overworked, worked


def check(context: Context) -> Iterator[Finding]:
    from blueprint.analysis.people import LIMIT

    for load, role, busy, longest in overworked(context, 1.0, math.inf):
        says = f"{busy}: {hours(load.load or 0.0)} of work in {worked(role, load)} a day."
        yield Finding(place(role, "staff"), says, mend(context, load, LIMIT), longest)


RULE = rule(__name__, __doc__, "W821", check)
