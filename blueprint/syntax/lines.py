"""Repairs of lines that have a form of their own: fail points, exits, metrics, and what begins with a reference."""

from __future__ import annotations

from blueprint import vocabulary
from blueprint.syntax.codes import finding, rewrite
from blueprint.syntax.near import guess, near
from blueprint.syntax.phrases import joined, shown
from blueprint.syntax.place import Place, Repair

_SEVERITIES = {
    "critical": "high", "severe": "high", "serious": "high", "major": "high", "fatal": "high",
    "moderate": "medium", "normal": "medium", "minor": "low", "slight": "low",
}  # fmt: skip
_VALUES = {"SHARE": "share", "DURATION": "time", "SEVERITY": "severity"}
_MEASURED = frozenset(("NUMBER", "SHARE", "SCORE", "DURATION", "SIGNED", "BAD"))


def severity(place: Place) -> Repair | None:
    """`fail "X" critical`: another word for how bad it is."""
    meant = _SEVERITIES.get(place.word.lower())
    if meant is None or place.kind != "NAME" or "SEVERITY" not in place.expected:
        return None
    message = f"How bad a failure is, is `low`, `medium` or `high`; `{place.word}` is most likely `{meant}`."
    fix = rewrite(f"write `{meant}`", place.here, meant, safe=False)
    return Repair(
        finding("misspelt-word", message, place.here, fix=fix), place.swap(place.index, place.index + 1, meant)
    )


def needless_word(place: Place) -> Repair | None:
    """`fail "X" likelihood 3%`: the share stands by itself."""
    after = place.index + 1
    if (place.kind != "NAME" and place.kind not in vocabulary.SYNONYMS) or after >= len(place.lexemes):
        return None
    kind = place.lexemes[after][0]
    what = _VALUES.get("SEVERITY" if kind in ("low", "medium", "high") else kind)
    new = place.without(place.index, after)
    wanted = "SEVERITY" if what == "severity" else kind
    if what is None or wanted not in place.expected or not place.reads_further(new):
        return None
    span, value = place.here, place.lexemes[after][1]
    message = f"The {what} stands by itself, as `{value}`; no word like `{place.word}` goes before it."
    fix = rewrite(f"take `{place.word}` away", place.span(place.index, after + 1), value)
    return Repair(finding("syntax-error", message, span, fix=fix), new)


def bare_metric(place: Place) -> Repair | None:
    """`metric csat 4.2/5`: nobody can tell a target from a measured value."""
    if place.lexemes[0][0] != "metric" or place.kind not in _MEASURED or "COMPARISON" not in place.expected:
        return None
    known = vocabulary.METRICS.get(place.lexemes[1][1])
    sign = "<=" if known and known.better == "lower" else ">="
    message = f"Say what `{place.word}` is: a target has a sign before it, a measured value the word `actual`."
    help = f"`{sign} {place.word}` is a target; `actual {place.word}` is what was measured."
    fix = rewrite(f"write `{sign} {place.word}`", place.here, f"{sign} {place.word}", safe=False)
    return Repair(
        finding("syntax-error", message, place.here, help=help, fix=fix),
        place.swap(place.index, place.index + 1, f"{sign} {place.word}"),
    )


def bare_time(place: Place) -> Repair | None:
    """`customer "Swims" 1 hour`: the time of a cell has a word before it."""
    first = 2 if place.lexemes[0][0] == "meanwhile" else 1
    if place.index <= first or place.lexemes[first - 1][0] not in vocabulary.LANES or place.kind not in _MEASURED:
        return None
    end = place.value_end(place.index)
    written = place.written(place.index, end)
    sure = near("duration", written)
    time = sure or guess("duration", written)
    at = place.attribute()
    named = at is not None and vocabulary.WORDS[place.lexemes[at][0]].shape == "refs" and "$END" in place.expected
    if time is None or not (at is None or named):
        return None
    span = place.span(place.index, end)
    fix = rewrite(f"write `takes {time}`", span, f"takes {time}", safe=sure is not None)
    message = f"How long it takes is said with a word: `takes {time}`."
    return Repair(finding("syntax-error", message, span, fix=fix), place.swap(place.index, end, f"takes {time}"))


def unknown_word(place: Place) -> Repair | None:
    """`seats 2`: the word is the mistake, not what follows it. `yes 80% -> pay`: an exit without its `when`."""
    if place.index != 1 or place.lexemes[0][0] != "NAME" or place.kind not in _MEASURED:
        return None
    word, span = place.lexemes[0][1], place.span(0, 1)
    if place.kind == "SHARE" and len(place.lexemes) > 2 and place.lexemes[2][0] == "ARROW":
        meant = f'when "{word.capitalize()}"'
        message = f"A way out begins with `when`, and the answer stands in quotes: `{meant} {place.word}`."
        fix = rewrite(f"write `{meant}`", span, meant, safe=False)
        return Repair(finding("syntax-error", message, span, fix=fix), place.swap(0, 1, meant))
    written = place.written(1, place.value_end(1))
    shapes = [shape for shape in _SHAPES if near(shape, written)] or ["number"]
    words = [entry.word for entry in vocabulary.ATTRIBUTES if entry.shape in shapes]
    message = f"`{word}` is no word of the language that has a value such as `{shown(written)}`."
    help = f"Words that have one: {joined([f'`{each}`' for each in words])}."
    return Repair(finding("syntax-error", message, span, help=help), [])


_SHAPES = ("share", "duration", "rate", "number")


def loose_reference(place: Place) -> Repair | None:
    """`check_in.frontstage takes 2min`: only a link begins with a reference."""
    if len(place.lexemes) < 3 or place.lexemes[1][0] != "DOT" or place.index < 3 or "ARROW" not in place.expected:
        return None
    name = place.written(0, 3)
    message = f"A line that begins with `{name}` is a link, and its arrow is missing."
    step, cell = place.lexemes[0][1], place.lexemes[2][1]
    help = f"To say something about this cell, write it in the step `{step}`, as a line that begins with `{cell}`."
    return Repair(finding("syntax-error", message, place.span(0, 3), help=help), [])
