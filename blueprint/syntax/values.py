"""Repairs of values: those that are plainly meant, those that are missing, those that nobody understands."""

from __future__ import annotations

from blueprint import units, vocabulary
from blueprint.diagnostics import Fix
from blueprint.source import Span
from blueprint.syntax.codes import finding, rewrite
from blueprint.syntax.near import guess, near
from blueprint.syntax.phrases import shown
from blueprint.syntax.place import Place, Repair, is_word

_QUANTITIES = frozenset(
    {"number", "signed", "share", "duration", "rate", "money", "price", "date", "times", "amount", "version", "choice",
     "owner", "reason", "proxy"}
)  # fmt: skip


def near_value(place: Place) -> Repair | None:
    """A value that is plainly meant, though not written as the language writes it: `10 min`, `2,400/day`."""
    at = place.attribute()
    entry = vocabulary.WORDS[place.lexemes[at][0]] if at is not None else None
    if place.at_end and entry is None:
        return None
    if at is not None and entry is not None and entry.shape in _NUMBERS:
        end = place.value_end(max(at + 1, place.index))
        return _say_near(place, at + 1, end, entry.shape) or _say_first(place, at + 1, end, entry.shape)
    for first in (place.index, place.index - 1):
        if 0 < first < len(place.lexemes) and place.lexemes[first][1][:1].isdigit():
            for shape in _LINE_SHAPES.get(place.lexemes[0][0], ()):
                found = _say_near(place, first, place.value_end(place.index), shape)
                if found:
                    return found
    return None


_NUMBERS = _QUANTITIES - {"version", "choice", "owner", "reason", "proxy"}
_LINE_SHAPES = {
    "wait": ("duration",), "pause": ("duration",), "meanwhile": ("duration",), "fail": ("share",), "when": ("share",),
    "metric": ("amount",),
}  # fmt: skip


def _say_first(place: Place, first: int, end: int, shape: str) -> Repair | None:
    """`pays 6€ time 2min`: the value ends before a word with a value of its own, which is told by itself."""
    at = next((at for at in range(first + 1, min(end, first + 8)) if _has_value(place, at)), None)
    return _say_near(place, first, at, shape) if at is not None else None


def _has_value(place: Place, at: int) -> bool:
    """Whether a word that is none of the language, or not here, stands before a number."""
    kind, after = place.lexemes[at][0], place.lexemes[at + 1 : at + 2]
    name = kind == "NAME" or kind in vocabulary.SYNONYMS
    return name and bool(after) and after[0][1][:1].isdigit()


def _say_near(place: Place, first: int, end: int, shape: str) -> Repair | None:
    written = place.written(first, end)
    by_title = place.known.get(written) if shape in ("ref", "refs") else None
    meant = by_title or (near(shape, written) if written else None)
    if meant is None and written:
        return _say_guess(place, first, end, guess(shape, written))
    if meant is None or meant == written:
        return None
    new, span = place.swap(first, end, meant), place.span(first, end)
    if not place.reads_further(new) or place.reach(new) <= first:  # a shorter value may be refused as the longer was
        return None
    message = f"`{shown(written)}` is written `{meant}` here."
    if shape in ("ref", "refs"):
        message = called_by_id(written, meant)
    return Repair(finding("bad-value", message, span, fix=rewrite(f"write `{meant}`", span, meant)), new)


def _say_guess(place: Place, first: int, end: int, meant: str | None) -> Repair | None:
    """Most likely meant, but nobody can be sure: it is offered and, save in a metric that would lack it, not read."""
    new = place.swap(first, end, meant) if meant is not None else []
    if meant is None or not place.reads_further(new):
        return None
    span, at = place.span(first, end), place.attribute()
    message = f"`{shown(place.written(first, end))}` is most likely `{meant}`."
    fix = rewrite(f"write `{meant}`", span, meant, safe=False)
    if place.lexemes[0][0] != "metric":
        new = place.without(first if at is None else at, end)
    return Repair(finding("bad-value", message, span, fix=fix), new)


def called_by_id(written: str, name: str) -> str:
    return f"{shown(written)} is a title; here the id is written, `{name}`."


def value(place: Place) -> Repair | None:
    """The value of an attribute, or the share or time of a line, is none that it could have."""
    at = place.attribute()
    if at is None:
        return _line_value(place)
    entry = vocabulary.WORDS[place.lexemes[at][0]]
    end = place.value_end(max(at + 1, place.index))
    if entry.shape == "text" and at == 0:
        end = len(place.lexemes)
    cell_text = place.lexemes[0][0] in vocabulary.LANES and at == 1 and place.index == 2 and place.kind == "TEXT"
    if end == at + 1 or (cell_text and entry.shape == "refs"):  # `customer by "Pays"`: the text is the cell's
        return _missing(place, at, entry)
    if place.index > at + 1 and "$END" in place.expected and _has_value(place, place.index):
        return None  # `takes 3min foo 4`: the value is sound, the word after it is not
    if entry.shape in _QUANTITIES or place.index == at + 1:
        return _bad_value(place, at, end, entry)
    return _two_names(place) if entry.shape in ("ref", "refs") else None


