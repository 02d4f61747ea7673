"""What may stand where: the vocabulary's answer, and the few cases that are no single word.

A place is what a block belongs to, as in `vocabulary.PLACES`. Besides, `library top` is a library's outermost level,
and `open service` a service opened again outside every phase, which takes attributes but no steps.
"""

from __future__ import annotations

from blueprint.model.words import a_or_an
from blueprint.vocabulary import LANES, STATEMENTS, SYNONYMS, TIERS, WORDS
from blueprint.vocabulary import allowed as _allowed
from blueprint.vocabulary import place_of as _place_of
from blueprint.vocabulary import words_in as _words_in

HEADS = frozenset(entry.word for entry in STATEMENTS if entry.shape == "statement")
FLOW = ("step", "decision", "recovery", "parallel")
_CALLED = {
    "top": "on the outermost level of a file", "library top": "in a library", "service": "in a service",
    "open service": "in a service outside the phases", "cell": "in a cell", "evidence": "in evidence",
}  # fmt: skip
ARROW, LINK = "->", "a -> b"  # how the two lines that begin with no word of their own are called here
_LINKED = frozenset(("top", "phase", "service", "open service", "step", "decision", "recovery", "branch", "when"))
_STEPPED = frozenset(("step", "decision", "recovery"))
_DECLARED = frozenset(
    ("use", "persona", "role", "system", "partner", "channel", "package", "insight", "policy", "lane")
)
_WHOLES = frozenset(("blueprint", "library"))


def holder(word: str, place: str) -> str:
    """The place that a statement's block is; empty for what holds nothing."""
    if word in TIERS and place == "top":
        return "open service"
    return _place_of(word)


def kind_of(word: str) -> str:
    """What an element is called whatever keyword declares it: the three tiers are services."""
    return "service" if word in TIERS else word


def allowed(word: str, place: str) -> bool:
    """Whether a line that begins so may stand there."""
    if word == LINK:
        return place in _LINKED
    if word == ARROW:
        return place in _STEPPED
    if place == "top":
        return (word in TIERS or _allowed(word, "top")) and word not in _WHOLES
    if place == "library top":
        return word in _DECLARED
    if place == "open service":
        return _allowed(word, "service") and word not in HEADS
    if place == "scenario":
        return _allowed(word, "scenario") and (word in HEADS or _allowed(word, "blueprint"))
    if place == "evidence":
        return word != "acceptable" and _allowed(word, "pause")
    return _allowed(word, place)


def words_in(place: str) -> tuple[str, ...]:
    """The words that may stand there, for suggestions."""
    known = {"library top": "top", "open service": "service", "evidence": "pause"}.get(place, place)
    return tuple(word for word in (*_words_in(known), *(TIERS if place == "top" else ())) if allowed(word, place))


def meant(word: str, place: str) -> str:
    """The language's word for one of the field's other words, where it can stand in that place."""
    known = SYNONYMS.get(word, ())
    return next((each for each in known if allowed(each, place)), "")


def called(place: str) -> str:
    """A place in the words of a message, after `cannot stand`: `in a phase`."""
    return _CALLED.get(place) or f"in {named(place)}"


def page_of(place: str) -> str:
    """The word whose page in `blueprint explain` lists what can stand in a place."""
    held = {
        "top": "blueprint",
        "library top": "blueprint",
        "service": "core",
        "open service": "core",
        "cell": "customer",
    }
    return held.get(place, place)


def named(word: str) -> str:
    """A word with its article, as a message's sentence has it: a `step`, an arrow."""
    if word in (ARROW, LINK):
        return "an arrow" if word == ARROW else "a link"
    return f"{a_or_an(word).partition(' ')[0]} `{word}`"


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def help_for(word: str) -> str:
    """Where a word belongs, as a sentence; empty when it belongs nowhere."""
    if word == ARROW:
        return "An arrow of its own belongs in a step; between two things, write both: `a -> b`."
    inside = WORDS[word].inside if word in WORDS else ()
    spoken = [called(place).replace("`", "") for place in inside if place != "scenario"]
    if not spoken:
        return ""
    if inside[0] == "cell":
        return "It stands on the line of a cell, or in the cell's own braces."
    if len(spoken) > 6:
        spoken = [*spoken[:5], "in the like"]
    here = "; what the customer pays in a cell is its `pays`" if word == "price" else ""
    return f"It stands {spoken[0] if len(spoken) == 1 else ', '.join(spoken[:-1]) + ' or ' + spoken[-1]}{here}."


__all__ = [
    "ARROW", "FLOW", "HEADS", "LANES", "LINK", "TIERS", "allowed", "called", "capital", "help_for", "holder", "kind_of",
    "meant", "named", "page_of", "words_in",
]  # fmt: skip
