"""What a part that is drawn alone is joined to: the steps that it leaves out and that lead into it or follow it."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.graph.flow import Flow, FlowEdge
from blueprint.layout.values import share
from blueprint.model.entities import Blueprint

MOST = 2  # as many are named; the others are counted
_DEEP = 8  # how many gates and joins in a row are seen through
Tags = dict[str, list[tuple[str, str]]]


def elsewhere(blueprint: Blueprint, flow: Flow, shown: set[str]) -> Tags:
    """Tags by step: where one comes from, and which ways go on: a decision with one arm would tell something else."""
    if len(shown) == len(blueprint.steps):
        return {}
    entries: dict[str, dict[str, None]] = {}
    exits: dict[tuple[str, str], str] = {}
    for edge in flow.edges:
        source = _step(flow, edge.source)
        if source not in blueprint.steps or edge.link or edge.kind not in ("journey", "leads_to", "fails_to"):
            continue
        for target in _targets(flow, edge.target):
            if source in shown and target not in shown:
                exits[source, target] = _exit(edge) or exits.get((source, target), "")
            elif source not in shown and target in shown and edge.kind != "fails_to":
                entries.setdefault(target, {})[blueprint.steps[source].label] = None
    tags: Tags = {step: [("entry", f"from {_few(list(names))}")] for step, names in entries.items()}
    for (source, target), said in exits.items():
        tags.setdefault(source, []).append(("exit", f"{said} → {blueprint.steps[target].label}".lstrip()))
    return tags


def _step(flow: Flow, key: str) -> str:
    node = flow.nodes.get(key)
    return node.step if node and node.kind not in ("fork", "join", "gate") else ""


def _targets(flow: Flow, key: str, depth: int = 0) -> Iterator[str]:
    step = _step(flow, key)
    if step:
        yield step
    elif depth < _DEEP:
        for edge in flow.out(key, "leads_to"):
            yield from _targets(flow, edge.target, depth + 1)


def _exit(edge: FlowEdge) -> str:
    if edge.kind == "fails_to":
        return f"fails {share(edge.probability)}" if edge.probability is not None else "fails"
    likely = share(edge.probability) if edge.condition and edge.probability is not None else ""
    return " ".join(filter(None, (edge.condition, likely)))


def _few(names: list[str]) -> str:
    return ", ".join([*names[:MOST], *([f"{len(names) - MOST} more"] if len(names) > MOST else [])])
