"""Which column each thing stands in: the steps of a blueprint in the order of reading.

A step is a column; it gets a second one beside the first where the talk comes back to a lane (the customer asks, the
desk looks up, the customer chooses), because stacking those would hide their order. Nothing here depends on links, so
adding one moves no box.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from blueprint.layout.stacks import LOWEST_OF_STACK, Group, stack
from blueprint.layout.values import every, share
from blueprint.layout.view import View
from blueprint.model.entities import (
    Arrow,
    Blueprint,
    Cell,
    Evidence,
    Item,
    Parallel,
    Phase,
    ServicePart,
    Step,
    Wait,
    When,
    walk,
)
from blueprint.records import dataclass, field
from blueprint.units import Duration, Times

PlaceKind = Literal["cell", "wait", "pause", "decision", "step", "end", "bar", "evidence", "wide", "declaration"]


@dataclass(slots=True)
class Place:
    """Something that stands in the grid: in columns `column..until`, in one track of one lane (a bar: in several)."""

    key: str
    kind: PlaceKind
    lane: str
    column: int
    until: int
    track: int = 0
    text: str = ""
    step: Step | None = None
    part: Cell | Wait | Evidence | None = None
    group: int = 0
    stack: int = 0  # its place among those of its group in one column of one lane
    number: str = ""  # of its step, where the headings of several stand over its column
    until_track: int = 0
    branches: tuple[int, ...] = ()  # of a bar: the groups it runs along

    @property
    def shown(self) -> str:
        """Its text as it is drawn."""
        return f"{self.number}. {self.text}" if self.number else self.text


@dataclass(frozen=True, slots=True)
class Head:
    """A step's heading over its columns. `order` is its place among headings that share a column."""

    step: Step
    first: int
    last: int
    number: str
    order: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of columns: a phase, a part of a service, a branch under its condition, a loop with its count."""

    kind: Literal["phase", "service", "when", "loop"]
    key: str
    text: str
    first: int
    last: int
    owner: Phase | ServicePart | When | Step | None = None


@dataclass(frozen=True, slots=True)
class _Where:
    """What a thing stands in: the group it keeps together with, and the order of its heading in a shared column."""

    group: int = 0
    order: int = 0


@dataclass(slots=True)
class Columns:
    """All places, headings and stretches, and how many columns there are."""

    places: list[Place] = field(default_factory=list)
    heads: list[Head] = field(default_factory=list)
    stretches: list[Stretch] = field(default_factory=list)
    groups: list[Group] = field(default_factory=lambda: [Group()])
    count: int = 0


def arrange(blueprint: Blueprint, view: View) -> Columns:
    """Give everything that the view shows its column, lane and track."""
    return _Arranger(blueprint, view).run()


def numbers(blueprint: Blueprint) -> dict[str, str]:
    """The number in a step's heading: steps and decisions count on, what is off the main path has none."""
    found: dict[str, str] = {}
    for step in blueprint.steps.values():
        if step.kind != "recovery" and not step.offstage:
            found[step.key] = str(len(found) + 1)
    return found


