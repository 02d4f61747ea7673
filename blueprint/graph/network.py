"""The flow as one `networkx.MultiDiGraph`, and that graph as node-link JSON and GraphML.

The only module that knows networkx. Node keys are qualified names (`check_in.frontstage`); `start` and `end` are always
there; nodes and edges come in written order.

Attributes of a node (absent never; empty or None when there is nothing to say):

- `kind`: `start`, `end`, `cell`, `wait`, `pause`, `decision`, `step` (one without cells), `fork` and `join` of a
  parallel, `gate` before an optional run or one for certain personas, `declaration` that a link names.
- `lane`: id of the lane, `customer` for waits and pauses, empty where a node has no lane.
- `step`, `service`, `phase`: keys of what it stands in; `tier`: `core`, `facilitating`, `enhancing` or empty.
- `title`: the text as written.
- `performers`, `channels`, `systems`, `personas`: tuples of keys.
- `duration`: mean time in seconds, None when unknown. `cost`, `pays`: in the blueprint's currency, each time, or None.
- `span`: (file, start, end): offsets in code points of the file, end excluded.

Attributes of an edge (several may join the same two nodes; networkx numbers them from 0):

- `kind`: `leads_to` (takes part in time), `journey` (the customer's path, from customer cell to customer cell),
  `enables`, `mutual`, `fails_to`, `recovers_to`.
- `probability`: of those who leave the source, the fraction that goes here; 1.0 certain, None unknown. What enters
  several parts that start together carries the same share to each. A `fails_to` is tried before the other edges.
- `condition`: text of the `when`, or the personas; `label`: text of the arrow, link or fail point.
- `crosses`: lines between the lanes of both ends, top to bottom: `interaction`, `visibility`, `internal`, or the id of
  the extra lane that has a line.
- `implied`: made by the written order. `link`: written between two elements, beside the order.
- `span`: (file, start, end) of what was written, ("", 0, 0) when nothing was.

The graph itself carries `format` (`blueprint-graph`) and `version` (1).
"""

from __future__ import annotations

import json
import re
from typing import Any, cast

import networkx as nx

from blueprint.graph.flow import Flow, FlowEdge, FlowNode
from blueprint.source import Span

FORMAT, VERSION = "blueprint-graph", 1
_NODE = tuple(name for name in FlowNode.__dataclass_fields__ if name != "key")
_EDGE = tuple(name for name in FlowEdge.__dataclass_fields__ if name not in ("source", "target"))
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def to_networkx(flow: Flow) -> nx.MultiDiGraph[str]:
    """The graph with the attributes described above."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(format=FORMAT, version=VERSION)
    graph.add_nodes_from((key, _attributes(node, _NODE)) for key, node in flow.nodes.items())
    graph.add_edges_from((edge.source, edge.target, _attributes(edge, _EDGE)) for edge in flow.edges)
    return graph


def _attributes(record: FlowNode | FlowEdge, names: tuple[str, ...]) -> dict[str, object]:
    values = {name: getattr(record, name) for name in names}
    span: Span = record.span
    values["span"] = (span.file, span.start, span.end)
    return values


def to_json(graph: nx.MultiDiGraph[str]) -> str:
    """Node-link JSON, as `networkx.node_link_graph(json.loads(text), edges="edges")` reads it too; tuples are lists."""
    data = {
        "directed": True,
        "multigraph": True,
        "graph": graph.graph,
        "nodes": [{"id": key, **attributes} for key, attributes in graph.nodes(data=True)],
        "edges": [
            {"source": source, "target": target, "key": number, **attributes}
            for source, target, number, attributes in graph.edges(keys=True, data=True)
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def from_json(text: str) -> nx.MultiDiGraph[str]:
    """The graph that `to_json` wrote, equal to it. Raises `ValueError` for text that is not such a graph."""
    try:
        data = json.loads(text)
        graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(**data["graph"])
        for node in data["nodes"]:
            graph.add_node(node.pop("id"), **_tuples(node))
        for edge in data["edges"]:
            graph.add_edge(edge.pop("source"), edge.pop("target"), edge.pop("key"), **_tuples(edge))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError(f"This is not a graph in node-link JSON: {error}.") from error
    return graph


def _tuples(attributes: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in attributes.items()}


def to_graphml(graph: nx.MultiDiGraph[str]) -> str:
    """GraphML, as `networkx.read_graphml` and graph editors read it.

    GraphML knows no lists and no nothing: lists become their names with a blank between them, what is None is left
    out, `span` becomes `file`, `start` and `end`, and characters that XML cannot hold become U+FFFD.
    """
    flat: nx.MultiDiGraph[str] = nx.MultiDiGraph(**graph.graph)
    flat.add_nodes_from((key, _flat(attributes)) for key, attributes in graph.nodes(data=True))
    flat.add_edges_from((*edge, _flat(attributes)) for *edge, attributes in graph.edges(keys=True, data=True))
    return "\n".join(cast("list[str]", list(nx.generate_graphml(flat)))) + "\n"


def _flat(attributes: dict[str, Any]) -> dict[str, str | float | int | bool]:
    flat: dict[str, str | float | int | bool] = {}
    for name, value in attributes.items():
        if name == "span":
            flat.update(zip(("file", "start", "end"), (_xml(value[0]), *value[1:]), strict=True))
        elif isinstance(value, tuple):
            flat[name] = " ".join(value)
        elif value is not None:
            flat[name] = _xml(value) if isinstance(value, str) else value
    return flat


def _xml(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)
