"""A blueprint under one of its scenarios."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from blueprint.model import entities as e
from blueprint.records import replace

_Any = TypeVar("_Any", bound=e.Element)


def under(blueprint: e.Blueprint, scenario: str) -> e.Blueprint:
    """The blueprint with a scenario's changes made. Raises KeyError when it has no scenario of that key."""
    changes: dict[str, Mapping[str, Any]] = {
        change.key: change.values for change in blueprint.scenarios[scenario].changes
    }
    return _Overlay(changes).blueprint(blueprint)


class _Overlay:
    def __init__(self, changes: Mapping[str, Mapping[str, Any]]) -> None:
        self.changes = changes
        self.opened: set[str] = set()  # services whose changed evidence has found its part

    def changed(self, element: _Any, key: str | None = None) -> _Any:
        """The element with its changes; `notes.NAME` goes into its notes."""
        values = self.changes.get(element.key if key is None else key)
        if not values:
            return element
        own = {name: value for name, value in values.items() if "." not in name}
        notes = {name.partition(".")[2]: value for name, value in values.items() if "." in name}
        if notes:
            noted: Any = element  # the reader of scenarios saw to it that it carries notes
            own["notes"] = replace(noted.notes, **notes)
        return replace(element, **own)

    def table(self, table: Mapping[str, _Any]) -> dict[str, _Any]:
        return {key: self.changed(element) for key, element in table.items()}

    def blueprint(self, whole: e.Blueprint) -> e.Blueprint:
        personas = {k: replace(p, needs=self.needs(p.needs)) for k, p in self.table(whole.personas).items()}
        roles = {k: replace(r, needs=self.needs(r.needs)) for k, r in self.table(whole.roles).items()}
        return replace(
            self.changed(whole, ""), personas=personas, roles=roles, systems=self.table(whole.systems),
            channels=self.table(whole.channels), packages=self.table(whole.packages),
            insights=self.table(whole.insights), policies=self.table(whole.policies),
            lanes=tuple(self.changed(lane) for lane in whole.lanes), services=self.table(whole.services),
            phases=tuple(self.phase(phase) for phase in whole.phases),
        )  # fmt: skip

    def needs(self, needs: tuple[e.Need, ...]) -> tuple[e.Need, ...]:
        return tuple(self.changed(need) for need in needs)

    def phase(self, phase: e.Phase) -> e.Phase:
        items = [self.part(item) if isinstance(item, e.ServicePart) else self.item(item) for item in phase.items]
        return replace(self.changed(phase), items=tuple(items))

    def part(self, part: e.ServicePart) -> e.ServicePart:
        evidence = part.evidence
        changed = self.changes.get(part.service, {}).get("evidence")
        if changed is not None:  # a list is replaced whole: the first part holds it, the others hold none
            evidence = () if part.service in self.opened else changed
            self.opened.add(part.service)
        return replace(part, evidence=evidence, items=self.items(part.items))

    def items(self, items: tuple[e.Item, ...]) -> tuple[e.Item, ...]:
        return tuple(self.item(item) for item in items)

    def item(self, item: e.Item) -> e.Item:
        if isinstance(item, e.Parallel):
            branches = [replace(branch, items=self.items(branch.items)) for branch in item.branches]
            return replace(self.changed(item), branches=tuple(branches))
        step = self.changed(item)
        whens = [replace(self.changed(when), items=self.items(when.items)) for when in step.whens]
        return replace(
            step, cells=tuple(self.changed(cell) for cell in step.cells),
            fails=tuple(self.changed(fail) for fail in step.fails), whens=tuple(whens),
        )  # fmt: skip
