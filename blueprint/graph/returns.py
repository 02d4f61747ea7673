"""Where a recovery returns to: to each step that failed into it, or that sent the customer there.

`next` is what would have followed: for a fail, whatever the failed step leads to; for an arrow, what follows in the
written order. `again` is the step once more. One recovery may serve many, so a return is a list of nodes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from blueprint.graph.order import Entry, Order
from blueprint.model.entities import Blueprint, Step

HUB = 64  # more edges than this between two sets of nodes go through a node of their own
_RESERVED_ENTRIES = {"start": ("start",), "end": ("end",)}


class Returns:
    """Targets of arrows as nodes."""

    def __init__(self, blueprint: Blueprint, order: Order) -> None:
        self.order = order
        self.steps = blueprint.steps
        self.cells = blueprint.cells
        self._hubs: dict[str, str] = {}
        self._nodes: dict[str, Entry] = {}
        self._users = _users(blueprint, order)

    def target(self, name: str, step: Step) -> Entry:
        """Where an arrow of this step leads; `next`, `again`, `start`, `end` included. Empty for what is no target."""
        if name in _RESERVED_ENTRIES:
            return _RESERVED_ENTRIES[name]
        if name == "next":
            return self.order.after[step.key]
        if name == "again":
            return (f"again:{step.key}",) if step.kind == "recovery" else self.order.entry[step.key]
        return self.order.entry.get(name) or ((name,) if name in self.cells else ())

    def nodes(self, entry: Entry) -> Entry:
        """The entry with each return replaced by the nodes it stands for."""
        if not any(":" in key for key in entry):
            return entry
        found: dict[str, None] = {}
        for key in entry:
            found.update(dict.fromkeys(self._return(key) if is_return(key) else (key,)))
        return tuple(found)

    def shared(self, entry: Entry) -> bool:
        """Whether this is a return to one of several steps: where to depends on who failed, so no share is known."""
        return any(is_return(key) and len(self._users.get(key.partition(":")[2], ())) > 1 for key in entry)

    def _return(self, key: str) -> Entry:
        """The nodes of one return; another return among them, or too many, become a node of their own."""
        if key not in self._nodes:
            found = self._resolved(key)
            self._nodes[key] = (self._hub(key),) if len(found) > HUB else found
        return self._nodes[key]

    def _resolved(self, key: str) -> Entry:
        # A return within a return is left to a node, not unfolded: recoveries may fail into each other in long chains.
        parts = (self._hub(part) if is_return(part) else part for part in self._parts(key) if part != key)
        return tuple(dict.fromkeys(parts))

    def _hub(self, key: str) -> str:
        how, _, recovery = key.partition(":")
        name = f"join:{recovery}.{how}"
        self._hubs.setdefault(name, key)
        return name

    def hubs(self) -> Iterator[tuple[str, str, Entry]]:
        """Each node that had to be added, with its recovery and what it leads to; to be asked last."""
        done: set[str] = set()
        while todo := [name for name in self._hubs if name not in done]:
            for name in todo:
                done.add(name)
                key = self._hubs[name]
                yield name, key.partition(":")[2], self._resolved(key)

    def _parts(self, key: str) -> Iterator[str]:
        how, _, recovery = key.partition(":")
        for user, reason in self._users.get(recovery, ()):
            if how == "again":
                yield from self.order.entry[user.key]
            elif reason == "fail":
                yield from self.going_on(user)
            else:
                yield from self.order.after[user.key]

    def going_on(self, step: Step) -> Entry:
        """What a step leads to once it is done all the same: its decision, its arrow, what follows it, or its exits."""
        if step.kind == "decision":
            return (step.key,)
        arrow = step.arrow.target if step.arrow else "next"
        if arrow in self.steps and self.steps[arrow].kind == "recovery":
            arrow = "next"
        if step.kind == "recovery" and arrow in ("next", "again"):
            return (f"{arrow}:{step.key}",)
        return self.target(arrow, step)


def is_return(key: str) -> bool:
    return key.startswith(("next:", "again:"))


def _users(blueprint: Blueprint, order: Order) -> dict[str, list[tuple[Step, Literal["fail", "arrow"]]]]:
    """For each recovery the steps it serves, in written order, each once for its fails and once for its arrows."""
    users: dict[str, dict[tuple[str, Literal["fail", "arrow"]], Step]] = {}

    def add(target: str, step: Step, reason: Literal["fail", "arrow"]) -> None:
        if target in blueprint.steps and blueprint.steps[target].kind == "recovery":
            users.setdefault(target, {})[step.key, reason] = step

    for step in blueprint.steps.values():
        for fail in step.fails:
            add(fail.recovery, step, "fail")
        for arrow in (step.arrow, *(when.arrow for when in step.whens)):
            if arrow is not None:
                add(arrow.target, step, "arrow")
    for link in blueprint.links:
        if link.kind == "leads_to" and (source := _step_of(link.source, blueprint)):
            add(link.target, source, "arrow")
    return {key: [(step, reason) for (_, reason), step in table.items()] for key, table in users.items()}


def _step_of(key: str, blueprint: Blueprint) -> Step | None:
    cell = blueprint.cells.get(key)
    return blueprint.steps.get(cell.step if cell is not None else key)
