"""Values of the model as the words of the language: what `to_tree` puts behind an attribute's word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Literal

from blueprint import units
from blueprint.model.entities import NOWHERE
from blueprint.syntax import nodes
from blueprint.units import Duration, Money, Rate, RateUnit, Times

_IDENTIFIER = re.compile(r"[^\W\d][\w-]*")
_SIZES = (("d", units.DAY), ("h", units.HOUR), ("min", units.MINUTE))


def word(text: str) -> nodes.Word:
    return nodes.Word(text, NOWHERE)


def text(value: str) -> nodes.Text:
    return nodes.Text(value, NOWHERE, long="\n" in value)


def ref(key: str) -> nodes.Ref:
    return nodes.Ref(tuple(word(part) for part in key.split(".")), NOWHERE)


def refs(keys: Iterable[str]) -> tuple[nodes.Ref, ...]:
    return tuple(ref(key) for key in keys)


def word_or_text(value: str) -> nodes.Word | nodes.Text:
    """A bare word where the text is one."""
    return word(value) if value.isascii() and _IDENTIFIER.fullmatch(value) else text(value)


def _plain(value: float | Decimal) -> str:
    """A number without exponent and needless zeros."""
    return units.tidy(format(Decimal(repr(value)) if isinstance(value, float) else value, "f"))


def number(value: float) -> nodes.Quantity:
    return nodes.Quantity("number", value, _plain(value), NOWHERE)


def signed(value: float) -> nodes.Quantity:
    sign = "+" if value > 0 else "-" if value < 0 else ""
    return nodes.Quantity("signed", value, sign + _plain(abs(value)), NOWHERE)


def share(value: float) -> nodes.Quantity:
    return nodes.Quantity("share", value, _plain(Decimal(repr(value)) * 100) + "%", NOWHERE)


def date(value: str) -> nodes.Quantity:
    return nodes.Quantity("date", value, value, NOWHERE)


def seconds(value: float) -> str:
    """A certain duration in the largest units that leave nothing over: `1h30min`, `0.5s`."""
    spelt, rest = "", Decimal(repr(float(value)))
    for unit, size in _SIZES:
        count, rest = divmod(rest, Decimal(size))
        spelt += f"{count:f}{unit}".replace(".0", "") if count else ""
    return spelt + (f"{_plain(rest)}s" if rest or not spelt else "")


def duration(value: Duration) -> nodes.Quantity:
    parts = [seconds(each) for each in value.values]
    spelt = f"{parts[0]} ±{parts[1]}" if value.spread == "normal" else "..".join(parts)
    return nodes.Quantity("duration", value, value.text or spelt, NOWHERE)


def money(value: Money) -> nodes.Quantity:
    spelt = value.text or f"{value.amount:f} {value.currency}".rstrip()
    return nodes.Quantity("money", value, spelt, NOWHERE)


def rate(value: Rate) -> nodes.Quantity:
    what = seconds(float(value.amount)) if value.what == "duration" else f"{value.amount:f} {value.currency}".rstrip()
    return nodes.Quantity("rate", value, value.text or f"{what}/{value.per}", NOWHERE)


def price(value: Money, per: RateUnit | Literal[""]) -> nodes.Quantity:
    """A price, for a stretch of time where `per` names one."""
    if not per:
        return money(value)
    return nodes.Quantity("rate", Rate(value.amount, per, currency=value.currency),
                          f"{money(value).text}/{per}", NOWHERE)  # fmt: skip


def times(value: Times) -> nodes.Quantity:
    span = f"{value.least}..{value.most}" if value.least != value.most else f"{value.least}"
    return nodes.Quantity("times", value, value.text or f"{span} time" + "s" * (span != "1"), NOWHERE)


def measured(value: float, unit: str, spelt: str) -> nodes.Quantity:
    """A metric's value as it was written, or as its unit says."""
    shape: nodes.ValueShape = "share" if unit == "share" else "duration" if unit == "s" else "number"
    if not spelt:
        spelt = (
            share(value).text if unit == "share" else seconds(value) if unit == "s" else signed(value).text.lstrip("+")
        )
        spelt += unit if unit.startswith("/") else ""
    return nodes.Quantity(shape, value, spelt, NOWHERE)
