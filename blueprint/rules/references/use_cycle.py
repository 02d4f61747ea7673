"""Libraries use each other in a circle.

## What
A file takes in a library that, directly or through others, takes in the first again. The loop is shown.

## Why
Two files that need each other cannot be read one after the other, and nobody can tell where a name comes from. What
both need belongs into a third.

## Bad
```bp
blueprint "Café"
use "roles.bp"
phase interaction {
  core "Coffee" {
    step order "Order" { customer "Orders a coffee"; frontstage "Takes the order" by barista }
  }
}
```

```bp roles.bp
library "Roles"
use "channels.bp"
role barista "Barista"
```

```bp channels.bp
library "Channels"
use "roles.bp"
channel counter "At the counter"
```

## Good
```bp
blueprint "Café"
use "roles.bp"
phase interaction {
  core "Coffee" {
    step order "Order" { customer "Orders a coffee"; frontstage "Takes the order" by barista }
  }
}
```

```bp roles.bp
library "Roles"
use "channels.bp"
role barista "Barista"
```

```bp channels.bp
library "Channels"
channel counter "At the counter"
```

## Source
The language: libraries are taken in once each, and never in a circle.
"""

from blueprint.rules.base import resolved

RULE = resolved(__name__, __doc__)
