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

from collections.abc import Iterator

from blueprint.rules.base import Context, Finding, called, place, rule
from blueprint.rules.told import busiest, hours, mend, share_of


def check(context: Context) -> Iterator[Finding]:
    from blueprint.analysis.people import LIMIT

    if not any(role.staff for role in context.blueprint.roles.values()):
        return
    loads, most = context.figures.people.roles.values(), busiest(context)
    for load in loads:
        used = load.utilisation
        if used is None or used <= 1 + 1e-9:
            continue
        role = context.blueprint.roles[load.role]
        least = "at least " if load.unknown else ""
        yield Finding(
            place(role, "staff"),
            f"{called(role)} would be busy {least}{share_of(used, 1.0)} of the time: "
            f"{hours(load.load or 0.0)} of work in {hours(load.minutes or 0.0)} a day.",
            mend(context, load, LIMIT),
            (most[load.role],) if load.role in most else (),
        )


RULE = rule(__name__, __doc__, "W821", check)
