"""The service as nodes and typed edges, in plain records.

`Flow` is what checks, layout and figures read; `to_networkx` (in `graph.network`) turns it into the one public
`networkx.MultiDiGraph` with the same keys and attributes. Records and not networkx here, because importing networkx
alone costs more than checking a file does.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Literal

from blueprint.model.entities import NOWHERE
from blueprint.records import dataclass
from blueprint.source import Span

NodeKind = Literal[
    "start", "end", "cell", "wait", "pause", "decision", "fork", "join", "gate",
    "step",  # a step that has no cell, wait or pause of its own: it stands for itself
    "declaration",  # a role, system … that a link names
]  # fmt: skip
EdgeKind = Literal["leads_to", "journey", "enables", "mutual", "fails_to", "recovers_to"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowNode:
    """A node. `key` is the qualified name; times in seconds (mean), money in the blueprint's currency."""

    key: str
    kind: NodeKind
    lane: str = ""
    step: str = ""
    service: str = ""
    tier: str = ""
    phase: str = ""
    title: str = ""
    performers: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    systems: tuple[str, ...] = ()
    duration: float | None = None
    cost: float | None = None
    pays: float | None = None
    personas: tuple[str, ...] = ()
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowEdge:
    """An edge from `source` to `target` (node keys).

    `probability` is None when unknown, 1.0 when certain; `crosses` names lines crossed, top to bottom
    (`interaction`, `visibility`, `internal`, or an extra lane's id); `implied` is true when the written order made it.
    `link` is true of a link written between two elements: it stands beside the order and takes nobody's share.
    """

    source: str
    target: str
    kind: EdgeKind
    probability: float | None = 1.0
    condition: str = ""
    label: str = ""
    crosses: tuple[str, ...] = ()
    implied: bool = True
    link: bool = False
    span: Span = NOWHERE


@dataclass(frozen=True)
class Flow:
    """All nodes by key in written order (`start` first, `end` last) and all edges."""

    nodes: Mapping[str, FlowNode]
    edges: tuple[FlowEdge, ...]

    @cached_property
    def outgoing(self) -> Mapping[str, tuple[FlowEdge, ...]]:
        return _group(self.edges, "source")

    @cached_property
    def incoming(self) -> Mapping[str, tuple[FlowEdge, ...]]:
        return _group(self.edges, "target")

    def out(self, key: str, *kinds: EdgeKind) -> tuple[FlowEdge, ...]:
        """Edges that leave a node, of these kinds (all when none is named)."""
        return tuple(e for e in self.outgoing.get(key, ()) if not kinds or e.kind in kinds)

    def into(self, key: str, *kinds: EdgeKind) -> tuple[FlowEdge, ...]:
        return tuple(e for e in self.incoming.get(key, ()) if not kinds or e.kind in kinds)


def _group(edges: tuple[FlowEdge, ...], end: Literal["source", "target"]) -> Mapping[str, tuple[FlowEdge, ...]]:
    table: dict[str, list[FlowEdge]] = {}
    for edge in edges:
        table.setdefault(getattr(edge, end), []).append(edge)
    return {key: tuple(group) for key, group in table.items()}
