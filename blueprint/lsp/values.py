"""Values that can be written at a place: an example where nothing is written yet, units behind a number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import get_args

from blueprint.lsp.cursor import Cursor
from blueprint.records import dataclass
from blueprint.units import SECONDS, RateUnit
from blueprint.vocabulary import METRICS, VALUES, WORDS, Entry

_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_LAST = re.compile(r"(?:.*[a-z.])?[0-9]+(?=[a-z]*\Z)")  # a time up to its last number: `1h30`, `3min..8`
# A value of each shape begins with one of these.
_BEGIN = {
    "text": "TEXT", "version": "TEXT", "owner": "TEXT", "number": "NUMBER", "signed": "SIGNED", "share": "SHARE",
    "duration": "DURATION", "rate": "NUMBER", "money": "NUMBER", "price": "NUMBER", "date": "DATE", "times": "NUMBER",
}  # fmt: skip
_LINES = {"wait": ("duration",), "pause": ("duration",), "fail": ("share",), "when": ("share",)}
_EMOTIONS = ("-2", "-1", "0", "+1", "+2")
_MEASURED = {"score": ("a score", "4.2/5"), "points": ("points from -100 to 100", "45")}


@dataclass(frozen=True, slots=True)
class Value:
    """A value as it is written, and what it is. In a text, `…` stands for what the writer fills in."""

    text: str
    detail: str


def values(here: Cursor, wanted: set[str]) -> Iterator[Value]:
    """The values that can stand at the cursor, where the grammar takes one of the `wanted` terminals."""
    for shape, example in _shapes(here, wanted):
        number = (_LAST if shape == "duration" else _NUMBER).match(here.typed)
        called = VALUES.get(shape, _MEASURED.get(shape, ("", "")))[0]
        if number:
            yield from (Value(text, called) for text in _with_units(number[0], shape, example))
        elif shape == "signed":
            yield from (Value(text, called) for text in _EMOTIONS)
        elif not here.typed:
            yield Value(example, called)
    if "TEXT" in wanted and not here.typed and not _awaited(here):
        yield Value('"…"', _titled(here))


def _shapes(here: Cursor, wanted: set[str]) -> Iterator[tuple[str, str]]:
    """The shapes of value that can come next, each with an example."""
    entry = _awaited(here)
    if (entry is not None and entry.shape in ("amount", "proxy", "reason")) or here.kinds[-1:] == ("COMPARISON",):
        yield from _measured(here, entry)
        return
    if entry is not None and _BEGIN.get(entry.shape) in wanted:
        example = '"…"' if entry.shape in ("text", "owner") else entry.example.partition(" ")[2]
        yield entry.shape, example
    elif entry is None:
        for shape in _LINES.get(here.head, ()):
            if _BEGIN[shape] in wanted:
                yield shape, VALUES[shape][1]


def _awaited(here: Cursor) -> Entry | None:
    """The attribute whose value comes next."""
    entry = WORDS.get(here.kinds[-1]) if here.kinds else None
    return entry if entry is not None and entry.shape not in ("statement", "lane", "flag") else None


def _measured(here: Cursor, entry: Entry | None) -> Iterator[tuple[str, str]]:
    """What a metric is measured in; the reason and the stand-in have words of their own before them."""
    if entry is not None and entry.shape != "amount":
        yield entry.shape, VALUES[entry.shape][1]
        return
    metric = METRICS.get(here.before[1][1]) if len(here.before) > 1 else None
    shapes = (metric.unit,) if metric else ("share", "duration", "number")
    for shape in shapes:
        yield shape, VALUES.get(shape, _MEASURED.get(shape, ("", "")))[1]


def _with_units(number: str, shape: str, example: str) -> Iterator[str]:
    """A number with each unit that it may have, that of the example first."""
    if shape == "share":
        yield f"{number}%"
    elif shape == "duration":
        yield from (f"{number}{unit}" for unit in SECONDS if unit != "m")
    elif shape in ("rate", "price"):
        own = _NUMBER.sub("", example, count=1)
        unit = own.partition("/")[0]
        yield from dict.fromkeys(
            [number + own, *(f"{number}{unit}/{per}" for per in get_args(RateUnit) if per != unit)]
        )
    elif shape == "times":
        yield f"{number} times"
    elif shape == "score":
        yield f"{number}/5"


def _titled(here: Cursor) -> str:
    """What a text at the cursor would be."""
    if here.head in ("", "use"):
        return "the path of a library" if here.head else "a text in quotes"
    return "the label of the arrow" if "ARROW" in here.kinds else f"the text of this `{here.head}`"
