"""Small pictures whose routes can be said beforehand, point by point."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from itertools import pairwise

import pytest

from blueprint.layout.plan import Band, Plan, Rect, Wire
from blueprint.layout.route import route
from blueprint.layout.route.labels import Crowd
from tests.layout.plans import Sketch, swimlanes
from tests.layout.routing_check import covers, crossing, faults, label_box, overlap, stretches

# Columns are 124 wide from x = 150 and rows 52 high from y = 100, with gutters of 28 between:
# centres at 212, 364, 516 … and 126, 206, 286 …


def sketch(columns: int, rows: int, **cells: tuple[int, int]) -> Sketch:
    made = Sketch(columns, rows)
    for name, (column, row) in cells.items():
        made.cell(name, column, row)
    return made


def test_boxes_that_face_each_other_are_joined_straight_through_their_centres() -> None:
    made = sketch(4, 3, a=(0, 0), below=(0, 2), right=(3, 0))
    made.wire("a", "below")
    made.wire("a", "right")
    made.wire("right", "a")
    laid = route(made.plan(), made.wires[:2])
    assert laid[made.wires[0].id].points == ((212, 152), (212, 260))
    assert laid[made.wires[1].id].points == ((274, 126), (606, 126))


def test_there_and_back_between_neighbours_are_two_lines() -> None:
    made = sketch(2, 1, a=(0, 0), b=(1, 0))
    made.wire("a", "b")
    made.wire("b", "a")
    ways = [way.points for way in route(made.plan(), made.wires).values()]
    assert ways == [((274, 121), (302, 121)), ((302, 131), (274, 131))]


def test_there_and_back_around_corners_do_not_cross() -> None:
    made = sketch(3, 3, a=(0, 0), b=(1, 2), c=(2, 0), between=(1, 0))
    for one, other in (("a", "b"), ("a", "c")):
        made.wire(one, other, leave=("bottom",) if other == "b" else ("top",))
        made.wire(other, one, enter=("bottom",) if other == "b" else ("top",))
        there, back = (stretches(route(made.plan(), made.wires)[w.id].points) for w in made.wires[-2:])
        assert len(there) == len(back) == (2 if other == "b" else 3)
        assert not [1 for one_way in there for other_way in back if crossing(one_way, other_way)]


def test_a_wished_side_is_worth_less_than_a_bend() -> None:
    made = sketch(2, 2, a=(0, 1), b=(1, 0))
    made.wire("a", "b", leave=("right",), enter=("left",))
    plan, wish = made.plan(), replace(made.wires[0], strict=False)
    assert len(route(plan, made.wires)[wish.id].points) == 4
    assert len(route(plan, [wish])[wish.id].points) == 3


def test_the_end_of_a_bar_takes_wires_of_one_direction() -> None:
    made = sketch(5, 4, above=(0, 0), one=(2, 2), two=(3, 3), up=(4, 0))
    plan = made.plan()
    bar = Rect(plan.columns[1].low, plan.rows[2].low, 7, 132)
    plan = replace(plan, boxes={**plan.boxes, "bar": bar}, columns=(
        plan.columns[0], Band(bar.x, bar.right), *plan.columns[2:]))  # fmt: skip
    wires = [Wire(id=f"{s}{t}", source=s, target=t) for s, t in (("above", "bar"), ("bar", "one"), ("bar", "up"))]
    laid = route(plan, wires)
    assert not faults(plan, wires, laid)
    ends = [laid["abovebar"].points[-1], laid["barup"].points[0]]
    assert sum(y == bar.y for _, y in ends) == 1


def test_a_far_stretch_hops_nowhere_and_a_hub_of_many_stays_small() -> None:
    made = Sketch(160, 3)
    for column in range(160):
        for row in (0, 1):
            made.cell(f"c{column}.{row}", column, row)
        made.wire(f"c{column}.0", f"c{column}.1")
    made.cell("hub", 0, 2)
    for column in range(1, 160):
        made.wire(f"c{column}.0", "hub", weight=3)
    plan, wires = made.plan(), made.wires
    laid = route(plan, wires)
    assert not [fault for wire in wires[160::40] for fault in faults(plan, [wire], laid)]
    assert not laid["c150.0>hub.309"].bridges
    assert sum(len(way.bridges) for way in laid.values()) < 160 * 130


def test_a_corner_is_one_bend_and_the_heavier_wire_is_not_the_one_that_hops() -> None:
    made = sketch(3, 3, a=(0, 1), c=(2, 2), above=(1, 0), below=(1, 2))
    made.wire("above", "below", weight=0)
    made.wire("a", "c", weight=1, leave=("right",), enter=("top",))
    laid = list(route(made.plan(), made.wires).values())
    assert [way.points for way in laid] == [((364, 152), (364, 260)), ((274, 206), (516, 206), (516, 260))]
    assert [way.bridges for way in laid] == [(), ((364, 206),)]


def test_among_wires_of_one_weight_the_later_one_hops() -> None:
    made = sketch(3, 3, a=(0, 1), c=(2, 1), above=(1, 0), below=(1, 2))
    made.wire("a", "c")
    made.wire("above", "below")
    across, down = route(made.plan(), made.wires).values()
    assert (across.bridges, down.bridges) == ((), ((364, 206),))


def test_a_box_in_between_is_gone_around() -> None:
    made = sketch(3, 1, a=(0, 0), b=(1, 0), c=(2, 0))
    made.wire("a", "c")
    plan = made.plan()
    way = route(plan, made.wires)[made.wires[0].id].points
    assert len(way) == 4
    assert way[0][0] == 212 and way[-1][0] == 516  # noqa: PT018 both ends at the middle of a side
    assert not faults(plan, made.wires, route(plan, made.wires))


def test_a_straight_wire_keeps_the_middle_when_others_join_at_its_side() -> None:
    made = sketch(3, 3, a=(0, 1), b=(2, 1), low=(0, 2), high=(0, 0))
    made.wire("a", "b", weight=0)
    made.wire("low", "b", weight=1, enter=("left",))
    made.wire("high", "b", weight=2, enter=("left",))
    straight, low, high = (way.points for way in route(made.plan(), made.wires).values())
    assert straight == ((274.0, 206.0), (454.0, 206.0))
    # From above enters above, from below below, so that they do not cross.
    assert high[-1][1] < 206 - 4 < 206 + 4 < low[-1][1]


def test_a_decision_is_left_at_its_corners_each_way_at_another() -> None:
    made = sketch(5, 4, a=(0, 1), d=(1, 1), b=(2, 1), far=(4, 1), low=(2, 3))
    made.diamonds.add("d")
    for target in ("b", "far", "low"):
        made.wire("d", target, weight=0)
    made.wire("a", "d", weight=0)
    plan = made.plan()
    laid = route(plan, made.wires)
    assert not faults(plan, made.wires, laid)
    exits = {laid[w.id].points[0] for w in made.wires[:3]}
    assert exits == {(404, 206), (364, 180), (364, 232)}
    assert laid[made.wires[3].id].points[-1] == (324, 206)


def test_where_a_corner_of_a_decision_is_taken_a_wire_meets_it_beside_that() -> None:
    made = sketch(2, 1, a=(0, 0), d=(1, 0))
    made.diamonds.add("d")
    made.wire("a", "d", weight=0)
    made.wire("d", "a", weight=1)
    plan = made.plan()
    there, back = (way.points for way in route(plan, made.wires).values())
    assert not faults(plan, made.wires, route(plan, made.wires))
    assert list(there) == [(274, 126), (324, 126)]
    assert len(back) == 2
    assert 6 <= abs(back[0][1] - 126) <= 0.3 * 52


def test_a_wire_beside_one_taken_corner_lies_beside_that_of_the_next_decision_too() -> None:
    """Both corners bind their wires to one height: between the two there is no room."""
    made = sketch(8, 3, e=(0, 1), d=(6, 1), a=(5, 0), b=(1, 0), c=(4, 2))
    made.diamonds |= {"d", "e"}
    made.wire("a", "d", weight=0, leave=("bottom",), enter=("left",))
    made.wire("e", "c", weight=0, leave=("right",), enter=("top",))
    made.wire("d", "b", leave=("left",), enter=("bottom",))
    plan = made.plan()
    laid = route(plan, made.wires)
    assert not faults(plan, made.wires, laid)
    (_, y), (_, level), _ = laid[made.wires[2].id].points
    assert y == level
    assert 6 <= 206 - y <= 0.3 * 52


def test_each_way_out_of_a_decision_has_a_place_of_its_own() -> None:
    """Two conditions on one stem could not be told apart."""
    made = sketch(3, 3, d=(0, 0), b=(1, 1), c=(2, 2))
    made.diamonds.add("d")
    for target in ("b", "c"):
        made.wire("d", target, leave=("bottom",), enter=("left",))
    plan = made.plan()
    laid = route(plan, made.wires)
    assert not faults(plan, made.wires, laid)
    near, far = (laid[wire.id].points for wire in made.wires)
    assert len(near) == len(far) == 3
    assert far[0][0] < near[0][0]
    assert not [1 for s in stretches(near) for t in stretches(far) if overlap(s, t, 3.9) > 0]


def test_a_wire_passes_the_end_of_a_way_on_the_side_to_which_it_turns() -> None:
    made = sketch(2, 3, d=(0, 0), b=(1, 2), a=(1, 0))
    made.diamonds.add("d")
    plan = made.plan()
    plan = replace(plan, boxes={**plan.boxes, "dot": Rect(204, 198, 16, 16)})
    made.wire("d", "dot", weight=0)
    made.wire("d", "b", leave=("bottom",), enter=("left",))
    made.wire("d", "a", leave=("right",), enter=("left",))
    laid = route(plan, made.wires)
    assert not faults(plan, made.wires, laid)
    down, past = (laid[wire.id].points for wire in made.wires[:2])
    assert [x for x, _ in down] == [212, 212]
    assert len(past) == 3
    assert past[0][0] >= 220 + 8  # clear of the dot, on its right


def dotted(plan: Plan, **dots: float) -> Plan:
    """The plan with ends' dots in the middle of some cells, so many pixels to the right of it."""
    boxes = dict(plan.boxes)
    for name, off in dots.items():
        x, y = boxes[name].centre
        boxes[name] = Rect(x + off - 8, y - 8, 16, 16)
    return replace(plan, boxes=boxes)


