"""An independent look at a finished Scene: what stands on what, and which text leaves its box."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from math import hypot

from blueprint.layout.marks import OVER
from blueprint.layout.measure import width
from blueprint.layout.plan import Rect
from blueprint.layout.route.labels import AWAY, GAP
from blueprint.layout.route.straight import EDGE
from blueprint.layout.scene import Box, Label, Route, Scene, TextLine, Words

STANDING = ("cell", "wait", "pause", "decision", "step", "end", "bar", "evidence", "wide", "declaration")
SLACK = 0.6  # px of rounding
# px from a label's border to its wire, at most: the nearest place that the router offers past a mark on the upper edge
# of a box, where the wire runs as near under that edge as it may.
BESIDE = min(GAP + away for away in AWAY if GAP + away >= EDGE + OVER)


def standing(scene: Scene) -> list[Box]:
    """Boxes of the grid, without grounds, bars and signs."""
    return [i for i in scene.items if isinstance(i, Box) and i.role in STANDING and "key" in i.data]


def extent(line: TextLine) -> Rect:
    """The room that a line of text takes: its width as measured, its capitals and descenders."""
    left = line.x - {"start": 0.0, "middle": line.width / 2, "end": line.width}[line.anchor]
    return Rect(left, line.y - 0.72 * line.size, line.width, 0.92 * line.size)


def problems(scene: Scene) -> list[str]:
    """Everything that is wrong with a Scene, in words; empty when nothing is."""
    return [
        *_boxes(scene),
        *_texts(scene),
        *_labels(scene),
        *_astray(scene),
        *_words(scene),
        *_frame(scene),
        *_ids(scene),
    ]


def _boxes(scene: Scene) -> Iterator[str]:
    named = [(box.id, Rect(box.x, box.y, box.width, box.height)) for box in standing(scene)]
    for one, other in clashes(named):
        yield f"{one} stands on {other}"


def _texts(scene: Scene) -> Iterator[str]:
    for box in scene.items:
        if isinstance(box, Box):
            for line in box.text:
                inside = _in_diamond(box, extent(line)) if box.shape == "diamond" else _inside(box, extent(line))
                if not inside:
                    yield f"{line.text!r} leaves {box.id}"
                if abs(width(line.text, line.size, bold=line.bold) - line.width) > SLACK:
                    yield f"{line.text!r} is not as wide as it says"


def _inside(box: Box | Label, text: Rect) -> bool:
    return (
        text.x >= box.x - SLACK and text.right <= box.x + box.width + SLACK
        and text.y >= box.y - SLACK and text.bottom <= box.y + box.height + SLACK
    )  # fmt: skip


def _in_diamond(box: Box, text: Rect) -> bool:
    x, y = box.x + box.width / 2, box.y + box.height / 2
    corners = [(a, b) for a in (text.x, text.right) for b in (text.y, text.bottom)]
    return all(abs(a - x) / (box.width / 2) + abs(b - y) / (box.height / 2) <= 1.02 for a, b in corners)


def _labels(scene: Scene) -> Iterator[str]:
    labels = [(i.id, i.label) for i in scene.items if isinstance(i, Route) and i.label]
    for name, label in labels:
        if not all(_inside(label, extent(line)) for line in label.text):
            yield f"the label of {name} leaves its ground"
    named = [(name, Rect(label.x, label.y, label.width, label.height)) for name, label in labels]
    for one, other in clashes(named):
        yield f"the label of {one} stands on that of {other}"
    boxes = [(box.id, Rect(box.x, box.y, box.width, box.height)) for box in standing(scene)]
    for one, other in clashes([*named, *boxes]):
        if one in dict(named) and other not in dict(named):
            yield f"the label of {one} stands on {other}"


def _astray(scene: Scene) -> Iterator[str]:
    """Labels of edges that stand away from their own wire, or nearer to another one."""
    routes = [i for i in scene.items if isinstance(i, Route) and i.source]
    ways = [(i.id, list(pairwise(i.points)), _hull(i.points)) for i in routes]
    for route, (_, own, _) in zip(routes, ways, strict=True):
        if route.label is None:
            continue
        label = route.label
        rect = Rect(label.x, label.y, label.width, label.height)
        away, centre = min(_distance(rect, part) for part in own), Rect(*rect.centre, 0, 0)
        if away > BESIDE:
            yield f"the label of {route.id} stands {away:.0f} from its wire"
        middle = min(_distance(centre, part) for part in own)
        for name, parts, hull in ways:
            near = name != route.id and _distance(centre, hull) < middle - SLACK
            if near and min(_distance(centre, part) for part in parts) < middle - SLACK:
                yield f"the label of {route.id} stands nearer to {name}"


def _hull(points: Iterable[tuple[float, float]]) -> tuple[tuple[float, float], tuple[float, float]]:
    xs, ys = zip(*points, strict=True)
    return (min(xs), min(ys)), (max(xs), max(ys))


def _distance(rect: Rect, part: tuple[tuple[float, float], tuple[float, float]]) -> float:
    """From a rectangle to a stretch that runs straight across or down (or to the hull of several)."""
    (left, right), (top, bottom) = sorted((part[0][0], part[1][0])), sorted((part[0][1], part[1][1]))
    return hypot(max(left - rect.right, rect.x - right, 0.0), max(top - rect.bottom, rect.y - bottom, 0.0))


def _words(scene: Scene) -> Iterator[str]:
    named = [
        (f"{item.id}/{n}", extent(line))
        for item in scene.items if isinstance(item, Words) for n, line in enumerate(item.lines)
    ]  # fmt: skip
    for one, other in clashes(named):
        yield f"the words {one} stand on {other}"


def _frame(scene: Scene) -> Iterator[str]:
    for item in scene.items:
        if isinstance(item, Box):
            if item.x < 0 or item.y < 0 or item.x + item.width > scene.width or item.y + item.height > scene.height:
                yield f"{item.id} leaves the picture"
        elif isinstance(item, Words):
            for rect in map(extent, item.lines):
                if rect.x < 0 or rect.right > scene.width or rect.y < 0 or rect.bottom > scene.height:
                    yield f"{item.id} leaves the picture"
        elif isinstance(item, Route) and any(
            not (0 <= x <= scene.width and 0 <= y <= scene.height) for x, y in item.points
        ):
            yield f"{item.id} leaves the picture"


def _ids(scene: Scene) -> Iterator[str]:
    seen: set[str] = set()
    for item in scene.items:
        if item.id in seen:
            yield f"two things are called {item.id}"
        seen.add(item.id)


def lanes_out_of_order(scene: Scene, lanes: Iterable[str]) -> Iterator[str]:
    """Lanes that are not below each other in this order, not as wide as the others, or left by a box of theirs."""
    at = {i.id: i for i in scene.items if isinstance(i, Box)}
    grounds = [at[f"lane:{lane}"] for lane in lanes]
    for above, below in pairwise(grounds):
        if above.y + above.height > below.y + SLACK or (above.x, above.width) != (below.x, below.width):
            yield f"{below.id} does not follow {above.id}"
    for box in standing(scene):
        lane = at[f"lane:{box.data['lane']}"]
        if not (lane.y < box.y and box.y + box.height < lane.y + lane.height):
            yield f"{box.id} leaves {lane.id}"


def clashes(named: Iterable[tuple[str, Rect]]) -> Iterator[tuple[str, str]]:
    """Pairs of rectangles that share more than a border."""
    active: list[tuple[str, Rect]] = []
    for name, rect in sorted(named, key=lambda pair: pair[1].x):
        active = [(n, r) for n, r in active if r.right > rect.x + SLACK]
        for other, r in active:
            if rect.y + SLACK < r.bottom and r.y + SLACK < rect.bottom:
                yield name, other
                yield other, name
        active.append((name, rect))
