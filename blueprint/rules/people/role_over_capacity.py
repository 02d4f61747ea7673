"""A role has more work than time.

## What
The work that a day's customers bring to a role is more than its minutes: staff × hours × availability. Failures and
repeats are counted; a cell of the role without `takes` is not. Nothing is said without demand, staff and hours.

Each number of that sum is shown where it is written, with what it would have to be if it alone were changed, where that
is no more than three times as large or as small. One that looks like a slip is told of first: less than 4 hours a day;
less than half of the hours available; a time of a cell that is much of a day and 30 times as long as anything else;
customers who come back to a step 4 times or more; a number of customers for which no role has time.

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

from blueprint.rules.base import Context, Finding, rule
from blueprint.rules.capacity import LIMIT, pressed
from blueprint.rules.people import role_near_capacity


def check(context: Context) -> Iterator[Finding]:
    # What is offered must not be told of by the other rule.
    return pressed(context, 1.0, math.inf, context.option(role_near_capacity.RULE, LIMIT.name))


RULE = rule(__name__, __doc__, "W821", check)
