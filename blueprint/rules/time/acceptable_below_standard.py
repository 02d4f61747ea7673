"""An acceptable time is shorter than the standard time.

## What
`acceptable` on the blueprint, a phase, a service, a step or a cell is less than the time it takes when everything goes
as planned: the most likely exits, no failure, no pause, parts that start together counted once. A part without `takes`
counts as nothing, so what is reported is certain. Tolerances of waits are judged by a rule of their own.

## Why
The acceptable time is what a customer puts up with, the standard time what the design takes. If the first is less than
the second, every customer is kept too long even on a good day: one of the two numbers is wrong, or the service is.

## Bad
```bp
blueprint "Shoeshine" { acceptable 1min }
phase interaction {
  core "Shine" {
    step brush "Brush" { customer "Holds still"; meanwhile frontstage "Brushes" takes 30s }
    step buff "Buff" { frontstage "Buffs" takes 45s }
  }
}
```

## Good
```bp
blueprint "Shoeshine" { acceptable 5min }
phase interaction {
  core "Shine" {
    step brush "Brush" { customer "Holds still"; meanwhile frontstage "Brushes" takes 30s }
    step buff "Buff" { frontstage "Buffs" takes 45s }
  }
}
```

## Source
Shostack, "Designing Services That Deliver", Harvard Business Review 62(1), 1984: standard and total acceptable
execution time.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from blueprint.diagnostics import Related
from blueprint.model.entities import Cell, Element, Step
from blueprint.rules import told
from blueprint.rules.base import Context, Finding, called, place, rule
from blueprint.rules.told import named, unit_of
from blueprint.units import seconds_text

if TYPE_CHECKING:
    from blueprint.analysis.time import Elapsed


def check(context: Context) -> Iterator[Finding]:
    longest = None
    # A way out that is not written yet may be the short one.
    unsure = any(each.name == "decision-one-exit" for each in context.told)
    for element, acceptable, standard in _judged(context):
        if unsure and not isinstance(element, Step | Cell):
            continue
        if standard.in_service > acceptable + 1e-6:
            longest = _longest(context) if longest is None else longest
            least = "at least " if standard.unknown else ""
            slow = longest.get("" if element is context.blueprint else element.key) or _own(element)
            takes = seconds_text(standard.in_service)
            yield Finding(
                place(element, "acceptable"),
                f"{named(element)} is acceptable up to {seconds_text(acceptable)}, but its standard time is "
                f"{least}{takes}.",
                "One of the two may be a slip. Else shorten what takes long, let things happen together with "
                "`meanwhile`, or ask customers what they accept, and write what they tell: "
                f"`acceptable …{unit_of(standard.in_service)}`, at least {takes}.",
                (slow,) if slow else (),
            )


def _judged(context: Context) -> Iterator[tuple[Element, float, Elapsed]]:
    """All that has an acceptable time, in seconds, and a standard time."""
    from blueprint.analysis.time import Elapsed

    blueprint = context.blueprint
    if blueprint.notes.acceptable:
        yield blueprint, blueprint.notes.acceptable.mean, context.standard.total
    for phase in blueprint.phases:
        if phase.notes.acceptable and phase.key in context.standard.phases:
            yield phase, phase.notes.acceptable.mean, context.standard.phases[phase.key]
    for service in blueprint.services.values():
        if service.notes.acceptable and service.key in context.standard.services:
            yield service, service.notes.acceptable.mean, context.standard.services[service.key]
    for step in blueprint.steps.values():
        if step.notes.acceptable:
            yield step, step.notes.acceptable.mean, context.standard.steps[step.key]
        for cell in step.cells:
            if isinstance(cell, Cell) and cell.notes.acceptable and cell.takes:
                yield cell, cell.notes.acceptable.mean, Elapsed(cell.takes.mean)


def _own(element: Element) -> Related | None:
    """The longest time that is written in a step or on a cell."""
    if isinstance(element, Cell):
        return Related(place(element, "takes"), "the time it takes is written here")
    return (
        Related(told.longest(element), "the longest of its times is written here")
        if isinstance(element, Step)
        else None
    )


def _longest(context: Context) -> dict[str, Related]:
    """By key of phase and service, and empty for the whole, the step of it that takes longest."""
    found: dict[str, tuple[float, Step]] = {}
    for step in (context.blueprint.steps[key] for key in context.standard.path):
        time = context.standard.steps[step.key].in_service
        for key in dict.fromkeys(("", step.phase, step.service)):
            if key not in found or time > found[key][0]:
                found[key] = time, step
    return {
        key: Related(told.longest(step), f"{called(step)} takes longest: {seconds_text(time)}")
        for key, (time, step) in found.items()
    }


RULE = rule(__name__, __doc__, "E231", check)
