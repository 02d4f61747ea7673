"""Room between columns for what short wires say: a decision's way on, a way out of a step, the likelihood of a failure.

Each needs only what the ways out of its own step say, shares that the flow works out included, so that no link moves a
column apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from blueprint.graph.flow import Flow
from blueprint.layout.columns import Columns, Place, straight_on
from blueprint.layout.edge_labels import LABEL_PAD, edge_label
from blueprint.layout.sizes import GUTTER
from blueprint.model.entities import Arrow, Fail, Step, When
from blueprint.source import Span

ENDS = 30.0  # what must be seen of a wire besides its label: its beginning, and its arrow head
BESIDE = 44.0  # half a diamond: room that labels above and below it have anyway


def rooms(found: Columns, flow: Flow) -> list[float]:
    """What each column needs behind it besides the gutter, in pixels."""
    labels = _labels(flow)
    places: list[list[Place]] = [[] for _ in range(found.count + 1)]
    ends: dict[str, int] = {}
    for place in found.places:
        if place.step and place.kind != "evidence":
            places[place.column].append(place)
            ends[place.step.key] = max(ends.get(place.step.key, 0), place.column)
    room = []
    for column in range(found.count):
        steps = {p.step.key: p.step for p in places[column] if p.step and ends[p.step.key] == column}
        wanted = (w for step in steps.values() for w in _wanted(step, places[column], places[column + 1], labels))
        back = _back(places[column], places[column + 1], labels)
        room.append(round(max([0.0, *wanted, *back]), 2))
    return room


def _labels(flow: Flow) -> dict[tuple[str, Span], float]:
    """How wide the labels of ways out are, with their grounds, by the step and what of it says so."""
    found: dict[tuple[str, Span], float] = {}
    for edge in flow.edges:
        text = None if edge.link else edge_label(edge)
        if text:
            key = flow.nodes[edge.source].step, edge.span
            found[key] = max(found.get(key, 0.0), text.width + 2 * LABEL_PAD)
    return found


def _back(
    here: Sequence[Place], behind: Sequence[Place], labels: Mapping[tuple[str, Span], float]
) -> Iterator[float]:  # fmt: skip
    """What the ways of decisions say that go back to the very cell before them."""
    before = {(p.step.key, p.lane, p.track) for p in here if p.step}
    for place in behind:
        if place.step and place.kind == "decision":
            for when in place.step.whens:
                if when.arrow and (when.arrow.target, place.lane, place.track) in before:
                    yield labels.get((place.step.key, when.span), -ENDS) + ENDS - GUTTER


def _wanted(
    step: Step, here: Sequence[Place], behind: Sequence[Place], labels: Mapping[tuple[str, Span], float]
) -> Iterator[float]:
    straight, following = straight_on(step), {"next", *(p.step.key for p in behind if p.step)}

    def wide(way: Arrow | When | Fail) -> float:
        return labels.get((step.key, way.span), -ENDS) + ENDS - GUTTER

    if step.arrow and step.arrow.title and step.arrow.target in following and step.kind != "recovery":
        yield wide(step.arrow)
    for when in step.whens:
        leads = when.arrow.target in following if when.arrow else when is straight or not when.items
        if leads or (step.kind == "decision" and straight is None):
            yield wide(when)
        elif step.kind == "decision":
            yield wide(when) - BESIDE
    for fail in step.fails:
        mends = {(p.lane, p.track) for p in behind if p.step and p.step.key == fail.recovery}
        if any(p.key == fail.cell and (p.lane, p.track) in mends for p in here):
            yield wide(fail)
