"""Attributes of one element, from what is written to what the model keeps."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from blueprint import vocabulary
from blueprint.diagnostics import Edit, Fix, Related
from blueprint.model.collect import Collected
from blueprint.model.entities import NO_NOTES, Metric, Notes
from blueprint.model.fields import REFERS, field_of
from blueprint.model.findings import finding, write_instead
from blueprint.model.instead import NOWHERE, After
from blueprint.model.names import Entry
from blueprint.model.values import Values
from blueprint.model.words import listed, nfc
from blueprint.records import dataclass, field
from blueprint.source import Span
from blueprint.syntax import nodes
from blueprint.units import Rate

CURRENCIES = {
    "euro": "EUR", "euros": "EUR", "dollar": "USD", "dollars": "USD", "pound": "GBP", "pounds": "GBP", "yen": "JPY",
    "rupee": "INR", "rupees": "INR", "naira": "NGN", "cedi": "GHS",
}  # fmt: skip
Written = nodes.Header | nodes.Cell | nodes.Timed | nodes.Fail | nodes.When | nodes.Metric


@dataclass
class Taken:
    """What one element's lines said: values by field, places by word, and the lines that are no attributes."""

    kind: str
    key: str
    values: dict[str, Any] = field(default_factory=dict)
    at: dict[str, Span] = field(default_factory=dict)
    rest: list[nodes.Statement] = field(default_factory=list)

    def fields(self) -> dict[str, Any]:
        """The values as keyword arguments of the element's class, those of `Notes` put together."""
        own = {name: value for name, value in self.values.items() if "." not in name}
        notes = {name.partition(".")[2]: value for name, value in self.values.items() if "." in name}
        if notes:
            own["notes"] = Notes(**notes)
        elif "notes" in own and not isinstance(own["notes"], tuple):
            own["notes"] = NO_NOTES
        return own


