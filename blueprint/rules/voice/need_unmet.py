"""A need is neither met anywhere nor said to be unmet.

## What
A `need` of a persona, or a need of a role that is marked `must`, is named by no `meets`, and it has no
`unmet because "…"`.

## Why
A need that nothing answers is either forgotten or left out on purpose. Both happen; only the second is design, and then
the reason should be there to read.

## Bad
```bp
blueprint "Shoeshine"
persona commuter "Commuter" {
  need quick "Not miss the train" must
  need chat "A chat"
}
phase interaction {
  core "Shine" { step buff "Buff" { customer "Looks"; frontstage "Buffs"; meets commuter.quick } }
}
```

## Good
```bp
blueprint "Shoeshine"
persona commuter "Commuter" {
  need quick "Not miss the train" must
  need chat "A chat" unmet because "two minutes leave no room for it"
}
phase interaction {
  core "Shine" { step buff "Buff" { customer "Looks"; frontstage "Buffs"; meets commuter.quick } }
}
```

## Source
Upskilling product managers: the voice of the customer. Product service management: needs of providers beside those of
users.
"""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.model.entities import Element, Need
from blueprint.rules.base import Context, Finding, called, place, rule
from blueprint.rules.facts import add, noted


def check(context: Context) -> Iterator[Finding]:
    blueprint = context.blueprint
    if context.broken():  # what meets it may be misspelt
        return
    met = {key for _, notes in noted(blueprint) for key in notes.meets}
    judged: list[tuple[Need, Element]] = [
        *((need, persona) for persona in blueprint.personas.values() for need in persona.needs),
        *((need, role) for role in blueprint.roles.values() for need in role.needs if need.strength == "must"),
    ]
    for need, owner in judged:
        if need.key not in met and need.unmet_because is None:
            yield Finding(
                place(need),
                f"No step meets {called(need)}, a need of {called(owner)}.",
                f'Write `meets {need.key}` where it is met, or say here why it is not: `unmet because "…"`.',
                fix=add(need, 'unmet because "…"'),
            )


RULE = rule(__name__, __doc__, "W313", check)
