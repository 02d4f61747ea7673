"""A blueprint as part of a document: read within the document's project, checked, and drawn so that a page may hold
several.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

from blueprint.api import HARMLESS, Document
from blueprint.diagnostics import Diagnostic, Refusal
from blueprint.layout.scene import Scene
from blueprint.layout.view import VIEWS
from blueprint.records import dataclass, field, replace
from blueprint.render import render
from blueprint.render.texts import attribute
from blueprint.render.themes import THEMES
from blueprint.rules.settings import Settings
from blueprint.source import Source
from blueprint.spelling import unknown
from blueprint.workspace import Disk, Unreadable, open_source

AUTO = "auto"  # light or dark, as the page is
# How pages say that they are dark: Material and Zensical; Furo and PyData; Bootstrap; Shibuya. And how Furo says that
# it is what the reader prefers.
DARK = (":is([data-md-color-scheme=slate],[data-theme=dark],[data-bs-theme=dark],html.dark)", "[data-theme=auto]")
OPTIONS = ("theme", "view", "phase", "service", "scenario", "alt", "width")
_UNITS = ("px", "em", "rem", "%", "cm", "mm", "in", "pt", "vw", "ch")


@dataclass(frozen=True, slots=True)
class Wish:
    """What the options of a document say about one picture. `width` is a length of CSS, or empty: no wider than the
    page's column. `alt` is said instead of the blueprint's own title and description."""

    theme: str = AUTO
    view: str = VIEWS[0]
    phase: str = ""
    service: str = ""
    scenario: str = ""
    alt: str = ""
    width: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """Why there is no picture: a sentence, and its place, counted from 1; no line is the picture as a whole."""

    message: str
    file: str = ""
    line: int = 0
    column: int = 0


class Broken(Refusal):
    """A blueprint that has no true picture, for one or more reasons."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(each.message for each in problems))
        self.problems = problems


@dataclass(slots=True)
class Fenced:
    """Reads files within a folder, and none outside of it; `read_so_far` is what was asked for, there or not."""

    folder: str
    read_so_far: list[str] = field(default_factory=list)

    def read(self, path: Path) -> Source:
        """The text of a file. Raises OSError, or UnicodeDecodeError when it is not UTF-8."""
        self.read_so_far.append(os.path.realpath(path))
        return Disk().read(path)

    def root(self, path: Path) -> Path:
        """The folder of the project, wherever in it the file stands."""
        return Path(self.folder)

    def open(self, path: str, written: str) -> Source:
        """The text of a file that a document names as `written`. Raises `Unreadable`."""
        place = os.path.realpath(path) if "\0" not in path else ""
        if not is_inside(place, self.folder):
            raise Unreadable(f"`{written}` lies outside the folder of the documents, and is not read.")
        self.read_so_far.append(place)
        if os.path.exists(place) and not os.path.isfile(place):  # a pipe would be waited for without end
            raise Unreadable(f"`{written}` is not a file.")
        if not os.path.exists(place):
            raise Unreadable(f"There is no file `{written}`.")
        return open_source(path)


def is_inside(place: str, folder: str) -> bool:
    """Whether a path without links lies in a folder, or is it."""
    root = os.path.realpath(folder)
    return place == root or place.startswith(root.rstrip(os.sep) + os.sep)


def wish(options: dict[str, str]) -> Wish:
    """The options of a document, all of them known. Raises `Refusal` for a value that cannot be."""
    wanted = Wish(**{name: value for name, value in options.items() if value})
    themes = (AUTO, *THEMES)
    if wanted.theme not in themes:
        raise Refusal(unknown("theme", wanted.theme, themes))
    if wanted.view not in VIEWS:
        raise Refusal(unknown("view", wanted.view, VIEWS))
    if wanted.view != VIEWS[0] and (wanted.phase or wanted.service):
        raise Refusal(f"`phase` and `service` choose columns of a blueprint; the view `{wanted.view}` draws all of it.")
    return replace(wanted, width=_length(wanted.width)) if wanted.width else wanted


def _length(text: str) -> str:
    number = text.strip().rstrip("%abcdefghijklmnopqrstuvwxyz")
    unit = text.strip()[len(number) :] or "px"
    if not number.replace(".", "", 1).isdecimal() or not number.isascii() or unit not in _UNITS:
        raise Refusal(f"`{text}` is not a width. Write `1400px`, `100%` or `40em`.")
    return number + unit


def scene(document: Document, wanted: Wish) -> Scene:
    """The picture in plain numbers. Raises `Broken` where the text has errors, or has not what is wished for."""
    errors = [each for each in document.check(Settings("errors")) if each.name not in HARMLESS]
    if errors:
        raise Broken(*(problem(each, document) for each in errors))
    chosen = document.in_scenario(wanted.scenario) if wanted.scenario else document
    try:
        drawn = chosen.scene(view=wanted.view, phase=wanted.phase, service=wanted.service)
    except Refusal as refusal:
        raise Broken(Problem(str(refusal))) from None
    return replace(drawn, title=wanted.alt, description="") if wanted.alt else drawn


def problem(found: Diagnostic, document: Document) -> Problem:
    source = document.sources.get(found.span.file, document.source)
    line, column = source.line_column(found.span.start)
    # The way out that the finding names is that of a file on its own; here the project is that of the documents.
    said = "Only files in the folder of the documents can be used." if found.name == "use-outside-root" else found.help
    return Problem(f"{found.message} {said}".rstrip() + f" [{found.name}]", source.path, line, column)


def words(drawn: Scene) -> str:
    """What the picture is of, for whoever does not see it."""
    return ". ".join(part.rstrip(".") for part in (drawn.title, drawn.description) if part) + "."


def inline(drawn: Scene, wanted: Wish, prefix: str, classes: Iterable[str] = (), anchor: str = "") -> str:
    """The picture as a piece of HTML in an element of these classes and of the id `anchor`, if there is one.

    `prefix` is its own among all that can come onto one page."""
    options: dict[str, object] = {"dark": DARK} if wanted.theme == AUTO else {}
    svg = drawn_file(drawn, wanted, "svg", prefix=prefix, **options).decode("utf-8")
    size = f"width:{wanted.width};max-width:none" if wanted.width else "max-width:100%"
    svg = svg.replace("<svg ", f'<svg style="{size};height:auto;display:block" ', 1)
    named = " ".join(dict.fromkeys(("service-blueprint", *classes)))
    start = f'<div class="{attribute(named)}"' + (f' id="{attribute(anchor)}"' if anchor else "")
    # Wider than the page, it is moved with the arrow keys too.
    moved = f' tabindex="0" role="group" aria-label="{attribute(drawn.title)}"' if wanted.width else ""
    return f'{start} style="overflow-x:auto"{moved}>{svg}</div>\n'


def drawn_file(drawn: Scene, wanted: Wish, kind: str, **options: object) -> bytes:
    """The picture as a file of its own: it does not see the page that it stands on, so `auto` is light."""
    return render(drawn, kind, theme="light" if wanted.theme == AUTO else wanted.theme, **options)


def prefix_of(*parts: object) -> str:
    """A beginning for ids that other parts do not have: letters, digits and hyphens."""
    return "bp-" + hashlib.sha256("\0".join(map(str, parts)).encode("utf-8", "replace")).hexdigest()[:10] + "-"
