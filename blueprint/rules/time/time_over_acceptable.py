"""Customers are expected to be kept longer than is acceptable.

## What
The expected time of the blueprint, a phase, a service or a step is over its `acceptable`, although the standard time is
not: failures, repeats, loops and likely detours make the difference. Pauses do not count. A part without `takes` counts
as nothing, so what is reported is certain.

## Why
The standard time is the plan of a good day. What customers live through is the mean of all days, those included on
which a step has to be done again. When that is over what they put up with, the usual customer goes away displeased.

## Bad
```bp
blueprint "Photo booth" { acceptable 5min }
phase interaction {
  core "Portrait" {
    step pose "Pose" {
      customer "Smiles" takes 4min
      fail "Eyes shut" 30% -> again
    }
  }
}
```

## Good
```bp
blueprint "Photo booth" { acceptable 5min }
phase interaction {
  core "Portrait" {
    step pose "Pose" {
      customer "Smiles" takes 4min
      fail "Eyes shut" 10% -> again
    }
  }
}
```

## Source
Shostack, "Designing Services That Deliver", Harvard Business Review 62(1), 1984: total acceptable execution time.
"""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.model.entities import Blueprint
from blueprint.rules.base import Context, Finding, place, rule
from blueprint.rules.told import lasting, limit_text, most, named, over, slowest, within
from blueprint.units import seconds_text


def check(context: Context) -> Iterator[Finding]:
    if not _limits(context.blueprint):
        return
    steps = within(context.blueprint)
    for each in context.figures.tolerances:
        if each.level in ("package", "wait") or not each.over or each.expected is None:
            continue
        usual = each.standard
        if usual is not None and usual.in_service > each.limit + 1e-6:  # an error of its own
            continue
        enough = limit_text(most(context) if each.level == "whole" else each.expected.in_service)
        yield Finding(
            place(each.element, "acceptable"),
            f"{named(each.element)} is acceptable up to {seconds_text(each.limit)}, but takes "
            f"{over(each.expected, each.limit)} on average.",
            f"As planned it is {lasting(usual)}; failures, repeats and detours of some customers add the rest. "
            f"Look at those first, or ask customers whether they accept `acceptable {enough}`."
            if usual is not None
            else f"Shorten what takes long, make it rarer, or ask customers whether they accept `acceptable {enough}`.",
            slowest(context, steps.get("" if each.level == "whole" else each.element.key, ())),
        )


def _limits(blueprint: Blueprint) -> bool:
    """Whether anything is said to be acceptable: the journey need not be worked out for nothing."""
    if blueprint.notes.acceptable or any(phase.notes.acceptable for phase in blueprint.phases):
        return True
    services, steps = blueprint.services.values(), blueprint.steps.values()
    return any(service.notes.acceptable for service in services) or any(step.notes.acceptable for step in steps)


RULE = rule(__name__, __doc__, "W803", check)
