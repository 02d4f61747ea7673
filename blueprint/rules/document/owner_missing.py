"""Nobody owns the blueprint.

## What
The blueprint has no `owner`.

## Why
A blueprint is right on the day it is drawn. Somebody has to keep it so, and to answer for what crosses departments.

## Bad
```bp
blueprint "Hotel"
phase interaction { core "Stay" { step sleep "Sleep" { customer "Sleeps" } } }
```

## Good
```bp
blueprint "Hotel" { owner "Head of rooms" }
phase interaction { core "Stay" { step sleep "Sleep" { customer "Sleeps" } } }
```

## Source
Nielsen Norman Group, survey of practitioners: ownership is among what keeps blueprints from being used.
"""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.rules.base import Context, Finding, called, place, rule
from blueprint.rules.facts import add


def check(context: Context) -> Iterator[Finding]:
    blueprint = context.blueprint
    if not blueprint.owner and not context.broken(blueprint):
        yield Finding(
            place(blueprint),
            f"Nobody owns {called(blueprint)}.",
            'Say who keeps it right and answers for it: `owner "Head of rooms"`.',
            fix=add(blueprint, 'owner "…"'),
        )


RULE = rule(__name__, __doc__, "A402", check)
