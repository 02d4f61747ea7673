"""States of a chain, and what going through one means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from blueprint.analysis.time import NOTHING, Elapsed
from blueprint.records import dataclass


class At(NamedTuple):
    """A state: the place, the number of the group it is entered at, and whether it runs behind the line."""

    place: str
    group: int = 0
    behind: bool = False


@dataclass(frozen=True, slots=True)
class Pass:
    """What going through a state once means on average: where to next, time, parts run, fail points that failed."""

    exits: Mapping[At, float]
    time: Elapsed = NOTHING
    runs: tuple[tuple[str, float], ...] = ()
    failed: tuple[tuple[str, float], ...] = ()


def joined(exits: Iterable[tuple[At, float]]) -> dict[At, float]:
    """Chances by target, those to the same target added up, impossible ones left out."""
    found: dict[At, float] = {}
    for target, chance in exits:
        if chance:
            found[target] = found.get(target, 0.0) + chance
    return found


Outcomes = dict[str, tuple[float, float]]  # of what is called: the chances of `next` and of `again`
