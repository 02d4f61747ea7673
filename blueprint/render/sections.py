"""The items of a Scene in the groups in which a listener meets them: lanes, connections, step by step, foot, key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from blueprint.layout.scene import Item, Route, Words

# Roles that open or continue a group of this name. Other roles stay in the group that is open.
GROUPS = {
    "lane": "Lanes", "lane-name": "Lanes", "line": "Lanes", "line-name": "Lanes",
    "title": "", "facts": "", "head": "",
    "phase": "Phases and services", "service": "Phases and services",
    "role": "People and systems", "persona": "People and systems", "system": "People and systems",
    "partner": "People and systems",
    "step": "Steps",  # of a flow chart; in swimlanes a step's heading opens a group of its own
    "key": "Key",
}  # fmt: skip
# What these show is said by the group or by the item beside them.
BESIDE = ("lane-name", "line-name", "row-name", "phase-name")


def sections(items: Iterable[Item]) -> Iterator[tuple[str, list[Item]]]:
    """Runs of items with the name of their group; "" for items that stand alone. The order stays as it is."""
    numbered: list[tuple[int, str, Item]] = []
    opened, name = 0, ""
    for item in items:
        if opens(item):
            opened, name = opened + 1, heading(item)
        else:
            wanted = _wanted(item, name)
            if wanted != name:
                opened, name = opened + 1, wanted
        numbered.append((opened, name, item))
    for (_, title), run in groupby(numbered, key=lambda row: row[:2]):
        yield title, [item for _, _, item in run]


def opens(item: Item) -> bool:
    """Whether the item opens a group that has its own name: a step's heading, a row below the lanes."""
    return item.role == "foot-row" or (item.role == "step" and isinstance(item, Words))


def unsaid(item: Item) -> bool:
    """Whether a listener hears what the item says elsewhere."""
    return item.role in BESIDE or opens(item)


def heading(item: Item) -> str:
    """The title of an item and what its lines say beyond it: `Step 4. Check in, 4 min`."""
    title = getattr(item, "title", "")
    lines = [line.text for line in item.lines if line.text not in title] if isinstance(item, Words) else []
    return ", ".join(filter(None, (title, *lines)))


def _wanted(item: Item, name: str) -> str:
    if item.role in GROUPS:
        return GROUPS[item.role]
    return "Connections" if isinstance(item, Route) and item.role != "loop" else name
