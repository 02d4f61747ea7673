"""What is measured are single uses, and never whether customers stay.

## What
There are metrics, and none of them is `adoption`, `utilisation`, `renewal`, `repeat-rate`, `customer-lifetime-value` or
`wallet-share`.

## Why
A service lives on customers who come again. Fast, faultless single uses can go together with customers who leave; only
a measure over time shows it.

## Bad
```bp
blueprint "Car repair"
phase interaction {
  core "Repair" { metric error-rate <= 3%; step mend "Mend" { customer "Waits" } }
}
```

## Good
```bp
blueprint "Car repair" { metric repeat-rate >= 55% }
phase interaction {
  core "Repair" { metric error-rate <= 3%; step mend "Mend" { customer "Waits" } }
}
```

## Source
Upskilling product managers: adoption, utilisation, renewal; success is repeat business, share of wallet and value of
the customer, not the count of transactions.
"""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.rules.base import Context, Finding, called, place, rule
from blueprint.rules.facts import measured

LASTING = ("adoption", "utilisation", "renewal", "repeat-rate", "customer-lifetime-value", "wallet-share")


def check(context: Context) -> Iterator[Finding]:
    blueprint = context.blueprint
    names = [metric.name for metric, _ in measured(blueprint) if metric.known]
    some = any(True for _ in measured(blueprint))
    if some and not any(name in LASTING for name in names) and not context.broken():
        yield Finding(
            place(blueprint),
            f"Nothing that is measured in {called(blueprint)} tells whether customers come again.",
            f"Measure one of {', '.join(f'`{name}`' for name in LASTING)} on the blueprint: "
            "`metric repeat-rate >= 55%`.",
        )


RULE = rule(__name__, __doc__, "W505", check)
