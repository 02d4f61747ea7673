"""Something has a price, and there is no billing phase.

## What
A package or service has a price above 0, or a customer cell `pays`, and no phase is `phase billing`.

## Why
Paying is part of the service: it is the last thing many customers do, and an unclear bill undoes a good hour. When it
is not drawn nobody designs it.

## Bad
```bp
blueprint "Car repair" { currency GBP }
package fixed "Repair" { price 60.00; includes repair }
phase interaction {
  core repair "Repair" { step mend "Mend" { customer "Brings it"; frontstage "Mends it" } }
}
phase after-sales {
  enhancing "Care" { step ask "Ask" { frontstage "Asks how it runs"; customer "Answers" } }
}
```

## Good
```bp
blueprint "Car repair" { currency GBP }
package fixed "Repair" { price 60.00; includes repair }
phase interaction {
  core repair "Repair" { step mend "Mend" { customer "Brings it"; frontstage "Mends it" } }
}
phase billing {
  facilitating "Payment" as payment { step pay "Pay" { customer "Pays" pays 60.00; frontstage "Takes the money" } }
}
phase after-sales {
  enhancing "Care" { step ask "Ask" { frontstage "Asks how it runs"; customer "Answers" } }
}
```

## Source
What is service product management? Interaction, billing and after-sales are the three phases of a service product.
"""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.diagnostics import Related
from blueprint.model.entities import Blueprint, Cell, Phase
from blueprint.rules.base import Context, Finding, called, place, rule
from blueprint.rules.facts import doubled, lacks_phase, or_here, priced


def check(context: Context) -> Iterator[Finding]:
    blueprint = context.blueprint
    if not lacks_phase(blueprint, "billing") or context.broken():
        return
    paid = next(priced(blueprint), None)
    if paid is not None:
        write = "how they learn what they owe and how they pay as `phase billing`."
        help, related = or_here(_likeliest(blueprint), "billing", write)
        yield Finding(
            place(blueprint),
            f"Customers pay for {called(blueprint)}, and it has no billing phase.",
            help,
            (Related(place(paid, "price", "pays"), "what they pay"), *related),
        )


def _likeliest(blueprint: Blueprint) -> Phase | None:
    """The phase in which customers pay, where another is of its kind too."""
    paying = {
        blueprint.steps[cell.step].phase
        for cell in blueprint.cells.values()
        if isinstance(cell, Cell) and cell.pays is not None and cell.pays.amount > 0
    }
    return next((phase for phase in reversed(doubled(blueprint)) if phase.key in paying), None)


RULE = rule(__name__, __doc__, "W402", check)
