"""What the router promises for every plan, held over hundreds of made-up services and of plans without any order."""

from __future__ import annotations

import pytest

from blueprint.layout.route import route
from tests.layout.plans import scattered, swimlanes
from tests.layout.routing_check import faults, overlap, strangers, stretches


@pytest.mark.parametrize("columns", [3, 6, 11, 20, 40])
def test_no_promise_is_broken_on_made_up_services(columns: int) -> None:
    for seed in range(60 if columns < 20 else 10):
        sketch = swimlanes(seed * 100 + columns, columns)
        plan, wires = sketch.plan(), sketch.laid_out()
        broken = faults(plan, wires, route(plan, wires))
        assert not broken, f"seed {seed}, {columns} columns: {broken[:3]}"


@pytest.mark.parametrize("start", range(0, 60, 20))
def test_no_promise_but_that_of_labels_is_broken_on_any_plan(start: int) -> None:
    """Where nearly every cell is full and gutters are narrow there may be no room for a label on any side."""
    for seed in range(start, start + 20):
        plan, wires = scattered(seed)
        broken = [fault for fault in faults(plan, wires, route(plan, wires)) if not fault.startswith("label")]
        assert not broken, f"seed {seed}: {broken[:3]}"


def test_rows_of_uneven_heights_are_as_good() -> None:
    for seed in range(20):
        sketch = swimlanes(seed, 12)
        plan, wires = sketch.plan(heights=(46.0, 76.0, 58.0)), sketch.laid_out()
        assert not faults(plan, wires, route(plan, wires))


def test_wires_without_a_common_end_keep_four_pixels_apart_where_there_is_room() -> None:
    for seed in range(20):
        sketch = swimlanes(seed, 14)
        plan, wires = sketch.plan(), sketch.laid_out()
        laid = route(plan, wires)
        table = [(w, stretches(laid[w.id].points)) for w in wires]
        for i, (a, one) in enumerate(table):
            for b, two in table[i + 1 :]:
                if strangers(a, b):
                    assert not [1 for s in one for t in two if overlap(s, t, 3.9) > 0], (seed, a.id, b.id)
