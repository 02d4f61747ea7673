"""There is no digital way to the service.

## What
No channel, whether of this file or of a library it uses, is `digital`.

## Why
Customers look for a page or an app first, at the hour that suits them, and a digital way is the one that grows without
more people. That there is none may be right, but should have been decided.

## Bad
```bp
blueprint "Clinic"
channel phone "Telephone"
phase interaction {
  core "Visit" { step book "Book" { customer "Calls" via phone; frontstage "Finds a slot" via phone } }
}
```

## Good
```bp
blueprint "Clinic"
channel phone "Telephone"
channel app "App" digital
phase interaction {
  core "Visit" { step book "Book" { customer "Calls or taps" via phone, app; frontstage "Finds a slot" via phone } }
}
```

## Source
Product service management: a digital medium is what lets a service scale.
"""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.rules.base import Context, Finding, called, place, rule


def check(context: Context) -> Iterator[Finding]:
    blueprint = context.blueprint
    digital = any(channel.digital for channel in blueprint.channels.values())
    if blueprint.steps and not digital and not context.broken():
        yield Finding(
            place(blueprint),
            f"No digital way leads to {called(blueprint)}.",
            'Declare the one there is, or think of one, `channel app "App" digital`, and name it where customers use '
            "it: `via app`.",
        )


RULE = rule(__name__, __doc__, "A303", check)
