"""A fail point does not say how likely it is.

## What
A `fail` has no share, such as `3%`.

## Why
Fail points are ranked by what they cost: how often they happen, times what it takes to put them right. Without a
likelihood a fail point cannot be ranked, and every time, cost and load leaves it out. An estimate is better than none.

## Bad
```bp
blueprint "Hotel"
phase interaction {
  core "Stay" {
    step check_in "Check in" {
      customer "Gives the name"
      fail "Room not ready" high -> lounge
    }
    recovery lounge "Offer the lounge" { frontstage "Brings a coffee" }
  }
}
```

## Good
```bp
blueprint "Hotel"
phase interaction {
  core "Stay" {
    step check_in "Check in" {
      customer "Gives the name"
      fail "Room not ready" 3% high -> lounge
    }
    recovery lounge "Offer the lounge" { frontstage "Brings a coffee" }
  }
}
```

## Source
Chase and Stewart, "Make Your Service Fail-Safe", Sloan Management Review 35(3), 1994.
"""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.rules.base import Context, Finding, called, place, rule


def check(context: Context) -> Iterator[Finding]:
    for step in context.blueprint.steps.values():
        for fail in step.fails:
            if fail.likelihood is None and not context.broken(fail):
                yield Finding(
                    place(fail),
                    f"How likely is {called(fail)}? Without a share it cannot be ranked.",
                    "Write the share of those who come to this cell, if only estimated: `3%` after its title.",
                )


RULE = rule(__name__, __doc__, "W103", check)
