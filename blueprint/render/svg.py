"""SVG: one file with nothing external, text that stays text, names for people who listen to it.

Options: `fonts` (default true) embeds the font (false names a family for each stretch of text instead, for engines
that do not choose well among the fonts they have); `faces` (default true) is false for a page that has the font of its
own (`fonts.linked`) and shows the picture inside; `dark` (default false) adds the dark theme's colours for readers who
prefer them, or, given as two selectors of CSS, inside of what the first selects, and for those readers inside of what
the second selects; `prefix` goes before each id and scopes the style sheet, for pages that hold several pictures.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from blueprint.layout.scene import Box, Curve, Item, Line, Mark, Route, Scene, TextLine, Words
from blueprint.render import RenderError, fonts, shapes
from blueprint.render.sections import sections, unsaid
from blueprint.render.shapes import Disc, Form, Path, Rect
from blueprint.render.texts import Names, attribute, clean, escape, link, number
from blueprint.render.themes import Style, Theme, find_theme
from blueprint.spelling import unknown

OPTIONS = ("fonts", "faces", "dark", "prefix")
ROOT = "blueprint"
HIDDEN = ' aria-hidden="true"'
# Plain roles: browsers that know the finer `graphics-symbol` read out the text inside it as well.
SYMBOL = ' role="img"'


def render(scene: Scene, theme: Theme, options: Mapping[str, object]) -> bytes:
    """The Scene as an SVG file in UTF-8."""
    for key in options:
        if key not in OPTIONS:
            raise RenderError(unknown("option of SVG", key, OPTIONS))
    embed = bool(options.get("fonts", True))
    pen = Pen(theme, str(options.get("prefix", "")), embed)
    body = pen.draw(scene)
    faces = fonts.faces(*all_text(scene)) if embed and options.get("faces", True) else ""
    sheet = faces + pen.sheet(options.get("dark", False))
    return (pen.head(scene) + f"<style>{sheet}</style>\n" + body + "</svg>\n").encode()


def all_text(scene: Scene) -> tuple[str, str]:
    """All plain characters that the Scene shows, and all bold ones."""
    plain: list[str] = []
    bold: list[str] = []
    for item in scene.items:
        for line in lines_of(item):
            (bold if line.bold else plain).append(line.text)
        if isinstance(item, Mark):
            bold.append(item.letter)
    return clean("".join(plain)), clean("".join(bold))


def lines_of(item: Item) -> tuple[TextLine, ...]:
    """The lines of text of an item, its label's included."""
    if isinstance(item, Box):
        return item.text
    if isinstance(item, Words):
        return item.lines
    if isinstance(item, Route) and item.label:
        return item.label.text
    return ()


def path_data(path: Path) -> str:
    """The `d` of a path; straight lines along an axis in their short form."""
    out: list[str] = []
    x = y = ""
    for command, *rest in path:
        values = [number(float(v)) for v in rest]
        if command == "L" and values[0] == x:
            out.append("V" + values[1])
        elif command == "L" and values[1] == y:
            out.append("H" + values[0])
        else:
            out.append(str(command) + " ".join(values))
        if values:
            x, y = values[-2:]
    return "".join(out)


def form_tag(form: Form, attributes: str) -> str:
    if isinstance(form, Rect):
        box = f'x="{number(form.x)}" y="{number(form.y)}" width="{number(form.width)}" height="{number(form.height)}"'
        corner = f' rx="{number(form.radius)}"' if form.radius else ""
        return f"<rect {box}{corner}{attributes}/>"
    if isinstance(form, Disc):
        return f'<circle cx="{number(form.x)}" cy="{number(form.y)}" r="{number(form.radius)}"{attributes}/>'
    return f'<path d="{path_data(form)}"{attributes}/>'


