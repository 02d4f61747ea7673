"""Pictures of texts and examples, for tests."""

from __future__ import annotations

from pathlib import Path

from blueprint.api import Document, load, parse
from blueprint.layout import View, draw
from blueprint.layout.scene import Box, Item, Mark, Route, Scene, Words
from blueprint.model.entities import Blueprint

EXAMPLES = sorted((Path(__file__).parent.parent.parent / "examples").glob("*.bp"))
HEAD = 'blueprint t "T" {\n  currency EUR\n}\nrole clerk "Clerk" { rate 20/h }\nsystem pms "Property system"\n'


def model(document: Document) -> Blueprint:
    assert document.model is not None
    return document.model


def draw_text(steps: str, *, view: View = View()) -> Scene:  # noqa: B008
    """The picture of steps that stand in one core service of one phase."""
    return draw_whole(f'{HEAD}phase interaction "P" {{ core s "S" {{\n{steps}\n}} }}\n', view=view)


def draw_whole(text: str, *, view: View = View()) -> Scene:  # noqa: B008
    document = parse(text)
    assert not [d.message for d in document.resolved.diagnostics], text
    return draw(model(document), document.flow, view)


def drawable() -> list[Path]:
    """The examples that are blueprints, not libraries."""
    return [path for path in EXAMPLES if not model(load(path)).library]


def boxes(scene: Scene) -> dict[str, Box]:
    return {i.id: i for i in scene.items if isinstance(i, Box)}


def routes(scene: Scene) -> dict[tuple[str, str], Route]:
    """Drawn connections by their ends; those of the key have none."""
    return {(i.source, i.target): i for i in scene.items if isinstance(i, Route) and i.source}


def words(scene: Scene, name: str) -> list[str]:
    return [line.text for i in scene.items if isinstance(i, Words) and i.id == name for line in i.lines]


def marks(scene: Scene, key: str) -> list[Mark]:
    return [i for i in scene.items if isinstance(i, Mark) and i.data.get("key") == key]


def item(scene: Scene, name: str) -> Item:
    return next(i for i in scene.items if i.id == name)
