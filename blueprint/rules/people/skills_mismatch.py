"""A role lacks the skills of the side it works on.

## What
A role says what its `skills` are, and deals with customers in a facilitating or enhancing service without
`interpersonal`; or it works in a core service (recoveries aside) with no skill but `interpersonal`. A role that says
nothing of its skills is not judged.

## Why
Customer service wants people who listen and explain, the core people who know the craft. Putting either in the place of
the other is unfair to them, and customers notice.

## Bad
```bp
blueprint "Mobile data"
role network "Network engineer" { skills technical }
phase interaction {
  core "Data" { step surf "Surf" { customer "Surfs"; backstage "Steers the load" by network } }
  facilitating "Call centre" { step ask "Ask" { customer "Asks"; frontstage "Answers" by network } }
}
```

## Good
```bp
blueprint "Mobile data"
role network "Network engineer" { skills technical }
role agent "Agent" { skills interpersonal }
phase interaction {
  core "Data" { step surf "Surf" { customer "Surfs"; backstage "Steers the load" by network } }
  facilitating "Call centre" { step ask "Ask" { customer "Asks"; frontstage "Answers" by agent } }
}
```

## Source
The distinction between customer service and service product: different skills on either side.
"""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.diagnostics import Related
from blueprint.model.entities import Cell, Role
from blueprint.rules.base import Context, Finding, called, place, rule


def check(context: Context) -> Iterator[Finding]:
    blueprint = context.blueprint
    told: set[tuple[str, str]] = set()
    for cell in blueprint.cells.values():
        if not isinstance(cell, Cell):
            continue
        step = blueprint.steps[cell.step]
        service = blueprint.services.get(step.service)
        core = service is not None and service.tier == "core"
        if service is None or (core and step.kind == "recovery") or not (core or cell.contact):
            continue
        for role in (blueprint.roles[key] for key in cell.performers if key in blueprint.roles):
            lacking = _lacking(role, core)
            if lacking and (role.key, lacking) not in told:
                told.add((role.key, lacking))
                work = "works in the core" if core else "deals with customers"
                yield Finding(
                    place(cell, "by"),
                    f"{called(role)} {work} at {called(cell)}, and has no {lacking} skills.",
                    f"Give it to another role, or add `{lacking}` to the skills if they have them.",
                    (Related(place(role, "skills"), "the skills of the role"),),
                )


def _lacking(role: Role, core: bool) -> str:
    if core:
        return "technical" if set(role.skills) == {"interpersonal"} else ""
    return "interpersonal" if role.skills and "interpersonal" not in role.skills else ""


RULE = rule(__name__, __doc__, "A203", check)
