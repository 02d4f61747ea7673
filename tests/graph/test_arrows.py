"""Rule 3: arrows, exits, decisions, branches, recoveries, optional parts; and rule 4: parallels."""

from __future__ import annotations

import pytest

from tests.graph.flows import core, edges, reached


def test_an_arrow_replaces_the_order() -> None:
    flow = core(
        'step a "A" { customer "x"; -> c "skips" }\nstep b "B" { customer "x"; -> end }\nstep c "C" { customer "x" }'
    )
    assert edges(flow, "leads_to") == [
        "start -> a.customer", 'a.customer -> c.customer "skips"', "b.customer -> end", "c.customer -> end",
    ]  # fmt: skip
    arrow = flow.out("a.customer", "leads_to")[0]
    assert not arrow.implied
    assert arrow.span.end > arrow.span.start


@pytest.mark.parametrize(
    ("target", "leads_to"),
    [("next", "b.customer"), ("again", "a.customer"), ("start", "start"), ("end", "end"), ("a", "a.customer")],
)
def test_the_words_for_targets(target: str, leads_to: str) -> None:
    flow = core(f'step a "A" {{ customer "x"; when "So" 30% -> {target} }}\nstep b "B" {{ customer "x" }}')
    assert f'a.customer -> {leads_to} 30% "So"' in edges(flow, "leads_to")
    assert "a.customer -> b.customer 70%" in edges(flow, "leads_to")


def test_exits_share_and_the_rest_goes_by_its_arrow_or_in_order() -> None:
    flow = core("""
      step a "A" { customer "x"; when "One" 20% -> c; when "Two" 30%; -> end }
      step b "B" { customer "x"; when "Unknown" -> end }
      step c "C" { customer "x"; when "All" 100% -> end }
      step d "D" { customer "x" }
    """)
    assert edges(flow, "leads_to")[1:] == [
        'a.customer -> c.customer 20% "One"', 'a.customer -> b.customer 30% "Two"', "a.customer -> end 50%",
        'b.customer -> end ? "Unknown"', "b.customer -> c.customer ?", 'c.customer -> end "All"', "d.customer -> end",
    ]  # fmt: skip
    assert [edge.implied for edge in flow.out("a.customer", "leads_to")] == [False, True, False]


def test_a_branch_of_its_own_meets_the_others_at_the_next_step() -> None:
    flow = core("""
      step a "A" { customer "x"; when "Apart" 30% { step b "B" { customer "x" }; step c "C" { customer "x" } } }
      step d "D" { customer "x" }
    """)
    assert edges(flow, "leads_to")[1:] == [
        'a.customer -> b.customer 30% "Apart"', "a.customer -> d.customer 70%", "b.customer -> c.customer",
        "c.customer -> d.customer", "d.customer -> end",
    ]  # fmt: skip
    assert edges(flow, "journey") == [
        'a.customer -> b.customer 30% "Apart"', "a.customer -> d.customer 70%", "b.customer -> c.customer",
        "c.customer -> d.customer",
    ]  # fmt: skip


def test_a_decision_is_a_node_after_all_its_cells_and_has_all_exits_written() -> None:
    flow = core("""
      decision pay "Pay together?" {
        customer "Asks"; backstage "Looks it up"
        when "Together" 65%
        when "Apart" 30% { step split "Split" { frontstage "Splits" } }
        when "Disputes it" -> end
      }
      step go "Go" { customer "Goes" }
    """)
    assert edges(flow, "leads_to") == [
        "start -> pay.customer", "pay.customer -> pay.backstage", "pay.backstage -> pay",
        'pay -> go.customer 65% "Together"', 'pay -> split.frontstage 30% "Apart"', 'pay -> end 5% "Disputes it"',
        "split.frontstage -> go.customer", "go.customer -> end",
    ]  # fmt: skip
    assert edges(flow, "journey") == ['pay -> go.customer 65% "Together"']
    assert (flow.nodes["pay"].kind, flow.nodes["pay"].lane) == ("decision", "customer")


def test_a_decision_without_shares_says_that_they_are_unknown() -> None:
    flow = core('decision d "D?" { when "Yes"; when "No" -> end }\nstep a "A" { customer "x" }')
    assert edges(flow, "leads_to") == ["start -> d", 'd -> a.customer ? "Yes"', 'd -> end ? "No"', "a.customer -> end"]


