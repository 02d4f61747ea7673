"""Which sides the layout asks the router for, seen in finished pictures."""

from __future__ import annotations

from blueprint.layout.scene import Route
from tests.layout.drawn import boxes, draw_text, routes
from tests.layout.scene_check import problems

STEP = 'step {0} "{0}" {{ customer "Does {0}"; frontstage "Helps {0}" }}\n'


def bends(route: Route) -> int:
    return len(route.points) - 2


def test_two_ways_of_a_decision_to_one_place_are_one_line_with_both_conditions() -> None:
    scene = draw_text(
        'decision ask "Which?" { when "Small" 30% -> go; when "Large" 70% }\n' + STEP.format("go")
    )  # fmt: skip
    ways = [i for i in scene.items if isinstance(i, Route) and i.source == "ask"]
    assert [(way.target, bends(way)) for way in ways] == [("go.customer", 0)]
    assert ways[0].label is not None
    assert [line.text.replace("\xa0", " ") for line in ways[0].label.text] == ["Small 30 %", "Large 70 %"]
    title = ways[0].title.replace("\xa0", " ")
    assert "Small 30 %" in title
    assert "Large 70 %" in title


def test_two_ways_on_have_room_for_the_longer_of_their_conditions() -> None:
    scene = draw_text('decision ask "Which?" { when "A" 5%; when "Some other thing" }\n' + STEP.format("go"))
    way = routes(scene)["ask", "go.customer"]
    assert way.label is not None
    assert way.points[0][0] < way.label.x < way.label.x + way.label.width < way.points[-1][0]
    assert not problems(scene)


def test_the_customers_path_goes_over_a_box_by_its_top() -> None:
    scene = draw_text("".join(map(STEP.format, "abc")) + "a.customer -> c.customer\n")
    at, way = boxes(scene), routes(scene)["a.customer", "c.customer"]
    assert bends(way) == 2
    assert way.points[0][1] == at["a.customer"].y
    assert way.points[-1][1] == at["c.customer"].y


def test_a_far_way_out_of_a_decision_enters_from_above() -> None:
    scene = draw_text(
        'decision ask "Which?" { when "On" 90%; when "Skip" 10% -> c }\n' + "".join(map(STEP.format, "abc"))
    )  # fmt: skip
    way = routes(scene)["ask", "c.customer"]
    assert bends(way) == 2
    assert way.points[-1][1] == boxes(scene)["c.customer"].y


def test_a_far_way_out_leaves_where_no_branch_of_a_decision_does() -> None:
    scene = draw_text(
        'step o "O" { customer "Asks" }\n'
        'decision ask "Which?" { backstage "Decides" by clerk; when "On" 60%; when "Skip" 10% -> d\n'
        '  when "Call" 30% { step call "Call" { frontstage "Calls" } } }\n' + "".join(map(STEP.format, "bcd"))
    )  # fmt: skip
    ways = {i.title: i.points[0] for i in scene.items if isinstance(i, Route) and i.source == "ask"}
    assert len(set(ways.values())) == len(ways) == 3


def test_what_a_step_says_on_its_way_on_stands_on_the_line() -> None:
    """The gutter behind the step is as wide as it needs, be the cells beside it of any height."""
    tall = 'step a "A" { customer "Takes a bill far longer than all others, which makes this a very tall cell indeed"'
    for target in ("next", "b"):
        scene = draw_text(f'{tall}; -> {target} "with a word of thanks" }}\nstep b "B" {{ customer "Goes" }}')
        way = routes(scene)["a.customer", "b.customer"]
        assert way.label is not None
        assert way.label.y < way.points[0][1] < way.label.y + way.label.height
        assert not problems(scene)
