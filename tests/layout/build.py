"""Blueprints made by hand, for tests of the picture that need no text."""

from __future__ import annotations

from collections.abc import Sequence

from blueprint.model.entities import Blueprint, Cell, Evidence, Item, Lane, Phase, PhaseKind, Service, ServicePart, Step
from blueprint.units import Duration

LANES = tuple(Lane(key=name, id=name) for name in ("evidence", "customer", "frontstage", "backstage", "support"))


def minutes(value: float) -> Duration:
    return Duration((value * 60,), text=f"{value:g}min")


def step(key: str, title: str, *cells: tuple[str, str, float], evidence: str = "") -> Step:
    """A step of cells given as lane, text, minutes (0: no time said)."""
    made, count = [], dict[str, int]()
    for lane, text, time in cells:
        count[lane] = count.get(lane, 0) + 1
        name = f"{key}.{lane}" + (f"_{count[lane]}" if count[lane] > 1 else "")
        made.append(Cell(key=name, title=text, step=key, lane=lane, takes=minutes(time) if time else None))
    shown = (Evidence(key=f"{key}.evidence", text=evidence, title=evidence),) if evidence else ()
    return Step(key=key, id=key, title=title, cells=tuple(made), evidence=shown)


def blueprint(*parts: tuple[PhaseKind, str, Sequence[Item]], title: str = "A service") -> Blueprint:
    """A blueprint of phases, each with one core service."""
    phases, services = [], {}
    for number, (kind, name, items) in enumerate(parts, 1):
        key = f"service_{number}"
        services[key] = Service(key=key, id=key, title=name, tier="core")
        part = ServicePart(key=f"{key}.1", service=key, phase=f"phase_{number}", items=tuple(items))
        phases.append(Phase(key=f"phase_{number}", kind=kind, title=name, items=(part,)))
    return Blueprint(key="b", id="b", title=title, lanes=LANES, phases=tuple(phases), services=services)
