"""`blueprint explain '->'`: a sign of the language, and what can stand on both sides of it."""

from __future__ import annotations

from blueprint.lsp.words import SIGNS
from blueprint.model.fields import ARROW_TARGETS, LINK_ENDS
from blueprint.model.words import a_or_an

_ENDS = "\n".join(f"- {a_or_an(kind)}" for kind in LINK_ENDS)
_TARGETS = ", ".join([a_or_an(kind) for kind in ARROW_TARGETS[:-1]]) + f" or {a_or_an(ARROW_TARGETS[-1])}"
_LINK = f"""## What can stand on both sides

The id of any of these, of which the two sides are not the same:

{_ENDS}

A cell is named by its step and its lane: `check_in.frontstage`. A link stands on a line of its own, best at the end of
the file."""
_COMPARED = "compares a metric with its target: its name stands before the sign, a number after it"
_METRIC = """```
metric error-rate <= 3%
metric csat >= 4.2/5
```"""
PAGES = {
    "->": f"""{SIGNS["->"]}

```
-> pay
when "Nothing new" 5% -> end
fail "Sold out" 3% -> sorry
check_in.frontstage -> come_in.frontstage "Key"
```

## In a step, an exit or a fail point

Nothing stands before it. Behind it stands where the customer goes: the id of {_TARGETS};
or `next`, the next step in order; `again`, the same step once more; `end`, the end of the service; `start`, its
beginning. Behind the title and the share of a fail point it is the recovery that puts things right. Without an arrow
the customer goes on to the next step.

{_LINK}""",
    "~>": f"""{SIGNS["~>"]}: what stands before it makes possible what stands behind it

```
customer_file ~> eye_test
```

{_LINK}""",
    "<->": f"""{SIGNS["<->"]}

```
clerk <-> porter
```

{_LINK}""",
    **dict.fromkeys(("<=", ">=", "<", ">", "="), f"{_COMPARED}\n\n{_METRIC}"),
    "..": "from … to: a duration that varies, the least before the sign, the most behind it\n\n"
    "```\nwait \"For a table\" 10min..30min\n```",
    "±": "a duration that varies: the mean before the sign, how far it strays behind it\n\n"
    "```\nfrontstage \"Registers\" takes 4min ±1min\n```",
    "#": "begins a comment, up to the end of the line; it is not drawn\n\n"
    "```\nstep pay \"Pay\"  # ask the cashiers\n```",
    ";": "ends a statement, so that the next can stand on the same line\n\n"
    "```\nstep pay \"Pay\" { customer \"Pays\"; frontstage \"Thanks\" }\n```",
    "{": "opens what stands in a statement, `}` closes it; `blueprint explain step` says what stands in a step\n\n"
    "```\nstep pay \"Pay\" {\n  customer \"Pays\"\n}\n```",
    "}": "closes what `{` opens\n\n```\nstep pay \"Pay\" {\n  customer \"Pays\"\n}\n```",
    '"': "begins and ends a text; a quote inside a text is written `\\\"`\n\n```\ncustomer \"Says \\\"hello\\\"\"\n```",
}  # fmt: skip
