"""Something is declared and used nowhere.

## What
A role, system, partner, channel, insight, policy or lane of this file is named nowhere. Personas and packages are who
comes and what is sold, whether they are named or not; what a library declares may be used by other files.

## Why
Either the name is missing where it belongs, and with it a performer, a channel or a rule, or the declaration is left
over and misleads whoever reads it.

## Bad
```bp
blueprint "Restaurant"
role waiter "Waiter"
role cook "Cook"
phase interaction {
  core "Dinner" { step order "Order" { customer "Orders"; frontstage "Takes the order" by waiter } }
}
```

## Good
```bp
blueprint "Restaurant"
role waiter "Waiter"
role cook "Cook"
phase interaction {
  core "Dinner" {
    step order "Order" { customer "Orders"; frontstage "Takes the order" by waiter; backstage "Cooks" by cook }
  }
}
```

## Source
Craft: what stands in a blueprint has a part in it.
"""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.diagnostics import Edit, Fix
from blueprint.model.entities import Element
from blueprint.rules.base import Context, Finding, called, place, rule

_USE = {
    "role": "`by {0}` on a cell that the role performs",
    "system": "`by {0}` or `using {0}` on a cell",
    "partner": "`by {0}` on a cell",
    "channel": "`via {0}` on a cell",
    "insight": "`insights {0}` on a step, a service or a phase",
    "policy": "`under {0}` on the steps it binds",
    "lane": '`{0} "…"` as a cell in a step',
}


def check(context: Context) -> Iterator[Finding]:
    blueprint = context.blueprint
    if context.broken():
        return  # a name that is misspelt somewhere may be the use of this one
    lanes = {lane.key: lane for lane in blueprint.lanes if not lane.builtin}
    beside = {lane.beside for lane in lanes.values()}
    declared: list[tuple[str, Element]] = [
        *(("role", each) for each in blueprint.roles.values()),
        *((each.kind, each) for each in blueprint.systems.values()),
        *(("channel", each) for each in blueprint.channels.values()),
        *(("insight", each) for each in blueprint.insights.values()),
        *(("policy", each) for each in blueprint.policies.values()),
        *(("lane", each) for each in lanes.values()),
    ]
    for kind, element in declared:
        symbol = blueprint.symbols.get(element.key)
        if symbol is None or symbol.uses or element.span.file != blueprint.span.file or element.key in beside:
            continue
        yield Finding(
            place(element),
            f"The {kind} {called(element)} is declared and used nowhere.",
            f"Use it, with {_USE[kind].format(element.key)}, or take it away.",
            fix=Fix("take it away", (Edit(element.span, ""),), safe=False),
        )


RULE = rule(__name__, __doc__, "W701", check)
