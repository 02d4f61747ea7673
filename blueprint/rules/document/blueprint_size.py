"""The blueprint has very few or very many customer actions.

## What
There are fewer than 5 or more than 15 customer actions, those of recoveries aside.

## Why
With fewer than five there is not yet a journey to see. With more than fifteen nobody reads it: draw each phase by
itself, or a concept blueprint of the basic steps.

## Bad
```bp
blueprint "Hotel"
phase interaction {
  core "Stay" { step stay "Stay" { customer "Stays"; frontstage "Serves" } }
}
```

## Good
```bp
blueprint "Hotel"
phase interaction {
  core "Stay" {
    step book "Book" { customer "Books"; frontstage "Confirms" }
    step arrive "Arrive" { customer "Arrives"; frontstage "Greets" }
    step check_in "Check in" { customer "Gives the name"; frontstage "Hands over the key" }
    step sleep "Sleep" { customer "Sleeps" }
    step leave "Leave" { customer "Pays and leaves"; frontstage "Takes the money" }
  }
}
```

## Source
Nielsen Norman Group on service blueprints: keep the scope small enough to be read; Bitner, Ostrom and Morgan, 2008, on
concept blueprints.
"""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.rules.base import Context, Finding, Option, called, place, rule
from blueprint.rules.facts import actions


def check(context: Context) -> Iterator[Finding]:
    blueprint = context.blueprint
    least, most = int(context.option(RULE, "least")), int(context.option(RULE, "most"))
    steps = [step for step in blueprint.steps.values() if step.kind != "recovery"]
    count = sum(len(actions(step)) for step in steps)
    if not count or least <= count <= most or (count < least and context.broken()):
        return
    number = f"{count} customer action{'s' if count > 1 else ''}"
    if count > most:
        help = "Draw each phase by itself, or a concept blueprint whose steps have blueprints of their own."
        yield Finding(place(blueprint), f"{called(blueprint)} has {number}, more than {most}: who reads them?", help)
    else:
        help = "Write what customers do from the first thought of it to the last, in steps of their own."
        yield Finding(place(blueprint), f"{called(blueprint)} has only {number}, fewer than {least}.", help)


RULE = rule(
    __name__,
    __doc__,
    "A401",
    check,
    (
        Option("least", 5, "Fewer customer actions than this are reported.", 1),
        Option("most", 15, "More customer actions than this are reported.", 1),
    ),
)
