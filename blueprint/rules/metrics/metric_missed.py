"""A metric misses its target.

## What
The `actual` value of a metric is not what its target asks for.

## Why
The blueprint itself says that the service does not do what it set out to do. Either something in the steps has to
change, or the target was never meant.

## Bad
```bp
blueprint "Shoeshine"
phase interaction {
  core "Shine" { metric error-rate <= 5% actual 8%; step buff "Buff" { customer "Looks" } }
}
```

## Good
```bp
blueprint "Shoeshine"
phase interaction {
  core "Shine" { metric error-rate <= 5% actual 4%; step buff "Buff" { customer "Looks" } }
}
```

## Source
The distinction between customer service and service product: measures with targets of their own.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator

from blueprint.rules.base import Context, Finding, place, rule
from blueprint.rules.facts import measured

_HELP = (
    "See first whether both numbers are right, and not swapped. If they are, look for the steps that make it so, and "
    "say what shall change; or set a target that is meant."
)
_HOLDS: dict[str, Callable[[float, float], bool]] = {
    "<=": operator.le, ">=": operator.ge, "<": operator.lt, ">": operator.gt, "=": operator.eq,
}  # fmt: skip


def check(context: Context) -> Iterator[Finding]:
    for metric, _ in measured(context.blueprint):
        holds = _HOLDS.get(metric.comparison)
        if holds is None or metric.target is None or metric.actual is None or holds(metric.actual, metric.target):
            continue
        yield Finding(
            place(metric, "actual"),
            f"`{metric.title}` is {metric.actual_text}, and shall be {metric.comparison} {metric.target_text}.",
            _HELP,
        )


RULE = rule(__name__, __doc__, "W504", check)