def test_a_wire_with_a_step_half_way_passes_the_end_of_a_way_too() -> None:
    made = sketch(1, 3, d=(0, 0), end=(0, 1), low=(0, 2))
    made.diamonds.add("d")
    made.wire("d", "low")
    plan = dotted(made.plan(), end=0, low=54)
    laid = route(plan, made.wires)
    assert not faults(plan, made.wires, laid)
    assert len(laid[made.wires[0].id].points) == 4


def test_what_must_lie_on_one_side_goes_before_what_would_rather() -> None:
    """Wires to the left of a dot, wires bound to a corner to its right, and others that would lie between the two."""
    made = sketch(
        3, 4, a=(0, 0), d01=(0, 1), d02=(0, 2), d10=(1, 0), b=(1, 1), c=(1, 3), d20=(2, 0), e=(2, 2), d23=(2, 3)
    )
    made.diamonds |= {name for name in made.cells if name[0] == "d"}
    for way in ("d20 d01", "d20 b 2", "d01 d23 2", "d02 d20", "d20 d10", "d02 c", "a d23"):
        source, target, *weight = way.split()
        made.wire(source, target, weight=int(weight[0]) if weight else 1)
    plan = dotted(made.plan(width=180, heights=(46, 76, 58)), a=54, b=0, c=0, e=0)
    assert not faults(plan, made.wires, route(plan, made.wires))


