"""What the items of a Scene are drawn as: rectangles, discs and paths, the same for every format.

A path is a tuple of commands with absolute pixels: `("M", x, y)`, `("L", x, y)`, `("Q", cx, cy, x, y)`,
`("C", ax, ay, bx, by, x, y)`, `("Z",)`. There are no arcs, as not every format has them.
"""

from __future__ import annotations

from itertools import pairwise
from math import cos, hypot, pi, sin

from blueprint.layout.scene import Box, Curve, Mark, Point, Route
from blueprint.records import dataclass

Command = tuple[str | float, ...]
Path = tuple[Command, ...]
KAPPA = 0.5523  # control points of a cubic that looks like a quarter of a circle


@dataclass(frozen=True, slots=True)
class Rect:
    x: float
    y: float
    width: float
    height: float
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class Disc:
    x: float  # centre
    y: float
    radius: float


Form = Rect | Disc | Path


def polygon(*points: Point) -> Path:
    return (("M", *points[0]), *(("L", *p) for p in points[1:]), ("Z",))


def outline(box: Box) -> Form:
    """The form of a box. A bracket is open below, all others are closed."""
    x, y, width, height = box.x, box.y, box.width, box.height
    right, low, middle, centre = x + width, y + height, y + height / 2, x + width / 2
    half = min(width, height) / 2
    match box.shape:
        case "diamond":
            return polygon((centre, y), (right, middle), (centre, low), (x, middle))
        case "chevron":
            tip = right - min(9.0, height * 0.4, width / 3)
            return polygon((x, y), (tip, y), (right, middle), (tip, low), (x, low))
        case "bracket":
            return (("M", x, low), ("L", x, y), ("L", right, y), ("L", right, low))
        case "circle":
            return Disc(centre, middle, half)
        case "pill":
            return Rect(x, y, width, height, half)
        case "round" | "hollow":
            return Rect(x, y, width, height, min(box.radius or 6.0, half))
        case _:
            return Rect(x, y, width, height, min(box.radius, half))


def thinned(points: tuple[Point, ...]) -> list[Point]:
    """The points without doubles and without those in the middle of a straight stretch."""
    kept: list[Point] = []
    for x, y in points:
        if kept and abs(kept[-1][0] - x) < 0.01 and abs(kept[-1][1] - y) < 0.01:
            continue
        if len(kept) > 1:
            (ax, ay), (bx, by) = kept[-2], kept[-1]
            forward = (bx - ax) * (x - bx) + (by - ay) * (y - by) > 0
            if forward and abs((bx - ax) * (y - by) - (by - ay) * (x - bx)) < 0.01:
                kept.pop()
        kept.append((x, y))
    return kept


def toward(start: Point, end: Point, distance: float) -> Point:
    """The point `distance` from `start` on the way to `end`."""
    length = hypot(end[0] - start[0], end[1] - start[1])
    if length == 0:
        return start
    part = distance / length
    return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part


def gap(a: Point, b: Point) -> float:
    return hypot(b[0] - a[0], b[1] - a[1])


def wire(route: Route, head: str, width: float) -> tuple[Path, Path, tuple[Path, ...]]:
    """The line of an edge with round corners and gaps under its bridges, the bridges, and its arrow heads.

    The line stops at the base of a filled head, so that a thick line does not stick out at the tip. Bridges are a
    path of their own because the dashes of a line would swallow them.
    """
    points = thinned(route.points)
    if len(points) < 2:
        return (), (), ()
    length = 5.5 + 1.6 * width
    heads: list[Path] = []
    for end, wanted in ((-1, route.heads in ("end", "both")), (0, route.heads == "both")):
        if wanted:
            tip, before = points[end], points[-2 if end else 1]
            heads.append(arrow(before, tip, min(length, gap(before, tip)), head))
            if head != "open":
                points[end] = toward(tip, before, min(length - 1, gap(tip, before)))
    line, bridges = _line(points, route.radius, route.bridges)
    return line, bridges, tuple(heads)


def arrow(before: Point, tip: Point, length: float, head: str) -> Path:
    """A head at `tip`: a closed triangle, or an open angle."""
    total = gap(before, tip) or 1.0
    ux, uy = (tip[0] - before[0]) / total, (tip[1] - before[1]) / total
    half = length * 0.42
    base = (tip[0] - ux * length, tip[1] - uy * length)
    left = (base[0] - uy * half, base[1] + ux * half)
    right = (base[0] + uy * half, base[1] - ux * half)
    return (("M", *left), ("L", *tip), ("L", *right)) if head == "open" else polygon(left, tip, right)


