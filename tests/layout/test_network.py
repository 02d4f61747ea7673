"""Views that are networks: what is in them, and what no picture may do, over examples and random blueprints."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import combinations, pairwise
from pathlib import Path

import pytest

import blueprint
from blueprint.layout import graphviz
from blueprint.layout.graphviz import Engine, EngineFailed, EngineMissing, engines
from blueprint.layout.layered import Arc, Node, arrange
from blueprint.layout.network import draw
from blueprint.layout.plan import Rect
from blueprint.layout.scene import Box, Label, Line, Point, Route, Scene, Words
from blueprint.layout.tracks import draw as lay
from blueprint.render import render
from tests.generate import generate

EXAMPLES = sorted((Path(__file__).parent.parent.parent / "examples").glob("*.bp"))
VIEWS = ("handoffs", "flow")
SEEDS = range(12)

DESK = """
blueprint desk "Help desk" { version "2"; state target }
persona caller "Caller"
role agent "Agent"
role expert "Expert"
system tickets "Ticket system"
phase interaction "Asking" {
  core help "Help" {
    step ask "Ask" {
      customer "Asks" takes 1min
      frontstage "Listens" by agent takes 2min
      support "Stores the ticket" by tickets
      fail "Line breaks" 5% -> again_call
    }
    recovery again_call "Call back" { frontstage "Calls back" by agent; -> next }
    decision known "Is it known?" {
      customer "Waits for the answer"
      when "Yes" 80%
      when "No" 20% {
        step dig "Dig deeper" { backstage "Looks into it" by expert takes 1h }
      }
    }
    step answer "Get the answer" {
      frontstage "Answers" by agent
      customer "Notes it down"
    }
  }
}
phase billing "Paying" {
  facilitating bill "Bill" as billing {
    step pay "Pay" { customer "Pays"; support "Books it" }
  }
}
"""


@cache
def here() -> tuple[Engine, ...]:
    return engines()


@pytest.fixture(params=["embedded", "system"])
def engine(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Engine:
    found = [engine for engine in here() if engine.kind == request.param]
    if not found:
        pytest.skip(f"no {request.param} Graphviz here")
    monkeypatch.setattr(graphviz, "engines", lambda: (found[0],))
    return found[0]


def view(text: str, kind: str) -> Scene:
    document = blueprint.parse(text)
    assert document.model is not None
    return draw(document.model, document.flow, kind)


def boxes(scene: Scene) -> dict[str, Box]:
    """What stands in the network: no grounds, bars or swatches."""
    frame = ("lane", "phase", "bar", "key")
    return {item.id: item for item in scene.items if isinstance(item, Box) and item.role not in frame}


def routes(scene: Scene) -> list[Route]:
    return [item for item in scene.items if isinstance(item, Route) and item.role == "edge"]


def area(box: Box | Label) -> Rect:
    return Rect(box.x, box.y, box.width, box.height)


def meet(a: Rect, b: Rect, slack: float = 0.0) -> bool:
    across = min(a.right, b.right) - max(a.x, b.x)
    down = min(a.bottom, b.bottom) - max(a.y, b.y)
    return across > slack and down > slack


def pieces(route: Route) -> Iterator[Rect]:
    for (ax, ay), (bx, by) in pairwise(route.points):
        yield Rect(min(ax, bx), min(ay, by), abs(ax - bx), abs(ay - by))


def crossed(piece: Rect, box: Rect) -> bool:
    grown = Rect(piece.x - 0.05, piece.y - 0.05, piece.width + 0.1, piece.height + 0.1)
    return meet(grown, Rect(box.x + 1, box.y + 1, box.width - 2, box.height - 2))


def on_border(point: Point, box: Box) -> bool:
    x, y = point
    if box.shape == "diamond":
        middle = box.x + box.width / 2, box.y + box.height / 2
        return abs(abs(x - middle[0]) / (box.width / 2) + abs(y - middle[1]) / (box.height / 2) - 1) < 0.05
    inside = box.x - 0.1 <= x <= box.x + box.width + 0.1
    return inside and min(abs(y - box.y), abs(y - box.y - box.height)) < 0.1


def shared(a: Route, b: Route) -> bool:
    """Whether two edges run along each other for more than a corner's length."""
    for one in pieces(a):
        for other in pieces(b):
            level = one.height == other.height == 0 and abs(one.y - other.y) < 1
            upright = one.width == other.width == 0 and abs(one.x - other.x) < 1
            if level and min(one.right, other.right) - max(one.x, other.x) > 6:
                return True
            if upright and min(one.bottom, other.bottom) - max(one.y, other.y) > 6:
                return True
    return False


