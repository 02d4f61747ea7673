"""The view `handoffs`: who hands over to whom, what and how often, and which lines that crosses.

The customer is one node; roles, systems and partners that perform are others; what nobody is named for belongs to its
lane. A handover is an edge of the flow between cells of different performers; decisions, forks and the like on the way
belong to nobody and are looked through.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from blueprint.graph.flow import EdgeKind, Flow, FlowEdge, FlowNode
from blueprint.graph.lines import Lines
from blueprint.layout.lanes import NAMES, Side, side
from blueprint.layout.layered import Arc, Node
from blueprint.layout.naming import lane_label
from blueprint.layout.network import Chart, Entry, Join, Rule, Tier, label_size
from blueprint.layout.text import CELL, LABEL, META, Block, Font, block
from blueprint.model.entities import Blueprint, Cell, Wait
from blueprint.records import dataclass, field
from blueprint.units import seconds_text

CUSTOMER = "customer"
WIDE, LABEL_WIDE = 150.0, 112.0
NAME = Font(CELL.size, CELL.leading, bold=True)
RADII = {"persona": 14.0, "system": 2.0, "partner": 2.0, "unnamed": 4.0}
NAMED = 3  # steps that a label names before it counts the others
THROUGH = 24  # nodes that a handover is followed through, so that a long run of options costs no square
ON: tuple[EdgeKind, ...] = ("leads_to", "recovers_to")
SAID = {"interaction": "interaction", "visibility": "visibility", "internal": "internal interaction"}


@dataclass(slots=True)
class Actor:
    """Someone or something that performs cells, in its most visible lane."""

    key: str
    lane: str
    kind: str
    title: str
    cells: int = 0
    seconds: float = 0.0
    lanes: dict[str, None] = field(default_factory=dict)


@dataclass(slots=True)
class Handover:
    """All that passes from one to another in one way; `things` are link labels and titles of steps, by count."""

    source: str
    target: str
    fails: bool
    times: int = 0
    things: dict[str, None] = field(default_factory=dict)


def chart(blueprint: Blueprint, flow: Flow) -> Chart:
    """The network of handovers, a tier for each lane that someone works in."""
    found = _Finder(blueprint, flow)
    lanes = [lane.id for lane in blueprint.lanes]
    tier = {lane: number for number, lane in enumerate(lanes)}
    actors = sorted(found.actors.values(), key=lambda a: tier[a.lane])
    used = [lane for lane in lanes if any(actor.lane == lane for actor in actors)]
    between = Lines(blueprint.lanes)
    count = sum(each.times for each in found.handovers.values())
    return Chart(
        name="Who hands over to whom",
        description=f"{count} handovers between {len(actors)} who take part",
        entries=tuple(_entry(blueprint, actor, tier[actor.lane]) for actor in actors),
        joins=tuple(_join(blueprint, h, found.actors, between) for h in found.handovers.values()),
        tiers=tuple(_tiers(blueprint, used, tier, between)),
    )


class _Finder:
    def __init__(self, blueprint: Blueprint, flow: Flow) -> None:
        self.blueprint, self.flow = blueprint, flow
        self.rank = {lane.id: number for number, lane in enumerate(blueprint.lanes)}
        self.actors: dict[str, Actor] = {}
        self.handovers: dict[tuple[str, str, bool], Handover] = {}
        self.doing = {key: self.performers(node) for key, node in flow.nodes.items()}
        for key in self.doing:
            self.follow(key)

    def performers(self, node: FlowNode) -> tuple[str, ...]:
        """The keys of those who act in a node; empty for what nobody does."""
        part = self.blueprint.cells.get(node.key)
        if part is None:
            decided = node.kind == "decision" and node.lane == "customer" and "customer" in self.rank
            return (self.act(CUSTOMER, "customer", "persona", self.customer()),) if decided else ()
        seconds = node.duration or 0.0
        if isinstance(part, Wait) or part.lane == "customer":
            return (self.act(CUSTOMER, "customer", "persona", self.customer(), part, seconds),)
        return tuple(self.named(part, seconds)) or (
            self.act(f"lane:{part.lane}", part.lane, "unnamed", lane_label(self.blueprint, part.lane), part, seconds),
        )

    def customer(self) -> str:
        personas = [persona.label for persona in self.blueprint.personas.values()]
        return personas[0] if len(personas) == 1 else "Customer"

    def named(self, cell: Cell, seconds: float) -> Iterator[str]:
        for key in cell.performers:
            if key in self.blueprint.personas:
                yield self.act(CUSTOMER, cell.lane, "persona", self.customer(), cell, seconds)
            elif role := self.blueprint.roles.get(key):
                yield self.act(key, cell.lane, "role", role.label, cell, seconds)
            elif system := self.blueprint.systems.get(key):
                yield self.act(key, cell.lane, system.kind, system.label, cell, seconds)

    def act(
        self, key: str, lane: str, kind: str, title: str, part: Cell | Wait | None = None, seconds: float = 0.0
    ) -> str:  # fmt: skip
        if lane not in self.rank:
            lane = next(reversed(self.rank), lane)
        actor = self.actors.setdefault(key, Actor(key, lane, kind, title))
        actor.lanes[lane] = None
        if self.rank.get(lane, 0) < self.rank.get(actor.lane, 0):
            actor.lane = lane
        actor.cells += isinstance(part, Cell)
        actor.seconds += seconds
        return key

    def follow(self, key: str) -> None:
        """Note what passes from the performers of one node to those of the nodes after it."""
        givers = self.doing[key]
        if not givers:
            return
        for edge in self.flow.out(key, "fails_to"):
            self.note(givers, edge, fails=True)
        pending = list(self.flow.out(key, *ON))
        seen: set[str] = set()
        while pending and len(seen) < THROUGH:
            edge = pending.pop(0)
            if edge.target in seen:
                continue
            seen.add(edge.target)
            if self.doing.get(edge.target):
                self.note(givers, edge, fails=False)
            else:
                pending += self.flow.out(edge.target, *ON)

    def note(self, givers: tuple[str, ...], edge: FlowEdge, *, fails: bool) -> None:
        takers = self.doing.get(edge.target, ())
        thing = edge.label or self.thing(edge.target)
        for giver in givers:
            for taker in takers:
                if taker in givers:  # who is there already is handed nothing
                    continue
                each = self.handovers.setdefault((giver, taker, fails), Handover(giver, taker, fails))
                each.times += 1
                each.things[thing] = None

    def thing(self, key: str) -> str:
        step = self.blueprint.steps.get(self.flow.nodes[key].step)
        return step.label if step else ""


def _entry(blueprint: Blueprint, actor: Actor, tier: int) -> Entry:
    facts = [
        actor.kind if actor.kind in ("system", "partner") else "",
        f"{actor.cells} activit{'y' if actor.cells == 1 else 'ies'}" if actor.cells else "",
    ]
    facts.append(seconds_text(actor.seconds) if actor.seconds else "")
    others = [lane_label(blueprint, lane) for lane in actor.lanes if lane != actor.lane]
    also = f"also {', '.join(others)}" if others else ""
    room = WIDE - 20
    text = (
        block(actor.title, NAME, room)
        + block("\u00a0· ".join(filter(None, facts)), META, room)
        + block(also, META, room)
    )
    said = {"persona": "Customer", "unnamed": "Nobody is named"}.get(actor.kind, actor.kind.capitalize())
    return Entry(
        node=Node(id=f"actor:{actor.key}", width=WIDE, height=max(46.0, text.height + 16), tier=tier),
        style=f"cell.{actor.lane}", role=actor.kind, text=text,
        shape="rect" if actor.kind in ("system", "partner") else "round", radius=RADII.get(actor.kind, 8.0),
        title=f"{said}: {actor.title}, {', '.join(filter(None, (*facts, also)))}", data={"key": actor.key},
    )  # fmt: skip


def _join(blueprint: Blueprint, handover: Handover, actors: dict[str, Actor], between: Lines) -> Join:
    things = [thing for thing in handover.things if thing]
    told = things if len(things) <= NAMED + 1 else [*things[:NAMED], f"{len(things) - NAMED} more"]
    times = f"{handover.times} × " if handover.times > 1 else ""
    text = block(times + ", ".join(told), LABEL, LABEL_WIDE)
    source, target = actors[handover.source], actors[handover.target]
    crossed = [f"line of {SAID[line]}" if line in SAID else line for line in between.between(source.lane, target.lane)]
    across = f", across the {_listed(crossed)}" if crossed else ""
    verb = "fails over to" if handover.fails else "hands over to"
    count = f"{handover.times} time{'s' * (handover.times != 1)}"
    key = f"{'fail' if handover.fails else 'handover'}:{handover.source}:{handover.target}"
    return Join(
        arc=Arc(id=key, source=f"actor:{handover.source}", target=f"actor:{handover.target}", label=label_size(text)),
        style="edge.fails_to" if handover.fails else "edge.handover", text=text,
        title=f"{source.title} {verb} {target.title} {count}{across}: {', '.join(things)}",
        data={"count": str(handover.times), "crosses": " ".join(between.between(source.lane, target.lane))},
    )  # fmt: skip


def _listed(words: list[str]) -> str:
    return " and the ".join(words) if len(words) < 3 else ", the ".join(words[:-1]) + f" and the {words[-1]}"


def _tiers(blueprint: Blueprint, used: list[str], tier: dict[str, int], between: Lines) -> Iterator[Tier]:
    names: Side = side(blueprint, "")
    own = {lane.id for lane in blueprint.lanes if not lane.builtin}
    for place, lane in enumerate(used):
        kind = f".extra.{lane}" if lane in own else f".{lane}"
        below = between.between(lane, used[place + 1]) if place + 1 < len(used) else ()
        yield Tier(
            number=tier[lane], key=lane, role="lane", style=f"lane{kind}", bar=f"bar{kind}",
            text=names.names.get(lane, Block(())), title=lane_label(blueprint, lane), rules=tuple(_rules(names, below)),
        )  # fmt: skip


def _rules(names: Side, lines: Iterable[str]) -> Iterator[Rule]:
    for line in lines:
        text = names.lines[line]
        style = f"line.{line}" if line in NAMES else f"line.extra.{line}"
        yield Rule(key=line, style=style, text=text, title=" ".join(words for words, _, _ in text.lines))
