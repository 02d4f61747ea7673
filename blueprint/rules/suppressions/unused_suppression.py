"""A suppression suppresses nothing.

## What
A comment `# bp: ignore[…]` or `# bp: ignore-file[…]` names a rule that has nothing to say where the comment is for: the
findings of its line, of the statement below it with its block, or of the file. Rules that are not selected are not
judged, and nothing is where the file has errors that could hide a finding.

## Why
What the comment excused has been mended, or was never there. Left in place it would hide the next finding of the same
kind, and it tells readers of a fault that the service does not have.

## Bad
```bp
blueprint "Shoeshine" # bp: ignore[no-customer-action] because customers come later
phase interaction {
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
Linters of programs report suppressions that are no longer of use, so that they do not pile up.
"""

from blueprint.rules.base import rule

RULE = rule(__name__, __doc__, "W901")
