"""A statement stands where it has no meaning.

## What
A statement is written in a block that cannot hold it: a `phase` in a step, a `step` in a role, a cell outside every
step.

## Why
Where something stands says what it belongs to. A statement in the wrong block belongs to nothing, and is neither drawn
nor counted. Often a `}` is missing above it.

## Bad
```bp
blueprint "Café"
phase interaction {
  core "Coffee" {
    customer "Orders a coffee"
    step pay "Pay" { customer "Pays"; frontstage "Takes the money" }
  }
}
```

## Good
```bp
blueprint "Café"
phase interaction {
  core "Coffee" {
    step order "Order" { customer "Orders a coffee" }
    step pay "Pay" { customer "Pays"; frontstage "Takes the money" }
  }
}
```

## Source
The language: which statement may stand where.
"""

from blueprint.rules.base import resolved

RULE = resolved(__name__, __doc__)
