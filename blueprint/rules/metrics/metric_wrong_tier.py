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

from blueprint.model.entities import Blueprint
from blueprint.rules.base import Context, Finding, called, either, listed, rule
from blueprint.rules.facts import metrics_in
from blueprint.vocabulary import METRICS

_TIERS = {"core": "core", "facilitating": "service", "enhancing": "service"}
_KINDS = {"core": "a core service", "service": "a facilitating or enhancing service"}


def check(context: Context) -> Iterator[Finding]:
    services = context.blueprint.services
    for metric, key in metrics_in(context.blueprint):
        row = METRICS.get(metric.name) if metric.known else None
        tier = services[key].tier if key in services else ""
        if row is None or tier not in _TIERS or row.tier not in ("core", "service") or row.tier == _TIERS[tier]:
            continue
        if metric.name == "response-time" and context.blueprint.kind == "access":
            continue
        other, article = ("the core" if tier != "core" else "customer service"), "an" if tier == "enhancing" else "a"
        yield Finding(
            metric.span,
            f"`{metric.name}` measures {other}, and stands in {article} {tier} service.",
            f"{_elsewhere(context.blueprint, metric.name, row.tier)} {_instead(context.blueprint, key, _TIERS[tier])}",
        )


def _elsewhere(blueprint: Blueprint, name: str, tier: str) -> str:
    """Where the measure belongs: to a service of that kind that does not have it yet."""
    having = {key for metric, key in metrics_in(blueprint) if metric.name == name}
    right = [each for each in blueprint.services.values() if _TIERS[each.tier] == tier]
    there = [called(each) for each in right if each.key in having]
    lacking = [called(each) for each in right if each.key not in having]
    has = f"{listed(there)} {'has' if len(there) == 1 else 'have'} it already"
    if not lacking:
        return f"It belongs to {_KINDS[tier]}" + (f", and {has}: take it away here." if there else ".")
    return f"It belongs to {_KINDS[tier]}: move it to {either(lacking)}" + (f"; {has}." if there else ".")


def _instead(blueprint: Blueprint, key: str, tier: str) -> str:
    """The measures of its own that a service does not have yet."""
    own = {metric.name for metric, home in metrics_in(blueprint) if home == key}
    free = [f"`{each.name}`" for each in METRICS.values() if each.tier == tier and each.name not in own]
    if not free:
        return f"{called(blueprint.services[key])} has all measures of its own kind."
    return f"{called(blueprint.services[key])} can be measured by {either(free)}."


RULE = rule(__name__, __doc__, "W501", check)
