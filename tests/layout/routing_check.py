"""An independent look at laid wires: plain geometry on the finished polylines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from blueprint.layout.plan import Laid, Plan, Rect, Wire
from blueprint.layout.scene import Point

Stretch = tuple[Point, Point]


@dataclass(frozen=True)
class Figures:
    """What one picture costs. `shared` counts pairs of wires without a common end that run on one stretch."""

    crossings: int = 0
    bends: int = 0
    length: float = 0.0
    shared: int = 0
    through: int = 0

    def __add__(self, other: Figures) -> Figures:
        return Figures(
            self.crossings + other.crossings,
            self.bends + other.bends,
            self.length + other.length,
            self.shared + other.shared,
            self.through + other.through,
        )


def stretches(points: Sequence[Point]) -> list[Stretch]:
    return [(a, b) for a, b in pairwise(points) if a != b]


def strangers(a: Wire, b: Wire) -> bool:
    return a.source != b.source and a.target != b.target


def overlap(one: Stretch, two: Stretch, near: float = 0.01) -> float:
    """Length that two stretches of one direction run on (or within `near` of) each other."""
    for axis in (0, 1):
        other = 1 - axis
        if (
            all(abs(s[0][other] - s[1][other]) < 0.01 for s in (one, two))
            and abs(one[0][other] - two[0][other]) <= near
        ):
            low = max(min(one[0][axis], one[1][axis]), min(two[0][axis], two[1][axis]))
            high = min(max(one[0][axis], one[1][axis]), max(two[0][axis], two[1][axis]))
            return max(0.0, high - low)
    return 0.0


def crossing(one: Stretch, two: Stretch) -> Point | None:
    """Where the inner parts of two stretches of different directions cross."""
    for flat, tall in ((one, two), (two, one)):
        if abs(flat[0][1] - flat[1][1]) < 0.01 and abs(tall[0][0] - tall[1][0]) < 0.01:
            x, y = tall[0][0], flat[0][1]
            left, right = sorted((flat[0][0], flat[1][0]))
            top, bottom = sorted((tall[0][1], tall[1][1]))
            if left + 0.01 < x < right - 0.01 and top + 0.01 < y < bottom - 0.01:
                return x, y
    return None


def meets(stretch: Stretch, rect: Rect, slack: float = 0.0) -> bool:
    """Whether a stretch touches a box or its border."""
    left, right = sorted((stretch[0][0], stretch[1][0]))
    top, bottom = sorted((stretch[0][1], stretch[1][1]))
    return (
        left <= rect.right - slack
        and right >= rect.x + slack
        and top <= rect.bottom - slack
        and bottom >= rect.y + slack
    )


def on_border(point: Point, rect: Rect) -> bool:
    x, y = point
    on_x = (abs(x - rect.x) < 0.02 or abs(x - rect.right) < 0.02) and rect.y - 0.02 <= y <= rect.bottom + 0.02
    on_y = (abs(y - rect.y) < 0.02 or abs(y - rect.bottom) < 0.02) and rect.x - 0.02 <= x <= rect.right + 0.02
    return on_x or on_y


def out_of_middle(point: Point, rect: Rect) -> float:
    """How far a point is from a diamond's middle: 1 on its border, less inside."""
    return abs(point[0] - rect.centre[0]) * 2 / rect.width + abs(point[1] - rect.centre[1]) * 2 / rect.height


def on_diamond(point: Point, rect: Rect) -> bool:
    """On the border, in a corner or not far beside one."""
    off = min(abs(point[0] - rect.centre[0]) / rect.width, abs(point[1] - rect.centre[1]) / rect.height)
    return abs(out_of_middle(point, rect) - 1) < 0.002 and off < 0.31


def enters(stretch: Stretch, rect: Rect, diamond: bool) -> bool:
    """Whether a stretch runs inside a box, past its border."""
    if not diamond:
        return meets(stretch, rect, 0.05)
    (x, y), (a, b) = stretch
    between = [(x + (a - x) * part / 16, y + (b - y) * part / 16) for part in range(17)]
    middle = min(max(rect.centre[0], min(x, a)), max(x, a)), min(max(rect.centre[1], min(y, b)), max(y, b))
    return any(out_of_middle(point, rect) < 0.99 for point in (*between, middle))


