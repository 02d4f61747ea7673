"""What stands where: steps, branches, recoveries, parallels, and what the head and the foot say."""

from __future__ import annotations

import pytest

from blueprint.graph.flow import Flow
from blueprint.layout import View, draw
from blueprint.layout.scene import Box, Curve, Line, Scene, Words
from blueprint.model.entities import Blueprint, Lane
from tests.layout.build import blueprint, step
from tests.layout.drawn import HEAD, boxes, draw_text, draw_whole, item, marks, routes, words
from tests.layout.scene_check import problems

TWO = """step a "A" { customer "Asks" takes 2min; frontstage "Answers" by clerk takes 3min }
step b "B" { customer "Leaves" }"""


def test_a_step_is_a_column_and_a_lane_a_row() -> None:
    at = boxes(draw_text(TWO))
    assert at["a.customer"].x == at["a.frontstage"].x < at["b.customer"].x
    assert at["a.customer"].y == at["b.customer"].y < at["a.frontstage"].y
    assert at["b.customer"].x - (at["a.customer"].x + at["a.customer"].width) == pytest.approx(28)


def test_cells_that_follow_each_other_in_a_lane_stack() -> None:
    at = boxes(draw_text('step a "A" { backstage "One"; backstage "Two" }'))
    assert at["a.backstage"].x == at["a.backstage_2"].x
    assert at["a.backstage_2"].y - (at["a.backstage"].y + at["a.backstage"].height) == pytest.approx(32)


def test_where_the_talk_comes_back_to_a_lane_a_second_column_begins() -> None:
    at = boxes(draw_text('step a "A" { customer "Asks"; frontstage "Answers"; customer "Chooses"; evidence "Menu" }'))
    assert at["a.customer"].x == at["a.frontstage"].x < at["a.customer_2"].x
    assert at["a.customer"].y == at["a.customer_2"].y
    menu = next(box for box in at.values() if box.role == "evidence")
    assert (menu.x, menu.x + menu.width) == (at["a.customer"].x, at["a.customer_2"].x + at["a.customer_2"].width)


def test_a_wait_stands_before_what_it_is_for() -> None:
    scene = draw_text('step a "A" { wait "For a table" 10min; customer "Sits down" }')
    at = boxes(scene)
    assert at["a.wait"].y == at["a.customer"].y
    assert at["a.wait"].x < at["a.customer"].x
    assert [m.kind for m in marks(scene, "a.wait")] == ["wait"]
    assert routes(scene)["a.wait", "a.customer"].style == "edge.journey"


def test_a_recovery_stands_behind_the_step_it_serves_under_the_main_path() -> None:
    scene = draw_text(
        'step a "A" { customer "Asks"; frontstage "Answers" by clerk; fail "Wrong" 3% high -> fix }\n'
        'step b "B" { customer "Leaves"; frontstage "Waves" }\n'
        'recovery fix "Fix" { frontstage "Says sorry"; customer "Nods" }'
    )
    at = boxes(scene)
    assert at["a.frontstage"].x < at["fix.frontstage"].x < at["b.frontstage"].x
    assert at["fix.customer"].y >= at["b.customer"].y + at["b.customer"].height, "the path passes over it"
    assert at["fix.frontstage"].y == at["b.frontstage"].y, "nothing passes in this lane"
    assert at["fix.frontstage"].style == "cell.recovery.frontstage"
    wire = routes(scene)["a.frontstage", "fix.frontstage"]
    assert wire.style == "edge.fails_to"
    assert wire.label is not None
    assert [line.text for line in wire.label.text] == ["3\u00a0%"]
    assert [(m.kind, m.letter) for m in marks(scene, "a.frontstage")] == [("fail", "F")]
    assert words(scene, "step:fix")[0] == "Fix"
    assert words(scene, "step:b")[0] == "2. B"


DECISION = """step a "A" { customer "Asks" }
decision d "Pay together?" {
  when "Together" 65%
  when "Apart" 30% { step split "Split" { customer "Splits" } }
  when "Leaves" 5% -> end
}
step b "B" { customer "Pays" }"""


