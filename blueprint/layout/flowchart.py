"""The view `flow`: steps, decisions and recoveries as a plain flow chart from start to end, a tier for each phase."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.graph.flow import EdgeKind, Flow, FlowEdge, FlowNode
from blueprint.layout.columns import lane_of, numbers
from blueprint.layout.head import KINDS
from blueprint.layout.headings import times_of
from blueprint.layout.layered import Arc, Node
from blueprint.layout.naming import data, labels, lane_label
from blueprint.layout.network import Chart, Entry, Join, Tier, label_size
from blueprint.layout.sizes import diamond
from blueprint.layout.text import CELL, LABEL, LANE, META, Block, Font, block
from blueprint.layout.values import share
from blueprint.model.entities import Blueprint, Cell, Step
from blueprint.records import dataclass, field

WIDE, DIAMOND, LABEL_WIDE, NAME_WIDE = 168.0, 176.0, 120.0, 118.0
NAME = Font(CELL.size, CELL.leading, bold=True)
KINDS_OF_EDGES: tuple[EdgeKind, ...] = ("leads_to", "fails_to", "recovers_to")
MAIN = 8  # how much straighter the path of most is wanted than the others
KEY = {
    "customer": "The customer acts",
    "frontstage": "In front of the customer",
    "backstage": "Behind the line of visibility",
    "support": "Support only",
}
PHASE = Font(LANE.size, LANE.leading, bold=True)


@dataclass(slots=True)
class Way:
    """All edges of one kind from one step to another, as one."""

    source: str
    target: str
    kind: EdgeKind
    words: dict[str, None] = field(default_factory=dict)
    main: bool = False  # what most customers take


def chart(blueprint: Blueprint, flow: Flow) -> Chart:
    """The steps of a flow as a network."""
    return _Chart(blueprint, flow).chart()


class _Chart:
    def __init__(self, blueprint: Blueprint, flow: Flow) -> None:
        self.blueprint, self.flow = blueprint, flow
        self.numbers = numbers(blueprint)
        self.lanes = [lane.id for lane in blueprint.lanes]
        self.phases = {phase.key: number for number, phase in enumerate(blueprint.phases)}
        self.owner = {key: self.own(node) for key, node in flow.nodes.items() if node.kind != "declaration"}

    def own(self, node: FlowNode) -> str:
        """What stands for a node in this chart: its step; itself where it is none of a step's parts."""
        return node.step if node.step in self.blueprint.steps and node.kind not in ("gate", "join") else node.key

    def chart(self) -> Chart:
        ways = list(self.ways())
        shown = self.order(ways)
        joined = {end for way in ways for end in (way.source, way.target)}
        entries = [entry for key in shown if key in joined or key in self.blueprint.steps for entry in self.entry(key)]
        used = {entry.node.tier for entry in entries}
        steps = sum(1 for key in shown if key in self.blueprint.steps)
        return Chart(
            name="Flow chart", description=f"Flow chart of {steps} step{'s' * (steps != 1)}, from start to end",
            entries=tuple(entries), joins=tuple(self.join(way) for way in ways),
            tiers=tuple(tier for tier in self.tiers() if tier.number in used), key=tuple(self.key(entries)),
        )  # fmt: skip

    def order(self, ways: list[Way]) -> list[str]:
        """As written, with each recovery right after what fails into it: edges against this order run upwards."""
        fails: dict[str, list[str]] = {}
        for way in ways:
            step = self.blueprint.steps.get(way.target)
            if way.kind == "fails_to" and step and step.kind == "recovery":
                fails.setdefault(way.source, []).append(way.target)
        waiting = {target for targets in fails.values() for target in targets}
        found: dict[str, None] = {}
        written = list(dict.fromkeys(self.owner.values()))
        # Recoveries that only fail into each other are reached from nowhere, and stand last.
        stack = [key for key in reversed(written) if key in waiting] + [
            k for k in reversed(written) if k not in waiting
        ]
        while stack:
            key = stack.pop()
            if key not in found:
                found[key] = None
                stack += reversed(fails.get(key, []))
        return list(found)

    def key(self, entries: list[Entry]) -> Iterator[tuple[str, str]]:
        """What the hues of the steps mean."""
        used = {entry.style for entry in entries}
        for lane in self.lanes:
            if f"cell.{lane}" in used:
                name = lane_label(self.blueprint, lane)
                yield f"cell.{lane}", KEY.get(lane, name)

    # edges

    def ways(self) -> Iterator[Way]:
        found: dict[tuple[str, str, EdgeKind], Way] = {}
        for edge in self.flow.edges:
            source, target = self.owner.get(edge.source, ""), self.owner.get(edge.target, "")
            if edge.kind not in KINDS_OF_EDGES or not source or not target or source == target:
                continue
            way = found.setdefault((source, target, edge.kind), Way(source, target, edge.kind))
            way.words.update(dict.fromkeys(filter(None, (_said(edge),))))
            way.main |= (
                edge.kind == "leads_to" and not edge.link and (edge.probability is None or edge.probability >= 0.5)
            )
        yield from found.values()

    def join(self, way: Way) -> Join:
        text = block(", ".join(way.words), LABEL, LABEL_WIDE)
        verb = {"fails_to": "fails to", "recovers_to": "returns to"}.get(way.kind, "leads to")
        said = f": {', '.join(way.words)}" if way.words else ""
        return Join(
            arc=Arc(id=f"{way.kind}:{way.source}:{way.target}", source=way.source, target=way.target,
                    label=label_size(text), weight=MAIN if way.main else 1),
            style="edge" if way.kind == "leads_to" else f"edge.{way.kind}", text=text,
            title=f"{self.name(way.source)} {verb} {self.name(way.target)}{said}", data={"kind": way.kind},
        )  # fmt: skip

    def name(self, key: str) -> str:
        step = self.blueprint.steps.get(key)
        return step.label if step else self.flow.nodes[key].title or key

    # boxes

    def entry(self, key: str) -> Iterator[Entry]:
        step, node = self.blueprint.steps.get(key), self.flow.nodes.get(key)
        if step:
            yield self.step(step)
        elif node and node.kind in ("start", "end"):
            text = block(node.title, NAME, 100)
            number = 0 if node.kind == "start" else max(len(self.phases) - 1, 0)
            yield Entry(
                node=Node(id=key, width=max(72.0, text.width + 28), height=28, tier=number), style=f"node.{node.kind}",
                role=node.kind, text=text, shape="pill", title=node.title,
            )  # fmt: skip
        elif node:
            yield self.knot(key, node)

    def knot(self, key: str, node: FlowNode) -> Entry:
        """Forks and joins as bars, gates before what is optional as small diamonds."""
        tier = self.phases.get(node.phase, 0)
        if node.kind == "gate":
            said = f"Not everyone: {node.title}"
            size = Node(id=key, width=26, height=26, tier=tier, diamond=True)
            return Entry(node=size, style="cell.decision", role="gate", shape="diamond", title=said)
        said = "All of these run side by side" if node.kind == "fork" else "All of these have ended"
        size = Node(id=key, width=120, height=6, tier=tier)
        return Entry(node=size, style="parallel", role=node.kind, shape="bar", radius=2, title=said)

    def step(self, step: Step) -> Entry:
        tier = self.phases.get(step.phase, 0)
        name = f"{self.numbers[step.key]}. {step.label}" if step.key in self.numbers else step.label
        said = f"{step.kind.capitalize()} {name}"
        if step.kind == "decision":
            fitted = diamond(name, DIAMOND)
            size = Node(id=step.key, width=DIAMOND, height=fitted.height, tier=tier, diamond=True)
            return Entry(node=size, style="cell.decision", role="decision", shape="diamond", text=fitted.text,
                         title=said, data=data(step.key, step.span))  # fmt: skip
        room = WIDE - 20
        text = block(name, NAME, room) + block(self.under(step), META, room)
        size = Node(id=step.key, width=WIDE, height=max(40.0, text.height + 14), tier=tier)
        return Entry(
            node=size, style=self.style(step), role=step.kind, text=text, title=said, description=self.under(step),
            data=data(step.key, step.span),
        )  # fmt: skip

    def under(self, step: Step) -> str:
        """Who does it, and how long it takes."""
        cells = [part for part in step.cells if isinstance(part, Cell)]
        people = dict.fromkeys(who for cell in cells for who in cell.performers)
        who = labels(people, self.blueprint.roles, self.blueprint.systems, self.blueprint.personas)
        return "\u00a0· ".join(filter(None, (", ".join(who), times_of(step), "offstage" if step.offstage else "")))

    def style(self, step: Step) -> str:
        """A recovery looks like one; another step has the hue of its most visible lane."""
        if step.kind == "recovery":
            return "cell.recovery"
        lanes = {lane_of(part) for part in step.cells}
        return f"cell.{next((lane for lane in self.lanes if lane in lanes), 'support')}"

    # phases

    def tiers(self) -> Iterator[Tier]:
        for number, phase in enumerate(self.blueprint.phases):
            text = block(KINDS[phase.kind], PHASE, NAME_WIDE) + block(phase.title, CELL, NAME_WIDE)
            yield Tier(
                number=number, key=phase.key, role="phase", style="panel" if number % 2 == 0 else "lane.emotion",
                bar=f"phase.{phase.kind}", text=text, title=f"Phase {phase.kind}: {phase.title}".rstrip(": "),
            )  # fmt: skip
        if not self.blueprint.phases:
            yield Tier(number=0, key="phase", role="phase", style="panel", bar="phase", text=Block(()), title="")


def _said(edge: FlowEdge) -> str:
    """Condition, label and share of an edge; a share that is certain or unknown is not said."""
    known = edge.probability is not None and edge.probability < 1.0 - 1e-9
    chance = share(edge.probability) if known and edge.probability is not None else ""
    return " · ".join(filter(None, (edge.condition, edge.label, chance)))
