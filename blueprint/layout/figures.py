"""The figures that a picture shows beside its steps: times as the analysis has them, and what one visit costs."""

from __future__ import annotations

from blueprint.analysis.costs import says_costs, step_costs
from blueprint.analysis.time import Elapsed, standard_time, step_time
from blueprint.graph.flow import Flow
from blueprint.layout.values import whole
from blueprint.model.entities import Blueprint, Step
from blueprint.units import Times, seconds_text


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
    return step_costs(blueprint, step).total if says_costs(blueprint, step) else None
