"""Times, shares and quantities as people write them, with no break between a number and its unit."""

from __future__ import annotations

import re

from blueprint.units import Duration, seconds_text

UNITS = {"s": "second", "min": "minute", "h": "hour", "d": "day", "wd": "working\u00a0day", "w": "week", "mo": "month",
         "y": "year"}  # fmt: skip
_CALENDAR = ("wd", "w", "mo", "y")
_TIME = re.compile(r"([0-9.]+)(wd|min|mo|[shdwy])(?=[0-9.±\s]|$)")


def every(value: Duration) -> str:
    """How often: `every month`, `every 3 months`; anything less plain as it is written."""
    plain = _TIME.fullmatch(value.text)
    if plain is None:
        return f"every {quantity(value.text)}"
    count, unit = plain[1], UNITS[plain[2]]
    return f"every {unit}" if count == "1" else f"every {count}\u00a0{unit}s"


def quantity(text: str) -> str:
    """A value as written in the file, spaced as people write it: `2 min 20 s`, `5 %`."""
    spaced = _TIME.sub(lambda found: f"{found[1]}\u00a0{found[2]}\u00a0", text).strip("\u00a0")
    return re.sub(r"(?<=[0-9])%", "\u00a0%", spaced)


def whole(text: str) -> str:
    """A time whose numbers are not torn from their units."""
    return re.sub(r"(?<=\d) (?=[a-z])", "\u00a0", text)


def duration(value: Duration | None) -> str:
    """A time as people say it; the mean of a spread, with a sign that it is one."""
    if value is None:
        return ""
    plain = _TIME.fullmatch(value.text)
    if plain is not None and plain[2] in _CALENDAR:  # three working days are not three days, nor a month thirty
        return f"{plain[1]}\u00a0{UNITS[plain[2]]}" + ("" if plain[1] == "1" else "s")
    text = whole(seconds_text(value.mean))
    return text if value.spread == "exact" else f"about {text}"


def share(value: float) -> str:
    """A share of one: `65 %`, `0.5 %`."""
    return f"{value * 100:.3g}\u00a0%"
