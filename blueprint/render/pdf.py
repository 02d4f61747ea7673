"""PDF, typeset from the Scene by Typst: vector, text that can be searched and copied, fonts embedded, no date.

Options: `page` (default `fit`: the page is as large as the picture; or `A0` … `A5`, `letter`, `tabloid`: the picture
is scaled onto that page, upright or lying as suits it); `author`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from blueprint.layout.scene import Box, Curve, Item, Mark, Route, Scene, TextLine, Words
from blueprint.render import RenderError, fonts, shapes
from blueprint.render.shapes import Disc, Form, Rect
from blueprint.render.svg import all_text, mark_letter, placed
from blueprint.render.texts import clean, link, number
from blueprint.render.themes import Style, Theme
from blueprint.spelling import unknown

OPTIONS = ("page", "author")
POINT = 0.75  # points in a pixel
LARGEST = 14_400.0  # points; what readers of PDF accept
MARGIN = 28.35
# Points, width first, of pages that stand upright.
PAGES: dict[str, tuple[float, float]] = {
    "fit": (0, 0), "A0": (2383.94, 3370.39), "A1": (1683.78, 2383.94), "A2": (1190.55, 1683.78),
    "A3": (841.89, 1190.55), "A4": (595.28, 841.89), "A5": (419.53, 595.28), "letter": (612, 792),
    "tabloid": (792, 1224),
}  # fmt: skip
# `t` puts a line with its baseline at y. Its block is wide enough for any line, so that nothing wraps.
PRELUDE = """#set par(leading: 0pt, spacing: 0pt)
#set block(spacing: 0pt)
#show heading: it => box(width: 0pt, height: 0pt)
#let p(x, y, b) = place(top + left, dx: x, dy: y, b)
#let t(x, y, a, n, s, w, c, d, o) = {
  let wide = 9000pt
  let shift = if a == left { 0pt } else if a == center { -wide / 2 } else { -wide }
  let line = block(width: wide, align(a, text(size: s, weight: w, fill: c, dir: d, n)))
  p(x, y, if o { skew(ax: -11deg, origin: left + bottom, move(dx: shift, line)) } else { move(dx: shift, line) })
}
"""


def render(scene: Scene, theme: Theme, options: Mapping[str, object]) -> bytes:
    """The Scene as a PDF file of one page. Raises RenderError when Typst is not installed or an option is unknown."""
    for key in options:
        if key not in OPTIONS:
            raise RenderError(unknown("option of PDF", key, OPTIONS))
    try:
        import typst
    except ImportError:
        raise RenderError(
            'PDF needs one more package: pip install "service-blueprint[pdf]". SVG and PNG work without it.'
        ) from None
    lost = fonts.missing("".join(all_text(scene)))
    own = not lost
    found = typst.Fonts(include_system_fonts=not own, include_embedded_fonts=False, font_paths=[fonts.FOLDER])
    families = [fonts.FAMILY, *fonts.SIGN_FAMILIES.values()]
    if not own:
        known = set(found.families())
        wanted = {(rank, f) for c in lost for rank, f in enumerate(fonts.families(c)) if f in known}
        families += dict.fromkeys(f for _, f in sorted(wanted))
    source = document(scene, theme, str(options.get("page") or "fit"), str(options.get("author") or ""), families)
    made = typst.Compiler(source.encode(), font_paths=found).compile(format="pdf")
    assert isinstance(made, bytes)  # only pictures come a page each
    return made


def document(scene: Scene, theme: Theme, page: str, author: str, families: list[str]) -> str:
    """The Typst source of the Scene on this kind of page."""
    width, height, scale, left, top = frame(scene, page)
    pen = Pen(theme, scale, left, top)
    listed = "".join(f"{string(f)}, " for f in families)
    language = scene.language.split("-")[0].lower()
    spoken = (
        f", lang: {string(language)}" if language.isascii() and language.isalpha() and len(language) in (2, 3) else ""
    )
    people = f"({string(author)},)" if author else "()"
    about = f"title: {string(scene.title)}, description: {string(scene.description)}, author: {people}, date: none"
    size = f"width: {number(width)}pt, height: {number(height)}pt, margin: 0pt, fill: {colour(theme.tokens.paper)}"
    edges = 'top-edge: "baseline", bottom-edge: "baseline", hyphenate: false'
    head = f"#set document({about})\n#set page({size})\n#set text(font: ({listed}){spoken}, {edges})\n"
    return head + PRELUDE + "#{\n" + "".join(part for item in scene.items for part in pen.item(item)) + "}\n"


def frame(scene: Scene, page: str) -> tuple[float, float, float, float, float]:
    """Width and height of the page, points per pixel, and where the picture's corner stands, in points."""
    name = next((p for p in PAGES if p.lower() == page.lower()), "")
    if not name:
        raise RenderError(unknown("page", page, PAGES))
    wide, high = max(scene.width, 1.0), max(scene.height, 1.0)
    if name == "fit":
        scale = min(POINT, LARGEST / wide, LARGEST / high)
        return wide * scale, high * scale, scale, 0.0, 0.0
    width, height = PAGES[name]
    if wide > high:
        width, height = height, width
    scale = min((width - 2 * MARGIN) / wide, (height - 2 * MARGIN) / high)
    return width, height, scale, (width - wide * scale) / 2, (height - high * scale) / 2


