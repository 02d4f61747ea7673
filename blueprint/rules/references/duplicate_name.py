"""Two things have the same id.

## What
An id that was written for one declaration, service, step, decision or recovery is written for a second. Both places
are shown. A service may be opened again under its own id with the same tier.

## Why
Whatever refers to the id could mean either, and the picture, the links and the figures would each pick one.

## Bad
```bp
blueprint "Hotel"
role desk "Front desk"
channel desk "At the desk"
phase interaction {
  core "Stay" { step check_in "Check in" { customer "Checks in" } }
}
```

## Good
```bp
blueprint "Hotel"
role clerk "Front desk clerk"
channel desk "At the desk"
phase interaction {
  core "Stay" { step check_in "Check in" { customer "Checks in" } }
}
```

## Source
The language: one namespace for all explicit ids.
"""

from blueprint.rules.base import resolved

RULE = resolved(__name__, __doc__)
