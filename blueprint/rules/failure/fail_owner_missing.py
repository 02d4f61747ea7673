"""Nobody answers for a fail point.

## What
Neither the `fail` has an `owner`, nor its cell, its step, its service, its phase or the blueprint. Where nothing has an
owner this is said once.

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

from blueprint.model.entities import Blueprint, Fail, Step
from blueprint.rules.base import Context, Finding, called, place, rule
from blueprint.rules.facts import add, noted


def check(context: Context) -> Iterator[Finding]:
    blueprint = context.blueprint
    if blueprint.owner or context.broken(blueprint):
        return
    owned = {each.key for each in blueprint.services.values() if each.notes.owner}
    owned |= {each.key for each in blueprint.phases if each.notes.owner}
    steps = [
        step for step in blueprint.steps.values()
        if not (step.notes.owner or step.service in owned or step.phase in owned or context.broken(step))
    ]  # fmt: skip
    fails = [fail for step in steps for fail in step.fails if not (fail.owner or _of_cell(step, fail))]
    if len(fails) > 1 and not any(_owned(blueprint)):
        more = f"{len(fails) - 1} fail points" if len(fails) > 2 else "fail point"
        yield Finding(
            place(fails[0]),
            f"Nobody is named who answers for {called(fails[0])}, nor for the other {more}.",
            'Say who sees to it that they happen less: `owner "Front office"` on the blueprint, a service, a step or '
            "here.",
            fix=add(blueprint, 'owner "…"'),
        )
        return
    for fail in fails:
        yield Finding(
            place(fail),
            f"Nobody is named who answers for {called(fail)}.",
            'Say who sees to it that it happens less: `owner "Front office"` here, on the step or on the blueprint.',
            fix=add(fail, 'owner "…"', "likelihood", "severity"),
        )


def _owned(blueprint: Blueprint) -> Iterator[str]:
    """All owners that are named."""
    yield from (notes.owner for _, notes in noted(blueprint))
    yield from (fail.owner for step in blueprint.steps.values() for fail in step.fails)


def _of_cell(step: Step, fail: Fail) -> bool:
    return any(cell.key == fail.cell and cell.notes.owner for cell in step.cells)


RULE = rule(__name__, __doc__, "W104", check)
