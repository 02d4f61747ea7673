"""An arrow leads out of a branch of a `parallel`.

## What
A step in a branch of a `parallel` has an arrow or an exit to a step outside the branch, to the start or to the end. A
fail point may send the customer to a recovery outside, and the recovery back with `-> next` or `-> again`; a recovery
that goes elsewhere leaves the branch just the same.

## Why
Branches run side by side, and what follows begins when all of them have ended. If one can be left, the others are still
running somewhere, and nobody can say when the service goes on.

## Bad
```bp
blueprint "Grill"
phase interaction {
  core "Dinner" {
    step order "Order" { customer "Orders" }
    parallel {
      branch { step grill "Grill" { backstage "Grills"; when "Sold out" 2% -> order } }
      branch { step salad "Salad" { backstage "Dresses the salad" } }
    }
    step eat "Eat" { customer "Eats" }
  }
}
```

## Good
```bp
blueprint "Grill"
phase interaction {
  core "Dinner" {
    step order "Order" { customer "Orders"; when "Sold out" 2% -> again }
    parallel {
      branch { step grill "Grill" { backstage "Grills" } }
      branch { step salad "Salad" { backstage "Dresses the salad" } }
    }
    step eat "Eat" { customer "Eats" }
  }
}
```

## Source
Queueing networks: a fork and its join belong together.
"""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.diagnostics import Related
from blueprint.model.entities import Arrow, Blueprint, Item, Parallel, ServicePart, Step
from blueprint.rules.base import Context, Finding, called, place, rule

Nest = tuple[int, ...]  # the branches around something, outermost first


def check(context: Context) -> Iterator[Finding]:
    blueprint = context.blueprint
    nests = _nests(blueprint)
    if not any(nests.values()):
        return
    recoveries = _Recoveries(blueprint, nests)
    for step in blueprint.steps.values():
        nest = nests[step.key]
        if not nest:
            continue
        for arrow in _arrows(step):
            if recovery := _recovery(blueprint, arrow.target):
                yield from recoveries.of(step, recovery)
            elif _leaves(arrow, nest, blueprint, nests):
                yield _finding(arrow, step)
        for fail in step.fails:
            if recovery := _recovery(blueprint, fail.recovery):
                yield from recoveries.of(step, recovery)


def inside_branches(blueprint: Blueprint) -> frozenset[str]:
    """The keys of what stands in a branch of a parallel."""
    return frozenset(key for key, nest in _nests(blueprint).items() if nest)


def _nests(blueprint: Blueprint) -> dict[str, Nest]:
    nests: dict[str, Nest] = {}
    for phase in blueprint.phases:
        _nest(phase.items, (), nests)
    return nests


def _nest(items: tuple[ServicePart | Item, ...], nest: Nest, nests: dict[str, Nest]) -> None:
    for item in items:
        if isinstance(item, Step):
            nests[item.key] = nest
            for when in item.whens:
                _nest(when.items, nest, nests)
        elif isinstance(item, Parallel):
            if item.explicit:
                nests[item.key] = nest
            for branch in item.branches:
                _nest(branch.items, (*nest, id(branch)), nests)
        else:
            _nest(item.items, nest, nests)


def _arrows(step: Step) -> Iterator[Arrow]:
    for arrow in (*(when.arrow for when in step.whens), step.arrow):
        if arrow is not None:
            yield arrow


def _recovery(blueprint: Blueprint, key: str) -> Step | None:
    step = blueprint.steps.get(key)
    return step if step is not None and step.kind == "recovery" else None


def _leaves(arrow: Arrow, nest: Nest, blueprint: Blueprint, nests: dict[str, Nest]) -> bool:
    if arrow.target in ("next", "again"):
        return False
    cell = blueprint.cells.get(arrow.target)
    return nests.get(cell.step if cell else arrow.target, ())[: len(nest)] != nest


class _Recoveries:
    """A recovery must come back into the branch from which it was called; each arrow of it is told once."""

    def __init__(self, blueprint: Blueprint, nests: dict[str, Nest]) -> None:
        self.blueprint, self.nests = blueprint, nests
        self.untold: dict[str, list[Arrow]] = {}  # by recovery the arrows that no branch has seen lead out of it
        self.seen: set[tuple[str, Nest]] = set()

    def of(self, step: Step, recovery: Step) -> Iterator[Finding]:
        nest = self.nests[step.key]
        if (recovery.key, nest) in self.seen:
            return
        self.seen.add((recovery.key, nest))
        staying: list[Arrow] = []
        if recovery.key not in self.untold:
            self.untold[recovery.key] = [a for a in _arrows(recovery) if not _recovery(self.blueprint, a.target)]
        for arrow in self.untold[recovery.key]:
            if _leaves(arrow, nest, self.blueprint, self.nests):
                yield _finding(arrow, recovery, (Related(place(step), f"{called(step)} is in the branch"),))
            else:
                staying.append(arrow)
        self.untold[recovery.key] = staying


def _finding(arrow: Arrow, step: Step, related: tuple[Related, ...] = ()) -> Finding:
    return Finding(
        arrow.span,
        f"{called(step)} leads out of its branch of the parallel, while the other branches still run.",
        "Let every step of the branch stay in it, and decide after the parallel where to go on.",
        related,
    )


RULE = rule(__name__, __doc__, "E214", check)
