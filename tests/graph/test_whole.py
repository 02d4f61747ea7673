"""Whole blueprints: the published ones with their counts, generated ones, and long ones."""

from __future__ import annotations

from collections import Counter

import pytest

from blueprint.graph import Flow, build
from blueprint.graph.flow import EdgeKind
from blueprint.model import resolve
from blueprint.rules import Settings, judge
from blueprint.source import Source
from tests.generate import generate
from tests.graph.flows import core, edges, example, reached

ERRORS = Settings("errors")  # a generated text is sound, and no good service
FLOW: tuple[EdgeKind, ...] = ("leads_to", "fails_to", "recovers_to")


def test_the_hotel_has_the_published_counts() -> None:
    """Bitner, Ostrom and Morgan 2008: 11 customer, 5 onstage, 3 backstage, 4 support boxes."""
    flow = build(example("hotel.bp"))
    assert Counter(node.lane for node in flow.nodes.values() if node.kind == "cell") == {
        "customer": 11, "frontstage": 5, "backstage": 3, "support": 4,
    }  # fmt: skip
    assert len(flow.edges) == len(set(flow.edges))
    assert len([edge for edge in flow.edges if edge.kind == "journey"]) == 10


def test_the_shoeshine_is_a_line_with_one_loop() -> None:
    flow = build(example("shoeshine.bp"))
    assert edges(flow, "leads_to") == [
        "start -> brush.frontstage", "brush.frontstage -> polish.frontstage", "polish.frontstage -> buff.frontstage",
        "buff.frontstage -> collect.customer", "buff.frontstage -> collect.frontstage", "collect.frontstage -> end",
    ]  # fmt: skip
    assert edges(flow, "fails_to", "recovers_to") == [
        'polish.frontstage -> clean.frontstage 10% "Wrong colour wax"', "clean.frontstage -> polish.frontstage",
    ]  # fmt: skip
    assert flow.nodes["polish.frontstage"].cost == 0.03
    assert flow.nodes["collect.customer"].pays == 0.5
    assert flow.nodes["brush.frontstage"].duration == 30
    assert flow.nodes["brush.frontstage"].performers == ("shiner",)


@pytest.mark.parametrize("seed", range(60))
def test_generated_blueprints_hold_what_every_flow_holds(seed: int) -> None:
    resolved = resolve(Source(generate(seed, 20), "generated.bp"))
    assert resolved.blueprint is not None
    flow = build(resolved.blueprint)
    holds(flow)
    assert set(resolved.blueprint.cells) <= set(flow.nodes)
    assert judge(resolved.blueprint, flow, resolved.diagnostics, ERRORS).findings == ()
    offstage = {key for key, step in resolved.blueprint.steps.items() if step.offstage}
    roots = ["start", *(key for key, node in flow.nodes.items() if node.step in offstage or node.kind == "declaration")]
    assert set(flow.nodes) - reached(flow, roots, FLOW) == set()


def holds(flow: Flow) -> None:
    """Ends exist, `start` and `end` frame the nodes, shares are shares, and nothing is said twice."""
    assert (next(iter(flow.nodes)), next(reversed(list(flow.nodes)))) == ("start", "end")
    for edge in flow.edges:
        assert edge.source in flow.nodes
        assert edge.target in flow.nodes
        assert edge.probability is None or -1e-9 <= edge.probability <= 1 + 1e-9
    seen = Counter((e.source, e.target, e.kind, e.condition, e.label, e.span) for e in flow.edges)
    assert [key for key, count in seen.items() if count > 1] == []


def test_the_graph_of_three_thousand_steps_grows_with_its_cells_only() -> None:
    model = resolve(Source(generate(1, 3000), "generated.bp")).blueprint
    assert model is not None
    flow = build(model)
    assert judge(model, flow, settings=ERRORS).findings == ()
    assert len(flow.edges) < 3 * len(flow.nodes)


def test_long_runs_of_optional_steps_and_shared_recoveries_stay_linear() -> None:
    count = 1500
    steps = "".join(f'step s{n} "S" optional 50% {{ customer "x"; fail "f" 1% -> r }}\n' for n in range(count))
    flow = core(steps + 'recovery r "R" { frontstage "Mends"; when "Bad" 10% -> again; -> next }')
    assert len(flow.edges) < 20 * count
    holds(flow)


def test_long_chains_of_recoveries_stay_linear() -> None:
    count = 1500
    chain = "".join(f'recovery r{n} "R" {{ frontstage "x"; fail "f" 1% -> r{n + 1} }}\n' for n in range(count))
    flow = core(
        'step a "A" { customer "x"; fail "f" 1% -> r0 }\n' + chain + f'recovery r{count} "R" {{ frontstage "x" }}'
    )
    assert len(flow.edges) < 10 * count
    assert "end" in reached(flow, [f"r{count}.frontstage"], FLOW)
