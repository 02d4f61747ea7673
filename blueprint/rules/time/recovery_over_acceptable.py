"""Putting a failure right takes longer than customers accept.

## What
The standard time, together with one failure, its recovery and all that has to be done again, is over the `acceptable`
time of the blueprint. Judged are fail points with a recovery on the path that most customers take; those of detours, of
the shorter branches of a parallel, and those behind the last contact add to no standard time. A part without `takes`
counts as nothing.

## Why
The acceptable time is longer than the standard time in order that mistakes can be mended within it. A recovery that
does not fit turns one failure into two: what went wrong, and the time it took to put it right.

## Bad
```bp
blueprint "Shoeshine" { acceptable 2min30s }
phase interaction {
  core "Shine" {
    step polish "Apply polish" {
      customer "Holds still"
      meanwhile frontstage "Applies polish" takes 1min
      fail "Wrong colour wax" 10% -> clean
    }
    recovery clean "Clean shoes" { frontstage "Cleans the wax off" takes 45s; -> again }
  }
}
```

## Good
```bp
blueprint "Shoeshine" { acceptable 5min }
phase interaction {
  core "Shine" {
    step polish "Apply polish" {
      customer "Holds still"
      meanwhile frontstage "Applies polish" takes 1min
      fail "Wrong colour wax" 10% -> clean
    }
    recovery clean "Clean shoes" { frontstage "Cleans the wax off" takes 45s; -> again }
  }
}
```

## Source
Shostack, "Designing Services That Deliver", Harvard Business Review 62(1), 1984: the fail-safe process of the shoeshine
fits within the total acceptable execution time.
"""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.diagnostics import Related
from blueprint.model.entities import Step
from blueprint.rules.base import Context, Finding, called, place, rule
from blueprint.rules.told import lasting, limit_text, longest, over
from blueprint.units import seconds_text


def check(context: Context) -> Iterator[Finding]:
    blueprint = context.blueprint
    if blueprint.notes.acceptable is None or not any(step.fails for step in blueprint.steps.values()):
        return
    limit = blueprint.notes.acceptable.mean
    if context.standard.total.in_service > limit + 1e-6:  # an error of its own, whatever fails
        return
    failures = context.figures.failures
    for step in (blueprint.steps[key] for key in dict.fromkeys(context.standard.path)):
        for fail in step.fails:
            extra, time = failures.points[fail.key].extra, failures.time_with(fail.key)
            if fail.recovery and fail.likelihood != 0 and extra.in_service > 0 and time.in_service > limit + 1e-6:
                yield Finding(
                    place(fail),
                    f"Customers accept {seconds_text(limit)}, but with {called(fail)} it takes {over(time, limit)}.",
                    f"The failure adds {lasting(extra)} to the standard time of {lasting(context.standard.total)}: "
                    "shorten what puts it right, or ask customers whether they accept "
                    f"`acceptable {limit_text(time.in_service)}`.",
                    (
                        Related(place(blueprint, "acceptable"), f"acceptable are {seconds_text(limit)}"),
                        *_recovered(blueprint.steps.get(fail.recovery)),
                    ),
                )


def _recovered(step: Step | None) -> tuple[Related, ...]:
    return (Related(longest(step), f"the longest time of {called(step)} is written here"),) if step else ()


RULE = rule(__name__, __doc__, "W802", check)
