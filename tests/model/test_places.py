"""What may stand where, and what a damaged file still means."""

from __future__ import annotations

import pytest

from blueprint.model import resolve
from blueprint.model.places import page_of, words_in
from blueprint.source import Source
from blueprint.vocabulary import PLACES, WORDS, place_of
from tests.model.support import findings, fixed, model, only, resolved_of, under_line


@pytest.mark.parametrize(
    ("text", "range", "message"),
    [
        ("phase billing { step a { phase billing {} } }", "phase", "A `phase` cannot stand in a `step`."),
        ('phase billing { customer "x" }', "customer", "A `customer` cannot stand in a `phase`."),
        ("phase billing { core c { branch {} } }", "branch", "A `branch` cannot stand in a service."),
        ("phase billing { step a { takes 4min } }", "takes", "A `takes` cannot stand in a `step`."),
        ("role r { optional 40% }", "optional", "An `optional` cannot stand in a `role`."),
        ("role r { -> end }", "->", "An arrow cannot stand in a `role`."),
        ("role r { a -> b }", "a -> b", "A link cannot stand in a `role`."),
        ("channel c takes 4min", "takes", "A `takes` cannot stand in a `channel`."),
        ('role r\nblueprint "Other"', "blueprint",
         "A file is one blueprint or one library, and this one has begun already."),
        ("library shared\nphase billing {}", "phase", "A `phase` cannot stand in a library."),
        ("phase billing { core c { step a } }\ncore c { step b }", "core",
         "A `core` with what happens in it cannot stand outside the phases."),
        ("phase billing { step a { -> end } }\nscenario s { end ~> end }", "end ~> end",
         "A link cannot stand in a `scenario`."),
    ],
)  # fmt: skip
def test_misplaced(text: str, range: str, message: str) -> None:
    found, resolved = only(text, "misplaced-statement")
    assert (under_line(resolved, found.span), found.message) == (range, message)


def test_help_says_where_it_belongs() -> None:
    found, _ = only("phase billing { step a { takes 4min } }", "misplaced-statement")
    assert found.help == "It stands on the line of a cell, or in the cell's own braces."
    found, _ = only("phase billing { step a { staff 4 } }", "misplaced-statement")
    assert found.help == "It stands in a role."


@pytest.mark.parametrize(
    ("before", "word", "after", "meant"),
    [
        ("step a { ", "onstage", ' "Greets" }', "frontstage"),
        ("step a { ", "frontstge", ' "Greets" }', "frontstage"),
        ("step a { ", "standart", ' "x" }', "standard"),
        ("", "stpe", ' a "A" { customer "x" }', "step"),
        ("", "servce", ' a "A" { step b }', ""),
    ],
)
def test_an_unknown_word_offers_what_was_meant(before: str, word: str, after: str, meant: str) -> None:
    found, resolved = only(f"phase billing {{ {before}{word}{after} }}", "unknown-word")
    assert under_line(resolved, found.span) == word
    if meant:
        assert fixed(found, resolved) == f"phase billing {{ {before}{meant}{after} }}"
    else:
        assert found.fix is None


def test_an_unknown_lane_lists_the_lanes() -> None:
    found, _ = only('lane courier "C" below support\nphase billing { step a { zzzzz "x" } }', "unknown-word")
    assert found.help.startswith(
        "The lanes are `evidence`, `customer`, `frontstage`, `backstage`, `support` and `courier`"
    )


def test_what_was_meant_is_in_the_model() -> None:
    resolved = resolved_of('phase billing { stpe a "A" { onstage "Greets" takes 4min }\nstep b { -> a } }')
    assert [found.name for found in resolved.diagnostics] == ["unknown-word", "unknown-word"]
    blueprint = resolved.blueprint
    assert blueprint is not None
    assert list(blueprint.cells) == ["a.frontstage"]


def test_steps_outside_the_phases_are_told_once_and_kept() -> None:
    resolved = resolved_of("phase billing { step a }\nstep b\nstep c\ncore d { step e }\n")
    assert [found.name for found in resolved.diagnostics] == ["misplaced-statement"]
    assert resolved.blueprint is not None
    assert list(resolved.blueprint.steps) == ["a", "b", "c", "e"]
    assert {step.phase for step in resolved.blueprint.steps.values()} == {"phase_1"}


def test_steps_without_any_phase_get_one() -> None:
    resolved = resolved_of("step a\nstep b { -> a }")
    assert resolved.blueprint is not None
    assert [phase.kind for phase in resolved.blueprint.phases] == ["interaction"]


@pytest.mark.parametrize(
    "text",
    ["", "# only a comment", "android { compileSdk 33 }\nfoo { bar }", "plugins { id }", "phase billing { step a }"],
)
def test_not_a_blueprint_is_said_once(text: str) -> None:
    resolved = resolve(Source(text, "x.bp"))
    assert resolved.blueprint is None
    assert [found.name for found in resolved.diagnostics] == ["not-a-blueprint"]


