"""A role has no need.

## What
A `role` that performs something has no `need`. Where no role at all has one this is said once.

## Why
Those who provide a service are half of it: they do not scale, and they leave as customers do. What they need to do
their work well belongs in the design as much as what customers want.

## Bad
```bp
blueprint "Tutoring"
role tutor "Tutor"
role coach "Coach" { need "Tutors' free hours, up to date" }
phase interaction {
  core "Lessons" {
    step lesson "Lesson" { customer "Works"; frontstage "Explains" by tutor; backstage "Plans" by coach }
  }
}
```

## Good
```bp
blueprint "Tutoring"
role tutor "Tutor" { need "Learners who stay" }
role coach "Coach" { need "Tutors' free hours, up to date" }
phase interaction {
  core "Lessons" {
    step lesson "Lesson" { customer "Works"; frontstage "Explains" by tutor; backstage "Plans" by coach }
  }
}
```

## Source
Product service management: provider needs stand beside user needs, and users can only grow with providers.
"""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.model.entities import Cell
from blueprint.rules.base import Context, Finding, called, listed, place, rule

_HELP = 'Ask them, and write it in the role: `need "Know the delay before the customer asks"`.'


def check(context: Context) -> Iterator[Finding]:
    blueprint = context.blueprint
    cells = [cell for cell in blueprint.cells.values() if isinstance(cell, Cell)]
    busy = {key for cell in cells for key in cell.performers}
    lacking = [each for each in blueprint.roles.values() if each.key in busy and not each.needs]
    if len(lacking) > 1 and not any(role.needs for role in blueprint.roles.values()):
        if not context.broken():
            names = listed([called(each) for each in lacking])
            yield Finding(place(lacking[0]), f"Nothing says what {names} need to do this well.", _HELP)
        return
    for role in lacking:
        if not context.broken(role):
            yield Finding(place(role), f"Nothing says what {called(role)} needs to do this well.", _HELP)


RULE = rule(__name__, __doc__, "W311", check)
