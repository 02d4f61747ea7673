"""What a chain has to know of places beyond their order: what they stand in, and how often that runs."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from blueprint.graph.order import Entry, Order
from blueprint.model.entities import Blueprint, Item, Parallel, ServicePart, Step
from blueprint.records import dataclass
from blueprint.units import Times

Record = ServicePart | Item


@dataclass(frozen=True, slots=True)
class Run:
    """A phase, service part or step that is gone through `count` times; `key` is the place where a run ends.

    `inner` is what a run begins with, `beyond` what follows the last (a step's own ways out where it is empty).
    """

    key: str
    count: float
    inner: Entry
    beyond: Entry
    around: tuple[Run, ...] = ()


class Places:
    """Tables by key of a step, fork, join or gate.

    `runs` are the repeated runs that a place stands in, innermost first; `owner` the recovery (or offstage step) in
    whose branches it stands, itself included; `within` the parallels around it; `stands` its phase and service.
    `members` are the places of a run by its key.
    """

    def __init__(self, blueprint: Blueprint, order: Order) -> None:
        self.blueprint = blueprint
        self.order = order
        self.runs: dict[str, tuple[Run, ...]] = {}
        self.by_key: dict[str, Run] = {}
        self.members: dict[str, set[str]] = {}
        self.stands: dict[str, tuple[str, str]] = {}
        self.owner: dict[str, str] = {}
        self.within: dict[str, frozenset[str]] = {}
        self.parallels: dict[str, Parallel] = {}
        self.gates = {gate.key: gate for gate in order.gates.values()}
        self.gated: dict[str, Step | ServicePart] = {}
        for phase in blueprint.phases:
            runs = self._run(f"repeat:{phase.key}", phase.repeats, order.runs.get(id(phase)), ())
            self._items(phase.items, runs, "", frozenset())
        self.entered = self._entries()

    def _run(
        self, key: str, repeats: Times | None, ends: tuple[Entry, Entry] | None, around: tuple[Run, ...]
    ) -> tuple[Run, ...]:
        if repeats is None or ends is None or ends[0] == ends[1]:
            return around
        while key in self.by_key:
            key += "'"
        self.by_key[key] = run = Run(key, repeats.mean, *ends, around)
        return (run, *around)

    def _items(
        self, items: Sequence[ServicePart | Item], runs: tuple[Run, ...], owner: str, within: frozenset[str]
    ) -> None:
        for item in items:
            if isinstance(item, Step):
                self._gate(item, runs, owner, within)
                self._step(item, runs, owner, within)
            elif isinstance(item, Parallel):
                self._parallel(item, runs, owner, within)
            else:
                self._gate(item, runs, owner, within)
                service = self.blueprint.services.get(item.service)
                repeats = service.repeats if service else None
                inner = self._run(f"repeat:{item.key}", repeats, self.order.runs.get(id(item)), runs)
                if inner != runs:
                    self.stands[inner[0].key] = item.phase, ""
                self._items(item.items, inner, owner, within)

    def _gate(self, record: Step | ServicePart, runs: tuple[Run, ...], owner: str, within: frozenset[str]) -> None:
        if gate := self.order.gates.get(id(record)):
            self.gated[gate.key] = record
            self._stand(gate.key, record, runs, owner, within)

    def _stand(self, place: str, what: Record, runs: tuple[Run, ...], owner: str, within: frozenset[str]) -> None:
        self.runs[place], self.within[place] = runs, within
        self.stands[place] = what.phase, what.service if not isinstance(what, ServicePart) else ""
        for run in runs:
            self.members.setdefault(run.key, set()).add(place)
        if owner:
            self.owner[place] = owner

    def _step(self, step: Step, runs: tuple[Run, ...], owner: str, within: frozenset[str]) -> None:
        if step.kind == "recovery" or step.offstage:
            owner = step.key
        own = self._run(f"repeat:{step.key}", step.repeats, (self.order.entry[step.key], ()), runs)
        self._stand(step.key, step, own, owner, within)
        if own != runs:
            self.stands[own[0].key] = self.stands[step.key]
        for when in step.whens:
            self._items(when.items, runs, owner, within)

    def _parallel(self, parallel: Parallel, runs: tuple[Run, ...], owner: str, within: frozenset[str]) -> None:
        self.parallels[parallel.key] = parallel
        self._stand(f"fork:{parallel.key}", parallel, runs, owner, within)
        self._stand(f"join:{parallel.key}", parallel, runs, owner, within)
        for branch in parallel.branches:
            self._items(branch.items, runs, owner, within | {parallel.key})

    def _entries(self) -> dict[str, tuple[str, int]]:
        """The step and the number of the group that each node of the flow means."""
        found: dict[str, tuple[str, int]] = {}
        for key, inside in self.order.inside.items():
            for number, group in enumerate(inside.groups):
                found.update(dict.fromkeys((part.key for part in group), (key, number)))
            found.setdefault(key, (key, len(inside.groups)))
        return found

    def runs_of(self, place: str) -> tuple[Run, ...]:
        """The repeated runs around a place that end there by order; a step's own run is left in its own way."""
        runs = self.runs.get(place, ())
        return runs[1:] if runs and not runs[0].beyond else runs

    def own_run(self, step: str) -> Run | None:
        """The run of a step that is itself repeated."""
        runs = self.runs.get(step, ())
        return runs[0] if runs and not runs[0].beyond else None

    def calls(self, source: str, target: str) -> bool:
        """Whether going from one step to another calls a recovery, which will return to where it was called from."""
        owner = self.owner.get(target)
        if owner is None or owner == self.owner.get(source):
            return False
        return self.blueprint.steps[owner].kind == "recovery"

    def inside_run(self, run: Run) -> Callable[[str], bool]:
        """Whether a place belongs to a run; recoveries do, for they are called from it and return to it."""
        members = self.members.get(run.key, set())
        return lambda place: place in members or place in self.owner or place in self.by_key

    def inside_parallel(self, key: str) -> Callable[[str], bool]:
        """Whether a place belongs to a branch of a parallel; recoveries do as well."""
        return lambda place: place in self.owner or place in self.by_key or key in self.within.get(place, ())
