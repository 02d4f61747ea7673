"""Times and costs that a picture shows beside its steps: what one visit to a step takes and costs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from blueprint.graph.inside import Group, look, seconds
from blueprint.layout.values import whole
from blueprint.model.entities import Blueprint, Cell, Item, Parallel, Phase, ServicePart, Step, Wait
from blueprint.units import DAY, HOUR, MONTH, WEEK, YEAR, seconds_text

_PER = {"h": HOUR, "day": DAY, "week": WEEK, "month": MONTH, "year": YEAR}


@dataclass(frozen=True, slots=True)
class Time:
    """Seconds; whether parts of it are unknown, so that it is the least it can be; and how much of it are pauses."""

    seconds: float
    least: bool = False
    pauses: float = 0.0

    def __add__(self, other: Time) -> Time:
        return Time(self.seconds + other.seconds, self.least or other.least, self.pauses + other.pauses)

    def times(self, count: float) -> Time:
        return Time(self.seconds * count, self.least, self.pauses * count)

    @property
    def contact(self) -> float:
        """Seconds without the customer's own time, which no acceptable time counts."""
        return self.seconds - self.pauses

    def __str__(self) -> str:
        return said(self.seconds, self.least)


def said(seconds: float, least: bool) -> str:
    """`4 min`, `at least 4 min`; empty for none."""
    return ("at least " if least else "") + whole(seconds_text(seconds)) if seconds else ""


def elapsed(step: Step) -> Time:
    """From a step's start until it is over for the customer, from mean times; pauses included."""
    inside = look(step)
    total = Time(0.0)
    for group in inside.groups[: inside.over + 1]:
        total += _group(group)
    return total


def _group(group: Group) -> Time:
    times = [seconds(part) for part in group]
    longest = max((time for time in times if time is not None), default=0.0)
    # A wait without a time lasts as long as what starts together with it.
    lone = len(group) == 1
    pairs = zip(group, times, strict=True)
    least = any(time is None and (lone or not isinstance(part, Wait)) for part, time in pairs)
    only_pauses = all(isinstance(part, Wait) and part.kind == "pause" for part in group)
    return Time(longest, least, longest if only_pauses else 0.0)


def cost(blueprint: Blueprint, step: Step) -> float | None:
    """What one visit costs the provider: labour, written costs and systems. None when nothing of it is known."""
    parts = [part for cell in step.cells if isinstance(cell, Cell) for part in _costs(blueprint, cell)]
    return sum(parts) if parts else None


def _costs(blueprint: Blueprint, cell: Cell) -> Iterator[float]:
    if cell.cost is not None:
        yield float(cell.cost.amount)
    performers = cell.performers[:1] if cell.any_performer else cell.performers
    for key in (*performers, *cell.systems):
        role, system = blueprint.roles.get(key), blueprint.systems.get(key)
        if system is not None and system.cost is not None:
            yield float(system.cost.amount)
        if role is not None and role.rate is not None and cell.takes is not None:
            yield cell.takes.mean * float(role.rate.amount) / _PER[role.rate.per] / (role.availability or 1.0)


def standard(blueprint: Blueprint, phases: tuple[Phase, ...]) -> dict[str, Time]:
    """The customer's time so far at the end of each step of the main path, by the step's key, in order.

    The main path takes the likeliest exits, no arrow back, no optional part under 50 %, and of branches that run side
    by side the longest; steps off it are left out.
    """
    walker = _Path(blueprint)
    for phase in phases:
        walker.items(phase.items, 1.0)
        if walker.ended:
            break
    return walker.reached


class _Path:
    def __init__(self, blueprint: Blueprint) -> None:
        self.blueprint = blueprint
        self.now = Time(0.0)
        self.reached: dict[str, Time] = {}
        self.ended = False
        self.skip_to = ""

    def items(self, items: tuple[ServicePart | Item, ...], times: float) -> None:
        for item in items:
            if self.ended:
                return
            if isinstance(item, Step):
                self.step(item, times)
            elif isinstance(item, Parallel):
                self.parallel(item, times)
            else:
                service = self.blueprint.services.get(item.service)
                if service is None or service.optional is None or service.optional >= 0.5:
                    self.items(item.items, times * (service.repeats.mean if service and service.repeats else 1.0))

    def step(self, step: Step, times: float) -> None:
        if step.offstage or step.kind == "recovery" or (step.optional is not None and step.optional < 0.5):
            return
        if self.skip_to and step.key != self.skip_to:
            return
        self.skip_to = ""
        self.now += elapsed(step).times(times * (step.repeats.mean if step.repeats else 1.0))
        self.reached[step.key] = self.now
        self.leave(step, times)

    def leave(self, step: Step, times: float) -> None:
        taken = sum(when.share or 0.0 for when in step.whens)
        ways = [(when.share if when.share is not None else 0.0, when) for when in step.whens]
        best = max(ways, key=lambda way: way[0], default=None)
        rest = 1.0 - taken if step.kind != "decision" else 0.0
        if best is not None and best[0] > rest:
            if best[1].items:
                self.items(best[1].items, times)
            elif best[1].arrow:
                self.go(best[1].arrow.target)
        elif step.arrow:
            self.go(step.arrow.target)

    def go(self, target: str) -> None:
        """Follow an arrow forward; one that leads back is not part of the main path."""
        if target == "end":
            self.ended = True
        elif target in self.blueprint.steps and target not in self.reached:
            self.skip_to = target

    def parallel(self, parallel: Parallel, times: float) -> None:
        if self.skip_to:
            return
        start, longest = self.now, self.now
        for branch in parallel.branches:
            self.now = start
            self.items(branch.items, times)
            if self.now.seconds > longest.seconds:
                longest = Time(self.now.seconds, longest.least or self.now.least, self.now.pauses)
        self.now = longest
