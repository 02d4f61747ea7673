"""A suppression cannot be read, or names a rule that cannot be ignored.

## What
A comment begins with `# bp:` and is neither `# bp: ignore[…]` nor `# bp: ignore-file[…]`, has nothing in its brackets,
or names something that is no rule, or a rule whose findings no comment can suppress: what could not be read at all.

## Why
Such a comment suppresses nothing, and whoever wrote it believes that it does.

## Bad
```bp
blueprint "Shoeshine"
phase interaction {
  # bp: ignore[dead-end-stp] because the shoes stay with us
  core "Shine" { step brush "Brush" { customer "Holds still"; frontstage "Brushes" } }
}
```

## Good
```bp
blueprint "Shoeshine"
phase interaction {
  core "Shine" { step brush "Brush" { customer "Holds still"; frontstage "Brushes" } }
}
```

## Source
A comment is read by people; one that is for the checks has to say exactly what it is for.
"""

from blueprint.rules.base import rule

RULE = rule(__name__, __doc__, "W902")
