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

from blueprint.diagnostics import Related
from blueprint.model.entities import Step, When
from blueprint.rules.base import Context, Finding, called, percent, place, rule


def check(context: Context) -> Iterator[Finding]:
    inside: frozenset[str] | None = None
    for step in context.blueprint.steps.values():
        exits = len(step.whens) + (step.arrow is not None)
        if step.kind == "decision" and exits < 2 and not context.broken(step):
            if inside is None:
                from blueprint.rules.branching.branch_left import inside_branches

                inside = inside_branches(context.blueprint)
            yield _finding(step, step.key in inside)


def _finding(step: Step, held: bool) -> Finding:
    """`held` is a decision in a branch of a parallel, out of which no exit may lead."""
    related: tuple[Related, ...] = ()
    if step.arrow is not None:
        related = (Related(step.arrow.span, "its only exit"),)
        target = step.arrow.target
        help = f'Say when this is, `when "…" 80% -> {target}`, and write beside it what else may be: {ON}.'
    elif step.whens:
        related = (Related(place(step.whens[0]), "its only exit"),)
        help = _other(step.whens[0], held)
    else:
        no = '`when "No" 20%` goes past the steps of `when "Yes" 80% { … }`'
        elsewhere = no if held else '`when "Yes" 80%` goes on, `when "No" 20% -> end` leads elsewhere'
        help = f"Write each outcome as a line of its own: {elsewhere}."
    message = f"The decision {called(step)} has {'only one exit' if related else 'no exit'}."
    return Finding(place(step), message, f"{help} If nothing is decided, make it a `step`.", related)


ON = '`when "Otherwise" 20%` goes on with what is written next'


def _other(when: When, held: bool) -> str:
    """The outcome that is missing. What leads elsewhere needs one that goes on, or nobody comes to what follows; what
    goes on may have one that leads elsewhere. The shares of both make all customers."""
    left = 0.2 if when.share is None else 1.0 - when.share
    share = f" {percent(left)}" if when.share is not None and left > 0 else ""
    full = (
        ""
        if left > 0
        else f" Not all of them can take {called(when)} then: leave out its {percent(when.share or 1.0)}."
    )
    if when.arrow is None and not when.items and not held:
        return f'Write the other outcome beside it: `when "Otherwise"{share} -> end`, or wherever it leads.{full}'
    return f'Write the other outcome beside it: `when "Otherwise"{share}` goes on with what is written next.{full}'


RULE = rule(__name__, __doc__, "E211", check)
