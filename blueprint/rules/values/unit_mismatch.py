"""A value has a unit that its attribute cannot have.

## What
A value of the right form in the wrong unit: hours a day where money an hour is asked for, a plain number where a share
is, a metric measured in minutes that is given a score.

## Why
The tool does not guess what a number means: the figures would look right and be sixty times too large.

## Bad
```bp
blueprint "Café"
role barista "Barista" { rate 8h/day }
phase interaction {
  core "Coffee" { step order "Order" { customer "Orders a coffee"; frontstage "Takes the order" by barista } }
}
```

## Good
```bp
blueprint "Café"
role barista "Barista" { rate 15.00/h; hours 8h/day }
phase interaction {
  core "Coffee" { step order "Order" { customer "Orders a coffee"; frontstage "Takes the order" by barista } }
}
```

## Source
The language: every value carries its unit.
"""

from blueprint.rules.base import resolved

RULE = resolved(__name__, __doc__)
