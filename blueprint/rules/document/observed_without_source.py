"""Something is called observed, and nobody says where.

## What
`status observed` is said of an insight without a `source`, or of a part of the blueprint without a `source` and without
`insights`.

## Why
`observed` is what lets a reader trust a time or a feeling. An observation that cannot be traced is an assumption with a
better name.

## Bad
```bp
blueprint "Clinic"
phase interaction {
  core "Visit" {
    step register "Register" { customer "Gives the name" takes 3min; status observed }
  }
}
```

## Good
```bp
blueprint "Clinic"
phase interaction {
  core "Visit" {
    step register "Register" {
      customer "Gives the name" takes 3min
      status observed
      source "Stopwatch, 40 patients in May"
    }
  }
}
```

## Source
Practice of service blueprinting: what was observed, what is assumed and what is proposed are told apart.
"""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.model.entities import Element
from blueprint.rules.base import Context, Finding, called, place, rule
from blueprint.rules.facts import add_behind, noted


def check(context: Context) -> Iterator[Finding]:
    found: list[Element] = [
        each for each in context.blueprint.insights.values() if each.status == "observed" and not each.source
    ]
    found += [
        element
        for element, notes in noted(context.blueprint)
        if notes.status == "observed" and not (notes.source or notes.insights)
    ]
    for element in found:
        if not context.broken(element):
            yield Finding(
                place(element, "status"),
                f"{called(element)} is called observed: where, and by whom?",
                'Add the source, `source "Stopwatch, 40 guests in May"`, or call it `assumed`.',
                fix=add_behind(element, "status", 'source "…"'),
            )


RULE = rule(__name__, __doc__, "W702", check)
