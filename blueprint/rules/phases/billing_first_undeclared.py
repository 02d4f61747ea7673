"""Customers pay before they are served, and nothing says that this is meant.

## What
The first `phase billing` stands before the first `phase interaction`, and there is neither `terms prepaid` nor
`terms contract` on the blueprint or on a package, nor `kind access`.

## Why
Paying first is right under a contract or with a subscription. Elsewhere it asks for trust that has not been earned, and
changes what a recovery has to be. It should be a decision that can be read.

## Bad
```bp
blueprint "Data bundle"
phase billing "Buying" { step pay "Pay" { customer "Pays" } }
phase interaction "Using" { core "Data" { step surf "Surf" { customer "Surfs" } } }
```

## Good
```bp
blueprint "Data bundle" { terms prepaid }
phase billing "Buying" { step pay "Pay" { customer "Pays" } }
phase interaction "Using" { core "Data" { step surf "Surf" { customer "Surfs" } } }
```

## Source
What is service product management? Billing may come before contact where there is a contract.
"""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.diagnostics import Related
from blueprint.rules.base import Context, Finding, place, rule
from blueprint.rules.facts import add

_AHEAD = ("prepaid", "contract")


def check(context: Context) -> Iterator[Finding]:
    blueprint = context.blueprint
    kinds = [phase.kind for phase in blueprint.phases]
    if not {"billing", "interaction"} <= set(kinds) or kinds.index("billing") > kinds.index("interaction"):
        return
    terms = {blueprint.terms, *(package.terms for package in blueprint.packages.values())}
    if blueprint.kind == "access" or terms & set(_AHEAD) or context.broken(blueprint):
        return
    first = blueprint.phases[kinds.index("billing")]
    yield Finding(
        place(first),
        "Customers pay before they are served, and nothing says that this is meant.",
        "Write `terms prepaid` or `terms contract` on the blueprint or the package, or move the phase.",
        (Related(place(blueprint.phases[kinds.index("interaction")]), "they are served here"),),
        None if blueprint.terms else add(blueprint, "terms prepaid"),
    )


RULE = rule(__name__, __doc__, "W404", check)
