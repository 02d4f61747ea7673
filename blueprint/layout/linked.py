"""Declarations that a link names (a system that enables a step): they stand in a row of their own below the lanes, so
that no cell moves when one is linked."""

from __future__ import annotations

from blueprint.graph.flow import Flow
from blueprint.layout.columns import Columns, Place
from blueprint.model.entities import Blueprint

LANE = "linked"


def add(blueprint: Blueprint, flow: Flow, found: Columns) -> str:
    """Place each linked declaration under the first thing it is linked with; the row's name, empty without a row."""
    columns = {place.key: place.column for place in found.places}
    taken: dict[int, int] = {}
    names: set[str] = set()
    for key, node in flow.nodes.items():
        if node.kind != "declaration":
            continue
        others = [e.target for e in flow.out(key)] + [e.source for e in flow.into(key)]
        column = next((columns[other] for other in others if other in columns), None)
        if column is None:
            continue
        track = taken[column] = taken.get(column, -1) + 1
        found.places.append(Place(key, "declaration", LANE, column, column, track, node.title))
        columns[key] = column
        names.add("Systems" if key in blueprint.systems else "Roles" if key in blueprint.roles else "Linked")
    return "" if not names else names.pop() if len(names) == 1 else "Linked"
