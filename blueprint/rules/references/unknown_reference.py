"""A name refers to nothing that is declared.

## What
A role, system, channel, step, recovery, persona or anything else is named, and no declaration has that id or title. The
nearest declared name is offered.

## Why
Every name is drawn, counted or followed somewhere. A misspelt one would silently lose a person's work, a link or a
recovery.

## Bad
```bp
blueprint "Café"
role barista "Barista"
phase interaction {
  core "Coffee" {
    step order "Order" { customer "Orders a coffee"; frontstage "Takes the order" by barrista }
  }
}
```

## Good
```bp
blueprint "Café"
role barista "Barista"
phase interaction {
  core "Coffee" {
    step order "Order" { customer "Orders a coffee"; frontstage "Takes the order" by barista }
  }
}
```

## Source
The language: nothing needs an id unless something refers to it, and what is referred to is declared.
"""

from blueprint.rules.base import resolved

RULE = resolved(__name__, __doc__)
