"""A package includes something that is not a service of this blueprint.

## What
`includes` of a package names something that is no service, such as a step or a role, or nothing at all.

## Why
A package promises services for a price. What it includes is measured and its margin is reckoned from these services;
something else in the list makes both figures wrong.

## Bad
```bp
blueprint "Tutoring"
package starter "Starter" { price 90; includes match }
phase interaction {
  core lessons "Lessons" { step match "Match" { customer "Chooses a tutor" } }
}
```

## Good
```bp
blueprint "Tutoring"
package starter "Starter" { price 90; includes lessons }
phase interaction {
  core lessons "Lessons" { step match "Match" { customer "Chooses a tutor" } }
}
```

## Source
Product service management: packages keep the measured object the same.
"""

from blueprint.rules.base import resolved

RULE = resolved(__name__, __doc__)