class _Arranger:
    def __init__(self, blueprint: Blueprint, view: View) -> None:
        self.blueprint, self.view = blueprint, view
        self.lanes = [lane.id for lane in blueprint.lanes]
        self.branches: dict[str, int] = {}  # step → the group of its last branch beside the main track
        self.numbers = numbers(blueprint)
        self.served = Counter(fail.recovery for step in blueprint.steps.values() for fail in step.fails)
        self.out = Columns()
        self.path = "customer"  # the lane that the way on leaves from, after the last step that is not a recovery

    def run(self) -> Columns:
        at = 0
        for phase in self.blueprint.phases:
            if self.shows(phase):
                at = self.phase(phase, at, _Where())
        self.out.count = at
        stack(self.out.places, self.out.groups)
        self.number()
        return self.out

    def number(self) -> None:
        """Cells under several headings carry the number of theirs."""
        over = Counter(column for head in self.out.heads for column in range(head.first, head.last + 1))
        crowded = {
            head.step.key: head.number
            for head in self.out.heads if any(over[column] > 1 for column in range(head.first, head.last + 1))
        }  # fmt: skip
        for place in self.out.places:
            if place.step and place.kind in ("cell", "wait", "pause", "step", "evidence"):
                place.number = crowded.get(place.step.key, "")

    def shows(self, phase: Phase) -> bool:
        if self.view.phase and phase.key != self.view.phase:
            return False
        service = self.view.service
        return not service or any(isinstance(i, ServicePart) and i.service == service for i in phase.items)

    def phase(self, phase: Phase, at: int, where: _Where) -> int:
        items = phase.items
        if self.view.service:
            items = tuple(i for i in items if isinstance(i, ServicePart) and i.service == self.view.service)
        end = max(self.items(items, at, where), at + 1)
        self.out.stretches.append(Stretch("phase", phase.key, phase.title, at, end - 1, phase))
        self.loop(phase, phase.key, at, end)
        self.wide(phase.evidence, at, end, 0)
        return end

    def items(self, items: tuple[ServicePart | Item, ...], at: int, where: _Where) -> int:
        for item in _recoveries_near(items):
            if isinstance(item, Step):
                at = self.step(item, at, where)
            elif isinstance(item, Parallel):
                at = self.parallel(item, at, where)
            else:
                at = self.part(item, at, where)
        return at

    def part(self, part: ServicePart, at: int, where: _Where) -> int:
        end = max(self.items(part.items, at, where), at + 1)
        service = self.blueprint.services[part.service]
        self.out.stretches.append(Stretch("service", part.key, service.title, at, end - 1, part))
        self.loop(service, part.key, at, end)
        self.wide(part.evidence, at, end, 1)
        return end

    def wide(self, evidence: tuple[Evidence, ...], at: int, end: int, level: int) -> None:
        self.out.places += [
            Place(e.key, "wide", "evidence", at, end - 1, level, e.text or e.title, part=e) for e in evidence
        ]

    def loop(self, owner: object, key: str, at: int, end: int) -> None:
        repeats: Times | None = getattr(owner, "repeats", None)
        pace: Duration | None = getattr(owner, "every", None)
        words = []
        if repeats:
            few = f"{repeats.least}" if repeats.least == repeats.most else f"{repeats.least} to {repeats.most}"
            words.append(f"{few} time{'s' * (repeats.most != 1)}")
        if pace:
            words.append(every(pace))
        if words:
            self.out.stretches.append(Stretch("loop", key, ", ".join(words), at, end - 1))

    # steps

    def step(self, step: Step, at: int, where: _Where) -> int:
        if step.kind == "recovery":
            # Under the path where it passes; in lanes in which nothing passes, beside what it mends, if that is one.
            passed = self.lanes if self.served[step.key] > 1 else ("customer", self.path)
            where = _Where(self.group(where.group, passed), where.order)
        start = len(self.out.places)
        end, lane = self.cells(step, at, where)
        if step.kind != "recovery" and not step.offstage:
            self.path = lane
        order = where.order
        self.out.heads.append(Head(step, at, end - 1, self.numbers.get(step.key, ""), order))
        self.out.places += [
            Place(e.key, "evidence", "evidence", at, end - 1, n, e.text or e.title, step, e)
            for n, e in enumerate(step.evidence)
        ]
        self.loop(step, step.key, at, end)
        self.ways(step, at, end)
        column = max((p.column for p in self.out.places[start:] if p.step is step and p.lane == lane), default=at)
        until = self.whens(step, end, where, lane)
        self.ending(step, column, lane, where)
        return until

    def ending(self, step: Step, column: int, lane: str, where: _Where) -> None:
        """A way that ends here ends beside the step: a line to the far end of the picture would hide the others. It
        ends under the branches, to which the ways leave by the same corner."""
        if any(arrow.target == "end" for arrow, _ in _arrows(step)):
            if step.key in self.branches:
                where = _Where(self.group(where.group, below=self.branches[step.key]), where.order)
            self.put(f"end:{step.key}", "end", lane, column, where, LOWEST_OF_STACK, "", step)

    def ways(self, step: Step, at: int, end: int) -> None:
        """Ways back to the step itself."""
        for arrow, when in _arrows(step):
            if arrow.target == step.key or (arrow.target == "again" and step.kind != "recovery"):
                said = [arrow.title, when.title if when else ""]
                said.append(share(when.share) if when and when.share is not None else "")
                text = " ".join(filter(None, said)) or "again"
                self.out.stretches.append(Stretch("loop", arrow.key or step.key, text, at, end - 1))

    def cells(self, step: Step, at: int, where: _Where) -> tuple[int, str]:
        """Place a step's own cells; the column after them, and the lane that the way on leaves from."""
        lanes = lanes_of(step)
        lane = "customer" if "customer" in lanes else lanes[-1]
        sub = 0
        for (sub, row), parts in _talk(step).items():
            for n, part in enumerate(parts):
                kind: PlaceKind = "cell" if isinstance(part, Cell) else part.kind
                text = part.title or ("" if kind == "cell" else kind.capitalize())
                self.put(part.key, kind, row, at + sub, where, n, text, step, part)
        if step.kind == "decision":
            sub += bool(step.cells)
            self.put(step.key, "decision", lane, at + sub, where, 0, step.title, step)
        elif not step.cells:
            self.put(step.key, "step", lane, at, where, 0, step.title, step)
        return at + sub + 1, lane

    def put(
        self, key: str, kind: PlaceKind, lane: str, column: int, where: _Where, stack: int, text: str, step: Step,
        part: Cell | Wait | None = None,
    ) -> None:  # fmt: skip
        self.out.places.append(Place(key, kind, lane, column, column, 0, text, step, part, where.group, stack))

    def group(
        self, parent: int, under: Iterable[str] = (), first: int = -1, ends: Iterable[str] = (), below: int = -1
    ) -> int:
        """Begin a group; its number."""
        self.out.groups.append(Group(parent, frozenset(under), first, frozenset(ends), below))
        return len(self.out.groups) - 1

    def branch(self, step: Step, lane: str, where: _Where) -> _Where:
        """Branches beside the main track stand each under the one before, as branches of one stem."""
        last = self.branches.get(step.key, -1)
        self.branches[step.key] = self.group(where.group, {"customer", lane}, below=last)
        return _Where(self.branches[step.key], where.order)

    def whens(self, step: Step, at: int, where: _Where, lane: str) -> int:
        """The branches of a decision or step, each in its own columns. The one that goes straight on, if none passes
        it by, keeps the main track; others stand beside it, so that the way past them is free."""
        straight = straight_on(step)
        for when in step.whens:
            if when.items:
                main = step.kind == "decision" and when is straight
                inner = where if main else self.branch(step, lane, where)
                end = self.items(when.items, at, inner)
                if end > at:
                    text = when.title + (f" {share(when.share)}" if when.share is not None else "")
                    self.out.stretches.append(Stretch("when", when.key, text, at, end - 1, when))
                at = end
        return at

    # parallels

    def parallel(self, parallel: Parallel, at: int, where: _Where) -> int:
        """Branches over each other in the same columns, between two bars. A branch that has a lane to itself keeps
        that lane's main track; one that would stand between the lanes of another begins when that has ended. The bars
        stand on the customer's path; where no branch meets the customer, in the lane in which most of them do."""
        end = at + 1
        stands: list[tuple[range, int, int]] = []  # lanes of the branches so far, where they end, order of their heads
        groups: list[int] = []
        met: list[str] = []
        for branch in parallel.branches:
            heads, lanes = len(self.out.heads), self.ranks(branch.items)
            first = max([until for other, until, _ in stands if _tangled(lanes, other)], default=at + 1)
            order = max([order for _, until, order in stands if until > first], default=where.order)
            ends = _ends(branch.items)
            met += ends
            groups.append(self.group(where.group, first=groups[0] if groups else -1, ends=ends))
            last = self.items(branch.items, first, _Where(groups[-1], order))
            order = max([head.order + 1 for head in self.out.heads[heads:]], default=order)
            stands.append((lanes, last, order))
            end = max(end, last)
        lane = "customer" if "customer" in met or not met else max(self.lanes, key=met.count)
        for key, column in (("fork", at), ("join", end)):
            bar = Place(f"{key}:{parallel.key}", "bar", lane, column, column, text=parallel.title, group=where.group)
            bar.branches = tuple(groups)
            self.out.places.append(bar)
        return end + 1

    def ranks(self, items: tuple[ServicePart | Item, ...]) -> range:
        """From the uppermost to the lowest lane in which these items stand."""
        found = [self.lanes.index(lane) for step in walk(items) for lane in lanes_of(step)]
        return range(min(found), max(found) + 1) if found else range(0)


