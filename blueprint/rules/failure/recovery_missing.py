"""A fail point says neither how it is put right nor who takes over.

## What
A `fail` has no arrow to a recovery (`-> lounge`) and no `escalates`.

## Why
Customers forgive a failure that is put right well, and leave after one that is not. What is done must be decided
before it happens: at the counter there is no time to think.

## Bad
```bp
blueprint "Hotel"
phase interaction {
  core "Stay" {
    step check_in "Check in" {
      customer "Gives the name"
      frontstage "Hands over the key"
      fail "Room not ready" 3% high
    }
  }
}
```

## Good
```bp
blueprint "Hotel"
phase interaction {
  core "Stay" {
    step check_in "Check in" {
      customer "Gives the name"
      frontstage "Hands over the key"
      fail "Room not ready" 3% high -> lounge
    }
    recovery lounge "Offer the lounge" { frontstage "Brings a coffee, names the time" }
  }
}
```

## Source
Shostack, "Designing Services That Deliver", Harvard Business Review 62(1), 1984: fail points come with their fail-safe
processes. The distinction between customer service and service product: recovery often counts for more than the
failure.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from blueprint.diagnostics import Edit, Fix
from blueprint.model.entities import Blueprint, Cell, Fail, Step
from blueprint.rules.base import Context, Finding, called, place, rule
from blueprint.rules.facts import appended, takes_over, text
from blueprint.source import Span


def check(context: Context) -> Iterator[Finding]:
    ids = (f"put_right_{number}" if number > 1 else "put_right" for number in count(1))
    free = (id for id in ids if id not in context.blueprint.symbols)  # two repairs at once make two recoveries
    spare = _spare(context.blueprint)
    for step in context.blueprint.steps.values():
        for fail in step.fails:
            if fail.recovery or fail.escalates or context.broken(fail):
                continue
            if not context.explains("unreachable-step", place(fail)):
                id = next(free)
                yield Finding(
                    place(fail),
                    f"Nothing is said of what happens after {called(fail)}.",
                    _help(context.blueprint, fail, spare, id),
                    fix=None if context.misread else _skeleton(context.blueprint, step, fail, id),
                )


def _spare(blueprint: Blueprint) -> str:
    """A recovery that no fail point leads to yet; empty when there is none."""
    named = {fail.recovery for step in blueprint.steps.values() for fail in step.fails}
    return next((key for key, step in blueprint.steps.items() if step.kind == "recovery" and key not in named), "")


def _help(blueprint: Blueprint, fail: Fail, spare: str, id: str) -> str:
    """What to write, with names of this blueprint where it has them: people copy them as they stand."""
    cell = blueprint.cells.get(fail.cell)
    busy = cell.performers if isinstance(cell, Cell) else ()
    over = f"{takes_over(blueprint, busy, fail.owner)}. How soon they do can stand behind it, such as `within 1h`."
    if spare:
        return f"Point to the recovery that nothing leads to yet, `-> {spare}`; or say who takes over: {over}"
    recovery = _recovery(blueprint, fail, id, "Put it right")
    return (
        f"Write what puts it right after the step, `{recovery}`, and point to it, `-> {id}`; or say who takes over: "
        f"{over}"
    )


def _skeleton(blueprint: Blueprint, step: Step, fail: Fail, id: str) -> Fix | None:
    """A recovery after the step, to be filled in. None where a line after the step would be a branch of its own."""
    if step.offstage or (step.within and not step.within.rpartition(".")[2].startswith("when")):
        return None
    written = "\n" + _recovery(blueprint, fail, id, f"Put right: {fail.label}")
    after = Span(step.span.end, step.span.end, step.span.file)
    edits = (Edit(appended(fail, "likelihood", "severity"), f" -> {id}"), Edit(after, written))
    return Fix("add a recovery to be filled in", edits, safe=False)


def _recovery(blueprint: Blueprint, fail: Fail, id: str, title: str) -> str:
    cell = blueprint.cells.get(fail.cell)
    roles = [key for key in cell.performers if key in blueprint.roles] if isinstance(cell, Cell) else []
    by = f" by {', '.join(roles)}" if roles else ""
    return f'recovery {id} {text(title)} {{ frontstage "…"{by} }}'


RULE = rule(__name__, __doc__, "W101", check)
