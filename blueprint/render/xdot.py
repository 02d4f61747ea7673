"""Shapes and text in Graphviz's drawing language, for what stands behind the nodes of a DOT file.

Graphviz draws a graph's `_background` first, op by op: bands, rules, chevrons and headings are neither nodes nor
edges, and this keeps them out of the graph. Points are 1/72 inch with y upwards. A text carries its length in bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from blueprint.layout.scene import Point, TextLine
from blueprint.render.shapes import KAPPA, Disc, Form, Path, Rect
from blueprint.render.texts import clean, number
from blueprint.render.themes import Style

PT = 0.75  # points in a pixel
# Graphviz looks for the first family that is there. Arial comes second because the embedded engine carries a font of
# its widths; the font of the other formats has no name that a reader's machine would know.
FONT = "Noto Sans,Arial"
# Where engines put the baseline of a text, above the point that an op names, in parts of the type size.
RISE = 0.1
CLEAR = "transparent"


def line_style(style: Style) -> str:
    """Graphviz has one kind of dashes and one of dots."""
    if not style.dash:
        return "solid"
    return "dotted" if style.dash[0] <= 2 * style.width else "dashed"


def one_line(text: str) -> str:
    """Clean text without line ends."""
    return " ".join(clean(text).split())


def string(text: str) -> str:
    return f"{len(text.encode())} -{text}"


class Drawing:
    """Collects ops."""

    def __init__(self, height: float) -> None:
        self.height = height
        self.ops: list[str] = []
        self._state: dict[str, str] = {}

    def __str__(self) -> str:
        """One item of the picture a line. Each line end is escaped, so that Graphviz reads the text in pieces: older
        versions fail on a quoted string longer than 16 KiB that nothing interrupts."""
        return " \\\n".join(self.ops)

    def form(self, form: Form, style: Style, *, filled: bool = True) -> None:
        """A closed form, or a path: filled as the style says, with the style's line around it."""
        fill = style.fill if filled else ""
        if not (fill or style.stroke):
            return
        ops = [*self._pen(style), *(self._set("C", string(fill)) if fill else ())]
        if isinstance(form, Disc):
            radius = number(form.radius * PT)
            ops.append(f"{'E' if fill else 'e'} {self._point((form.x, form.y))} {radius} {radius}")
        else:
            path = rounded(form) if isinstance(form, Rect) else form
            ops.append(self._path(path, filled=bool(fill)))
        self.ops.append(" ".join(ops))

    def line(self, line: TextLine, x: float, anchor: str, ink: str) -> None:
        """One line of text at its baseline. It must not have a backslash: engines differ on how many bytes that is."""
        text = one_line(line.text)
        if not text:
            return
        ops = [*self._set("F", f"{number(line.size * PT)} {string(FONT)}"), *self._set("c", string(ink))]
        ops += self._set("t", str(line.bold + 2 * line.italic))
        side = {"start": -1, "middle": 0, "end": 1}[anchor]
        where = self._point((x, line.y + line.size * RISE))
        ops.append(f"T {where} {side} {number(line.width * PT)} {string(text)}")
        self.ops.append(" ".join(ops))

    def _pen(self, style: Style) -> Iterator[str]:
        yield from self._set("c", string(style.stroke or CLEAR))
        if style.stroke:
            yield from self._set("S", string(f"setlinewidth({number(style.width * PT)})"), kind="width")
            yield from self._set("S", string(line_style(style)), kind="dash")

    def _set(self, op: str, value: str, *, kind: str = "") -> tuple[str, ...]:
        """The op that changes a state, or nothing when the state is so already."""
        if self._state.get(kind or op) == value:
            return ()
        self._state[kind or op] = value
        return (f"{op} {value}",)

    def _path(self, path: Path, *, filled: bool) -> str:
        closed = path[-1][0] == "Z"
        if all(c[0] in ("M", "L", "Z") for c in path):
            op = ("P" if filled else "p") if closed else "L"
            points = [_end(c) for c in path if c[0] != "Z"]
        else:
            op, points = "b" if filled else "B", cubics(path)
        return f"{op} {len(points)} {self.points(points)}"

    def points(self, points: Iterable[Point]) -> str:
        return " ".join(map(self._point, points))

    def _point(self, point: Point) -> str:
        return f"{number(point[0] * PT)} {number((self.height - point[1]) * PT)}"


def _end(command: tuple[str | float, ...]) -> Point:
    return float(command[-2]), float(command[-1])


def cubics(path: Path) -> list[Point]:
    """A path as one run of cubic pieces: its start, then three points for each piece."""
    start = at = _end(path[0])
    run = [at]
    for command in path[1:]:
        values = [float(v) for v in command[1:]]
        if command[0] == "C":
            run += [(values[0], values[1]), (values[2], values[3]), (values[4], values[5])]
        elif command[0] == "Q":
            bend, end = (values[0], values[1]), (values[2], values[3])
            run += [_part(at, bend, 2 / 3), _part(end, bend, 2 / 3), end]
        else:
            end = start if command[0] == "Z" else (values[0], values[1])
            if end == at:
                continue
            run += [at, end, end]
        at = run[-1]
    return run


def _part(a: Point, b: Point, share: float) -> Point:
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share


def rounded(box: Rect) -> Path:
    """A rectangle as a path, clockwise from the left end of its upper side."""
    left, top, right, low = box.x, box.y, box.x + box.width, box.y + box.height
    r, k = box.radius, box.radius * (1 - KAPPA)
    if r < 0.01:
        return (("M", left, top), ("L", right, top), ("L", right, low), ("L", left, low), ("Z",))
    return (
        ("M", left + r, top), ("L", right - r, top), ("C", right - k, top, right, top + k, right, top + r),
        ("L", right, low - r), ("C", right, low - k, right - k, low, right - r, low),
        ("L", left + r, low), ("C", left + k, low, left, low - k, left, low - r),
        ("L", left, top + r), ("C", left, top + k, left + k, top, left + r, top), ("Z",),
    )  # fmt: skip
