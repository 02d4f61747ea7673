"""`to_tree`: a model written down as a tree, for a program that makes models and for people who read what it made.

What came from libraries stands in the file itself, and there is no `use`: the text means the same wherever it lies.
Reading the text again gives an equal model, places aside.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from blueprint.model import entities as e
from blueprint.model import spell
from blueprint.model.fields import field_of
from blueprint.model.ids import written_ids
from blueprint.model.places import allowed, kind_of
from blueprint.syntax import nodes
from blueprint.vocabulary import ATTRIBUTES, METRICS

_AT = e.NOWHERE
_ARROWS = {"leads_to": "->", "enables": "~>", "mutual": "<->"}
# What reads well on the line of its element; everything else stands on a line of its own.
_TAIL = {
    "service": ("as", "optional", "repeats", "every", "for"), "step": ("optional", "repeats", "every", "for"),
    "phase": ("repeats", "every"), "lane": ("below", "above", "line"), "channel": ("digital",),
    "need": ("must", "should", "could", "unmet"), "fail": ("at", "escalates", "within", "owner"), "when": ("for",),
    "cell": ("by", "via", "using", "takes", "acceptable", "cost", "pays", "for"), "wait": ("acceptable", "notice"),
    "pause": ("acceptable",), "metric": ("source",),
}  # fmt: skip
_TAIL["decision"] = _TAIL["recovery"] = _TAIL["step"]


def to_tree(blueprint: e.Blueprint) -> nodes.File:
    """The tree of a blueprint or library, in the order that the language asks for; `Span`s are empty."""
    return nodes.File(tuple(_Writer(blueprint).statements()), _AT)


class _Writer:
    def __init__(self, blueprint: e.Blueprint) -> None:
        self.whole = blueprint
        self.ids = written_ids(blueprint)
        self.opened: set[str] = set()  # services whose first part is written
        parts = [part for phase in blueprint.phases for part in phase.items if isinstance(part, e.ServicePart)]
        self.placed = {each.key for part in parts for each in part.evidence}  # evidence that stands in a phase
        self.held: dict[str, dict[str, e.Element]] = {}  # what stands in a step, persona or role
        self.phases = {phase.key: phase for phase in blueprint.phases}

    def statements(self) -> Iterator[nodes.Statement]:
        yield self.head()
        for element in declarations(self.whole):
            yield self.declaration(element)
        for phase in self.whole.phases:
            yield self.phase(phase)
        for service in self.whole.services.values():
            yield from self.loose_service(service)
        for link in self.whole.links:
            yield self.link(link)
        for scenario in self.whole.scenarios.values():
            yield self.scenario(scenario)

    # attributes

    def attributes(self, kind: str, values: dict[str, Any]) -> list[nodes.Attribute | nodes.Metric]:
        """Every attribute of an element of this kind, in the order of the vocabulary. `values` by field name."""
        made: list[nodes.Attribute | nodes.Metric] = []
        for entry in ATTRIBUTES:
            if not allowed(entry.word, kind):
                continue
            value = values.get(field_of(kind, entry.word).name)
            if not _empty(value):
                made += self.attribute(kind, entry.word, entry.shape, value, values)
        metrics = values.get(field_of(kind, "metric").name) if allowed("metric", kind) else ()
        return made + [self.metric(each) for each in metrics or ()]

    def attribute(
        self, kind: str, word: str, shape: str, value: Any, values: dict[str, Any]
    ) -> Iterator[nodes.Attribute]:
        joiner = ""
        many = [value]
        if word == "for" and kind == "cell":  # those who perform a customer cell are named by `by`
            value = tuple(key for key in value if key not in values.get("performers", ()))
            many = [value] if value else []
        if shape == "text" and isinstance(value, tuple):
            many = list(value)
        if word == "by" and values.get("any_performer"):
            joiner = "or"
        if word in ("must", "should", "could", "below", "above") and word != values.get("position", value):
            return
        if shape == "flag" and isinstance(value, str) and value != word:
            return
        for each in many:
            yield _attribute(word, self.values_of(shape, each, values), joiner)

    def values_of(self, shape: str, value: Any, values: dict[str, Any]) -> tuple[nodes.Value, ...]:
        if shape == "flag":
            return ()
        if shape == "refs":
            return spell.refs(value)
        if shape == "words":
            return tuple(spell.word_or_text(each) for each in value)
        if shape == "price":
            return (spell.price(value, values.get("price_per", "")),)
        if shape == "owner":
            return (spell.ref(value) if value in self.whole.roles else spell.text(value),)
        if isinstance(value, float) and shape == "rate":  # working days
            return (nodes.Quantity("rate", value, f"{spell.number(value).text}/week", _AT),)
        return (_SPELL[shape](value),)

    def metric(self, metric: e.Metric) -> nodes.Metric:
        tail = []
        if metric.actual is not None:
            tail.append(_attribute("actual", (spell.measured(metric.actual, metric.unit, metric.actual_text),)))
        if metric.source:
            tail.append(_attribute("source", (spell.text(metric.source),)))
        if metric.proxy:
            tail.append(_attribute("proxy", (spell.text(metric.proxy),)))
        target = None if metric.target is None else spell.measured(metric.target, metric.unit, metric.target_text)
        return nodes.Metric(
            span=_AT, keyword=spell.word("metric"), tail=tuple(tail), target=target,
            name=spell.word(metric.name) if metric.name in METRICS and metric.known else spell.text(metric.name),
            comparison=spell.word(metric.comparison) if metric.comparison and target else None,
        )  # fmt: skip

    def parts(
        self, kind: str, values: dict[str, Any], inner: Iterable[nodes.Statement] = ()
    ) -> tuple[tuple[nodes.Attribute, ...], nodes.Block | None]:
        """Tail and block of an element: short attributes behind it, the rest inside with what it holds."""
        tail: list[Any] = []
        lines: list[Any] = []
        for each in self.attributes(kind, values):
            short = isinstance(each, nodes.Attribute) and each.word.text in _TAIL.get(kind, ())
            (tail if short and not _long(each) else lines).append(each)
        held = (*lines, *inner)
        return tuple(tail), _block(held)

    # what stands on the outermost level

    def head(self) -> nodes.Header:
        whole = self.whole
        kind = "library" if whole.library else "blueprint"
        values = fields(whole)
        if whole.workdays == 7:
            values.pop("workdays")
        tail, block = self.parts(kind, values)
        return _header(kind, whole.id if whole.explicit else "", whole.title, tail, block)

    def declaration(self, element: e.Element) -> nodes.Header:
        kind = element.kind if isinstance(element, e.System) else type(element).__name__.lower()
        needs = [self.need(need) for need in getattr(element, "needs", ())]
        tail, block = self.parts(kind, fields(element), needs)
        return _header(kind, self.id(element), element.title, tail, block)

    def need(self, need: e.Need) -> nodes.Header:
        tail, block = self.parts("need", fields(need))
        return _header("need", need.id if need.explicit or not need.title else "", need.title, tail, block)

    def id(self, element: e.Element) -> str:
        return element.key if element.key in self.ids else ""

    def phase(self, phase: e.Phase) -> nodes.Header:
        inner = [*self.evidence(phase.evidence), *(self.in_phase(item) for item in phase.items)]
        tail, block = self.parts("phase", fields(phase), inner)
        made = _header("phase", phase.id if phase.explicit else "", phase.title, tail, block)
        return nodes.Header(span=_AT, keyword=made.keyword, kind=spell.word(phase.kind), id=made.id, title=made.title,
                            tail=made.tail, block=made.block)  # fmt: skip

    def in_phase(self, item: e.ServicePart | e.Item) -> nodes.Header:
        return self.part(item) if isinstance(item, e.ServicePart) else self.item(item)

    def part(self, part: e.ServicePart) -> nodes.Header:
        """The first part of a service carries what the service says as a whole."""
        service = self.whole.services[part.service]
        first = part.service not in self.opened
        self.opened.add(part.service)
        inner = [*self.evidence(part.evidence), *(self.item(item) for item in part.items)]
        tail, block = self.parts("service", fields(service) if first else {}, inner)
        id = service.key if service.key in self.ids or not first else ""
        return _header(service.tier, id, service.title if first else part.title, tail, block)

    def loose_service(self, service: e.Service) -> Iterator[nodes.Header]:
        """What is said of a service outside every phase."""
        first = service.key not in self.opened
        evidence = self.evidence(each for each in service.evidence if each.key not in self.placed)
        if first or evidence:
            tail, block = self.parts("service", fields(service) if first else {}, evidence)
            yield _header(service.tier, service.key, service.title if first else "", tail, block)

    # steps

    def item(self, item: e.Item) -> nodes.Header:
        if isinstance(item, e.Parallel):
            branches = [_header("branch", b.id if b.explicit else "", b.title, (), _block(map(self.item, b.items)))
                        for b in item.branches]  # fmt: skip
            return _header("parallel", self.id(item), item.title, (), _block(branches))
        inner = [*self.evidence(item.evidence), *self.cells(item), *(self.when(when) for when in item.whens)]
        if item.arrow:
            inner.append(_arrow(item.arrow))
        tail, block = self.parts(item.kind, fields(item), inner)
        return _header(item.kind, self.id(item), item.title, tail, block)

    def cells(self, step: e.Step) -> Iterator[nodes.Statement]:
        """Cells and waits in order, each fail point under its cell, in the order of the fail points."""
        place = {cell.key: index for index, cell in enumerate(step.cells)}
        under: dict[int, list[nodes.Fail]] = {}
        last = 0
        for fail in step.fails:
            last = max(last, place.get(fail.cell, last))
            under.setdefault(last, []).append(self.fail(fail, at=fail.cell != "" and place.get(fail.cell) != last))
        for index, cell in enumerate(step.cells):
            yield self.wait(cell) if isinstance(cell, e.Wait) else self.cell(cell)
            yield from under.get(index, ())
        if not step.cells:
            yield from under.get(0, ())

    def evidence(self, evidence: Iterable[e.Evidence]) -> list[nodes.Statement]:
        made: list[nodes.Statement] = []
        for each in evidence:
            tail, block = self.parts("evidence", fields(each))
            made.append(
                nodes.Cell(span=_AT, lane=spell.word("evidence"), title=spell.text(each.text), tail=tail, block=block)
            )
        return made

    def cell(self, cell: e.Cell) -> nodes.Cell:
        tail, block = self.parts("cell", fields(cell))
        return nodes.Cell(
            span=_AT, lane=spell.word(cell.lane), meanwhile=spell.word("meanwhile") if cell.meanwhile else None,
            id=spell.word(cell.id) if cell.explicit else None, title=_title(cell.title), tail=tail, block=block,
        )  # fmt: skip

    def wait(self, wait: e.Wait) -> nodes.Timed:
        tail, block = self.parts(wait.kind, fields(wait))
        return nodes.Timed(
            span=_AT, keyword=spell.word(wait.kind), meanwhile=spell.word("meanwhile") if wait.meanwhile else None,
            title=_title(wait.title), duration=spell.duration(wait.duration) if wait.duration else None, tail=tail,
            block=block,
        )  # fmt: skip

    def fail(self, fail: e.Fail, *, at: bool) -> nodes.Fail:
        values = fields(fail)
        if not at:
            values.pop("cell")
        return self.fail_line(fail.title, values)

    def fail_line(self, title: str, values: dict[str, Any]) -> nodes.Fail:
        tail, block = self.parts("fail", values)
        likelihood, severity, target = values.get("likelihood"), values.get("severity"), values.get("recovery")
        return nodes.Fail(
            span=_AT, keyword=spell.word("fail"), title=_title(title), tail=tail, block=block,
            likelihood=None if likelihood is None else spell.share(likelihood),
            severity=spell.word(severity) if severity else None, target=spell.ref(target) if target else None,
        )  # fmt: skip

    def when(self, when: e.When) -> nodes.When:
        return self.when_line(when.title, fields(when), [self.item(item) for item in when.items])

    def when_line(self, title: str, values: dict[str, Any], inner: Iterable[nodes.Statement] = ()) -> nodes.When:
        tail, block = self.parts("when", values, inner)
        share, arrow = values.get("share"), values.get("arrow")
        return nodes.When(
            span=_AT, keyword=spell.word("when"), title=_title(title), tail=tail, block=block,
            share=None if share is None else spell.share(share), target=spell.ref(arrow.target) if arrow else None,
        )  # fmt: skip

    def link(self, link: e.Link) -> nodes.Link:
        return nodes.Link(span=_AT, arrow=spell.word(_ARROWS[link.kind]), source=spell.ref(link.source),
                          target=spell.ref(link.target), label=_title(link.title))  # fmt: skip

    # scenarios

    def scenario(self, scenario: e.Scenario) -> nodes.Header:
        """Changes of one step, persona or role stand together, under its header."""
        groups: dict[str, list[e.Change]] = {}
        for change in scenario.changes:
            groups.setdefault(change.key.partition(".")[0], []).append(change)
        inner: list[nodes.Statement] = []
        whole: list[nodes.Statement] = []
        for key, group in groups.items():
            if key:
                inner.append(self.reopened(key, group))
            else:
                whole += self.attributes("blueprint", dict(group[0].values))
        return _header("scenario", self.id(scenario), scenario.title, (), _block([*whole, *inner]))

    def reopened(self, key: str, group: list[e.Change]) -> nodes.Header:
        element = self.find(key)
        kind = element.kind if isinstance(element, e.System | e.Step) else type(element).__name__.lower()
        own: dict[str, Any] = next((dict(change.values) for change in group if change.key == key), {})
        inner = [*self.evidence(own.pop("evidence", ())), *(self.changed(c, element) for c in group if c.key != key)]
        if own.get("arrow"):
            inner.append(_arrow(own["arrow"]))
        tail, block = self.parts(kind, own, inner)
        keyword = element.tier if isinstance(element, e.Service) else kind
        made = _header(keyword, key, own.get("title", ""), tail, block)
        if isinstance(element, e.Phase):
            return nodes.Header(span=_AT, keyword=made.keyword, kind=spell.word(element.kind),
                                id=made.id if element.explicit else None,
                                title=None if element.explicit else _title(element.title),
                                tail=tail, block=block)  # fmt: skip
        return made

    def find(self, key: str) -> e.Element:
        whole = self.whole
        tables: tuple[Any, ...] = (
            whole.steps, whole.personas, whole.roles, whole.systems, whole.channels, whole.packages, whole.insights,
            whole.policies, whole.services, self.phases,
        )  # fmt: skip
        found: e.Element = next(table[key] for table in tables if key in table)
        return found

    def changed(self, change: e.Change, owner: e.Element) -> nodes.Statement:
        """A need, cell, wait, fail point or exit with what differs."""
        values: dict[str, Any] = dict(change.values)
        key = change.key
        title = values.get("title", "")
        if owner.key not in self.held:
            names = ("needs", "cells", "fails", "whens")
            self.held[owner.key] = {each.key: each for name in names for each in getattr(owner, name, ())}
        element: Any = self.held[owner.key][key]
        if isinstance(element, e.Fail):
            return self.fail_line(element.title, values)
        if isinstance(element, e.When):
            return self.when_line(element.title, values)
        name = key.partition(".")[2]
        kind = element.kind if isinstance(element, e.Wait) else kind_of(type(element).__name__.lower())
        tail, block = self.parts(kind, values)
        if isinstance(element, e.Need):
            return _header("need", name, title, tail, block)
        if isinstance(element, e.Wait):
            duration = values.get("duration")
            return nodes.Timed(span=_AT, keyword=spell.word(element.kind), title=_title(title), tail=tail, block=block,
                               duration=spell.duration(duration) if duration else None)  # fmt: skip
        lane = spell.word(element.lane if element.explicit else name)
        return nodes.Cell(span=_AT, lane=lane, id=spell.word(name) if element.explicit else None, title=_title(title),
                          meanwhile=spell.word("meanwhile") if values.get("meanwhile") else None,
                          tail=tail, block=block)  # fmt: skip


_SPELL: dict[str, Any] = {
    "text": spell.text, "reason": spell.text, "ref": spell.ref, "choice": spell.word, "version": spell.text,
    "number": spell.number, "signed": spell.signed, "share": spell.share, "duration": spell.duration,
    "rate": spell.rate, "money": spell.money, "date": spell.date, "times": spell.times,
}  # fmt: skip


def declarations(whole: e.Blueprint) -> list[e.Element]:
    """Every declaration as it was ordered in its file, those of libraries before the file's own."""
    tables: tuple[Iterable[e.Element], ...] = (
        whole.personas.values(), whole.roles.values(), whole.systems.values(), whole.channels.values(),
        whole.packages.values(), whole.insights.values(), whole.policies.values(),
        (lane for lane in whole.lanes if not lane.builtin),
    )  # fmt: skip
    every = [each for table in tables for each in table]
    files = {each.span.file: number for number, each in enumerate(every) if each.span.file != whole.span.file}
    order = {file: number for number, file in enumerate(files)} | {whole.span.file: len(files)}
    return sorted(every, key=lambda each: (order.get(each.span.file, 0), each.span.start))


