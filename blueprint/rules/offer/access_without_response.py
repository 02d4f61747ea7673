"""Customers pay for access to a person, and nothing says when that person is there.

## What
The blueprint is `kind access`, no `response-time` is measured anywhere, and no channel has `hours`.

## Why
Who pays for access pays for being answered. Without a time to answer, or the hours in which somebody does, the promise
is empty and cannot be kept or broken.

## Bad
```bp
blueprint "IT support" { kind access }
channel phone "Support line"
phase interaction {
  core "Help" { step ask "Ask" { customer "Calls"; frontstage "Answers" via phone } }
}
```

## Good
```bp
blueprint "IT support" { kind access }
channel phone "Support line" { hours 10h/day }
phase interaction {
  core "Help" {
    metric response-time <= 2min
    step ask "Ask" { customer "Calls"; frontstage "Answers" via phone }
  }
}
```

## Source
What is service product management? One of the two varieties is paid for access to a person, not for work done.
"""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.rules.base import Context, Finding, called, place, rule
from blueprint.rules.facts import measured


def check(context: Context) -> Iterator[Finding]:
    blueprint = context.blueprint
    if blueprint.kind != "access" or any(channel.hours for channel in blueprint.channels.values()):
        return
    if not any(metric.name == "response-time" for metric, _ in measured(blueprint)) and not context.broken():
        yield Finding(
            place(blueprint, "kind"),
            f"Customers of {called(blueprint)} pay for access to a person: when and how fast do they get one?",
            "Write the hours of a channel, `hours 10h/day`, or measure it on the blueprint: "
            "`metric response-time <= 2min`.",
        )


RULE = rule(__name__, __doc__, "W414", check)