def test_a_decision_of_the_provider_stands_in_the_providers_lane() -> None:
    flow = core(
        'decision d "D?" { backstage "Scores"; when "Yes" 50%; when "No" 50% -> end }\nstep a "A" { customer "x" }'
    )
    assert flow.nodes["d"].lane == "backstage"
    assert edges(flow, "journey") == []


def test_a_recovery_returns_next_again_or_elsewhere_to_each_that_uses_it() -> None:
    flow = core("""
      step a "A" { customer "x"; fail "fa" 10% -> r; fail "fa2" 2% -> back }
      step b "B" { customer "x"; frontstage "y"; fail "fb" -> r; backstage "z" }
      recovery r "R" { frontstage "Mends" }
      recovery back "Back" { frontstage "Mends"; -> again }
      step c "C" { customer "x"; fail "fc" 1% -> give_up }
      recovery give_up "Give up" { frontstage "Pays"; when "Insists" 20% -> again; -> end }
    """)
    assert edges(flow, "fails_to") == [
        'a.customer -> r.frontstage 10% "fa"', 'a.customer -> back.frontstage 2% "fa2"',
        'b.frontstage -> r.frontstage ? "fb"', 'c.customer -> give_up.frontstage 1% "fc"',
    ]  # fmt: skip
    assert edges(flow, "recovers_to") == [
        "r.frontstage -> b.customer ?", "r.frontstage -> c.customer ?", "back.frontstage -> a.customer",
        'give_up.frontstage -> c.customer 20% "Insists"', "give_up.frontstage -> end 80%",
    ]  # fmt: skip
    assert edges(flow, "leads_to") == [
        "start -> a.customer", "a.customer -> b.customer", "b.customer -> b.frontstage", "b.frontstage -> b.backstage",
        "b.frontstage -> c.customer", "c.customer -> end",
    ]  # fmt: skip


def test_next_after_a_failure_is_what_the_failed_step_leads_to() -> None:
    flow = core("""
      step a "A" { customer "x"; fail "f" 10% -> r; -> c }
      decision d "D?" { customer "x"; fail "g" 10% -> q; when "Yes" 50%; when "No" 50% -> end }
      recovery r "R" { frontstage "Mends" }
      recovery q "Q" { frontstage "Mends" }
      step c "C" { customer "x"; -> d }
    """)
    assert edges(flow, "recovers_to") == ["r.frontstage -> c.customer", "q.frontstage -> d"]


def test_a_recovery_that_an_arrow_enters_returns_after_the_step_of_the_arrow() -> None:
    flow = core("""
      decision d "D?" { customer "x"; when "Fine" 95%; when "Disputes" 5% -> complaint }
      step a "A" { customer "x"; when "Angry" 1% -> complaint }
      step b "B" { customer "x" }
      recovery complaint "Complaint" { frontstage "Listens" }
    """)
    assert edges(flow, "recovers_to") == [
        "complaint.frontstage -> a.customer ?",
        "complaint.frontstage -> b.customer ?",
    ]


def test_a_branch_of_a_recovery_returns_where_the_recovery_does() -> None:
    flow = core("""
      step a "A" { customer "x"; fail "f" 10% -> r }
      recovery r "R" { frontstage "Mends"; when "Bad" 20% { step gift "Gift" { frontstage "Gives" } } }
      step b "B" { customer "x" }
    """)
    assert edges(flow, "leads_to")[1:] == [
        "a.customer -> b.customer",
        'r.frontstage -> gift.frontstage 20% "Bad"',
        "b.customer -> end",
    ]
    assert edges(flow, "recovers_to") == ["r.frontstage -> b.customer 80%", "gift.frontstage -> b.customer"]


def test_recoveries_that_fail_into_each_other_return_in_the_end() -> None:
    flow = core("""
      step a "A" { customer "x"; fail "f" 10% -> r }
      recovery r "R" { frontstage "Mends"; fail "g" 10% -> q }
      recovery q "Q" { frontstage "Mends"; fail "h" 10% -> r }
      step b "B" { customer "x" }
    """)
    assert "end" in reached(flow, ["q.frontstage"], ["leads_to", "recovers_to"])
    assert reached(flow, ["start"], ["leads_to", "fails_to", "recovers_to"]) == set(flow.nodes)


