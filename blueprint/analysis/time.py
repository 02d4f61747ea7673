"""Standard time: how long the service takes when nothing fails, along the path that most customers take.

Times are means in seconds. A cell with no time is unknown, not zero, so every figure says which parts it lacks; a part
that starts together with timed ones is taken to last as long as they do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

from blueprint.analysis.audience import Audience, everybody
from blueprint.graph.flow import Flow, FlowEdge
from blueprint.graph.inside import Group, Part, contact, kept, lengths, look
from blueprint.graph.moves import Moves, moves
from blueprint.model.entities import Blueprint, Cell, Service, Step, Wait, When
from blueprint.records import dataclass
from blueprint.source import Span
from blueprint.units import Times


@dataclass(frozen=True, slots=True)
class Elapsed:
    """Time that passes for the customer, in seconds; at least so much when parts are `unknown` (keys).

    `pause` of it is their own, `wait` of it they wait: in waits, and in steps where nobody is in touch with them.
    `behind` is none of it: what runs on behind the line once the customer is through.
    """

    seconds: float = 0.0
    pause: float = 0.0
    unknown: tuple[str, ...] = ()
    wait: float = 0.0
    behind: float = 0.0

    @property
    def in_service(self) -> float:
        """Without pauses, which is the contact time: what an acceptable time speaks of."""
        return self.seconds - self.pause

    def __add__(self, other: Elapsed) -> Elapsed:
        return total((self, other))

    def times(self, count: float) -> Elapsed:
        return Elapsed(self.seconds * count, self.pause * count, self.unknown, self.wait * count, self.behind * count)


NOTHING = Elapsed()


@dataclass(frozen=True, slots=True)
class Standard:
    """The standard time of a blueprint: `total` with all repeats; `services`, `phases` and `steps` for one run of each,
    `steps` beside the path too.

    `path` is the critical path: the steps that make the time, in order; `beside` those of parallel branches that end
    before the longest does.
    """

    path: tuple[str, ...]
    total: Elapsed
    services: Mapping[str, Elapsed]
    phases: Mapping[str, Elapsed]
    steps: Mapping[str, Elapsed]
    beside: tuple[str, ...] = ()


def everything(part: Part) -> bool:
    return True


def usual(blueprint: Blueprint) -> Callable[[Part], bool]:
    """Whether a part of a step is there when all goes its usual way: it is for at least half of the customers."""
    if not any(isinstance(part, Cell) and part.personas for part in blueprint.cells.values()):
        return everything
    everyone = everybody(blueprint)
    return lambda part: not isinstance(part, Cell) or everyone.share(part.personas) >= 0.5 - 1e-9


def step_time(step: Step, there: Callable[[Part], bool] = everything) -> Elapsed:
    """The time from the start of a step to where it is over for the customer, gone through once, of the parts that are
    `there`."""
    groups, over = kept(step, look(step), there)
    alone = not any(contact(part) for group in groups for part in group)
    return total(group_time(group, step.kind, n - over, alone) for n, group in enumerate(groups))


def group_time(group: Group, kind: str, place: int, alone: bool) -> Elapsed:
    """The time of a group of parts that start together, in a step of this kind.

    `place` is below 0 before the group with which the step is over for the customer, 0 for that group, above for what
    runs on behind the line. `alone`: the step has no contact at all, so its time is a wait.
    """
    if place > 0:
        return Elapsed(behind=max(lengths(group).values(), default=0.0))
    counted = tuple(part for part in group if contact(part)) if place == 0 and kind != "decision" else ()
    counted = counted or group
    times = lengths(group)
    known = [times[part.key] for part in counted if part.key in times] or list(times.values())
    if not known:
        return Elapsed(unknown=tuple(part.key for part in counted))
    waits = [part for part in counted if isinstance(part, Wait)]
    pause = _longest(times, (part for part in waits if part.kind == "pause")) if waits else 0.0
    wait = _longest(times, (part for part in waits if part.kind == "wait")) if waits else 0.0
    behind = max(times.values()) - max(known) if place == 0 else 0.0
    return Elapsed(max(known), pause, (), max(known) - pause if alone else wait, behind)


def until(alone: float | None, time: Elapsed) -> Elapsed:
    """Of the time of a group what has passed when one of its parts is done, which by itself lasts so many seconds."""
    whole = time.seconds or time.behind
    return time.times(alone / whole) if alone is not None and alone < whole else time


def _longest(times: Mapping[str, float], parts: Iterable[Wait]) -> float:
    return max((times.get(part.key, 0.0) for part in parts), default=0.0)


def total(times: Iterable[Elapsed]) -> Elapsed:
    """The sum of times, each unknown part named once."""
    # Unknown parts are gathered at the end: adding tuples step by step would cost the square of a long blueprint.
    seconds = pause = wait = behind = 0.0
    unknown: dict[str, None] = {}
    for time in times:
        seconds += time.seconds
        pause += time.pause
        wait += time.wait
        behind += time.behind
        if time.unknown:
            unknown.update(dict.fromkeys(time.unknown))
    return Elapsed(seconds, pause, tuple(unknown), wait, behind)


def standard_time(blueprint: Blueprint, flow: Flow) -> Standard:
    """The standard time along the main path: most likely exits, written repeats, no optional part under 50%, no
    backward arrow, no failure; of parallel branches the longest."""
    walk = _Walk(blueprint, flow)
    path = walk.main()
    services: dict[str, list[Elapsed]] = {}
    phases: dict[str, list[Elapsed]] = {}
    whole: list[Elapsed] = []
    phase_of = {phase.key: phase for phase in blueprint.phases}
    for key in path:
        step = blueprint.steps[key]
        service, phase = blueprint.services.get(step.service), phase_of.get(step.phase)
        time = walk.times[key].times(repeated(step.repeats))
        services.setdefault(step.service, []).append(time)
        time = time.times(repeated(service.repeats if service else None))
        phases.setdefault(step.phase, []).append(time)
        whole.append(time.times(repeated(phase.repeats if phase else None)))
    whole.append(Elapsed(unknown=tuple(walk.aside)))
    return Standard(
        path, total(whole),
        {key: total(times) for key, times in services.items() if key},
        {key: total(times) for key, times in phases.items() if key},
        walk.times,
        tuple(walk.beside),
    )  # fmt: skip


def repeated(repeats: Times | None) -> float:
    """How often something that may repeat is gone through on average."""
    return 1.0 if repeats is None else repeats.mean


class _Walk:
    """The main path. Only moves that go forward in the written order count, so that the walk always ends."""

    def __init__(self, blueprint: Blueprint, flow: Flow) -> None:
        self.blueprint, self.steps = blueprint, blueprint.steps
        self.gated: dict[str, Step | Service] = {
            key: self.steps[node.step] if node.step else blueprint.services[node.service]
            for key, node in flow.nodes.items() if node.kind == "gate"
        }  # fmt: skip
        there = usual(blueprint)
        self.times = {key: step_time(step, there) for key, step in self.steps.items()}
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
        self.aside: list[str] = []  # parts without time in branches beside the path
        self.beside: list[str] = []  # the steps of these branches

    def main(self) -> tuple[str, ...]:
        """The steps of the main path."""
        return tuple(self._walk("start", "end"))

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
        times = [total(self.times[k].times(repeated(self.steps[k].repeats)) for k in path) for path in branches]
        longest = max(range(len(branches)), key=lambda n: (times[n].seconds, -n))
        self.aside += [key for n, time in enumerate(times) if n != longest for key in time.unknown]
        self.beside += [key for n, branch in enumerate(branches) if n != longest for key in branch]
        return branches[longest]

    def _share(self, edge: FlowEdge, number: int) -> float | None:
        """The share that is written, or that personas are taken to have where nobody wrote theirs."""
        if edge.probability is not None:
            return edge.probability
        if when := self.whens.get(edge.span):
            return self.everyone.share(when.personas) * (1.0 if when.share is None else when.share)
        if what := self.gated.get(edge.source):
            share = self.everyone.taking(what)
            return 1.0 - share if number else share
        return None

    @cached_property
    def whens(self) -> Mapping[Span, When]:
        """The exits that are for certain personas, by where they are written."""
        return {when.span: when for step in self.steps.values() for when in step.whens if when.personas}

    @cached_property
    def everyone(self) -> Audience:
        """All customers; whose share nobody wrote divide what is left, as in the expected journey."""
        return everybody(self.blueprint)

    def _next(self, here: str) -> str | None:
        options = [(target, edge) for target, edge in self.forward.get(here, ()) if target in self.ends]
        if not options:
            return None
        shares = [self._share(edge, number) for number, (_, edge) in enumerate(options)]
        left = max(0.0, 1.0 - sum(share or 0.0 for share in shares))
        plain = here in self.steps and self.steps[here].kind != "decision"  # exits of unknown share are not taken
        each = left if plain else left / max(1, shares.count(None))
        chances = [
            share if share is not None else 0.0 if plain and edge.condition else each
            for share, (_, edge) in zip(shares, options, strict=True)
        ]
        best = max(range(len(options)), key=lambda number: (round(chances[number], 9), -number))
        return options[best][0]