def check(scene: Scene) -> None:
    standing, edges = boxes(scene), routes(scene)
    labels = [(route, route.label) for route in edges if route.label]
    page = Rect(0, 0, scene.width, scene.height)
    for one, other in combinations(standing.values(), 2):
        assert not meet(area(one), area(other)), (one.id, other.id)
    for box in standing.values():
        assert meet(area(box), page, min(box.width, box.height) - 0.1), box.id
        for line in box.text:
            assert box.x <= line.x - line.width / 2 + 0.5, (box.id, line.text)
            assert line.x + line.width / 2 - 0.5 <= box.x + box.width, (box.id, line.text)
            assert box.y < line.y < box.y + box.height
    for route in edges:
        assert on_border(route.points[0], standing[route.source]), route.id
        assert on_border(route.points[-1], standing[route.target]), route.id
        for piece in pieces(route):
            assert piece.width == 0 or piece.height == 0, route.id
            for box in standing.values():
                assert not crossed(piece, area(box)) or box.id in (route.source, route.target), (route.id, box.id)
    for route, label in labels:
        assert not [box.id for box in standing.values() if meet(area(box), area(label))], route.id
        assert any(meet(Rect(p.x, p.y, p.width + 0.1, p.height + 0.1), area(label)) for p in pieces(route)), route.id
        for line in label.text:
            assert line.width <= label.width
    for (_, one_label), (_, other_label) in combinations(labels, 2):
        assert not meet(area(one_label), area(other_label))
    for one_edge, other_edge in combinations(edges, 2):
        if shared(one_edge, other_edge):
            ends = {one_edge.source, one_edge.target} & {other_edge.source, other_edge.target}
            assert ends, (one_edge.id, other_edge.id)
    check_tiers(scene)


def check_tiers(scene: Scene) -> None:
    tiers = [item for item in scene.items if isinstance(item, Box) and item.role in ("lane", "phase")]
    for upper, lower in pairwise(tiers):
        assert upper.y + upper.height == pytest.approx(lower.y, abs=0.02)
    for box in boxes(scene).values():
        assert any(tier.y <= box.y and box.y + box.height <= tier.y + tier.height for tier in tiers), box.id


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.stem)
@pytest.mark.parametrize("kind", VIEWS)
def test_examples(path: Path, kind: str, engine: Engine) -> None:
    document = blueprint.load(path)
    if document.model is None or document.model.library:
        pytest.skip("a library has no picture")
    check(draw(document.model, document.flow, kind))


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("kind", VIEWS)
def test_random_blueprints(seed: int, kind: str) -> None:
    check(view(generate(seed, 14), kind))


@pytest.mark.parametrize("kind", VIEWS)
def test_the_same_blueprint_gives_the_same_scene(kind: str) -> None:
    assert view(DESK, kind).to_json() == view(DESK, kind).to_json()


@pytest.mark.parametrize("kind", VIEWS)
def test_every_format_draws_it(kind: str) -> None:
    scene = view(DESK, kind)
    for suffix, start in (("svg", b"<svg"), ("png", b"\x89PNG"), ("dot", b"digraph")):
        assert render(scene, suffix).startswith(start)


def test_handoffs_name_who_hands_what_to_whom() -> None:
    scene = view(DESK, "handoffs")
    standing = boxes(scene)
    assert list(standing) == ["actor:customer", "actor:agent", "actor:expert", "actor:tickets", "actor:lane:support"]
    assert [box.text[0].text for box in standing.values()][:4] == ["Caller", "Agent", "Expert", "Ticket system"]
    found = {
        (route.source.removeprefix("actor:"), route.target.removeprefix("actor:")): route for route in routes(scene)
    }
    asked = found["customer", "agent"]
    assert asked.data["crosses"] == "interaction"
    assert asked.title.startswith("Caller hands over to Agent")
    assert "across the line of interaction" in asked.title
    assert found["customer", "expert"].data["crosses"] == "interaction visibility"
    assert found["customer", "lane:support"].data == {"count": "1", "crosses": "interaction visibility internal"}
    assert ("agent", "agent") not in found


def test_handoffs_are_counted() -> None:
    text = DESK.replace(
        'step pay "Pay" {', 'step hear "Hear" { customer "Calls"; frontstage "Says" by agent }\n step pay "Pay" {'
    )
    before = {r.id: int(r.data["count"]) for r in routes(view(DESK, "handoffs"))}
    after = {r.id: int(r.data["count"]) for r in routes(view(text, "handoffs"))}
    assert after["handover:customer:agent"] == before["handover:customer:agent"] + 1
    label = next(r.label for r in routes(view(text, "handoffs")) if r.id == "handover:customer:agent")
    assert label is not None
    assert " ".join(line.text for line in label.text).startswith(f"{after['handover:customer:agent']} × ")


def test_lines_between_tiers_have_their_names() -> None:
    scene = view(DESK, "handoffs")
    lines = [item for item in scene.items if isinstance(item, Line)]
    assert [line.style for line in lines] == ["line.interaction", "line.visibility", "line.internal"]
    names = [item for item in scene.items if isinstance(item, Words) and item.role == "line-name"]
    assert [" ".join(t.text for t in name.lines) for name in names][:2] == ["Line of interaction", "Line of visibility"]


