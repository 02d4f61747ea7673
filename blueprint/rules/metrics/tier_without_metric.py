"""The core or the customer service is not measured.

## What
There is a core, and no metric of a core service or on one; or there are facilitating or enhancing services, and no
metric of customer service or on one. Where nothing at all is measured this is said once.

## Why
What is measured gets attention. A product measured without its service looks better than customers find it, a service
without its product is thanked for apologies.

## Bad
```bp
blueprint "Mobile data"
phase interaction {
  core "Data" { metric error-rate <= 2%; step surf "Surf" { customer "Surfs" } }
  facilitating "Call centre" { step ask "Ask" { customer "Asks" } }
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
The distinction between customer service and service product: core and customer service are measured apart.
"""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.rules.base import Context, Finding, called, place, rule
from blueprint.rules.facts import measured
from blueprint.vocabulary import METRICS

_SIDES = {"core": "core", "facilitating": "service", "enhancing": "service"}
_CALLED = {"core": "The core", "service": "The customer service"}
_HELP = {
    "core": "Write into the service how well it is done: `metric error-rate <= 3%` or `metric delivery-speed <= 1d`.",
    "service": "Write into the service how customers feel: `metric csat >= 4.2/5` or `metric response-time <= 5min`.",
}


def check(context: Context) -> Iterator[Finding]:
    blueprint = context.blueprint
    seen: set[str] = set()
    metrics = list(measured(blueprint))
    for metric, tier in metrics:
        known = METRICS[metric.name].tier if metric.known else ""
        seen.add(known if known in _CALLED else _SIDES.get(tier, ""))
    services = list(blueprint.services.values())
    lacking = {_SIDES[each.tier]: each for each in reversed(services) if _SIDES[each.tier] not in seen}
    if not lacking or context.broken():
        return
    if len(lacking) == 2 and not metrics:
        message = f"Nothing is measured in {called(blueprint)}, neither the core nor the customer service."
        yield Finding(place(blueprint), message, f"{_HELP['core']} {_HELP['service']}")
        return
    for side, first in lacking.items():
        yield Finding(place(first), f"{_CALLED[side]} is not measured: {called(first)} has no metric.", _HELP[side])


RULE = rule(__name__, __doc__, "W502", check)