def string(text: str) -> str:
    """A string of Typst: nothing in it can become markup or code."""
    safe = clean(text).replace("\\", "\\\\").replace('"', '\\"')
    return '"' + safe.replace("\n", " ").replace("\r", " ").replace("\t", " ") + '"'


def colour(value: str) -> str:
    return f'rgb("{value}")' if value else "none"


class Pen:
    """Writes items as Typst calls, in points on the page."""

    def __init__(self, theme: Theme, scale: float, left: float, top: float) -> None:
        self.theme = theme
        self.scale, self.left, self.top = scale, left, top

    def x(self, value: float) -> str:
        return number(self.left + value * self.scale) + "pt"

    def y(self, value: float) -> str:
        return number(self.top + value * self.scale) + "pt"

    def long(self, value: float) -> str:
        # Three decimals: the sizes of type and lines on a small page need them.
        return f"{value * self.scale:.3f}".rstrip("0").rstrip(".") + "pt"

    # items

    def item(self, item: Item) -> Iterator[str]:
        style = self.theme.style(getattr(item, "style", ""))
        if isinstance(item, Box):
            yield from self.box(item, style)
        elif isinstance(item, Words):
            yield from self.lines(item.lines, None)
        elif isinstance(item, Route):
            yield from self.route(item, style)
        elif isinstance(item, Mark):
            ground, sign = shapes.mark(item)
            yield self.form(ground, style.fill, style)
            if sign:
                yield self.form(sign, style.ink, None)
            if item.letter:
                yield from self.lines((mark_letter(item),), style)
        else:
            path = shapes.curve(item) if isinstance(item, Curve) else (("M", item.x1, item.y1), ("L", item.x2, item.y2))
            yield self.form(path, "", style)

    def box(self, item: Box, style: Style) -> Iterator[str]:
        if item.role == "phase" and (item.title or item.text):
            title = item.title or " ".join(t.text for t in item.text)
            yield self.place(item.x, item.y, f"heading(level: 1, bookmarked: true, outlined: true, {string(title)})")
        yield self.form(shapes.outline(item), "" if item.shape in ("bracket", "hollow") else style.fill, style)
        yield from self.lines(item.text, style)
        target = link(item.href)
        if target:
            area = f"box(width: {self.long(item.width)}, height: {self.long(item.height)})"
            yield self.place(item.x, item.y, f"link({string(target)}, {area})")

    def route(self, item: Route, style: Style) -> Iterator[str]:
        line, bridges, heads = shapes.wire(item, style.head, style.width)
        yield self.form(line, "", style)
        yield self.form(bridges, "", style, dashed=False)
        for head in heads:
            if style.head == "open":
                yield self.form(head, "", style, dashed=False)
            else:
                yield self.form(head, style.stroke, None)
        if item.label:
            label = item.label
            ground = self.theme.style(label.style)
            yield self.form(Rect(label.x, label.y, label.width, label.height, 3), ground.fill, ground)
            yield from self.lines(label.text, ground)

    def lines(self, lines: tuple[TextLine, ...], ground: Style | None) -> Iterator[str]:
        for line in lines:
            if line.text.strip():
                style = ground if ground and line.style == "text" else self.theme.style(line.style)
                x, anchor = placed(line)
                side = {"start": "left", "middle": "center", "end": "right"}[anchor]
                yield (
                    f"t({self.x(x)}, {self.y(line.y)}, {side}, {string(line.text)}, {self.long(line.size)}, "
                    f"{700 if line.bold else 400}, {colour(style.ink)}, {'rtl' if line.rtl else 'ltr'}, "
                    f"{'true' if line.italic else 'false'})\n"
                )

    # forms

    def place(self, x: float, y: float, what: str) -> str:
        return f"p({self.x(x)}, {self.y(y)}, {what})\n"

    def form(self, form: Form, fill: str, style: Style | None, *, dashed: bool = True) -> str:
        paint = f"fill: {colour(fill)}, stroke: {self.stroke(style, dashed=dashed)}"
        if isinstance(form, Rect):
            size = f"width: {self.long(form.width)}, height: {self.long(form.height)}"
            return self.place(form.x, form.y, f"rect({size}, radius: {self.long(form.radius)}, {paint})")
        if isinstance(form, Disc):
            corner = form.x - form.radius, form.y - form.radius
            return self.place(*corner, f"circle(radius: {self.long(form.radius)}, {paint})")
        if not form:
            return ""
        names = {"M": "move", "L": "line", "Q": "quad", "C": "cubic", "Z": "close"}
        steps = ", ".join(f"curve.{names[str(c[0])]}({self.points(c)})" for c in form)
        return f"p(0pt, 0pt, curve({paint}, {steps}))\n"

    def points(self, command: shapes.Command) -> str:
        values = [v for v in command[1:] if not isinstance(v, str)]
        pairs = zip(values[::2], values[1::2], strict=True)
        return ", ".join(f"({self.x(x)}, {self.y(y)})" for x, y in pairs)

    def stroke(self, style: Style | None, *, dashed: bool) -> str:
        if style is None or not style.stroke:
            return "none"
        dash = ", ".join(self.long(d) for d in style.dash) if dashed else ""
        pattern = f", dash: ({dash},)" if dash else ""
        return f'(paint: {colour(style.stroke)}, thickness: {self.long(style.width)}, cap: "{style.cap}"{pattern})'
