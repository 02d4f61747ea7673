"""A network in layers, top to bottom: Graphviz gives the order within them and the places across.

The layers follow from the order and the tiers of the nodes. Graphviz gets a small node for every layer that an edge
passes and one for every label, so an edge only ever joins neighbouring layers, stays clear of every box, and its label
has a place of its own on it; what Graphviz draws as curves is not used, since those differ between its builds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from blueprint.layout.graphviz import EngineFailed, place
from blueprint.records import dataclass, replace

GAP = 26.0  # pixels between neighbours in a layer
MOST = 15_000  # places, past which Graphviz takes minutes
KINK, CLEAR = 30.0, 12.0  # a step aside that is taken out of an edge, and what must stay free beside it then
THIN = 6.0  # width of an edge that passes a layer
# How straight an edge is wanted: from box to box, where one end passes a layer, where both do.
STRAIGHT = (4, 3, 8)


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A box to place. Nodes of a lower tier stand above all those of a higher one."""

    id: str
    width: float
    height: float
    tier: int = 0
    diamond: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Arc:
    """An edge; `label` is the width and height of its label. The heavier, the straighter it is wanted."""

    id: str
    source: str
    target: str
    label: tuple[float, float] | None = None
    weight: int = 1


@dataclass(frozen=True, slots=True)
class Spot:
    """Something that stands in a layer: a box, a label, or an edge that passes; `x` is its centre."""

    name: str
    x: float
    width: float
    height: float
    node: Node | None = None


@dataclass(frozen=True, slots=True)
class Chain:
    """An edge downwards: its spots from layer to layer. `up` when the edge itself runs the other way."""

    arc: Arc
    up: bool
    spots: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Layers:
    """Spots by name, the names in each layer from left to right, the chains, and for each tier its last layer."""

    spots: Mapping[str, Spot]
    rows: tuple[tuple[str, ...], ...]
    chains: tuple[Chain, ...]
    last: Mapping[int, int]

    def moved(self, by: float) -> Layers:
        """The same, further to the right."""
        spots = {n: replace(spot, x=round(spot.x + by, 2)) for n, spot in self.spots.items()}
        return replace(self, spots=spots)


def arrange(nodes: Sequence[Node], arcs: Sequence[Arc]) -> Layers:
    """Lay a network out. Edges from a node to itself are left out; edges against tiers and order run upwards.

    Raises `EngineMissing` and `EngineFailed` of `blueprint.layout.graphviz`.
    """
    if not nodes:
        return Layers({}, (), (), {})
    return _Layering(nodes, arcs).layers()


