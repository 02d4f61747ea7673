"""Nothing is sold as a package.

## What
The blueprint has no `package`.

## Why
Where every customer buys something else, nothing stays the same long enough to be measured, priced or promised. A
package fixes what is in it, for how much and by when.

## Bad
```bp
blueprint "Tutoring"
phase interaction {
  core lessons "Lessons" { price 55.00; step lesson "Lesson" { customer "Works"; frontstage "Explains" } }
}
```

## Good
```bp
blueprint "Tutoring"
package starter "Starter, 4 lessons" { price 219.00/month; uses 1/month; includes lessons }
phase interaction {
  core lessons "Lessons" { step lesson "Lesson" { customer "Works"; frontstage "Explains" } }
}
```

## Source
Product service management: packages keep the object that is measured the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.model.entities import Blueprint
from blueprint.rules.base import Context, Finding, called, place, rule


def check(context: Context) -> Iterator[Finding]:
    blueprint = context.blueprint
    if blueprint.steps and not blueprint.packages and not context.broken():
        yield Finding(
            place(blueprint),
            f"{called(blueprint)} sells no package: nothing stays the same to be measured, priced or promised.",
            f"Say what is bought together: `{_package(blueprint)}`.",
        )


def _package(blueprint: Blueprint) -> str:
    """A package of what is here, at the price that it has."""
    services = list(blueprint.services.values())
    core = next((each for each in services if each.tier == "core"), services[0] if services else None)
    price = core.price.text if core and core.price else "90"
    free = next(id for id in ("one", "standard", "usual") if id not in blueprint.symbols)
    return f'package {free} "One visit" {{ price {price}' + (f"; includes {core.key} }}" if core else " }")


RULE = rule(__name__, __doc__, "A302", check)
