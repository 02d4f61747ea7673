"""Repairs of names: of those who do something, without the word before them, and titles where an id is written."""

from __future__ import annotations

from blueprint import vocabulary
from blueprint.syntax.codes import finding, rewrite
from blueprint.syntax.near import near
from blueprint.syntax.phrases import shown
from blueprint.syntax.place import Place, Repair, is_word, unless_alone
from blueprint.syntax.values import called_by_id

_WHO = {"role": "by", "system": "by", "partner": "by", "persona": "by", "channel": "via"}


def performer_named(place: Place) -> Repair | None:
    """`frontstage "Sells" cashier 1min`, where there is a role `cashier`."""
    word = _WHO.get(place.known.get(place.word, "")) if _after_cell_text(place) else None
    if word is None:
        return None
    meant, what = f"{word} {place.word}", "who does it" if word == "by" else "how customer and provider meet"
    fix = rewrite(f"write `{meant}`", place.here, meant)
    message = f"`{place.word}` needs a word before it: `{meant}` says {what}."
    new = place.swap(place.index, place.index + 1, meant)
    return Repair(finding("syntax-error", message, place.here, fix=fix), new) if place.reads_further(new) else None


def performer(place: Place) -> Repair | None:
    """The same where nothing of that name is known in this file: most likely who does it."""
    after = place.index + 1
    if not _after_cell_text(place) or place.head == "customer":
        return None
    if after < len(place.lexemes) and not (place.lexemes[after][1][:1].isdigit() or place.starts_tail(after)):
        return None
    meant = f"by {place.word}"
    fix = rewrite(f"write `{meant}`", place.here, meant, safe=False)
    message = f"`{shown(place.word)}` cannot stand here without a word before it; who does it is said with `{meant}`."
    return Repair(finding("syntax-error", message, place.here, fix=fix), place.without(place.index, after))


def _after_cell_text(place: Place) -> bool:
    """Whether a name stands right after the text of a cell."""
    return place.kind == "NAME" and place.head in vocabulary.LANES and place.lexemes[place.index - 1][0] == "TEXT"


def unquoted_title(place: Place) -> Repair | None:
    """`-> Replace key`: the words of a title after an arrow, which leads to an id."""
    first, end = place.index - 1, place.index
    if first < 1 or place.at_end or place.lexemes[first - 1][0] != "ARROW" or not is_word(place.lexemes[first]):
        return None
    last = min(len(place.lexemes), place.index + 20)
    while end < last and is_word(place.lexemes[end]) and not place.starts_tail(end):
        end += 1
    quoted = f'"{place.written(first, end)}"'
    known = place.known.get(quoted)
    meant = known or near("ref", quoted)
    if end == place.index or meant is None or (not known and place.lexemes[first][1] in place.known):
        return None
    span = place.span(first, end)
    if not known and meant not in place.known:
        message = f"An arrow leads to an id, which is one word, such as `{meant}`."
        fix = rewrite(f"write `{meant}`", span, meant, safe=False)
        return Repair(finding("bad-value", message, span, fix=fix), unless_alone(place.without(first - 1, end)))
    message = called_by_id(quoted[1:-1], meant)
    return Repair(
        finding("bad-value", message, span, fix=rewrite(f"write `{meant}`", span, meant)),
        place.swap(first, end, meant),
    )


def title_for_id(place: Place) -> Repair | None:
    """`-> "Check in"`: an arrow leads to an id."""
    at = next((at for at in (place.index, 0) if at < len(place.lexemes) and _end_of_arrow(place, at)), None)
    if at is None:
        return None
    written = place.lexemes[at][1]
    meant = place.known.get(written) or near("ref", written)
    if meant is None:
        return None
    span, new = place.span(at, at + 1), place.swap(at, at + 1, meant)
    message = called_by_id(written, meant)
    return Repair(finding("bad-value", message, span, fix=rewrite(f"write `{meant}`", span, meant)), new)


def _end_of_arrow(place: Place, at: int) -> bool:
    """Whether a text stands where an arrow begins or ends."""
    arrows = ("ARROW", "FOREIGN_ARROW")
    if place.lexemes[at][0] != "TEXT":
        return False
    if at:
        return place.lexemes[at - 1][0] in arrows
    return len(place.lexemes) > 1 and place.lexemes[1][0] in arrows
