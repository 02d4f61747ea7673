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
from blueprint.model.entities import Wait
from blueprint.rules.base import Context, Finding, called, place, rule
from blueprint.units import seconds_text


def check(context: Context) -> Iterator[Finding]:
    for wait in context.blueprint.cells.values():
        if not isinstance(wait, Wait) or wait.kind == "pause" or not (wait.duration and wait.notes.acceptable):
            continue
        mean, limit = wait.duration.mean, wait.notes.acceptable.mean
        if mean > limit + 1e-6:
            lasts, most = seconds_text(mean), seconds_text(limit)
            lasts = f"a little more than {lasts}" if lasts == most else lasts
            average = "" if wait.duration.spread == "exact" else " on average"
            yield Finding(
                place(wait, "acceptable"),
                f"The wait {called(wait)} is acceptable up to {most}, but lasts {lasts}{average}.",
                "Shorten it, give customers something to do meanwhile and a reason, or ask them what they accept.",
                (Related(place(wait, "duration"), f"it lasts {lasts}{average}"),),
            )


RULE = rule(__name__, __doc__, "W804", check)
