"""DOT: the whole picture as a graph whose places are all given, so that `neato -n2` alone draws it.

What stands in the service (cells, marks) are nodes, what joins them are edges with their routes, lanes are clusters
around their nodes; bands, rules and headings are the graph's background (see `render.xdot`). Graphviz paints the
background first, then nodes in the order of the file, each with the edges that leave it: marks and labels stand last.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import takewhile
from typing import TYPE_CHECKING

from blueprint.layout.scene import Box, Curve, Item, Label, Line, Mark, Point, Route, Scene, TextLine, Words
from blueprint.render import RenderError, shapes
from blueprint.render.texts import Names, link, number
from blueprint.render.themes import Style, Theme
from blueprint.render.xdot import CLEAR, FONT, PT, Drawing, cubics, line_style, one_line

if TYPE_CHECKING:
    from graphviz import Digraph  # type: ignore[import-untyped]

Attributes = dict[str, str]
# A label of its own node stands this much above its baseline (in parts of the type size), its lines this far apart.
SINK, LEADING = 0.3, 1.2
SLACK = 2.0  # pixels that a line of text may stand elsewhere when it is part of its node's label
# Graphviz knows one radius only, of 12 points: corners less round than this (in pixels) come nearer as sharp ones.
ROUND = 5.0
SHAPES = {"diamond": "diamond", "circle": "ellipse"}


def render(scene: Scene, theme: Theme, options: Mapping[str, object]) -> bytes:
    """The Scene as DOT in UTF-8. Draw it with `neato -n2 -Tsvg` (or any other format)."""
    for key in options:
        raise RenderError(f'There is no option "{key}" of DOT.')
    return _Writer(scene, theme).text().encode()


class _Writer:
    def __init__(self, scene: Scene, theme: Theme) -> None:
        self.scene, self.theme = scene, theme
        self.names = Names()
        ends = {end for item in scene.items if isinstance(item, Route) for end in (item.source, item.target)}
        self.boxes = [i for i in scene.items if isinstance(i, Box) and (i.id in ends or _stands(i))]
        self.nodes = {box.id: self.names.take(box.id) for box in self.boxes}
        self.late: list[tuple[str, Attributes]] = []  # what is painted over nodes and edges

    def text(self) -> str:
        from graphviz import Digraph

        graph = Digraph(name=_name(self.scene.title or "blueprint"))
        graph.attr("graph", **self.head(self.background()))
        graph.attr("node", fixedsize="true", fontname=FONT, label="", margin="0", shape="box")
        graph.attr("edge", fontname=FONT)
        self.paper(graph)
        self.standing(graph)
        for item in self.scene.items:
            if isinstance(item, Route):
                self.route(graph, item)
            elif isinstance(item, Mark):
                self.late += self.mark(item)
        for name, attributes in self.late:
            graph.node(name, **attributes)
        return str(graph.source)

    def head(self, background: str) -> Attributes:
        return {
            "_background": background, "bgcolor": self.theme.tokens.paper, "fontname": FONT, "margin": "0",
            "outputorder": "breadthfirst", "pad": "0", "splines": "true",
        }  # fmt: skip

    def paper(self, graph: Digraph) -> None:
        """A node as large as the picture, not drawn: it alone makes the drawing's size."""
        graph.node(self.names.take("paper"), style="invis", **self.place(0, 0, self.scene.width, self.scene.height))

    # the background

    def background(self) -> str:
        drawing = Drawing(self.scene.height)
        for item in self.scene.items:
            self.behind(drawing, item)
        return str(drawing)

    def behind(self, drawing: Drawing, item: Item) -> None:
        if isinstance(item, Box) and item.id not in self.nodes:
            style = self.theme.style(item.style)
            drawing.form(shapes.outline(item), style, filled=item.shape not in ("bracket", "hollow"))
            self.lines(drawing, item.text, style)
        elif isinstance(item, Words):
            self.lines(drawing, item.lines, None)
        elif isinstance(item, Line):
            straight: shapes.Path = (("M", item.x1, item.y1), ("L", item.x2, item.y2))
            drawing.form(straight, self.theme.style(item.style), filled=False)
        elif isinstance(item, Curve) and (path := shapes.curve(item)):
            drawing.form(path, self.theme.style(item.style), filled=False)

    def lines(self, drawing: Drawing, lines: Iterable[TextLine], ground: Style | None) -> None:
        for line in lines:
            # The background knows no escapes, and engines differ on what they make of them; and its page grows with
            # what an engine without the font takes a text's width to be.
            if "\\" in line.text or self.beyond(line):
                self.late += self.texts("text", (line,), ground)
            else:
                drawing.line(line, *_fixed(line), self.ink(line, ground))

    def beyond(self, line: TextLine) -> bool:
        """Whether a text may reach over the page's edge where its width is guessed by its bytes."""
        x, anchor = _fixed(line)
        wide = 0 if line.text.isascii() else len(line.text.encode()) * line.size * 0.6
        left = {"start": x, "middle": x - wide / 2, "end": x - wide}[anchor]
        return left < 0 or left + wide > self.scene.width

    def ink(self, line: TextLine, ground: Style | None) -> str:
        return (ground or self.theme.style(line.style) if line.style == "text" else self.theme.style(line.style)).ink

    # nodes

    def standing(self, graph: Digraph) -> None:
        """The nodes, those of a lane in a cluster of their own."""
        lanes = [i for i in self.scene.items if isinstance(i, Box) and i.role == "lane"]
        rest = list(self.boxes)
        for lane in lanes:
            inside = [box for box in rest if lane.y <= box.y + box.height / 2 < lane.y + lane.height]
            if not inside:
                continue
            rest = [box for box in rest if box not in inside]
            with graph.subgraph(name="cluster_" + self.names.take(lane.id)) as cluster:
                cluster.attr("graph", bb=self.corners(lane), label="", peripheries="0")
                cluster.attr("graph", bgcolor=CLEAR, tooltip=_label(lane.title))
                for box in inside:
                    self.box(cluster, box)
        for box in rest:
            self.box(graph, box)

    def box(self, graph: Digraph, box: Box) -> None:
        style = self.theme.style(box.style)
        look = [] if box.shape == "hollow" else ["filled"]
        form = shapes.outline(box)
        if isinstance(form, shapes.Rect) and form.radius >= ROUND:
            look.append("rounded")
        if style.dash:
            look.append(line_style(style))
        attributes = {
            **self.place(box.x, box.y, box.width, box.height), **self.known(box.id, box.style, box.title or "box"),
            "shape": SHAPES.get(box.shape, "box"), "style": ",".join(look), "fillcolor": style.fill or CLEAR,
            "color": style.stroke or CLEAR, "penwidth": number(style.width * PT), "URL": _label(link(box.href)),
        }  # fmt: skip
        lines = [line for line in box.text if line.text.strip()]
        count, blank = _own(lines, box)
        if count:
            rows = [_label(line.text) for line in lines[:count]] + [" "] * blank
            attributes |= {"label": "\\n".join(rows), **self.type(lines[0], style)}
        self.late += self.texts(self.nodes[box.id], lines[count:], style)
        graph.node(self.nodes[box.id], **_plain(attributes))

    def texts(self, owner: str, lines: Iterable[TextLine], ground: Style | None) -> Iterator[tuple[str, Attributes]]:
        """Lines of text as nodes without a border, wide enough for whatever the engine takes their width to be, as far
        as the picture has room: what stands out of it would make it larger."""
        for line in lines:
            x, anchor = _fixed(line)
            room = {"start": self.scene.width - x, "middle": 2 * min(x, self.scene.width - x), "end": x}[anchor]
            width, height = max(min(line.width * 2 + 20, room), 1.0), line.size * 2
            left = {"start": x, "middle": x - width / 2, "end": x - width}[anchor]
            side = {"start": "\\l", "middle": "", "end": "\\r"}[anchor]
            label = _label(line.text) + side
            if line.bold:
                # Engines set such a label by what they take its width to be, so it is fixed at its left end.
                left = max({"start": x, "middle": x - line.width / 2, "end": x - line.width}[anchor], 0.0)
                width = max(min(line.width * 2 + 20, self.scene.width - left), 1.0)
                label = _bold(line.text, width)
            attributes = self.place(left, line.y - line.size * SINK - height / 2, width, height)
            attributes |= {"shape": "plaintext", "label": label, **self.type(line, ground)}
            yield self.names.take(f"{owner}.text"), attributes if line.bold else _plain(attributes)

    def mark(self, mark: Mark) -> Iterator[tuple[str, Attributes]]:
        """A mark is a node, and the star of a moment of truth another on it."""
        style, half = self.theme.style(mark.style), mark.size / 2
        shape, x, y, width, height, look = _mark(mark, half)
        attributes = {
            **self.place(x - width / 2, y - height / 2, width, height), **self.known(mark.id, mark.style, mark.title),
            "shape": shape, "style": look, "fillcolor": style.fill or CLEAR, "color": style.stroke or CLEAR,
            "penwidth": number(style.width * PT), "fontcolor": style.ink, "label": _label(mark.letter),
            "fontsize": number(mark.size * 0.66 * PT),
        }  # fmt: skip
        name = self.names.take(mark.id)
        yield name, _plain(attributes)
        if mark.kind == "moment" and not mark.letter:
            r = half * 0.66
            place = self.place(mark.x - 0.951 * r, mark.y - r, 1.902 * r, 1.809 * r)
            star = {"shape": "star", "style": "filled", "fillcolor": style.ink, "color": CLEAR, "penwidth": "0"}
            yield self.names.take(f"{name}.star"), place | star

    # edges

    def route(self, graph: Digraph, route: Route) -> None:
        style = self.theme.style(route.style)
        line, bridges, heads = shapes.wire(route, "filled", style.width)
        if route.label:
            self.late += self.label(route, route.label)
        if not line:
            return
        tail, head = self.end(graph, route.source, route.points[0]), self.end(graph, route.target, route.points[-1])
        attributes = {
            **self.known(route.id, route.style, route.title), "pos": self.spline(route, _over(line, bridges)),
            "color": style.stroke, "penwidth": number(style.width * PT), "style": line_style(style),
            "dir": {"none": "none", "end": "forward", "both": "both"}[route.heads],
        }  # fmt: skip
        if heads:
            length = min(shapes.gap(_tip(head), _base(head)) for head in heads)
            kind = "vee" if style.head == "open" else "normal"
            attributes |= {"arrowhead": kind, "arrowtail": kind, "arrowsize": number(length * PT / 10)}
        graph.edge(tail, head, **_plain(attributes))

    def spline(self, route: Route, path: shapes.Path) -> str:
        """Tips of arrow heads first, then the run of cubic pieces."""
        words = [self.at(point) for point in cubics(path)]
        points = shapes.thinned(route.points)
        if route.heads != "none":
            words.insert(0, "e," + self.at(points[-1]))
        if route.heads == "both":
            words.insert(0, "s," + self.at(points[0]))
        return " ".join(words)

    def end(self, graph: Digraph, key: str, at: Point) -> str:
        """The node of this box; for an end that is no box, a point that is not drawn."""
        if key in self.nodes:
            return self.nodes[key]
        name = self.names.take("point")
        graph.node(name, style="invis", shape="point", **self.place(at[0], at[1], 0.02, 0.02))
        return name

    def label(self, route: Route, label: Label) -> Iterator[tuple[str, Attributes]]:
        name = self.names.take(f"{route.id}.label")
        ground = self.theme.style(label.style)
        place = self.place(label.x, label.y, label.width, label.height)
        yield name, place | {"shape": "plaintext", "style": "filled", "fillcolor": ground.fill or CLEAR}
        yield from self.texts(name, label.text, ground)

    # attributes

    def type(self, line: TextLine, ground: Style | None) -> Attributes:
        return {"fontsize": number(line.size * PT), "fontcolor": self.ink(line, ground)}

    def known(self, key: str, style: str, title: str) -> Attributes:
        """What the item is, for who reads the file or styles its SVG."""
        name = self.nodes.get(key, "")
        return {"id": _label(name), "class": self.theme.row(style).replace(".", " "), "tooltip": _label(title)}

    def place(self, x: float, y: float, width: float, height: float) -> Attributes:
        inches = {"width": _inches(width), "height": _inches(height)}
        return {"pos": self.at((x + width / 2, y + height / 2)), **inches}

    def at(self, point: Point) -> str:
        return f"{number(point[0] * PT)},{number((self.scene.height - point[1]) * PT)}"

    def corners(self, box: Box) -> str:
        return f"{self.at((box.x, box.y + box.height))},{self.at((box.x + box.width, box.y))}"


