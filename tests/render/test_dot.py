"""DOT: golden text, and what Graphviz makes of it held against the Scene, 2 points at most apart."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise
from math import dist
from pathlib import Path
from xml.etree import ElementTree

import pytest

import blueprint
from blueprint.layout import graphviz
from blueprint.layout.graphviz import Engine, draw_dot, engines
from blueprint.layout.plan import Rect
from blueprint.layout.scene import Box, Curve, Line, Mark, Point, Route, Scene, TextLine, Words
from blueprint.render import RenderError, render, shapes
from blueprint.render.svg import lines_of, placed
from blueprint.render.texts import Names
from blueprint.render.themes import THEMES, find_theme
from tests.generate import generate
from tests.render import scenes

Golden = Callable[[Path, str], None]
HERE = Path(__file__).parent
EXAMPLES = sorted((HERE.parent.parent / "examples").glob("*.bp"))
NEAR = 2 * 96 / 72  # two points, in pixels
NEAR_TEXT = 4.0  # engines differ on the height of a line
SVG = "{http://www.w3.org/2000/svg}"
LINK = "{http://www.w3.org/1999/xlink}href"


def dot(scene: Scene, theme: str = "light") -> str:
    return render(scene, "dot", theme=theme).decode()


def drawn(scene: Scene, monkeypatch: pytest.MonkeyPatch, engine: Engine) -> Drawing:
    monkeypatch.setattr(graphviz, "engines", lambda: (engine,))
    return Drawing(draw_dot(dot(scene), "svg"))


@cache
def here() -> tuple[Engine, ...]:
    return engines()


@pytest.fixture(params=["embedded", "system"])
def engine(request: pytest.FixtureRequest) -> Engine:
    found = [engine for engine in here() if engine.kind == request.param]
    if not found:
        pytest.skip(f"no {request.param} Graphviz here")
    return found[0]


class Drawing:
    """Graphviz's SVG, read back: shapes and texts in pixels of the Scene."""

    def __init__(self, svg: bytes) -> None:
        self.root = ElementTree.fromstring(svg)
        _, _, self.width, self.height = (float(v) * 96 / 72 for v in self.root.attrib["viewBox"].split())
        self.page = self.root[0]
        self.groups = {g.attrib["id"]: g for g in self.page.iter(f"{SVG}g")}
        assert self.page.attrib["class"] == "graph"

    def point(self, x: str, y: str) -> Point:
        return float(x) * 96 / 72, self.height + float(y) * 96 / 72

    def points(self, element: ElementTree.Element) -> list[Point]:
        """The points a shape is made of; for a path its curve, finely."""
        if element.tag == f"{SVG}ellipse":
            (x, y), rx, ry = (
                self.point(element.attrib["cx"], element.attrib["cy"]),
                float(element.attrib["rx"]) * 96 / 72,
                float(element.attrib["ry"]) * 96 / 72,
            )
            return [(x - rx, y), (x + rx, y), (x, y - ry), (x, y + ry)]
        text = element.attrib.get("points") or element.attrib["d"]
        pairs = re.findall(r"(-?[\d.]+),(-?[\d.]+)", text)
        found = [self.point(x, y) for x, y in pairs]
        return list(flat(found)) if element.tag == f"{SVG}path" else found

    def shapes(self, group: ElementTree.Element, *, deep: bool = True) -> list[list[Point]]:
        tags = {f"{SVG}{tag}" for tag in ("polygon", "polyline", "path", "ellipse")}
        return [self.points(e) for e in (group.iter() if deep else group) if e.tag in tags]

    def texts(self) -> Iterator[tuple[str, Point, str]]:
        for element in self.page.iter(f"{SVG}text"):
            where = self.point(element.attrib["x"], element.attrib["y"])
            yield (element.text or "").strip(), where, element.attrib.get("text-anchor", "start")

    @property
    def background(self) -> list[list[Point]]:
        return self.shapes(self.page, deep=False)


