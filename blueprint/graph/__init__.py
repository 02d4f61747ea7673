"""The service as a graph: `build` makes the flow, `blueprint.graph.network` the networkx graph from that."""

from blueprint.graph.build import build
from blueprint.graph.flow import Flow, FlowEdge, FlowNode

__all__ = ["Flow", "FlowEdge", "FlowNode", "build"]
