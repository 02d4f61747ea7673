"""Neighbouring steps are of very different size.

## What
Of two steps that follow each other, one takes a hundred times as long as the other, waits and pauses left out.

## Why
Eight hours of sleep beside thirty seconds of giving bags may be right. More often one of the two is drawn too coarsely,
several steps in one, or the other in more detail than anyone will use.

## Bad
```bp
blueprint "House"
phase interaction {
  core "Roof" {
    step greet "Greet" { customer "Greets"; meanwhile frontstage "Greets" takes 30s }
    step build "Build the roof" { customer "Watches"; meanwhile frontstage "Builds the roof" takes 3d }
  }
}
```

## Good
```bp
blueprint "House"
phase interaction {
  core "Roof" {
    step greet "Greet, agree on the day" { customer "Agrees"; meanwhile frontstage "Explains the day" takes 45min }
    step strip "Take the old roof off" { customer "Watches"; meanwhile frontstage "Takes it off" takes 1d }
    step build "Build the roof" { customer "Watches"; meanwhile frontstage "Builds the roof" takes 2d }
  }
}
```

## Source
Bitner, Ostrom and Morgan, "Service Blueprinting", California Management Review 50(3), 2008: a concept blueprint has
basic steps only, and any of them can be drawn out by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from blueprint.diagnostics import Related
from blueprint.model.entities import Step
from blueprint.rules.base import Context, Finding, Option, called, place, rule
from blueprint.rules.facts import runs
from blueprint.units import seconds_text


def check(context: Context) -> Iterator[Finding]:
    apart = context.option(RULE, "times")
    told: set[str] = set()
    for run in runs(context.blueprint):
        for one, other in pairwise(run):
            (least, short), (most, long) = sorted(((_busy(one), one), (_busy(other), other)), key=lambda pair: pair[0])
            if least > 0 and most >= apart * least and long.key not in told:
                told.add(long.key)
                yield Finding(
                    place(long),
                    f"{called(long)} takes {seconds_text(most)}, and {called(short)} beside it {seconds_text(least)}.",
                    "Draw the long one in several steps, or make the short one part of another.",
                    (Related(place(short), f"this takes {seconds_text(least)}"),),
                )


def _busy(step: Step) -> float:
    """Seconds in which something is done; 0 where that is not known."""
    from blueprint.analysis.time import step_time

    time = step_time(step)
    return time.in_service - time.wait


RULE = rule(
    __name__,
    __doc__,
    "A104",
    check,
    (Option("times", 100, "How many times as long as its neighbour a step may take.", 2),),
)