def faults(plan: Plan, wires: Sequence[Wire], laid: Mapping[str, Laid]) -> list[str]:
    """Every broken promise, as a sentence."""
    found = [fault for wire in wires for fault in _own_faults(plan, wire, laid[wire.id])]
    table = [(wire, stretches(laid[wire.id].points)) for wire in wires]
    for i, (a, one) in enumerate(table):
        for b, two in table[i + 1 :]:
            if strangers(a, b):
                found += [f"{a.id} and {b.id} share {s}" for s in one for t in two if overlap(s, t) > 0]
    return found + _label_faults(plan, wires, laid)


def _own_faults(plan: Plan, wire: Wire, way: Laid) -> list[str]:
    found = []
    frame, parts = plan.frame, stretches(way.points)
    if not parts:
        return [f"{wire.id} has no way"]
    for a, b in parts:
        if a[0] != b[0] and a[1] != b[1]:
            found.append(f"{wire.id} runs askew from {a} to {b}")
    for x, y in way.points:
        if not (frame.x <= x <= frame.right and frame.y <= y <= frame.bottom):
            found.append(f"{wire.id} leaves the frame at {x}, {y}")
    for name, rect in plan.boxes.items():
        foreign = name not in (wire.source, wire.target)
        if any(meets(part, rect) if foreign else enters(part, rect, name in plan.diamonds) for part in parts):
            found.append(f"{wire.id} meets {name}")
    for point, name in ((way.points[0], wire.source), (way.points[-1], wire.target)):
        fits = on_diamond(point, plan.boxes[name]) if name in plan.diamonds else on_border(point, plan.boxes[name])
        if not fits:
            found.append(f"{wire.id} does not meet {name}")
    return found


def label_box(wire: Wire, way: Laid) -> Rect | None:
    if wire.label is None or way.label is None:
        return None
    return Rect(way.label[0] - wire.label[0] / 2, way.label[1] - wire.label[1] / 2, *wire.label)


def covers(a: Rect, b: Rect) -> bool:
    return a.x < b.right - 0.01 and b.x < a.right - 0.01 and a.y < b.bottom - 0.01 and b.y < a.bottom - 0.01


def _label_faults(plan: Plan, wires: Sequence[Wire], laid: Mapping[str, Laid]) -> list[str]:
    found: list[str] = []
    done: list[tuple[str, Rect]] = []
    for wire in wires:
        rect = label_box(wire, laid[wire.id])
        if rect is None:
            found += [f"{wire.id} lost its label"] * (wire.label is not None)
            continue
        found += [f"label of {wire.id} covers {name}" for name, box in plan.boxes.items() if covers(rect, box)]
        found += [f"label of {wire.id} covers an obstacle" for box in plan.obstacles if covers(rect, box)]
        found += [f"label of {wire.id} covers the label of {name}" for name, box in done if covers(rect, box)]
        done.append((wire.id, rect))
    return found


def figures(plan: Plan, wires: Sequence[Wire], ways: Mapping[str, Sequence[Point]]) -> Figures:
    """Count crossings, bends, length, shared stretches and foreign boxes met."""
    table = [(wire, stretches(ways[wire.id])) for wire in wires if wire.id in ways]
    crossings = shared = through = bends = 0
    length = 0.0
    for i, (a, one) in enumerate(table):
        bends += max(0, len(one) - 1)
        length += sum(abs(p[0] - q[0]) + abs(p[1] - q[1]) for p, q in one)
        foreign = [rect for name, rect in plan.boxes.items() if name not in (a.source, a.target)]
        through += any(meets(part, rect, 0.5) for part in one for rect in foreign)
        for b, two in table[i + 1 :]:
            if strangers(a, b):
                crossings += sum(1 for s in one for t in two if crossing(s, t))
                shared += any(overlap(s, t, 0.5) > 0.5 for s in one for t in two)
    return Figures(crossings, bends, length, shared, through)
