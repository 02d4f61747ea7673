"""Pieces of a blueprint, put into the small hotel that the manual speaks of, so that they can be checked.

A piece belongs to a place as `vocabulary.PLACES` has it: `step` is what stands in a step's braces. What the piece
declares itself is left out of the hotel.
"""

from __future__ import annotations

import re

HOTEL = """
persona guest "Business traveller" { need quick "In bed by ten" must }
persona family "Family on holiday"
role clerk "Front desk clerk"
role porter "Porter"
role cook "Cook"
role manager "Manager"
system pms "Reservation system"
system kiosk "Check-in machine"
partner laundry "Linen service"
channel desk "Front desk"
channel phone "Telephone"
insight rush "Guests are tired at night"
policy id_check "Passports are copied"
package night "One night" { price 90.00; includes stay, arrival }
"""

STEPS = """
step check_in "Check in" { customer "Gives name"; frontstage "Finds the booking" }
step split "Split the bill" { customer "Splits the bill" }
step retry "Try another card" { customer "Takes another card" }
step come_in "Come in" { customer "Enters"; frontstage "Opens the door"; fail "Nobody there" 3% -> lounge }
recovery lounge "Offer the lounge" { frontstage "Serves tea" }
"""

# What the braces of a place stand in: the line that opens them, what else has to stand there, and in which place.
HOLDERS = {
    "persona": ("persona any_persona", "", "top"),
    "role": ("role any_role", "", "top"),
    "system": ("system any_system", "", "top"),
    "partner": ("partner any_partner", "", "top"),
    "channel": ("channel any_channel", "", "top"),
    "package": ("package any_package", "", "top"),
    "insight": ("insight any_insight", "", "top"),
    "policy": ("policy any_policy", "", "top"),
    "lane": ("lane any_lane", "", "top"),
    "scenario": ("scenario any_scenario", "", "top"),
    "phase": ("phase interaction", "", "top"),
    "need": ('need "Peace"', "", "persona"),
    "service": ("core any_core", "", "phase"),
    "step": ('step check_in "Check in"', 'customer "Looks round"; frontstage "Helps" { takes 4min }', "service"),
    "decision": (
        "decision any_decision",
        'customer "Decides"; when "One way"; when "Another" 50% -> check_in',
        "service",
    ),
    "recovery": (
        'step before { customer "Sits"; fail "Cold" 1% -> any_recovery }\nrecovery any_recovery',
        'frontstage "Helps"',
        "service",
    ),
    "parallel": ("parallel", 'branch { step first { customer "Eats" } }; step second { customer "Reads" }', "service"),
    "branch": ("branch", 'step third { customer "Eats" }', "parallel"),
    "when": ('when "Lost" 5%', 'step ask { customer "Asks" }', "step"),
    "cell": ("frontstage greeting", "", "step"),
    "evidence": ("evidence", "", "step"),
    "wait": ('wait "For a table" 10min', "", "step"),
    "pause": ('pause "At home" 3d', "", "step"),
    "fail": ('fail "No room" 3%', "", "step"),
    "metric": ('metric "Hygiene" >= 80%', "", "phase"),
}
PIECE = "«»"  # stands where the piece goes


def whole(piece: str, place: str) -> tuple[str, int]:
    """A whole file with the piece in it, and how many lines stand before the piece. Raises KeyError for no place.

    Besides the places of the vocabulary there is `file`: the piece is the first statement.
    """
    head = f'blueprint hotel "Hotel" {{\n{PIECE if place == "blueprint" else ""}\n}}'
    top = "" if place == "blueprint" else PIECE
    if place == "library":
        head, top = f'library house "House" {{\n{PIECE}\n}}', ""
    elif place == "file":
        head, top = PIECE, ""
    outer = place
    while outer in HOLDERS:
        opening, besides, outer = _holder(outer, piece)
        top = f"{opening} {{ {besides}\n{top}\n}}"
    # What the piece declares is left out; a scenario opens again what is there.
    declared = "" if place == "scenario" else top.replace(PIECE, piece)
    stay = (
        f'phase interaction {{ core stay "Overnight stay" {{\n{_without(STEPS, declared)}\n}} }}\n'
        'phase billing { facilitating arrival "Check-in" { step leave { customer "Leaves" } } }\n'
    )
    text = f"{head}\n{_without(HOTEL, declared)}\n{top}\n"
    text = text.replace("; includes stay, arrival", "") if place == "library" else text + stay
    return text.replace(PIECE, piece), text[: text.index(PIECE)].count("\n")


def _holder(place: str, piece: str) -> tuple[str, str, str]:
    opening, besides, outer = HOLDERS[place]
    if place == "step" and "step check_in " in piece:
        opening = "step any_step"
    if place == "cell" and piece.startswith("pays"):
        opening = "customer greeting"
    return opening, besides, outer


def _without(lines: str, piece: str) -> str:
    """The lines that declare nothing the piece declares, each with an id and a title."""
    declared = set(re.findall(r"\b\w+ (\w+) \"", piece))
    return "\n".join(line for line in lines.strip().splitlines() if line.split()[1] not in declared)
