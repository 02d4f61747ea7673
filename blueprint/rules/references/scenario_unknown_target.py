"""A scenario changes something that the blueprint does not have.

## What
A scenario opens a declaration, step or cell again that is not there, or that is written with another word.

## Why
A scenario only changes what exists. A misspelt name would leave the scenario equal to the blueprint, and the comparison
of the two would show no difference where one was meant.

## Bad
```bp
blueprint "Restaurant"
role waiter "Waiter" { staff 3 }
phase interaction {
  core "Dinner" { step order "Order" { customer "Orders"; frontstage "Takes the order" by waiter takes 4min } }
}
scenario evening "Saturday evening" { role waitress { staff 5 } }
```

## Good
```bp
blueprint "Restaurant"
role waiter "Waiter" { staff 3 }
phase interaction {
  core "Dinner" { step order "Order" { customer "Orders"; frontstage "Takes the order" by waiter takes 4min } }
}
scenario evening "Saturday evening" { role waiter { staff 5 } }
```

## Source
The language: a scenario re-opens what is there.
"""

from blueprint.rules.base import resolved

RULE = resolved(__name__, __doc__)