def test_a_decision_is_a_diamond_with_its_exits() -> None:
    scene = draw_text(DECISION)
    at, ways = boxes(scene), routes(scene)
    assert at["d"].shape == "diamond"
    straight, branch, gone = ways["d", "b.customer"], ways["d", "split.customer"], ways["d", "end:d"]
    assert len({point[1] for point in straight.points}) == 1, "the way that goes on is straight"
    assert at["split.customer"].y > at["b.customer"].y, "the branch stands beside it"
    assert at["a.customer"].x < at["d"].x < at["split.customer"].x < at["b.customer"].x
    for way, text in ((straight, "Together 65\u00a0%"), (branch, "Apart 30\u00a0%"), (gone, "Leaves 5\u00a0%")):
        assert way.label is not None
        assert " ".join(line.text for line in way.label.text) == text
    assert words(scene, next(i.id for i in scene.items if i.role == "condition")) == ["Apart 30\u00a0%"]
    bracket = next(i for i in scene.items if isinstance(i, Box) and i.shape == "bracket")
    assert bracket.x <= at["split.customer"].x
    assert bracket.x + bracket.width >= at["split.customer"].x + at["split.customer"].width


def test_branches_side_by_side_stand_over_each_other_between_two_bars() -> None:
    scene = draw_text(
        'step a "A" { customer "Asks" }\nparallel {\n branch { step g "Grill" { backstage "Grills" takes 8min } }\n'
        ' branch { step h "Salad" { backstage "Dresses" takes 4min } }\n}\nstep b "B" { customer "Eats" }'
    )
    at = boxes(scene)
    fork, join = at["fork:parallel"], at["join:parallel"]
    assert at["g.backstage"].x == at["h.backstage"].x
    assert at["g.backstage"].y < at["h.backstage"].y
    assert fork.x < at["g.backstage"].x < join.x
    assert fork.y <= at["g.backstage"].y
    assert fork.y + fork.height >= at["h.backstage"].y + at["h.backstage"].height
    assert {("fork:parallel", "g.backstage"), ("h.backstage", "join:parallel")} <= set(routes(scene))


@pytest.mark.parametrize(
    "branches", ["", 'branch { step g "G" { evidence "Card" } }\nbranch { step h "H" { evidence "Slip" } }']
)
def test_bars_without_a_cell_between_them_stand_on_the_customers_path(branches: str) -> None:
    scene = draw_text(f'step a "A" {{ customer "Asks" }}\nparallel {{\n{branches}\n}}')
    at = boxes(scene)
    assert at["fork:parallel"].y == at["join:parallel"].y == at["a.customer"].y
    assert ("a.customer", "fork:parallel") in routes(scene)


def test_bars_between_the_bars_of_another_branch_stand_on_nothing_and_stay_bars() -> None:
    inner = "parallel {{ branch {{ step {0} {1} }} branch {{ step {2} {1} }} }}"
    for cells in ('"X" { customer "Acts" }', '"X" {}', '"X" { backstage "Acts" }'):
        outer = f"parallel {{ branch {{ {inner.format('g', cells, 'h')} }} branch {{ step k {cells} }} }}"
        scene = draw_text(f'step a "A" {{ customer "Asks" }}\n{outer}')
        at = boxes(scene)
        assert not problems(scene)
        assert {at[f"{end}:parallel{nth}"].width for end in ("fork", "join") for nth in ("", "_2")} == {7.0}
        assert at["fork:parallel"].x < at["fork:parallel_2"].x < at["join:parallel_2"].x < at["join:parallel"].x


def test_a_step_without_cells_in_a_branch_stands_under_the_branches_before_it() -> None:
    at = boxes(draw_text('parallel { branch { step g "G" {} recovery r "R" {} } branch { step h "H" {} } }'))
    assert at["g"].y < at["r"].y < at["h"].y


