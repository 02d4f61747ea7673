"""A text whose first quote is missing: `customer Pays" takes 4min`.

The scanner takes the second quote for the first of another text, so the statement is read anew from where the missing
one most likely belongs; only a reading that leaves no mistake counts.
"""

from __future__ import annotations

from collections.abc import Iterator

from blueprint import vocabulary
from blueprint.diagnostics import Edit, Fix
from blueprint.source import Span
from blueprint.syntax.codes import finding
from blueprint.syntax.grammar import Refused
from blueprint.syntax.lexemes import Lexeme, scan
from blueprint.syntax.phrases import named
from blueprint.syntax.place import HEADS, Place, Repair, is_word

_TITLED = HEADS | {"wait", "pause", "fail", "when", "metric", *vocabulary.LANES}
_BEFORE_TEXT = ("text", "reason", "proxy", "owner")
_MOST = 8  # places that are tried: each one reads the statement again


def unopened(place: Place) -> Repair | None:
    """Set the missing quote, where that alone makes the statement sound."""
    if all(lexeme[0] != "OPEN_TEXT" for lexeme in place.lexemes):
        return None
    for tried, at in enumerate(_places(place.lexemes)):
        if tried == _MOST:
            break
        new = _opened(place, at)
        if new is not None:
            start, span = new[at][2], Span(new[at][2], new[at][3], place.file)
            whose = place.lexemes[at - 1][1] if place.lexemes[at - 1][0] in vocabulary.WORDS else place.lexemes[0][1]
            message = f"The text of {named(whose)} stands in quotes, and the first is missing."
            fix = Fix('write `"` before it', (Edit(Span(start, start, place.file), '"'),))
            return Repair(finding("unquoted-text", message, span, fix=fix), new)
    return None


def _places(lexemes: list[Lexeme]) -> Iterator[int]:
    """Where a text may begin that lacks its first quote: after the head and its id, and after a word that takes one."""
    first = 1 if lexemes[0][0] == "meanwhile" else 0
    if len(lexemes) <= first + 1:
        return
    if lexemes[first][0] in _TITLED or lexemes[first][0] == "NAME":
        with_id = len(lexemes) > first + 2 and is_word(lexemes[first + 1]) and is_word(lexemes[first + 2])
        id_first = with_id and lexemes[first + 1][1][:1].islower() and lexemes[first + 2][1][:1].isupper()
        yield first + (2 if id_first else 1)
        yield first + (1 if id_first else 2)
    for at, (kind, _, _, _) in enumerate(lexemes[:-1]):
        entry = vocabulary.WORDS.get(kind)
        if kind == "because" or (entry is not None and entry.shape in _BEFORE_TEXT):
            yield at + 1


def _opened(place: Place, at: int) -> list[Lexeme] | None:
    """The statement with a quote before the lexeme `at`, if it is sound so."""
    if at >= len(place.lexemes):
        return None
    start, end = place.lexemes[at][2], place.lexemes[-1][3]
    quote = place.text.find('"', start, end)
    if quote <= start or place.text[quote - 1].isspace():  # a quote that closes stands at its last word
        return None
    new = [
        (kind, piece, max(start, begin + start - 1), stop + start - 1)
        for kind, piece, begin, stop in scan(place.grammar, '"' + place.text[start:end])
    ]
    whole = [*place.lexemes[:at], *new]
    try:
        place.grammar.parse(tuple([lexeme[0] for lexeme in whole]))
    except Refused:
        return None
    return whole
