"""An exit of a decision does not say when it is taken.

## What
A decision that ends with a plain arrow, or a `when` without a text.

## Why
In a decision every exit is written, so that a reader sees each outcome and its share, and so that what is left over is
never guessed.

## Bad
```bp
blueprint "Shop"
phase interaction {
  core "Sale" {
    decision found "Found something?" {
      customer "Looks around"
      when "Yes" 60%
      when "Wants advice" 10%
      -> end
    }
    step pay "Pay" { customer "Pays"; frontstage "Takes the money" }
  }
}
```

## Good
```bp
blueprint "Shop"
phase interaction {
  core "Sale" {
    decision found "Found something?" {
      customer "Looks around"
      when "Yes" 60%
      when "Wants advice" 10%
      when "No" 30% -> end
    }
    step pay "Pay" { customer "Pays"; frontstage "Takes the money" }
  }
}
```

## Source
Queueing and process notations alike: every exit of a decision carries its condition.
"""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.diagnostics import Edit, Fix
from blueprint.model.entities import Arrow, Step
from blueprint.rules.base import Context, Finding, called, place, rule
from blueprint.source import Span


def check(context: Context) -> Iterator[Finding]:
    for step in context.blueprint.steps.values():
        if step.kind == "decision":
            for when in step.whens:
                if not when.title.strip():
                    yield _finding(step, place(when), None)
            if step.arrow is not None:
                yield _finding(step, step.arrow.span, _condition(step.arrow))


def _condition(arrow: Arrow) -> Fix:
    before = Span(arrow.span.start, arrow.span.start, arrow.span.file)
    return Fix('write `when "Otherwise"` before the arrow', (Edit(before, 'when "Otherwise" '),), safe=False)


def _finding(step: Step, span: Span, fix: Fix | None) -> Finding:
    message = f"An exit of the decision {called(step)} does not say when it is taken."
    if fix is None:
        return Finding(span, message, "Write between the quotes in which case it is taken.")
    target = step.arrow.target if step.arrow else ""
    help = f'Write in which case it is taken, `when "Otherwise" -> {target}`: it takes the share that the others leave.'
    return Finding(span, message, help, (), fix)


RULE = rule(__name__, __doc__, "E212", check)
