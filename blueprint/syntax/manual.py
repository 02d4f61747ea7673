"""The manual of what reading a text can report, by the names of `codes.CODES`: read by `explain` and the pages of the
manual, and by no check. The first line is the summary; what only a huge file can show has no example."""

from __future__ import annotations

MANUALS = {
    "syntax-error": """\
A line cannot be read.

## What
What stands on the line is no statement of the language, and it is not clear what was meant. The line is left out, and
everything around it is still understood.

## Bad
```bp
blueprint "Haircut"
phase interaction {
  core "Haircut" {
    step "Cut" { customer "Sits" frontstage "Cuts" }
  }
}
```

## Good
```bp
blueprint "Haircut"
phase interaction {
  core "Haircut" {
    step "Cut" { customer "Sits"; frontstage "Cuts" }
  }
}
```
""",
    "misspelt-word": """\
A word is almost one that can stand there.

## What
A word differs from one of the language by a slip, or it is the word of another tool for the same thing.

## Bad
```bp
blueprint "Haircut"
phase interaction {
  core "Haircut" { step "Cut" { customer "Sits" tekes 20min; frontstage "Cuts" } }
}
```

## Good
```bp
blueprint "Haircut"
phase interaction {
  core "Haircut" { step "Cut" { customer "Sits" takes 20min; frontstage "Cuts" } }
}
```
""",
    "unclosed-text": """\
A text has no closing quote.

## What
A text begins with `"` and its line ends before a second `"`. Without the quote nobody can tell where the text ends. A
text of several lines stands between `\"""` and `\"""`.

## Bad
```bp
blueprint "Haircut"
phase interaction {
  core "Haircut" {
    step "Cut" {
      customer "Sits down
      frontstage "Cuts"
    }
  }
}
```

## Good
```bp
blueprint "Haircut"
phase interaction {
  core "Haircut" {
    step "Cut" {
      customer "Sits down"
      frontstage "Cuts"
    }
  }
}
```
""",
    "unclosed-brace": """\
A `{` has no `}`.

## What
What a `{` opens ends with its `}`. The finding stands where the `}` most likely belongs, as the indentation has it, and
shows the `{` that it closes.

## Bad
```bp
blueprint "Haircut"
phase interaction {
  core "Haircut" {
    step "Cut" {
      customer "Sits"
      frontstage "Cuts"
  }
}
```

## Good
```bp
blueprint "Haircut"
phase interaction {
  core "Haircut" {
    step "Cut" {
      customer "Sits"
      frontstage "Cuts"
    }
  }
}
```
""",
    "stray-brace": """\
A `}` closes nothing.

## What
There are more `}` than `{`. Either it is left over, or the `{` that it closes is missing further up: then the finding
stands where the `{` most likely belongs, as the indentation has it, and shows the `}`.

## Bad
```bp
blueprint "Haircut"
phase interaction {
  core "Haircut" { step "Cut" { customer "Sits"; frontstage "Cuts" } }
}
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
    "bad-value": """\
A value is not written as the language writes it.

## What
A time, a share, money, a date or a name is written in a form that cannot be read. A unit stands right after its number:
`4min`, not `4 minutes`; a time that varies is `3min..8min`; money has no sign, only the currency of the file.

## Bad
```bp
blueprint "Haircut"
phase interaction {
  core "Haircut" { step "Cut" { customer "Sits"; frontstage "Cuts" takes 20 minutes } }
}
```

## Good
```bp
blueprint "Haircut"
phase interaction {
  core "Haircut" { step "Cut" { customer "Sits"; frontstage "Cuts" takes 20min } }
}
```
""",
    "missing-value": """\
A word that needs a value has none.

## What
A word such as `takes`, `by` or `owner` stands alone. Write the value after it, or take the word out.

## Bad
```bp
blueprint "Haircut"
phase interaction {
  core "Haircut" { step "Cut" { customer "Sits"; frontstage "Cuts" takes } }
}
```

## Good
```bp
blueprint "Haircut"
phase interaction {
  core "Haircut" { step "Cut" { customer "Sits"; frontstage "Cuts" takes 20min } }
}
```
""",
    "foreign-sign": """\
A sign of another language or of a word processor stands in the text.

## What
Curly quotes, arrows and dashes that a word processor puts in, full-width signs, signs that nobody sees, and the signs
of other languages look right and mean nothing here. A comment begins with `#`.

## Bad
```bp
blueprint “Haircut”
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
    "unquoted-text": """\
A text stands without its quotes.

## What
What is for readers, such as a title or what happens in a cell, stands in straight quotes, so that it may hold any word
and sign.

## Bad
```bp
blueprint "Haircut"
phase interaction {
  core "Haircut" { step "Cut" { customer Sits down; frontstage "Cuts" } }
}
```

## Good
```bp
blueprint "Haircut"
phase interaction {
  core "Haircut" { step "Cut" { customer "Sits down"; frontstage "Cuts" } }
}
```
""",
    "bad-escape": r"""A backslash in a text stands before a sign with which it means nothing.

## What
In a text, `\"` is a quote, `\\` a backslash, `\n` a new line, `\t` a tab, and `\u{1F600}` any character by its number.
Before another sign a backslash means nothing.

## Bad
```bp
blueprint "Haircut"
phase interaction {
  core "Haircut" { step "Cut" { evidence "Photos in C:\pictures"; customer "Sits"; frontstage "Cuts" } }
}
```

## Good
```bp
blueprint "Haircut"
phase interaction {
  core "Haircut" { step "Cut" { evidence "Photos in C:\\pictures"; customer "Sits"; frontstage "Cuts" } }
}
```
""",
    "block-of-nothing": """\
A `{` has no statement before it.

## What
What stands in braces belongs to what stands before the `{` on the same line. A block on its own belongs to nothing, and
what it holds is left out.

## Bad
```bp
blueprint "Haircut"
phase interaction {
  core "Haircut" { step "Cut" { customer "Sits"; frontstage "Cuts" } }
  { owner "Anna" }
}
```

## Good
```bp
blueprint "Haircut"
phase interaction {
  core "Haircut" { owner "Anna"; step "Cut" { customer "Sits"; frontstage "Cuts" } }
}
```
""",
    "needless-block": """\
A statement that has no block is given one.

## What
An arrow and a `use` say all on their line. What stands in braces behind them belongs to nothing.

## Bad
```bp
blueprint "Haircut"
phase interaction {
  core "Haircut" {
    step cut "Cut" { customer "Sits"; frontstage "Cuts" }
    step pay "Pay" { customer "Pays"; frontstage "Takes the money" }
    cut ~> pay { owner "Anna" }
  }
}
```

## Good
```bp
blueprint "Haircut"
phase interaction {
  core "Haircut" {
    owner "Anna"
    step cut "Cut" { customer "Sits"; frontstage "Cuts" }
    step pay "Pay" { customer "Pays"; frontstage "Takes the money" }
    cut ~> pay
  }
}
```
""",
    "said-twice": """\
A line says one thing twice.

## What
A line has two times, shares, arrows or severities, where there can be one. The first counts.

## Bad
```bp
blueprint "Haircut"
phase interaction {
  core "Haircut" {
    step "Cut" { customer "Sits"; frontstage "Cuts"; fail "Cut too short" 1% 2% -> redo }
    recovery redo "Put it right" { frontstage "Restyles" }
  }
}
```

## Good
```bp
blueprint "Haircut"
phase interaction {
  core "Haircut" {
    step "Cut" { customer "Sits"; frontstage "Cuts"; fail "Cut too short" 2% -> redo }
    recovery redo "Put it right" { frontstage "Restyles" }
  }
}
```
""",
    "too-large": """\
A file is larger than 5 MB.

## What
So large a file is hardly a blueprint that somebody wrote, and it is not read at all. What several blueprints share
belongs in libraries that they `use`; services that stand on their own, in blueprints of their own.
""",
    "too-deep": """\
Blocks stand in each other too deep.

## What
More than 50 braces are open at one place. No blueprint needs more than seven; most likely many `}` are missing above.
""",
    "too-many-steps": """\
A blueprint has more than 20,000 steps.

## What
The steps past this number are left out. So many are hardly written by a person; nobody could look at a picture of them.
""",
}
