"""Nothing leads on from a step that the customer comes to.

## What
The customer can come to the step, and no written order, arrow or return leads on from there. This happens where an
arrow enters a step that stands outside the written order.

## Why
Who comes there never gets to the end: times, costs and shares of everything that should follow are wrong.

## Bad
```bp
blueprint "Café"
phase interaction {
  core "Coffee" {
    step order "Order" { customer "Orders a coffee"; -> grind }
    step grind "Grind" { offstage; backstage "Grinds the beans" }
  }
}
```

## Good
```bp
blueprint "Café"
phase interaction {
  core "Coffee" {
    step order "Order" { customer "Orders a coffee" }
    step grind "Grind" { backstage "Grinds the beans" }
  }
}
```

## Source
Structure of the graph: every step stands on a way to the end.
"""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.graph.moves import reach
from blueprint.rules.base import Context, Finding, called, place, rule


def check(context: Context) -> Iterator[Finding]:
    reached = reach(context.moves, ["start"])
    for key, step in context.blueprint.steps.items():
        if key in reached and not context.moves[key]:
            yield Finding(
                place(step),
                f"The customer comes to {called(step)}, and nothing leads on from there.",
                "Write where it goes on with an arrow, for instance `-> end`, or do not let an arrow enter it.",
            )


RULE = rule(__name__, __doc__, "E203", check)