def test_the_flow_has_steps_decisions_and_recoveries() -> None:
    scene = view(DESK, "flow")
    standing = boxes(scene)
    assert [box.role for box in standing.values()] == [
        "start", "step", "recovery", "decision", "step", "step", "step", "end",
    ]  # fmt: skip
    assert standing["known"].shape == "diamond"
    assert standing["ask"].text[0].text == "1. Ask"
    said = {
        (route.source, route.target): " ".join(line.text for line in route.label.text).replace("\u00a0", " ")
        if route.label
        else ""
        for route in routes(scene)
    }
    assert said["ask", "again_call"] == "Line breaks · 5 %"
    assert said["known", "answer"] == "Yes · 80 %"
    assert said["known", "dig"] == "No · 20 %"
    assert said["start", "ask"] == said["pay", "end"] == ""
    assert next(r.style for r in routes(scene) if r.target == "again_call") == "edge.fails_to"
    assert standing["start"].y < standing["ask"].y < standing["known"].y < standing["dig"].y < standing["end"].y


def test_a_loop_runs_back_up() -> None:
    text = DESK.replace('step dig "Dig deeper" { backstage', 'step dig "Dig deeper" { -> ask; backstage')
    back = next(r for r in routes(view(text, "flow")) if (r.source, r.target) == ("dig", "ask"))
    assert back.points[-1][1] < back.points[0][1]


@pytest.mark.parametrize("kind", VIEWS)
def test_nothing_to_show(kind: str) -> None:
    scene = view('blueprint empty "Empty" {}', kind)
    assert scene.height > 0
    assert render(scene, "svg")


def test_long_words_and_other_scripts_stay_inside() -> None:
    long = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen"
    text = DESK.replace("Agent", long).replace("Ask", "受付で名前を確認する必要があります本当に").replace("Yes", long)
    for kind in VIEWS:
        check(view(text, kind))


def test_an_unknown_view() -> None:
    with pytest.raises(ValueError, match=r"no view `flows`.*handoffs and flow"):
        view(DESK, "flows")


def test_without_graphviz(monkeypatch: pytest.MonkeyPatch) -> None:
    def none() -> tuple[Engine, ...]:
        raise EngineMissing("none here")

    monkeypatch.setattr(graphviz, "engines", none)
    with pytest.raises(EngineMissing):
        view(DESK, "flow")


# the layers


def test_edges_against_the_order_run_upwards() -> None:
    nodes = [Node(id=name, width=80, height=30) for name in "abc"]
    arcs = [Arc(id=f"{a}{b}", source=a, target=b, label=(40, 12)) for a, b in ("ab", "bc", "ca", "ac", "aa", "ax")]
    layers = arrange(nodes, arcs)
    assert {chain.arc.id: chain.up for chain in layers.chains} == {"ab": False, "bc": False, "ca": True, "ac": False}
    drawn = lay(layers, 0)
    assert drawn.nodes["a"][1] < drawn.nodes["b"][1] < drawn.nodes["c"][1]
    assert drawn.edges["ca"].points[0][1] == pytest.approx(drawn.nodes["c"][1] - 15)
    assert drawn.edges["ca"].points[-1][1] == pytest.approx(drawn.nodes["a"][1] + 15)


def test_tiers_stand_below_each_other() -> None:
    nodes = [Node(id=str(i), width=60, height=30, tier=i % 3) for i in range(12)]
    arcs = [Arc(id=f"{i}-{j}", source=str(i), target=str(j)) for i in range(12) for j in range(0, 12, 5) if i != j]
    layers = arrange(nodes, arcs)
    drawn = lay(layers, 0)
    heights = [[drawn.nodes[n.id][1] for n in nodes if n.tier == tier] for tier in range(3)]
    assert max(heights[0]) < min(heights[1])
    assert max(heights[1]) < min(heights[2])


def test_parts_that_are_not_joined_keep_their_layers() -> None:
    nodes = [Node(id=str(i), width=60, height=30, tier=i) for i in range(5)]
    drawn = lay(arrange(nodes, []), 0)
    ys = [drawn.nodes[str(i)][1] for i in range(5)]
    assert ys == sorted(set(ys))


def test_a_network_without_nodes() -> None:
    assert lay(arrange([], []), 0).nodes == {}


def test_a_network_that_is_too_large_is_refused_at_once() -> None:
    nodes = [Node(id=str(i), width=60, height=30) for i in range(400)]
    chain = [Arc(id=f"c{i}", source=str(i), target=str(i + 1)) for i in range(399)]
    far = [Arc(id=f"f{i}", source="0", target=str(i)) for i in range(2, 400)]
    with pytest.raises(EngineFailed, match="400 boxes"):
        arrange(nodes, [*chain, *far])
