"""Steps, decisions, recoveries and parallels, and all that stands in them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from blueprint.diagnostics import Edit, Fix, Related
from blueprint.model import entities as e
from blueprint.model.arrows import Arrows
from blueprint.model.collect import Collected, word_of
from blueprint.model.findings import finding
from blueprint.model.names import STEPS, Entry
from blueprint.model.read import Reader, Taken
from blueprint.model.values import Values
from blueprint.records import dataclass, replace
from blueprint.source import Span
from blueprint.spelling import one_of
from blueprint.syntax import nodes

WAITS: tuple[e.WaitKind, ...] = ("wait", "pause")


@dataclass(frozen=True, slots=True)
class Where:
    """What a step stands in."""

    phase: str = ""
    service: str = ""
    within: str = ""


class Steps(Arrows):
    """Builds what stands in a phase, service, branch or `when`; links are gathered on the way."""

    def __init__(self, found: Collected, values: Values) -> None:
        super().__init__(found)
        self.reader = Reader(found, values)

    def items(self, statements: Iterable[nodes.Statement], where: Where) -> list[e.Item]:
        """The steps and parallels among these lines; links are put with the others."""
        made: list[e.Item] = []
        for each in statements:
            if isinstance(each, nodes.Link):
                self.link(each)
            elif isinstance(each, nodes.Header):
                entry = self.names.at.get(each.span)
                if entry is not None and each.keyword.text in STEPS:
                    made.append(self.step(each, entry, where))
                elif entry is not None and each.keyword.text == "parallel":
                    made.append(self.parallel(each, entry, where))
        return made

    def parallel(self, node: nodes.Header, entry: Entry, where: Where) -> e.Parallel:
        taken = self.reader.take("parallel", entry.key, node)
        branches: list[e.Branch] = []
        for each in taken.rest:
            key = f"{entry.key}.branch" + (f"_{len(branches) + 1}" if branches else "")
            if isinstance(each, nodes.Header) and each.keyword.text == "branch":
                branches.append(self.branch(each, key, where))
                continue
            lone = self.items([each], replace(where, within=key))  # a step is a branch of its own
            branches += [e.Branch(key=key, span=item.span, items=(item,)) for item in lone]
        base = self.reader.base(entry, node, taken)
        return e.Parallel(
            **base, phase=where.phase, service=where.service, within=where.within, branches=tuple(branches)
        )

    def branch(self, node: nodes.Header, key: str, where: Where) -> e.Branch:
        entry = self.names.at.get(node.span)
        key = entry.key if entry else key
        taken = self.reader.take("branch", key, node)
        base = self.reader.base(entry or Entry(key, "branch", "", False, node.span, key), node, taken)
        base["id"] = entry.key if entry else ""
        return e.Branch(**base, items=tuple(self.items(taken.rest, replace(where, within=key))))

    def step(self, node: nodes.Header, entry: Entry, where: Where) -> e.Step:
        kind = one_of(node.keyword.text, STEPS)
        taken = self.reader.take(kind, entry.key, node)
        inside = _Inside(self, entry.key, where)
        for each in taken.rest:
            inside.add(each)
        base = self.reader.base(entry, node, taken)
        return e.Step(
            **base, kind=kind, phase=where.phase, service=where.service, within=where.within,
            evidence=self.evidence(taken, entry.key), cells=tuple(inside.cells), fails=inside.all_fails(),
            whens=tuple(inside.whens), arrow=inside.arrow, **taken.fields(),
        )  # fmt: skip

    def evidence(self, taken: Taken, owner: str) -> tuple[e.Evidence, ...]:
        made: list[e.Evidence] = []
        for node in taken.rest:
            if isinstance(node, nodes.Cell) and word_of(node) == "evidence" and node.title is not None:
                if node.meanwhile:
                    self.needless_meanwhile(
                        node.meanwhile, "Evidence takes no time, so nothing starts together with it."
                    )
                key = f"{owner}.evidence" + (f"_{len(made) + 1}" if made else "")
                own = self.reader.take("evidence", key, node)
                base = self.reader.base(Entry(key, "evidence", "", False, node.span, key), node, own)
                made.append(e.Evidence(**base | {"id": ""}, text=node.title.value, **own.fields()))
        return tuple(made)

    def cell(self, node: nodes.Cell, step: str) -> e.Cell | None:
        entry = self.names.at.get(node.span)
        if entry is None:
            return None
        lane = word_of(node)
        if lane in self.found.lanes:
            self.names.use(lane, node.lane.span)
        taken = self.reader.take("cell", entry.key, node)
        self.played(lane, taken)
        self.paid(lane, taken)
        base = self.reader.base(entry, node, taken)
        return e.Cell(**base, step=step, lane=lane, meanwhile=node.meanwhile is not None, **taken.fields())

    def played(self, lane: str, taken: Taken) -> None:
        """The personas that perform a customer cell are those it is for."""
        performers = taken.values.get("performers", ()) if lane == "customer" else ()
        played = [key for key in performers if self.names.entries[key].kind == "persona"]
        if played:
            taken.values["personas"] = tuple(dict.fromkeys((*taken.values.get("personas", ()), *played)))

    def paid(self, lane: str, taken: Taken) -> None:
        """Only the customer pays; what a provider's cell costs is its `cost`."""
        if lane != "customer" and taken.values.pop("pays", None) is not None:
            self.report(finding(
                "misplaced-statement", taken.at["pays"],
                f"`pays` cannot stand in a `{lane}` cell: it is the customer who pays.",
                help="Write it on the `customer` cell of the step; what the cell costs the provider is its `cost`.",
            ))  # fmt: skip

    def needless_meanwhile(self, word: nodes.Word, message: str) -> None:
        fix = Fix("take `meanwhile` away", (Edit(Span(word.span.start, word.span.end + 1, word.span.file), ""),))
        self.report(finding("misplaced-statement", word.span, message, fix=fix))

    def wait(self, node: nodes.Timed, step: str) -> e.Wait | None:
        entry = self.names.at.get(node.span)
        if entry is None:
            return None
        kind = one_of(node.keyword.text, WAITS)
        taken = self.reader.take(kind, entry.key, node)
        duration = self.reader.values.duration(kind, node.duration) if node.duration else None
        if node.duration:
            taken.at.setdefault("duration", node.duration.span)
        base = self.reader.base(entry, node, taken)
        return e.Wait(**base, step=step, kind=kind, duration=duration,
                      meanwhile=node.meanwhile is not None, **taken.fields())  # fmt: skip

    def fail(self, node: nodes.Fail, key: str, step: str, cell: str) -> e.Fail:
        taken = self.reader.take("fail", key, node)
        values = {"cell": cell, **self.fail_values(node, taken, step)}
        return e.Fail(**self.loose_base(key, node, taken), step=step, **values)

    def fail_values(self, node: nodes.Fail, taken: Taken, step: str) -> dict[str, Any]:
        values = taken.fields()
        if "cell" in values and not values["cell"].startswith(f"{step}."):
            self.report(finding(
                "wrong-reference", taken.at["at"],
                f"`{values.pop('cell')}` stands in another step than this fail point.",
                help="A fail point stands in the step that fails, on one of its own cells.",
            ))  # fmt: skip
        if node.likelihood:
            taken.at.setdefault("likelihood", node.likelihood.span)
            values["likelihood"] = self.reader.values.share("fail", node.likelihood)
        if node.severity:
            taken.at.setdefault("severity", node.severity.span)
            values["severity"] = node.severity.text
        if node.target:
            taken.at.setdefault("recovery", node.target.span)
            values["recovery"] = self.target(node.target)
        return values

    def when(self, node: nodes.When, key: str, step: str, where: Where) -> e.When:
        taken = self.reader.take("when", key, node)
        share = self.reader.values.share("when", node.share) if node.share else None
        if node.share:
            taken.at.setdefault("share", node.share.span)
        items = self.items(taken.rest, replace(where, within=key))
        arrow = None
        if node.target:
            target = self.target(node.target)
            if target and items:
                self.report(finding(
                    "two-arrows", node.target.span, "This `when` has an arrow and steps of its own; it can have one.",
                    help="Write the arrow as the last line of the last of its steps.",
                ))  # fmt: skip
            elif target:
                arrow = e.Arrow(key=f"{key}.arrow", target=target, span=node.target.span)
        return e.When(**self.loose_base(key, node, taken), step=step, share=share, arrow=arrow, items=tuple(items),
                      **taken.fields())  # fmt: skip

    def loose_base(self, key: str, node: nodes.Fail | nodes.When, taken: Taken) -> dict[str, Any]:
        """What nothing refers to by name has no id."""
        base = self.reader.base(Entry(key, "", "", False, node.span, key), node, taken)
        return base | {"id": ""}


