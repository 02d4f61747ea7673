"""There is no interaction phase.

## What
The blueprint has phases, and none of them is `phase interaction`.

## Why
The interaction is where the service is delivered, and usually decides whether customers are content. A blueprint of
the bill and what comes after it shows everything but the service.

## Bad
```bp
blueprint "Car repair" { currency GBP }
phase billing {
  facilitating "Payment" as payment { step pay "Pay" { customer "Pays" pays 60.00; frontstage "Takes the money" } }
}
phase after-sales {
  enhancing "Care" { step ask "Ask" { frontstage "Asks how it runs"; customer "Answers" } }
}
```

## Good
```bp
blueprint "Car repair" { currency GBP }
phase interaction {
  core "Repair" { step mend "Mend" { customer "Brings it"; frontstage "Mends it" } }
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

from blueprint.rules.base import Context, Finding, called, place, rule
from blueprint.rules.facts import doubled, lacks_phase, or_here


def check(context: Context) -> Iterator[Finding]:
    blueprint = context.blueprint
    if not lacks_phase(blueprint, "interaction") or context.broken():
        return
    likeliest = next(iter(doubled(blueprint)), None)  # the service is delivered before it is paid or followed up
    yield Finding(
        place(blueprint),
        f"No phase of {called(blueprint)} is the interaction, in which the service is delivered.",
        *or_here(
            likeliest, "interaction", "the part in which customers get what they come for as `phase interaction`."
        ),
    )


RULE = rule(__name__, __doc__, "W401", check)
