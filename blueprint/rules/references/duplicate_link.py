"""The same link is written twice.

## What
Two links of one kind between the same two ends, with the same label or one of them with none. `a <-> b` and `b <-> a`
are the same link. Links with different labels pass different things and may stand side by side.

## Why
The second line says nothing new, is drawn over the first, and is the one that is forgotten when the first changes.

## Bad
```bp
blueprint "Hotel"
system pms "Reservation system"
phase interaction {
  core "Stay" { step check_in "Check in" { customer "Checks in" } }
}
pms ~> check_in
pms ~> check_in
```

## Good
```bp
blueprint "Hotel"
system pms "Reservation system"
system locks "Door locks"
phase interaction {
  core "Stay" { step check_in "Check in" { customer "Checks in" } }
}
pms ~> check_in
locks ~> check_in
```

## Source
Structure of the graph.
"""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.diagnostics import Edit, Fix, Related
from blueprint.model.entities import Link
from blueprint.rules.base import Context, Finding, rule


def check(context: Context) -> Iterator[Finding]:
    seen: dict[tuple[str, ...], dict[str, Link]] = {}
    for link in context.blueprint.links:
        ends = (link.source, link.target)
        labels = seen.setdefault((link.kind, *(sorted(ends) if link.kind == "mutual" else ends)), {})
        first = labels.get(link.title) or labels.get("") or (None if link.title else next(iter(labels.values()), None))
        if first is None:
            labels[link.title] = link
        else:
            yield Finding(
                link.span,
                f"`{link.source}` and `{link.target}` are already linked in this way.",
                "Take one of the two lines away, or say with a label what each of them passes on.",
                (Related(first.span, "first linked here"),),
                Fix("take this link away", (Edit(link.span, ""),), safe=first.title == link.title),
            )


RULE = rule(__name__, __doc__, "E222", check)
