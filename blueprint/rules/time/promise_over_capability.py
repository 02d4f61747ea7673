"""A package promises a time that the service is not expected to hold.

## What
`within` of a package is under the expected time of the services it includes, or of the whole when it names none. The
expected time has failures, repeats and likely detours in it, but no pauses. A part without `takes` counts as nothing.

## Why
A promised time sells, and is the first thing a customer measures. If the mean is over it, more than every second
customer may find the promise broken, and pays for it. Promise what the service can do, or build what it promises.

## Bad
```bp
blueprint "Courier" { currency EUR }
package express "Express" { price 9; within 45min; includes delivery }
phase interaction {
  core delivery "Delivery" {
    step ride "Ride" {
      frontstage "Brings the parcel" takes 40min
      fail "Nobody at home" 20% -> again
      customer "Signs"
    }
  }
}
```

## Good
```bp
blueprint "Courier" { currency EUR }
package express "Express" { price 9; within 1h; includes delivery }
phase interaction {
  core delivery "Delivery" {
    step ride "Ride" {
      frontstage "Brings the parcel" takes 40min
      fail "Nobody at home" 20% -> again
      customer "Signs"
    }
  }
}
```

## Source
Upskilling Product Managers: guarantees, service levels and performance-based prices must rest on what the service does.
"""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.model.entities import Package
from blueprint.rules.base import Context, Finding, called, place, rule
from blueprint.rules.told import lasting, limit_text, over, slowest, within
from blueprint.units import seconds_text


def check(context: Context) -> Iterator[Finding]:
    if not any(package.within for package in context.blueprint.packages.values()):
        return
    steps = within(context.blueprint)
    for each in context.figures.tolerances:
        package = each.element
        if not isinstance(package, Package) or not each.over or each.expected is None:
            continue
        plan = ""
        if each.standard is not None:
            even = "Even as" if each.standard.in_service > each.limit else "As"
            plan = f" {even} planned, with no failure, it is {lasting(each.standard)}."
        yield Finding(
            place(package, "within"),
            f"{called(package)} promises {seconds_text(each.limit)}, but takes {over(each.expected, each.limit)} on "
            "average.",
            f"Promise more time, `within {limit_text(each.expected.in_service)}`, or take less.{plan}",
            slowest(context, [step for key in package.includes or ("",) for step in steps.get(key, ())]),
        )


RULE = rule(__name__, __doc__, "W805", check)