def _line(points: list[Point], radius: float, bridges: tuple[Point, ...]) -> tuple[Path, Path]:
    out: list[Command] = [("M", *points[0])]
    arches: list[Command] = []
    start = points[0]
    for index in range(1, len(points)):
        corner = points[index]
        last = index == len(points) - 1
        before = gap(points[index - 1], corner)
        bend = 0.0 if last else min(radius, before / 2, gap(corner, points[index + 1]) / 2)
        end = toward(corner, points[index - 1], bend)
        for arch in _hops(start, end, bridges):
            arches += arch
            out += [("L", *_end(arch[0])), ("M", *_end(arch[-1]))]
        out.append(("L", *end))
        start = end
        if bend:
            start = toward(corner, points[index + 1], bend)
            out.append(("Q", *corner, *start))
    return tuple(out), tuple(arches)


def _end(command: Command) -> Point:
    return float(command[-2]), float(command[-1])


def _hops(start: Point, end: Point, bridges: tuple[Point, ...], size: float = 4.0) -> list[Path]:
    """Small arches over the bridges that lie on this straight piece, always upwards (or to the right).

    Neighbours that would touch share one long arch.
    """
    length = gap(start, end)
    if not bridges or length < 2:
        return []
    ux, uy = (end[0] - start[0]) / length, (end[1] - start[1]) / length
    along = sorted(
        (bx - start[0]) * ux + (by - start[1]) * uy
        for bx, by in bridges
        if abs((bx - start[0]) * uy - (by - start[1]) * ux) < 0.5
    )
    spans: list[list[float]] = []
    for at in along:
        if not 1 < at < length - 1:
            continue
        low, high = max(at - size, 0.0), min(at + size, length)
        if spans and low < spans[-1][1] + 1:
            spans[-1][1] = high
        else:
            spans.append([low, high])
    nx, ny = (0.0, -1.0) if abs(ux) > abs(uy) else (1.0, 0.0)
    return [
        _arch((start[0] + ux * low, start[1] + uy * low), (ux, uy), (nx, ny), high - low, size) for low, high in spans
    ]


def _arch(foot: Point, along: Point, up: Point, length: float, size: float) -> Path:
    reach = min(size, length / 2)

    def at(a: float, u: float) -> Point:
        return foot[0] + along[0] * a + up[0] * u, foot[1] + along[1] * a + up[1] * u

    k = KAPPA
    out: list[Command] = [("M", *foot), ("C", *at(0, size * k), *at(reach * (1 - k), size), *at(reach, size))]
    if length > 2 * reach + 0.01:
        out.append(("L", *at(length - reach, size)))
    out.append(("C", *at(length - reach * (1 - k), size), *at(length, size * k), *at(length, 0)))
    return tuple(out)


def curve(item: Curve) -> Path:
    """Straight pieces, or a smooth line that never swings beyond its points (flat tangents at peaks and valleys)."""
    points = thinned(item.points) if not item.smooth else list(item.points)
    if len(points) < 2:
        return ()
    out: list[Command] = [("M", *points[0])]
    if not item.smooth:
        return (*out, *(("L", *p) for p in points[1:]))
    slopes = _slopes(points)
    for (ax, ay), (bx, by), low, high in zip(points, points[1:], slopes, slopes[1:], strict=False):
        third = (bx - ax) / 3
        out.append(("C", ax + third, ay + low * third, bx - third, by - high * third, bx, by))
    return tuple(out)


def _slopes(points: list[Point]) -> list[float]:
    """Tangents of a monotone cubic (Fritsch and Carlson): the harmonic mean of the neighbours, 0 at turns."""
    steps = [(b[1] - a[1]) / (b[0] - a[0]) if b[0] > a[0] else 0.0 for a, b in pairwise(points)]
    inner = [2 * p * q / (p + q) if p * q > 0 else 0.0 for p, q in pairwise(steps)]
    return [0.0, *inner, 0.0]


def star(x: float, y: float, radius: float, points: int = 5) -> Path:
    spots = []
    for i in range(points * 2):
        r = radius if i % 2 == 0 else radius * 0.42
        spots.append((x + r * sin(pi * i / points), y - r * cos(pi * i / points)))
    return polygon(*spots)


def mark(item: Mark) -> tuple[Form, Path | None]:
    """The ground of a mark and, for a moment of truth, the star on it. Kinds differ by shape, not by colour alone."""
    x, y, half = item.x, item.y, item.size / 2
    match item.kind:
        case "wait":
            return Rect(x - half * 0.95, y - half * 0.95, half * 1.9, half * 1.9, half * 0.5), None
        case "pain":
            wide = half * 1.18
            return polygon((x, y - half * 1.2), (x + wide, y + half * 0.9), (x - wide, y + half * 0.9)), None
        case "idea":
            wide = half * 1.22
            return polygon((x, y - wide), (x + wide, y), (x, y + wide), (x - wide, y)), None
        case "moment":
            return Disc(x, y, half), None if item.letter else star(x, y, half * 0.66)
        case _:
            return Disc(x, y, half), None