def _stands(box: Box) -> bool:
    return box.role != "key" and box.style.partition(".")[0] in ("cell", "node")


def _inches(pixels: float) -> str:
    return f"{pixels / 96:.4f}".rstrip("0").rstrip(".")


def _fixed(line: TextLine) -> tuple[float, str]:
    from blueprint.render.svg import placed

    return placed(line)


def _own(lines: list[TextLine], box: Box) -> tuple[int, int]:
    """How many of the lines can be the label of the box, and how many blank ones must follow so that Graphviz puts
    them where they stand. It centres a label, which has one type size; all other lines are nodes of their own."""
    if not lines:
        return 0, 0
    first = lines[0]
    look = (first.size, first.style, False, False, "middle")
    alike = takewhile(lambda t: (t.size, t.style, t.bold, t.italic, t.anchor) == look, lines)
    same = [line for line in alike if abs(line.x - box.x - box.width / 2) < SLACK]
    for blank in range(len(lines) - len(same) + 2):
        rows = len(same) + blank
        top = box.y + box.height / 2 + first.size * (SINK - LEADING * (rows - 1) / 2)
        if all(abs(line.y - top - row * LEADING * line.size) < SLACK for row, line in enumerate(same)):
            return len(same), blank
    return 0, 0


def _mark(mark: Mark, half: float) -> tuple[str, float, float, float, float, str]:
    """Shape, centre, width and height, style. Graphviz fits a triangle by the circle around it."""
    match mark.kind:
        case "wait":
            return "box", mark.x, mark.y, half * 1.9, half * 1.9, "filled,rounded"
        case "pain":
            return "triangle", mark.x, mark.y + half * 0.2, half * 2.36, half * 2.8, "filled"
        case "idea":
            return "diamond", mark.x, mark.y, half * 2.44, half * 2.44, "filled"
        case _:
            return "circle", mark.x, mark.y, half * 2, half * 2, "filled"


