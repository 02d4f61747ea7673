"""Values that are not written as the language writes them, and what they plainly mean: `30 minutes` is `30min`.

`near` never guesses: `4` alone is no duration, and `3/4/2026` no date that all readers agree on.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from blueprint import units
from blueprint.spelling import nearest

_UNITS = {
    "s": "s sec secs second seconds sekunde sekunden seconde secondes segundo segundos",
    "min": "min mins minute minutes m minuten minuto minutos minuti",
    "h": "h hr hrs hour hours std stunde stunden heure heures hora horas ora ore",
    "d": "d day days tag tage tagen jour jours dia dias giorno giorni",
    "wd": "wd workday workdays workingday workingdays businessday businessdays werktag werktage arbeitstag arbeitstage",
    "w": "w wk wks week weeks woche wochen semaine semaines semana semanas",
    "mo": "mo mos mth month months monat monate mes meses",
    "y": "y yr yrs year years jahr jahre",
}
UNITS = {word: unit for unit, words in _UNITS.items() for word in words.split()}
_PER = {"h": "h", "d": "day", "w": "week", "mo": "month", "y": "year"}
_DAILY = {"hourly": "h", "daily": "day", "weekly": "week", "monthly": "month", "yearly": "year", "annually": "year"}
_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₦": "NGN", "₵": "GHS"}
# What a dollar, a pound or a franc is, nobody can tell.
_NAMED = {"euro": "EUR", "euros": "EUR", "eurs": "EUR", "yen": "JPY"}
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip

_NUMBER = r"[0-9][0-9.,'’]*|\.[0-9]+"
_DURATION_PART = re.compile(rf"({_NUMBER})\s*((?:working|business)?\s*[a-z]+)\.?(?:\s*(?:and|,)?\s*)", re.IGNORECASE)
_TO = re.compile(r"\s*(?:\.\.+|…|-|–|—|−|\bto\b|\bor\b)\s*", re.IGNORECASE)
_ABOUT = re.compile(r"^(?:~|≈|ca\.?|about|approx\.?|around)\s*", re.IGNORECASE)
_RATE = re.compile(r"(.+?)\s*(?:/|\bper\b|\ba\b|\ban\b|\beach\b|\bevery\b)\s*([a-z]+)\.?", re.IGNORECASE | re.DOTALL)


def near(shape: str, written: str) -> str | None:
    """The spelling of the language for a value of this shape; None when nobody can tell."""
    written = " ".join(written.split())
    if len(written) > 100:
        return None
    for each in _READERS.get(shape, ()):
        found = each(written)
        if found is not None:
            return found
    return None


def plain_number(written: str) -> str | None:
    """`2,400` → `2400`, `1,000.00` → `1000.00`, `2,50` → `2.50`, `1.000,00` → `1000.00`."""
    text = re.sub(r"(?<=[0-9])[ '’_](?=[0-9]{3}(?![0-9]))", "", written.strip())
    if re.fullmatch(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?", text):
        text = text.replace(",", "")
    elif re.fullmatch(r"[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]+|[0-9]{1,3}(?:\.[0-9]{3}){2,}", text):
        text = text.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"[0-9]+,[0-9]+", text):
        text = text.replace(",", ".")
    elif re.fullmatch(r"\.[0-9]+", text):
        text = "0" + text
    return text if re.fullmatch(r"[0-9]+(?:\.[0-9]+)?", text) else None


def _certain(written: str) -> str | None:
    """One duration without a spread."""
    parts, place = [], 0
    written = _ABOUT.sub("", written.strip())
    while place < len(written):
        found = _DURATION_PART.match(written, place)
        unit = _unit("".join(found[2].lower().split())) if found else None
        number = plain_number(found[1]) if found else None
        if found is None or unit is None or number is None:
            return None
        parts.append(number + unit)
        place = found.end()
    return "".join(parts) or None


def _unit(word: str) -> str | None:
    """The unit that a word means, a misspelt one too where all words that are as near mean the same: `minuts`."""
    if word in UNITS or len(word) < 4:
        return UNITS.get(word)
    meant = {UNITS[each] for each in nearest(word, UNITS)}
    return meant.pop() if len(meant) == 1 else None


def duration(written: str) -> str | None:
    written = re.sub(r"(?<=[0-9])\s*h\s*([0-9]{1,2})$", r"h\1min", written)  # 1h30
    mean, sign, deviation = written.replace("+/-", "±").replace("+-", "±").partition("±")
    ends = [mean, deviation] if sign else _TO.split(written)
    if len(ends) > 3:
        return None
    # `10-15 min`: what has no unit has that of the end.
    unit = re.search(r"[a-z][a-z .]*$", (mean if sign else ends[-1]).strip(), re.IGNORECASE)
    full = [end + unit[0] if unit and plain_number(_ABOUT.sub("", end.strip())) else end for end in ends]
    read = [_certain(end) for end in full]
    if not all(read):
        return None
    text = (" ±" if sign else "..").join(part for part in read if part)
    known = units.duration(text)
    return known.text if known else None


def guess(shape: str, written: str) -> str | None:
    """What a value of this shape may well mean, though it could mean something else: `3mn`, `2'`, `1'30`."""
    if shape not in ("duration", "amount"):
        return None
    found = re.fullmatch(rf"({_NUMBER})\s*(?:mn|['′’]\s*([0-9]{{1,2}})?)", written, re.IGNORECASE)
    return duration(f"{found[1]}min" + (f"{found[2]}s" if found[2] else "")) if found else None


def number(written: str) -> str | None:
    sign = written[:1] if written[:1] in ("+", "-") else ""
    text = plain_number(written[len(sign) :].lstrip())
    return sign + text if text else None


def money(written: str) -> str | None:
    found = re.fullmatch(r"([^0-9]*?)\s*([0-9.][0-9.,'’ ]*?)\s*([^0-9.,]*)", written)
    amount = plain_number(found[2]) if found else None
    if found is None or amount is None or (found[1] and found[3]):
        return "0" if written.strip('"').lower() == "free" else None
    said = (found[1] or found[3]).strip().removesuffix(".-").strip()
    currency = _SIGNS.get(said) or _NAMED.get(said.lower(), said.upper() if re.fullmatch(r"[A-Za-z]{3}", said) else "")
    return None if said and not currency else f"{amount} {currency}".strip()


def rate(written: str) -> str | None:
    first, _, last = written.rpartition(" ")
    found = _RATE.fullmatch(written)
    per = _DAILY.get(last.lower()) or (_PER.get(UNITS.get(found[2].lower(), "")) if found else None)
    amount = first if last.lower() in _DAILY else found[1] if found else ""
    if per is None:
        return None
    text = _certain(amount) or money(amount)
    return f"{text}/{per}" if text else None


def share(written: str) -> str | None:
    found = re.fullmatch(r"(.+?)\s*(?:%|percent|per cent|pct)", _ABOUT.sub("", written), re.IGNORECASE)
    text = plain_number(found[1]) if found else None
    return text + "%" if text else None


def score(written: str) -> str | None:
    found = re.fullmatch(r"(.+?)\s*(?:/|out of|of)\s*(.+)", written, re.IGNORECASE)
    value, best = (plain_number(found[1]), plain_number(found[2])) if found else (None, None)
    return f"{value}/{best}" if value and best else None


def times(written: str) -> str | None:
    counted = {"once": "1 time", "twice": "2 times"}.get(written.lower())
    found = re.fullmatch(r"([0-9]+)(?:\s*(?:\.\.|-|–|to|or)\s*([0-9]+))?\s*(?:x|×|times?)?", written, re.IGNORECASE)
    if counted or found is None:
        return counted
    return f"{found[1]}..{found[2]} times" if found[2] else f"{found[1]} times"


def date(written: str) -> str | None:
    year, month, day = 0, 0, 0
    if found := re.fullmatch(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})", written):
        year, month, day = int(found[1]), int(found[2]), int(found[3])
    elif found := re.fullmatch(r"([0-9]{1,2})\.\s?([0-9]{1,2})\.\s?([0-9]{4})", written):
        year, month, day = int(found[3]), int(found[2]), int(found[1])
    elif found := re.fullmatch(r"([0-9]{1,2})(?:st|nd|rd|th)?\.? ([A-Za-z]{3,9})\.?,? ([0-9]{4})", written):
        year, month, day = int(found[3]), _month(found[2]), int(found[1])
    elif found := re.fullmatch(r"([A-Za-z]{3,9})\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})", written):
        year, month, day = int(found[3]), _month(found[1]), int(found[2])
    return units.date(f"{year:04}-{month:02}-{day:02}")


def _month(name: str) -> int:
    return next((n for n, month in enumerate(_MONTHS, 1) if month.startswith(name.lower())), 0)


def text(written: str) -> str | None:
    """Words without quotes."""
    return None if '"' in written or "\\" in written else f'"{written}"'


def name(written: str) -> str | None:
    """A title in quotes where a name stands: the id that such a title gives."""
    if not re.fullmatch(r'"[^"\\]*"', written):
        return None
    inner = written[1:-1]
    if re.fullmatch(r"[^\W\d][\w-]*", inner):
        return inner
    made = re.sub(r"[\W_]+", "_", inner.lower()).strip("_")
    return made if made and not made[0].isdigit() else None


def _after(word: str) -> Callable[[str], str | None]:
    """A text without the little word before it: `unmet "…"` for `unmet because "…"`."""
    return lambda written: f"{word} {written}" if re.fullmatch(r'"[^"]*"', written) else None


_READERS: dict[str, tuple[Callable[[str], str | None], ...]] = {
    "number": (number,),
    "signed": (number,),
    "share": (share,),
    "duration": (duration,),
    "rate": (rate,),
    "money": (money,),
    "price": (money, rate),
    "date": (date,),
    "times": (times,),
    "amount": (share, duration, score, rate, money, number, date),
    "text": (text,),
    "version": (text,),
    "owner": (text,),
    "choice": (name, _SIGNS.get),
    "reason": (_after("because"),),
    "proxy": (_after("for"),),
    "ref": (name,),
    "refs": (name,),
}
