"""Customers wait longer than they accept.

## What
The mean duration of a `wait` is over its `acceptable`. Pauses are the customer's own time and are not judged.

## Why
How long a wait feels depends on much that can be designed: whether it is explained, certain, fair, filled. Past what
customers accept none of that helps. A wait that is too long by design is too long every day.

## Bad
```bp
blueprint "Barber"
phase interaction {
  core "Cut" {
    step "Sit down" {
      customer "Hangs up the coat"
      wait "For a chair" 10min..30min acceptable 15min { notice "Two before you" }
      frontstage "Puts the gown on"
    }
  }
}
```

## Good
```bp
blueprint "Barber"
phase interaction {
  core "Cut" {
    step "Sit down" {
      customer "Hangs up the coat"
      wait "For a chair" 5min..20min acceptable 15min { notice "Two before you" }
      frontstage "Puts the gown on"
    }
  }
}
```

## Source
Maister, "The Psychology of Waiting Lines", in The Service Encounter, 1985.
"""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.diagnostics import Related
from blueprint.graph.inside import lengths, look
from blueprint.model.entities import Wait
from blueprint.rules.base import Context, Finding, called, place, rule
from blueprint.rules.told import limit_text
from blueprint.units import seconds_text


def check(context: Context) -> Iterator[Finding]:
    for step in context.blueprint.steps.values():
        for group in look(step).groups:
            waits = [part for part in group if isinstance(part, Wait) and part.kind == "wait"]
            lasting = lengths(group) if any(wait.notes.acceptable for wait in waits) else {}
            for wait in waits:
                limit = wait.notes.acceptable
                if limit is not None and lasting.get(wait.key, 0.0) > limit.mean + 1e-6:
                    yield _finding(wait, lasting[wait.key], limit.mean)


def _finding(wait: Wait, mean: float, limit: float) -> Finding:
    lasts, most = seconds_text(mean), seconds_text(limit)
    lasts = f"a little more than {lasts}" if lasts == most else lasts
    average = " on average" if wait.duration and wait.duration.spread != "exact" else ""
    related = Related(place(wait, "duration"), f"it lasts {lasts}{average}") if wait.duration else None
    why = "" if wait.duration else ", as long as what happens meanwhile"
    return Finding(
        place(wait, "acceptable"),
        f"The wait {called(wait)} is acceptable up to {most}, but lasts {lasts}{average}{why}.",
        "One of the two times may be a slip. Else shorten it, give customers something to do meanwhile and a reason, "
        f"or ask them whether they accept `acceptable {limit_text(mean)}`.",
        (related,) if related else (),
    )


RULE = rule(__name__, __doc__, "W804", check)