def _over(line: shapes.Path, bridges: shapes.Path) -> shapes.Path:
    """The line with its bridges in its gaps, since an edge of a DOT file is one run."""
    arches = iter(bridges)
    next(arches, None)  # where the first arch begins, the line has just ended
    joined: list[shapes.Command] = [line[0]]
    for command in line[1:]:
        if command[0] == "M":
            joined += takewhile(lambda c: c[0] != "M", arches)
        else:
            joined.append(command)
    return tuple(joined)


def _tip(head: shapes.Path) -> Point:
    return float(head[1][1]), float(head[1][2])


def _base(head: shapes.Path) -> Point:
    (_, ax, ay), (_, bx, by) = head[0], head[2]
    return (float(ax) + float(bx)) / 2, (float(ay) + float(by)) / 2


def _label(text: str) -> str:
    r"""Text that Graphviz shows as it is: it would expand `\N` and entities such as `&lt;`."""
    return one_line(text).replace("\\", "\\\\").replace("&", "&amp;")


def _bold(text: str, width: float) -> str:
    """Bold text is an HTML-like label: a table as wide as its node, with the text at its left."""
    inner = f"<b>{_label(text).replace('<', '&lt;').replace('>', '&gt;')}</b>"
    frame = f'border="0" cellborder="0" cellspacing="0" cellpadding="0" width="{number(width * PT)}"'
    return f'<<table {frame}><tr><td align="left">{inner}</td></tr></table>>'


def _name(text: str) -> str:
    """The graph's name, which knows no escapes: a backslash at its end would swallow the quotation mark."""
    from graphviz import nohtml

    name: str = nohtml(one_line(text).replace("\\", "/"))
    return name


def _plain(attributes: Attributes) -> Attributes:
    """Values that the `graphviz` package must not take for HTML-like ones (`<…>`); empty ones are left out."""
    from graphviz import nohtml

    return {key: nohtml(value) for key, value in attributes.items() if value}
