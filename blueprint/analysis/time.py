"""Standard time: how long the service takes when nothing fails, along the path that most customers take.

Times are means in seconds. A cell with no time is unknown, not zero, so every figure says which parts it lacks; a part
that starts together with timed ones is taken to last as long as they do.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from blueprint.graph.flow import Flow, FlowEdge
from blueprint.graph.inside import Group, contact, lasts, look
from blueprint.graph.moves import Moves, moves
from blueprint.model.entities import Blueprint, Step, Wait
from blueprint.records import dataclass
from blueprint.units import Times


@dataclass(frozen=True, slots=True)
class Elapsed:
    """Time that passes for the customer, `pause` of it their own; at least so much when parts are `unknown` (keys)."""

    seconds: float = 0.0
    pause: float = 0.0
    unknown: tuple[str, ...] = ()

    @property
    def in_service(self) -> float:
        """Without pauses: what an acceptable time speaks of."""
        return self.seconds - self.pause

    def __add__(self, other: Elapsed) -> Elapsed:
        return Elapsed(self.seconds + other.seconds, self.pause + other.pause, (*self.unknown, *other.unknown))

    def times(self, count: float) -> Elapsed:
        return Elapsed(self.seconds * count, self.pause * count, self.unknown)


@dataclass(frozen=True, slots=True)
class Standard:
    """The standard time of a blueprint: `total` with all repeats; `services` and `phases` for one run of each.

    `path` is the critical path: the steps that make the time, in order.
    """

    path: tuple[str, ...]
    total: Elapsed
    services: Mapping[str, Elapsed]
    phases: Mapping[str, Elapsed]


def step_time(step: Step) -> Elapsed:
    """The time from the start of a step to where it is over for the customer, gone through once."""
    inside = look(step)
    times = [_group_time(group, group) for group in inside.groups[: inside.over]]
    if inside.final:
        in_touch = tuple(part for part in inside.final if contact(part))
        times.append(_group_time(inside.final, in_touch if step.kind != "decision" else ()))
    return _sum(times)


def _group_time(group: Group, counted: Group) -> Elapsed:
    """The time until the `counted` parts of a group are done; until all are, when none is named."""
    counted = counted or group
    known = [time for part in counted if (time := lasts(part, group)) is not None]
    if not known:
        return Elapsed(unknown=tuple(part.key for part in counted))
    pauses = [lasts(part, group) or 0.0 for part in counted if isinstance(part, Wait) and part.kind == "pause"]
    return Elapsed(max(known), max(pauses, default=0.0))


def _sum(times: Iterable[Elapsed]) -> Elapsed:
    # Unknown parts are gathered at the end: adding tuples step by step would cost the square of a long blueprint.
    times = list(times)
    unknown = tuple(dict.fromkeys(key for time in times for key in time.unknown))
    return Elapsed(sum(time.seconds for time in times), sum(time.pause for time in times), unknown)


def standard_time(blueprint: Blueprint, flow: Flow) -> Standard:
    """The standard time along the main path: most likely exits, written repeats, no optional part under 50%, no
    backward arrow, no failure; of parallel branches the longest."""
    path, aside = _Walk(blueprint, flow).main()
    times = {key: step_time(blueprint.steps[key]) for key in path}
    services: dict[str, list[Elapsed]] = {}
    phases: dict[str, list[Elapsed]] = {}
    total: list[Elapsed] = []
    phase_of = {phase.key: phase for phase in blueprint.phases}
    for key in path:
        step = blueprint.steps[key]
        service, phase = blueprint.services.get(step.service), phase_of.get(step.phase)
        time = times[key].times(_count(step.repeats))
        services.setdefault(step.service, []).append(time)
        time = time.times(_count(service.repeats if service else None))
        phases.setdefault(step.phase, []).append(time)
        total.append(time.times(_count(phase.repeats if phase else None)))
    total.append(Elapsed(unknown=aside))
    return Standard(
        path, _sum(total),
        {key: _sum(times) for key, times in services.items() if key},
        {key: _sum(times) for key, times in phases.items() if key},
    )  # fmt: skip


def _count(repeats: Times | None) -> float:
    return 1.0 if repeats is None else repeats.mean


class _Walk:
    """The main path. Only moves that go forward in the written order count, so that the walk always ends."""

    def __init__(self, blueprint: Blueprint, flow: Flow) -> None:
        self.steps = blueprint.steps
        self.kinds = {key: node.kind for key, node in flow.nodes.items()}
        table = moves(flow)
        rank = {key: number for number, key in enumerate(table)}
        self.forward: Moves = {
            key: tuple(
                (target, edge) for target, edge in found
                if rank[target] > rank[key] and not edge.link and edge.kind != "fails_to" and edge.probability != 0
            )
            for key, found in table.items()
        }  # fmt: skip
        self.ends: set[str] = {"end"}  # places from which the end can be reached
        for key in reversed(list(table)):
            if any(target in self.ends for target, _ in self.forward[key]):
                self.ends.add(key)
        self.aside: list[str] = []

    def main(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The steps of the main path, and the parts without time in branches beside it."""
        return tuple(self._walk("start", "end")), tuple(self.aside)

    def _walk(self, here: str | None, until: str) -> list[str]:
        path: list[str] = []
        while here is not None and here not in (until, "end"):
            if here in self.steps:
                path.append(here)
            if self.kinds.get(here) == "fork":
                join = "join" + here.removeprefix("fork")
                path += self._longest(here, join)
                here = join
            else:
                here = self._next(here)
        return path

    def _longest(self, fork: str, join: str) -> list[str]:
        branches = [self._walk(target, join) for target, _ in self.forward[fork]]
        if not branches:
            return []
        times = [_sum(step_time(self.steps[k]).times(_count(self.steps[k].repeats)) for k in path) for path in branches]
        longest = max(range(len(branches)), key=lambda n: (times[n].seconds, -n))
        self.aside += [key for n, time in enumerate(times) if n != longest for key in time.unknown]
        return branches[longest]

    def _next(self, here: str) -> str | None:
        options = [(target, edge) for target, edge in self.forward.get(here, ()) if target in self.ends]
        if not options:
            return None
        known = sum(edge.probability or 0.0 for _, edge in options)
        unknown = sum(edge.probability is None for _, edge in options)
        left = max(0.0, 1.0 - known)

        def chance(edge: FlowEdge) -> float:
            if edge.probability is not None:
                return edge.probability
            if self.kinds.get(here) == "gate":  # a share that nobody wrote: such a part is left out
                return 0.0 if edge is options[0][1] else 1.0
            if here in self.steps and self.steps[here].kind != "decision":  # an exit of unknown share is not taken
                return 0.0 if edge.condition else left
            return left / unknown

        return max(enumerate(options), key=lambda pair: (round(chance(pair[1][1]), 9), -pair[0]))[1][0]
