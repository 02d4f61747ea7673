"""Views that are networks and no grid: who hands over to whom, and the plain flow chart. Graphviz lays them out.

`draw` makes the same Scene as the swimlane picture has, so every renderer and theme draws it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Literal

from blueprint.diagnostics import Refusal
from blueprint.graph.flow import Flow
from blueprint.layout import legend
from blueprint.layout.head import TOP, facts_of
from blueprint.layout.layered import Arc, Node, arrange
from blueprint.layout.scene import Box, Item, Label, Line, Route, Scene, Shape, Words
from blueprint.layout.text import FACTS, TITLE, Block, block
from blueprint.layout.tracks import Drawn, Edge
from blueprint.layout.tracks import draw as lay
from blueprint.layout.view import VIEWS, View
from blueprint.model.entities import Blueprint
from blueprint.records import dataclass, field
from blueprint.spelling import unknown

MARGIN, INDENT, BAR = 22.0, 14.0, 4.0
PAD = 20.0  # between the names at the left, the network and the right border
LEAST_WIDTH = 560.0
TIER_PAD = 18.0  # between a tier's border and what stands in it
LABEL_PAD = (10.0, 3.0)
NO_TEXT = Block(())


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A box of the network and how it is dressed."""

    node: Node
    style: str
    text: Block = NO_TEXT
    role: str = "node"
    shape: Shape = "round"
    radius: float = 6.0
    title: str = ""
    description: str = ""
    data: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    """An edge of the network, its label and how it is dressed."""

    arc: Arc
    style: str
    text: Block = NO_TEXT
    title: str = ""
    data: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A line under a tier, with its name."""

    key: str
    style: str
    text: Block
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tier:
    """A band across the picture: a lane, or a phase."""

    number: int
    key: str
    role: Literal["lane", "phase"]
    style: str
    bar: str
    text: Block
    title: str
    rules: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A network before it is laid out. `name` is what kind of picture it is, for the line of facts."""

    name: str
    description: str
    entries: tuple[Entry, ...]
    joins: tuple[Join, ...]
    tiers: tuple[Tier, ...]
    key: tuple[tuple[str, str], ...] = ()  # styles of boxes, and what they mean


class ViewUnknown(Refusal, ValueError):
    """A kind of view that there is not; the message lists those there are."""


def draw(blueprint: Blueprint, flow: Flow, kind: str, scenario: str = "") -> Scene:
    """The view `handoffs` or `flow` of a blueprint in plain numbers. `scenario` is the title of the one it is under.

    Raises `EngineMissing` or `EngineFailed` of `blueprint.layout.graphviz` when Graphviz is not there or gives up, and
    `ViewUnknown` for another kind of view.
    """
    from blueprint.layout import flowchart, handoffs

    charts: dict[str, Callable[[Blueprint, Flow], Chart]] = {"handoffs": handoffs.chart, "flow": flowchart.chart}
    if kind not in charts:
        raise ViewUnknown(unknown("view", kind, VIEWS))
    return _Picture(blueprint, charts[kind](blueprint, flow), View(scenario=scenario)).scene()


def label_size(text: Block) -> tuple[float, float] | None:
    """The room that a label takes on its edge."""
    return (round(text.width + LABEL_PAD[0], 2), text.height + LABEL_PAD[1]) if text.lines else None


