"""From the model to the flow: every node and every edge, in written order. Linear in the blueprint."""

from __future__ import annotations

from itertools import pairwise
from typing import TypedDict, Unpack

from blueprint.graph.flow import EdgeKind, Flow, FlowEdge, FlowNode, NodeKind
from blueprint.graph.inside import Inside, Part, deciding_lane, lane_of, seconds
from blueprint.graph.journey import Journeys
from blueprint.graph.lines import Lines
from blueprint.graph.order import Entry, Gate, Order
from blueprint.graph.returns import HUB, Returns, is_return
from blueprint.graph.ways import Way, ways
from blueprint.model.entities import NOWHERE, Blueprint, Cell, Item, Link, Parallel, ServicePart, Step, Wait
from blueprint.source import Span
from blueprint.units import Money


class Said(TypedDict, total=False):
    """What an edge says beyond its ends, kind and the lines it crosses."""

    probability: float | None
    condition: str
    label: str
    implied: bool
    link: bool
    span: Span


def build(blueprint: Blueprint) -> Flow:
    """The flow of a blueprint; never raises, whatever names a blueprint's arrows hold."""
    return _Builder(blueprint).build()


class _Builder:
    def __init__(self, blueprint: Blueprint) -> None:
        self.blueprint = blueprint
        self.order = Order(blueprint)
        self.returns = Returns(blueprint, self.order)
        self.lines = Lines(blueprint.lanes)
        self.journeys = Journeys(blueprint, self.order)
        self.nodes: dict[str, FlowNode] = {}
        self.edges: list[FlowEdge] = []

    def build(self) -> Flow:
        self._node(FlowNode(key="start", kind="start", title="Start"))
        self._join("start", self.order.first)
        for phase in self.blueprint.phases:
            self._items(phase.items)
        for link in self.blueprint.links:
            self._link(link)
        for name, recovery, entry in self.returns.hubs():
            self._place(name, "join", self.blueprint.steps[recovery])
            self._join(name, entry, "recovers_to", probability=None if len(entry) > 1 else 1.0)
        self._node(FlowNode(key="end", kind="end", title="End"))
        return Flow(self.nodes, tuple(self.edges))

    def _items(self, items: tuple[ServicePart | Item, ...]) -> None:
        for item in items:
            if isinstance(item, Step):
                self._gate(item, item)
                self._step(item)
            elif isinstance(item, Parallel):
                self._parallel(item)
            else:
                self._part(item)

    # --- nodes

    def _node(self, node: FlowNode) -> None:
        self.nodes.setdefault(node.key, node)

    def _tier(self, service: str) -> str:
        found = self.blueprint.services.get(service)
        return found.tier if found else ""

    def _place(self, key: str, kind: NodeKind, where: Step | Parallel, *, lane: str = "", title: str = "") -> None:
        """A node without an element of its own, at the place of a step or parallel."""
        self._node(
            FlowNode(
                key=key, kind=kind, lane=lane, title=title or where.label, span=where.span,
                step=where.key if isinstance(where, Step) else "",
                service=where.service, tier=self._tier(where.service), phase=where.phase,
                personas=where.personas if isinstance(where, Step) else (),
            )
        )  # fmt: skip

    def _part_node(self, part: Part, step: Step) -> None:
        service = self.blueprint.services.get(step.service)
        personas = step.personas or (service.personas if service else ())
        cell = part if isinstance(part, Cell) else None
        self._node(
            FlowNode(
                key=part.key, kind=part.kind if isinstance(part, Wait) else "cell",
                lane=lane_of(part), step=step.key, service=step.service, tier=service.tier if service else "",
                phase=step.phase, title=part.label, duration=seconds(part), span=part.span,
                performers=cell.performers if cell else (), channels=cell.channels if cell else (),
                systems=cell.systems if cell else (), cost=_amount(cell.cost) if cell else None,
                pays=_amount(cell.pays) if cell else None, personas=(cell.personas if cell else ()) or personas,
            )
        )  # fmt: skip

    # --- edges

    def _edge(self, source: str, target: str, kind: EdgeKind, **said: Unpack[Said]) -> None:
        ends = self._lane_of(source), self._lane_of(target)
        self.edges.append(FlowEdge(source=source, target=target, kind=kind, crosses=self.lines.between(*ends), **said))

    def _lane_of(self, key: str) -> str:
        if part := self.blueprint.cells.get(key):
            return lane_of(part)
        step = self.blueprint.steps.get(key)
        return deciding_lane(step) if step and step.kind == "decision" else ""

    def _join(self, source: str, entry: Entry, kind: EdgeKind = "leads_to", **said: Unpack[Said]) -> None:
        for target in self.returns.nodes(entry):
            self._edge(source, target, kind, **said)

    # --- a step

    def _step(self, step: Step) -> None:
        inside = self.order.inside[step.key]
        for part in step.cells:
            self._part_node(part, step)
        if step.kind == "decision":
            self._place(step.key, "decision", step, lane=deciding_lane(step))
        elif not inside.groups:
            self._place(step.key, "step", step)
        self._run(step, inside)
        self._fails(step, inside)
        for way in ways(step, self.order, self.returns):
            self._leave(step, inside, way)
        for when in step.whens:
            self._items(when.items)

    def _run(self, step: Step, inside: Inside) -> None:
        """What follows a group waits for all of it, and all of the next group starts."""
        groups = [tuple(part.key for part in group) for group in inside.groups]
        if step.kind == "decision":
            groups.append((step.key,))
        for before, after in pairwise(groups):
            if len(before) * len(after) > HUB and len(after) > 1:
                hub = f"join:{after[0]}"
                self._place(hub, "join", step)
                for source in before:
                    self._edge(source, hub, "leads_to")
                before = (hub,)
            for source in before:
                for target in after:
                    self._edge(source, target, "leads_to")

    def _fails(self, step: Step, inside: Inside) -> None:
        for fail in step.fails:
            if fail.recovery:
                self._join(
                    fail.cell if fail.cell in self.nodes else inside.exit, self.returns.target(fail.recovery, step),
                    "fails_to", probability=fail.likelihood, label=fail.title, implied=False, span=fail.span,
                )  # fmt: skip

    def _leave(self, step: Step, inside: Inside, way: Way) -> None:
        nodes = self.returns.nodes(way.entry)
        back = any(map(is_return, way.entry))
        recovers = back or (step.kind == "recovery" and not way.inward)
        probability = None if self.returns.shared(way.entry) else way.probability
        for target in nodes:
            self._edge(
                inside.exit, target, "recovers_to" if recovers else "leads_to", probability=probability,
                condition=way.condition, label=way.label, implied=way.implied, span=way.span,
            )  # fmt: skip
        if not recovers:
            self._journey(step, nodes, way)

    def _journey(self, step: Step, nodes: Entry, way: Way) -> None:
        source = self.journeys.source(step)
        if source is None:
            return
        for target, share in self.journeys.targets(nodes).items():
            known = None if share is None or way.probability is None else way.probability * share
            self._edge(
                source, target, "journey", probability=known,
                condition=way.condition, label=way.label, implied=way.implied, span=way.span,
            )  # fmt: skip

    # --- around steps

    def _gate(self, record: Step | ServicePart, where: Step | None) -> None:
        gate = self.order.gates.get(id(record))
        if gate is None:
            return
        service = self.blueprint.services.get(record.service)
        title = record.label if isinstance(record, Step) else service.label if service else ""
        self._node(
            FlowNode(
                key=gate.key, kind="gate", title=title, span=record.span, phase=record.phase,
                step=where.key if where else "", service=record.service, tier=self._tier(record.service),
            )
        )  # fmt: skip
        self._pass(gate)

    def _pass(self, gate: Gate) -> None:
        past = None if gate.share is None else 1.0 - gate.share
        self._join(gate.key, gate.into, probability=gate.share, condition=gate.condition)
        self._join(gate.key, gate.past, probability=past)

    def _part(self, part: ServicePart) -> None:
        self._gate(part, None)
        self._items(part.items)

    def _parallel(self, parallel: Parallel) -> None:
        fork, join = f"fork:{parallel.key}", f"join:{parallel.key}"
        self._place(fork, "fork", parallel)
        entries = [self.order.inner[id(branch)] for branch in parallel.branches]
        for entry, branch in zip(entries, parallel.branches, strict=True):
            if entry != (join,):  # a recovery or an offstage step is no branch that anybody goes through
                self._join(fork, entry)
            self._items(branch.items)
        if all(entry == (join,) for entry in entries):
            self._join(fork, (join,))
        self._place(join, "join", parallel)
        after = self.order.after[join]
        self._join(join, after, "recovers_to" if any(map(is_return, after)) else "leads_to")

    # --- links

    def _link(self, link: Link) -> None:
        source = self._end_node(link.source, self.order.exits.get(link.source))
        step = self.blueprint.steps.get(self.nodes[source].step) if source in self.nodes else None
        entry = self.returns.target(link.target, step) if step else self.order.entry.get(link.target)
        entry = entry or (self._end_node(link.target, None),)
        for target in self.returns.nodes(entry if link.kind == "leads_to" else entry[:1]):
            self._edge(
                source, target, link.kind, probability=1.0 if link.kind == "leads_to" else None,
                label=link.title, implied=False, link=True, span=link.span,
            )  # fmt: skip

    def _end_node(self, key: str, step_end: str | None) -> str:
        """The node for an end of a link; a declaration becomes a node when a link names it."""
        if step_end:
            return step_end
        if key not in self.nodes and key not in ("start", "end"):
            b = self.blueprint
            tables = (b.roles, b.systems, b.personas, b.channels, b.packages, b.insights, b.policies, b.services)
            found = next((table[key] for table in tables if key in table), None)
            span = found.span if found else NOWHERE
            self._node(FlowNode(key=key, kind="declaration", title=found.label if found else key, span=span))
        return key


def _amount(money: Money | None) -> float | None:
    return None if money is None else float(money.amount)
