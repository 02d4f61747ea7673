"""One file uses two currencies.

## What
An amount is written in a currency other than the first one of the file. Amounts without a currency are in the
blueprint's; those of a library take the currency of the blueprint that uses it.

## Why
Costs, prices and margins are added up. Amounts in two currencies cannot be, and a rate of exchange would make every
figure depend on the day.

## Bad
```bp
blueprint "Taxi" { currency EUR }
phase interaction {
  core "Ride" { step pay "Pay" { customer "Pays" pays 20 USD } }
}
```

## Good
```bp
blueprint "Taxi" { currency EUR }
phase interaction {
  core "Ride" { step pay "Pay" { customer "Pays" pays 20 } }
}
```

## Source
The language: money is in the file's currency.
"""

from blueprint.rules.base import resolved

RULE = resolved(__name__, __doc__)
