"""A name could mean several things that were never given an id.

## What
Two or more steps, services or declarations have the same title and no id, and something refers to the name made from
that title. The same title twice is no error as long as nothing refers to it.

## Why
The reference would depend on which of them happens to stand first. An id says which is meant.

## Bad
```bp
blueprint "Clinic"
phase interaction {
  core "Visit" {
    step "Wait" { customer "Waits for the nurse" }
    step "Wait" { customer "Waits for the doctor" }
    step "Examine" { frontstage "Examines"; when "Needs an X-ray first" 10% -> wait }
  }
}
```

## Good
```bp
blueprint "Clinic"
phase interaction {
  core "Visit" {
    step "Wait" { customer "Waits for the nurse" }
    step for_doctor "Wait" { customer "Waits for the doctor" }
    step "Examine" { frontstage "Examines"; when "Needs an X-ray first" 10% -> for_doctor }
  }
}
```

## Source
The language: derived names never clash; only a reference to an ambiguous one is an error.
"""

from blueprint.rules.base import resolved

RULE = resolved(__name__, __doc__)
