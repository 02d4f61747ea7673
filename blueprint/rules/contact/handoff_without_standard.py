"""Work passes to another role behind the line of visibility, and nobody says how long that role has.

## What
Of two backstage or support cells that follow each other, the second is done by other people than the first (a role or
a partner), and it has neither `takes` nor `acceptable`.

## Why
Customers wait for what happens between departments, and see none of it. Where work changes hands without a time it
lies: no one is late, for no one promised anything.

## Bad
```bp
blueprint "Insurance"
role clerk "Clerk"
role doctor "Medical adviser"
phase interaction {
  core "Claim" {
    step claim "Claim" {
      customer "Sends the claim"
      frontstage "Acknowledges" by clerk
      backstage "Opens the file" by clerk takes 10min
      backstage "Reads the findings" by doctor
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
      customer "Sends the claim"
      frontstage "Acknowledges" by clerk
      backstage "Opens the file" by clerk takes 10min
      backstage "Reads the findings" by doctor takes 20min
    }
  }
}
```

## Source
Practice of service blueprinting: a handoff has an owner, a trigger, a carrier and an expected time. Fliess, Lasshof and
Meckel, on time management in blueprints, 2004.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from blueprint.diagnostics import Related
from blueprint.model.entities import Blueprint, Cell, Element
from blueprint.rules.base import Context, Finding, called, listed, place, rule
from blueprint.rules.facts import people

_BEHIND = ("backstage", "support")


def check(context: Context) -> Iterator[Finding]:
    blueprint = context.blueprint
    told: set[str] = set()
    for edge in context.flow.edges:
        giver, taker = _behind(blueprint, edge.source), _behind(blueprint, edge.target)
        if edge.kind != "leads_to" or giver is None or taker is None or taker.key in told:
            continue
        before, after = people(blueprint, giver), people(blueprint, taker)
        if before and after and not before & after and not _timed(taker) and not context.broken(taker):
            told.add(taker.key)
            yield Finding(
                place(taker),
                f"{called(taker)} takes over from {_names(blueprint, giver)}, and has no time.",
                "Write how long it takes, or how long it may take: `takes 20min`, `acceptable 1d`.",
                (Related(place(giver), "it is handed over here"),),
            )


def _behind(blueprint: Blueprint, key: str) -> Cell | None:
    cell = blueprint.cells.get(key)
    return cell if isinstance(cell, Cell) and cell.lane in _BEHIND else None


def _timed(cell: Cell) -> bool:
    return cell.takes is not None or cell.notes.acceptable is not None


def _names(blueprint: Blueprint, cell: Cell) -> str:
    tables: tuple[Mapping[str, Element], ...] = (blueprint.roles, blueprint.systems, blueprint.personas)
    return listed([called(table[key]) for key in cell.performers for table in tables if key in table])


RULE = rule(__name__, __doc__, "W204", check)