def test_a_gate_before_an_optional_step_is_for_those_who_come_in_order() -> None:
    flow = core("""
      step a "A" { customer "x"; when "Must" 10% -> b }
      step b "B" optional 40% { customer "x" }
      step c "C" { customer "x" }
    """)
    assert edges(flow, "leads_to") == [
        "start -> a.customer", 'a.customer -> b.customer 10% "Must"', "a.customer -> gate:b 90%",
        "gate:b -> b.customer 40%", "gate:b -> c.customer 60%", "b.customer -> c.customer", "c.customer -> end",
    ]  # fmt: skip
    assert edges(flow, "journey") == [
        'a.customer -> b.customer 10% "Must"', "a.customer -> b.customer 36%", "a.customer -> c.customer 54%",
        "b.customer -> c.customer",
    ]  # fmt: skip
    assert flow.nodes["gate:b"].kind == "gate"


def test_a_step_for_some_personas_has_a_gate_of_their_share() -> None:
    head = 'persona guest "Guest" { share 80% }\npersona crew "Crew" { share 20% }'
    flow = core(
        'step a "A" for crew optional 50% { customer "x" }\nstep b "B" for guest, crew { customer "x" }', head=head
    )
    assert edges(flow, "leads_to") == [
        "start -> gate:a", 'gate:a -> a.customer 10% "for Crew"', "gate:a -> b.customer 90%",
        "a.customer -> b.customer", "b.customer -> end",
    ]  # fmt: skip


def test_an_exit_for_a_persona_takes_its_share_of_them() -> None:
    head = 'persona guest "Guest" { share 80% }\npersona crew "Crew" { share 20% }'
    flow = core('step a "A" { customer "x"; when "Quick" for crew 50% -> end }\nstep b "B" { customer "x" }', head=head)
    assert edges(flow, "leads_to")[1:3] == ['a.customer -> end 10% "Quick"', "a.customer -> b.customer 90%"]


def test_a_parallel_forks_into_its_branches_and_joins_them() -> None:
    flow = core("""
      step a "A" { customer "x" }
      parallel {
        branch { step b "B" { backstage "x" }; step c "C" { backstage "x" } }
        step d "D" { customer "x" }
        branch { parallel { step e "E" { support "x" }; step f "F" { support "x" } } }
      }
      step g "G" { customer "x" }
    """)
    assert edges(flow, "leads_to") == [
        "start -> a.customer", "a.customer -> fork:parallel",
        "fork:parallel -> b.backstage", "b.backstage -> c.backstage", "c.backstage -> join:parallel",
        "fork:parallel -> d.customer", "d.customer -> join:parallel",
        "fork:parallel -> fork:parallel_2",
        "fork:parallel_2 -> e.support", "e.support -> join:parallel_2",
        "fork:parallel_2 -> f.support", "f.support -> join:parallel_2",
        "join:parallel_2 -> join:parallel", "join:parallel -> g.customer", "g.customer -> end",
    ]  # fmt: skip
    assert edges(flow, "journey") == []
    assert (flow.nodes["fork:parallel"].kind, flow.nodes["join:parallel"].kind) == ("fork", "join")


def test_an_arrow_into_a_branch_runs_that_branch_alone() -> None:
    flow = core("""
      step a "A" { customer "x"; when "Only salad" 10% -> c }
      parallel { step b "B" { backstage "x" }; step c "C" { backstage "x" } }
      step d "D" { customer "x" }
    """)
    assert 'a.customer -> c.backstage 10% "Only salad"' in edges(flow, "leads_to")
    assert "c.backstage -> join:parallel" in edges(flow, "leads_to")


def test_an_optional_service_has_one_gate() -> None:
    flow = core('step a "A" { customer "x" }', tail="""
phase after-sales { enhancing care "Care" optional 25% { step b "B" { customer "x" }; step c "C" { customer "x" } } }
""")  # fmt: skip
    gate = next(key for key, node in flow.nodes.items() if node.kind == "gate")
    assert edges(flow, "leads_to") == [
        "start -> a.customer", f"a.customer -> {gate}", f"{gate} -> b.customer 25%", f"{gate} -> end 75%",
        "b.customer -> c.customer", "c.customer -> end",
    ]  # fmt: skip
    assert flow.nodes[gate].service == "care"
