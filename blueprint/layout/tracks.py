"""From layers to a picture: heights, ports on the boxes, and right-angled edges on tracks between the layers.

Between two layers lies a gutter. In it an edge comes down from its port above, runs along a track of its own, and goes
down to its port below; nothing else stands there, so no edge meets a foreign box.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from blueprint.layout.layered import Chain, Layers, Spot
from blueprint.layout.scene import Point
from blueprint.records import dataclass, field

TRACK = 11.0  # pixels between tracks
ABOVE, BELOW = 12.0, 17.0  # room over the first track, and under the last, where arrow heads are
PORT, INSET = 16.0, 12.0  # between ports, and from a box's corner
JOG = 7.0
SMALL = 60.0  # a diamond too small for ports: edges of one end meet at its corner
NEAR = 5.0  # what is nearer than this would look like one line
MANY = 80  # edges in one gutter, past which their order is not improved


@dataclass(slots=True)
class Run:
    """An edge in one gutter: from its port above to its port below, on a track (-1: straight down)."""

    chain: int
    above: float
    below: float
    track: int = -1
    early: float | None = None  # where it already is when it leaves its box sideways
    jog: float = 0.0  # how far it steps aside before it comes down to its track

    @property
    def low(self) -> float:
        return min(self.above, self.below)

    @property
    def high(self) -> float:
        return max(self.above, self.below)

    @property
    def straight(self) -> bool:
        return abs(self.above - self.below) < 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """Corners from source to target, the centre of its label, and where it hops over another."""

    points: tuple[Point, ...]
    label: Point | None
    bridges: tuple[Point, ...]


@dataclass(slots=True)
class Drawn:
    """Centres of boxes by their id, edges by theirs, and the top and bottom of every layer."""

    nodes: dict[str, Point] = field(default_factory=dict)
    edges: dict[str, Edge] = field(default_factory=dict)
    bands: list[tuple[float, float]] = field(default_factory=list)


def draw(layers: Layers, top: float, *, room: Mapping[int, float] | None = None) -> Drawn:
    """Everything in pixels from `top` down. `room` asks for more height under a layer, by its number."""
    return _Drawing(layers).draw(top, room or {})


class _Drawing:
    def __init__(self, layers: Layers) -> None:
        self.layers = layers
        self.row = {name: number for number, names in enumerate(layers.rows) for name in names}
        self.gutters: list[list[Run]] = [[] for _ in layers.rows]
        self.runs: list[list[Run]] = []  # by chain, from layer to layer

    def draw(self, top: float, room: Mapping[int, float]) -> Drawn:
        self.lay_runs()
        drawn = Drawn()
        for number, names in enumerate(self.layers.rows):
            tallest = max(self.layers.spots[name].height for name in names)
            drawn.bands.append((top, top + tallest))
            gutter = self.gutters[number]
            tracks = _order(gutter) if gutter else 0
            top += tallest + ABOVE + max(tracks - 1, 0) * TRACK + BELOW + room.get(number, 0.0)
        for spot in self.layers.spots.values():
            if spot.node:
                drawn.nodes[spot.node.id] = spot.x, self.middle(drawn, spot.name)
        hops = [list(_hops(gutter)) for gutter in self.gutters]
        for number, chain in enumerate(self.layers.chains):
            drawn.edges[chain.arc.id] = self.edge(drawn, number, chain, hops)
        return drawn

    def middle(self, drawn: Drawn, name: str) -> float:
        top, bottom = drawn.bands[self.row[name]]
        return (top + bottom) / 2

    # ports

    def lay_runs(self) -> None:
        chains, spots = self.layers.chains, self.layers.spots
        leaving: dict[str, list[tuple[float, int]]] = {}
        entering: dict[str, list[tuple[float, int]]] = {}
        for number, chain in enumerate(chains):
            first, second, before, last = chain.spots[0], chain.spots[1], chain.spots[-2], chain.spots[-1]
            leaving.setdefault(first, []).append((spots[second].x, number))
            entering.setdefault(last, []).append((spots[before].x, number))
        sideways = dict(self.sideways(leaving))
        below = {name: [end for end in ends if end[1] not in sideways] for name, ends in leaving.items()}
        outs = {n: port for name, ends in below.items() for n, port in _ports(spots[name], ends).items()}
        ins = {n: port for name, ends in entering.items() for n, port in _ports(spots[name], ends).items()}
        for number, chain in enumerate(chains):
            xs = [spots[name].x for name in chain.spots]
            xs[0], xs[-1] = outs.get(number, xs[0]), ins[number]
            for at in range(len(xs) - 1):
                if abs(xs[at] - xs[at + 1]) < 1:  # a hair's breadth aside would be seen as a slant
                    xs[at + 1 if at else at] = xs[at if at else at + 1]
            runs = [Run(number, a, b) for a, b in pairwise(xs)]
            if number in sideways:
                runs[0].early, runs[0].above = sideways[number], runs[0].below
            self.runs.append(runs)
            for run, name in zip(runs, chain.spots, strict=False):
                self.gutters[self.row[name]].append(run)

    def sideways(self, leaving: Mapping[str, Sequence[tuple[float, int]]]) -> Iterator[tuple[int, float]]:
        """Edges that leave a diamond at its left or right corner, as nothing stands in their way; with the corner."""
        for name, ends in leaving.items():
            spot = self.layers.spots[name]
            if not (spot.node and spot.node.diamond) or len(ends) < 2:
                continue
            ordered = sorted(ends)
            for (to, number), corner in ((ordered[0], spot.x - spot.width / 2), (ordered[-1], spot.x + spot.width / 2)):
                beyond = (to - corner) * (corner - spot.x) > 0 and abs(to - corner) > NEAR
                if beyond and self.free(name, min(to, corner), max(to, corner)):
                    yield number, corner

    def free(self, name: str, low: float, high: float) -> bool:
        """Whether nothing else of its layer stands between these places."""
        others = (self.layers.spots[other] for other in self.layers.rows[self.row[name]] if other != name)
        return all(o.x + o.width / 2 + NEAR < low or high < o.x - o.width / 2 - NEAR for o in others)

    # edges

    def edge(self, drawn: Drawn, number: int, chain: Chain, hops: Sequence[Sequence[tuple[Run, float]]]) -> Edge:
        points: list[Point] = []
        bridges: list[Point] = []
        label: Point | None = None
        for run, (upper, lower) in zip(self.runs[number], pairwise(chain.spots), strict=True):
            points += self.pieces(drawn, run, upper, lower)
            y = self.track(drawn, run, upper)
            bridges += [(x, y) for other, x in hops[self.row[upper]] if other is run]
            if lower[0] == "l":
                label = run.below, self.middle(drawn, lower)
        corners = _corners(points)
        return Edge(points=tuple(reversed(corners)) if chain.up else corners, label=label, bridges=tuple(bridges))

    def pieces(self, drawn: Drawn, run: Run, upper: str, lower: str) -> list[Point]:
        start = self.middle(drawn, upper) + self.half(upper, run.above)
        end = self.middle(drawn, lower) - self.half(lower, run.below)
        if run.early is not None:
            y = self.middle(drawn, upper)
            return [(run.early, y), (run.below, y), (run.below, end)]
        y = self.track(drawn, run, upper)
        x, over = run.above + run.jog, drawn.bands[self.row[upper]][1] + ABOVE / 2
        return [(run.above, start), (run.above, over), (x, over), (x, y), (run.below, y), (run.below, end)]

    def track(self, drawn: Drawn, run: Run, upper: str) -> float:
        return drawn.bands[self.row[upper]][1] + ABOVE + max(run.track, 0) * TRACK

    def half(self, name: str, x: float) -> float:
        """From the middle of a box down (or up) to its border at this place; a diamond's border slants."""
        spot = self.layers.spots[name]
        away = abs(x - spot.x) / (spot.width / 2) if spot.node and spot.node.diamond else 0.0
        return spot.height / 2 * (1.0 - min(away, 1.0))


