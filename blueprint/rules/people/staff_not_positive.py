"""A role has no staff.

## What
`staff` of a role, as written or as a scenario changes it, is zero or less.

## Why
Load and utilisation divide by the people there are. A role that nobody fills performs nothing: take it off the cells,
or say how many there are (a half-time post is `staff 0.5`).

## Bad
```bp
blueprint "Shoeshine"
role shiner "Shoe shiner" { staff 0 }
phase interaction {
  core "Shine" { step brush "Brush" { customer "Holds still"; frontstage "Brushes" by shiner } }
}
```

## Good
```bp
blueprint "Shoeshine"
role shiner "Shoe shiner" { staff 1 }
phase interaction {
  core "Shine" { step brush "Brush" { customer "Holds still"; frontstage "Brushes" by shiner } }
}
```

## Source
Capacity of people: utilisation is load divided by staff times minutes.
"""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.rules.base import Context, Finding, called, place, rule

_HELP = "Write how many people fill it; a half-time post is `staff 0.5`."


def check(context: Context) -> Iterator[Finding]:
    roles = context.blueprint.roles
    for role in roles.values():
        if role.staff is not None and role.staff <= 0:
            yield Finding(place(role, "staff"), f"The role {called(role)} has a staff of {role.staff:g}.", _HELP)
    for scenario in context.blueprint.scenarios.values():
        for change in scenario.changes:
            staff = change.values.get("staff") if change.key in roles else None
            if isinstance(staff, int | float) and staff <= 0:
                message = (
                    f"In the scenario {called(scenario)} the role {called(roles[change.key])} has a staff of {staff:g}."
                )
                yield Finding(change.span, message, _HELP)


RULE = rule(__name__, __doc__, "E241", check)
