"""A value lies outside what its attribute can mean.

## What
A share above 100%, an emotion beyond -2 to +2, a score above its scale, a negative or empty time or price.

## Why
Shares are chances, times pass and prices are paid: a value that cannot exist in the service is a slip of the pen that
would go on into every figure.

## Bad
```bp
blueprint "Café"
phase interaction {
  core "Coffee" { step order "Order" { customer "Orders a coffee"; optional 140% } }
}
```

## Good
```bp
blueprint "Café"
phase interaction {
  core "Coffee" { step order "Order" { customer "Orders a coffee"; optional 40% } }
}
```

## Source
Definitions of the figures.
"""

from blueprint.rules.base import resolved

RULE = resolved(__name__, __doc__)
