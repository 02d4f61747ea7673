"""Ids: written, made from titles, ambiguous, taken twice; references and what is nearest."""

from __future__ import annotations

import unicodedata

import pytest

from blueprint.model.words import derive
from blueprint.spelling import nearest
from tests.model.support import findings, fixed, model, only, resolved_of, under_line

WRAP = "phase interaction {{ {} }}"


def steps(text: str) -> list[str]:
    return list(model(WRAP.format(text)).steps)


@pytest.mark.parametrize(
    ("title", "keyword", "id"),
    [
        ("Check in", "step", "check_in"),
        ("  Sign & tip! ", "step", "sign_tip"),
        ("3-month review", "step", "step_3_month_review"),
        ("Prüfung", "step", "prüfung"),
        ("受付", "step", "受付"),
        ("यात्रा करें", "step", "यात्रा_करें"),
        ("End", "step", "step_end"),
        ("Next", "decision", "decision_next"),
        ("???", "step", "step"),
        ("", "need", "need"),
        ("ΤΈΛΟΣ", "step", "τέλος"),
    ],
)
def test_ids_made_from_titles(title: str, keyword: str, id: str) -> None:
    assert derive(title, keyword) == id


def test_ids_are_the_same_for_both_forms_of_an_accent() -> None:
    assert derive(unicodedata.normalize("NFD", "Prüfung"), "step") == derive("Prüfung", "step")


def test_the_later_of_two_equal_titles_gets_a_number() -> None:
    assert steps('step "Pay" {}; step "Pay" {}; step "Pay" {}; step "Pay 2" {}') == ["pay", "pay_2", "pay_3", "pay_2_2"]


def test_a_written_id_comes_before_a_made_one_wherever_it_stands() -> None:
    assert steps('step "Pay" {}; step pay "Other" {}') == ["pay_2", "pay"]


def test_a_reference_finds_the_written_id_among_equal_titles() -> None:
    blueprint = model(WRAP.format('step "Pay" {}; step pay "Other" {}; step "Go" { -> pay }'))
    arrow = blueprint.steps["go"].arrow
    assert arrow is not None
    assert blueprint.steps[arrow.target].title == "Other"


def test_an_ambiguous_reference_shows_the_choices() -> None:
    found, resolved = only(WRAP.format('step "Pay" {}; step "Pay" {}; step "Go" { -> pay }'), "ambiguous-reference")
    assert under_line(resolved, found.span) == "pay"
    assert found.message == "`pay` could mean `pay` or `pay_2`: 2 things have this name from their titles."
    assert [under_line(resolved, each.span) for each in found.related] == ['"Pay"', '"Pay"']


def test_a_title_of_another_kind_makes_no_reference_ambiguous() -> None:
    blueprint = model('role "Payment"\nphase billing { step "Payment" { frontstage "Takes it" by payment } }')
    assert blueprint.cells["payment_2.frontstage"].performers == ("payment",)  # type: ignore[union-attr]


def test_a_second_written_id_shows_both_places() -> None:
    text = 'role clerk "Clerk"\npartner clerk "Other"\n'
    found, resolved = only(text, "duplicate-name")
    assert found.message == "`clerk` is already the id of a role “Clerk”."
    assert resolved.sources["test.bp"].line_column(found.span.start) == (3, 9)
    assert resolved.sources["test.bp"].line_column(found.related[0].span.start) == (2, 6)
    assert resolved.blueprint is not None
    assert list(resolved.blueprint.systems) == ["clerk_2"]


def test_names_are_compared_in_one_form() -> None:
    split = unicodedata.normalize("NFD", "caissière")
    assert split != "caissière"
    blueprint = model(f'role caissière "C"\nphase billing {{ step a {{ frontstage "x" by {split} }} }}')
    assert blueprint.cells["a.frontstage"].performers == ("caissière",)  # type: ignore[union-attr]


@pytest.mark.parametrize("word", ["start", "end", "next", "again"])
def test_reserved_ids(word: str) -> None:
    text = f'role {word} "R"\n'
    found, resolved = only(text, "name-reserved")
    assert under_line(resolved, found.span) == word
    assert fixed(found, resolved) == f'role role_{word} "R"\n'


def test_a_lane_is_not_called_like_a_statement() -> None:
    found, resolved = only('lane step "S" below support\n', "name-reserved")
    assert found.message == "`step` has a meaning of its own and cannot be the id of a lane."
    assert fixed(found, resolved) == 'lane lane_step "S" below support\n'


def test_every_other_word_may_be_a_name() -> None:
    blueprint = model('role support "Support desk"\nphase billing { step pay { frontstage "Pays" by support } }')
    assert blueprint.cells["pay.frontstage"].performers == ("support",)  # type: ignore[union-attr]


def test_a_thing_without_name_or_title() -> None:
    found, resolved = only(WRAP.format("step {}"), "name-missing")
    assert under_line(resolved, found.span) == "step"
    assert list(resolved.blueprint.steps) == ["step"]  # type: ignore[union-attr]


