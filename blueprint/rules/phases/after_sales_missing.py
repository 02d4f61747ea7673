"""There is no after-sales phase.

## What
The blueprint has phases, and none of them is `phase after-sales`.

## Why
What happens afterwards, a question, a follow-up, an error put right, decides whether customers come back. It costs
little beside winning new ones, and is the first thing to be forgotten.

## Bad
```bp
blueprint "Car repair" { currency GBP }
phase interaction {
  core "Repair" { step mend "Mend" { customer "Brings it"; frontstage "Mends it" } }
}
phase billing {
  facilitating "Payment" as payment { step pay "Pay" { customer "Pays" pays 60.00; frontstage "Takes the money" } }
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

from blueprint.model.entities import Blueprint, Phase
from blueprint.rules.base import Context, Finding, called, place, rule
from blueprint.rules.facts import doubled, lacks_phase, or_here


def check(context: Context) -> Iterator[Finding]:
    blueprint = context.blueprint
    if not lacks_phase(blueprint, "after-sales") or context.broken():
        return
    write = "what happens afterwards as `phase after-sales`: follow-up, questions, what is put right."
    yield Finding(
        place(blueprint),
        f"{called(blueprint)} ends with the sale: it has no after-sales phase.",
        *or_here(_likeliest(blueprint), "after-sales", write),
    )


def _likeliest(blueprint: Blueprint) -> Phase | None:
    """The last phase, where it stands after the bill and is of a kind that an earlier one has."""
    last = blueprint.phases[-1]
    billed = any(phase.kind == "billing" for phase in blueprint.phases[:-1])
    return last if billed and any(phase is last for phase in doubled(blueprint)) else None


RULE = rule(__name__, __doc__, "W403", check)