def test_a_corner_is_left_free_that_another_decision_binds_a_wire_to() -> None:
    """Be it that a second wire of its own bundle runs there, which is not bound to that place."""
    made = sketch(3, 5, d03=(0, 3), d04=(0, 4), d12=(1, 2), d14=(1, 4), d22=(2, 2), d23=(2, 3), d24=(2, 4))
    made.diamonds |= made.cells.keys()
    for source, target, weight in (
        ("d24", "d03", 2), ("d03", "d04", 1), ("d24", "d03", 2), ("d24", "d03", 1), ("d22", "d14", 1),
    ):  # fmt: skip
        made.wire(source, target, weight=weight)
    plan = made.plan(height=68)
    assert not faults(plan, made.wires, route(plan, made.wires))


def test_wires_that_look_alike_share_a_stem_and_others_do_not() -> None:
    made = sketch(3, 3, a=(0, 0), b=(1, 2), c=(2, 2))
    for target in ("b", "c"):
        made.wire("a", target, leave=("bottom",), enter=("left",))
    alike = [way.points for way in route(made.plan(), made.wires).values()]
    assert alike[0][0] == alike[1][0]
    dashed = [made.wires[0], replace(made.wires[1], bundle="dashed")]
    apart = [way.points for way in route(made.plan(), dashed).values()]
    assert abs(apart[0][0][0] - apart[1][0][0]) >= 4
    assert not [1 for s in stretches(apart[0]) for t in stretches(apart[1]) if overlap(s, t, 3.9) > 0]


