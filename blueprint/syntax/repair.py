"""A statement that cannot be read: what to say about it, and what was most likely meant.

Each repair looks at the place where the parse stopped, tells of one mistake, and hands back the lexemes as they were
meant (or without the part that has no meaning), so that the rest of the statement is still read. They are tried in
order; the last always does something, and the number of repairs of one statement is bounded.
"""

from __future__ import annotations

from collections.abc import Callable

from blueprint.diagnostics import Edit, Fix
from blueprint.syntax import lines, naming, signs, values, words
from blueprint.syntax.codes import finding
from blueprint.syntax.phrases import expected_phrase, shown
from blueprint.syntax.place import Place, Repair, unless_alone
from blueprint.syntax.unopened import unopened


def repair(place: Place) -> Repair:
    """The first repair that fits; the last of them always does."""
    for each in _REPAIRS:
        found = each(place)
        if found is not None:
            return found
    return _drop(place)


def _arrow_in_tail(place: Place) -> Repair | None:
    if place.kind != "ARROW" or place.index == 0:
        return None
    message = "An arrow stands on a line of its own, inside the step that it leaves."
    end = len(place.lexemes)
    fix = Fix("put a `;` before it", (Edit(place.gap(place.index), "; "),))
    found = finding("syntax-error", message, place.span(place.index, end), fix=fix)
    return Repair(found, place.without(place.index, end))


def _drop(place: Place) -> Repair:
    """Nobody can tell what was meant: say what could stand there, and go on with the next attribute."""
    end = place.tail_from(place.index + 1) if not place.at_end else len(place.lexemes)
    help = expected_phrase(place.expected, place.lexemes[0][0] if place.lexemes else "")
    if place.at_end:
        message = f"Something is missing after `{shown(place.lexemes[-1][1])}`."
        at = place.attribute()
        first = at if at is not None and at > 0 else max(0, len(place.lexemes) - 1)
        return Repair(finding("syntax-error", message, place.here, help=help), unless_alone(place.lexemes[:first]))
    message = f"`{shown(place.word)}` cannot stand here."
    if place.kind == "TEXT" and any(kind == "TEXT" for kind, *_ in place.lexemes[: place.index]):
        help = "A line has one text; what else there is to say stands on a line of its own."
    if place.kind == "TEXT" and place.index == 0:
        message = f"A line cannot begin with a text: say what {shown(place.word)} is."
    at = place.attribute()
    first = at if at is not None and at > 0 and not _complete(place) else place.index
    rest = place.without(first, end) if place.index else []
    return Repair(finding("syntax-error", message, place.here, help=help), unless_alone(rest))


def _complete(place: Place) -> bool:
    """Whether the statement could end before the refused lexeme."""
    return "$END" in place.expected


# Signs first, for they hide the words around them; then the repairs that are surest of what was meant.
_REPAIRS: tuple[Callable[[Place], Repair | None], ...] = (
    unopened,
    words.whole_text,
    signs.quotes,
    signs.inner_quotes,
    signs.comment,
    signs.invisible,
    signs.foreign_sign,
    signs.foreign_arrow,
    words.misspelt_first,
    words.two_on_a_line,
    words.unquoted_list,
    signs.needless_sign,
    naming.title_for_id,
    naming.unquoted_title,
    words.joined_by_and,
    words.order,
    _arrow_in_tail,
    values.near_value,
    lines.bare_metric,
    lines.severity,
    lines.loose_reference,
    naming.performer_named,
    words.misspelt,
    naming.performer,
    lines.needless_word,
    lines.unknown_word,
    lines.bare_time,
    values.value,
    words.unquoted,
)
