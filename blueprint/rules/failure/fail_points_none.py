"""The blueprint names no fail point.

## What
No step of the whole blueprint has a `fail`.

## Why
Asking at each step what may go wrong is half of why blueprints are drawn. A blueprint without fail points shows a
service on its best day only, and nobody has decided what happens on the others.

## Bad
```bp
blueprint "Laundry"
phase interaction {
  core "Washing" {
    step "Hand over" { customer "Hands in the shirts"; frontstage "Writes the ticket" }
    step "Fetch" { customer "Shows the ticket"; frontstage "Hands out the shirts" }
  }
}
```

## Good
```bp
blueprint "Laundry"
phase interaction {
  core "Washing" {
    step "Hand over" { customer "Hands in the shirts"; frontstage "Writes the ticket" }
    step "Fetch" {
      customer "Shows the ticket"
      frontstage "Hands out the shirts"
      fail "A shirt is missing" 1% high -> search
    }
    recovery search "Search" { frontstage "Searches, sends it home free of charge" }
  }
}
```

## Source
Shostack, "Designing Services That Deliver", Harvard Business Review 62(1), 1984: second of four steps, isolating fail
points.
"""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.rules.base import Context, Finding, called, place, rule


def check(context: Context) -> Iterator[Finding]:
    blueprint = context.blueprint
    steps = blueprint.steps.values()
    if steps and not any(step.fails for step in steps) and not context.broken():
        yield Finding(
            place(blueprint),
            f"No step of {called(blueprint)} says what may go wrong in it.",
            'Ask at each step what may go wrong and how often, and write it there: `fail "Room not ready" 3%`. '
            "What puts it right and who answers for it are asked next.",
        )


RULE = rule(__name__, __doc__, "W102", check)
