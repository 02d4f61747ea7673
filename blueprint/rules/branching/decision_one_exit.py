"""A decision has fewer than two exits.

## What
A `decision` with no `when`, or with only one.

## Why
With one exit nothing is decided: it is a step. Usually the other outcome was forgotten, the one that costs time.

## Bad
```bp
blueprint "Garage"
phase interaction {
  core "Repair" {
    decision estimate "Accept the estimate?" {
      customer "Reads the estimate"
      when "Accepts" 90%
    }
    step repair "Repair" { backstage "Repairs the car" }
  }
}
```

## Good
```bp
blueprint "Garage"
phase interaction {
  core "Repair" {
    decision estimate "Accept the estimate?" {
      customer "Reads the estimate"
      when "Accepts" 90%
      when "Declines" 10% -> end
    }
    step repair "Repair" { backstage "Repairs the car" }
  }
}
```

## Source
Queueing and process notations alike: a decision divides the flow.
"""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.model.entities import Step
from blueprint.rules.base import Context, Finding, called, place, rule


def check(context: Context) -> Iterator[Finding]:
    for step in context.blueprint.steps.values():
        exits = len(step.whens) + (step.arrow is not None)
        if step.kind == "decision" and exits < 2 and not context.broken(step):
            yield _finding(step, exits)


def _finding(step: Step, exits: int) -> Finding:
    return Finding(
        place(step),
        f"The decision {called(step)} has {'only one exit' if exits else 'no exit'}.",
        'Write each outcome as a line of its own: `when "Yes" 80%` goes on, `when "No" 20% -> end` leads elsewhere. '
        "If nothing is decided, make it a `step`.",
    )


RULE = rule(__name__, __doc__, "E211", check)
