"""Customers wait, and nothing tells them why or how long.

## What
A `wait` has no `notice`, and there is no `evidence` in its step, its service or its phase.

## Why
A wait that is explained is shorter than one that is not: what makes waiting long is not knowing. A sign, a number on
a screen, a word is enough, but somebody has to have thought of it.

## Bad
```bp
blueprint "Clinic"
phase interaction {
  core "Visit" {
    step register "Register" {
      customer "Gives the name"
      wait "To be called" 20min acceptable 30min
    }
  }
}
```

## Good
```bp
blueprint "Clinic"
phase interaction {
  core "Visit" {
    step register "Register" {
      customer "Gives the name"
      wait "To be called" 20min acceptable 30min notice "Screen shows the delay"
    }
  }
}
```

## Source
Maister, "The Psychology of Waiting Lines", 1985: unexplained waits are longer than explained ones, uncertain ones
longer than known ones.
"""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.model.entities import Wait
from blueprint.rules.base import Context, Finding, called, place, rule
from blueprint.rules.facts import add, with_evidence


def check(context: Context) -> Iterator[Finding]:
    shown = with_evidence(context.blueprint)
    for step in context.blueprint.steps.values():
        for wait in step.cells:
            if not isinstance(wait, Wait) or wait.kind != "wait" or wait.notices:
                continue
            if step.key not in shown and not context.broken(step):
                what = called(wait) if wait.title else f"the wait in {called(step)}"
                yield Finding(
                    place(wait),
                    f"Nothing tells customers why or how long: {what}.",
                    'Say what tells them: `notice "Screen shows the queue"`, or evidence in the step.',
                    fix=add(wait, 'notice "…"', "duration"),
                )


RULE = rule(__name__, __doc__, "W206", check)
