"""The manual of those findings of resolution that no module of `blueprint.rules` describes: read by `explain` and the
pages of the manual, and by no check. The first line is the summary of `findings.FINDINGS`."""

from __future__ import annotations

MANUALS = {
    "not-a-blueprint": """\
The file begins with neither `blueprint` nor `library`.

## What
The first statement says what the file is: a `blueprint` of one service, or a `library` of what blueprints share. Files
of other tools that end in `.bp` too are told by this, and nothing else is said of them.

## Bad
```bp
phase interaction {
  core "Haircut" { step "Cut" { customer "Sits"; frontstage "Cuts" } }
}
```

## Good
```bp
blueprint "Haircut"
phase interaction {
  core "Haircut" { step "Cut" { customer "Sits"; frontstage "Cuts" } }
}
```
""",
    "unknown-word": """\
A line begins with a word that is no statement, lane or attribute here.

## What
The first word of a line says what the line is: a statement such as `step`, a lane such as `customer`, or an attribute
such as `owner`. Another word means nothing, unless a lane of that name is declared with `lane`.

## Bad
```bp
blueprint "Haircut"
phase interaction {
  core "Haircut" { step "Cut" { customer "Sits"; onstage "Cuts" } }
}
```

## Good
```bp
blueprint "Haircut"
phase interaction {
  core "Haircut" { step "Cut" { customer "Sits"; frontstage "Cuts" } }
}
```
""",
    "name-missing": """\
Something has neither an id nor a title.

## What
Nobody can speak of a step, role or service without a name, and a cell without a text says nothing. A title in quotes is
enough; an id is needed only where something else refers to the thing. A `when` has to say when.

## Bad
```bp
blueprint "Haircut"
phase interaction {
  core "Haircut" { step { customer "Sits"; frontstage "Cuts" } }
}
```

## Good
```bp
blueprint "Haircut"
phase interaction {
  core "Haircut" { step "Cut" { customer "Sits"; frontstage "Cuts" } }
}
```
""",
    "name-reserved": """\
An id is a word that the language keeps for itself.

## What
`start`, `end`, `next` and `again` say where an arrow leads. If a step had such an id, nobody could tell which of the
two an arrow means. As a title any of them will do.

## Bad
```bp
blueprint "Haircut"
phase interaction {
  core "Haircut" { step start "Start" { customer "Sits"; frontstage "Asks how short" } }
}
```

## Good
```bp
blueprint "Haircut"
phase interaction {
  core "Haircut" { step begin "Start" { customer "Sits"; frontstage "Asks how short" } }
}
```
""",
    "duplicate-attribute": """\
An attribute that is given once is written twice.

## What
A thing has one `owner`, one `takes`, one `currency`. Of two only one can hold, and the first does; take the other out.

## Bad
```bp
blueprint "Haircut" { acceptable 1h; acceptable 45min }
phase interaction {
  core "Haircut" { step "Cut" { customer "Sits"; frontstage "Cuts" } }
}
```

## Good
```bp
blueprint "Haircut" { acceptable 45min }
phase interaction {
  core "Haircut" { step "Cut" { customer "Sits"; frontstage "Cuts" } }
}
```
""",
    "conflicting-attribute": """\
A service is opened again and contradicts its first part.

## What
A service may be opened again by its id, in another phase or further down. What was said where it was opened first
holds; its tier, title or an attribute cannot be another one there.

## Bad
```bp
blueprint "Haircut"
phase interaction {
  core hair "Haircut" { step "Cut" { customer "Sits"; frontstage "Cuts" } }
}
phase after-sales {
  enhancing hair { step "Ask" { customer "Says how it looks"; frontstage "Calls" } }
}
```

## Good
```bp
blueprint "Haircut"
phase interaction {
  core hair "Haircut" { step "Cut" { customer "Sits"; frontstage "Cuts" } }
}
phase after-sales {
  core hair { step "Ask" { customer "Says how it looks"; frontstage "Calls" } }
}
```
""",
    "wrong-reference": """\
A name refers to something of a kind that cannot stand there.

## What
`by` wants a role, persona, system or partner, `via` a channel, `using` a system, an arrow a step. The name is known,
but it names another kind of thing.

## Bad
```bp
blueprint "Haircut"
channel phone "Telephone"
phase interaction {
  core "Haircut" { step "Cut" { customer "Sits"; frontstage "Cuts" by phone } }
}
```

## Good
```bp
blueprint "Haircut"
role barber "Barber" { staff 2 }
phase interaction {
  core "Haircut" { step "Cut" { customer "Sits"; frontstage "Cuts" by barber } }
}
```
""",
    "unknown-value": """\
A word is none of those that the attribute takes.

## What
Some attributes take one of a few words, a currency takes three capital letters, and a `metric` without quotes one of
the known metrics. The message lists what can stand there.

## Bad
```bp
blueprint "Haircut" { state curent }
phase interaction {
  core "Haircut" { step "Cut" { customer "Sits"; frontstage "Cuts" } }
}
```

## Good
```bp
blueprint "Haircut" { state current }
phase interaction {
  core "Haircut" { step "Cut" { customer "Sits"; frontstage "Cuts" } }
}
```
""",
    "use-missing": """\
A used file is not there.

## What
`use` names a file from the folder of the file in which it stands. There is none of this name.

## Bad
```bp
blueprint "Haircut"
use "rolls.bp"
phase interaction {
  core "Haircut" { step "Cut" { customer "Sits"; frontstage "Cuts" } }
}
```

## Good
```bp
blueprint "Haircut"
use "roles.bp"
phase interaction {
  core "Haircut" { step "Cut" { customer "Sits"; frontstage "Cuts" by barber } }
}
```

```bp roles.bp
library roles "Roles"
role barber "Barber" { staff 2 }
```
""",
    "use-unreadable": """\
A used file is there but cannot be read as text.

## What
What `use` names is a folder, a file that you may not read, or a file that is not saved as UTF-8 text. A library is
plain text like every blueprint.
""",
    "use-not-library": """\
A used file is not a library.

## What
Only a file that begins with `library` can be used. What two blueprints share is
moved into such a file, and both use it.

## Bad
```bp
blueprint "Haircut"
use "shave.bp"
phase interaction {
  core "Haircut" { step "Cut" { customer "Sits"; frontstage "Cuts" } }
}
```

```bp shave.bp
blueprint "Shave"
role barber "Barber" { staff 2 }
phase interaction {
  core "Shave" { step "Shave" { customer "Sits"; frontstage "Shaves" by barber } }
}
```

## Good
```bp
blueprint "Haircut"
use "roles.bp"
phase interaction {
  core "Haircut" { step "Cut" { customer "Sits"; frontstage "Cuts" by barber } }
}
```

```bp roles.bp
library roles "Roles"
role barber "Barber" { staff 2 }
```
""",
}
