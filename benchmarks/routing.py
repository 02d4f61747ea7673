"""The router beside Graphviz `ortho` on the same pinned boxes: crossings, bends, length, and so on.

    python -m benchmarks.routing [examples/*.bp …]

Without files it takes services made up by `tests/layout/plans.py`. Figures are ours / Graphviz's; the last column is
our time as a multiple of Graphviz's whole process. `length` counts only what both drew.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace

from blueprint.layout.graphviz import draw_dot
from blueprint.layout.plan import Laid, Plan, Wire
from blueprint.layout.route import route
from blueprint.layout.scene import Point
from tests.layout.plans import swimlanes
from tests.layout.routing_check import Figures, figures

MADE_UP = [(seed, columns) for columns in (5, 8, 11, 16, 24, 40) for seed in range(8)]


def dot(plan: Plan, wires: Sequence[Wire]) -> str:
    """The pinned boxes and the bare edges; a point of Graphviz is a pixel of ours."""
    lines = ["digraph {", 'splines=ortho; node [label="" fixedsize=true]; edge [dir=none]']
    for name, rect in plan.boxes.items():
        x, y = rect.centre
        shape = "diamond" if name in plan.diamonds else "box"
        size = f"width={rect.width / 72:.4f} height={rect.height / 72:.4f}"
        lines.append(f'"{name}" [pos="{x:.2f},{-y:.2f}!" shape={shape} {size}]')
    lines += [f'"{w.source}" -> "{w.target}" [id="{w.id}"]' for w in wires if w.source != w.target]
    return "\n".join([*lines, "}"])


def graphviz(plan: Plan, wires: Sequence[Wire]) -> dict[str, tuple[Point, ...]]:
    """Graphviz's polylines by wire, corners only."""
    answer = json.loads(draw_dot(dot(plan, wires), "json0"))
    some = answer["objects"][0]
    x0, y0 = (float(v) for v in some["pos"].split(","))
    cx, cy = plan.boxes[some["name"]].centre
    found = {}
    for edge in answer.get("edges", ()):
        points = [tuple(float(v) for v in p.split(",")) for p in edge["pos"].split()]
        found[edge["id"]] = corners([(x - x0 + cx, y0 - y + cy) for x, y in points])
    return found


def corners(points: Sequence[Point]) -> tuple[Point, ...]:
    """A curve's control points without those that do not turn."""
    kept: list[Point] = []
    for point in points:
        if kept and max(abs(kept[-1][0] - point[0]), abs(kept[-1][1] - point[1])) < 0.05:
            continue
        if len(kept) > 1 and any(abs(kept[-2][i] - kept[-1][i]) < 0.05 > abs(kept[-1][i] - point[i]) for i in (0, 1)):
            kept.pop()
        kept.append(point)
    return tuple(kept)


def pictures(files: Sequence[str]) -> Iterator[tuple[str, Plan, list[Wire]]]:
    if files:
        yield from _examples(files)
        return
    for seed, columns in MADE_UP:
        sketch = swimlanes(seed, columns)
        plan = sketch.plan()
        yield f"made up {columns:2}.{seed}", plan, sketch.laid_out()


def _examples(files: Sequence[str]) -> Iterator[tuple[str, Plan, list[Wire]]]:
    """The plans that the layout of each file hands to the router."""
    import blueprint
    from blueprint.api import NotDrawable
    from blueprint.layout import picture

    caught: list[tuple[Plan, list[Wire]]] = []

    def catch(plan: Plan, wires: Sequence[Wire]) -> dict[str, Laid]:
        caught.append((plan, list(wires)))
        return route(plan, wires)

    picture.route = catch  # type: ignore[attr-defined]
    for file in files:
        try:
            blueprint.load(file).scene()
        except NotDrawable:
            continue
        for plan, wires in caught:
            yield file.rpartition("/")[2], plan, wires
        caught.clear()


def compare(plan: Plan, wires: Sequence[Wire]) -> tuple[Figures, Figures, Figures, float]:
    """Ours as the layout asks, ours with any side and no label to find room for (as Graphviz), Graphviz's, time."""
    start = time.perf_counter()
    laid = route(plan, wires)
    middle = time.perf_counter()
    theirs = graphviz(plan, wires)
    stop = time.perf_counter()
    free = route(plan, [replace(wire, leave=(), enter=(), label=None) for wire in wires])
    ours, any_side = ({name: way[name].points for name in theirs} for way in (laid, free))
    ratio = (middle - start) / (stop - middle)
    return figures(plan, wires, ours), figures(plan, wires, any_side), figures(plan, wires, theirs), ratio


def row(name: str, ours: Figures, theirs: Figures, ratio: float) -> str:
    share = ours.length / theirs.length if theirs.length else 1.0
    pairs = [f"{a:5}/{b:5}" for a, b in (
        (ours.crossings, theirs.crossings), (ours.bends, theirs.bends), (ours.shared, theirs.shared),
        (ours.through, theirs.through),
    )]  # fmt: skip
    return f"{name:24} {pairs[0]} {pairs[1]} {share:8.3f} {pairs[2]} {pairs[3]} {ratio:8.3f}"


def main(files: Sequence[str]) -> None:
    print(f"{'':24} {'crossings':>11} {'bends':>11} {'length':>8} {'shared':>11} {'through':>11} {'time':>8}")
    ours = free = theirs = Figures()
    worse = 0
    for name, plan, wires in pictures(files):
        asked, any_side, other, ratio = compare(plan, wires)
        print(row(name, asked, other, ratio))
        ours, free, theirs = ours + asked, free + any_side, theirs + other
        worse += asked.crossings > other.crossings
    print(row("in total", ours, theirs, 0.0), f"  more crossings in {worse}")
    print(row("  any side, no labels", free, theirs, 0.0))


if __name__ == "__main__":
    main(sys.argv[1:])
