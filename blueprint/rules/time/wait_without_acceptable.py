"""Customers wait, and nothing says how long they put up with it.

## What
A `wait` takes time, and no `acceptable` stands on it, its step, its service, its phase or the blueprint; nor does a
package promise its service with `within`. A wait with no time of its own lasts as long as what happens meanwhile; one
for which no time is known is not judged, nor is a `pause`, which is the customer's own. Where no time at all is
accepted, `standard-without-acceptable` says so once.

## Why
A wait by itself is neither short nor long. Between what customers hope for and what they just put up with lies a zone
in which they hardly notice, and past it they notice nothing else. The zone differs from wait to wait: ten minutes are
nothing for a table and far too much at the till. So it is asked for each, and a queue can then be judged and staffed.

## Bad
```bp
blueprint "Barber"
phase interaction {
  core "Cut" {
    step "Sit down" {
      customer "Hangs up the coat"
      wait "For a chair" 10min { notice "Two before you" }
      frontstage "Puts the gown on"
    }
  }
}
phase billing {
  facilitating "Payment" { acceptable 3min; step "Pay" { customer "Pays" takes 1min } }
}
```

## Good
```bp
blueprint "Barber"
phase interaction {
  core "Cut" {
    step "Sit down" {
      customer "Hangs up the coat"
      wait "For a chair" 10min acceptable 15min { notice "Two before you" }
      frontstage "Puts the gown on"
    }
  }
}
phase billing {
  facilitating "Payment" { acceptable 3min; step "Pay" { customer "Pays" takes 1min } }
}
```

## Source
Zeithaml, Berry and Parasuraman, "The Nature and Determinants of Customer Expectations of Service", Journal of the
Academy of Marketing Science 21(1), 1993: the zone of tolerance between desired and adequate service.
"""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.graph.inside import lengths, look
from blueprint.model.entities import Blueprint, Step, Wait
from blueprint.rules.base import Context, Finding, called, place, rule
from blueprint.rules.told import unit_of
from blueprint.units import seconds_text


def check(context: Context) -> Iterator[Finding]:
    blueprint = context.blueprint
    told = any(each.name == "standard-without-acceptable" for each in context.told)
    if told or _whole(blueprint) or context.broken():
        return
    limited = _limited(blueprint)
    for step in blueprint.steps.values():
        if step.offstage or step.notes.acceptable or step.service in limited or step.phase in limited:
            continue
        for wait, seconds in _waits(step):
            yield _finding(step, wait, seconds)


def _whole(blueprint: Blueprint) -> bool:
    """Whether a limit is set for all of it; a package that names no services promises them all."""
    packages = blueprint.packages.values()
    return bool(blueprint.notes.acceptable) or any(each.within and not each.includes for each in packages)


def _limited(blueprint: Blueprint) -> frozenset[str]:
    """The keys of the services and phases that have a limit."""
    phases = (phase.key for phase in blueprint.phases if phase.notes.acceptable)
    services = (service.key for service in blueprint.services.values() if service.notes.acceptable)
    promised = (key for package in blueprint.packages.values() if package.within for key in package.includes)
    return frozenset((*phases, *services, *promised))


def _waits(step: Step) -> Iterator[tuple[Wait, float]]:
    """The waits of a step that have no limit, and how long each lasts in seconds, where that is known."""
    for group in look(step).groups:
        waits = [part for part in group if isinstance(part, Wait) and part.kind == "wait" and not part.notes.acceptable]
        lasting = lengths(group) if waits else {}
        for wait in waits:
            if lasting.get(wait.key, 0.0) > 0:
                yield wait, lasting[wait.key]


def _finding(step: Step, wait: Wait, seconds: float) -> Finding:
    what = f"The wait {called(wait)}" if wait.title else f"The wait in {called(step)}"
    average = " on average" if wait.duration and wait.duration.spread != "exact" else ""
    return Finding(
        place(wait),
        f"{what} lasts {seconds_text(seconds)}{average}, and nothing says how long customers put up with it.",
        f"Ask customers how long they put up with it, and write it on the wait: `acceptable …{unit_of(seconds)}`; or "
        "on its step, service or phase. It need not be as long as the wait is now.",
    )


RULE = rule(__name__, __doc__, "W806", check)
