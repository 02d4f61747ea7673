"""Rule 5: links at any level; and the lines that edges cross."""

from __future__ import annotations

from tests.graph.flows import core, edges

STEPS = """
step a "A" { customer "x"; frontstage "y"; backstage "z" }
step b "B" { backstage "x"; meanwhile support "y"; customer "z" }
"""


def test_links_between_steps_leave_at_the_last_contact_and_enter_at_the_first_cell() -> None:
    flow = core(STEPS, tail='a -> b "Bags"\nb ~> a\na <-> b')
    links = [edge for edge in flow.edges if edge.link]
    assert edges(flow, "enables", "mutual") == ["b.customer -> a.customer ?", "a.frontstage -> b.backstage ?"]
    assert [(e.source, e.target, e.label, e.implied) for e in links if e.kind == "leads_to"] == [
        ("a.frontstage", "b.backstage", "Bags", False), ("a.frontstage", "b.support", "Bags", False),
    ]  # fmt: skip


def test_links_stand_beside_the_order() -> None:
    flow = core(STEPS, tail="a.backstage -> b.customer")
    assert "a.frontstage -> b.backstage" in edges(flow, "leads_to")
    assert "a.backstage -> b.customer" in edges(flow, "leads_to")
    assert edges(flow, "journey") == ["a.customer -> b.customer"]


def test_declarations_become_nodes_when_a_link_names_them() -> None:
    flow = core(STEPS, head='system pms "Reservation system"\nsystem unused "Unused"', tail="pms ~> a")
    assert flow.nodes["pms"].kind == "declaration"
    assert flow.nodes["pms"].title == "Reservation system"
    assert "unused" not in flow.nodes
    assert edges(flow, "enables") == ["pms -> a.customer ?"]
    assert list(flow.nodes)[-1] == "end"


def test_a_link_may_stand_in_a_step_a_service_or_outside() -> None:
    flow = core(STEPS + "a.customer ~> b.support", tail="b.support ~> a.backstage")
    assert edges(flow, "enables") == ["a.customer -> b.support ?", "b.support -> a.backstage ?"]


def test_edges_name_the_lines_they_cross_top_to_bottom() -> None:
    flow = core(STEPS)
    crossed = {(edge.source, edge.target): edge.crosses for edge in flow.edges}
    assert crossed["a.customer", "a.frontstage"] == ("interaction",)
    assert crossed["a.frontstage", "a.backstage"] == ("visibility",)
    assert crossed["a.frontstage", "b.support"] == ("visibility", "internal")
    assert crossed["b.support", "b.customer"] == ("interaction", "visibility", "internal")
    assert crossed["start", "a.customer"] == ()


def test_an_extra_lane_lies_on_its_side_of_the_lines_and_may_have_one_of_its_own() -> None:
    head = """
lane host "Host" below frontstage
lane courier "Courier" below support line "Line of external interaction"
lane friend "Friends" above customer line "Line of company"
"""
    flow = core('step a "A" { friend "x"; customer "x"; host "x"; backstage "x"; courier "x" }', head=head)
    crossed = {(edge.source, edge.target): edge.crosses for edge in flow.edges}
    assert crossed["a.friend", "a.customer"] == ("friend",)
    assert crossed["a.customer", "a.host"] == ("interaction",)
    assert crossed["a.host", "a.backstage"] == ("visibility",)
    assert crossed["a.backstage", "a.courier"] == ("internal", "courier")