def flat(points: list[Point], steps: int = 12) -> Iterator[Point]:
    yield points[0]
    for i in range(0, len(points) - 3, 3):
        a, b, c, d = points[i : i + 4]
        for step in range(1, steps + 1):
            t = step / steps
            u = 1 - t
            w = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
            yield (
                sum(k * p[0] for k, p in zip(w, (a, b, c, d), strict=True)),
                sum(k * p[1] for k, p in zip(w, (a, b, c, d), strict=True)),
            )


def frame(points: list[Point]) -> Rect:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def close(a: Rect, b: Rect) -> bool:
    return max(abs(a.x - b.x), abs(a.y - b.y), abs(a.right - b.right), abs(a.bottom - b.bottom)) <= NEAR


def away(point: Point, line: tuple[Point, ...] | list[Point]) -> float:
    """How far a point is from a polyline."""

    def from_piece(a: Point, b: Point) -> float:
        length = dist(a, b) ** 2
        t = 0.0 if length == 0 else ((point[0] - a[0]) * (b[0] - a[0]) + (point[1] - a[1]) * (b[1] - a[1])) / length
        t = max(0.0, min(1.0, t))
        return dist(point, (a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])))

    return min(from_piece(a, b) for a, b in pairwise(line))


def names(scene: Scene) -> dict[str, str]:
    """The node of each box, as the writer names them: only boxes of the network are nodes."""
    given = Names()
    ends = {end for item in scene.items if isinstance(item, Route) for end in (item.source, item.target)}
    kinds = ("cell", "node")
    boxes = [i for i in scene.items if isinstance(i, Box)]
    standing = [b for b in boxes if b.id in ends or (b.role != "key" and b.style.partition(".")[0] in kinds)]
    return {box.id: given.take(box.id) for box in standing}


def check(scene: Scene, drawing: Drawing) -> None:
    """Every box, edge, line, curve, mark and text of the Scene stands where it should in the drawing."""
    assert drawing.width == pytest.approx(scene.width, abs=NEAR)
    assert drawing.height == pytest.approx(scene.height, abs=NEAR)
    nodes = names(scene)
    for item in scene.items:
        if isinstance(item, Box):
            check_box(item, nodes, drawing)
        elif isinstance(item, Line):
            ends = (item.x1, item.y1), (item.x2, item.y2)
            assert any(all(away(end, shape) <= NEAR for end in ends) for shape in drawing.background if len(shape) == 2)
        elif isinstance(item, Curve):
            curves = [shape for shape in drawing.background if len(shape) > 2]
            assert any(all(away(point, shape) <= NEAR for point in item.points) for shape in curves)
    check_routes(scene, drawing)
    check_marks(scene, drawing)
    check_texts(scene, drawing)


def check_box(box: Box, nodes: dict[str, str], drawing: Drawing) -> None:
    wanted = Rect(box.x, box.y, box.width, box.height)
    if box.id in nodes:
        assert close(frame(drawing.shapes(drawing.groups[nodes[box.id]])[0]), wanted), box.id
    elif (style := find_theme("light").style(box.style)).fill or style.stroke:
        assert any(close(frame(shape), wanted) for shape in drawing.background), box.id


def edges(drawing: Drawing) -> list[ElementTree.Element]:
    return [g for g in drawing.groups.values() if g.attrib.get("class", "").startswith("edge")]


def check_routes(scene: Scene, drawing: Drawing) -> None:
    """Graphviz draws edges by their tails, so each route is looked for among all."""
    routes = [i for i in scene.items if isinstance(i, Route)]
    found = [drawing.shapes(edge) for edge in edges(drawing)]
    assert len(found) == len(routes)
    for route in routes:
        corners = shapes.thinned(route.points)
        width = find_theme("light").style(route.style).width
        # Round corners and bridges are part of the route, and its last stretch is the arrow head's.
        bent, head = route.radius * 0.5, 5.5 + 1.6 * width
        near = [
            parts
            for parts in found
            if all(away(p, route.points) <= NEAR + (4 if route.bridges else 0) for p in parts[0])
            and all(away(c, parts[0]) <= NEAR + bent for c in corners[1:-1])
            and dist(parts[0][-1], corners[-1]) <= NEAR + (head if route.heads != "none" else 0)
            and dist(parts[0][0], corners[0]) <= NEAR + (head if route.heads == "both" else 0)
        ]
        assert near, route.id
        tips = {"none": [], "end": [corners[-1]], "both": [corners[0], corners[-1]]}[route.heads]
        for tip in tips:
            # Newer Graphviz draws the head back by what the corner of its outline sticks out.
            assert any(min(dist(p, tip) for p in head) <= NEAR + 1.5 * width for parts in near for head in parts[1:])