def _arrows(step: Step) -> Iterator[tuple[Arrow, When | None]]:
    """The ways out that are written as arrows, each with its condition."""
    yield from ((when.arrow, when) for when in step.whens if when.arrow)
    if step.arrow:
        yield step.arrow, None


def straight_on(step: Step) -> When | None:
    """The exit that keeps to the main track: one that simply goes on, else the first with steps of its own."""
    on = [when for when in step.whens if when.arrow is None]
    return next((when for when in on if not when.items), on[0] if on else None)


def _tangled(one: range, other: range) -> bool:
    """Whether wires between the lanes of one branch would meet cells of the other, were they in the same columns."""
    return max(len(one), len(other)) > 1 and one.start < other.stop and other.start < one.stop


def _ends(items: tuple[ServicePart | Item, ...]) -> set[str]:
    """Where a branch begins and ends, as seen from its bars: in the customer's lane, where it has any cell."""
    steps = [step for step in walk(items) if step.kind != "recovery"]
    found = set()
    for step, at in ((steps[0], 0), (steps[-1], -1)) if steps else ():
        lanes = lanes_of(step)
        found.add("customer" if "customer" in lanes else lanes[at])
    return found


def lanes_of(step: Step) -> list[str]:
    """The lanes in which a step stands: those of its cells; without cells that of the box that stands for it."""
    return [lane_of(part) for part in step.cells] or ["backstage" if step.offstage else "customer"]


