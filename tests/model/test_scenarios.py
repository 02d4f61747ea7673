"""Scenarios: what they change, and the blueprint under them."""

from __future__ import annotations

import pytest

from blueprint.model import under
from blueprint.model.entities import Blueprint
from tests.model.support import bare, findings, fixed, model, only, under_line

BASE = """
persona guest { share 60%; need quick "Quick" must }
role clerk "Clerk" { staff 2; skills technical, calm }
package night "Night" { price 90.00/month; uses 1/month; includes stay }
phase interaction "In" {
  core stay "Stay" {
    evidence "Key"
    step check_in "Check in" {
      evidence "Desk"
      customer "Asks" takes 1min
      frontstage "Answers" by clerk takes 2min
      frontstage "Signs" by clerk takes 3min
      wait "Queue" 5min
      fail "No room" 3% high -> lounge
      when "Leaves" 5% -> end
    }
    recovery lounge { -> next }
  }
}
phase billing paying { step pay { customer "Pays" pays 9.00 } }
"""


def scenario(lines: str) -> Blueprint:
    return under(model(BASE + f"scenario s {{\n{lines}\n}}\n"), "s")


def test_only_what_is_written_changes() -> None:
    changed = scenario("role clerk { staff 5 }\nstep check_in { frontstage takes 9min }")
    plain = model(BASE)
    assert changed.roles["clerk"].staff == 5
    assert changed.roles["clerk"].skills == ("technical", "calm")
    assert changed.cells["check_in.frontstage"].takes.values == (540.0,)  # type: ignore[union-attr]
    assert changed.cells["check_in.frontstage"].title == "Answers"
    assert bare(changed.cells["check_in.frontstage_2"]) == bare(plain.cells["check_in.frontstage_2"])


def test_the_whole_is_changed_by_its_own_attributes() -> None:
    changed = scenario("demand 140/day; acceptable 3h")
    assert changed.demand is not None
    assert (str(changed.demand.amount), changed.notes.acceptable.values) == ("140", (10800.0,))  # type: ignore[union-attr]


def test_lists_are_replaced_whole() -> None:
    changed = scenario('role clerk { skills fast }\nstep check_in { evidence "Kiosk" }\ncore stay { evidence "Card" }')
    assert changed.roles["clerk"].skills == ("fast",)
    assert [each.text for each in changed.steps["check_in"].evidence] == ["Kiosk"]
    assert [each.text for each in changed.services["stay"].evidence] == ["Card"]
    part = changed.phases[0].items[0]
    assert [each.text for each in part.evidence] == ["Card"]  # type: ignore[union-attr]


def test_the_second_cell_of_a_lane_and_a_wait() -> None:
    changed = scenario("step check_in { frontstage_2 takes 1s; wait 20min }")
    assert changed.cells["check_in.frontstage_2"].takes.values == (1.0,)  # type: ignore[union-attr]
    assert changed.cells["check_in.wait"].duration.values == (1200.0,)  # type: ignore[union-attr]


def test_fails_and_exits_are_found_by_title() -> None:
    changed = scenario('step check_in { fail "No room" 9% low; when "Leaves" 25% }')
    step = changed.steps["check_in"]
    assert (step.fails[0].likelihood, step.fails[0].severity, step.fails[0].recovery) == (0.09, "low", "lounge")
    assert step.whens[0].share == 0.25
    assert step.whens[0].arrow is not None


def test_arrows_needs_phases_packages_and_services() -> None:
    changed = scenario(
        "step check_in { -> pay; optional 50% }\npersona guest { need quick could; share 10% }\n"
        "phase billing paying { acceptable 1h }\npackage night { price 70.00 }\ncore stay { price 5 }"
    )
    arrow = changed.steps["check_in"].arrow
    assert arrow is not None
    assert arrow.target == "pay"
    assert changed.steps["check_in"].optional == 0.5
    assert [need.strength for need in changed.personas["guest"].needs] == ["could"]
    assert changed.phases[1].notes.acceptable is not None
    assert (str(changed.packages["night"].price.amount), changed.packages["night"].price_per) == ("70.00", "")  # type: ignore[union-attr]
    assert changed.services["stay"].price is not None


def test_all_tables_agree() -> None:
    changed = scenario("step check_in { customer takes 9min }\ncore stay { step pay { customer pays 1.00 } }")
    assert changed.steps["check_in"].cells[0] is changed.cells["check_in.customer"]
    assert str(changed.cells["pay.customer"].pays.amount) == "1.00"  # type: ignore[union-attr]


def test_the_blueprint_itself_is_left_alone() -> None:
    blueprint = model(BASE + "scenario s { demand 1/day }\nscenario t { demand 2/day }")
    under(blueprint, "s")
    assert blueprint.demand is None
    with pytest.raises(KeyError):
        under(blueprint, "u")


@pytest.mark.parametrize(
    ("line", "range", "message"),
    [
        ("role clrk { staff 2 }", "clrk", "There is no role `clrk`; did you mean `clerk`?"),
        ('step new_one "New" { customer "x" }', "new_one", "There is no step `new_one`."),
        ("step check_in { backstage takes 2min }", "backstage", "`check_in` has no cell `backstage`."),
        ("step check_in { frontstage_3 takes 2min }", "frontstage_3",
         "`check_in` has no cell `frontstage_3`; did you mean `frontstage_2`?"),
        ('step check_in { fail "No rom" 2% }', '"No rom"',
         "`check_in` has no fail point “No rom”; did you mean “No room”?"),
        ('step check_in { when "Stays" 2% }', '"Stays"', "`check_in` has no exit “Stays”."),
        ("step clerk { offstage }", "clerk", "`clerk` is a role, and a step is wanted here."),
        ("persona guest { need cheap must }", "cheap", "`guest` has no need `cheap`."),
        ("phase after-sales { acceptable 1h }", "after-sales", "There is no phase that this could be."),
        ("step check_in { pause 2d }", "pause", "`check_in` has no `pause`."),
    ],
)  # fmt: skip
def test_unknown_targets(line: str, range: str, message: str) -> None:
    found, resolved = only(BASE + f"scenario s {{ {line} }}", "scenario-unknown-target")
    assert (under_line(resolved, found.span), found.message) == (range, message)


def test_the_nearest_target_is_a_fix() -> None:
    found, resolved = only(BASE + 'scenario s { step check_in { fail "No rom" 2% } }', "scenario-unknown-target")
    assert fixed(found, resolved) == BASE + 'scenario s { step check_in { fail "No room" 2% } }'


def test_a_title_is_no_use_of_its_id() -> None:
    blueprint = model('role "Clerk"\nscenario s { role "Clerk" { staff 3 } }')
    assert blueprint.symbols["clerk"].uses == ()
    assert under(blueprint, "s").roles["clerk"].staff == 3


def test_a_lane_cannot_be_opened_again() -> None:
    assert findings("scenario s { lane x below support }") == [("misplaced-statement", "lane")]
