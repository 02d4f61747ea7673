"""The networkx graph: its attributes, and the way out and back as JSON and GraphML."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import get_args

import networkx as nx
import pytest

from blueprint.graph import Flow, build, network
from blueprint.graph.flow import EdgeKind, NodeKind
from blueprint.model import resolve
from blueprint.source import Source
from tests.generate import generate
from tests.graph.flows import EXAMPLES, core, example

ODD = core('step a "A & <b> \\"q\\"" { customer "受付 \\n next" pays 2.50; when "\\u{1F600} \\u{1}" 30% -> end }')
FLOWS = [build(example("hotel.bp")), build(example("car-repair.bp")), ODD]


def same(one: nx.MultiDiGraph[str], other: nx.MultiDiGraph[str]) -> bool:
    return (
        one.graph == other.graph
        and list(one.nodes(data=True)) == list(other.nodes(data=True))
        and list(one.edges(keys=True, data=True)) == list(other.edges(keys=True, data=True))
    )


@pytest.mark.parametrize("flow", FLOWS)
def test_json_comes_back_equal_also_through_a_file(flow: Flow, tmp_path: Path) -> None:
    graph = network.to_networkx(flow)
    text = network.to_json(graph)
    assert same(network.from_json(text), graph)
    file = tmp_path / "graph.json"
    file.write_text(text, encoding="utf-8", newline="\n")
    assert same(network.from_json(file.read_text(encoding="utf-8")), graph)
    assert network.to_json(network.from_json(text)) == text


@pytest.mark.parametrize("seed", range(10))
def test_json_of_generated_blueprints_comes_back_equal(seed: int) -> None:
    model = resolve(Source(generate(seed, 15), "generated.bp")).blueprint
    assert model is not None
    graph = network.to_networkx(build(model))
    assert same(network.from_json(network.to_json(graph)), graph)


def test_networkx_reads_the_json_by_itself() -> None:
    graph = network.to_networkx(FLOWS[0])
    read = nx.node_link_graph(json.loads(network.to_json(graph)), edges="edges")
    assert isinstance(read, nx.MultiDiGraph)
    assert list(read.nodes) == list(graph.nodes)
    assert list(read.edges) == list(graph.edges)


@pytest.mark.parametrize("flow", FLOWS)
def test_networkx_reads_the_graphml_with_all_that_it_can_hold(flow: Flow) -> None:
    graph = network.to_networkx(flow)
    read = nx.read_graphml(io.BytesIO(network.to_graphml(graph).encode("utf-8")), force_multigraph=True)
    assert list(read.nodes) == list(graph.nodes)
    assert sorted((a, b) for a, b, *_ in read.edges) == sorted((a, b) for a, b, *_ in graph.edges)
    for key, attributes in graph.nodes(data=True):
        got = read.nodes[key]
        assert got["kind"] == attributes["kind"]
        assert got.get("duration") == attributes["duration"]
        assert got["performers"].split() == list(attributes["performers"])
        assert (got["file"], got["start"], got["end"]) == attributes["span"]
    shares = sorted(str(data.get("probability")) for _, _, data in read.edges(data=True))
    assert shares == sorted(str(data["probability"]) for _, _, data in graph.edges(data=True))


PAGE = (EXAMPLES.parent / "docs" / "graph.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("manual", [str(network.__doc__), PAGE])
def test_every_attribute_and_kind_is_described(manual: str) -> None:
    graph = network.to_networkx(FLOWS[0])
    names = {name for _, data in graph.nodes(data=True) for name in data}
    names |= {name for _, _, data in graph.edges(data=True) for name in data}
    names |= {*get_args(NodeKind), *get_args(EdgeKind), *graph.graph}
    assert [name for name in sorted(names) if f"`{name}`" not in manual] == []


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"graph": 1}', '{"graph": {}, "nodes": [{}], "edges": []}', "[" * 9000]
)
def test_what_is_no_graph_is_a_value_error(text: str) -> None:
    with pytest.raises(ValueError, match="not a graph in node-link JSON"):
        network.from_json(text)