def lane_of(part: Cell | Wait) -> str:
    """A wait or pause is the customer's."""
    return part.lane if isinstance(part, Cell) else "customer"


def _talk(step: Step) -> dict[tuple[int, str], list[Cell | Wait]]:
    """The cells of a step by sub-column and lane, each list from top to bottom.

    Cells that follow each other in one lane stack. When the talk comes back to a lane, and before and after a wait, a
    new sub-column begins, save for cells that start together with the one before.
    """
    found: dict[tuple[int, str], list[Cell | Wait]] = {}
    sub = 0
    last: Cell | Wait | None = None
    for part in step.cells:
        lane = lane_of(part)
        if (sub, lane) in found and not part.meanwhile and (last is None or _apart(last, part)):
            sub += 1
        found.setdefault((sub, lane), []).append(part)
        last = part
    return found


def _apart(last: Cell | Wait, part: Cell | Wait) -> bool:
    return lane_of(last) != lane_of(part) or isinstance(last, Wait) or isinstance(part, Wait)


def _recoveries_near(items: tuple[ServicePart | Item, ...]) -> list[ServicePart | Item]:
    """The items with each recovery right behind the first of them that it serves, wherever it was written."""
    recoveries = {i.key: i for i in items if isinstance(i, Step) and i.kind == "recovery"}
    if not recoveries:
        return list(items)
    path = [item for item in items if item.key not in recoveries]
    served = {fail.recovery for step in walk(tuple(path)) for fail in step.fails}
    order: list[ServicePart | Item] = []
    placed: set[str] = set()
    for item in items:
        if item.key not in recoveries:
            order.append(item)
            for step in walk((item,)):
                order += _behind(step, recoveries, placed)
        elif item.key not in served and item.key not in placed:
            placed.add(item.key)
            order += [item, *_behind(recoveries[item.key], recoveries, placed)]
    return order


def _behind(step: Step, recoveries: Mapping[str, Step], placed: set[str]) -> Iterator[Step]:
    """The recoveries that a step may fail to and that were not placed yet, each with those that it may fail to."""
    waiting = [iter(step.fails)]  # no recursion: recoveries may fail into each other without end
    while waiting:
        fail = next(waiting[-1], None)
        if fail is None:
            waiting.pop()
        elif fail.recovery in recoveries and fail.recovery not in placed:
            placed.add(fail.recovery)
            yield recoveries[fail.recovery]
            waiting.append(iter(recoveries[fail.recovery].fails))