CELLS = """phase interaction { step s {
  customer "a"
  frontstage greet "b"
  frontstage "c"
  wait 1min
  wait 2min
  pause 1d
  backstage "d"
} }"""


def test_cells_and_waits_have_keys_by_lane_or_id() -> None:
    assert list(model(CELLS).cells) == [
        "s.customer", "s.greet", "s.frontstage_2", "s.wait", "s.wait_2", "s.pause", "s.backstage",
    ]  # fmt: skip


def test_a_cell_with_an_id_is_known_by_its_lane_too() -> None:
    blueprint = model(CELLS + "\ns.frontstage ~> s.backstage\ns.greet ~> s.wait_2\n")
    assert [(link.source, link.target) for link in blueprint.links] == [
        ("s.greet", "s.backstage"),
        ("s.greet", "s.wait_2"),
    ]


def test_an_id_like_the_number_of_another_cell_makes_room() -> None:
    blueprint = model('phase billing { step s { frontstage "a"; frontstage "b"; support frontstage_2 "c" } }')
    assert list(blueprint.cells) == ["s.frontstage", "s.frontstage_3", "s.frontstage_2"]


def test_a_second_cell_id_in_a_step() -> None:
    text = 'phase billing { step s { frontstage greet "a"; backstage greet "b" } }'
    found, _ = only(text, "duplicate-name")
    assert found.message == "`greet` is already the id of another cell in `s`."


def test_needs_live_in_their_persona() -> None:
    blueprint = model(
        'persona guest { need quick "Quick" must; need "Not miss the train" should }\n'
        "role clerk { need quick }\n"
        "phase billing { step s { meets guest.quick, guest.not_miss_the_train, clerk.quick } }"
    )
    assert blueprint.steps["s"].notes.meets == ("guest.quick", "guest.not_miss_the_train", "clerk.quick")
    assert [need.strength for need in blueprint.personas["guest"].needs] == ["must", "should"]


def test_phases_are_counted_and_take_a_written_id() -> None:
    blueprint = model("phase interaction {}; phase billing paying {}; phase after-sales {}")
    assert [phase.key for phase in blueprint.phases] == ["phase_1", "paying", "phase_3"]


def test_parallels_are_counted() -> None:
    blueprint = model(WRAP.format("parallel { step a; step b }; parallel p { step c; branch { step d } }; parallel {}"))
    assert [item.key for item in blueprint.phases[0].items] == ["parallel", "p", "parallel_2"]
    assert blueprint.steps["b"].within == "parallel.branch_2"
    assert blueprint.steps["d"].within == "p.branch_2"


@pytest.mark.parametrize(
    ("line", "range", "message", "fixed_line"),
    [
        ("-> chek_in", "chek_in",
         "There is no step, decision, recovery or parallel `chek_in`; did you mean `check_in`?",
         "-> check_in"),
        ('frontstage "x" by clark', "clark",
         "There is no role, partner, system or persona `clark`; did you mean `clerk`?",
         'frontstage "x" by clerk'),
        ("meets quick", "quick", "There is no need `quick`; did you mean `guest.quick`?", "meets guest.quick"),
        ("meets guest.quik", "quik", "There is no need `quik` in persona `guest`; did you mean `quick`?",
         "meets guest.quick"),
        ("check_in.custome ~> clerk", "custome",
         "There is no step, cell or declaration `custome` in step `check_in`; did you mean `customer`?",
         "check_in.customer ~> clerk"),
    ],
)  # fmt: skip
def test_an_unknown_reference_offers_the_nearest(line: str, range: str, message: str, fixed_line: str) -> None:
    before = (
        'role clerk "Clerk"\npersona guest { need quick "Quick" must }\n'
        'phase interaction { step check_in { customer "x" }\nstep s {\n'
    )
    found, resolved = only(before + line + "\n} }", "unknown-reference")
    assert (under_line(resolved, found.span), found.message) == (range, message)
    assert fixed(found, resolved) == before + fixed_line + "\n} }"
    assert len(found.related) == 1


def test_an_unknown_reference_with_nothing_near_lists_what_there_is() -> None:
    found, _ = only('role clerk "Clerk"\nphase billing { step a { frontstage "x" by zookeeper } }', "unknown-reference")
    assert found.fix is None
    assert found.help == "Known here: `clerk`."


def test_a_reference_to_another_kind_of_thing() -> None:
    found, resolved = only('role clerk "C"\nphase billing { step a { frontstage "x" via clerk } }', "wrong-reference")
    assert found.message == "`clerk` is a role, and a channel is wanted here."
    assert under_line(resolved, found.related[0].span) == "clerk"


def test_many_references_of_the_wrong_kind_take_linear_time() -> None:
    lines = "\n".join(f'step s{i} "S" {{ fail "F" 1% -> law; meets law }}' for i in range(3000))
    assert len(resolved_of(f'policy law "Law"\n{WRAP.format(lines)}').diagnostics) == 6000


