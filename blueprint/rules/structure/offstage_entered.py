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
from blueprint.records import dataclass
from blueprint.rules.base import Context, Finding, called, place, rule
from blueprint.rules.facts import runs
from blueprint.source import Span


def check(context: Context) -> Iterator[Finding]:
    for entry in entries(context.blueprint):
        if context.moves[entry.step.key]:  # else it is told as a dead end
            yield _finding(context.blueprint, entry)


@dataclass(frozen=True, slots=True)
class Entry:
    """The offstage `step` that the customer is led into, where that is written, `what` leads there, in words, the step
    it leaves where that is by a plain arrow, and how to mend it if that is plain."""

    step: Step
    span: Span
    what: str
    leaves: str = ""
    fix: Fix | None = None


def entries(blueprint: Blueprint) -> Iterator[Entry]:
    """All that leads customers into offstage steps."""
    for step in blueprint.steps.values():
        if not step.offstage:
            for target, span, what in _targets(step):
                if entered := _offstage(blueprint, target):
                    plain = step.key if step.arrow is not None and step.arrow.target == target else ""
                    yield Entry(entered, span, f"`-> {target}` of {what}", plain)
    for link in blueprint.links:
        entered = _offstage(blueprint, link.target) if link.kind == "leads_to" else None
        if entered and not _offstage(blueprint, link.source):
            yield Entry(entered, link.span, f"`{link.source} -> {link.target}`", "", _enables(link))


def _targets(step: Step) -> Iterator[tuple[str, Span, str]]:
    if step.arrow is not None:
        yield step.arrow.target, place(step.arrow, "target"), called(step)
    for when in step.whens:
        if when.arrow is not None:
            yield when.arrow.target, place(when.arrow, "target"), f"the exit {called(when)}"
    for fail in step.fails:
        yield fail.recovery, place(fail, "recovery", "->"), f"the fail point {called(fail)}"


def _offstage(blueprint: Blueprint, key: str) -> Step | None:
    cell = blueprint.cells.get(key)
    step = blueprint.steps.get(cell.step if cell else key)
    return step if step is not None and step.offstage else None


def _enables(link: Link) -> Fix | None:
    arrow = link.at.get("keyword")
    return Fix("write `~>`: it makes the other possible", (Edit(arrow, "~>"),), safe=False) if arrow else None


def advice(blueprint: Blueprint, entry: Entry) -> str:
    """What to do about the arrow, which is more often the slip than the word `offstage`, and what about the step."""
    after = _after(blueprint, entry.leaves) if entry.leaves else None
    on = f" (the next step in order is {called(after)}: `-> {after.key}`)" if after else ""
    key = entry.step.key
    said = any(link.kind == "enables" and link.source == key for link in blueprint.links)
    enables = f" What it makes possible is said in a line of its own at the end of the file: `{key} ~> …`."
    return (
        f"If customers do not go there, change the arrow {entry.what} or take it away{on}.{'' if said else enables} "
        "If they do pass through it, take `offstage` away."
    )


def _after(blueprint: Blueprint, key: str) -> Step | None:
    """The step that follows one in written order, where customers come to it without a choice."""
    for run in runs(blueprint):
        keys = [step.key for step in run]
        if key in keys[:-1]:
            return run[keys.index(key) + 1]
    return None


def _finding(blueprint: Blueprint, entry: Entry) -> Finding:
    return Finding(
        entry.span,
        f"The customer is led into {called(entry.step)}, which is offstage.",
        advice(blueprint, entry),
        (Related(place(entry.step, "offstage"), "it is marked offstage here"),),
        entry.fix,
    )


RULE = rule(__name__, __doc__, "E205", check)