def check_marks(scene: Scene, drawing: Drawing) -> None:
    nodes = [drawing.shapes(g) for g in drawing.groups.values() if g.attrib.get("class", "").startswith("node mark")]
    places = [frame(parts[0]) for parts in nodes if parts]
    for mark in (i for i in scene.items if isinstance(i, Mark)):
        half = mark.size / 2 * 1.3
        assert any(
            abs(p.centre[0] - mark.x) <= NEAR and abs(p.centre[1] - mark.y) <= NEAR + 1 and p.width <= 2 * half + NEAR
            for p in places
        ), mark.id


def check_texts(scene: Scene, drawing: Drawing) -> None:
    texts = list(drawing.texts())
    for item in scene.items:
        for line in lines_of(item):
            said = " ".join(line.text.split())
            places = [(where, anchor) for text, where, anchor in texts if text == said]
            assert places, line.text
            assert any(stands(line, *place) for place in places), (line, places)


def stands(line: TextLine, where: Point, anchor: str) -> bool:
    """Bold text of nodes is fixed at its left end."""
    x, wanted = placed(line)
    if line.bold and anchor == "start" and wanted != "start":
        x -= line.width / (2 if wanted == "middle" else 1)
    return abs(where[0] - x) <= NEAR and abs(where[1] - line.y) <= NEAR_TEXT


def test_golden_text(golden: Golden) -> None:
    golden(HERE / "hotel.dot", dot(scenes.hotel()))


def test_the_same_scene_gives_the_same_text() -> None:
    assert dot(scenes.everything()) == dot(scenes.everything())


def test_no_options() -> None:
    with pytest.raises(RenderError, match='no option "scale"'):
        render(scenes.hotel(), "dot", scale=2)


