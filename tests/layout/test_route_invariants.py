"""What the router promises for every plan, held over hundreds of made-up services."""

from __future__ import annotations

import pytest

from blueprint.layout.route import route
from tests.layout.plans import swimlanes
from tests.layout.routing_check import faults


@pytest.mark.parametrize("columns", [3, 6, 11, 20, 40])
def test_no_promise_is_broken_on_generated_services(columns: int) -> None:
    for seed in range(60 if columns < 20 else 12):
        sketch = swimlanes(seed * 100 + columns, columns)
        plan = sketch.plan()
        wires = [w for w in sketch.wires if w.source in plan.boxes and w.target in plan.boxes]
        laid = route(plan, wires)
        broken = [fault for fault in faults(plan, wires, laid) if not fault.startswith("label")]
        assert not broken, f"seed {seed}, {columns} columns: {broken[:3]}"
