"""Where customers feel worst, nothing is said of why or of what could be better.

## What
A step, a cell, a service or a phase has the lowest `emotion` of the blueprint, below 0, and neither it nor its step has
a `pain` or an `idea`.

## Why
The lowest point is what customers tell others about. It is the first place to improve, so the blueprint should say what
hurts there, or what might help.

## Bad
```bp
blueprint "Loan"
phase interaction {
  core "Loan" {
    step apply "Apply" { customer "Applies"; emotion 0 }
    step wait "Wait" { wait "For the decision" 3d; emotion -2 }
  }
}
```

## Good
```bp
blueprint "Loan"
phase interaction {
  core "Loan" {
    step apply "Apply" { customer "Applies"; emotion 0 }
    step wait "Wait" { wait "For the decision" 3d; emotion -2; idea "Show which checks are done" }
  }
}
```

## Source
Nielsen Norman Group on journey maps: pains and opportunities belong to the low points.
"""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.model.entities import Blueprint, Element, Notes
from blueprint.rules.base import Context, Finding, called, place, rule
from blueprint.rules.facts import noted


def check(context: Context) -> Iterator[Finding]:
    felt = [(element, notes) for element, notes in noted(context.blueprint) if notes.emotion is not None]
    lowest = min((notes.emotion for _, notes in felt if notes.emotion is not None), default=0.0)
    told: set[str] = set()
    for element, notes in felt:
        home = _home(context.blueprint, element)
        if notes.emotion == lowest < 0 and home not in told and not _said(context.blueprint, home, notes):
            told.add(home)
            yield Finding(
                place(element, "emotion"),
                f"Customers feel worst at {called(element)}, {lowest:+g}: what hurts, or what would help?",
                'Say it beside the emotion: `pain "…"` or `idea "…"`.',
            )


def _home(blueprint: Blueprint, element: Element) -> str:
    part = blueprint.cells.get(element.key)
    return part.step if part is not None else element.key


def _said(blueprint: Blueprint, home: str, own: Notes) -> bool:
    step = blueprint.steps.get(home)
    notes = [own] if step is None else [own, step.notes, *(part.notes for part in step.cells)]
    return any(each.pains or each.ideas for each in notes)


RULE = rule(__name__, __doc__, "A304", check)
