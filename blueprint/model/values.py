"""Values as the model keeps them: typed, in range, in one currency.

The grammar sees to the form of a value; here stands what its attribute can mean by it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation

from blueprint import units
from blueprint.diagnostics import Diagnostic, Fix, Related
from blueprint.model.findings import finding, write_instead
from blueprint.records import dataclass, field, replace
from blueprint.source import Span
from blueprint.syntax.nodes import Quantity
from blueprint.units import Duration, Money, Rate, Times

SHOWN = {
    "number": "a number", "signed": "a number with a sign", "share": "a share such as `40%`",
    "score": "a score such as `4.2/5`", "date": "a date", "duration": "a duration such as `4min`",
    "money": "an amount of money", "rate": "a rate such as `60/day`", "times": "a number of times",
}  # fmt: skip


@dataclass
class Currency:
    """What money is counted in, and where that is said. `code` is empty until something says it."""

    code: str = ""
    said: Span | None = None


@dataclass
class Values:
    """Reads quantities. `currency` is the one of the whole blueprint."""

    report: Callable[[Diagnostic], None]
    currency: Currency = field(default_factory=Currency)
    workdays: float = 7.0

    def mismatch(self, word: str, value: Quantity, wanted: str) -> None:
        what = SHOWN[value.shape]
        self.report(finding("unit-mismatch", value.span, f"`{word}` takes {wanted}, and `{value.text}` is {what}."))

    def mismatch_text(self, value: Quantity, message: str) -> None:
        self.report(finding("unit-mismatch", value.span, message))

    def plain_money(self, rate: Rate) -> Money:
        """The amount of a rate such as `6000/month`."""
        text = rate.text.rpartition("/")[0]
        return Money(rate.amount, rate.currency, text)

    def outside(self, word: str, value: Quantity, limits: str) -> None:
        self.report(finding("value-out-of-range", value.span, f"`{word} {value.text}` cannot be: {limits}."))

    def backwards(self, value: Quantity, fix: Fix | None) -> None:
        message = f"`{value.text}` runs backwards: write the least first and the most last."
        self.report(finding("value-out-of-range", value.span, message, fix=fix))

    def number(self, word: str, value: Quantity, least: float = 0, most: float = float("inf")) -> float | None:
        if not isinstance(value.value, float | int) or value.shape not in ("number", "signed"):
            self.mismatch(word, value, "a number")
            return None
        if not least <= value.value <= most:
            limits = f"it is {least:g} or more" if most == float("inf") else f"it lies between {least:g} and {most:g}"
            self.outside(word, value, limits)
            return None
        return float(value.value)

    def share(self, word: str, value: Quantity, *, zero: bool = True) -> float | None:
        """A fraction of one, from 0 to 1."""
        if value.shape != "share" or not isinstance(value.value, float | int):
            fix = None
            if value.shape == "number":  # `optional 40` for `optional 40%`
                fix = write_instead(value.span, f"{value.text}%", safe=False)
            what = f"`{word}` takes {SHOWN['share']}, and `{value.text}` is {SHOWN[value.shape]}."
            self.report(finding("unit-mismatch", value.span, what, fix=fix))
            return None
        if value.value > 1:
            self.outside(word, value, "a share is never more than 100%")
        elif value.value <= 0 and not zero:
            self.outside(word, value, "it is more than 0%")
        else:
            return float(value.value)
        return None

    def duration(self, word: str, value: Quantity) -> Duration | None:
        if not isinstance(value.value, Duration):
            self.mismatch(word, value, SHOWN["duration"])
            return None
        numbers, spread = value.value.values, value.value.spread
        if spread in ("uniform", "pert") and list(numbers) != sorted(numbers):
            parts = [part.strip() for part in value.text.split("..")]
            ordered = [part for _, part in sorted(zip(numbers, parts, strict=False), key=lambda pair: pair[0])]
            fix = write_instead(value.span, "..".join(ordered)) if len(parts) == len(numbers) else None
            self.backwards(value, fix)
            return self.in_working_days(Duration(tuple(sorted(numbers)), spread, "..".join(ordered)))
        return self.in_working_days(value.value)

    def in_working_days(self, found: Duration) -> Duration:
        """`wd` as the time that passes: 24 hours x 7 / the working days of a week."""
        if "wd" not in found.text or self.workdays == 7:
            return found
        longer = units.DAY * (7 / self.workdays - 1)
        parts = found.text.replace("±", "..").split("..")
        extra = [longer * sum(float(number) for number in re.findall(_WORKING, part)) for part in parts]
        return replace(found, values=tuple(a + b for a, b in zip(found.values, extra, strict=True)))

    def money(self, word: str, value: Quantity) -> Money | None:
        if isinstance(value.value, Money):
            self.same_currency(value.value.currency, value)
            return value.value
        amount = _decimal(value) if value.shape == "number" else None
        if amount is None:
            self.mismatch(word, value, "an amount of money such as `2.50`")
            return None
        return Money(amount, text=value.text)

    def rate(self, word: str, value: Quantity, *, money: bool = False, time: bool = False) -> Rate | None:
        """A rate of things, of money, or of hours (in seconds)."""
        found, example = value.value, "28.00/h" if money else "8h/day" if time else "60/day"
        if not isinstance(found, Rate) or (found.what == "duration") != time or (found.currency and not money):
            what = "money" if money else "hours" if time else "a number"
            message = f"`{word}` is {what} for a stretch of time, such as `{example}`; `{value.text}` is not."
            bare = time and isinstance(found, Rate) and not found.currency
            fix = write_instead(value.span, value.text.replace("/", "h/")) if bare else None
            self.report(finding("unit-mismatch", value.span, message, fix=fix))
            return None
        self.same_currency(found.currency, value)
        if time and not found.amount:
            self.outside(word, value, "it is more than none")
            return None
        if time and float(found.amount) > _SECONDS[found.per]:
            self.outside(word, value, f"{_ONE[found.per]} has only {_SECONDS[found.per] / 3600:g} hours")
            return None
        return found

    def times(self, word: str, value: Quantity) -> Times | None:
        found = value.value
        if not isinstance(found, Times):
            self.mismatch(word, value, "a number of times such as `12 times`")
            return None
        if found.least > found.most:
            turned = f"{found.most}..{found.least} times"
            self.backwards(value, write_instead(value.span, turned))
            return Times(found.most, found.least, turned)
        if found.most < 1:
            self.outside(word, value, "what is there is gone through once at least")
            return None
        return found

    def date(self, word: str, value: Quantity) -> str:
        if value.shape != "date" or not isinstance(value.value, str):
            self.mismatch(word, value, "a date such as `2026-11-21`")
            return ""
        if not units.date(value.value):
            self.outside(word, value, "there is no such day; write year, month and day, such as `2026-11-21`")
            return ""
        return value.value

    def same_currency(self, code: str, value: Quantity) -> None:
        if not code:
            return
        if not self.currency.code:
            self.currency.code, self.currency.said = code, value.span
        elif code != self.currency.code:
            said = self.currency.said
            self.report(finding(
                "currency-mixed", value.span,
                f"This amount is in {code}, and this blueprint counts in {self.currency.code}.",
                help="A blueprint has one currency, so that its figures can be added up: write the amount in "
                f"{self.currency.code}, or change the `currency` and all amounts.",
                related=(Related(said, f"{self.currency.code} is set here"),) if said else (),
            ))  # fmt: skip

    # metrics: one number, in the unit of its shape

    def measure(self, value: Quantity) -> tuple[float, str] | None:
        """The number and the unit of a metric's value: `s`, `share`, `/5`, `money`, `/day`, or none for a number."""
        found = value.value
        if isinstance(found, Duration):
            return found.mean, "s"
        if isinstance(found, Money):
            self.same_currency(found.currency, value)
            return float(found.amount), "money"
        if isinstance(found, Rate):
            self.same_currency(found.currency, value)
            return float(found.amount), f"/{found.per}"
        if isinstance(found, tuple):
            if found[0] > found[1] or not found[1]:
                self.outside("metric", value, f"a score is never more than its scale of {found[1]:g}")
                return None
            return found[0], f"/{found[1]:g}"
        if value.shape == "share" and isinstance(found, float | int):
            return float(found), "share"
        if isinstance(found, float | int):
            return float(found), ""
        self.mismatch("metric", value, "a number, share, score, duration, rate or amount of money")
        return None


_WORKING = r"([0-9]+(?:\.[0-9]+)?)wd"
_SECONDS = {"h": 3600.0, "day": 86400.0, "week": 604800.0, "month": 31 * 86400.0, "year": 366 * 86400.0}
_ONE = {"h": "an hour", "day": "a day", "week": "a week", "month": "a month", "year": "a year"}


def _decimal(value: Quantity) -> Decimal | None:
    try:
        return Decimal(value.text)
    except InvalidOperation:
        return Decimal(repr(value.value)) if isinstance(value.value, float | int) else None