def test_a_wire_from_a_box_to_itself_leaves_by_one_side_and_enters_by_another() -> None:
    made = sketch(1, 1, a=(0, 0))
    made.wire("a", "a")
    plan = made.plan()
    way = route(plan, made.wires)[made.wires[0].id].points
    assert len(way) == 5
    assert not faults(plan, made.wires, {made.wires[0].id: route(plan, made.wires)[made.wires[0].id]})


def test_sides_that_are_asked_for_are_used() -> None:
    made = sketch(3, 3, a=(0, 0), b=(2, 2))
    made.wire("a", "b", leave=("left",), enter=("bottom",))
    plan = made.plan()
    way = route(plan, made.wires)[made.wires[0].id].points
    assert [way[0], way[-1]] == [(150, 126), (516, 312)]


def test_a_label_stands_on_its_wire_and_on_nothing_else() -> None:
    made = sketch(4, 2, a=(0, 0), b=(3, 0), c=(0, 1))
    made.wire("a", "b", label=(60, 14))
    made.wire("a", "c", label=(90, 14))
    plan = made.plan()
    across, down = route(plan, made.wires).values()
    assert across.label is not None
    assert across.label[1] == 126
    assert down.label is not None
    assert not faults(plan, made.wires, dict(zip((w.id for w in made.wires), (across, down), strict=True)))
    mark = Rect(across.label[0] - 10, 120, 20, 12)
    moved = route(replace(plan, obstacles=(mark,)), made.wires)[made.wires[0].id]
    box = label_box(made.wires[0], moved)
    assert box is not None
    assert not covers(box, mark)


def test_a_label_wider_than_the_gutter_stands_over_a_straight_wire_near_the_edge_of_its_boxes() -> None:
    made = sketch(2, 1, a=(0, 0), b=(1, 0))
    made.wire("a", "b", label=(70, 14))
    made.wire("b", "a", label=(70, 14))
    plan = made.plan()
    laid = route(plan, made.wires)
    over, under = (laid[wire.id] for wire in made.wires)
    assert [point[1] for point in over.points] == [104, 104]
    assert [point[1] for point in under.points] == [148, 148]
    assert over.label is not None and under.label is not None  # noqa: PT018
    assert over.label[1] + 7 < 100 and under.label[1] - 7 > 152  # noqa: PT018
    assert not faults(plan, made.wires, laid)


def test_a_label_wider_than_the_gutter_takes_its_wire_out_of_it_where_boxes_differ() -> None:
    made = sketch(2, 1, a=(0, 0), b=(1, 0))
    made.wire("a", "b", label=(70, 14))
    plan = made.plan()
    low = plan.boxes["b"]
    plan = replace(plan, boxes={**plan.boxes, "b": Rect(low.x, low.y + 6, low.width, low.height - 12)})
    laid = route(plan, made.wires)
    assert len(laid[made.wires[0].id].points) == 4
    assert not faults(plan, made.wires, laid)


def test_the_label_of_one_way_out_is_not_on_the_stem_of_both() -> None:
    made = sketch(4, 3, a=(0, 0), b=(2, 2), c=(3, 2))
    for target in ("b", "c"):
        made.wire("a", target, label=(40, 14), leave=("right",), enter=("top",))
    one, two = route(made.plan(), made.wires).values()
    # Both run from x = 274 to 516 together; only then can it be told whose label it is.
    assert one.label is not None and two.label is not None  # noqa: PT018
    assert one.label[1] > 126 and two.label[0] > 516  # noqa: PT018


def test_a_straight_wire_passes_beside_an_ends_dot() -> None:
    made = sketch(1, 3, a=(0, 0), b=(0, 2))
    made.wire("a", "b")
    plan = made.plan()
    dot = Rect(204, 198, 16, 16)
    made.cell("end", 0, 1)
    made.wire("a", "end")
    plan = replace(plan, boxes={**plan.boxes, "end": dot})
    past, to_end = (way.points for way in route(plan, made.wires).values())
    assert len(past) == 2
    assert abs(past[0][0] - 212) >= 16
    assert to_end == ((212, 152), (212, 198))


def test_many_wires_through_one_gutter_stay_apart() -> None:
    made = Sketch(2, 12)
    for row in range(12):
        made.cell(f"a{row}", 0, row)
        made.cell(f"b{row}", 1, row)
    for row in range(12):
        made.wire(f"a{row}", f"b{11 - row}", leave=("right",), enter=("left",))
    plan = made.plan()
    laid = route(plan, made.wires)
    assert not faults(plan, made.wires, laid)


