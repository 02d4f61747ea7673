"""Which lines lie between two lanes: of interaction, of visibility, of internal interaction, and extra ones."""

from __future__ import annotations

from collections.abc import Sequence

from blueprint.model.entities import Lane

# A line lies above the first lane that belongs to the next of these regions.
_REGIONS = {"evidence": 0, "customer": 0, "frontstage": 1, "backstage": 2, "support": 3}
_LINES = ("", "interaction", "visibility", "internal")


class Lines:
    """The lines between the lanes of one blueprint, given top to bottom."""

    def __init__(self, lanes: Sequence[Lane]) -> None:
        self._place: dict[str, int] = {}  # how many lines lie above a lane
        self._lines: list[str] = []
        self._known: dict[tuple[str, str], tuple[str, ...]] = {}
        regions = _regions(lanes)
        reached = 0
        owed: list[str] = []  # lines of lanes that stand above theirs: they come right after the lane
        for lane in lanes:
            region = max(reached, regions[lane.id or lane.key])
            self._lines += [*owed, *_LINES[reached + 1 : region + 1]]
            if lane.line and not lane.builtin and lane.position == "below":
                self._lines.append(lane.id or lane.key)
            owed = [lane.id or lane.key] if lane.line and not lane.builtin and lane.position == "above" else []
            reached = region
            self._place[lane.id or lane.key] = len(self._lines)

    def between(self, one: str, other: str) -> tuple[str, ...]:
        """The lines between two lanes, top to bottom; none when either is no lane."""
        found = self._known.get((one, other))
        if found is None:
            places = sorted((self._place.get(one, -1), self._place.get(other, -1)))
            found = tuple(self._lines[places[0] : places[1]]) if places[0] >= 0 else ()
            self._known[one, other] = found
        return found


def _regions(lanes: Sequence[Lane]) -> dict[str, int]:
    """An extra lane lies on the same side of the built-in lines as the lane it was placed beside."""
    beside = {lane.id or lane.key: lane.beside for lane in lanes}
    found = dict(_REGIONS)
    for name in beside:
        way: list[str] = []
        while name in beside and name not in found:
            found[name] = 0  # until the end of the way is known: lanes beside each other would have none
            way.append(name)
            name = beside[name]
        found.update(dict.fromkeys(way, found.get(name, 0)))
    return found
