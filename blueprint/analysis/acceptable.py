"""Written tolerances against the times: what customers accept, and what packages promise. Pauses do not count."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from blueprint.analysis.journey import Journey
from blueprint.analysis.time import Elapsed, Standard, total
from blueprint.graph.inside import lengths, look
from blueprint.model.entities import Blueprint, Cell, Element, Package, Phase, Service, Step, Wait
from blueprint.records import dataclass

Level = Literal["cell", "wait", "step", "service", "phase", "package", "whole"]


@dataclass(frozen=True, slots=True)
class Tolerance:
    """A written limit in seconds and the times it is for, of one run of the `element`.

    `standard` is None where the main path does not come there, `expected` where nobody does.
    """

    level: Level
    element: Element
    limit: float
    standard: Elapsed | None
    expected: Elapsed | None

    @property
    def over(self) -> bool:
        """Whether the expected time, pauses left out, is longer. Never true by what is unknown."""
        return self.expected is not None and self.expected.in_service > self.limit * (1.0 + 1e-9)


def tolerances(blueprint: Blueprint, journey: Journey, standard: Standard) -> tuple[Tolerance, ...]:
    """Every `acceptable` and `within` of a blueprint: the whole, packages, phases, services, then steps and cells."""
    return tuple(_found(blueprint, journey, standard))


def _found(blueprint: Blueprint, journey: Journey, standard: Standard) -> Iterator[Tolerance]:
    if blueprint.notes.acceptable:
        limit = blueprint.notes.acceptable.mean
        yield Tolerance("whole", blueprint, limit, standard.total, journey.expected)
    for package in blueprint.packages.values():
        if package.within:
            yield _promise(package, package.within.mean, journey, standard)
    for phase in blueprint.phases:
        yield from _run("phase", phase, standard.phases.get(phase.key), journey)
    for service in blueprint.services.values():
        yield from _run("service", service, standard.services.get(service.key), journey)
    for step in blueprint.steps.values():
        if step.notes.acceptable:
            yield Tolerance(
                "step", step, step.notes.acceptable.mean, standard.steps[step.key], journey.one_visit(step.key)
            )
        yield from _parts(step)


def _promise(package: Package, limit: float, journey: Journey, standard: Standard) -> Tolerance:
    """A package promises the services it includes; with none named, the whole."""
    if not package.includes:
        return Tolerance("package", package, limit, standard.total, journey.expected)
    usual = [standard.services[key] for key in package.includes if key in standard.services]
    expected = [time for key in package.includes if (time := journey.one_run(key)) is not None]
    return Tolerance("package", package, limit, total(usual) if usual else None, total(expected) if expected else None)


def _run(level: Level, element: Phase | Service, standard: Elapsed | None, journey: Journey) -> Iterator[Tolerance]:
    if element.notes.acceptable:
        yield Tolerance(level, element, element.notes.acceptable.mean, standard, journey.one_run(element.key))


def _parts(step: Step) -> Iterator[Tolerance]:
    for group in look(step).groups:
        limited = [part for part in group if part.notes.acceptable is not None]
        lasting = lengths(group) if limited else {}
        for part in limited:
            if part.notes.acceptable is None or (isinstance(part, Wait) and part.kind == "pause"):
                continue
            seconds = lasting.get(part.key)
            time = Elapsed(unknown=(part.key,)) if seconds is None else Elapsed(seconds)
            level: Level = "cell" if isinstance(part, Cell) else "wait"
            yield Tolerance(level, part, part.notes.acceptable.mean, time, time)
