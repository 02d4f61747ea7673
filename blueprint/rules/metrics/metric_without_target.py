"""A metric has no target.

## What
A `metric` says what is measured, and no value to reach.

## Why
A figure without a target is neither good nor bad, so nobody acts on it. The target is what was promised; choosing it is
part of the design.

## Bad
```bp
blueprint "Shoeshine"
phase interaction {
  core "Shine" { metric error-rate actual 8%; step buff "Buff" { customer "Looks" } }
}
```

## Good
```bp
blueprint "Shoeshine"
phase interaction {
  core "Shine" { metric error-rate <= 5% actual 8%; step buff "Buff" { customer "Looks" } }
}
```

## Source
The distinction between customer service and service product: measures with targets of their own.
"""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.rules.base import Context, Finding, rule
from blueprint.rules.facts import measured
from blueprint.vocabulary import METRICS

_USUAL = {"share": "5%", "duration": "5min", "score": "4.2/5", "points": "30", "money": "2.50", "rate": "5/day"}


def check(context: Context) -> Iterator[Finding]:
    for metric, _ in measured(context.blueprint):
        if metric.target is None and not context.broken(metric):
            row = METRICS.get(metric.name) if metric.known else None
            sign = "<=" if row is not None and row.better == "lower" else ">="
            value = metric.actual_text or _USUAL.get(row.unit if row else "", "5")
            yield Finding(
                metric.span,
                f"`{metric.title}` is measured against nothing: it has no target.",
                f"Write what counts as good, for instance `{sign} {value}`, after its name.",
            )


RULE = rule(__name__, __doc__, "W503", check)
