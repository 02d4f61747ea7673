"""The day on which the blueprint was to be looked at again has passed.

## What
`review` of the blueprint is a day before today.

## Why
Services change a little every week. A blueprint that is not looked at again shows how things once were, to people who
take it for how they are.

## Bad
```bp
blueprint "Hotel" { review 2020-05-21 }
phase interaction { core "Stay" { step sleep "Sleep" { customer "Sleeps" } } }
```

## Good
```bp
blueprint "Hotel" { review 2999-05-21 }
phase interaction { core "Stay" { step sleep "Sleep" { customer "Sleeps" } } }
```

## Source
Nielsen Norman Group on service blueprints: version, date, and a review about every six months.
"""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.rules.base import Context, Finding, called, place, rule


def check(context: Context) -> Iterator[Finding]:
    blueprint = context.blueprint
    if blueprint.review and context.today and blueprint.review < context.today:
        yield Finding(
            place(blueprint, "review"),
            f"{called(blueprint)} was to be looked at again on {blueprint.review}.",
            "Look whether it still holds, and write the next day: `review 2027-05-21`.",
        )


RULE = rule(__name__, __doc__, "A403", check)
