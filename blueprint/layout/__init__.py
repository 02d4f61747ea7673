"""Where everything of a picture stands. `draw` makes the swimlane picture of a blueprint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint.layout.view import View

if TYPE_CHECKING:
    from blueprint.graph.flow import Flow
    from blueprint.layout.scene import Scene
    from blueprint.model.entities import Blueprint

__all__ = ["View", "draw"]


def draw(blueprint: Blueprint, flow: Flow, view: View = View()) -> Scene:  # noqa: B008
    """The picture of a blueprint (or of the part that `view` names) in plain numbers. Never raises for what a
    blueprint holds; a blueprint without steps gives its title and empty lanes."""
    from blueprint.layout.picture import picture

    return picture(blueprint, flow, view)