def test_a_row_of_no_gutter_and_a_box_outside_all_bands_are_no_trouble() -> None:
    boxes = {"a": Rect(10, 10, 40, 40), "b": Rect(50, 10, 40, 40), "far": Rect(300, 400, 10, 10)}
    plan = Plan(
        boxes=boxes, columns=(Band(10, 50), Band(50, 90)), rows=(Band(10, 50),), frame=Rect(0, 0, 120, 60),
    )  # fmt: skip
    wires = [Wire(id=f"{s}{t}", source=s, target=t) for s in boxes for t in boxes if s != t]
    laid = route(plan, wires)
    wide = replace(plan, frame=Rect(0, 0, 310, 410))
    assert faults(wide, wires, laid) == []


def test_what_cannot_be_laid_is_a_point_and_what_is_unknown_is_left_out() -> None:
    boxes = {"in": Rect(40, 40, 20, 20), "out": Rect(200, 40, 20, 20)}
    for i, (x, y, w, h) in enumerate(((20, 20, 60, 20), (20, 60, 60, 20), (20, 40, 20, 20), (60, 40, 20, 20))):
        boxes[f"wall{i}"] = Rect(x, y, w, h)
    plan = Plan(boxes=boxes, columns=(), rows=(), frame=Rect(0, 0, 240, 100))
    wires = [Wire(id="w", source="in", target="out"), Wire(id="x", source="in", target="nowhere")]
    laid = route(plan, wires)
    assert list(laid) == ["w"]
    assert len(set(laid["w"].points)) == 1


def test_no_boxes_and_no_wires() -> None:
    empty = Plan(boxes={}, columns=(), rows=(), frame=Rect(0, 0, 0, 0))
    assert route(empty, []) == {}
    assert route(empty, [Wire(id="w", source="a", target="b")]) == {}


def test_one_more_link_far_away_moves_no_other_wire() -> None:
    made = swimlanes(3, 24)
    plan, wires = made.plan(), made.laid_out()
    first = [k for k in plan.boxes if k.startswith("support")]
    more = [*wires, Wire(id="new", source=first[-1], target=first[-2], weight=3)]
    before, after = route(plan, wires), route(plan, more)
    near = {first[-1], first[-2]}
    same = [before[w.id].points == after[w.id].points for w in wires if not near & {w.source, w.target}]
    assert sum(same) >= len(same) - 2


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_answer_does_not_hang_on_the_hash_seed(seed: str) -> None:
    code = (
        "from tests.layout.plans import swimlanes; from blueprint.layout.route import route\n"
        "made = swimlanes(8, 16); import sys; sys.stdout.write(repr(route(made.plan(), made.laid_out())))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
    )
    made = swimlanes(8, 16)
    assert done.stdout.decode() == repr(route(made.plan(), made.laid_out()))


def test_bridges_stand_on_crossings_and_leave_room_for_themselves() -> None:
    made = swimlanes(12, 30)
    plan, wires = made.plan(), made.laid_out()
    laid = route(plan, wires)
    parts = {w.id: stretches(laid[w.id].points) for w in wires}
    assert sum(len(way.bridges) for way in laid.values()) > 3
    for wire in wires:
        for x, y in laid[wire.id].bridges:
            others = [s for w in wires if w.id != wire.id for s in parts[w.id]]
            mine = [s for s in parts[wire.id] if any(crossing(s, o) == (x, y) for o in others)]
            assert len(mine) == 1
            (ax, ay), (bx, by) = mine[0]
            assert min(abs(x - ax) + abs(y - ay), abs(x - bx) + abs(y - by)) >= 4


def test_ways_have_corners_only() -> None:
    made = swimlanes(5, 30)
    for way in route(made.plan(), made.laid_out()).values():
        turns = [(a[0] == b[0], b[0] == c[0]) for (a, b), (_, c) in pairwise(pairwise(way.points))]
        assert all(first != second for first, second in turns)


def test_a_crowd_is_looked_through_only_until_the_answer_is_known() -> None:
    crowd = Crowd()
    for number in range(3):
        crowd.add((0.0, 0.0, 10.0, 10.0 + number), number)
    assert crowd.over((0.0, 0.0, 2.0, 2.0), 1) == 2 * (1 + 4)
    assert crowd.over((0.0, 0.0, 2.0, 2.0), 1, 3) == 1 + 4
    assert crowd.over((20.0, 0.0, 22.0, 2.0), 1, 3) == 0
