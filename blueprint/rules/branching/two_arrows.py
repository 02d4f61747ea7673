"""A step has more than one arrow of its own.

## What
Two plain arrows `-> target` in one step, decision or recovery. Arrows behind a `when` are exits, and there may be many.

## Why
An arrow replaces "then the next step". With two, nobody knows who goes where; shares say it.

## Bad
```bp
blueprint "Shop"
phase interaction {
  core "Sale" {
    step choose "Choose" { customer "Chooses"; -> pay; -> leave }
    step pay "Pay" { customer "Pays"; frontstage "Takes the money" }
    step leave "Leave" { customer "Leaves" }
  }
}
```

## Good
```bp
blueprint "Shop"
phase interaction {
  core "Sale" {
    step choose "Choose" { customer "Chooses"; when "Nothing found" 30% -> leave; -> pay }
    step pay "Pay" { customer "Pays"; frontstage "Takes the money" }
    step leave "Leave" { customer "Leaves" }
  }
}
```

## Source
The language: one arrow a step; exits carry shares.
"""

from blueprint.rules.base import resolved

RULE = resolved(__name__, __doc__)