class _Picture:
    def __init__(self, blueprint: Blueprint, chart: Chart, view: View) -> None:
        self.blueprint, self.chart, self.view = blueprint, chart, view
        self.layers = arrange([e.node for e in chart.entries], [j.arc for j in chart.joins])
        texts = [tier.text.width for tier in chart.tiers] + [r.text.width for t in chart.tiers for r in t.rules]
        self.side = max(texts, default=-INDENT) + INDENT
        reach = [(spot.x - spot.width / 2, spot.x + spot.width / 2) for spot in self.layers.spots.values()]
        low, high = min((a for a, _ in reach), default=0.0), max((b for _, b in reach), default=0.0)
        start = MARGIN + self.side + PAD
        self.right = max(LEAST_WIDTH, start + high - low + PAD, MARGIN + self.widest_fact())
        self.shift = start - low + (self.right - PAD - start - (high - low)) / 2

    def widest_fact(self) -> float:
        return min(block(self.blueprint.label, TITLE, 900).width, 900.0)

    def scene(self) -> Scene:
        head, top = self.head()
        layers = self.layers.moved(self.shift)
        drawn = lay(layers, top + TIER_PAD, room=dict.fromkeys(layers.last.values(), 2 * TIER_PAD))
        bottom = drawn.bands[-1][1] + TIER_PAD if drawn.bands else top
        items = [*head, *self.tiers(drawn, top, bottom), *self.routes(drawn), *self.boxes(drawn)]
        key, bottom = legend.legend(items, MARGIN, bottom + 16, self.right, self.chart.key)
        return Scene(
            width=round(self.right + MARGIN, 2), height=round(bottom + 14, 2), title=self.blueprint.label,
            description=self.chart.description, items=(*items, *key),
        )  # fmt: skip

    def head(self) -> tuple[list[Item], float]:
        room = self.right - MARGIN
        title = block(self.blueprint.label, TITLE, room)
        facts = block("\u00a0· ".join([self.chart.name, *facts_of(self.blueprint, self.view)[1:]]), FACTS, room)
        under = TOP + title.height + 2
        words: list[Item] = [
            Words(id="title", role="title", lines=title.place(MARGIN, TOP, "start")),
            Words(id="facts:1", role="facts", lines=facts.place(MARGIN, under, "start")),
        ]
        return words, under + facts.height + 14

    # what stands behind

    def tiers(self, drawn: Drawn, top: float, bottom: float) -> Iterator[Item]:
        """Grounds first, then their names, then the lines between them."""
        names: list[Item] = []
        rules: list[Item] = []
        for tier in self.chart.tiers:
            last = self.layers.last[tier.number]
            low = bottom if last == len(drawn.bands) - 1 else drawn.bands[last + 1][0] - TIER_PAD
            low = round(low, 2)
            yield Box(
                id=f"{tier.role}:{tier.key}", role=tier.role, style=tier.style, x=MARGIN, y=round(top, 2),
                width=round(self.right - MARGIN, 2), height=round(low - top, 2), title=tier.title,
                data={"key": tier.key},
            )  # fmt: skip
            names.append(Box(id=f"bar:{tier.key}", role="bar", style=tier.bar, x=MARGIN, y=round(top, 2), width=BAR,
                             height=round(low - top, 2)))  # fmt: skip
            middle = (top + low - tier.text.height) / 2
            lines = tier.text.place(MARGIN + INDENT, middle, "start")
            names.append(Words(id=f"name:{tier.key}", role=f"{tier.role}-name", lines=lines))
            rules += self.rules(tier, low)
            top = low
        yield from names
        yield from rules

    def rules(self, tier: Tier, y: float) -> Iterator[Item]:
        for number, rule in enumerate(tier.rules):
            at = round(y + 7 * (number - (len(tier.rules) - 1) / 2), 2)
            yield Line(id=f"line:{rule.key}", role="line", style=rule.style, x1=MARGIN, y1=at, x2=round(self.right, 2),
                       y2=at, title=rule.title)  # fmt: skip
            top = at - rule.text.height - 2 if number == 0 else at + 2
            lines = rule.text.place(MARGIN + INDENT, top, "start")
            yield Words(id=f"line-name:{rule.key}", role="line-name", lines=lines)

    # the network

    def boxes(self, drawn: Drawn) -> Iterator[Item]:
        for entry in self.chart.entries:
            x, y = drawn.nodes[entry.node.id]
            yield Box(
                id=entry.node.id, role=entry.role, style=entry.style, shape=entry.shape, radius=entry.radius,
                x=round(x - entry.node.width / 2, 2), y=round(y - entry.node.height / 2, 2), width=entry.node.width,
                height=entry.node.height, text=entry.text.centred(x, y), title=entry.title,
                description=entry.description, data=entry.data,
            )  # fmt: skip

    def routes(self, drawn: Drawn) -> Iterator[Item]:
        for join in self.chart.joins:
            edge = drawn.edges.get(join.arc.id)
            if edge is None:
                continue
            yield Route(
                id=join.arc.id, role="edge", style=join.style, points=edge.points, bridges=edge.bridges,
                label=_label(join, edge), source=join.arc.source, target=join.arc.target, title=join.title,
                data=join.data,
            )  # fmt: skip


def _label(join: Join, edge: Edge) -> Label | None:
    if edge.label is None or join.arc.label is None:
        return None
    (x, y), (wide, tall) = edge.label, join.arc.label
    return Label(x=round(x - wide / 2, 2), y=round(y - tall / 2, 2), width=wide, height=tall,
                 text=join.text.centred(x, y))  # fmt: skip