class _Inside:
    """The lines of one step, as they come."""

    def __init__(self, builder: Steps, step: str, where: Where) -> None:
        self.builder = builder
        self.step = step
        self.where = where
        self.cells: list[e.Cell | e.Wait] = []
        self.fails: list[e.Fail] = []
        self.whens: list[e.When] = []
        self.arrow: e.Arrow | None = None

    def add(self, node: nodes.Statement) -> None:
        build = self.builder
        if isinstance(node, nodes.Cell | nodes.Timed):
            self.check_meanwhile(node)
        if isinstance(node, nodes.Cell):
            cell = build.cell(node, self.step) if word_of(node) != "evidence" else None
            self.cells += [cell] if cell else []
        elif isinstance(node, nodes.Timed):
            wait = build.wait(node, self.step)
            self.cells += [wait] if wait else []
        elif isinstance(node, nodes.Fail):
            key = self.numbered("fail", len(self.fails))
            self.fails.append(build.fail(node, key, self.step, self.cells[-1].key if self.cells else ""))
        elif isinstance(node, nodes.When):
            self.whens.append(build.when(node, self.numbered("when", len(self.whens)), self.step, self.where))
        elif isinstance(node, nodes.Link):
            self.link(node)

    def check_meanwhile(self, node: nodes.Cell | nodes.Timed) -> None:
        """Something stands before it. What was left out may have, so other mistakes go first."""
        evidence = isinstance(node, nodes.Cell) and word_of(node) == "evidence"
        if node.meanwhile and not (self.cells or evidence or self.builder.found.mended):
            self.builder.needless_meanwhile(
                node.meanwhile, "No cell stands before it that it could start together with."
            )

    def numbered(self, word: str, before: int) -> str:
        return f"{self.step}.{word}" + (f"_{before + 1}" if before else "")

    def all_fails(self) -> tuple[e.Fail, ...]:
        """A fail point written above every cell is one of the first cell."""
        first = self.cells[0].key if self.cells else ""
        return tuple(fail if fail.cell else replace(fail, cell=first) for fail in self.fails)

    def link(self, node: nodes.Link) -> None:
        if node.source is not None:
            self.builder.link(node)
            return
        if node.target is None:
            return
        if self.arrow is not None:
            self.builder.report(finding(
                "two-arrows", node.span, "A step leaves by one arrow of its own, and this is the second.",
                help=f'Where customers may go two ways, say when they go here: `when "…" 20% -> {node.target.name}`.',
                related=(Related(self.arrow.span, "the first arrow is here"),),
            ))  # fmt: skip
            return
        target = self.builder.target(node.target)
        if target:
            label = node.label.value if node.label else ""
            self.arrow = e.Arrow(key=f"{self.step}.arrow", target=target, title=label, span=node.span)
