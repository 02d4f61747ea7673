"""Nobody answers for a fail point.

## What
Neither the `fail` has an `owner`, nor its cell, its step, its service, its phase or the blueprint.

## Why
A fail point with no owner is everybody's and nobody's: it is noted at each review and stays as it is.

## Bad
```bp
blueprint "Hotel"
role clerk "Desk clerk"
phase interaction {
  core "Stay" {
    step check_in "Check in" {
      customer "Gives the name"
      frontstage "Hands over the key" by clerk
      fail "Key does not work" 3% -> new_key
    }
    recovery new_key "Make a new key" { frontstage "Makes a new key" by clerk }
  }
}
```

## Good
```bp
blueprint "Hotel"
role clerk "Desk clerk"
phase interaction {
  core "Stay" {
    step check_in "Check in" {
      customer "Gives the name"
      frontstage "Hands over the key" by clerk
      fail "Key does not work" 3% -> new_key owner "Front office"
    }
    recovery new_key "Make a new key" { frontstage "Makes a new key" by clerk }
  }
}
```

## Source
Chase and Stewart, "Make Your Service Fail-Safe", Sloan Management Review 35(3), 1994.
"""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.model.entities import Fail, Step
from blueprint.rules.base import Context, Finding, called, place, rule
from blueprint.rules.facts import add


def check(context: Context) -> Iterator[Finding]:
    blueprint = context.blueprint
    if blueprint.owner or context.broken(blueprint):
        return
    owned = {each.key for each in blueprint.services.values() if each.notes.owner}
    owned |= {each.key for each in blueprint.phases if each.notes.owner}
    for step in blueprint.steps.values():
        if step.notes.owner or step.service in owned or step.phase in owned or context.broken(step):
            continue
        for fail in step.fails:
            if not (fail.owner or _of_cell(step, fail)):
                yield Finding(
                    place(fail),
                    f"Nobody answers for {called(fail)}.",
                    "Say who sees to it that it happens less: `owner clerk` here, on the step or on the blueprint.",
                    fix=add(fail, 'owner "…"', "likelihood", "severity"),
                )


def _of_cell(step: Step, fail: Fail) -> bool:
    return any(cell.key == fail.cell and cell.notes.owner for cell in step.cells)


RULE = rule(__name__, __doc__, "W104", check)
