"""Independent readers of pictures: what a file holds, in pixels of the Scene."""

from __future__ import annotations

import io
import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass

Bounds = tuple[float, float, float, float]  # left, top, right, bottom
SVG = "{http://www.w3.org/2000/svg}"


def svg_tree(data: bytes) -> ET.Element:
    return ET.fromstring(data)


def by_id(tree: ET.Element) -> dict[str, ET.Element]:
    return {e.attrib["id"]: e for e in tree.iter() if "id" in e.attrib}


def svg_bounds(group: ET.Element) -> Bounds:
    """The box around the first shape of a group, its line's width left out."""
    shape = next(e for e in group if e.tag in (f"{SVG}rect", f"{SVG}path", f"{SVG}circle"))
    get = {k: float(v) for k, v in shape.attrib.items() if k in ("x", "y", "width", "height", "cx", "cy", "r")}
    if shape.tag == f"{SVG}rect":
        return get["x"], get["y"], get["x"] + get["width"], get["y"] + get["height"]
    if shape.tag == f"{SVG}circle":
        return get["cx"] - get["r"], get["cy"] - get["r"], get["cx"] + get["r"], get["cy"] + get["r"]
    points: list[tuple[float, float]] = []
    for command, rest in re.findall(r"([A-Z])([^A-Z]*)", shape.attrib["d"]):
        numbers = [float(n) for n in rest.split()]
        if command in "HV":
            x, y = points[-1]
            points.append((numbers[0], y) if command == "H" else (x, numbers[0]))
        points += zip(numbers[::2], numbers[1::2], strict=False)
    return around(points)


def around(points: list[tuple[float, float]]) -> Bounds:
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return min(xs), min(ys), max(xs), max(ys)


@dataclass(frozen=True)
class PdfPage:
    """A page as a reader of PDF sees it: `texts` with the start of their baselines, `shapes` by their bounds; points,
    y downwards."""

    width: float
    height: float
    texts: tuple[tuple[str, float, float], ...]
    shapes: tuple[Bounds, ...]


Matrix = tuple[float, float, float, float, float, float]


def times(m: Matrix, n: Matrix) -> Matrix:
    """First m, then n."""
    return (
        m[0] * n[0] + m[1] * n[2], m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2], m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4], m[4] * n[1] + m[5] * n[3] + n[5],
    )  # fmt: skip


def read_pdf(data: bytes) -> PdfPage:
    from pypdf import PdfReader
    from pypdf.generic import ContentStream

    reader = PdfReader(io.BytesIO(data))
    page = reader.pages[0]
    height = float(page.mediabox.height)
    texts: list[tuple[str, float, float]] = []

    def see(text: str, cm: list[float], tm: list[float], font: object, size: float) -> None:
        if text.strip():
            x, y = times(tuple(tm), tuple(cm))[4:]  # type: ignore[arg-type]
            texts.append((text.strip(), x, height - y))

    page.extract_text(visitor_text=see)
    shapes: list[Bounds] = []
    stack: list[Matrix] = []
    now: Matrix = (1, 0, 0, 1, 0, 0)
    path: list[tuple[float, float]] = []
    content = page.get_contents()
    assert content is not None
    for operands, operator in ContentStream(content, reader).operations:
        numbers = [float(o) for o in operands if isinstance(o, int | float)]
        match operator:
            case b"q":
                stack.append(now)
            case b"Q":
                now = stack.pop()
            case b"cm":
                now = times(tuple(numbers), now)  # type: ignore[arg-type]
            case b"re":
                x, y, wide, high = numbers
                path += [_at(now, x, y), _at(now, x + wide, y + high)]
            case b"m" | b"l" | b"c":
                path += [_at(now, x, y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
            case b"f" | b"f*" | b"S" | b"s" | b"B" | b"B*" | b"b" | b"n":
                if path and operator != b"n":
                    left, low, right, top = around(path)
                    shapes.append((left, height - top, right, height - low))
                path = []
    return PdfPage(float(page.mediabox.width), height, tuple(texts), tuple(shapes))


def _at(m: Matrix, x: float, y: float) -> tuple[float, float]:
    return x * m[0] + y * m[2] + m[4], x * m[1] + y * m[3] + m[5]
