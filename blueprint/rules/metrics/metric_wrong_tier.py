"""A service is measured with the measure of the other kind.

## What
A core service, or a step of it, has a metric of customer service (`csat`, `nps`, `first-contact-resolution`,
`response-time`), or a facilitating or enhancing service has one of a core (`delivery-speed`, `error-rate`,
`completion-rate`, `consistency`). Where customers pay for access, `response-time` belongs to the core too.

## Why
The core is judged by what it delivers, customer service by how customers feel treated. A friendly voice hides a faulty
product in one figure, and a fast product a rude voice in the other.

## Bad
```bp
blueprint "Mobile data"
phase interaction {
  core "Data" { metric csat >= 4/5; step surf "Surf" { customer "Surfs" } }
  facilitating "Call centre" { metric error-rate <= 2%; step ask "Ask" { customer "Asks" } }
}
```

## Good
```bp
blueprint "Mobile data"
phase interaction {
  core "Data" { metric error-rate <= 2%; step surf "Surf" { customer "Surfs" } }
  facilitating "Call centre" { metric csat >= 4/5; step ask "Ask" { customer "Asks" } }
}
```

## Source
The distinction between customer service and service product: each has its own measures, staff and skills.
"""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.rules.base import Context, Finding, rule
from blueprint.rules.facts import measured
from blueprint.vocabulary import METRICS

_TIERS = {"core": "core", "facilitating": "service", "enhancing": "service"}


def check(context: Context) -> Iterator[Finding]:
    for metric, tier in measured(context.blueprint):
        row = METRICS.get(metric.name) if metric.known else None
        if row is None or tier not in _TIERS or row.tier not in ("core", "service") or row.tier == _TIERS[tier]:
            continue
        if metric.name == "response-time" and context.blueprint.kind == "access":
            continue
        own, other = ("the core", "customer service") if tier == "core" else ("customer service", "the core")
        names = [f"`{each.name}`" for each in METRICS.values() if each.tier == _TIERS[tier]]
        yield Finding(
            metric.span,
            f"`{metric.name}` measures {other}, and stands in a {tier} service.",
            f"Move it to a service of that kind; measures of {own} are {', '.join(names[:-1])} and {names[-1]}.",
        )


RULE = rule(__name__, __doc__, "W501", check)