def fields(element: e.Element) -> dict[str, Any]:
    """An element's fields by name, those of its notes as `notes.NAME`."""
    names = type(element).__dataclass_fields__
    values = {name: getattr(element, name) for name in names}
    notes = values.get("notes")
    if isinstance(notes, e.Notes):
        del values["notes"]
        values |= {f"notes.{name}": getattr(notes, name) for name in e.Notes.__dataclass_fields__}
    return values


def _empty(value: Any) -> bool:
    return value is None or value is False or value == () or (value == "" and isinstance(value, str))


def _long(node: nodes.Statement) -> bool:
    return isinstance(node, nodes.Attribute) and any(isinstance(each, nodes.Text) and each.long for each in node.values)


def _attribute(word: str, values: tuple[nodes.Value, ...], joiner: str = "") -> nodes.Attribute:
    return nodes.Attribute(span=_AT, word=spell.word(word), values=values, joiner=joiner)


def _title(title: str) -> nodes.Text | None:
    return spell.text(title) if title else None


def _arrow(arrow: e.Arrow) -> nodes.Link:
    return nodes.Link(span=_AT, arrow=spell.word("->"), target=spell.ref(arrow.target), label=_title(arrow.title))


def _block(statements: Iterable[nodes.Statement]) -> nodes.Block | None:
    held = tuple(statements)
    return nodes.Block(statements=held, span=_AT) if held else None


def _header(
    keyword: str, id: str, title: str, tail: tuple[nodes.Attribute, ...], block: nodes.Block | None
) -> nodes.Header:
    return nodes.Header(span=_AT, keyword=spell.word(keyword), id=spell.word(id) if id else None, title=_title(title),
                        tail=tail, block=block)  # fmt: skip
