"""The shares of a step's or decision's exits do not make 100%.

## What
The shares of the exits add up to more than 100%; or every exit of a decision has a share, and together they make less.
Where exits are for certain personas only, each persona's exits are added up by themselves.

## Why
Every figure from here on is weighted by these shares: with 90% a tenth of the customers disappears, with 110% some
are counted twice.

## Bad
```bp
blueprint "Restaurant"
phase billing {
  facilitating "Bill" {
    decision together "Pay together?" {
      customer "Asks for the bill"
      when "Together" 65%
      when "Apart" 25% -> split
    }
    step pay "Pay" { customer "Pays"; -> end }
    step split "Split" { frontstage "Splits the bill"; -> pay }
  }
}
```

## Good
```bp
blueprint "Restaurant"
phase billing {
  facilitating "Bill" {
    decision together "Pay together?" {
      customer "Asks for the bill"
      when "Together" 65%
      when "Apart" 35% -> split
    }
    step pay "Pay" { customer "Pays"; -> end }
    step split "Split" { frontstage "Splits the bill"; -> pay }
  }
}
```

## Source
Absorbing Markov chains: the probabilities out of a state make one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from blueprint.diagnostics import Related
from blueprint.model.entities import Step, When
from blueprint.rules.base import Context, Finding, called, either, percent, place, rule

_ROUNDING = 0.0005  # of each share: three exits of 33.3% are meant to be all


def check(context: Context) -> Iterator[Finding]:
    for step in context.blueprint.steps.values():
        for whens in _groups(step) if step.whens and not context.broken(step) else ():
            if found := _sum(step, whens):
                yield found
                break


def _groups(step: Step) -> Iterator[list[When]]:
    """The exits that one customer may take: all of them, or those of each persona that an exit names."""
    named: dict[str, list[When]] = {}
    for when in step.whens:
        for persona in dict.fromkeys(when.personas):
            named.setdefault(persona, []).append(when)
    everyone = [when for when in step.whens if not when.personas]
    for own in named.values() if named else ([],):
        yield sorted([*everyone, *own], key=lambda when: when.span.start)


def _sum(step: Step, whens: Sequence[When]) -> Finding | None:
    shares = [when.share for when in whens if when.share is not None]
    total = sum(shares)
    rounding = _ROUNDING * len(shares) + 1e-9
    too_few = step.kind == "decision" and step.arrow is None and len(shares) == len(whens) and len(step.whens) > 1
    if total <= 1 + rounding and not (too_few and total < 1 - rounding):
        return None
    # Any of them may be the wrong one: none is underlined before the others.
    related = tuple(Related(place(when, "share"), percent(when.share)) for when in whens if when.share is not None)
    apart = percent(abs(total - 1))
    what = f"{apart} too many" if total > 1 else f"{apart} are missing"
    every = step.kind == "decision" and step.arrow is None and len(shares) == len(whens) > 1
    return Finding(
        place(step),
        f"The exits of {called(step)} make {percent(total)} together: {what}.",
        f"Change one or more of the shares so that they make 100%{_left(whens, total) if every else ''}.",
        related,
    )


def _left(whens: Sequence[When], total: float) -> str:
    """The exits whose share can be left out, since the others leave something to them."""
    rests = [(when, 1 - total + (when.share or 0.0)) for when in whens]
    sensible = [f"{percent(rest)} for {called(when)}" for when, rest in rests if rest > _ROUNDING * len(whens)]
    if not sensible:
        return ""
    return f", or leave one of them out: that exit takes what the others leave, {either(sensible)}"


RULE = rule(__name__, __doc__, "E213", check)