def test_what_is_told_under_steps_that_share_columns_stands_apart() -> None:
    wide = 'step g "G" { customer "Asks"; pause 1d; customer "Hears"; fail "Wrong" 1% }'
    scene = draw_text(f'parallel {{ branch {{ {wide} }} branch {{ step h "H" {{}} {wide.replace("g", "k", 1)} }} }}')
    assert len({i.lines[0].y for i in scene.items if i.id.startswith("foot:troubles:") and isinstance(i, Words)}) == 2
    assert not problems(scene)


def test_branches_over_several_lanes_do_not_stand_in_each_others_way() -> None:
    branch = 'branch {{ step {0} "{0}" {{ customer "Goes"; frontstage "Helps"; backstage "Notes" }} }}'
    at = boxes(draw_text(f"parallel {{\n{branch.format('g')}\n{branch.format('h')}\n}}"))
    assert at["g.customer"].x < at["h.customer"].x
    assert at["g.customer"].y < at["h.customer"].y


def test_offstage_optional_trigger_and_loops_show_at_the_head() -> None:
    scene = draw_text(
        'step a "A" { customer "Asks"; repeats 12 times every 1mo }\nstep o "O" optional 40% { customer "Reads" }\n'
        'step p "Prepare" { offstage; trigger "Three days before"; backstage "Prepares" }\n'
        'step b "B" { customer "Goes" }'
    )
    tags = {i.id: [line.text for line in i.text] for i in scene.items if isinstance(i, Box) and i.role == "tag"}
    assert list(tags.values()) == [["optional 40\u00a0%"], ["offstage"], ["Three days before"]]
    loop = next(i for i in scene.items if i.role == "loop")
    assert "12 times, every month" in getattr(loop, "title", "")
    assert words(scene, "step:p")[0] == "Prepare", "what is not in the customer's flow has no number"
    assert ("o.customer", "b.customer") in routes(scene)
    assert ("a.customer", "b.customer") not in routes(scene), "the tag says that some pass it by"


def test_an_arrow_to_the_step_itself_is_a_loop_with_its_share() -> None:
    scene = draw_text('step a "A" { customer "Asks"; when "Not clear" 10% -> a }\nstep b "B" { customer "Goes" }')
    loop = next(i for i in scene.items if i.role == "loop")
    assert "Not clear 10\u00a0%" in getattr(loop, "title", "")


def test_what_starts_together_is_joined_and_what_follows_is_led_to() -> None:
    scene = draw_text('step a "A" { customer "Pays"; meanwhile frontstage "Collects"; support "Books it" }')
    ways = routes(scene)
    assert ways["a.customer", "a.frontstage"].heads == "both"
    assert ways["a.frontstage", "a.support"].heads == "end"
    assert ("a.customer", "a.support") not in ways


def test_a_linked_system_stands_below_the_lanes() -> None:
    scene = draw_whole(f'{HEAD}phase interaction "P" {{ core s "S" {{\n{TWO}\n}} }}\npms ~> b')
    at = boxes(scene)
    assert at["pms"].x == at["b.customer"].x
    assert at["pms"].y > at["lane:support"].y + at["lane:support"].height
    assert routes(scene)["pms", "b.customer"].style == "edge.enables"
    assert words(scene, "name:linked") == ["Systems"]


def test_lines_lie_between_the_lanes_they_part() -> None:
    text = f'{HEAD}lane courier "Courier" below support line "Line of external interaction"\n'
    scene = draw_whole(f'{text}phase interaction "P" {{ core s "S" {{\n{TWO}\n}} }}')
    at = boxes(scene)
    height = {i.id: i.y1 for i in scene.items if isinstance(i, Line) and i.role == "line"}
    assert height["line:interaction"] == at["lane:frontstage"].y
    assert height["line:visibility"] == at["lane:backstage"].y
    assert height["line:internal"] == at["lane:support"].y
    assert height["line:courier"] == at["lane:courier"].y
    assert " ".join(words(scene, "line-name:courier")) == "Line of external interaction"


