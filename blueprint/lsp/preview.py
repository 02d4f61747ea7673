"""The picture beside the text. Serves `blueprint/preview`: the SVG of the last sound state, and where each shape stands
in the text.

While the text is broken the picture of the version before is kept, marked as stale: one that comes and goes with every
half-typed word cannot be looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from blueprint.api import Document
from blueprint.diagnostics import Refusal
from blueprint.layout.scene import Scene
from blueprint.lsp.document import Analysed
from blueprint.model.entities import Blueprint
from blueprint.records import dataclass, field
from blueprint.render import RenderError, render
from blueprint.source import Span

VIEW, THEME = "blueprint", "light"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which picture: as `blueprint render` takes them."""

    view: str = VIEW
    theme: str = THEME
    phase: str = ""
    service: str = ""
    scenario: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """An element in the picture: the `data-key` of its shape (its `id` where it has none) and its place in the text."""

    key: str
    span: Span


@dataclass(frozen=True, slots=True)
class Picture:
    """`svg` is empty where there is nothing to draw, and `refusal` says why. `version` is that of the text drawn; it is
    `stale` when the text has since become one that cannot be drawn."""

    svg: str = ""
    version: int | None = None
    stale: bool = False
    refusal: str = ""
    shapes: tuple[Shape, ...] = field(default=())


class Pictures:
    """The last sound version of each text, by address. `options` are those of the SVG."""

    def __init__(self, **options: object) -> None:
        self._sound: dict[str, Analysed] = {}
        self._options = options

    def draw(self, analysed: Analysed, wanted: Wanted) -> Picture:
        """The picture of a text, or of the last version of it that was sound."""
        last = self._sound.get(analysed.uri)
        if is_sound(analysed):
            drawn = picture(analysed, wanted, **self._options)
            if drawn.svg or last is None:
                self._sound[analysed.uri] = analysed
                return drawn
        elif last is None:
            drawn = picture(analysed, wanted, **self._options)  # what there is of it is better than nothing
            return Picture(drawn.svg, drawn.version, True, drawn.refusal, drawn.shapes)
        drawn = picture(last, wanted, **self._options)
        return Picture(drawn.svg, drawn.version, True, drawn.refusal, tuple(_moved(drawn.shapes, analysed)))

    def shown(self, analysed: Analysed) -> Analysed:
        """The version that is drawn for this one."""
        return self._sound.get(analysed.uri, analysed)

    def forget(self, uri: str) -> None:
        self._sound.pop(uri, None)


def is_sound(analysed: Analysed) -> bool:
    """Whether all of a text could be read and understood."""
    return analysed.model is not None and all(each.severity != "error" for each in analysed.resolved.diagnostics)


def picture(analysed: Analysed, wanted: Wanted, **options: object) -> Picture:
    """The picture of this very version."""
    try:
        document: Document = analysed.document
        if wanted.scenario:
            document = document.in_scenario(wanted.scenario)
        scene = document.scene(view=wanted.view, phase=wanted.phase, service=wanted.service)
        svg = render(scene, "svg", theme=wanted.theme, **options).decode("utf-8")
    except (Refusal, RenderError) as refusal:
        return Picture(version=analysed.version, refusal=str(refusal))
    return Picture(svg, analysed.version, False, "", tuple(shapes(scene)))


def shapes(scene: Scene) -> Iterator[Shape]:
    """The shapes that stand for something in a text, each once."""
    seen: set[str] = set()
    for item in scene.items:
        data: Mapping[str, str] = getattr(item, "data", {})
        key = data.get("key", "")
        if key and key not in seen and "start" in data:
            seen.add(key)
            yield Shape(key, Span(int(data["start"]), int(data["end"]), data.get("file", "")))


def choices(model: Blueprint | None) -> dict[str, list[list[str]]]:
    """What can be chosen of a blueprint to be drawn: pairs of a key and the words for it."""
    if model is None or model.library:
        return {"phase": [], "service": [], "scenario": []}
    return {
        "phase": [[each.key, each.title or each.kind] for each in model.phases],
        "service": [[each.key, each.title] for each in model.services.values()],
        "scenario": [[each.key, each.title or each.key] for each in model.scenarios.values()],
    }


def options(asked: object) -> dict[str, object]:
    """The options of the SVG that an editor may set once for all pictures: `prefix`, before each id of a picture that
    is put into a page, and `faces`, false where that page has the fonts. What makes no sense is passed over."""
    if not isinstance(asked, dict):
        return {}
    prefix, faces = asked.get("prefix"), asked.get("faces")
    found: dict[str, object] = {}
    if isinstance(prefix, str) and re.fullmatch(r"[A-Za-z][\w-]{0,40}", prefix, re.ASCII):
        found["prefix"] = prefix
    if isinstance(faces, bool):
        found["faces"] = faces
    return found


def _moved(shapes: tuple[Shape, ...], analysed: Analysed) -> Iterator[Shape]:
    """Where the shapes of an older picture stand in the text as it is; those are left out that are no longer there."""
    for each in shapes:
        symbol = analysed.symbols.get(each.key)
        if symbol is not None:
            yield Shape(each.key, symbol.definition)
