"""Customer and provider take the same time one after the other, and may act together.

## What
In a step a customer cell and a contact cell (`frontstage`, or with `via`) stand one after the other, and take the same
time.

## Why
Cells that are written one below the other take their times one after the other. A guest who gives bags for 30 s to a
porter who takes them for 30 s does so together: written in order the step lasts a minute, and every total with it.

## Bad
```bp
blueprint "Hotel"
phase interaction {
  core "Stay" {
    step bags "Give bags" { customer "Gives the bags" takes 30s; frontstage "Takes the bags" takes 30s }
  }
}
```

## Good
```bp
blueprint "Hotel"
phase interaction {
  core "Stay" {
    step bags "Give bags" { customer "Gives the bags" takes 30s; meanwhile frontstage "Takes the bags" takes 30s }
  }
}
```

## Source
Caution of the craft: minutes are never added along the grid.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from blueprint.diagnostics import Edit, Fix, Related
from blueprint.graph.inside import look
from blueprint.model.entities import Cell
from blueprint.rules.base import Context, Finding, called, place, rule
from blueprint.source import Span
from blueprint.units import seconds_text


def check(context: Context) -> Iterator[Finding]:
    for step in context.blueprint.steps.values():
        groups = look(step).groups
        for before, after in pairwise(groups):
            one, other = before[-1], after[0]
            if len(before) == len(after) == 1 and isinstance(one, Cell) and isinstance(other, Cell):
                yield from _pair(one, other)


def _pair(one: Cell, other: Cell) -> Iterator[Finding]:
    met = (one.lane == "customer") != (other.lane == "customer") and one.contact and other.contact
    if not met or one.takes is None or other.takes is None:
        return
    if one.takes.mean > 0 and abs(one.takes.mean - other.takes.mean) < 1e-6:
        yield Finding(
            place(other),
            f"Do {called(one)} and {called(other)} happen together? Each takes {seconds_text(one.takes.mean)}, "
            "and they count one after the other.",
            "If they do, write `meanwhile` before the second.",
            (Related(place(one), "this takes as long"),),
            _together(other),
        )


def _together(cell: Cell) -> Fix:
    at = Span(cell.span.start, cell.span.start, cell.span.file)
    return Fix("write `meanwhile` before it", (Edit(at, "meanwhile "),), safe=False)


RULE = rule(__name__, __doc__, "A103", check)
