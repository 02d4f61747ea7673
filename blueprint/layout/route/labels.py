"""Where the label of a wire stands: on its own line, over nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import inf

from blueprint.layout.plan import Plan, Rect
from blueprint.layout.scene import Point

CELL = 128.0  # px: the size of a square of the look-up table
ASTRAY = 300.0  # another wire is nearer: as bad as 25 px away
CORNER = 7.0  # px of line that a rounded corner takes
GAP = 3.0  # px between a label and the line that it stands beside
AWAY = (0, 2, 4, 6, 8, 10, 16, 24, 32)  # px more, where nothing nearer is free

Box = tuple[float, float, float, float]  # left, top, right, bottom


class Crowd:
    """Rectangles, looked up by place."""

    def __init__(self) -> None:
        self.table: dict[tuple[int, int], list[tuple[Box, int]]] = {}

    def add(self, box: Box, owner: int = -1) -> None:
        for key in _squares(box):
            self.table.setdefault(key, []).append((box, owner))

    def over(self, box: Box, owner: int = -2, most: float = inf) -> float:
        """Area (with a little for mere touching) that others than `owner` take of the box.

        Past `most` it is not looked further: on the common stem of many wires each would be counted for each.
        """
        left, top, right, bottom = box
        area = 0.0
        seen: set[tuple[Box, int]] = set()
        for key in _squares(box):
            for entry in self.table.get(key, ()):
                (low, high, far, deep), whose = entry
                if low < right and left < far and high < bottom and top < deep and whose != owner and entry not in seen:
                    seen.add(entry)
                    area += 1 + (min(right, far) - max(left, low)) * (min(bottom, deep) - max(top, high))
                    if area >= most:
                        return area
        return area


def _squares(box: Box) -> Iterator[tuple[int, int]]:
    for x in range(int(box[0] // CELL), int(box[2] // CELL) + 1):
        for y in range(int(box[1] // CELL), int(box[3] // CELL) + 1):
            yield x, y


def labels(
    plan: Plan, ways: Sequence[Sequence[Point]], sizes: Sequence[tuple[float, float] | None]
) -> list[Point | None]:
    """The centre of every label, in the order of the wires; None where a wire has no label or no way."""
    walls, lines = Crowd(), Crowd()
    if any(sizes):
        for rect in (*plan.boxes.values(), *plan.obstacles):
            walls.add(_box(rect))
        for number, way in enumerate(ways):
            for a, b in pairwise(way):
                lines.add((min(a[0], b[0]) - 1, min(a[1], b[1]) - 1, max(a[0], b[0]) + 1, max(a[1], b[1]) + 1), number)
    found: list[Point | None] = []
    for number, (way, size) in enumerate(zip(ways, sizes, strict=True)):
        best = _best(way, size, number, walls, lines, _box(plan.frame)) if size and len(way) > 1 else None
        if best and size:
            walls.add(_around(best, size))
        found.append(best)
    return found


def _box(rect: Rect) -> Box:
    return rect.x, rect.y, rect.right, rect.bottom


def _around(centre: Point, size: tuple[float, float]) -> Box:
    x, y = centre
    return x - size[0] / 2, y - size[1] / 2, x + size[0] / 2, y + size[1] / 2


def _nearer(centre: Point, anchor: Point) -> Box:
    """What is nearer to the middle of a label than its own wire."""
    away = 2 * max(0.0, abs(centre[0] - anchor[0]) + abs(centre[1] - anchor[1]) - 1)
    return _around(centre, (away, away))


def _best(
    way: Sequence[Point], size: tuple[float, float], number: int, walls: Crowd, lines: Crowd, frame: Box
) -> Point | None:
    """The cheapest place. Over a box or out of the frame costs most, then over another wire, then where the wire runs
    together with another, so that it would not be clear whose label it is."""
    best: tuple[float, Point] | None = None
    for cost, anchor, centre in _places(way, size):
        if best and cost >= best[0]:
            continue
        box = _around(centre, size)
        outside = sum(max(0.0, v) for v in (frame[0] - box[0], frame[1] - box[1], box[2] - frame[2], box[3] - frame[3]))
        worth = (best[0] - cost) / 1000 + 1 if best else inf
        price = cost + 1000 * (walls.over(box, most=worth) + outside)
        if best is None or price < best[0]:
            price += 20 * min(lines.over(box, number, 50), 50)
            price += 150 * (lines.over(_around(anchor, (1.0, 1.0)), number, 1) > 0)
            price += ASTRAY * (lines.over(_nearer(centre, anchor), number, 1) > 0)
            if best is None or price < best[0]:
                best = price, (round(centre[0], 2), round(centre[1], 2))
    return best[1] if best else None


def _places(way: Sequence[Point], size: tuple[float, float]) -> Iterator[tuple[float, Point, Point]]:
    """Points on the line, each with a centre for the label on or beside it and what speaks against that: far from the
    source, on a short stretch, beside the line."""
    run = 0.0
    for a, b in pairwise(way):
        length = abs(a[0] - b[0]) + abs(a[1] - b[1])
        flat = a[1] == b[1]
        need = size[0] if flat else size[1]
        for share in _shares(length, need):
            x, y = a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share
            cost = (run + length * share) / 20 + abs(share - 0.5) * 6 + max(0.0, need + 16 - length)
            # On the line it had better leave the corners to be seen.
            over_corner = 30 if min(share, 1 - share) * length < need / 2 + CORNER else 0
            yield cost + over_corner + (0 if flat else 12), (x, y), (x, y)
            for away in AWAY:
                # Beside its line; a little away from it only where nothing nearer is free.
                off = size[1 if flat else 0] / 2 + GAP + away
                for side in (1, -1):
                    beside = (x, y - side * off) if flat else (x + side * off, y)
                    yield cost + (8 if flat else 4) - side + 12 * away, (x, y), beside
        run += length


def _shares(length: float, need: float) -> list[float]:
    """Middle first, then towards the ends, in steps fine enough to find a gap that only just holds the label."""
    count = max(2, min(80, int(length // 4)))
    return sorted((i / count for i in range(count + 1)), key=lambda s: (abs(s - 0.5), s))
