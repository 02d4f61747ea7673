"""Room between columns for what short wires say: a decision's way on, a way out of a step, the likelihood of a failure.

Each needs only what its own step says, so that no link and no other step moves a column apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from blueprint.layout.columns import Columns, Place, straight_on
from blueprint.layout.sizes import GUTTER
from blueprint.layout.text import LABEL, Block, block
from blueprint.layout.values import share as written
from blueprint.model.entities import Step

EXIT_ROOM = 92.0  # the widest label that stands on a way out
LABEL_PAD = 4.0
ENDS = 30.0  # what must be seen of a wire besides its label: its beginning, and its arrow head
BESIDE = 44.0  # half a diamond: room that labels above and below it have anyway


def exit_label(text: str, share: float | None) -> Block:
    """What a way out says."""
    return block(" ".join(filter(None, (text, written(share) if share is not None else ""))), LABEL, EXIT_ROOM)


def rooms(found: Columns) -> list[float]:
    """What each column needs behind it besides the gutter, in pixels."""
    places: list[list[Place]] = [[] for _ in range(found.count + 1)]
    ends: dict[str, int] = {}
    for place in found.places:
        if place.step and place.kind != "evidence":
            places[place.column].append(place)
            ends[place.step.key] = max(ends.get(place.step.key, 0), place.column)
    room = [0.0] * found.count
    for column in range(found.count):
        steps = {p.step.key: p.step for p in places[column] if p.step and ends[p.step.key] == column}
        wanted = (w for step in steps.values() for w in _wanted(step, places[column], places[column + 1]))
        room[column] = round(max(wanted, default=0.0), 2) if steps else 0.0
    return [max(each, 0.0) for each in room]


def _wanted(step: Step, here: Sequence[Place], behind: Sequence[Place]) -> Iterator[float]:
    straight, following = straight_on(step), {"next", *(p.step.key for p in behind if p.step)}
    if step.arrow and step.arrow.title and step.arrow.target in following and step.kind != "recovery":
        yield exit_label(step.arrow.title, None).width + 2 * LABEL_PAD + ENDS - GUTTER
    for when in step.whens:
        label = exit_label(when.title, when.share).width + 2 * LABEL_PAD
        leads = when.arrow.target in following if when.arrow else when is straight or not when.items
        if leads or (step.kind == "decision" and straight is None):
            yield label + ENDS - GUTTER
        elif step.kind == "decision":
            yield label + ENDS - GUTTER - BESIDE
    for fail in step.fails:
        mends = {(p.lane, p.track) for p in behind if p.step and p.step.key == fail.recovery}
        if fail.likelihood is not None and any(p.key == fail.cell and (p.lane, p.track) in mends for p in here):
            yield exit_label("", fail.likelihood).width + 2 * LABEL_PAD + ENDS - GUTTER
