"""A suppression gives no reason.

## What
A comment `# bp: ignore[…]` or `# bp: ignore-file[…]` ends without `because …`.

## Why
A weakness that is accepted on purpose is a decision of the design. Those who read the blueprint next year can judge
whether it still holds only when the reason stands beside it.

## Bad
```bp
blueprint "Shoeshine"
role shiner "Shoe shiner" { staff 0 } # bp: ignore[staff-not-positive]
phase interaction {
  core "Shine" { step brush "Brush" { customer "Holds still"; frontstage "Brushes" by shiner } }
}
```

## Good
```bp
blueprint "Shoeshine"
role shiner "Shoe shiner" { staff 0 } # bp: ignore[staff-not-positive] because we hire in May
phase interaction {
  core "Shine" { step brush "Brush" { customer "Holds still"; frontstage "Brushes" by shiner } }
}
```

## Source
`unmet because "…"` asks the same of a need that stays unmet.
"""

from blueprint.rules.base import rule

RULE = rule(__name__, __doc__, "A901")
