"""The service has a standard time, and nothing says how long customers accept.

## What
Steps have times, but no `acceptable` stands on the blueprint, a phase or a service, and no package promises a time with
`within`.

## Why
A time by itself is neither good nor bad. Only with the time that customers accept can be seen how much room there is
for mistakes, where to speed up, and whether the service stops paying before its customers mind.

## Bad
```bp
blueprint "Shoeshine"
phase interaction {
  core "Shine" { step brush "Brush" { customer "Holds still"; meanwhile frontstage "Brushes" takes 30s } }
}
```

## Good
```bp
blueprint "Shoeshine" { acceptable 2min }
phase interaction {
  core "Shine" { step brush "Brush" { customer "Holds still"; meanwhile frontstage "Brushes" takes 30s } }
}
```

## Source
Shostack, "Designing Services That Deliver", Harvard Business Review 62(1), 1984: third of four steps, establishing the
time frame: a standard and an acceptable execution time.
"""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.model.entities import Blueprint, Cell
from blueprint.rules.base import Context, Finding, called, place, rule
from blueprint.rules.facts import add
from blueprint.rules.told import lasting, limit_text, most


def check(context: Context) -> Iterator[Finding]:
    blueprint = context.blueprint
    if _limited(blueprint) or not _timed(blueprint) or context.broken():
        return
    standard = context.standard.total
    if standard.in_service <= 0:
        return
    limit = limit_text(most(context))
    yield Finding(
        place(blueprint),
        f"{called(blueprint)} takes {lasting(standard)} as planned; nothing says how long customers accept.",
        f"Ask them, and write it: `acceptable {limit}` on the blueprint, or one on a phase or a service.",
        fix=add(blueprint, f"acceptable {limit}", title="add `acceptable`, to be confirmed"),
    )


def _limited(blueprint: Blueprint) -> bool:
    if blueprint.notes.acceptable or any(phase.notes.acceptable for phase in blueprint.phases):
        return True
    services, packages = blueprint.services.values(), blueprint.packages.values()
    return any(service.notes.acceptable for service in services) or any(package.within for package in packages)


def _timed(blueprint: Blueprint) -> bool:
    return any(cell.takes if isinstance(cell, Cell) else cell.duration for cell in blueprint.cells.values())


RULE = rule(__name__, __doc__, "W801", check)