def test_a_misspelt_head_is_still_a_head() -> None:
    resolved = resolve(Source('blueprnt x "X" { currency EUR }\nphase billing { step a }', "x.bp"))
    assert [(d.name, d.fix.edits[0].text) for d in resolved.diagnostics if d.fix] == [("unknown-word", "blueprint")]
    assert resolved.blueprint is not None
    assert (resolved.blueprint.currency, list(resolved.blueprint.steps)) == ("EUR", ["a"])


def test_a_head_that_is_not_first() -> None:
    resolved = resolve(Source('role r\nblueprint x "X"\n', "x.bp"))
    assert [found.message for found in resolved.diagnostics] == ["`blueprint` is the first statement of its file."]


def test_a_broken_statement_keeps_what_it_holds() -> None:
    resolved = resolved_of('phase billing 5 {{ step a { customer "x" } }\nphase interaction { step b }')
    assert resolved.blueprint is not None
    assert "b" in resolved.blueprint.steps


def test_two_arrows_show_both() -> None:
    found, resolved = only("phase billing { step a { -> end\n-> b }\nstep b }", "two-arrows")
    assert under_line(resolved, found.span) == "-> b"
    assert [under_line(resolved, each.span) for each in found.related] == ["-> end"]
    arrow = resolved.blueprint.steps["a"].arrow  # type: ignore[union-attr]
    assert arrow is not None
    assert arrow.target == "end"


def test_an_exit_with_an_arrow_and_steps() -> None:
    text = 'phase billing { decision a { when "x" 40% -> end { step b }; when "y" 60% } }'
    found, resolved = only(text, "two-arrows")
    assert under_line(resolved, found.span) == "end"


def test_a_single_attribute_twice_shows_both() -> None:
    found, resolved = only("role r { staff 2\nstaff 3 }", "duplicate-attribute")
    assert found.message == "`staff` is written twice; only one can hold."
    assert under_line(resolved, found.span) == "staff 3"
    assert [under_line(resolved, each.span) for each in found.related] == ["staff 2"]
    assert resolved.blueprint is not None
    assert resolved.blueprint.roles["r"].staff == 2


def test_two_words_for_one_field() -> None:
    found, resolved = only('persona p { need "x" must should }', "duplicate-attribute")
    assert [under_line(resolved, each.span) for each in found.related] == ["must"]


def test_what_may_stand_often_is_put_together() -> None:
    blueprint = model(
        'policy a; policy b\nphase billing { step s { pain "1"; pain "2"; note "3"; note "4"; under a; under b } }'
    )
    notes = blueprint.steps["s"].notes
    assert (notes.pains, notes.notes, notes.under) == (("1", "2"), ("3", "4"), ("a", "b"))


@pytest.mark.parametrize(
    ("text", "range", "message"),
    [
        ("phase bilingg {}", "bilingg", "`phase` is `interaction`, `billing` or `after-sales`, not `bilingg`."),
        (
            "phase billing { step a { status seen } }",
            "seen",
            "`status` is `observed`, `assumed` or `proposed`, not `seen`.",
        ),
        ("role r { metric turnovr <= 5% }", "turnovr", "`turnovr` is no known metric; did you mean `turnover`?"),
        (
            "blueprint x { currency eur }",
            "eur",
            "`eur` is no currency: write its three capital letters, such as `EUR`.",
        ),
    ],
)
def test_words_that_are_none_of_the_choices(text: str, range: str, message: str) -> None:
    found, resolved = only(text, "unknown-value")
    assert (under_line(resolved, found.span), found.message) == (range, message)


def test_fails_stand_on_the_cell_above() -> None:
    blueprint = model(
        'phase billing { step s { fail "0" 1%; customer "a"; fail "1" 1%; wait 2min; fail "2" 1%\n'
        'backstage "b"; fail "3" 1% at s.customer }\nstep empty { fail "4" 1% } }'
    )
    assert [fail.cell for fail in blueprint.steps["s"].fails] == ["s.customer", "s.customer", "s.wait", "s.customer"]
    assert [fail.cell for fail in blueprint.steps["empty"].fails] == [""]


def test_extra_lanes_find_their_places() -> None:
    blueprint = model(
        "lane below_z below z\nlane z above support\nlane a below customer\n"
        "lane b below customer\nlane c above customer"
    )
    assert [lane.key for lane in blueprint.lanes] == [
        "evidence", "c", "customer", "a", "b", "frontstage", "backstage", "z", "below_z", "support",
    ]  # fmt: skip


def test_lanes_beside_each_other_stand_at_the_foot() -> None:
    found, resolved = only("lane a below b\nlane b below a", "wrong-reference")
    assert "has no place" in found.message
    assert resolved.blueprint is not None
    assert [lane.key for lane in resolved.blueprint.lanes][-2:] == ["a", "b"]


