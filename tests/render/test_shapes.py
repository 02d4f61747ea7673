"""Edges, curves and marks as paths."""

from __future__ import annotations

from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint.layout.scene import Box, Curve, Point, Route
from blueprint.render import shapes
from blueprint.render.shapes import Path, Rect
from blueprint.render.texts import Names, clean, number
from tests.render.readers import around
from tests.render.scenes import SHAPES


def route(*points: Point, **more: object) -> Route:
    return Route(id="r", role="", style="", points=points, **more)  # type: ignore[arg-type]


def ends(path: Path) -> list[Point]:
    return [(float(c[-2]), float(c[-1])) for c in path if len(c) > 2]


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_fills_its_box(shape: str) -> None:
    form = shapes.outline(Box(id="", role="", style="", x=10, y=20, width=80, height=40, shape=shape))  # type: ignore[arg-type]
    if isinstance(form, Rect):
        assert (form.x, form.y, form.width, form.height) == (10, 20, 80, 40)
        assert form.radius <= 20
    elif isinstance(form, shapes.Disc):
        assert (form.x, form.y, form.radius) == (50, 40, 20)
    else:
        assert around(ends(form)) == (10, 20, 90, 60)


def test_a_filled_head_ends_at_the_tip_and_the_line_before_it() -> None:
    line, bridges, heads = shapes.wire(route((0, 0), (100, 0)), "filled", 2)
    assert bridges == ()
    assert len(heads) == 1
    assert (100, 0) in ends(heads[0])
    assert 90 < ends(line)[-1][0] < 100
    line, _, heads = shapes.wire(route((0, 0), (100, 0), heads="both"), "filled", 2)
    assert {(0.0, 0.0), (100.0, 0.0)} <= {p for h in heads for p in ends(h)}
    assert shapes.wire(route((0, 0), (100, 0), heads="none"), "filled", 2)[2] == ()


def test_corners_are_round_and_no_rounder_than_there_is_room() -> None:
    line, _, _ = shapes.wire(route((0, 0), (50, 0), (50, 3), (100, 3), heads="none", radius=8.0), "filled", 1)
    curves = [c for c in line if c[0] == "Q"]
    assert [c[1:3] for c in curves] == [(50, 0), (50, 3)]
    assert ends(line)[1] == (48.5, 0)


def test_bridges_stand_over_what_they_cross() -> None:
    line, bridges, _ = shapes.wire(route((0, 0), (100, 0), heads="none", bridges=((40, 0), (70, 0))), "filled", 1)
    assert [c for c in line if c[0] == "M"] == [("M", 0, 0), ("M", 44, 0), ("M", 74, 0)]
    assert around(ends(bridges)) == (36, -4, 74, 0)
    joined = shapes.wire(route((0, 0), (100, 0), heads="none", bridges=((40, 0), (45, 0))), "filled", 1)[1]
    assert len([c for c in joined if c[0] == "M"]) == 1


def test_points_that_are_no_corner_change_nothing() -> None:
    plain = shapes.wire(route((0, 0), (100, 0), (100, 50)), "filled", 1)
    assert shapes.wire(route((0, 0), (0, 0), (40, 0), (100, 0), (100, 50), (100, 50)), "filled", 1) == plain
    assert shapes.wire(route((5, 5), (5, 5)), "filled", 1) == ((), (), ())
    assert shapes.wire(route(), "filled", 1) == ((), (), ())


coordinates = st.integers(-5000, 5000).map(lambda n: n / 10)
corners = st.lists(st.tuples(coordinates, coordinates), min_size=0, max_size=8)


@given(corners, st.lists(st.tuples(coordinates, coordinates), max_size=3), st.sampled_from(["none", "end", "both"]))
def test_a_line_stays_near_its_corners(points: list[Point], bridges: list[Point], heads: str) -> None:
    line, arches, tips = shapes.wire(route(*points, bridges=tuple(bridges), heads=heads, radius=5.0), "filled", 2)
    drawn = [p for path in (line, arches, *tips) for p in ends(path)]
    if drawn:
        left, top, right, bottom = around(points)
        frame = (left - 5, top - 5, right + 5, bottom + 5)
        assert around([*drawn, frame[:2], frame[2:]]) == frame
        assert all(abs(v) < 1e6 for p in drawn for v in p)


@given(st.lists(st.integers(-20, 20), min_size=2, max_size=20))
def test_a_curve_never_swings_beyond_its_points(heights: list[int]) -> None:
    points = tuple((i * 10.0, float(h)) for i, h in enumerate(heights))
    path = shapes.curve(Curve(id="", role="", style="", points=points))
    for start, command in zip(points, path[1:], strict=False):
        low, high = sorted((start[1], float(command[-1])))
        assert low - 1e-6 <= float(command[2]) <= high + 1e-6
        assert low - 1e-6 <= float(command[4]) <= high + 1e-6
    assert len(shapes.curve(Curve(id="", role="", style="", points=points, smooth=False))) >= 2


def test_a_star_has_five_points() -> None:
    points = ends(shapes.star(0, 0, 10))
    assert sum(abs(hypot(*p) - 10) < 1e-9 for p in points) == 5
    assert points[0] == pytest.approx((0, -10))


@given(st.text(max_size=40))
def test_clean_text_is_kept_whole_and_can_be_written(text: str) -> None:
    made = clean(text)
    made.encode("utf-8")
    assert clean(made) == made
    assert "\x00" not in made


@given(st.lists(st.text(max_size=6), max_size=12))
def test_ids_are_names_and_never_twice(keys: list[str]) -> None:
    names = Names()
    given_out = [names.take(k) for k in keys]
    assert len(set(given_out)) == len(given_out)
    for one in given_out:
        assert one.isascii()
        assert one[0].isalpha() or one[0] == "_"
        assert all(c.isalnum() or c in "._-" for c in one)


@pytest.mark.parametrize(
    ("value", "text"), [(1, "1"), (1.0, "1"), (-0.001, "0"), (1.005, "1"), (2.5, "2.5"), (1e6, "1000000"), (100, "100")]
)
def test_numbers_are_short(value: float, text: str) -> None:
    assert number(value) == text
