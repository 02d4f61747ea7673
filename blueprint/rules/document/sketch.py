"""A blueprint of a few steps has not begun on what a whole one says.

## What
There are fewer than 5 steps, and two or more of these are still to come. They are told at once here; from 5 steps on
the rule of each speaks for itself, and so it does where this rule does not run.

- the job: `job "When …, I want …, so that …"` on the blueprint (`job-missing`)
- fail points: `fail "Sold out" 3%` in a step (`fail-points-none`)
- what customers said: `insight talks "…"`, and `insights talks` in a phase (`insight-missing`)
- metrics: `metric csat >= 4/5` in a service (`tier-without-metric`, `transactions-only`)
- the price: `price 9.00` in the core, or a `package` that includes it (`core-without-price`)
- the acceptable time: `acceptable 15min` on the blueprint (`standard-without-acceptable`)
- needs of the providers: `need "…"` in a role (`provider-need-missing`)
- billing: `phase billing` (`billing-missing`)
- after-sales: `phase after-sales` (`after-sales-missing`)

## Why
Nobody writes everything at once, and ten reminders under two lines are no help. But what is never begun is missing in
the end: a blueprint without a job, without fail points and without numbers is a drawing.

## Bad
```bp
blueprint "Bicycle rental"
phase interaction {
  core "Rental" {
    step rent "Rent" { customer "Takes a bicycle" }
    step return "Return" { customer "Brings it back" }
  }
}
```

## Good
```bp
blueprint "Bicycle rental" {
  job "When my train is in, I want to be at the office in minutes, so that I see more of my children"
}
insight talks "Talks at the station" { quote "I need it at eight, not at nine" }
phase interaction {
  insights talks
  core "Rental" {
    price 2.00
    metric error-rate <= 5%
    metric repeat-rate >= 60%
    step rent "Rent" { customer "Takes a bicycle"; fail "Flat tyre" 2% }
    step return "Return" { customer "Brings it back" }
  }
}
phase billing { facilitating "Payment" { metric csat >= 4/5; step pay "Pay" { customer "Pays" } } }
phase after-sales { enhancing "Lost and found" { step ask "Ask" { customer "Asks for the bag" } } }
```

## Source
Nielsen Norman Group on service blueprints: begin with the customer's steps, and add what is behind them layer by layer.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from blueprint.diagnostics import Diagnostic
from blueprint.model.entities import Blueprint
from blueprint.records import replace
from blueprint.rules.base import Context, Finding, Option, called, listed, place, rule

# What is to come, and the rules that ask for it; the first that is missing is what to begin with.
TOPICS = {
    "job-missing": "the job",
    "fail-points-none": "fail points",
    "insight-missing": "what customers said",
    "tier-without-metric": "metrics",
    "transactions-only": "metrics",
    "core-without-price": "the price",
    "standard-without-acceptable": "the acceptable time",
    "provider-need-missing": "needs of the providers",
    "billing-missing": "billing",
    "after-sales-missing": "after-sales",
}


def check(context: Context) -> Iterator[Finding]:
    from blueprint.rules import find

    if not 0 < _steps(context.blueprint) < context.option(RULE, "steps"):
        return
    first: dict[str, str] = {}
    for name in TOPICS:
        asks = find(name)
        for it in asks.run(context) if asks else ():
            first.setdefault(name, it.help)
    if len(first) > 1:
        message, help = _said(context, first)
        yield Finding(place(context.blueprint), message, help)


def folded(shown: Sequence[Diagnostic], context: Context, ran: Collection[str]) -> tuple[Diagnostic, ...]:
    """What is shown of a sketch: one finding in place of the warnings about what is to come, which name just what would
    have been shown. Only one such warning stays as it is; a sketch that is ignored is ignored with all that is to come.
    """
    if not any(name in ran for name in TOPICS):
        return tuple(shown)
    to_come = [each for each in shown if each.name in TOPICS and each.severity == "warning"]
    sketched = [each for each in shown if each.name == RULE.name]
    helps = {each.name: each.help for each in reversed(to_come)}
    gone = sketched if len(helps) == 1 else to_come if helps else sketched
    left = [each for each in shown if each not in gone]
    if len(helps) < 2:
        return tuple(left)
    message, help = _said(context, helps)
    return tuple(replace(each, message=message, help=help) if each.name == RULE.name else each for each in left)


def _steps(blueprint: Blueprint) -> int:
    return sum(step.kind == "step" for step in blueprint.steps.values())


def _said(context: Context, helps: dict[str, str]) -> tuple[str, str]:
    """The message and the help: all that is to come, and how to begin with the first of it."""
    names = [name for name in TOPICS if name in helps]
    topics = list(dict.fromkeys(TOPICS[name] for name in names))
    steps = _steps(context.blueprint)
    count = f"{steps} step{'s' if steps > 1 else ''}"
    message = f"{called(context.blueprint)} is a sketch of {count}. Still to come: {listed(topics, len(topics))}."
    return (
        message,
        f"Begin with {topics[0]}. {helps[names[0]]} `blueprint explain sketch` shows how to write the others.",
    )


RULE = rule(
    __name__,
    __doc__,
    "W703",
    check,
    (Option("steps", 5, "A blueprint of fewer steps is a sketch; 0 makes none of them one."),),
)
