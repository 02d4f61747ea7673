"""No way leads from the start to a step.

## What
A step or decision that no customer can come to: what stands before it leads elsewhere, and no arrow enters it. Or a
recovery that no fail point names and no arrow enters. Steps marked `offstage` are not in the customer's flow and are
left alone. Of several steps that are cut off together, the first is reported.

## Why
A part that nobody reaches is drawn, read and discussed, but counts in no time, cost or load. Nearly always an arrow
replaced the written order by mistake, or the fail point forgot its recovery.

## Bad
```bp
blueprint "Garage"
phase interaction {
  core "Repair" {
    step ask "Ask" { customer "Asks for a repair"; -> collect }
    step repair "Repair" { backstage "Repairs the car" }
    step collect "Collect" { customer "Collects the car"; frontstage "Hands over the keys" }
  }
}
```

## Good
```bp
blueprint "Garage"
phase interaction {
  core "Repair" {
    step ask "Ask" { customer "Asks for a repair"; when "Only a quote" 20% -> end }
    step repair "Repair" { backstage "Repairs the car" }
    step collect "Collect" { customer "Collects the car"; frontstage "Hands over the keys" }
  }
}
```

## Source
Structure of the graph: every step stands on a way from the start.
"""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.diagnostics import Related
from blueprint.graph.moves import reach
from blueprint.model.entities import Step
from blueprint.rules.base import Context, Finding, called, place, rule


def check(context: Context) -> Iterator[Finding]:
    steps = context.blueprint.steps
    reached = reach(context.moves, ["start", *(key for key, step in steps.items() if step.offstage)])
    before: Step | None = None
    for key, step in steps.items():
        if key not in reached:
            if step.kind != "recovery":
                yield _step(step, before)
            elif not context.broken():  # the fail point may name it, misspelt
                yield _recovery(step)
            reach(context.moves, [key], reached)  # what is cut off with it has the same cause
        if step.kind != "recovery" and not step.offstage:
            before = step


def _recovery(step: Step) -> Finding:
    name = step.id if step.explicit else "…"
    return Finding(
        place(step),
        f"Nothing leads to the recovery {called(step)}: no fail point names it.",
        f'Name it where the failure happens: `fail "What goes wrong" 3% -> {name}`.',
    )


def _step(step: Step, before: Step | None) -> Finding:
    related: tuple[Related, ...] = ()
    if before is not None and before.arrow is not None:
        related = (Related(before.arrow.span, f"{called(before)} leads elsewhere"),)
    return Finding(
        place(step),
        f"No way leads from the start to {called(step)}.",
        "Let one of the exits before it go on in written order, let an arrow enter it, or mark it `offstage` if no "
        "customer passes through it.",
        related,
    )


RULE = rule(__name__, __doc__, "E202", check)
