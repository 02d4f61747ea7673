"""What customers do is said without having heard one.

## What
A service in which customers act has no voice of the customer: no `insights`, `quote` or `source` on the service, its
phase, its steps or their cells. Steps outside services are asked together, phase by phase. Where there is no such thing
in the whole blueprint this is said once.

## Why
A blueprint drawn in a meeting room shows what the room believes. What somebody heard or saw, and where, is what tells a
finding from a guess.

## Bad
```bp
blueprint "Clinic"
phase interaction {
  core "Visit" { step register "Register" { customer "Gives the name"; frontstage "Greets" } }
}
```

## Good
```bp
blueprint "Clinic"
insight silence "An explained wait is half as long" { source "Shadowing 31 patients" }
phase interaction {
  core "Visit" {
    insights silence
    step register "Register" { customer "Gives the name"; frontstage "Greets" }
  }
}
```

## Source
Upskilling product managers: a programme for the voice of the customer.
"""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.model.entities import Notes, Phase, Service, Step
from blueprint.rules.base import Context, Finding, called, place, rule
from blueprint.rules.facts import actions, noted

_HELP = (
    'Declare what was heard, `insight rush "Guests are tired at night"`, and name it in the phase, the service or the '
    "step that it is about: `insights rush`."
)


def check(context: Context) -> Iterator[Finding]:
    blueprint = context.blueprint
    acting: dict[str, Service | Phase] = {}
    silent: dict[str, Step] = {}
    phases = {phase.key: phase for phase in blueprint.phases}
    for step in blueprint.steps.values():
        if actions(step):
            home = blueprint.services.get(step.service) or phases[step.phase]
            acting.setdefault(home.key, home)
            silent.setdefault(home.key, step)
    heard = {element.key for element, notes in noted(blueprint) if _heard(notes)}
    for step in blueprint.steps.values():
        if heard & {step.key, step.phase, *(cell.key for cell in step.cells)}:
            heard.add(step.service or step.phase)
    if acting and not heard:
        if not context.broken():
            yield Finding(place(blueprint), f"No customer was heard for {called(blueprint)}: it has no insight.", _HELP)
        return
    for key, home in acting.items():
        if key not in heard and not (context.broken(home) or context.broken(phases[silent[key].phase])):
            doing = actions(silent[key])[0]
            yield Finding(place(home), f"Who said so? Nothing was heard from customers about {called(doing)}.", _HELP)


def _heard(notes: Notes) -> bool:
    return bool(notes.insights or notes.quotes or notes.source)


RULE = rule(__name__, __doc__, "W314", check)
