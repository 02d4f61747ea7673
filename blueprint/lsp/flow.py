"""The flow as a hierarchy of calls: what leads to a step, and what follows it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from blueprint.graph.flow import FlowEdge
from blueprint.graph.moves import Moves, moves
from blueprint.lsp.symbols import named
from blueprint.lsp.tree import path
from blueprint.model.entities import Blueprint, Step
from blueprint.records import dataclass
from blueprint.rules.base import percent, place
from blueprint.source import Span

if TYPE_CHECKING:
    from blueprint.lsp.document import Analysed

_HOPS = 200  # optional steps and parallels that are looked through at once


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """A step, decision or recovery on the way; `key` finds it again."""

    key: str
    name: str
    kind: str
    detail: str
    span: Span
    name_span: Span


@dataclass(frozen=True, slots=True)
class Way:
    """One way to or from a step: the step at its other end, why and how many go there, and where that is written."""

    stop: Stop
    label: str
    spans: tuple[Span, ...]


def stop_at(analysed: Analysed, offset: int) -> Stop | None:
    """The step that stands at an offset, or that is named there."""
    model = analysed.model
    if model is None:
        return None
    for each in named(analysed, offset):
        step = model.steps.get(each.symbol.key) or model.steps.get(each.symbol.key.partition(".")[0])
        if step is not None:
            return _stop(model, step)
    spans = {node.span for node in path(analysed.parsed.file, offset)}
    inner = [step for step in model.steps.values() if step.span in spans]
    return _stop(model, inner[-1]) if inner else None


def leads_here(analysed: Analysed, key: str) -> tuple[Way, ...]:
    """Where one comes from to a step, in written order; the places are in those steps."""
    return _ways(analysed, key, backward=True)


def follows(analysed: Analysed, key: str) -> tuple[Way, ...]:
    """Where one goes from a step, in written order; the places are in this step."""
    return _ways(analysed, key, backward=False)


def _stop(model: Blueprint, step: Step) -> Stop:
    service = model.services.get(step.service)
    return Stop(
        key=step.key, name=step.label, kind=step.kind, detail=service.label if service else "", span=step.span,
        name_span=place(step),
    )  # fmt: skip


def _ways(analysed: Analysed, key: str, *, backward: bool) -> tuple[Way, ...]:
    model, flow = analysed.model, analysed.flow
    if model is None or flow is None or key not in model.steps:
        return ()
    table = moves(flow)
    if backward:
        table = _reversed(table)
    found: dict[str, list[FlowEdge]] = {}
    for other, edge in _next_steps(table, model, key):
        found.setdefault(other, []).append(edge)
    ways = []
    for other in (step for step in model.steps if step in found):
        edges = found[other]
        home = model.steps[other if backward else key]
        spans = dict.fromkeys(_written(edge, home) for edge in edges)
        labels = dict.fromkeys(filter(None, map(_label, edges)))
        ways.append(Way(_stop(model, model.steps[other]), " · ".join(labels), tuple(spans)))
    return tuple(ways)


def _reversed(table: Moves) -> Moves:
    found: dict[str, list[tuple[str, FlowEdge]]] = {}
    for source, targets in table.items():
        for target, edge in targets:
            found.setdefault(target, []).append((source, edge))
    return {key: tuple(each) for key, each in found.items()}


def _next_steps(table: Moves, model: Blueprint, key: str) -> Iterator[tuple[str, FlowEdge]]:
    """The steps at the other end, seen through gates, forks and joins; with what is said where the step is left."""
    waiting = list(reversed(table.get(key, ())))
    seen: set[str] = set()
    while waiting:
        other, edge = waiting.pop()
        if other in model.steps:
            yield other, edge
        elif other not in seen and len(seen) < _HOPS:
            seen.add(other)
            waiting += [(far, said if _label(said) else edge) for far, said in reversed(table.get(other, ()))]


def _written(edge: FlowEdge, home: Step) -> Span:
    """The arrow where one is written in the step that is left; else the step itself, which the next one follows."""
    inside = edge.span.file == home.span.file and home.span.start <= edge.span.start and edge.span.end <= home.span.end
    return edge.span if len(edge.span) and inside and edge.span != home.span else place(home)


def _label(edge: FlowEdge) -> str:
    """Why and how many: `“Apart” 30%`, `fails: “Room not ready” 3%`."""
    words = {"fails_to": "fails", "recovers_to": "recovered"}.get(edge.kind, "")
    said = edge.condition or edge.label
    share = percent(edge.probability) if edge.probability is not None and edge.probability < 1 else ""
    return " ".join(part for part in (words, f"“{said}”" if said else "", share) if part)