class _Layering:
    def __init__(self, nodes: Sequence[Node], arcs: Sequence[Arc]) -> None:
        self.nodes = {f"n{i}": node for i, node in enumerate(nodes)}
        self.names = {node.id: name for name, node in self.nodes.items()}
        rank = {node.id: (node.tier, i) for i, node in enumerate(nodes)}
        known = [arc for arc in arcs if arc.source in rank and arc.target in rank and arc.source != arc.target]
        # Against the order means upwards: the graph that is laid out has no cycle, and Graphviz none to break.
        self.arcs = [(arc, rank[arc.target] < rank[arc.source]) for arc in known]
        self.layer: dict[str, int] = {}

    def ends(self, arc: Arc, up: bool) -> tuple[str, str]:
        source, target = self.names[arc.source], self.names[arc.target]
        return (target, source) if up else (source, target)

    def layers(self) -> Layers:
        last = self.rank()
        rows: dict[int, list[str]] = {}
        spots: dict[str, tuple[float, float]] = {name: (n.width, n.height) for name, n in self.nodes.items()}
        chains = []
        for number, (arc, up) in enumerate(self.arcs):
            passed = list(self.passed(number, arc, up))
            spots.update((name, arc.label if name[0] == "l" and arc.label else (THIN, 0.0)) for name in passed)
            upper, lower = self.ends(arc, up)
            chains.append(Chain(arc, up, (upper, *passed, lower)))
        if len(spots) > MOST:
            raise EngineFailed(f"A network of {len(self.nodes)} boxes with so many far edges is too large to draw.")
        for name in spots:
            rows.setdefault(self.layer[name], []).append(name)
        places = place(self.text(rows, spots, chains))
        if missing := [name for name in spots if name not in places]:
            raise EngineFailed(f"Graphviz left out {len(missing)} of {len(spots)} places.")
        found = {n: Spot(n, places[n][0], w, h, self.nodes.get(n)) for n, (w, h) in spots.items()}
        ordered = tuple(tuple(sorted(row, key=lambda n: (found[n].x, n))) for _, row in sorted(rows.items()))
        _straighten(found, ordered, chains)
        _uncross(found, chains, self.layer)
        return Layers(found, ordered, tuple(chains), last)

    # which layer

    def rank(self) -> dict[int, int]:
        """Every node as high as what leads to it allows, then lower where that makes edges shorter; the last layer of
        each tier."""
        above: dict[str, list[tuple[str, int]]] = {name: [] for name in self.nodes}
        below: dict[str, list[tuple[str, int]]] = {name: [] for name in self.nodes}
        for arc, up in self.arcs:
            upper, lower = self.ends(arc, up)
            steps = 2 if arc.label else 1
            above[lower].append((upper, steps))
            below[upper].append((lower, steps))
        # In order of tier and place every edge runs downwards, so each layer is known when it is needed.
        order = sorted(self.nodes, key=lambda name: (self.nodes[name].tier, int(name[1:])))
        last: dict[int, int] = {}
        start, tier = 0, None
        for name in order:
            if self.nodes[name].tier != tier:
                start, tier = max(last.values(), default=-1) + 1, self.nodes[name].tier
            self.layer[name] = max([start, *(self.layer[upper] + steps for upper, steps in above[name])])
            room = max((steps - 1 for _, steps in below[name]), default=0)  # a label stands in the tier it comes from
            last[self.nodes[name].tier] = max(last.get(self.nodes[name].tier, 0), self.layer[name] + room)
        for name in reversed(order):
            room = max((steps - 1 for _, steps in below[name]), default=0)
            lowest = min([last[self.nodes[name].tier] - room, *(self.layer[n] - steps for n, steps in below[name])])
            if len(below[name]) > len(above[name]):
                self.layer[name] = max(self.layer[name], lowest)
        for number, (arc, up) in enumerate(self.arcs):
            if arc.label:  # near the end that the edge leaves
                upper, lower = self.ends(arc, up)
                self.layer[f"l{number}"] = self.layer[lower] - 1 if up else self.layer[upper] + 1
        return self.numbered(last)

    def numbered(self, last: Mapping[int, int]) -> dict[int, int]:
        """Number the layers in which something stands."""
        number = {layer: i for i, layer in enumerate(sorted(set(self.layer.values())))}
        found = {}
        for tier, layer in last.items():
            found[tier] = max(i for at, i in number.items() if at <= layer)
        self.layer = {name: number[layer] for name, layer in self.layer.items()}
        return found

    # which place

    def passed(self, number: int, arc: Arc, up: bool) -> Iterator[str]:
        """A name for every layer between the ends, that of the label among them."""
        upper, lower = (self.layer[name] for name in self.ends(arc, up))
        label = f"l{number}" if arc.label else ""
        for layer in range(upper + 1, lower):
            name = label if label and self.layer[label] == layer else f"d{number}_{layer}"
            self.layer[name] = layer
            yield name

    def text(
        self, rows: Mapping[int, Sequence[str]], spots: Mapping[str, tuple[float, float]], chains: Sequence[Chain]
    ) -> str:
        text = [f"{name} [{_size(*size)}]" for name, size in spots.items()]
        # One thread through all layers, so that they stay where they are when parts of the network are not joined.
        text += [f"r{a} -> r{b}" for a, b in pairwise(sorted(rows))]
        text += [f"{{rank=same; r{layer}; {'; '.join(names)}}}" for layer, names in sorted(rows.items())]
        for chain in chains:
            for a, b in pairwise(chain.spots):
                weight = chain.arc.weight * STRAIGHT[(a[0] != "n") + (b[0] != "n")]
                text.append(f"{a} -> {b} [weight={weight}]")
        return _graph(text)


def _straighten(spots: dict[str, Spot], rows: Sequence[Sequence[str]], chains: Sequence[Chain]) -> None:
    """Take small kinks out of edges: what passes a layer moves under what it comes from, where there is room."""
    beside = {name: (a, b) for row in rows for a, name, b in zip(("", *row), row, (*row[1:], ""), strict=False)}
    for chain in chains:
        inner = chain.spots[1:-1]
        for order in (inner, inner[::-1]):
            for a, b in pairwise(order):
                if 0.01 < abs(spots[a].x - spots[b].x) <= KINK and _fits(spots, spots[b], spots[a].x, beside[b]):
                    spots[b] = replace(spots[b], x=spots[a].x)


def _uncross(spots: dict[str, Spot], chains: Sequence[Chain], layer: Mapping[str, int]) -> None:
    """Two edges that change places from one layer to the next would need the same stretch twice. Where both only pass
    the next layer they change places there too, so that they cross further down, if at all."""
    steps: dict[int, list[tuple[str, str]]] = {}
    for chain in chains:
        for a, b in pairwise(chain.spots):
            steps.setdefault(layer[a], []).append((a, b))
    for number in sorted(steps):
        by_ends = {(round(spots[a].x), round(spots[b].x)): (a, b) for a, b in steps[number]}
        for (start, end), (_, b) in list(by_ends.items()):
            other = by_ends.get((end, start))
            if start < end and other and b[0] == other[1][0] == "d":
                spots[b], spots[other[1]] = (
                    replace(spots[b], x=spots[other[1]].x),
                    replace(spots[other[1]], x=spots[b].x),
                )


def _fits(spots: Mapping[str, Spot], spot: Spot, x: float, beside: tuple[str, str]) -> bool:
    left, right = (spots.get(name) for name in beside)
    clear = left is None or x - spot.width / 2 - (left.x + left.width / 2) >= CLEAR
    return clear and (right is None or right.x - right.width / 2 - (x + spot.width / 2) >= CLEAR)


def _graph(rows: Sequence[str]) -> str:
    head = f'graph [nodesep="{GAP / 96:.3f}", ranksep=0.3, splines=false]\nnode [shape=box, fixedsize=true, label=""]\n'
    return f"digraph {{\n{head}edge [arrowhead=none]\nnode [{_size(4, 4)}]\n" + "\n".join(rows) + "\n}\n"


def _size(width: float, height: float) -> str:
    return f'width="{width / 96:.4f}", height="{max(height, 4) / 96:.4f}"'
