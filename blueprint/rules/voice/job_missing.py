"""The blueprint does not say what job the customer wants done.

## What
The blueprint has no `job`.

## Why
Customers hire a service to get on with something of their own. Without that job there is no telling which steps help,
and a blueprint is improved step by step while the customer goes elsewhere.

## Bad
```bp
blueprint "Car repair"
phase interaction {
  core "Repair" { step mend "Mend" { customer "Waits"; frontstage "Mends" } }
}
```

## Good
```bp
blueprint "Car repair" {
  job "When my car lets me down, I want it mended by tonight at a price I know, so that my week goes on"
}
phase interaction {
  core "Repair" { step mend "Mend" { customer "Waits"; frontstage "Mends" } }
}
```

## Source
Upskilling product managers: jobs to be done, before features.
"""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.rules.base import Context, Finding, called, place, rule
from blueprint.rules.facts import add


def check(context: Context) -> Iterator[Finding]:
    blueprint = context.blueprint
    if not blueprint.job and blueprint.steps and not context.broken(blueprint):
        yield Finding(
            place(blueprint),
            f"Nothing says what customers want to get done with {called(blueprint)}: it has no job.",
            'Write it on the blueprint: `job "When …, I want …, so that …"`.',
            fix=add(blueprint, 'job "When …, I want …, so that …"', title='add `job "…"`'),
        )


RULE = rule(__name__, __doc__, "W312", check)
