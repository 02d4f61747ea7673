"""The expected journey of a customer: how often everything happens, and how long it takes, failures included.

Visits are numbers for each customer, times are mean seconds for each customer (visits × time of one pass). A figure
with unknown parts is a lower bound and names them; so is a time with a parallel, where the longest of the means stands
for the mean of the longest.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from blueprint.analysis.audience import Audience, audiences
from blueprint.analysis.chain import Chain, Setting
from blueprint.analysis.state import At
from blueprint.analysis.time import NOTHING, Elapsed, repeated, total
from blueprint.model.entities import Blueprint, ServicePart, Step
from blueprint.records import dataclass, field

_NEVER = 1e-12


@dataclass(frozen=True, slots=True, kw_only=True)
class Journey:
    """Everything for each customer, recoveries and repeats included, mixed over personas by their shares.

    `expected` is the time of the whole, `phases`, `services`, `steps` of these in all their visits. In `expected`,
    `phases` and `services` parallel branches take as long as the longest; `longest` names the parallels where that
    makes a lower bound. `visits` are of steps, decisions and recoveries in the customer's journey; `runs` of cells and
    waits, those behind the line and offstage included; `entries` of services and phases from outside. `failures` are
    expected numbers by fail point, recovered or not.
    `assumed` names decisions and personas whose unwritten shares were taken as equal. Where so many arrows cross that
    the chain cannot be worked out in reasonable time, `settled` is false and every figure is at least so much.
    """

    expected: Elapsed = NOTHING
    phases: Mapping[str, Elapsed] = field(default_factory=dict)
    services: Mapping[str, Elapsed] = field(default_factory=dict)
    steps: Mapping[str, Elapsed] = field(default_factory=dict)
    visits: Mapping[str, float] = field(default_factory=dict)
    runs: Mapping[str, float] = field(default_factory=dict)
    entries: Mapping[str, float] = field(default_factory=dict)
    failures: Mapping[str, float] = field(default_factory=dict)
    longest: tuple[str, ...] = ()
    assumed: tuple[str, ...] = ()
    settled: bool = True

    def one_run(self, key: str) -> Elapsed | None:
        """The expected time of one run of a service or phase, for those who come to it; None when nobody does."""
        time, entries = self.services.get(key) or self.phases.get(key), self.entries.get(key, 0.0)
        return time.times(1.0 / entries) if time is not None and entries > _NEVER else None

    def one_visit(self, key: str) -> Elapsed | None:
        """The expected time of one visit of a step; None when nobody comes."""
        visits = self.visits.get(key, 0.0)
        return self.steps[key].times(1.0 / visits) if visits > _NEVER and key in self.steps else None


def journey(blueprint: Blueprint) -> Journey:
    """The expected journey of a blueprint; never raises. Costs about as much as the blueprint is long."""
    setting = Setting(blueprint)
    found = audiences(blueprint)
    parts = [_solved(setting, audience) for audience in found.groups]
    each = _Mixture(blueprint)
    for audience, part in zip(found.groups, parts, strict=True):
        each.add(part, audience.weight)
    return each.mixed(found.assumed)


V = TypeVar("V")


class _Mixture:
    """The sum over audiences."""

    def __init__(self, blueprint: Blueprint) -> None:
        self.blueprint = blueprint
        self.numbers: dict[str, dict[str, float]] = {}
        self.times: dict[str, dict[str, list[Elapsed]]] = {}
        self.names: dict[str, dict[str, None]] = {"longest": {}, "assumed": {}}
        self.settled = True

    def add(self, part: Journey, weight: float) -> None:
        for name in ("visits", "runs", "entries", "failures"):
            table = self.numbers.setdefault(name, {})
            for key, value in getattr(part, name).items():
                table[key] = table.get(key, 0.0) + weight * value
        for name in ("phases", "services", "steps"):
            times = self.times.setdefault(name, {})
            for key, time in getattr(part, name).items():
                times.setdefault(key, []).append(time.times(weight))
        self.times.setdefault("expected", {}).setdefault("", []).append(part.expected.times(weight))
        for name, names in self.names.items():
            names.update(dict.fromkeys(getattr(part, name)))

        self.settled = self.settled and part.settled

    def mixed(self, assumed: tuple[str, ...]) -> Journey:
        times = {name: {key: total(parts) for key, parts in table.items()} for name, table in self.times.items()}
        blueprint = self.blueprint
        return Journey(
            expected=times["expected"][""],
            phases=_sorted(times["phases"], (phase.key for phase in blueprint.phases)),
            services=_sorted(times["services"], blueprint.services),
            steps=_sorted(times["steps"], blueprint.steps),
            visits=_sorted(self.numbers["visits"], blueprint.steps),
            runs=_sorted(self.numbers["runs"], blueprint.cells),
            entries=_sorted(self.numbers["entries"], (*(phase.key for phase in blueprint.phases), *blueprint.services)),
            failures=_sorted(self.numbers["failures"], (f.key for s in blueprint.steps.values() for f in s.fails)),
            longest=tuple(self.names["longest"]),
            assumed=(*assumed, *self.names["assumed"]),
            settled=self.settled,
        )


def _sorted(table: Mapping[str, V], order: Iterable[str]) -> Mapping[str, V]:
    """The table in written order."""
    return {key: table[key] for key in order if key in table}


def _solved(setting: Setting, audience: Audience) -> Journey:
    """The journey of one audience."""
    full = Chain(setting, audience, "full")
    quick = Chain(setting, audience, "time", full.outcomes) if setting.places.parallels else full
    first = full.first()
    counted = full.visits({first: 1.0, **_offstage(full)})
    timed = quick.visits({first: 1.0})
    tables = _Tables(full, counted)
    phases, services, expected = _times(quick, timed)
    return Journey(
        expected=expected, phases=phases, services=services, steps=tables.steps(), visits=tables.visits(),
        runs=tables.summed("runs"), failures=tables.summed("failed"), entries=tables.entries(first),
        longest=tuple(quick.longest), assumed=tuple(full.assumed), settled=full.settled and quick.settled,
    )  # fmt: skip


def _offstage(chain: Chain) -> dict[At, float]:
    """Offstage steps are done once for each customer they are meant for."""
    steps = chain.blueprint.steps
    shares = chain.audience.offstage(chain.blueprint)
    return {At(key, 0, True): share * repeated(steps[key].repeats) for key, share in shares.items()}


def _times(chain: Chain, visits: Mapping[At, float]) -> tuple[dict[str, Elapsed], dict[str, Elapsed], Elapsed]:
    """Times by phase and service, and of the whole."""
    tables: tuple[dict[str, list[Elapsed]], dict[str, list[Elapsed]]] = {}, {}
    whole = []
    for state, count in visits.items():
        if count > _NEVER and (time := chain.at(state).time) != NOTHING:
            whole.append(time.times(count))
            for table, key in zip(tables, chain.places.stands.get(state.place, ("", "")), strict=True):
                table.setdefault(key, []).append(whole[-1])
    phases, services = ({key: total(times) for key, times in table.items() if key} for table in tables)
    return phases, services, total(whole)


class _Tables:
    """Figures by step, part and fail point, from the visits of a chain's states."""

    def __init__(self, chain: Chain, visits: Mapping[At, float]) -> None:
        self.chain = chain
        self.found = {state: max(0.0, count) for state, count in visits.items()}

    def steps(self) -> dict[str, Elapsed]:
        times: dict[str, list[Elapsed]] = {}
        for state, count in self.found.items():
            if count > _NEVER and state.place in self.chain.blueprint.steps:
                times.setdefault(state.place, []).append(self.chain.at(state).time.times(count))
        return {key: total(parts) for key, parts in times.items()}

    def visits(self) -> dict[str, float]:
        found: dict[str, float] = {}
        for state, count in self.found.items():
            inside = self.chain.order.inside.get(state.place)
            if inside and not state.behind and (state.group < len(inside.groups) or not inside.groups):
                found[state.place] = found.get(state.place, 0.0) + count
        return found

    def summed(self, what: str) -> dict[str, float]:
        found: dict[str, float] = {}
        for state, count in self.found.items():
            for key, each in getattr(self.chain.at(state), what) if count else ():
                found[key] = found.get(key, 0.0) + count * each
        return found

    def entries(self, first: At) -> dict[str, float]:
        """How often phases and services are come to from outside; a service in several parts once for all of them."""
        stands, owner = self.chain.places.stands, self.chain.places.owner
        nowhere = ("", "")
        found = dict.fromkeys((key for key in stands.get(first.place, nowhere) if key), 1.0)
        for state, count in self.found.items():
            here = stands.get(state.place, nowhere)
            for target, chance in self.chain.at(state).exits.items():
                there = stands.get(target.place, nowhere)
                if there == here or target.behind or target.place in owner:
                    continue
                for one, other in zip(here, there, strict=True):
                    if other and one != other:
                        found[other] = found.get(other, 0.0) + count * chance
        parts = _parts(self.chain.blueprint, owner)
        return {key: count / parts.get(key, 1) for key, count in found.items()}


def _parts(blueprint: Blueprint, owner: Mapping[str, str]) -> dict[str, int]:
    """In how many places of the order a service stands."""
    found: dict[str, int] = {}
    for phase in blueprint.phases:
        for item in phase.items:
            if isinstance(item, ServicePart) and any(not isinstance(i, Step) or i.key not in owner for i in item.items):
                found[item.service] = found.get(item.service, 0) + 1
    return found
