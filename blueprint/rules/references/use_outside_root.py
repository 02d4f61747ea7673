"""A used file lies outside the project.

## What
The path of a `use` leads out of the project: over `..`, through a link, or as an absolute path. The project is the
nearest folder upwards with `blueprint.toml`, a `pyproject.toml` that has `[tool.blueprint]`, or `.git`; else the
file's own folder.

## Why
A blueprint is sent to others and checked elsewhere. What lies outside its project is not there, and a file from
elsewhere must not be able to read your disk.

## Bad
```bp
blueprint "Café"
use "../shared/roles.bp"
phase interaction {
  core "Coffee" {
    step order "Order" { customer "Orders a coffee"; frontstage "Takes the order" by barista }
  }
}
```

```bp ../shared/roles.bp
library "Roles"
role barista "Barista"
```

## Good
```bp
blueprint "Café"
use "shared/roles.bp"
phase interaction {
  core "Coffee" {
    step order "Order" { customer "Orders a coffee"; frontstage "Takes the order" by barista }
  }
}
```

```bp shared/roles.bp
library "Roles"
role barista "Barista"
```

## Source
The language: a path is relative to the file and stays in the project.
"""

from blueprint.rules.base import resolved

RULE = resolved(__name__, __doc__)
