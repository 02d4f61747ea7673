"""Rules 1 and 2: the written order of phases, services and steps, and the order inside a step."""

from __future__ import annotations

from blueprint.graph import build
from tests.graph.flows import core, edges, model, reached


def test_phases_services_and_steps_follow_each_other_as_written() -> None:
    flow = build(
        model("""blueprint "Test"
phase interaction {
  step enter "Enter" { customer "Enters" }
  core one "One" { step a "A" { customer "a" }; step b "B" { customer "b" } }
  facilitating two "Two" { step c "C" { customer "c" } }
}
phase billing { facilitating three "Three" { step d "D" { customer "d" } } }
""")
    )
    assert edges(flow, "leads_to") == [
        "start -> enter.customer", "enter.customer -> a.customer", "a.customer -> b.customer",
        "b.customer -> c.customer", "c.customer -> d.customer", "d.customer -> end",
    ]  # fmt: skip
    assert list(flow.nodes) == ["start", *(f"{s}.customer" for s in ("enter", "a", "b", "c", "d")), "end"]
    assert all(edge.implied for edge in flow.edges)


def test_an_empty_blueprint_leads_from_start_to_end() -> None:
    flow = build(model('blueprint "Test"'))
    assert edges(flow, "leads_to") == ["start -> end"]


def test_a_service_opened_again_goes_on_where_it_stands() -> None:
    flow = build(
        model("""blueprint "Test"
phase interaction {
  core one "One" { step a "A" { customer "a" } }
  facilitating two "Two" { step b "B" { customer "b" } }
  core one { step c "C" { customer "c" } }
}
""")
    )
    assert edges(flow, "leads_to")[1:] == ["a.customer -> b.customer", "b.customer -> c.customer", "c.customer -> end"]
    assert flow.nodes["c.customer"].service == "one"
    assert flow.nodes["c.customer"].tier == "core"


def test_cells_waits_and_pauses_follow_each_other_and_evidence_does_not_count() -> None:
    flow = core('step a "A" { customer "x"; evidence "Screen"; wait "w" 1min; pause "p" 1d; frontstage "y" }')
    assert edges(flow, "leads_to") == [
        "start -> a.customer", "a.customer -> a.wait", "a.wait -> a.pause", "a.pause -> a.frontstage",
        "a.frontstage -> end",
    ]  # fmt: skip
    assert [flow.nodes[key].kind for key in ("a.wait", "a.pause")] == ["wait", "pause"]


def test_a_meanwhile_group_starts_together_and_what_follows_waits_for_all_of_it() -> None:
    flow = core("""
      step a "A" { customer "x"; meanwhile frontstage "y"; meanwhile backstage "z"; frontstage "then" }
      step b "B" { customer "x"; meanwhile frontstage "y" }
    """)
    assert edges(flow, "leads_to") == [
        "start -> a.customer", "start -> a.frontstage", "start -> a.backstage",
        "a.customer -> a.frontstage_2", "a.frontstage -> a.frontstage_2", "a.backstage -> a.frontstage_2",
        "a.frontstage_2 -> b.customer", "a.frontstage_2 -> b.frontstage", "b.frontstage -> end",
    ]  # fmt: skip


def test_a_step_is_left_at_its_last_contact_cell_and_the_rest_runs_on_behind_the_line() -> None:
    flow = core("""
      step a "A" { customer "x"; frontstage "y"; backstage "z"; support "s" }
      step b "B" { backstage "Answers" via phone; support "Books" }
      step c "C" { backstage "z"; support "s" }
      step d "D" { support "s"; wait "w" 2min; backstage "z" }
    """, head='channel phone "Telephone"')  # fmt: skip
    assert edges(flow, "leads_to") == [
        "start -> a.customer", "a.customer -> a.frontstage", "a.frontstage -> a.backstage", "a.backstage -> a.support",
        "a.frontstage -> b.backstage", "b.backstage -> b.support", "b.backstage -> c.backstage",
        "c.backstage -> c.support", "c.support -> d.support", "d.support -> d.wait", "d.wait -> d.backstage",
        "d.wait -> end",
    ]  # fmt: skip


def test_of_contact_cells_that_start_together_the_latest_to_finish_is_the_last() -> None:
    flow = core("""
      step a "A" { customer "x" takes 5min; meanwhile frontstage "y" takes 2min; meanwhile backstage "z" takes 1h }
      step b "B" { wait "w"; meanwhile frontstage "y" takes 3min; meanwhile backstage "z" takes 1h }
      step c "C" { customer "x" takes 5min; meanwhile frontstage "y" takes 5min }
    """)
    assert [text for text in edges(flow, "leads_to") if not text.startswith("start")] == [
        "a.customer -> b.wait", "a.customer -> b.frontstage", "a.customer -> b.backstage",
        "b.wait -> c.customer", "b.wait -> c.frontstage", "c.frontstage -> end",
    ]  # fmt: skip


def test_a_step_without_cells_stands_for_itself() -> None:
    flow = core('step a "A"\nstep b "B" { evidence "Sign" }')
    assert edges(flow, "leads_to") == ["start -> a", "a -> b", "b -> end"]
    assert [flow.nodes[key].kind for key in ("a", "b")] == ["step", "step"]


def test_offstage_steps_stand_outside_the_order_with_their_cells_in_order() -> None:
    flow = core("""
      step a "A" { customer "x" }
      step prep "Prepare" { offstage; backstage "y"; support "s" }
      step b "B" { customer "x" }
    """)
    assert edges(flow, "leads_to") == [
        "start -> a.customer", "a.customer -> b.customer", "prep.backstage -> prep.support", "b.customer -> end",
    ]  # fmt: skip


def test_a_journey_goes_from_customer_cell_to_customer_cell_of_consecutive_steps() -> None:
    flow = core("""
      step a "A" { customer "x"; customer "y"; frontstage "f" }
      step b "B" { frontstage "f"; customer "x"; customer "y" }
      step c "C" { backstage "z" }
      step d "D" { customer "x" }
    """)
    assert edges(flow, "journey") == ["a.customer_2 -> b.customer"]


def test_large_groups_one_after_the_other_meet_in_one_node() -> None:
    group = "".join(f'{"meanwhile " if n else ""}backstage "x{n}"\n' for n in range(40))
    flow = core('step a "A" {\n' + group + group + 'customer "x" }')
    assert len(flow.edges) < 200
    assert any(node.kind == "join" for node in flow.nodes.values())
    assert reached(flow, ["start"], ["leads_to"]) == set(flow.nodes)
