"""A customer action has no evidence.

## What
A step in which the customer does something shows nothing: there is no `evidence` in the step, its service or its phase.

## Why
A service cannot be looked at; customers judge it by what they see, hold and read on the way. Evidence that nobody
designs is there all the same, and says something else than was meant.

## Bad
```bp
blueprint "Bank"
phase interaction {
  core "Loan" {
    step apply "Apply" { customer "Fills in the form"; frontstage "Checks it" }
  }
}
```

## Good
```bp
blueprint "Bank"
phase interaction {
  core "Loan" {
    step apply "Apply" {
      evidence "Form of one page, checklist"
      customer "Fills in the form"
      frontstage "Checks it"
    }
  }
}
```

## Source
Bitner, Ostrom and Morgan, "Service Blueprinting", California Management Review 50(3), 2008: physical evidence for every
customer action. What is service product management?
"""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.diagnostics import Edit, Fix
from blueprint.model.entities import Cell
from blueprint.rules.base import Context, Finding, called, place, rule
from blueprint.rules.facts import actions, with_evidence
from blueprint.source import Span


def check(context: Context) -> Iterator[Finding]:
    shown = with_evidence(context.blueprint)
    for step in context.blueprint.steps.values():
        done = actions(step)
        if done and step.key not in shown and not context.broken(step):
            yield Finding(
                place(done[0]),
                f"What does the customer see, hold or read at {called(done[0])}? No evidence is named.",
                'Write it into the step: `evidence "Desk, lobby, key"`.',
                fix=_before(done[0]),
            )


def _before(cell: Cell) -> Fix:
    at = Span(cell.span.start, cell.span.start, cell.span.file)
    return Fix('add `evidence "…"` to the step', (Edit(at, 'evidence "…"; '),), safe=False)


RULE = rule(__name__, __doc__, "W201", check)
