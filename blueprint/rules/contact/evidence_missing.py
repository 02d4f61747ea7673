"""A customer action has no evidence.

## What
A step in which the customer does something shows nothing: there is no `evidence` in the step, its service or its phase.
Where nothing is shown in the whole blueprint this is said once.

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
from blueprint.model.entities import Step
from blueprint.rules.base import Context, Finding, called, place, rule
from blueprint.rules.facts import actions, with_evidence
from blueprint.source import Span


def check(context: Context) -> Iterator[Finding]:
    shown = with_evidence(context.blueprint)
    bare = [step for step in context.blueprint.steps.values() if actions(step) and step.key not in shown]
    bare = [step for step in bare if not context.broken(step)]
    if len(bare) > 1 and not shown and not context.broken():
        yield _asked(bare, "No step names any evidence.")
        return
    for step in bare:
        yield _asked([step], "No evidence is named.")


def _asked(bare: list[Step], answer: str) -> Finding:
    """The question at the first of these steps, the fix for all of them."""
    cells = [actions(step)[0] for step in bare]
    edits = tuple(Edit(Span(cell.span.start, cell.span.start, cell.span.file), 'evidence "…"; ') for cell in cells)
    return Finding(
        place(cells[0]),
        f"What does the customer see, hold or read at {called(cells[0])}? {answer}",
        'Write into the step what customers see, hold or read there, in a few words: `evidence "…"`.',
        fix=Fix(f'add `evidence "…"` to {"each" if len(cells) > 1 else "the"} step', edits, safe=False),
    )


RULE = rule(__name__, __doc__, "W201", check)