class Pen:
    """Writes items and remembers which styles they used."""

    def __init__(self, theme: Theme, prefix: str, embed: bool) -> None:
        self.embed = embed
        self.scoped = bool(prefix)
        self.theme = theme
        self.names = Names(prefix)
        self.used: dict[str, str] = {}  # class → row of the theme, with "ink " before it for text

    def head(self, scene: Scene) -> str:
        width, height = number(scene.width), number(scene.height)
        language = f' lang="{attribute(scene.language)}"' if scene.language else ""
        title, about = self.root + "-title", self.root + "-desc"
        described = f' aria-describedby="{about}"' if scene.description else ""
        source = f' data-file="{attribute(self.file)}"' if self.file else ""
        text = f'<title id="{title}">{escape(scene.title)}</title>\n'
        if scene.description:
            text += f'<desc id="{about}">{escape(scene.description)}</desc>\n'
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" id="{self.root}" width="{width}" height="{height}" '
            f'viewBox="0 0 {width} {height}"{language} class="ink" font-family="{attribute(fonts.STACK)}" '
            f'font-size="{number(self.size)}" role="graphics-document document"{source} '
            f'aria-labelledby="{title}"{described}>\n{text}'
        )

    def draw(self, scene: Scene) -> str:
        self.root = self.names.take(ROOT)
        sizes = Counter(line.size for item in scene.items for line in lines_of(item))
        self.size = max(sizes, key=lambda size: (sizes[size], size), default=12.0)
        self.files = short_paths(
            facts["file"] for item in scene.items if "file" in (facts := getattr(item, "data", {}))
        )
        self.file = next(iter(self.files.values()), "")
        for part in ("title", "desc"):
            self.names.given.add(f"{self.root}-{part}")
        paper = form_tag(Rect(0, 0, scene.width, scene.height), ' class="paper"' + HIDDEN)
        return paper + "\n" + "".join(self.section(name, items) for name, items in sections(scene.items))

    def section(self, name: str, items: list[Item]) -> str:
        inner = "".join(self.item(i) for i in items)
        if not name:
            return inner
        return f'<g role="group" aria-label="{attribute(name)}">\n{inner}</g>\n'

    # items

    def item(self, item: Item) -> str:
        """One element of the picture: named for listeners, or hidden from them when it only decorates."""
        title, about = item.title, item.description if isinstance(item, Box) else ""
        if isinstance(item, Box):
            title, inner = title or " ".join(t.text for t in item.text), self.box(item)
        elif isinstance(item, Route):
            inner = self.route(item)
        elif isinstance(item, Mark):
            title, inner = title or item.letter, self.mark(item)
        elif isinstance(item, Words):
            inner = self.lines(item.lines, quiet=bool(item.title))
        else:
            path = shapes.curve(item) if isinstance(item, Curve) else _straight(item)
            inner = iter((self.shape(path, item.style, "stroke"),))
        named = f"<title>{escape(title)}</title>" if title else ""
        named += f"<desc>{escape(about)}</desc>" if about else ""
        # Words without a title are read as they stand.
        said = "" if isinstance(item, Words) and not named else SYMBOL if named else HIDDEN
        key = self.names.take(item.id)
        text = f'<g id="{key}"{HIDDEN if unsaid(item) else said}{self.facts(item, key)}>{named}{"".join(inner)}</g>'
        target = link(item.href) if isinstance(item, Box) else ""
        return f'<a href="{attribute(target)}">{text}</a>\n' if target else text + "\n"

    def facts(self, item: Item, key: str) -> str:
        """What programs may want to know, as `data-` attributes: the item's own facts, and what an edge joins.

        Left out is what stands elsewhere: a key that is the id, and the file that the root names.
        """
        facts = dict(getattr(item, "data", {}))
        if isinstance(item, Route):
            facts = {"source": item.source, "target": item.target, **facts}
        if "file" in facts:
            facts["file"] = self.files[facts["file"]]
        unsaid = {"key": key, "file": self.file}
        return "".join(f' data-{_data_name(k)}="{attribute(v)}"' for k, v in facts.items() if v and unsaid.get(k) != v)

    def box(self, item: Box) -> Iterator[str]:
        yield self.shape(shapes.outline(item), item.style, "stroke" if item.shape in ("bracket", "hollow") else "")
        yield from self.lines(item.text, item.style)

    def route(self, item: Route) -> Iterator[str]:
        style = self.theme.style(item.style)
        line, bridges, heads = shapes.wire(item, style.head, style.width)
        if line:
            yield self.shape(line, item.style, "stroke")
        if bridges:
            yield self.shape(bridges, item.style, "bridge")
        for head in heads:
            yield self.shape(head, item.style, "head")
        if item.label:
            label = item.label
            yield self.shape(Rect(label.x, label.y, label.width, label.height, 3), label.style, "")
            yield from self.lines(label.text, label.style)

    def mark(self, item: Mark) -> Iterator[str]:
        ground, sign = shapes.mark(item)
        yield self.shape(ground, item.style, "")
        if sign:
            yield self.shape(sign, item.style, "ink")
        if item.letter:
            yield from self.lines((mark_letter(item),), item.style)

    def lines(self, lines: tuple[TextLine, ...], ground: str = "", *, quiet: bool = True) -> Iterator[str]:
        """The lines; what several share is said once around them. `quiet` hides them from listeners, who hear the
        name of the item that they stand in."""
        shown = [line for line in lines if line.text.strip()]
        centred = all(placed(line)[1] == "middle" for line in shown)
        hidden = HIDDEN if quiet else ""
        if len(shown) == 1 or not (centred or quiet):
            yield from (self.line(line, ground, hidden, centred=False) for line in shown)
        elif shown:
            anchor = ' text-anchor="middle"' if centred else ""
            inner = (self.line(line, ground, "", centred=centred) for line in shown)
            yield f"<g{anchor}{hidden}>{''.join(inner)}</g>"

    def line(self, line: TextLine, ground: str, hidden: str, *, centred: bool) -> str:
        style = ground if ground and line.style == "text" else line.style
        x, anchor = placed(line)
        end = "" if anchor == "start" or centred else f' text-anchor="{anchor}"'
        end += ' font-weight="700"' if line.bold else ""
        end += f' font-size="{number(line.size)}"' if line.size != self.size else ""
        # The ink of most text is said at the root.
        end += f' class="{self.use(style, "ink")}"' if self.theme.style(style).ink != self.theme.tokens.ink else ""
        side = ' direction="rtl" unicode-bidi="embed"' if line.rtl else ""
        # Slanted by a transform: not every program slants a font that has no italic of its own.
        where = f'x="{number(x)}" y="{number(line.y)}"'
        if line.italic:
            where = f'transform="translate({number(x)} {number(line.y)}) skewX(-11)"'
        return f"<text {where}{end}{side}{hidden}>{self.words(line.text)}</text>"

    def words(self, text: str) -> str:
        if self.embed or text.isascii():
            return escape(text)
        runs = fonts.runs(clean(text))
        if all(names[0] == fonts.FAMILY for names, _ in runs):
            return escape(text)
        return "".join(_run(*run) for run in runs) + fonts.ANCHOR

    # styles

    def shape(self, form: Form, style: str, part: str) -> str:
        return form_tag(form, f' class="{self.use(style, part)}"')

    def use(self, style: str, part: str) -> str:
        row = self.theme.row(style)
        name = (row or "plain").replace(".", "-") + (f"-{part}" if part else "")
        self.used[name] = f"{part} {row}"
        return name

    def sheet(self, dark: object) -> str:
        # Plain class selectors unless asked: office programs read no others.
        scope = f"#{self.root} " if self.scoped else ""
        text = "".join(self.rules(self.theme, scope))
        if not dark or self.theme.name == "dark":
            return text
        always, preferred = dark if isinstance(dark, tuple) else ("", "")
        night = find_theme("dark")
        text += "".join(self.rules(night, f"{always} {scope}")) if always else ""
        rules = self.rules(night, f"{preferred} {scope}" if preferred else scope)
        return f"{text}@media(prefers-color-scheme:dark){{{''.join(rules)}}}"

    def rules(self, theme: Theme, scope: str) -> Iterator[str]:
        yield f"{scope.strip() or '.ink'}{{fill:{theme.tokens.ink}}}"
        yield f"{scope}.paper{{fill:{theme.tokens.paper}}}"
        for name, use in sorted(self.used.items()):
            part, _, row = use.partition(" ")
            yield f"{scope}.{name}{{{declared(theme.styles[row], part)}}}"