def test_evidence_of_a_service_lies_over_all_its_columns() -> None:
    at = boxes(draw_text('evidence "The shop"\n' + TWO))
    shop = next(box for box in at.values() if box.role == "wide")
    assert shop.x == at["a.customer"].x
    assert shop.x + shop.width == at["b.customer"].x + at["b.customer"].width


def test_names_for_people_who_listen() -> None:
    scene = draw_text('step a "A" { frontstage "Process registration" by clerk takes 4min; wait "For a key" 2min }')
    assert item(scene, "a.frontstage").title == "Frontstage: Process registration, by Clerk, 4\u00a0min"
    assert item(scene, "a.wait").title == "Wait: For a key, 2\u00a0min"
    data = boxes(scene)["a.frontstage"].data
    assert {"key": "a.frontstage", "lane": "frontstage", "step": "a"}.items() <= data.items()
    assert int(data["start"]) < int(data["end"])


def test_the_foot_shows_only_what_the_file_has() -> None:
    plain = draw_text('step a "A" { customer "Asks" }')
    assert not [i for i in plain.items if i.role == "foot-row"]
    full = draw_text(
        'step a "A" { customer "Asks" takes 2min; frontstage "Answers" by clerk takes 3min; fail "Wrong" 3%\n'
        'emotion -1; pain "Slow"; metric error-rate <= 5% actual 8% }\n'
        'step b "B" { customer "Goes" takes 1min; emotion +2 }'
    )
    rows = [i.id for i in full.items if i.role == "foot-row"]
    assert rows == ["foot:emotion", "foot:troubles", "foot:metrics", "foot:ruler", "foot:thoughts", "foot:costs"]
    assert words(full, "time:a") == ["5\u00a0min"]
    assert words(full, "time:standard") == ["Standard time 6\u00a0min"]
    assert words(full, "foot:costs:1") == ["1.00"]
    assert " ".join(words(full, "foot:metrics:1")) == "Error rate: at most 5\u00a0%, now 8\u00a0% (missed)"


def test_pauses_are_left_out_of_the_time_that_is_compared_with_the_acceptable() -> None:
    scene = draw_text('step a "A" { customer "Asks" takes 2min; pause "Thinks" 3d; customer "Says yes" takes 1min }')
    assert words(scene, "time:standard") == ["Standard time 3\u00a0min · pauses of 3\u00a0d not counted"]


def test_the_key_explains_only_what_is_used() -> None:
    key = [i.id for i in draw_text(TWO).items if i.id.startswith("key-text:")]
    assert key == ["key-text:service.core", "key-text:edge.journey", "key-text:edge"]


PHASES = (
    f'{HEAD}phase interaction "Before" {{ core s "S" {{ {TWO} }} }}\n'
    'phase billing "After" { facilitating pay "Payment" { step c "C" { customer "Pays" } } }'
)


@pytest.mark.parametrize(
    ("view", "shown", "fact"),
    [(View(phase="phase_2"), {"c.customer"}, "only the phase After"), (View(service="pay"), {"c.customer"}, "Payment")],
)
def test_a_view_shows_only_its_columns_and_says_so(view: View, shown: set[str], fact: str) -> None:
    scene = draw_whole(PHASES, view=view)
    assert {box.id for box in boxes(scene).values() if box.role == "cell"} == shown
    assert fact in words(scene, "facts:1")[0]
    assert words(scene, "step:c")[0] == "3. C", "steps keep their numbers"
    assert not problems(scene)


def test_what_has_nothing_in_it_is_drawn_too() -> None:
    for empty in (Blueprint(key="b"), Blueprint(key="b", title="B", lanes=(Lane(key="customer", id="customer"),))):
        assert draw(empty, _flow(empty)).width > 0
    for text in (HEAD, HEAD + 'phase billing "P" { core s "S" {} }', HEAD + 'phase billing { step x "X" {} }'):
        assert not problems(draw_loose(text))


def _flow(of: Blueprint) -> Flow:
    from blueprint.graph import build

    return build(of)


def draw_loose(text: str) -> Scene:
    from blueprint.api import parse

    document = parse(text)
    assert document.model is not None
    return draw(document.model, document.flow)


