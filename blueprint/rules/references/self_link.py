"""A link joins something to itself.

## What
`a ~> a` or `a <-> a`. An arrow `->` back to the same step is rework and may be meant.

## Why
Nothing makes itself possible or depends on itself; one of the two names is a slip.

## Bad
```bp
blueprint "Hotel"
system pms "Reservation system"
phase interaction {
  core "Stay" { step check_in "Check in" { customer "Checks in" } }
}
pms ~> pms
```

## Good
```bp
blueprint "Hotel"
system pms "Reservation system"
phase interaction {
  core "Stay" { step check_in "Check in" { customer "Checks in" } }
}
pms ~> check_in
```

## Source
Structure of the graph.
"""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.diagnostics import Edit, Fix
from blueprint.rules.base import Context, Finding, rule


def check(context: Context) -> Iterator[Finding]:
    for link in context.blueprint.links:
        if link.kind != "leads_to" and link.source == link.target:
            verb = "makes itself possible" if link.kind == "enables" else "depends on itself"
            yield Finding(
                link.span,
                f"This link says that `{link.source}` {verb}.",
                "Name what it really joins, or take the line away.",
                fix=Fix("take the link away", (Edit(link.span, ""),), safe=False),
            )


RULE = rule(__name__, __doc__, "E221", check)
