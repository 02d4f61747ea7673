"""The written order: where each thing is entered, and what follows it.

Read from the end to the start, so that what follows is known before the thing that it follows. An entry is a tuple of
node keys, all of them entered. What follows a recovery depends on who failed, so there an entry holds a *return*,
`next:KEY` or `again:KEY`, which `blueprint.graph.returns` replaces by nodes (no id can hold a colon).
"""

from __future__ import annotations

from blueprint.graph.inside import Inside, look
from blueprint.model.entities import Blueprint, Item, Parallel, Service, ServicePart, Step, When
from blueprint.records import dataclass

Entry = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gate:
    """Before an optional run: `share` of those who come by order go `into` it (None: unknown), the others `past` it."""

    key: str
    share: float | None
    into: Entry
    past: Entry
    condition: str = ""


class Order:
    """Tables of entries, read once from a blueprint.

    `entry` and `exits` by key of what an arrow or link can name: where it is entered for certain, and the node it is
    left from. `after` by key of the step or parallel. `gates`, `inner` (the first of a `when` or branch) and `runs`
    (the first of a phase or service part, and what follows it) by the identity of the record, because their keys are
    not names that anyone writes.
    """

    def __init__(self, blueprint: Blueprint) -> None:
        self.blueprint = blueprint
        self.inside: dict[str, Inside] = {}
        self.entry: dict[str, Entry] = {}
        self.exits: dict[str, str] = {}
        self.after: dict[str, Entry] = {}
        self.gates: dict[int, Gate] = {}
        self.inner: dict[int, Entry] = {}
        self.runs: dict[int, tuple[Entry, Entry]] = {}
        self._gate_keys: set[str] = set()
        following: Entry = ("end",)
        for phase in reversed(blueprint.phases):
            beyond, following = following, self._sequence(phase.items, following)
            self.runs[id(phase)] = following, beyond
            if phase.explicit:
                self.entry.setdefault(phase.key, following)
        self.first = following

    def _sequence(self, items: tuple[ServicePart | Item, ...], following: Entry) -> Entry:
        for item in reversed(items):
            if isinstance(item, Step):
                following = self._step(item, following)
            elif isinstance(item, Parallel):
                following = self._parallel(item, following)
            else:
                following = self._part(item, following)
        return following

    def _step(self, step: Step, following: Entry) -> Entry:
        inside = self.inside[step.key] = look(step)
        self.entry[step.key] = inside.entry
        self.exits[step.key] = inside.exit
        outside = step.offstage or step.kind == "recovery"
        if step.kind == "recovery":
            self.after[step.key] = (f"next:{step.key}",)
        else:
            self.after[step.key] = () if step.offstage else following
        for when in step.whens:
            self._branch(when, self.after[step.key])
        if outside:
            return following
        return self._gate(step, step, inside.entry, following)

    def _branch(self, when: When, following: Entry) -> None:
        if when.items:
            self.inner[id(when)] = self._sequence(when.items, following)

    def _parallel(self, parallel: Parallel, following: Entry) -> Entry:
        fork, join = f"fork:{parallel.key}", f"join:{parallel.key}"
        self.after[join] = following
        for branch in parallel.branches:
            self.inner[id(branch)] = self._sequence(branch.items, (join,))
            if branch.explicit:
                self.entry[branch.key] = self.inner[id(branch)]
        if parallel.explicit:
            self.entry[parallel.key], self.exits[parallel.key] = (fork,), join
        return (fork,)

    def _part(self, part: ServicePart, following: Entry) -> Entry:
        inner = self._sequence(part.items, following)
        self.runs[id(part)] = inner, following
        service = self.blueprint.services.get(part.service)
        if inner == following or service is None:  # nothing of it stands in the order
            return inner
        self.entry[service.key] = inner  # read backwards: the first part of a service has the last word
        if last := self._last_exit(part.items):
            self.exits.setdefault(service.key, last)
        return self._gate(part, service, inner, following)

    def _last_exit(self, items: tuple[ServicePart | Item, ...]) -> str:
        for item in reversed(items):
            if isinstance(item, Parallel):
                return f"join:{item.key}"
            if isinstance(item, Step) and not item.offstage and item.kind != "recovery":
                return self.exits[item.key]
        return ""

    def _gate(self, record: Step | ServicePart, what: Step | Service, into: Entry, past: Entry) -> Entry:
        """The entry by order: a gate when not everybody who comes goes in."""
        personas = self.blueprint.personas
        chosen = () if set(what.personas) >= set(personas) else what.personas
        if what.optional is None and not chosen:
            return into
        share = what.optional
        if chosen:
            of_personas = self.personas_share(chosen)
            share = of_personas if share is None or of_personas is None else share * of_personas
        key = f"gate:{record.key}"
        while key in self._gate_keys:
            key += "'"
        self._gate_keys.add(key)
        condition = "for " + ", ".join(personas[p].label if p in personas else p for p in chosen) if chosen else ""
        self.gates[id(record)] = Gate(key, share, into, past, condition)
        return (key,)

    def personas_share(self, personas: tuple[str, ...]) -> float | None:
        """The share of all customers that these personas are, or None when one of them does not say."""
        shares = [self.blueprint.personas[p].share if p in self.blueprint.personas else None for p in personas]
        known = [share for share in shares if share is not None]
        return min(1.0, sum(known)) if known and len(known) == len(shares) else None
