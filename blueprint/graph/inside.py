"""The order inside one step: groups that start together, where it is entered, and when it is over for the customer."""

from __future__ import annotations

from collections.abc import Callable

from blueprint.model.entities import Cell, Step, Wait
from blueprint.records import dataclass

Part = Cell | Wait
Group = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Inside:
    """A step from within.

    `groups` run one after the other, the parts of a group start together. The customer is through when group number
    `over` is (-1: there is none); later groups run on behind the line. `entry` are the nodes the step is entered at,
    `exit` the node it is left from.
    """

    groups: tuple[Group, ...]
    over: int
    entry: tuple[str, ...]
    exit: str

    @property
    def final(self) -> Group:
        """The group with which the step is over, empty for a step without cells."""
        return self.groups[self.over] if self.over >= 0 else ()


def contact(part: Part) -> bool:
    """Whether the customer is in touch, waits or pauses while it runs."""
    return isinstance(part, Wait) or part.contact


def look(step: Step) -> Inside:
    """How a step runs. A decision is taken when all its cells are done, and left from the decision itself."""
    groups = _groups(step.cells)
    if not groups:
        return Inside((), -1, (step.key,), step.key)
    entry = tuple(part.key for part in groups[0])
    if step.kind == "decision":
        return Inside(groups, len(groups) - 1, entry, step.key)
    over = next((n for n in range(len(groups) - 1, -1, -1) if any(map(contact, groups[n]))), len(groups) - 1)
    return Inside(groups, over, entry, _last(groups[over]).key)


def kept(step: Step, inside: Inside, there: Callable[[Part], bool]) -> tuple[tuple[Group, ...], int]:
    """The groups, numbered as written, of the parts that are `there`, and the one that the step is then over with."""
    groups = tuple(tuple(part for part in group if there(part)) for group in inside.groups)
    if groups == inside.groups or step.kind == "decision":
        return groups, inside.over
    touched = [number for number, group in enumerate(groups) if any(map(contact, group))]
    return groups, max(touched, default=len(groups) - 1)


def _groups(parts: tuple[Part, ...]) -> tuple[Group, ...]:
    groups: list[list[Part]] = []
    for part in parts:
        if part.meanwhile and groups:
            groups[-1].append(part)
        else:
            groups.append([part])
    return tuple(map(tuple, groups))


def _last(group: Group) -> Part:
    """The contact part that ends last; where times are equal or unknown, the one written last."""
    if len(group) == 1:
        return group[0]
    chosen = [part for part in group if contact(part)] or list(group)
    times = lengths(group)
    return max(enumerate(chosen), key=lambda pair: (times.get(pair[1].key, 0.0), pair[0]))[1]


def seconds(part: Part) -> float | None:
    """The mean time of a cell, wait or pause as written, in seconds; None when nothing is written."""
    duration = part.duration if isinstance(part, Wait) else part.takes
    return None if duration is None else duration.mean


def lengths(group: Group) -> dict[str, float]:
    """The mean times of the parts of a group, in seconds by key, without those that have none: a wait of which nothing
    is written lasts as long as the rest."""
    known = {part.key: time for part in group if (time := seconds(part)) is not None}
    if known and len(known) < len(group):
        longest = max(known.values())
        known |= {part.key: longest for part in group if isinstance(part, Wait) and part.duration is None}
    return known


def lane_of(part: Part) -> str:
    """Waits and pauses are the customer's."""
    return "customer" if isinstance(part, Wait) else part.lane


def deciding_lane(step: Step) -> str:
    """The customer's, unless only others have a cell in the decision: then the lane of the last of them."""
    if not step.cells or any(lane_of(part) == "customer" for part in step.cells):
        return "customer"
    return lane_of(step.cells[-1])
