"""What connections say: conditions, labels, shares."""

from __future__ import annotations

from blueprint.graph.flow import FlowEdge
from blueprint.layout.text import LABEL, Block, block
from blueprint.layout.values import share

WIDEST = 92.0  # px that a line of a label may take
LABEL_PAD = 4.0


def edge_text(edge: FlowEdge) -> str:
    """A condition with its share; of a fail point its likelihood alone, as its mark and the foot name it."""
    words = [] if edge.kind == "fails_to" else [", ".join(filter(None, (edge.condition, edge.label)))]
    if edge.probability is not None and (edge.condition or edge.kind == "fails_to"):
        words.append(share(edge.probability))
    return " ".join(filter(None, words))


def edge_label(edge: FlowEdge) -> Block | None:
    """The same in lines; None where there is nothing to say."""
    said = edge_text(edge)
    return block(said, LABEL, WIDEST) if said else None
