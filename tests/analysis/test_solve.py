"""The solver, on chains whose visits are known by hand, and where elimination is not enough."""

from __future__ import annotations

from random import Random

import pytest

import blueprint.analysis.solve as module
from blueprint.analysis.solve import solve


def test_a_loop_is_visited_one_over_what_leaves_it() -> None:
    assert solve({"a": {"a": 0.25, "b": 0.75}, "b": {}}, {"a": 1.0}).visits == pytest.approx({"a": 4 / 3, "b": 1.0})


def test_gamblers_ruin() -> None:
    """A fair walk between two walls, begun in the middle of five places: 1·2·3·2·1 visits, one half at each wall."""
    edges = {n: {n - 1: 0.5, n + 1: 0.5} for n in range(1, 6)}
    found = solve(edges, {3: 1.0}).visits
    assert [found[n] for n in range(7)] == pytest.approx([0.5, 1, 2, 3, 2, 1, 0.5])


def test_a_loop_without_end_stays_finite() -> None:
    assert solve({"a": {"b": 1.0}, "b": {"a": 1.0}}, {"a": 1.0}).visits == {"a": 2.0, "b": 1.0}


def test_sweeps_agree_with_elimination(monkeypatch: pytest.MonkeyPatch) -> None:
    random = Random(7)
    edges: dict[int, dict[int, float]] = {}
    for n in range(60):
        targets = random.sample(range(61), 3)
        edges[n] = dict.fromkeys(targets, 0.3)
    exact = solve(edges, {0: 1.0}).visits
    monkeypatch.setattr(module, "_WORK", 40)
    swept = solve(edges, {0: 1.0})
    assert swept.settled
    assert swept.visits == pytest.approx(exact, rel=1e-6)
    monkeypatch.setattr(module, "_SWEEPING", 1)
    short = solve(edges, {0: 1.0})
    assert not short.settled
    assert all(short.visits[n] <= exact[n] + 1e-9 for n in exact)


def test_visits_meet_their_equations() -> None:
    random = Random(3)
    edges = {n: {(n + 1): 0.6, random.randrange(200): 0.2, random.randrange(200): 0.1} for n in range(200)}
    found = solve(edges, {0: 1.0, 5: 0.5}).visits
    came = dict.fromkeys(found, 0.0) | {0: 1.0, 5: 0.5}
    for source, targets in edges.items():
        for target, chance in targets.items():
            came[target] += found[source] * chance
    assert found == pytest.approx(came)