def test_a_dot_after_something_that_holds_no_cells() -> None:
    assert findings('persona p\nphase billing { step a { customer "x" }; p.a -> a }') == [("wrong-reference", "p")]
    assert findings("phase billing { step a {}; a.b.c -> a }") == [("unknown-reference", "b.c")]


def test_what_was_left_out_gives_no_second_finding() -> None:
    text = 'phase billing { step a { phase billing { step inner "I" }\n -> inner } }'
    assert findings(text) == [("misplaced-statement", "phase")]


def test_many_unknown_references_take_linear_time() -> None:
    lines = "\n".join(f"step s{i} {{ -> nowhere_{i} }}" for i in range(3000))
    resolved = resolved_of(WRAP.format(lines))
    assert len(resolved.diagnostics) == 3000


def test_nearest_words() -> None:
    assert nearest("onstge", ["backstage", "onstage", "offstage"]) == ["onstage"]
    assert nearest("recieve", ["receive"]) == ["receive"]
    assert nearest("x", ["y"]) == []
    assert nearest("a" * 1000, ["a" * 1000]) == []


def test_symbols_hold_every_use() -> None:
    text = (
        'role clerk "Clerk"\nlane courier "Courier" below support\n'
        'phase billing { step a "A" { frontstage hi "x" by clerk; courier "y" by clerk }\nstep b { -> a } }\n'
        "a.hi ~> clerk\nscenario s { role clerk { staff 2 }; step a { hi takes 2min } }\n"
    )
    resolved = resolved_of(text.replace("{ hi takes", "{ frontstage hi takes"))
    assert resolved.diagnostics == ()
    assert resolved.blueprint is not None
    symbols = resolved.blueprint.symbols
    assert {under_line(resolved, use) for use in symbols["clerk"].uses} == {"clerk"}
    assert len(symbols["clerk"].uses) == 4
    assert [under_line(resolved, use) for use in symbols["a"].uses] == ["a", "a", "a"]
    assert [under_line(resolved, use) for use in symbols["a.hi"].uses] == ["hi", "hi"]
    assert [under_line(resolved, use) for use in symbols["courier"].uses] == ["courier"]
    assert under_line(resolved, symbols["a.hi"].definition) == "hi"
    assert (symbols["a"].kind, symbols["a.hi"].kind, symbols["courier"].kind) == ("step", "cell", "lane")


def _said(text: str, key: str) -> tuple[list[str], list[str]]:
    """The uses of a name as written, and the titles that stand for it."""
    resolved = resolved_of(text)
    assert resolved.blueprint is not None
    symbol = resolved.blueprint.symbols[key]
    return [under_line(resolved, use) for use in symbol.uses], [under_line(resolved, use) for use in symbol.titles]


SCENARIO = """lane courier "Courier" below support
role "Clerk"
persona guest "Guest" { need "A bed" }
phase interaction {
  step "Check in" { customer "Asks"; courier "Brings"; courier "Takes back"; courier again_2 "Brings"; wait "Sits" 2min
    -> end }
}
check_in.courier_2 ~> clerk
check_in.courier_3 ~> clerk
scenario night "Night" {
  role "Clerk" { staff 1 }
  step "Check in" { customer takes 2min; courier_2 takes 3min; wait 4min; -> check_in }
  persona guest { need "A bed" must }
}
"""


def test_symbols_of_a_scenario_are_uses_and_a_title_stands_for_its_id() -> None:
    assert _said(SCENARIO, "clerk") == (["clerk", "clerk"], ['"Clerk"'])
    assert _said(SCENARIO, "check_in") == (["check_in", "check_in", "check_in"], ['"Check in"'])
    assert _said(SCENARIO, "guest.a_bed") == ([], ['"A bed"'])
    assert _said(SCENARIO, "check_in.customer") == (["customer"], [])
    assert _said(SCENARIO, "check_in.courier_2") == (["courier_2", "courier_2"], [])
    assert _said(SCENARIO, "check_in.again_2") == (["courier_3"], [])
    assert _said(SCENARIO, "check_in.wait") == (["wait"], [])


def test_a_lane_is_used_where_its_cells_are_named() -> None:
    # three cells, two links, one cell opened again; never the number behind it
    assert _said(SCENARIO, "courier") == (["courier"] * 6, [])


def test_a_use_that_is_told_to_be_wrong_is_still_a_use() -> None:
    text = 'phase interaction { core svc "S" { step a "A" { customer "x"; -> svc } } }'
    assert _said(text, "svc") == (["svc"], [])


def test_an_arrow_is_led_to_the_end_only_after_a_look() -> None:
    for written, meant, safe in (("ende", "end", False), ("payy", "pay", True)):
        text = f'phase interaction {{ core "C" {{ step a "A" {{ -> {written} }} step pay "P" }} }}'
        found, _ = only(text, "unknown-reference")
        assert found.fix is not None
        assert (found.fix.title, found.fix.safe) == (f"write `{meant}`", safe)
