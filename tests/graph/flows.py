"""Flows of short texts, and flows written down so that a test can compare them line by line."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from blueprint.graph import Flow, FlowEdge, build
from blueprint.graph.flow import EdgeKind
from blueprint.model import resolve
from blueprint.model.entities import Blueprint
from blueprint.source import Source

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def model(text: str) -> Blueprint:
    """The model of a text without errors."""
    resolved = resolve(Source(text, "test.bp"))
    assert [each.message for each in resolved.diagnostics] == []
    assert resolved.blueprint is not None
    return resolved.blueprint


def core(body: str, head: str = "", tail: str = "") -> Flow:
    """The flow of a blueprint whose only service holds `body`; `head` and `tail` stand outside the phase."""
    return build(
        model(f'blueprint "Test"\n{head}\nphase interaction {{\ncore svc "Service" {{\n{body}\n}}\n}}\n{tail}')
    )


def edges(flow: Flow, *kinds: EdgeKind) -> list[str]:
    """The edges of these kinds, one a line, as `line` writes them."""
    return [line(edge) for edge in flow.edges if edge.kind in kinds]


def line(edge: FlowEdge) -> str:
    """`a -> b`, the share in percent unless certain, `?` when unknown, the condition and label in quotes."""
    share = edge.probability
    shown = "" if share == 1 else " ?" if share is None else f" {round(share * 100, 2):g}%"
    return f"{edge.source} -> {edge.target}{shown}" + "".join(f' "{t}"' for t in (edge.condition, edge.label) if t)


def example(name: str) -> Blueprint:
    """The model of an example that uses no library."""
    resolved = resolve(Source((EXAMPLES / name).read_text(encoding="utf-8"), name))
    assert resolved.blueprint is not None
    return resolved.blueprint


def reached(flow: Flow, roots: Iterable[str], kinds: Iterable[EdgeKind]) -> set[str]:
    """Every node that edges of these kinds lead to from the roots, these included."""
    seen, waiting = set(roots), list(roots)
    while waiting:
        targets = {edge.target for edge in flow.out(waiting.pop(), *kinds)} - seen
        seen |= targets
        waiting += targets
    return seen
