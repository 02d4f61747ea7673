"""The customer does something alone.

## What
In a step the customer acts, and nobody and nothing of the provider's is in touch: no `frontstage` cell, and no cell
with `via`. Decisions are the customer's own and are not asked.

## Why
Alone is sometimes right: a guest sleeps. Often it is where customers search, wonder and give up, because no one
thought of a sign, a screen or a word.

## Bad
```bp
blueprint "Hotel"
phase interaction {
  core "Stay" {
    step check_in "Check in" { customer "Gives the name"; frontstage "Hands over the key" }
    step go "Go to the room" { customer "Looks for the room" }
  }
}
```

## Good
```bp
blueprint "Hotel"
phase interaction {
  core "Stay" {
    step check_in "Check in" { customer "Gives the name"; frontstage "Hands over the key" }
    step go "Go to the room" { customer "Follows"; meanwhile frontstage "Shows the way" }
  }
}
```

## Source
Bitner, Ostrom and Morgan, "Service Blueprinting", California Management Review 50(3), 2008: each crossing of the line
of interaction is a moment of truth; where there is none, ask why.
"""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.rules.base import Context, Finding, called, place, rule
from blueprint.rules.facts import actions, reached


def check(context: Context) -> Iterator[Finding]:
    for step in context.blueprint.steps.values():
        done = actions(step)
        if done and step.kind != "decision" and not reached(step) and not context.broken(step):
            yield Finding(
                place(done[0]),
                f"At {called(done[0])} the customer is alone: nobody and nothing of the provider's is in touch.",
                "Is that meant? If a person, a page or a machine helps, write it as `frontstage` or with `via`.",
            )


RULE = rule(__name__, __doc__, "A101", check)
