"""No way leads from the start to a step.

## What
A step or decision that no customer can come to: what stands before it leads elsewhere, and no arrow enters it. Or a
recovery that no fail point names and no arrow enters. Steps marked `offstage` are not in the customer's flow and are
left alone. Of several steps that are cut off together, the first is reported.

## Why
A part that nobody reaches is drawn, read and discussed, but counts in no time, cost or load. Nearly always an arrow
replaced the written order by mistake, or the fail point forgot its recovery.

## Bad
```bp
blueprint "Garage"
phase interaction {
  core "Repair" {
    step ask "Ask" { customer "Asks for a repair"; -> collect }
    step repair "Repair" { backstage "Repairs the car" }
    step collect "Collect" { customer "Collects the car"; frontstage "Hands over the keys" }
  }
}
```

## Good
```bp
blueprint "Garage"
phase interaction {
  core "Repair" {
    step ask "Ask" { customer "Asks for a repair"; when "Only a quote" 20% -> end }
    step repair "Repair" { backstage "Repairs the car" }
    step collect "Collect" { customer "Collects the car"; frontstage "Hands over the keys" }
  }
}
```

## Source
Structure of the graph: every step stands on a way from the start.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from blueprint.diagnostics import Edit, Fix, Related
from blueprint.graph.moves import reach
from blueprint.model.entities import Fail, Step
from blueprint.rules.base import Context, Finding, called, place, rule
from blueprint.rules.facts import appended


def check(context: Context) -> Iterator[Finding]:
    steps = context.blueprint.steps
    reached = reach(context.moves, ["start", *(key for key, step in steps.items() if step.offstage)])
    before: Step | None = None
    forgetful: list[Fail] = []  # fail points so far of which nothing is said
    astray: Fail | None = None  # the last one so far that leads to something else than a recovery
    for key, step in steps.items():
        if key not in reached:
            if not context.broken():  # an arrow or a fail point may name it, misspelt
                recovery = step.kind == "recovery"
                yield _recovery(step, forgetful, _astray(context, before, astray)) if recovery else _step(step, before)
            reach(context.moves, [key], reached)  # what is cut off with it has the same cause
        if step.kind != "recovery" and not step.offstage:
            before = step
        forgetful += [fail for fail in step.fails if not (fail.recovery or fail.escalates)]
        astray = next((fail for fail in reversed(step.fails) if _elsewhere(steps, fail)), astray)


def _elsewhere(steps: Mapping[str, Step], fail: Fail) -> bool:
    target = steps.get(fail.recovery)
    return target is not None and target.kind != "recovery"


def _astray(context: Context, before: Step | None, fail: Fail | None) -> tuple[str, tuple[Related, ...]]:
    """What is asked of a fail point further up that leads to something else than a recovery, and where."""
    if fail is None:
        return "", ()
    target = called(context.blueprint.steps[fail.recovery])
    near = ", just before it," if before is not None and fail.step == before.key else ""
    said = (
        f" Or does a fail point go elsewhere by mistake? {called(fail)}{near} goes to {target}, which is no recovery."
    )
    return said, (Related(place(fail, "recovery"), f"{called(fail)} goes to {target}, which is no recovery"),)


def _recovery(step: Step, forgetful: list[Fail], astray: tuple[str, tuple[Related, ...]]) -> Finding:
    """A recovery most likely belongs to the nearest fail point above it that has none."""
    name = step.id if step.explicit else "…"
    message = f"Nothing leads to the recovery {called(step)}: no fail point names it."
    if not forgetful:
        help = f'Name it where it goes wrong: `fail "What goes wrong" 3% -> {name}`.'
        return Finding(place(step), message, help + astray[0], astray[1])
    fail = forgetful.pop()
    related = Related(place(fail), "nothing is said of what happens after this")
    fix = Fix(
        f"let {called(fail)} lead to it", (Edit(appended(fail, "likelihood", "severity"), f" -> {name}"),), safe=False
    )
    return Finding(
        place(step),
        message,
        f"If it is for {called(fail)}, write ` -> {name}` there.{astray[0]}",
        (related, *astray[1]),
        fix if step.explicit else None,
    )


def _step(step: Step, before: Step | None) -> Finding:
    message = f"No way leads from the start to {called(step)}."
    if before is None or before.arrow is None:
        help = (
            "Let one of the exits before it go on in written order, let an arrow enter it, or mark it `offstage` if no "
            "customer passes through it."
        )
        return Finding(place(step), message, help)
    arrow = f"-> {before.arrow.target}"
    return Finding(
        place(step),
        message,
        f"The arrow `{arrow}` of {called(before)} jumps over it. If all customers pass through it, write "
        f"`-> {step.key}` there, or take the arrow away. If some do, make the arrow an exit: "
        f'`when "…" …% {arrow}`. If none do, mark it `offstage`.',
        (Related(before.arrow.span, f"{called(before)} leads elsewhere"),),
    )


RULE = rule(__name__, __doc__, "E202", check)
