"""The figures that a picture shows beside its steps: times as the analysis has them, and what one visit costs."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.analysis.time import Elapsed, standard_time, step_time
from blueprint.graph.flow import Flow
from blueprint.layout.values import whole
from blueprint.model.entities import Blueprint, Cell, Step
from blueprint.units import DAY, HOUR, MONTH, WEEK, YEAR, Times, seconds_text

_PER = {"h": HOUR, "day": DAY, "week": WEEK, "month": MONTH, "year": YEAR}


def said(seconds: float, time: Elapsed) -> str:
    """`4 min`, `at least 4 min` where parts of the time are unknown; empty for none."""
    return ("at least " if time.unknown else "") + whole(seconds_text(seconds)) if seconds else ""


def elapsed(step: Step) -> str:
    """A step's time for the customer, pauses included."""
    time = step_time(step)
    return said(time.seconds, time)


def so_far(blueprint: Blueprint, flow: Flow, shown: set[str]) -> dict[str, Elapsed]:
    """The customer's time from the first shown step of the main path to the end of each, by step, in order."""
    phases = {phase.key: phase for phase in blueprint.phases}
    seconds, pause, lacks, found = 0.0, 0.0, "", dict[str, Elapsed]()
    for key in standard_time(blueprint, flow).path:
        step = blueprint.steps[key]
        if key in shown:
            repeated = (step, blueprint.services.get(step.service), phases.get(step.phase))
            time = step_time(step)
            for each in repeated:
                time = time.times(_count(each.repeats if each else None))
            seconds, pause, lacks = seconds + time.seconds, pause + time.pause, lacks or "".join(time.unknown[:1])
            # One unknown part is enough to say "at least"; all of them, step by step, would cost the square.
            found[key] = Elapsed(seconds, pause, (lacks,) if lacks else ())
    return found


def _count(repeats: Times | None) -> float:
    return 1.0 if repeats is None else repeats.mean


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
