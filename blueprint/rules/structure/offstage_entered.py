"""An arrow leads the customer into an `offstage` step.

## What
An arrow, an exit, a fail point or a `->` link of the customer's flow has an `offstage` step, or a cell of one, as its
target. What makes a step possible is said with `~>`; offstage steps may follow each other with `->`. Where nothing
leads on from the step, `dead-end-step` says it instead.

## Why
An offstage step is preparation or back office: it happens whether or not this customer comes, and counts once per
customer. A customer cannot walk into it, and there is no order in which they would come out.

## Bad
```bp
blueprint "Bakery"
phase interaction {
  core "Bread" {
    step choose "Choose" { customer "Chooses a loaf"; -> bake }
    step bake "Bake" { offstage; backstage "Bakes at four in the morning"; -> end }
  }
}
```

## Good
```bp
blueprint "Bakery"
phase interaction {
  core "Bread" {
    step choose "Choose" { customer "Chooses a loaf" }
    step bake "Bake" { offstage; backstage "Bakes at four in the morning" }
  }
}
bake ~> choose
```

## Source
Fliess and Kleinaltenkamp, "Blueprinting the service company", Journal of Business Research 57, 2004: the line of order
penetration separates what a customer sets off from what is done without them.
"""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.diagnostics import Edit, Fix, Related
from blueprint.model.entities import Blueprint, Link, Step
from blueprint.rules.base import Context, Finding, called, place, rule
from blueprint.source import Span


def check(context: Context) -> Iterator[Finding]:
    for step, span, fix in entries(context.blueprint):
        if context.moves[step.key]:  # else it is told as a dead end
            yield _finding(step, span, fix)


def entries(blueprint: Blueprint) -> Iterator[tuple[Step, Span, Fix | None]]:
    """Each offstage step that the customer is led into, the arrow that does so, and how to mend it if that is plain."""
    for step in blueprint.steps.values():
        if not step.offstage:
            for target, span in _targets(step):
                if entered := _offstage(blueprint, target):
                    yield entered, span, None
    for link in blueprint.links:
        entered = _offstage(blueprint, link.target) if link.kind == "leads_to" else None
        if entered and not _offstage(blueprint, link.source):
            yield entered, link.span, _enables(link)


def _targets(step: Step) -> Iterator[tuple[str, Span]]:
    for arrow in (step.arrow, *(when.arrow for when in step.whens)):
        if arrow is not None:
            yield arrow.target, place(arrow, "target")
    for fail in step.fails:
        yield fail.recovery, place(fail, "recovery", "->")


def _offstage(blueprint: Blueprint, key: str) -> Step | None:
    cell = blueprint.cells.get(key)
    step = blueprint.steps.get(cell.step if cell else key)
    return step if step is not None and step.offstage else None


def _enables(link: Link) -> Fix | None:
    arrow = link.at.get("keyword")
    return Fix("write `~>`: it makes the other possible", (Edit(arrow, "~>"),), safe=False) if arrow else None


HELP = "Take `offstage` away if customers pass through the step, or say with `~>` what it makes possible."


def _finding(step: Step, span: Span, fix: Fix | None) -> Finding:
    return Finding(
        span,
        f"The customer is led into {called(step)}, which is offstage.",
        HELP,
        (Related(place(step, "offstage"), "it is marked offstage here"),),
        fix,
    )


RULE = rule(__name__, __doc__, "E205", check)
