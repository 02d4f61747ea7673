"""Nothing leads on from a step that the customer comes to.

## What
The customer can come to the step, and no written order, arrow or return leads on from there. This happens where an
arrow enters a step that is `offstage` and so stands outside the written order.

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

Or, where customers do not pass through the step:

```bp
blueprint "Café"
phase interaction {
  core "Coffee" {
    step order "Order" { customer "Orders a coffee" }
    step grind "Grind" { offstage; backstage "Grinds the beans" }
  }
}
grind ~> order
```

## Source
Structure of the graph: every step stands on a way to the end.
"""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.diagnostics import Related
from blueprint.graph.moves import reach
from blueprint.rules.base import Context, Finding, called, place, rule
from blueprint.rules.structure.offstage_entered import Entry, advice, entries


def check(context: Context) -> Iterator[Finding]:
    reached = reach(context.moves, ["start"])
    arrows: dict[str, Entry] = {}
    for entry in entries(context.blueprint):
        arrows.setdefault(entry.step.key, entry)
    for key, step in context.blueprint.steps.items():
        if key not in reached or context.moves[key]:
            continue
        if key in arrows:
            entry, help = arrows[key], advice(context.blueprint, arrows[key])
            message = f"The customer is led into {called(step)}, which is offstage, and nothing leads on from there."
            yield Finding(place(step), message, help, (Related(entry.span, "it is entered here"),), entry.fix)
        elif not step.offstage:  # else it is entered from another offstage step, and that from an arrow that is told
            message = f"The customer comes to {called(step)}, and nothing leads on from there."
            yield Finding(place(step), message, "Write where it goes on with an arrow, for instance `-> end`.")


RULE = rule(__name__, __doc__, "E203", check)
