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

from blueprint.model.entities import Metric
from blueprint.rules.base import Context, Finding, place, rule
from blueprint.rules.facts import measured
from blueprint.vocabulary import METRICS

_NUMBERS = "whether both numbers are right, and not swapped"
_CHANGE = "look for the steps that make it so, and say what shall change; or set a target that is meant."
_TURNED = {"<=": ">=", ">=": "<=", "<": ">", ">": "<"}
_BETTER = {"<=": "less", "<": "less", ">=": "more", ">": "more"}
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
            _help(metric),
        )


def _help(metric: Metric) -> str:
    """A sign that stands the wrong way round turns a good value into a missed one: it is looked at first. Of a metric
    of the vocabulary it is known which way is good; of another, people are asked."""
    turned = _TURNED.get(metric.comparison, "")
    if metric.actual == metric.target and turned in ("<", ">"):
        turned += "="  # just reached: only so does the other sign hold
    better, offer = _BETTER.get(turned, ""), f"`{turned} {metric.target_text}`"
    row = METRICS.get(metric.name) if metric.known else None
    if row is None and turned:
        return (
            f"See first whether the sign is the right way round (is {better} better here? then {offer}), then "
            f"{_NUMBERS}. If they are, {_CHANGE}"
        )
    if row is not None and better == {"lower": "less", "higher": "more"}[row.better]:
        return (
            f"The sign stands the wrong way round: of `{metric.name}` {better} is better. Write {offer}, and see "
            f"{_NUMBERS}."
        )
    return f"See first {_NUMBERS}. If they are, {_CHANGE}"


RULE = rule(__name__, __doc__, "W504", check)
