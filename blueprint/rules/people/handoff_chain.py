"""Work changes hands three times in a row.

## What
Along the flow each of four cells is done by other people (roles or partners) than the one before, with no customer
action in between.

## Why
At each handoff something is explained again, lies, or is lost. Three in a row is where nobody knows the case any more,
and customers tell it a second time.

## Bad
```bp
blueprint "Insurance"
role clerk "Clerk"
role doctor "Medical adviser"
role lawyer "Lawyer"
phase interaction {
  core "Claim" {
    step claim "Claim" {
      customer "Claims"
      frontstage "Takes it" by clerk
      backstage "Reads it" by doctor
      backstage "Weighs it" by lawyer
      backstage "Writes the answer" by clerk
    }
  }
}
```

## Good
```bp
blueprint "Insurance"
role clerk "Clerk"
role doctor "Medical adviser"
phase interaction {
  core "Claim" {
    step claim "Claim" {
      customer "Claims"
      frontstage "Takes it" by clerk
      backstage "Reads it" by doctor
      backstage "Weighs it, writes the answer" by clerk
    }
  }
}
```

## Source
Practice of service blueprinting: handoffs are where services fail; count them.
"""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.diagnostics import Related
from blueprint.model.entities import Blueprint, Cell
from blueprint.rules.base import Context, Finding, Option, called, place, rule
from blueprint.rules.facts import people


def check(context: Context) -> Iterator[Finding]:
    blueprint = context.blueprint
    handoffs = [
        (edge.source, edge.target)
        for edge in context.flow.edges
        if edge.kind == "leads_to" and _changes(blueprint, edge.source, edge.target)
    ]
    ways: dict[str, tuple[str, ...]] = {source: (source,) for source, _ in handoffs}
    for _ in range(int(context.option(RULE, "changes"))):
        if not ways:
            return
        longer: dict[str, tuple[str, ...]] = {}
        for source, target in handoffs:
            if source in ways and target not in ways[source]:
                longer.setdefault(target, (*ways[source], target))
        ways = longer
    for last, way in ways.items():
        if way[-2] not in ways:  # else this chain only goes on with one that is told already
            cells = [blueprint.cells[key] for key in way]
            yield Finding(
                place(blueprint.cells[last]),
                f"{called(cells[-1])} is the last of {len(way) - 1} handoffs in a row, since {called(cells[0])}.",
                "Can one of them do more of it, or can two work on it side by side?",
                tuple(Related(place(cell), "it is handed on from here") for cell in cells[:-1]),
            )


def _changes(blueprint: Blueprint, source: str, target: str) -> bool:
    giver, taker = blueprint.cells.get(source), blueprint.cells.get(target)
    if not isinstance(giver, Cell) or not isinstance(taker, Cell):
        return False
    before, after = people(blueprint, giver), people(blueprint, taker)
    return bool(before and after and not before & after)


RULE = rule(
    __name__,
    __doc__,
    "A201",
    check,
    (Option("changes", 3, "So many changes of hands in a row are reported.", 1),),
)