def test_a_picture_of_hand_made_records_needs_no_text() -> None:
    made = blueprint(("interaction", "P", [step("a", "A", ("customer", "Asks", 2), evidence="Form")]))
    assert not problems(draw(made, _flow(made)))


def test_exits_to_what_a_view_leaves_out_are_named_at_the_head() -> None:
    text = (
        f'{HEAD}phase interaction "P" {{ core s "S" {{\n'
        'decision d "Drill?" { frontstage "Looks" by clerk; when "Yes" 30% -> drill; when "No" 70% -> c }\n'
        'step drill "Drill" { customer "Holds still" }\n} }\n'
        'phase billing "After" { facilitating pay "Payment" { step c "Pay" { customer "Pays" } } }'
    )
    cut = draw_whole(text, view=View(service="s"))
    assert [line.text for line in boxes(cut)["tag:d:1"].text] == ["No 70\u00a0% → Pay"]
    rest = draw_whole(text, view=View(service="pay"))
    assert [line.text for line in boxes(rest)["tag:c:1"].text] == ["from Drill?, Drill"]
    assert not problems(cut)
    assert "tag:d:1" not in boxes(draw_whole(text)), "the whole picture has the arrow itself"


def test_a_moment_of_truth_is_what_the_customer_does_and_not_the_wait_before_it() -> None:
    scene = draw_text(
        'step a "A" { wait "Queue" 3min; customer "Tastes"; moment-of-truth }\nstep b "B" { wait "Queue" }'
    )
    assert [mark.kind for mark in marks(scene, "a.customer")] == ["moment"]
    assert [mark.kind for mark in marks(scene, "a.wait")] == ["wait"]


def test_a_number_keeps_its_unit_beside_a_word_from_right_to_left() -> None:
    scene = draw_whole(
        'blueprint t "T"\nrole r "الاستقبال"\nphase interaction { core s "S" { step a "A" { '
        'customer "X"; frontstage "Y" by r takes 2min } } }'
    )
    assert boxes(scene)["a.frontstage"].text[-1].text == "الاستقبال · \u200e2\u00a0min"


@pytest.mark.parametrize(
    ("written", "shown"),
    [("3wd", "3\u00a0working\u00a0days"), ("1w", "1\u00a0week"), ("6mo", "6\u00a0months"), ("1d", "1\u00a0d")],
)
def test_times_of_the_calendar_are_shown_as_they_are_written(written: str, shown: str) -> None:
    scene = draw_text(f'step a "A" {{ customer "X" takes {written} }}\nstep b "B" {{ customer "Y" }}')
    assert boxes(scene)["a.customer"].text[-1].text == shown


def test_things_far_from_each_other_share_a_track() -> None:
    """A lane is as tall as its busiest columns need, not as the sum of what is beside the path anywhere."""
    recovery = 'recovery fix{0} "Fix {0}" {{ customer "Nods {0}" }}\n'
    fails = 'step s{0} "S{0}" {{ customer "Asks {0}"; fail "Wrong" 3% -> fix{0} }}\n'
    branch = 'decision d "Which?" { when "This" 60%\n when "That" 40% { step t "T" { customer "Turns" } } }\n'
    before, after = ("".join(fails.format(n) + recovery.format(n) for n in group) for group in ((1, 2), (3,)))
    at = boxes(draw_text(before + branch + after))
    assert len({at[key].y for key in ("fix1.customer", "fix2.customer", "t.customer", "fix3.customer")}) == 1
    assert at["fix1.customer"].y > at["s1.customer"].y


def test_a_recovery_that_several_fails_share_stands_under_all_of_them() -> None:
    text = "".join(f'step s{n} "S{n}" {{ customer "Asks"; frontstage "Acts"; fail "W" 3% -> fix }}\n' for n in (1, 2))
    at = boxes(draw_text(text + 'recovery fix "Fix" { frontstage "Mends" }'))
    assert at["fix.frontstage"].y > at["s1.frontstage"].y == at["s2.frontstage"].y