def test_a_misplaced_line_leaves_its_neighbours() -> None:
    assert findings('phase billing { step a { customer "x"; staff 3; frontstage "y" } }') == [
        ("misplaced-statement", "staff")
    ]
    resolved = resolved_of('phase billing { step a { customer "x"; staff 3; frontstage "y" } }')
    assert resolved.blueprint is not None
    assert list(resolved.blueprint.cells) == ["a.customer", "a.frontstage"]


INDENTED = """\
role desk "Desk"
phase interaction "Shop"
  core cut "Cut"
    step sit "Sit"
      customer "Sits down"
      frontstage "Cuts" by desk
    step pay "Pay"
      customer "Pays"
"""


def test_a_file_without_any_braces_is_told_once_what_it_lacks() -> None:
    found, resolved = only(INDENTED, "misplaced-statement")
    assert found.message == "A `step` stands in the braces of its `core`, and there are none."
    assert under_line(resolved, found.span) == "step"
    assert found.help.endswith("and likewise for the `phase` above it.")
    line, _ = resolved.sources["test.bp"].line_column(found.related[0].span.start)
    assert resolved.sources["test.bp"].line(line) == '  core cut "Cut"'


def test_one_step_without_braces_names_that_step() -> None:
    text = 'phase billing {\n step a "A"\n  customer "X"\n  frontstage "Y"\n step b { customer "Z" }\n}\n'
    found, _ = only(text, "misplaced-statement")
    assert found.message == "A `customer` stands in the braces of its `step`, and there are none."


WRAPPED = """\
blueprint a "A" {
  currency EUR
  role desk "Desk"
  phase interaction {
    step s { customer "X"; frontstage "Y" by desk }
  }
}
"""


def test_a_file_wrapped_in_the_braces_of_its_blueprint_is_read_and_told_once() -> None:
    found, resolved = only(WRAPPED, "misplaced-statement")
    assert under_line(resolved, found.span) == "role"
    assert resolved.blueprint is not None
    assert list(resolved.blueprint.roles) == ["desk"]
    assert [step.key for step in resolved.blueprint.steps.values()] == ["s"]
    model(fixed(found, resolved))


def test_a_mistake_inside_wrapped_braces_is_told_too() -> None:
    assert findings(WRAPPED.replace("by desk", "by dsk")) == [
        ("misplaced-statement", "role"),
        ("unknown-reference", "dsk"),
    ]


def test_a_word_written_as_several_is_mended_whole() -> None:
    found, resolved = only('phase billing { step s { customer "X"\nmoment of truth\n} }', "unknown-word")
    assert "moment-of-truth\n}" in fixed(found, resolved)


@pytest.mark.parametrize("place", [*PLACES, "library top", "open service"])
def test_what_can_stand_in_a_place_has_a_page(place: str) -> None:
    page = page_of(place)
    assert page in WORDS
    assert words_in(place_of(page))


def test_an_unknown_word_says_where_the_known_ones_are_listed() -> None:
    for text, page in (
        ('phase billing { qqqq "X" }', "phase"),
        ('role r "R" { qqqq "X" }', "role"),
        ('qqqq "X"', "blueprint"),
    ):
        found, _ = only(text, "unknown-word")
        assert found.help.endswith(f"`blueprint explain {page}` lists what can stand here.")


def test_a_lane_written_as_two_words_is_mended_whole() -> None:
    found, resolved = only('phase billing { step s { customer "X"\nback stage "Cooks"\n} }', "unknown-word")
    assert found.message == "`back stage` is no lane or statement; did you mean `backstage`?"
    assert '\nbackstage "Cooks"\n}' in fixed(found, resolved)
    assert resolved.blueprint is not None
    assert "s.backstage" in resolved.blueprint.cells


def test_a_word_before_the_head_is_taken_away() -> None:
    resolved = resolve(Source('service blueprint "X" { kind task }\nphase billing\n', "test.bp"))
    (found,) = resolved.diagnostics
    assert (found.name, under_line(resolved, found.span)) == ("unknown-word", "service")
    assert fixed(found, resolved) == 'blueprint "X" { kind task }\nphase billing\n'
    assert resolved.blueprint is not None
    assert resolved.blueprint.title == "X"


def test_a_text_that_is_no_blueprint_says_how_one_begins() -> None:
    found = resolve(Source("Dear all,\nhere it is.\n", "x.bp")).diagnostics
    assert [each.name for each in found] == ["not-a-blueprint"]
    assert "Begin with `blueprint" in found[0].help


def test_a_when_without_its_condition_is_no_link() -> None:
    found, resolved = only('phase billing { step s { customer "X"; when -> end } }', "name-missing")
    assert under_line(resolved, found.span) == "when"
    assert 'when "…" -> end' in found.help
    model('phase billing { step when { customer "X" } step b { customer "Y" }\nwhen ~> b }')
