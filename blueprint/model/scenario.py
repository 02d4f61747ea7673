"""What a scenario changes, as a list of changes by key.

A scenario opens again what the blueprint has and writes only what differs: single values replace, lists replace whole,
fails and exits are found by their title. A change names fields as the classes of `entities` do, those of an element's
`Notes` as `notes.NAME`; the key of the blueprint itself is empty. Nothing new can be added in a scenario.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from blueprint.diagnostics import Related
from blueprint.model import entities as e
from blueprint.model import places
from blueprint.model.collect import word_of
from blueprint.model.findings import finding, write_instead
from blueprint.model.names import STEPS, Entry
from blueprint.model.read import Taken
from blueprint.model.words import a_or_an, derive, listed, nfc
from blueprint.source import Span
from blueprint.syntax import nodes
from blueprint.vocabulary import PHASES

if TYPE_CHECKING:
    from blueprint.model.build import Builder

_UNKNOWN = "scenario-unknown-target"
_ALIKE = (STEPS, ("system", "partner"))


def scenarios(builder: Builder) -> dict[str, e.Scenario]:
    """Every scenario by key. The phases must be built."""
    steps = {step.key: step for phase in builder.phases for step in e.walk(phase.items)}
    made = {}
    for entry, node in builder.scenarios:
        one = _Scenario(builder, steps)
        base = one.read(entry, node)
        made[entry.key] = e.Scenario(**base, changes=tuple(
            e.Change(key=key, values=values, span=one.spans[key]) for key, values in one.values.items()
        ))  # fmt: skip
    return made


class _Scenario:
    def __init__(self, builder: Builder, steps: dict[str, e.Step]) -> None:
        self.builder = builder
        self.phases: dict[object, list[e.Phase]] = {}  # by id, by kind, and by kind and title
        for phase in builder.phases:
            for name in (phase.key, (phase.kind, None), (phase.kind, phase.title)):
                self.phases.setdefault(name, []).append(phase)
        self.names = builder.names
        self.reader = builder.reader
        self.steps = steps
        self.values: dict[str, dict[str, Any]] = {}
        self.spans: dict[str, Span] = {}
        self.titles: dict[tuple[str, str], dict[str, Any]] = {}  # fails and exits of a step by title

    def read(self, entry: Entry, node: nodes.Header) -> dict[str, Any]:
        taken = self.reader.take("blueprint", "", node)
        self.put("", taken.values, node.span)
        for each in taken.rest:
            self.line(each)
        return self.reader.base(entry, node, taken)

    def put(self, key: str, values: dict[str, Any], span: Span) -> None:
        """Add to what is changed on an element. Fields that only qualify another go with it."""
        if "performers" in values:
            values.setdefault("any_performer", False)
        if "price" in values and key in self.builder.tables.packages:
            values.setdefault("price_per", "")
        if values:
            self.values.setdefault(key, {}).update(values)
            self.spans.setdefault(key, span)

    def unknown(self, span: Span, message: str, near: Sequence[str] = (), related: tuple[Related, ...] = ()) -> None:
        fix = write_instead(span, near[0]) if near else None
        if near:
            message = f"{message}; did you mean `{near[0]}`?"
        else:
            message += "."
        help = "" if near else "A scenario changes what the blueprint has; it adds nothing."
        self.builder.report(finding(_UNKNOWN, span, message, help=help, fix=fix, related=related))

    def line(self, node: nodes.Statement) -> None:
        if isinstance(node, nodes.Header):
            self.reopen(node)
        elif isinstance(node, nodes.Link):
            self.builder.report(finding(
                "misplaced-statement", node.span, "A link cannot stand in a scenario.",
                help="A scenario changes values; a link holds in every scenario.",
            ))  # fmt: skip

    # what is opened again

    def reopen(self, node: nodes.Header) -> None:
        kind = places.kind_of(node.keyword.text)
        key = self.phase(node) if kind == "phase" else self.target(node, kind)
        if key is None:
            return
        taken = self.reader.take(kind, key, node)
        if node.title and node.id:
            taken.values["title"] = node.title.value
        evidence = self.builder.evidence(taken, key)
        if evidence:
            taken.values["evidence"] = evidence
        for each in taken.rest:
            if kind in STEPS and key in self.steps:
                self.in_step(each, self.steps[key], taken)
            elif isinstance(each, nodes.Header) and each.keyword.text == "need":
                self.need(each, key)
            else:
                self.line(each)
        self.put(key, taken.values, node.span)

    def target(self, node: nodes.Header, kind: str) -> str | None:
        word = node.id
        if word is None and node.title is not None:
            word = nodes.Word(derive(node.title.value, node.keyword.text), node.title.span)
        if word is None:
            if kind == "parallel":  # it has nothing to change but what stands in it
                for each in self.builder.found.statements(node.block):
                    self.line(each)
            return None
        known = self.names.entries.get(nfc(word.text))
        group = next((group for group in _ALIKE if kind in group and known and known.kind in group), ())
        if known is not None and known.kind != kind and group:
            self.builder.report(finding(
                _UNKNOWN, node.keyword.span, f"`{word.text}` is {a_or_an(known.kind)}, and is opened again as one.",
                fix=write_instead(node.keyword.span, known.kind),
            ))  # fmt: skip
            return known.key
        entry = self.names.find(nodes.Ref((word,), word.span), (kind,), finding_name=_UNKNOWN)
        if entry is not None and kind == "service":
            self.builder.same_tier(node, entry)
        if entry is not None and node.id is None:
            self.names.titles.setdefault(entry.key, []).append(self.names.uses[entry.key].pop())
        return entry.key if entry else None

    def phase(self, node: nodes.Header) -> str | None:
        """A phase by its id or title; with neither, the only one of its kind."""
        kind = node.kind.text if node.kind else ""
        title = node.title.value if node.title else None
        # `phase stay { … }`: a lone word that is no kind of phase is an id.
        id = node.id or (node.kind if kind not in PHASES else None)
        phases = self.phases.get(nfc(id.text) if id else (kind, title), [])
        if len(phases) == 1:
            if id is not None:
                self.names.use(phases[0].key, id.span)
            return phases[0].key
        span = (node.id or node.title or node.kind or node.keyword).span
        what = "more than one phase" if phases else "no phase"
        self.unknown(span, f"There is {what} that this could be", related=tuple(
            Related(phase.span, f"phase “{phase.title or phase.kind}”") for phase in phases[:4]
        ))  # fmt: skip
        return None

    def need(self, node: nodes.Header, owner: str) -> None:
        word = node.id or (node.title and nodes.Word(derive(node.title.value, "need"), node.title.span))
        entry = self.inner(owner, word, f"`{owner}` has no need") if word else None
        if entry is None or entry.kind != "need" or word is None:
            return
        if node.id:
            self.names.use(entry.key, node.id.span)
        else:
            self.names.titles.setdefault(entry.key, []).append(word.span)
        taken = self.reader.take("need", entry.key, node)
        if node.title and node.id:
            taken.values["title"] = node.title.value
        self.put(entry.key, taken.values, node.span)

    def inner(self, owner: str, word: nodes.Word, message: str) -> Entry | None:
        table = self.names.inner.get(owner, {})
        found = table.get(nfc(word.text))
        if found is None:
            near = self.names.near(word.text, table)
            self.unknown(word.span, f"{message} `{word.text}`", near)
        return found

    # inside a step

    def in_step(self, node: nodes.Statement, step: e.Step, taken: Taken) -> None:
        if isinstance(node, nodes.Cell):
            if word_of(node) != "evidence":
                self.cell(node, step)
        elif isinstance(node, nodes.Timed):
            self.timed(node, step)
        elif isinstance(node, nodes.Fail):
            self.fail(node, step)
        elif isinstance(node, nodes.When):
            self.when(node, step)
        elif isinstance(node, nodes.Link) and node.source is None and node.target is not None:
            target = self.builder.target(node.target)
            if target:
                label = node.label.value if node.label else ""
                taken.values["arrow"] = e.Arrow(key=f"{step.key}.arrow", target=target, title=label, span=node.span)
        else:
            self.line(node)

    def cell(self, node: nodes.Cell, step: e.Step) -> None:
        word = node.id or node.lane
        entry = self.inner(step.key, word, f"`{step.key}` has no cell")
        if entry is None or entry.kind != "cell":
            return
        self.names.use(entry.key, word.span)
        self.names.use_lane(node.lane)
        lane = next((c.lane for c in step.cells if isinstance(c, e.Cell) and c.key == entry.key), "")
        taken = self.reader.take("cell", entry.key, node)
        self.builder.played(lane, taken)
        self.builder.paid(lane, taken)
        if node.title:
            taken.values["title"] = node.title.value
        if node.meanwhile:
            taken.values["meanwhile"] = True
        self.put(entry.key, taken.values, node.span)

    def timed(self, node: nodes.Timed, step: e.Step) -> None:
        entry = self.inner(step.key, node.keyword, f"`{step.key}` has no")
        if entry is None:
            return
        self.names.use(entry.key, node.keyword.span)
        taken = self.reader.take(node.keyword.text, entry.key, node)
        if node.title:
            taken.values["title"] = node.title.value
        if node.duration:
            taken.values["duration"] = self.reader.values.duration(node.keyword.text, node.duration)
        self.put(entry.key, taken.values, node.span)

    def titled(self, node: nodes.Fail | nodes.When, among: Sequence[e.Fail | e.When], step: e.Step) -> Any:
        """The fail or exit of the same title; the only one where no title is written."""
        what = "fail point" if isinstance(node, nodes.Fail) else "exit"
        if node.title is None and len(among) == 1:
            return among[0]
        known = self.titles.get((step.key, what))
        if known is None:
            known = self.titles[step.key, what] = {each.title: each for each in reversed(among)}
        if node.title and node.title.value in known:
            return known[node.title.value]
        titles = [title for title in reversed(known) if title]
        near = self.names.near(node.title.value, titles) if node.title else []
        span = node.title.span if node.title else node.keyword.span
        name = f" “{node.title.value}”" if node.title else " that this could be"
        self.builder.report(finding(
            _UNKNOWN, span, f"`{step.key}` has no {what}{name}" + (f"; did you mean “{near[0]}”?" if near else "."),
            help=f"It has {listed(titles[:8], 'and')}." if titles and not near else "",
            fix=write_instead(span, f'"{near[0]}"') if near and '"' not in near[0] and "\\" not in near[0] else None,
        ))  # fmt: skip
        return None

    def fail(self, node: nodes.Fail, step: e.Step) -> None:
        found = self.titled(node, step.fails, step)
        if found is not None:
            taken = self.reader.take("fail", found.key, node)
            self.put(found.key, self.builder.fail_values(node, taken, step.key), node.span)

    def when(self, node: nodes.When, step: e.Step) -> None:
        found = self.titled(node, step.whens, step)
        if found is None:
            return
        taken = self.reader.take("when", found.key, node)
        if node.share:
            taken.values["share"] = self.reader.values.share("when", node.share)
        target = self.builder.target(node.target) if node.target and not found.items else ""
        if node.target and target:
            taken.values["arrow"] = e.Arrow(key=f"{found.key}.arrow", target=target, span=node.target.span)
        for each in taken.rest:
            self.line(each)
        self.put(found.key, taken.values, node.span)
