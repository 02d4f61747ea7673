"""A moment of truth has no standard.

## What
`moment-of-truth` is said of a step, a cell, a service or a phase, and no `standard` says what counts as well done: not
there, not on the step of the cell, not on a cell of the step.

## Why
A moment of truth decides what the customer thinks of the whole. If nobody can say when it went well, it can be neither
trained nor measured, and each of the staff has a standard of their own.

## Bad
```bp
blueprint "Shoeshine"
phase interaction {
  core "Shine" {
    step buff "Buff" { customer "Looks"; frontstage "Buffs"; moment-of-truth }
  }
}
```

## Good
```bp
blueprint "Shoeshine"
phase interaction {
  core "Shine" {
    step buff "Buff" {
      customer "Looks"
      frontstage "Buffs"
      moment-of-truth
      standard "You can see your face in them"
    }
  }
}
```

## Source
Bitner, Ostrom and Morgan, "Service Blueprinting", California Management Review 50(3), 2008: moments of truth. Shostack,
"How to Design a Service", European Journal of Marketing 16(1), 1982: benefits, standards and tolerances.
"""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.model.entities import Step
from blueprint.rules.base import Context, Finding, called, place, rule
from blueprint.rules.facts import add_behind, noted


def check(context: Context) -> Iterator[Finding]:
    blueprint = context.blueprint
    for element, notes in noted(blueprint):
        if notes.moment_of_truth and not notes.standard and not context.broken(element):
            part = blueprint.cells.get(element.key)
            near = blueprint.steps[part.step].notes.standard if part else ""
            if isinstance(element, Step):
                near = next((each.notes.standard for each in element.cells if each.notes.standard), "")
            if not near:
                yield Finding(
                    place(element, "moment-of-truth"),
                    f"{called(element)} is a moment of truth, and nothing says what counts as well done.",
                    'Say it in words that can be checked: `standard "You can see your face in them"`.',
                    fix=add_behind(element, "moment-of-truth", 'standard "…"'),
                )


RULE = rule(__name__, __doc__, "W205", check)