def test_a_lane_without_cells_is_lower_and_keeps_room_for_its_name() -> None:
    scene = draw_text(TWO)
    at = boxes(scene)
    assert at["lane:backstage"].height < at["lane:frontstage"].height
    assert not problems(scene)


def test_cells_under_two_headings_carry_the_number_of_theirs() -> None:
    branch = 'branch {{ step {0} "{0}" {{ backstage "Makes {0}" }} }}\n'
    scene = draw_text(f'step a "A" {{ customer "Asks" }}\nparallel {{\n{branch.format("g")}{branch.format("h")}}}')
    at = boxes(scene)
    shown = {key: [line.text for line in at[key].text] for key in ("a.customer", "g.backstage", "h.backstage")}
    assert shown == {"a.customer": ["Asks"], "g.backstage": ["2. Makes g"], "h.backstage": ["3. Makes h"]}


def test_tags_stand_over_the_titles_which_share_a_line() -> None:
    scene = draw_text('step a "A" optional 40% { customer "Asks" }\nstep b "B" { customer "Goes" }')
    lines = {i.id: i.lines[0].y for i in scene.items if isinstance(i, Words) and i.role == "step"}
    assert lines["step:a"] == lines["step:b"]
    tag = boxes(scene)["tag:a:1"]
    assert tag.y + tag.height < lines["step:a"]


def test_the_emotion_curve_is_broken_where_steps_say_nothing() -> None:
    felt = 'step {0} "{0}" {{ customer "X"; emotion {1} }}\n'
    text = felt.format("a", "+1") + felt.format("b", "-1") + 'step c "C" { customer "X" }\n' + felt.format("d", "+2")
    curves = [i for i in draw_text(text).items if isinstance(i, Curve)]
    assert [(c.style, len(c.points)) for c in curves] == [("curve", 2), ("curve.gap", 2)]


def test_what_takes_too_long_is_said_in_words() -> None:
    scene = draw_whole(
        'blueprint t "T" { acceptable 5min }\nphase interaction "P" { core s "S" {\n'
        'step a "A" { wait "In line" 4min acceptable 2min; customer "Asks" takes 4min } } }'
    )
    assert " ".join(words(scene, "foot:troubles:1")) == "In line, 4\u00a0min, at most 2\u00a0min, too long"
    assert words(scene, "time:a") == ["8\u00a0min, too long"]
    assert words(scene, "time:standard") == ["Standard time 8\u00a0min · acceptable 5\u00a0min, exceeded"]


def test_marks_of_one_kind_are_one_mark() -> None:
    scene = draw_text('step a "A" { customer "Asks" { pain "One" }; pain "Two"; fail "F1" 1%; fail "F2" 2% }')
    assert [mark.kind for mark in marks(scene, "a.customer")] == ["fail", "pain"]


@pytest.mark.parametrize("text", ["W" * 4000, "word " * 1000])
def test_a_decision_without_end_is_drawn_whole(text: str) -> None:
    scene = draw_text(f'decision d "{text}" {{ when "Yes" 50%; when "No" 50% -> z }}\nstep z "Z" {{ customer "Goes" }}')
    shown = "".join(line.text for line in boxes(scene)["d"].text)
    assert shown.replace("-", "").replace(" ", "") == text.replace(" ", "")
    assert not problems(scene)


def test_recoveries_that_fail_into_each_other_stand_in_one_long_row() -> None:
    count = 1100  # more than calls may nest
    chain = "\n".join(
        f'recovery r{n} "R" {{ frontstage "Mends"; fail "Again" 1% -> r{n + 1} }}' for n in reversed(range(count))
    )
    first = 'step a "A" { customer "Asks"; fail "Not there" 1% -> r0 }'
    at = boxes(draw_text(f'{first}\n{chain}\nrecovery r{count} "R" {{ frontstage "Ends" }}'))
    assert at["a.customer"].x < at["r0.frontstage"].x < at["r1.frontstage"].x < at[f"r{count}.frontstage"].x