def _ports(spot: Spot, ends: Iterable[tuple[float, int]]) -> dict[int, float]:
    """Where edges (wanted place, number) meet the upper or lower side of a box: in order, apart, near their wish."""
    ordered = sorted(ends)
    diamond = spot.node is not None and spot.node.diamond
    if spot.node is None or (diamond and (len(ordered) < 2 or spot.width < SMALL)):
        return {number: spot.x for _, number in ordered}
    reach = spot.width / 6 if diamond else max(spot.width / 2 - INSET, 0.0)
    step = min(PORT, 2 * reach / max(len(ordered) - 1, 1))
    low, high = spot.x - reach, spot.x + reach
    # What comes from beside the box takes the places that are left by what comes straight down to it.
    left = [number for wanted, number in ordered if wanted < low]
    right = [number for wanted, number in ordered if wanted > high]
    inner = [(wanted, number) for wanted, number in ordered if low <= wanted <= high]
    least, most = low + step * len(left), high - step * len(right)
    found: dict[int, float] = {}
    for place, (wanted, number) in enumerate(inner):
        least = max(least, min(wanted, most - step * (len(inner) - 1 - place)))
        found[number] = least
        least += step
    first, last = min(found.values(), default=spot.x + step / 2), max(found.values(), default=spot.x - step / 2)
    start = min(first - step, spot.x - reach / 2 + step * (len(left) - 1) / 2) if left else first
    for place, number in enumerate(reversed(left)):
        found[number] = max(start - step * place, low + step * (len(left) - 1 - place))
    start = max(last + step, spot.x + reach / 2 - step * (len(right) - 1) / 2) if right else last
    for place, number in enumerate(right):
        found[number] = min(start + step * place, high - step * (len(right) - 1 - place))
    return {number: round(x, 2) for number, x in found.items()}


