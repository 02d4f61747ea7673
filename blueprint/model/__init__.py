"""Tree to model: `resolve` understands a text, `under` puts a scenario over it, `to_tree` writes a model down again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint.model.imports import Files, Parse
from blueprint.model.overlay import under
from blueprint.model.resolve import Resolved, resolve

if TYPE_CHECKING:
    from blueprint.model.entities import Blueprint
    from blueprint.syntax.nodes import File


def to_tree(blueprint: Blueprint) -> File:
    """The tree of a blueprint or library, ready to be printed; libraries that it used are written into it."""
    from blueprint.model.tree import to_tree as write  # only programs that print models need it

    return write(blueprint)


__all__ = ["Files", "Parse", "Resolved", "resolve", "to_tree", "under"]