def test_graphviz_draws_the_scene(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    check(scenes.hotel(), drawn(scenes.hotel(), monkeypatch, engine))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.stem)
def test_graphviz_draws_the_examples(path: Path, engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    document = blueprint.load(path)
    if document.model is None or document.model.library:
        pytest.skip("a library has no picture")
    scene = document.scene()
    check(scene, drawn(scene, monkeypatch, engine))


@pytest.mark.parametrize("seed", [5, 13, 31, 72])  # with quotes and backslashes, long foreign words at the edge
def test_graphviz_draws_generated_models(seed: int, engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    scene = blueprint.parse(generate(seed, 5 + seed % 36)).scene()
    check(scene, drawn(scene, monkeypatch, engine))


@pytest.mark.parametrize("view", ["handoffs", "flow"])
def test_graphviz_draws_networks(view: str, engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    document = blueprint.load(next(path for path in EXAMPLES if path.stem == "bank-loan"))
    scene = document.scene(view=view)
    check(scene, drawn(scene, monkeypatch, engine))


def test_the_drawing_needs_no_warning(engine: Engine) -> None:
    """Nothing is too small, left out or redone; fonts that an engine has no widths of change nothing."""
    import subprocess

    for scene in (scenes.hotel(), scenes.everything()):
        command = [engine.command, "-Kneato", "-n2", "-Tsvg"]
        said = subprocess.run(command, input=dot(scene).encode(), capture_output=True, check=True).stderr.decode()
        serious = [line for line in said.splitlines() if not re.search("metrics|width of non-ASCII|Fontconfig", line)]
        assert [line for line in serious if line.strip()] == []


@pytest.mark.parametrize("theme", sorted(THEMES))
def test_themes_colour_it(theme: str) -> None:
    text = dot(scenes.hotel(), theme)
    assert f'bgcolor="{THEMES[theme].paper}"' in text
    assert THEMES[theme].lanes["customer"][1] in text


ATTACKS = (
    r"\N \G \E \T \L \l \r \n",
    "\\",
    "a\\",
    '"];evil[label="x',
    '\\"];evil[label="x',
    "<b>bold</b>",
    "<<table><tr><td>x</td></tr></table>>",
    "&lt;script&gt; &amp; &#65; &copy",
    "</text><script>alert(1)</script>",
    "a:b:c->d",
    "line\nfeed\r\ttab",
    "nul\x00\x1b[31m",
    "// no comment /* none */ # neither",
    "digraph",
    "漢字 שלום 👩‍⚕️ e\u0301",
    "x" * 9_000,
)


@pytest.mark.parametrize("text", ATTACKS, ids=range(len(ATTACKS)))
@pytest.mark.parametrize("bold", [False, True])
def test_text_is_shown_as_it_is(text: str, bold: bool, engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    said = " ".join("".join(c for c in text if c.isprintable() or c.isspace() or c == "\u200d").split())
    said = said if "\x1b" not in text else "nul[31m"
    line = scenes.line(text, 20, 100, bold=bold)
    inside = replace(line, x=100, anchor="middle")
    box = Box(id=text, role="cell", style="cell.customer", x=20, y=20, width=160, height=40, title=text, shape="round",
              description=text, data={text: text}, href=f"https://x.test/?{text}")  # fmt: skip
    other = replace(box, id=f"{text}2", style=f"phase.{text}", x=220)
    items = (
        replace(box, text=(replace(inside, y=44),)),
        replace(other, text=(replace(inside, x=300, y=44),)),
        Words(id=text, role="note", lines=(line,)),
        Route(
            id=text,
            role="edge",
            style=f"edge.{text}",
            points=((180, 40), (220, 40)),
            source=text,
            target=f"{text}2",
            title=text,
        ),
        Mark(id=text, role="mark", kind="fail", style="mark.fail", x=180, y=20, size=16, letter="F", title=text),
    )
    drawing = drawn(Scene(width=400, height=140, title=text, items=items), monkeypatch, engine)
    texts = [shown for shown, _, _ in drawing.texts()]
    assert sorted(texts) == sorted([said, said, said, "F"])
    tags = {element.tag.removeprefix(SVG) for element in drawing.root.iter()}
    assert tags <= {"svg", "g", "title", "polygon", "polyline", "path", "ellipse", "text", "a"}
    assert not [name for name in drawing.groups if "evil" in name and '"' not in text]
    if len(text) < 1000:  # what is far wider than the picture makes it wider
        assert max(abs(drawing.width - 400), abs(drawing.height - 140)) <= NEAR


@pytest.mark.parametrize(
    "target", ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "file:///etc/passwd", "data:x", "\tjavascript:x"]
)
def test_only_web_links(target: str, engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    box = Box(id="a", role="cell", style="cell", x=0, y=0, width=90, height=30, href=target)
    drawing = drawn(Scene(width=100, height=40, title="", items=(box,)), monkeypatch, engine)
    assert not [element for element in drawing.root.iter() if element.attrib.get(LINK)]
    assert "image=" not in dot(Scene(width=100, height=40, title="image=x", items=(box,))).replace('"image=x"', "")


def test_links_stay_whole(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    box = Box(id="a", role="cell", style="cell", x=0, y=0, width=90, height=30, href="https://x.test/?a=1&copy=2#b")
    drawing = drawn(Scene(width=100, height=40, title="", items=(box,)), monkeypatch, engine)
    links = {element.attrib[LINK] for element in drawing.root.iter() if LINK in element.attrib}
    assert links == {"https://x.test/?a=1&copy=2#b"}


def test_everything_is_drawn(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    drawing = drawn(scenes.everything(), monkeypatch, engine)
    assert len(edges(drawing)) == sum(isinstance(item, Route) for item in scenes.everything().items)
    assert drawing.width == pytest.approx(1020, abs=NEAR)


def test_lanes_are_clusters_around_their_nodes() -> None:
    text = dot(scenes.hotel())
    customer = text[text.index("subgraph cluster_lane.customer") if "subgraph cluster_lane.customer" in text else
                    text.index('subgraph "cluster_lane.customer"') :]  # fmt: skip
    inside = customer[: customer.index("}")]
    assert inside.count('class="cell customer"') == len(scenes.STEPS)
    assert "backstage" not in inside