class Reader:
    """Reads attributes by the table of `fields`; all of it reports and goes on."""

    def __init__(self, found: Collected, values: Values) -> None:
        self.found = found
        self.names = found.names
        self.values = values
        self.report = found.report.append

    def take(self, kind: str, key: str, node: Written, into: Taken | None = None, *, again: bool = False) -> Taken:
        """All attributes of a node, its tail before its block; `again` goes on with an element opened before."""
        taken = into or Taken(kind, key)
        taken.at.setdefault("keyword", _keyword(node).span)
        local: set[str] = set()
        for each in self._lines(node):
            if isinstance(each, nodes.Attribute):
                self._set(taken, each, again and each.word.text not in local)
                local.add(each.word.text)
            elif isinstance(each, nodes.Metric):
                self._metric(taken, each)
            else:
                taken.rest.append(each)
        for name, value in taken.values.items():
            if isinstance(value, list):
                taken.values[name] = tuple(value)
        return taken

    def _lines(self, node: Written) -> Iterator[nodes.Statement]:
        yield from self.found.statements(node.tail)
        yield from self.found.statements(node.block)

    def _set(self, taken: Taken, each: nodes.Attribute, again: bool) -> None:
        word = each.word.text
        where = field_of(taken.kind, word)
        value = self.read(taken, each)
        if value is None:
            taken.at.setdefault(word, each.span)
            return
        if where.repeat:
            _put(taken, where.name, value)
        elif where.name in taken.values:
            self._twice(taken, each, where.name, value, again)
            return
        else:
            taken.values[where.name] = value
        taken.at.setdefault(word, each.span)

    def _twice(self, taken: Taken, each: nodes.Attribute, name: str, value: object, again: bool) -> None:
        word, first = each.word.text, taken.at.get(each.word.text)
        if first is None:  # `must` and `should`: two words for one field
            spans = [span for other, span in taken.at.items()
                     if other in vocabulary.WORDS and field_of(taken.kind, other).name == name]  # fmt: skip
            first = spans[0] if spans else each.span
        if again and taken.values[name] == value:
            return
        what = "conflicting-attribute" if again else "duplicate-attribute"
        message = f"`{word}` says something else here than where `{taken.key}` was opened first." if again else \
            f"`{word}` is written twice; only one can hold."  # fmt: skip
        fix = None if again else Fix(f"remove this `{word}`", (Edit(each.span, ""),), safe=False)
        self.report(finding(what, each.span, message, related=(Related(first, "the first stands here"),), fix=fix))

    # one attribute

    def read(self, taken: Taken, each: nodes.Attribute) -> Any:
        """The value of an attribute, or None when it says nothing that can be kept."""
        word, values = each.word.text, each.values
        row = vocabulary.WORDS.get(word)
        shape = row.shape if row is not None else "text"
        if shape == "flag":
            return word if word in ("must", "should", "could") else True
        if not values:
            return None
        if shape in ("ref", "refs"):
            return self._references(taken, each)
        first = values[0]
        if isinstance(first, nodes.Quantity):
            return self.quantity(taken, word, shape, first)
        if shape == "owner":
            return self._owner(first, taken.kind)
        if shape == "words":
            return tuple(_plain(value) for value in values)
        if shape == "choice":
            return self._choice(taken, each, first)
        text = _plain(first)
        return (text,) if field_of(taken.kind, word).many else text

    def _references(self, taken: Taken, each: nodes.Attribute) -> Any:
        word = each.word.text
        kinds = REFERS[word]
        name = "package-unknown-content" if word == "includes" else "unknown-reference"
        refs = [value for value in each.values if isinstance(value, nodes.Ref)]
        after = After(word, taken.kind, taken.key)
        if word in ("below", "above"):
            taken.values["position"] = word
            return self.lane(refs[0], after) if refs else None
        if word == "by":
            refs = [ref for ref in refs if not self._of_customers(ref)]
        found = [self.names.find(ref, kinds, finding_name=name, after=after) for ref in refs]
        keys = tuple(dict.fromkeys(entry.key for entry in found if entry is not None))
        if word == "by" and each.joiner == "or":
            taken.values["any_performer"] = True
        if field_of(taken.kind, word).many:
            return keys or None
        return keys[0] if keys else None

    def _of_customers(self, ref: nodes.Ref) -> bool:
        """Whether `by customer` is written, which is told: it is the lane that says so."""
        if ref.name not in ("customer", "customers") or nfc(ref.name) in self.names.entries:
            return False
        self.report(finding(
            "unknown-reference", ref.span, f"There is no role, partner, system or persona `{ref.name}`.",
            help="What the customer does is a `customer` cell, which needs no `by`: take it away, with the name.",
        ))  # fmt: skip
        return True

    def lane(self, ref: nodes.Ref, after: After = NOWHERE) -> str | None:
        """A lane, of the five or declared."""
        if len(ref.parts) == 1 and ref.name in vocabulary.LANES:
            return ref.name
        entry = self.names.find(ref, ("lane",), extra=tuple(vocabulary.LANES), after=after)
        return entry.key if entry else None

    def _owner(self, value: nodes.Value, kind: str) -> str | None:
        if not isinstance(value, nodes.Ref | nodes.Word):
            return _plain(value)
        ref = value if isinstance(value, nodes.Ref) else nodes.Ref((value,), value.span)
        unknown = len(ref.parts) == 1 and nfc(ref.name) not in self.names.entries
        if unknown and not self.names.near(ref.name, self.names.known(REFERS["owner"])):
            self.report(finding(
                "unknown-reference", ref.span, f"There is no role `{ref.name}`.",
                help="Whoever is no role of this blueprint stands in quotes.",
                fix=write_instead(ref.span, f'"{ref.name}"'),
            ))  # fmt: skip
            return ref.name
        entry = self.names.find(ref, REFERS["owner"], after=After("owner", kind))
        return entry.key if entry else ref.name

    def _choice(self, taken: Taken, each: nodes.Attribute, value: nodes.Value) -> str | None:
        word, text = each.word.text, _plain(value)
        if word == "currency":
            return self.currency(text, value.span)
        options = vocabulary.WORDS[word].choices
        if text in options:
            return text
        self.report_choice(word, text, value.span, options)
        return None

    def report_choice(self, word: str, text: str, span: Span, options: tuple[str, ...]) -> None:
        near = self.names.near(text, options)
        self.report(finding(
            "unknown-value", span, f"`{word}` is {listed(options)}, not `{text}`.",
            fix=write_instead(span, near[0]) if near else None,
        ))  # fmt: skip

    def currency(self, text: str, span: Span) -> str | None:
        if len(text) == 3 and text.isascii() and text.isalpha() and text.isupper():
            return text
        meant = text.upper() if len(text) == 3 and text.isascii() and text.isalpha() else CURRENCIES.get(text.lower())
        fix = write_instead(span, meant) if meant else None
        self.report(finding(
            "unknown-value", span, f"`{text}` is no currency: write its three capital letters, such as `EUR`.", fix=fix
        ))  # fmt: skip
        return None

    def quantity(self, taken: Taken, word: str, shape: str, value: nodes.Quantity) -> Any:
        """A number with its unit, as the shape of the attribute's values wants it."""
        read = self.values
        if shape == "duration":
            return read.duration(word, value)
        if shape == "share":
            return read.share(word, value, zero=word != "availability")
        if shape == "money":
            return read.money(word, value)
        if shape == "date":
            return read.date(word, value) or None
        if shape == "price":
            return self._price(taken, value)
        if shape == "times":
            return read.times(word, value)
        if shape == "signed":
            return read.number(word, value, -2, 2)
        if shape == "number":
            return read.number(word, value, float("-inf") if word == "staff" else 0)
        if word == "workdays":
            return self._workdays(value)
        if shape == "rate":
            return read.rate(word, value, money=word == "rate", time=word == "hours")
        return value.text  # a version such as 1.0

    def _price(self, taken: Taken, value: nodes.Quantity) -> Any:
        if not isinstance(value.value, Rate):
            return self.values.money("price", value)
        rate = self.values.rate("price", value, money=True)
        if rate is None:
            return None
        if taken.kind != "package":
            self.report(finding(
                "unit-mismatch", value.span, f"`{value.text}` is a price for a time, which only a package has.",
                help="Give the service the price of one use, or put it into a `package`.",
            ))  # fmt: skip
            return None
        taken.values["price_per"] = rate.per
        return self.values.plain_money(rate)

    def _workdays(self, value: nodes.Quantity) -> float | None:
        rate = self.values.rate("workdays", value)
        if rate is None:
            return None
        if rate.per != "week":
            self.values.mismatch_text(value, "`workdays` counts the working days of a week: `5/week`.")
            return None
        if not 0 < rate.amount <= 7:
            self.values.outside("workdays", value, "a week has one to seven of them")
            return None
        return float(rate.amount)

    # metrics

    def _metric(self, taken: Taken, node: nodes.Metric) -> None:
        """A metric becomes a value of the list that its element keeps them in."""
        if node.name is None:
            return
        name = _plain(node.name)
        known = isinstance(node.name, nodes.Word) and name in vocabulary.METRICS
        row = vocabulary.METRICS.get(name) if known else None
        if not known and isinstance(node.name, nodes.Word):
            self._unknown_metric(node.name)
        where = field_of(taken.kind, "metric").name
        own = self.take("metric", f"{taken.key}.{name}", node)
        actual = next((a.values[0] for a in self._lines(node) if isinstance(a, nodes.Attribute)
                       and a.word.text == "actual" and a.values), None)  # fmt: skip
        target = self._measured(node.target, row)
        really = self._measured(actual if isinstance(actual, nodes.Quantity) else None, row)
        if target and really and target[1] != really[1] and isinstance(actual, nodes.Quantity) and node.target:
            self.values.mismatch_text(actual, f"The target of this metric is `{node.target.text}`, and its "
                                      f"actual value `{actual.text}` has another unit.")  # fmt: skip
            really = None
        if node.comparison:
            own.at.setdefault("comparison", node.comparison.span)
        made = Metric(
            key=f"{taken.key}.{nfc(name)}", title=name, span=node.span,
            at=own.at, name=name, known=known, comparison=node.comparison.text if node.comparison else "",
            target=target[0] if target else None, actual=really[0] if really else None,
            unit=(target or really or (0.0, ""))[1], target_text=node.target.text if target and node.target else "",
            actual_text=actual.text if really and isinstance(actual, nodes.Quantity) else "",
            source=own.values.get("source", ""), proxy=own.values.get("proxy", ""),
        )  # fmt: skip
        _put(taken, where, (made,))
        taken.at.setdefault("metric", node.span)

    def _unknown_metric(self, word: nodes.Word) -> None:
        near = self.names.near(word.text, vocabulary.METRICS)
        self.report(finding(
            "unknown-value", word.span,
            f"`{word.text}` is no known metric" + (f"; did you mean `{near[0]}`?" if near else "."),
            help=f'A metric of your own is written in quotes: `metric "{word.text}" …`.',
            fix=write_instead(word.span, near[0] if near else f'"{word.text}"'),
        ))  # fmt: skip

    def _measured(self, value: nodes.Quantity | None, row: vocabulary.MetricEntry | None) -> tuple[float, str] | None:
        """The number and unit of a metric's value; a known metric has its own unit."""
        found = None if value is None else self.values.measure(value)
        if value is None or found is None or row is None:
            return found
        if row.unit == "money" and found[1] == "":
            return found[0], "money"
        if not _UNITS[row.unit](found[1], value.shape):
            self.values.mismatch_text(
                value, f"`{row.name}` is measured as {_EXAMPLES[row.unit]}, not as `{value.text}`."
            )
            return None
        if row.unit == "points" and not -100 <= found[0] <= 100:
            self.values.outside(row.name, value, "it lies between -100 and 100")
            return None
        return found

    # what every element has

    def base(self, entry: Entry, node: nodes.Statement, taken: Taken) -> dict[str, Any]:
        """key, id, title, explicit, span and at."""
        title, id = getattr(node, "title", None), getattr(node, "id", None)
        for name, part in (("id", id), ("title", title)):
            if part is not None:
                taken.at.setdefault(name, part.span)
        return {"key": entry.key, "id": entry.key.rpartition(".")[2], "title": title.value if title else "",
                "explicit": entry.explicit, "span": node.span, "at": taken.at}  # fmt: skip


