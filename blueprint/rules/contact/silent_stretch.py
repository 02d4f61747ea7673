"""For several steps on end customers hear and see nothing new.

## What
Three steps or more in a row in which nobody is in touch (no `frontstage` cell, no cell with `via`, no `notice` of a
wait) and no evidence is shown that the step before did not show already.

## Why
Silence reads as "forgotten". A message, a page that moves on, a person who looks in costs little in the middle of a
long stretch, and spares calls and cancellations.

## Bad
```bp
blueprint "Loan"
phase interaction {
  core "Loan" {
    step apply "Apply" { evidence "Form"; customer "Applies"; frontstage "Thanks" }
    step check "Check" { backstage "Checks the income" }
    step weigh "Weigh" { backstage "Weighs the risk" }
    step decide "Decide" { backstage "Decides" }
    step tell "Tell" { evidence "Letter"; frontstage "Calls" }
  }
}
```

## Good
```bp
blueprint "Loan"
phase interaction {
  core "Loan" {
    step apply "Apply" { evidence "Form"; customer "Applies"; frontstage "Thanks" }
    step check "Check" { backstage "Checks the income" }
    step weigh "Weigh" { evidence "Message: half way"; backstage "Weighs the risk" }
    step decide "Decide" { backstage "Decides" }
    step tell "Tell" { evidence "Letter"; frontstage "Calls" }
  }
}
```

## Source
Bitner, Ostrom and Morgan, "Service Blueprinting", California Management Review 50(3), 2008; Maister, "The Psychology of
Waiting Lines", 1985.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from blueprint.diagnostics import Related
from blueprint.model.entities import Step, Wait
from blueprint.rules.base import Context, Finding, Option, called, place, rule
from blueprint.rules.facts import reached, runs


def check(context: Context) -> Iterator[Finding]:
    least = int(context.option(RULE, "steps"))
    for run in runs(context.blueprint):
        stretch: list[Step] = []
        shown: set[str] = set()
        for step in run:
            texts = {each.text for each in step.evidence}
            silent = not (reached(step) or _told(step) or texts - shown or context.broken(step))
            shown = texts or shown
            if silent:
                stretch.append(step)
                continue
            yield from _found(stretch, least)
            stretch = []
        yield from _found(stretch, least)


def _told(step: Step) -> bool:
    return any(isinstance(part, Wait) and part.notices for part in step.cells)


def _found(stretch: Sequence[Step], least: int) -> Iterator[Finding]:
    if stretch and len(stretch) >= least:
        first, last = stretch[0], stretch[-1]
        yield Finding(
            place(first),
            f"From {called(first)} to {called(last)}, {len(stretch)} steps, customers hear and see nothing new.",
            "Let them know how it stands somewhere in between: a message, a page, a person.",
            (Related(place(last), "the silence lasts to here"),) if last is not first else (),
        )


RULE = rule(
    __name__,
    __doc__,
    "A102",
    check,
    (Option("steps", 3, "So many steps in a row without contact and new evidence are reported.", 1),),
)