def _line_value(place: Place) -> Repair | None:
    """`when "X" 40`: a bare number where a share or a duration stands."""
    for shape, terminal in (("share", "SHARE"), ("duration", "DURATION")):
        if terminal in place.expected and place.kind == "NUMBER":
            return _no_value(place, place.index, place.index, place.value_end(place.index), shape)
    return None


def _two_names(place: Place) -> Repair | None:
    """`via front desk`: one name of two words, or two without their comma."""
    before = place.index - 1
    if not is_word(place.lexemes[before]) or place.at_end or not is_word(place.lexemes[place.index]):
        return None
    one, other = place.lexemes[before][1], place.word
    span = place.span(before, place.index + 1)
    meant = place.known.get(f'"{one} {other}"')
    if meant is not None:
        fix = rewrite(f"write `{meant}`", span, meant)
        new = place.swap(before, place.index + 1, meant)
        return Repair(finding("bad-value", called_by_id(f"{one} {other}", meant), span, fix=fix), new)
    message = f"`{one} {other}` are two names: join them as `{one}_{other}`, or put a comma between them."
    return Repair(finding("syntax-error", message, span), place.without(place.index, place.index + 1))


def _missing(place: Place, at: int, entry: vocabulary.Entry) -> Repair:
    span = place.span(at, at + 1)
    message = f"`{entry.word}` says nothing yet: it needs {vocabulary.lacking(entry.word)}."
    return Repair(finding("missing-value", message, span), place.without(at, at + 1))


def _bad_value(place: Place, at: int, end: int, entry: vocabulary.Entry) -> Repair:
    first, written = at + 1, place.written(at + 1, end)
    if entry.word == "hours" and place.lexemes[first][0] == "TEXT":
        span, whole = place.span(first, end), place.span(at, end)
        message = "`hours` counts how long it is open, such as `8h/day`; the times of day belong in a note."
        fix = rewrite("make it a note", whole, f"note {written}", safe=False)
        return Repair(finding("bad-value", message, span, fix=fix), place.without(at, end))
    meant = place.known.get(written) if entry.shape in ("ref", "refs") else None
    meant = meant or near(entry.shape, written)
    if entry.shape == "version" and meant is None and place.lexemes[first][0] != "TEXT":
        meant = near("text", written)
    if entry.shape in ("text", "owner", "version") and meant:
        span = place.span(first, end)
        message = f"The text after `{entry.word}` stands in quotes."
        fix = rewrite(f"write {shown(meant)}", span, meant)
        return Repair(finding("unquoted-text", message, span, fix=fix), place.swap(first, end, meant))
    if meant and meant != written and entry.shape not in _NUMBERS:
        said = _say_near(place, first, end, entry.shape)
        if said is not None:
            return said
    return _no_value(place, at, first, end, entry.shape, entry.word)


def _no_value(place: Place, at: int, first: int, end: int, shape: str, word: str = "") -> Repair:
    """Nobody knows what this value means: cut it out, from `at` on."""
    span, written = place.span(first, end), place.written(first, end)
    what = vocabulary.lacking(word) if word else "{} such as `{}`".format(*vocabulary.VALUES[shape])
    subject = f"`{word}` needs {what}" if word else f"Here should stand {what}"
    fix = _hours(written, span) if word == "hours" else None
    unit = {"share": "%", "duration": "min", "times": " times"}.get(shape, "")
    bare = bool(unit) and place.lexemes[first][0] == "NUMBER" and end == first + 1
    if bare:
        fix = rewrite(f"write `{written}{unit}`", span, written + unit, safe=False)
    message = f"{subject}; `{shown(written)}` " + ("has no unit." if bare else "is none.")
    return Repair(finding("bad-value", message, span, fix=fix), place.without(at, end))


def _hours(written: str, span: Span) -> Fix | None:
    """`hours 10h` is most likely meant of a day, and where a day has not so many, of a week."""
    meant = near("duration", written) or near("duration", f"{written}h")
    seconds = units.duration(meant) if meant else None
    if seconds is None or seconds.spread != "exact" or not 0 < seconds.mean <= 168 * units.HOUR:
        return None
    per = "day" if seconds.mean <= units.DAY else "week"
    return rewrite(f"write `{meant}/{per}`", span, f"{meant}/{per}", safe=False)
