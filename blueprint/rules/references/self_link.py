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
from itertools import pairwise

from blueprint.diagnostics import Edit, Fix
from blueprint.model.entities import Blueprint, Cell, Link, Step
from blueprint.rules.base import Context, Finding, rule
from blueprint.rules.facts import runs


def check(context: Context) -> Iterator[Finding]:
    for link in context.blueprint.links:
        if link.kind != "leads_to" and link.source == link.target:
            verb = "makes itself possible" if link.kind == "enables" else "depends on itself"
            yield Finding(
                link.span,
                f"This link says that `{link.source}` {verb}.",
                _help(context.blueprint, link),
                fix=Fix("take the link away", (Edit(link.span, ""),), safe=False),
            )


def _help(blueprint: Blueprint, link: Link) -> str:
    """What may stand there, with a real one where there is one: people copy it as it stands."""
    sign, what = ("~>", "that it makes possible") if link.kind == "enables" else ("<->", "that it depends on")
    other = next((key for key in _others(blueprint, link.source) if not _linked(blueprint, link, key)), "")
    example = f", for instance `{link.source} {sign} {other}`" if other else ""
    return f"Name the step or service {what}{example}; or take the line away."


def _linked(blueprint: Blueprint, link: Link, key: str) -> bool:
    """Whether the two are joined already in this way."""
    ends = {link.source, key}
    return any(each.kind == link.kind and {each.source, each.target} == ends for each in blueprint.links)


def _others(blueprint: Blueprint, key: str) -> Iterator[str]:
    """The steps that something may make possible, the likeliest first: those that use it, and those of the core;
    of a step, the one after it, else the one before."""
    cell = blueprint.cells.get(key)
    own = cell.step if cell else key
    if own in blueprint.steps:
        pairs = [(one.key, other.key) for run in runs(blueprint) for one, other in pairwise(run)]
        yield from (other for one, other in pairs if one == own)
        yield from (one for one, other in pairs if other == own)
        return
    core = {each.key for each in blueprint.services.values() if each.tier == "core"}
    steps = sorted(blueprint.steps.values(), key=lambda step: (not _uses(step, key), step.service not in core))
    yield from (step.key for step in steps if step.service != key and not step.offstage)


def _uses(step: Step, key: str) -> bool:
    cells = [cell for cell in step.cells if isinstance(cell, Cell)]
    return any(key in (*cell.systems, *cell.performers, *cell.channels, *cell.personas) for cell in cells)


RULE = rule(__name__, __doc__, "E221", check)