# Satisfaction is given as a score, or as the share of those who are satisfied.
_UNITS: dict[str, Callable[[str, str], bool]] = {
    "share": lambda unit, shape: unit == "share",
    "duration": lambda unit, shape: unit == "s",
    "score": lambda unit, shape: shape in ("score", "share"),
    "points": lambda unit, shape: unit == "",
    "money": lambda unit, shape: unit == "money",
    "number": lambda unit, shape: unit == "",
    "rate": lambda unit, shape: shape == "rate",
}
_EXAMPLES = {
    "share": "a share such as `5%`", "duration": "a duration such as `4h`",
    "score": "a score such as `4.2/5`, or a share",
    "points": "points such as `45`", "money": "an amount of money such as `12.50`", "number": "a number",
    "rate": "a rate such as `60/day`",
}  # fmt: skip


def _put(taken: Taken, name: str, values: tuple[Any, ...]) -> None:
    """Add to a list; it is a tuple again when all lines are read."""
    before = taken.values.setdefault(name, [])
    if isinstance(before, tuple):
        before = taken.values[name] = list(before)
    before.extend(values)


def _plain(value: nodes.Value) -> str:
    if isinstance(value, nodes.Text):
        return value.value
    if isinstance(value, nodes.Ref):
        return value.name
    return value.text


def _keyword(node: Written) -> nodes.Word:
    return node.lane if isinstance(node, nodes.Cell) else node.keyword
