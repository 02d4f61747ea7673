"""A value has a unit that its attribute cannot have.

## What
Money where a time is asked for, a share where an amount is, a plain number where a unit is needed.

## Why
`takes 4` could be seconds, minutes or hours. The tool does not guess what a number means, since the figures would look
right and be sixty times too large.

## Bad
```bp
blueprint "Café"
phase interaction {
  core "Coffee" { step order "Order" { customer "Orders a coffee"; frontstage "Takes the order" takes 4 } }
}
```

## Good
```bp
blueprint "Café"
phase interaction {
  core "Coffee" { step order "Order" { customer "Orders a coffee"; frontstage "Takes the order" takes 4min } }
}
```

## Source
The language: every value carries its unit.
"""

from blueprint.rules.base import resolved

RULE = resolved(__name__, __doc__)
