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

from blueprint.diagnostics import Related
from blueprint.model.entities import Cell, Element, Notes, Step
from blueprint.rules.base import Context, Finding, called, place, rule
from blueprint.units import seconds_text


def check(context: Context) -> Iterator[Finding]:
    from blueprint.analysis.time import Elapsed, step_time

    def judged() -> Iterator[tuple[Element, Notes, Elapsed, str]]:
        blueprint = context.blueprint
        if blueprint.notes.acceptable:
            yield blueprint, blueprint.notes, context.standard.total, "The whole service"
        for phase in blueprint.phases:
            if phase.notes.acceptable and phase.key in context.standard.phases:
                name = f"The phase {called(phase)}" if phase.title else f"The {phase.kind} phase"
                yield phase, phase.notes, context.standard.phases[phase.key], name
        for service in blueprint.services.values():
            if service.notes.acceptable and service.key in context.standard.services:
                yield service, service.notes, context.standard.services[service.key], called(service)
        for step in blueprint.steps.values():
            if step.notes.acceptable:
                yield step, step.notes, step_time(step), called(step)
            for cell in step.cells:
                if isinstance(cell, Cell) and cell.notes.acceptable and cell.takes:
                    yield cell, cell.notes, Elapsed(cell.takes.mean), called(cell)

    for element, notes, standard, name in judged():
        acceptable = notes.acceptable.mean if notes.acceptable else 0.0
        if standard.in_service > acceptable + 1e-6:
            least = "at least " if standard.unknown else ""
            yield Finding(
                place(element, "acceptable"),
                f"{name} is acceptable up to {seconds_text(acceptable)}, but its standard time is "
                f"{least}{seconds_text(standard.in_service)}.",
                "Shorten what takes long, let things happen together with `meanwhile`, or say what customers accept.",
                _longest(context, element),
            )


def _longest(context: Context, element: Element) -> tuple[Related, ...]:
    """The longest step, where the time is made of several."""
    from blueprint.analysis.time import step_time

    if isinstance(element, Cell | Step):
        return ()
    steps = [context.blueprint.steps[key] for key in context.standard.path]
    if element is not context.blueprint:
        steps = [step for step in steps if element.key in (step.service, step.phase)]
    step = max(steps, key=lambda step: step_time(step).in_service)
    return (Related(place(step), f"{called(step)} takes longest: {seconds_text(step_time(step).in_service)}"),)


RULE = rule(__name__, __doc__, "E231", check)
