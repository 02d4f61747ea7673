"""Whole statements with places to fill in, in the snippet syntax that editors share: `${1:text}`, `$0` at the end.

Every editor's own snippets are generated from this table.
"""

from __future__ import annotations

import re

from blueprint.vocabulary import PETALS

SNIPPETS: dict[str, tuple[str, ...]] = {
    "blueprint": (
        'blueprint "${1:Overnight stay}" {',
        "  kind ${2|task,access|}",
        "  currency ${3:EUR}",
        '  job "${4:When I travel, I want to sleep well, so that I am fit the next day}"',
        "}",
        "$0",
    ),
    "library": ('library "${1:Our house}"', "", "$0"),
    "persona": ('persona ${1:guest} "${2:Business traveller}" {', '  need "${3:A quiet room}" must', "}", "$0"),
    "role": (
        'role ${1:clerk} "${2:Front desk clerk}" {',
        "  staff ${3:2}",
        "  rate ${4:28.00}/h",
        "  hours ${5:8h}/day",
        "}",
        "$0",
    ),
    "package": (
        'package ${1:night} "${2:One night}" {',
        "  price ${3:90.00}",
        "  includes ${4:stay}",
        "}",
        "$0",
    ),
    "phase": ('phase ${1|interaction,billing,after-sales|} "${2:At the hotel}" {', "  $0", "}"),
    "core": ('core ${1:stay} "${2:Overnight stay}" {', '  outcome "${3:A good night}"', "  $0", "}"),
    "facilitating": ('facilitating "${1:Check-in}" as ${2|PETALS|} {', "  $0", "}"),
    "enhancing": ('enhancing "${1:Room service}" as ${2|PETALS|} {', "  $0", "}"),
    "step": (
        'step ${1:check_in} "${2:Check in}" {',
        '  evidence "${3:Desk, key}"',
        '  customer "${4:Gives the name}"',
        '  frontstage "${5:Finds the booking}" takes ${6:4min}',
        "}",
        "$0",
    ),
    "decision": (
        'decision ${1:together} "${2:Pay together?}" {',
        '  customer "${3:Asks for the bill}"',
        '  when "${4:Yes}" ${5:65%}',
        '  when "${6:No}" ${7:35%} {',
        '    step ${8:split} "${9:Split the bill}" { frontstage "${10:Splits it}" takes ${11:4min} }',
        "  }",
        "}",
        "$0",
    ),
    "recovery": (
        'recovery ${1:lounge} "${2:Offer the lounge}" {',
        '  frontstage "${3:Offers the lounge}" takes ${4:5min}',
        "  -> ${5|next,again,end|}",
        "}",
        "$0",
    ),
    "parallel": (
        "parallel {",
        '  branch { step "${1:Grill}" { backstage "${2:Grills}" takes ${3:8min} } }',
        '  branch { step "${4:Salad}" { backstage "${5:Dresses the salad}" takes ${6:4min} } }',
        "}",
        "$0",
    ),
    "fail": ('fail "${1:Room not ready}" ${2:3%} ${3|low,medium,high|} -> ${4:lounge}', "$0"),
    "wait": ('wait "${1:For a table}" ${2:10min} acceptable ${3:15min}', "$0"),
    "scenario": ('scenario ${1:evening} "${2:Saturday evening}" {', "  demand ${3:140}/day", "  $0", "}"),
}


def snippet(word: str) -> str:
    """The snippet of a word, its lines joined; empty for a word without one."""
    return "\n".join(SNIPPETS.get(word, ())).replace("PETALS", ",".join(PETALS))


def filled(text: str) -> str:
    """A snippet with every place filled in as it is proposed."""
    text = re.sub(r"\$\{\d+\|([^,|]*)[^|]*\|\}", r"\1", text)
    return re.sub(r"\$\d+", "", re.sub(r"\$\{\d+:([^}]*)\}", r"\1", text))