def _order(gutter: list[Run]) -> int:
    """Give every run that is not straight a track, few crossings first, few tracks second; how many there are."""
    runs = sorted((run for run in gutter if not run.straight), key=lambda r: (r.low, r.high, r.chain))
    if len(runs) <= MANY:
        runs = _untangled(runs)
    for place, run in enumerate(runs):
        over = (r.track for r in runs[:place] if r.low <= run.high + NEAR and run.low <= r.high + NEAR)
        run.track = max(over, default=-1) + 1
        # Where edges change places in a ring, no order keeps all of them off each other's stretches.
        if any(abs(r.below - run.above) < NEAR and r.track < run.track for r in runs[:place]):
            run.jog = JOG if run.below > run.above else -JOG
    return max((run.track + 1 for run in runs), default=0)


def _untangled(runs: list[Run]) -> list[Run]:
    """From top to bottom, always next the run that is best above all that are left."""
    cost = {(i, j): _crossings(a, b) for i, a in enumerate(runs) for j, b in enumerate(runs) if i != j}
    left = list(range(len(runs)))
    worse = {i: sum(cost[i, j] - cost[j, i] for j in left if j != i) for i in left}
    order: list[Run] = []
    while left:
        best = min(left, key=lambda i: (worse[i], i))
        left.remove(best)
        order.append(runs[best])
        for i in left:
            worse[i] -= cost[i, best] - cost[best, i]
    return order


def _crossings(upper: Run, lower: Run) -> float:
    """What it costs to have one run above the other: crossings, and far more when they would share a stretch."""
    cost = float(lower.low < upper.below < lower.high) + float(upper.low < lower.above < upper.high)
    return cost + 100.0 * (abs(upper.below - lower.above) < NEAR)


def _hops(gutter: Sequence[Run]) -> Iterator[tuple[Run, float]]:
    """Where the level piece of a run crosses the upright piece of another."""
    if len(gutter) > MANY:
        return
    for run in gutter:
        if run.straight:
            continue
        for other in gutter:
            if other is run:
                continue
            if other.straight:
                crossed = [other.above]
            else:
                crossed = [other.above] * (other.track > run.track) + [other.below] * (other.track < run.track)
            yield from ((run, x) for x in crossed if run.low + NEAR < x < run.high - NEAR)


def _corners(points: Sequence[Point]) -> tuple[Point, ...]:
    """The points without doubles and without those in the middle of a straight stretch."""
    kept: list[Point] = []
    for x, y in points:
        point = round(x, 2), round(y, 2)
        if kept and abs(kept[-1][0] - x) < 0.5 and abs(kept[-1][1] - y) < 0.5:
            continue
        if len(kept) > 1 and (kept[-2][0] == kept[-1][0] == point[0] or kept[-2][1] == kept[-1][1] == point[1]):
            kept.pop()
        kept.append(point)
    return tuple(kept)