def declared(style: Style, part: str) -> str:
    """The style as CSS: of a whole shape (""), its `stroke`, that without dashes (`head`, `bridge`), its `ink`."""
    if part == "ink":
        return f"fill:{style.ink}"
    if part == "head" and style.head != "open":
        return f"fill:{style.stroke}"
    fill = style.fill if not part and style.fill else "none"
    if not style.stroke:
        return f"fill:{fill}"
    text = f"fill:{fill};stroke:{style.stroke};stroke-width:{number(style.width)}"
    if style.dash and part not in ("head", "bridge"):
        text += ";stroke-dasharray:" + " ".join(number(d) for d in style.dash)
    return text + (f";stroke-linecap:{style.cap}" if style.cap != "butt" else "")


def short_paths(paths: Iterable[str]) -> dict[str, str]:
    """Each path without the folders that all share: a picture must not tell whose machine it was drawn on."""
    parts = {path: re.split(r"[/\\]", path) for path in paths}
    rows = list(parts.values())
    shared = 0
    while rows and all(len(row) > shared + 1 and row[shared] == rows[0][shared] for row in rows):
        shared += 1
    return {path: "/".join(row[shared:]) for path, row in parts.items()}


def mark_letter(item: Mark) -> TextLine:
    """The letter of a mark, in its middle (a triangle's middle is lower)."""
    size = item.size * 0.66
    drop = item.size * (0.3 if item.kind == "pain" else 0.235)
    return TextLine(
        text=item.letter, x=item.x, y=item.y + drop, width=size * 0.6, size=size, bold=True, anchor="middle"
    )


def placed(line: TextLine) -> tuple[float, str]:
    """Where the line is fixed. Right-to-left text is fixed in its middle: programs differ on which end is its start."""
    if not line.rtl or line.anchor == "middle":
        return line.x, line.anchor
    half = line.width / 2
    return line.x + (half if line.anchor == "start" else -half), "middle"


def _straight(item: Line) -> Path:
    return (("M", item.x1, item.y1), ("L", item.x2, item.y2))


def _run(families: tuple[str, ...], text: str) -> str:
    named = ",".join(f"'{name}'" for name in families)
    return escape(text) if families[0] == fonts.FAMILY else f'<tspan font-family="{named}">{escape(text)}</tspan>'


@cache
def _data_name(key: str) -> str:
    return "".join(c if c.isascii() and c.isalnum() else "-" for c in key.lower())
