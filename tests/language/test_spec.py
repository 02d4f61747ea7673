"""The language, in the order of its specification: lexical rules, structure, in a step, scenarios, order, errors.

What the tests of syntax, model, graph and rules hold already is not said again; here stands what a reader of the
specification would look up sentence by sentence.
"""

from __future__ import annotations

import pytest

import blueprint
from blueprint.diagnostics import apply
from blueprint.graph import Flow
from blueprint.rules.settings import Settings

WHOLE = 'blueprint "T"\n{head}\nphase interaction {{\n  core svc "Service" {{\n{body}\n  }}\n}}\n{tail}\n'
AROUND = 'step a "A" {{ customer "x" takes 4min; frontstage "f" takes 1min\n{line} }}\nstep b "B" {{ customer "y" }}\n'
KNOWN = "role clerk; role lead; persona guest; persona other; system pms; channel desk; partner firm; policy law"
ERRORS = Settings("errors")  # the texts are as short as can be, and no good services


def whole(body: str, head: str = "", tail: str = "") -> str:
    """A blueprint whose one service holds these steps."""
    return WHOLE.format(head=head, body=body, tail=tail)


def step(line: str) -> str:
    """A blueprint in which a step holds these lines, before another step."""
    return whole(AROUND.format(line=line), head=KNOWN)


def told(text: str) -> list[str]:
    """Each finding as its name and the words it underlines."""
    document = blueprint.parse(text)
    return [f"{each.name}: {document.sources[each.span.file].slice(each.span)}" for each in document.check(ERRORS)]


def fixed(text: str) -> list[str]:
    """What is still found when every fix was made."""
    found = blueprint.parse(text).check(ERRORS)
    return told(apply(text, [each.fix for each in found if each.fix]))


def flow(text: str) -> Flow:
    document = blueprint.parse(text)
    assert [each.message for each in document.check(ERRORS)] == []
    return document.flow


def leads(text: str) -> list[str]:
    """The edges in which time passes, `fails` among them marked with `!`; shares only where not everybody goes."""
    return [
        f"{edge.source} {'!' if edge.kind == 'fails_to' else '-'}> {edge.target}"
        + ("" if edge.probability == 1 else " ?" if edge.probability is None else f" {edge.probability * 100:g}%")
        for edge in flow(text).edges
        if edge.kind in ("leads_to", "fails_to", "recovers_to") and edge.target != "end" and edge.source != "start"
    ]


Cases = tuple[tuple[str, list[str]], ...]

# ---------------------------------------------------------------------------------------------------- lexical rules

SAME = whole('step a "A" { customer "x" }')


@pytest.mark.parametrize("text", [
    "\ufeff" + SAME, SAME.replace("\n", "\r"), SAME.replace("\n", "\r\n"), SAME.replace(" {", "\n{"),
    SAME.replace(" {", "  # why\n\n{"), SAME.replace('"A" { ', '"A" {;;'),
], ids=["byte order mark", "CR", "CRLF", "brace on the next line", "comment before a brace", "semicolons"])  # fmt: skip
def test_the_same_text_in_another_dress(text: str) -> None:
    document = blueprint.parse(text)
    assert told(text) == []
    assert document.model is not None
    assert list(document.model.cells) == ["a.customer"]


NAMES = (
    # declared · referred to
    ("e\u0301te", "\u00e9te"),
    ("grün", "gru\u0308n"),
    ("नमस्ते", "नमस्ते"),
    ("_x", "_x"),
    ("check-in", "check-in"),
    ("a1", "a1"),
)


@pytest.mark.parametrize(("declared", "used"), NAMES)
def test_names_of_any_script_are_compared_in_one_form(declared: str, used: str) -> None:
    line = f'frontstage {declared} "k" by r_{used}; fail "F" at a.{used}'
    assert told(whole(f'step a {{ customer "x"; {line} }}', head=f"role r_{declared}")) == []


VALUES: Cases = (
    # a line of a step · what is found
    ('frontstage "k" takes 1h30m..2h', []),
    ('frontstage "k" takes 4min +-1min', []),
    ('frontstage "k" takes 4', ["bad-value: 4"]),
    ("wait 4", ["bad-value: 4"]),
    ('fail "F" 3', ["bad-value: 3"]),
    ("optional 120%", ["value-out-of-range: 120%"]),
    ('fail "F" 120%', ["value-out-of-range: 120%"]),
    ("repeats 1..4 times every 1mo", []),
    ("repeats 0 times", ["value-out-of-range: 0 times"]),
    ("emotion 3", ["value-out-of-range: 3"]),
    ("metric error-rate <= 5", ["unit-mismatch: 5"]),
    ('customer "p" pays 2.50 EUR; customer "q" pays 2 USD', ["currency-mixed: 2 USD"]),
    ('customer "p" pays 1,000.00', ["bad-value: 1,000.00"]),
)


@pytest.mark.parametrize(("line", "found"), VALUES, ids=[case[0] for case in VALUES])
def test_values(line: str, found: list[str]) -> None:
    assert told(step(line)) == found


@pytest.mark.parametrize("line", ['frontstage "k" takes 4', "wait 4", 'fail "F" 3', 'customer "p" pays 1,000.00'])
def test_a_unit_that_is_missing_is_offered(line: str) -> None:
    assert fixed(step(line)) == []


QUOTES = (
    # a line without one of its quotes · the words underlined
    ('client Riverside Bank"', "Riverside Bank"),
    ('job When I travel, I want to sleep"', "When I travel, I want to sleep"),
    ('note call me at 4pm"', "call me at 4pm"),
)


@pytest.mark.parametrize(("line", "words"), QUOTES, ids=[case[0] for case in QUOTES])
def test_a_first_quote_that_is_missing_is_one_message(line: str, words: str) -> None:
    text = f'blueprint "T" {{\n  {line}\n}}\n' + SAME.partition("\n")[2]
    assert told(text) == [f'unquoted-text: {words}"']
    assert fixed(text) == []


def test_a_first_quote_that_is_missing_before_a_tail_or_a_block() -> None:
    text = whole(
        'step a A step" {\n customer Pays" takes 4min via desk\n frontstage Takes" by clerk or lead }', head=KNOWN
    )
    assert told(text) == ['unquoted-text: A step"', 'unquoted-text: Pays"', 'unquoted-text: Takes"']
    assert fixed(text) == []


def test_an_unclosed_text_leaves_its_block() -> None:
    text = SAME.replace('"A" {', '"A {')
    assert told(SAME + 'role r "R { staff 2; rate 6.00/h }') == ['unclosed-text: "R']
    assert [each.name for each in blueprint.parse(text.replace('"x"', "pays")).resolved.diagnostics][:1] == [
        "unclosed-text"
    ]


def test_an_unclosed_long_text_ends_where_braces_close() -> None:
    text = whole('step a "A" { customer "x"; note """never closed\n  goes on\n } } }\nrole clerk "Clerk"\n#')
    assert told(text.partition("\n#")[0]) == ['unclosed-text: """never closed']


# ---------------------------------------------------------------------------------------------------- limits


def test_a_file_too_large_says_so_and_nothing_else() -> None:
    assert [each.name for each in blueprint.parse(SAME + "#" * 5_000_000).check(ERRORS)] == ["too-large"]


# ---------------------------------------------------------------------------------------------------- structure

NEITHER = (
    'cc_library {\n    name: "x",\n}\n',
    'package {\n    default_applicable_licenses: ["Android_license"],\n}\n',
    '// Copyright\n\nfilegroup { name: "x" }\n',
    'library_x = ["a"]\n',
    '{ "json": 1 }',
    "",
)


@pytest.mark.parametrize("text", NEITHER)
def test_a_file_of_another_tool_is_told_once_and_left(text: str) -> None:
    (found,) = blueprint.parse(text).check(ERRORS)
    assert (found.name, found.fix) == ("not-a-blueprint", None)


HEADERS: Cases = (
    # outside the phases · what is found
    ("role", ["name-missing: role"]),
    ('role ""', ['name-missing: ""']),
    ('persona p { need "" }', ['name-missing: ""']),
    ("persona p { need }", ["name-missing: need"]),
    ("role start", ["name-reserved: start"]),
    ("role r; system r", ["duplicate-name: r"]),
    ('lane note "N" below support', ["name-reserved: note"]),
    ('lane x "X" above x', ["wrong-reference: above x"]),
    ('lane x "X" above y\nlane y "Y" below x\nlane z "Z" below y', ["wrong-reference: above y"]),
    ('lane x "X" above y\nlane y "Y" below support line "L"', []),
    ('core other { outcome "O" }', ["misplaced-statement: core"]),
    ('core svc { outcome "O" }', []),
    ("facilitating svc { price 4 }", ["conflicting-attribute: facilitating"]),
    ("package p { includes a }", ["package-unknown-content: a"]),
    ("role r { staff 0 }", ["staff-not-positive: staff 0"]),
    ("role r { hours 25h/day }", ["value-out-of-range: 25h/day"]),
    ("role r { hours 8/day }", ["unit-mismatch: 8/day"]),
)


@pytest.mark.parametrize(("line", "found"), HEADERS, ids=[case[0] for case in HEADERS])
def test_declarations(line: str, found: list[str]) -> None:
    assert told(whole('step a "A" { customer "x" }', tail=line)) == found


def test_a_service_opened_outside_the_phases_offers_the_one_that_is_meant() -> None:
    assert fixed(whole('step a "A" { customer "x" }', tail='core svcc { outcome "O" }')) == []


def test_lines_of_a_lane_that_is_named_like_a_word_keep_their_meaning() -> None:
    text = step('evidence "e"; note "n"') + 'lane evidence "E" below support\nlane note below support'
    assert told(text) == ["name-reserved: evidence", "name-reserved: note"]


def test_an_extra_lane_has_cells_with_ids_and_tails_on_its_side_of_the_lines() -> None:
    text = whole('step a "A" { customer "x"; courier bag "k" takes 4min by firm; courier "l"; host "h" via desk }',
                 head=KNOWN + '\nlane courier "C" below support line "L"\nlane host "H" above frontstage',
                 tail="a.courier_2 ~> a.bag")  # fmt: skip
    nodes = flow(text).nodes
    assert {key: nodes[key].lane for key in nodes if "." in key} == {
        "a.customer": "customer", "a.bag": "courier", "a.courier_2": "courier", "a.host": "host",
    }  # fmt: skip
    assert [edge.crosses for edge in flow(text).out("a.customer", "leads_to")] == [
        ("interaction", "visibility", "internal", "courier")
    ]


def test_lanes_beside_lanes_lie_on_the_side_of_the_first() -> None:
    count = 2000  # each looked at once: looking along the row for each would take its square
    head = "".join(f'lane l{n} "L" below l{n + 1}\n' for n in range(count)) + f'lane l{count} "L" below frontstage'
    found = flow(whole('step a "A" { customer "x"; l0 "y"; backstage "z" }', head=head))
    assert found.out("a.customer", "leads_to")[0].crosses == ("interaction",)
    assert [edge.crosses for edge in found.out("a.l0", "leads_to")] == [("visibility",)]


PARALLELS: Cases = (
    # what stands in the parallel · its edges
    ('step p { customer "p" }; step q { customer "q" }', ["p", "q"]),
    ('branch { step p { customer "p" } }; step q { customer "q" }', ["p", "q"]),
    ('step p { customer "p"; fail "F" 3% -> r }; recovery r { customer "r" }; step q { customer "q" }', ["p", "q"]),
    ('step p { customer "p" }; step q { customer "q" }; step o { offstage; support "o" }', ["p", "q"]),
)


@pytest.mark.parametrize(("lines", "branches"), PARALLELS, ids=["lone steps", "branch", "recovery", "offstage"])
def test_what_is_a_branch_of_a_parallel(lines: str, branches: list[str]) -> None:
    found = flow(whole(f"parallel {{ {lines} }}"))
    assert [edge.target for edge in found.out("fork:parallel")] == [f"{name}.customer" for name in branches]
    assert [edge.source for edge in found.into("join:parallel", "leads_to")] == [
        f"{name}.customer" for name in branches
    ]


# ---------------------------------------------------------------------------------------------------- in a step

CELLS: Cases = (
    # lines of a step · what is found
    ("customer", ["name-missing: customer"]),
    ("frontstage takes 4min", ["name-missing: frontstage"]),
    ('backstage ""', ['name-missing: ""']),
    ("evidence", ["name-missing: evidence"]),
    ('customer pays "Pays"', []),
    ('evidence "e"; evidence "f"', []),
    ('meanwhile evidence "e"', ["misplaced-statement: meanwhile"]),
    ('frontstage "k" pays 3', ["misplaced-statement: pays 3"]),
    ('customer "k" pays 3 cost 1', []),
    ('frontstage "k" by clerk, pms, firm', []),
    ('backstage "k" by clerk or lead via desk using pms', []),
    ('customer "k" by guest for guest', []),
    ('wait "w"; meanwhile backstage "k" takes 20min', []),
    ('pause "p" 3w', []),
    ('fail "F" 3% high -> b escalates lead within 4h owner clerk note "n"', []),
    ('fail "F" at a.frontstage', []),
    ('fail "F" at b.customer', ["wrong-reference: at b.customer"]),
    ('fail "F" at a', ["wrong-reference: a"]),
    ("-> b; -> end", ["two-arrows: -> end"]),
    ('trigger "t"; under law; status observed; latitude low; tags x, "y z"; moment-of-truth', []),
    ("latitude medium", ["unknown-value: medium"]),
)  # fmt: skip


@pytest.mark.parametrize(("line", "found"), CELLS, ids=[case[0] for case in CELLS])
def test_lines_of_a_step(line: str, found: list[str]) -> None:
    assert told(step(line)) == found


MENDED: Cases = (
    # what people write in a step · what is found; the fixes mend all of it
    ('fail "X" likelihood 3% severity high -> b', ["syntax-error: likelihood", "syntax-error: severity"]),
    ('fail "X" critical', ["misspelt-word: critical"]),
    ('when "X" probability 5% -> b', ["syntax-error: probability"]),
    ('wait "X" max 4min', ["misspelt-word: max"]),
    ('pause "X" takes 3w', ["misplaced-statement: takes"]),
    ("metric csat 4.2/5", ["syntax-error: 4.2/5"]),
    ("owner Zoe", ["unknown-reference: Zoe"]),
)


@pytest.mark.parametrize(("line", "found"), MENDED, ids=[case[0] for case in MENDED])
def test_what_is_plainly_meant_in_a_step(line: str, found: list[str]) -> None:
    assert told(step(line)) == found
    assert fixed(step(line)) == []


def test_a_line_that_begins_with_a_reference_is_one_message() -> None:
    assert told(step("b.customer takes 4min")) == ["syntax-error: b.customer"]


def test_what_starts_together_needs_something_before_it() -> None:
    text = whole('step a "A" { evidence "e"; meanwhile customer "x"; frontstage "f" }')
    assert told(text) == ["misplaced-statement: meanwhile"]
    assert fixed(text) == []


ARROWS: tuple[tuple[str, list[str], str], ...] = (
    # the target · what is found · the target that the fix writes
    ("b", [], ""),
    ("next", [], ""),
    ("side", [], ""),
    ("par", [], ""),
    ("b.customer", ["wrong-reference: b.customer"], "b"),
    ("later", ["wrong-reference: later"], "z"),
    ("extra", ["wrong-reference: extra"], "z"),
    ("b.nothing", ["unknown-reference: nothing"], ""),
    ("clerk", ["wrong-reference: clerk"], ""),
)


@pytest.mark.parametrize(("target", "found", "meant"), ARROWS, ids=[case[0] for case in ARROWS])
@pytest.mark.parametrize("line", ['when "W" 5% -> {}', 'fail "F" 5% -> {}'])
def test_targets_of_arrows(line: str, target: str, found: list[str], meant: str) -> None:
    tail = 'phase billing later "Later" { facilitating extra "Extra" { step z "Z" { customer "z" } } }'
    body = AROUND.format(line=line.format(target))
    body += 'parallel par { branch side { step p { customer "p" } }; step q { customer "q" } }'
    text = whole(body, head=KNOWN, tail=tail)
    assert told(text) == found
    if meant:
        assert fixed(text) == []
        assert f"-> {meant}" in apply(text, [each.fix for each in blueprint.parse(text).check(ERRORS) if each.fix])


def test_an_arrow_into_a_branch_runs_that_branch_alone() -> None:
    body = AROUND.format(line='when "W" 30% -> side')
    text = whole(body + 'parallel { branch side { step p { customer "p" } }; step q { customer "q" } }')
    assert "a.frontstage -> p.customer 30%" in leads(text)


# ---------------------------------------------------------------------------------------------------- scenarios

STAGE = AROUND.format(line='when "W" 5% -> end; fail "F" 3%') + 'decision d "D?" { when "J" 30%; when "N" }'
OVERLAYS: Cases = (
    # what the scenario says · what is found
    ("demand 5/day; acceptable 3min; role clerk { staff 3 }", []),
    ("phase stay { repeats 2 times }", []),
    ('step a { customer takes 9min; fail "F" 9%; when "W" 50%; frontstage by lead }', []),
    ("step a { customer }", []),
    ("step d { }", ["scenario-unknown-target: step"]),
    ("partner pms { cost 3 }", ["scenario-unknown-target: partner"]),
    ("facilitating svc { price 3 }", ["conflicting-attribute: facilitating"]),
    ("step a { frontstage pays 3 }", ["misplaced-statement: pays 3"]),
    ('step a { fail "F" at b.customer }', ["wrong-reference: at b.customer"]),
    ("phase nowhere { repeats 2 times }", ["scenario-unknown-target: nowhere"]),
)


@pytest.mark.parametrize(("line", "found"), OVERLAYS, ids=[case[0] for case in OVERLAYS])
def test_what_a_scenario_may_change(line: str, found: list[str]) -> None:
    text = whole(STAGE, head=KNOWN, tail=f'scenario s "S" {{ {line} }}').replace(
        "interaction {", 'interaction stay "S" {'
    )
    assert told(text) == found
    if any(each.fix for each in blueprint.parse(text).check(ERRORS)):
        assert fixed(text) == []


# ---------------------------------------------------------------------------------------------------- order and links

LINKS: Cases = (
    # a line outside the steps · what is found
    ("a -> b", []),
    ("a.frontstage -> b.customer", []),
    ("pms ~> b", []),
    ("clerk <-> guest", []),
    ("svc ~> pms", []),
    ("a -> end", ["wrong-reference: end"]),
    ("start -> a", ["wrong-reference: start"]),
    ("a ~> next", ["wrong-reference: next"]),
    ("a ~> nothing", ["unknown-reference: nothing"]),
    ("a ~> a", ["self-link: a ~> a"]),
)


@pytest.mark.parametrize(("line", "found"), LINKS, ids=[case[0] for case in LINKS])
def test_ends_of_links(line: str, found: list[str]) -> None:
    assert told(whole(AROUND.format(line=""), head=KNOWN, tail=line)) == found


ORDERS: Cases = (
    # the steps · the edges between them, start and end aside
    ('step a { customer "x"; backstage "b"; support "s"; backstage "c" via desk; support "t" }; '
     'step z { customer "z" }',
     ["a.customer -> a.backstage", "a.backstage -> a.support", "a.support -> a.backstage_2",
      "a.backstage_2 -> a.support_2", "a.backstage_2 -> z.customer"]),
    ('step a { customer "x"; when "W" -> z }; step b { customer "y" }; step z { customer "z" }',
     ["a.customer -> z.customer ?", "a.customer -> b.customer ?", "b.customer -> z.customer"]),
    ('step a { customer "x"; fail "F" 3% -> r }; step b { customer "y"; fail "G" 5% -> r }; '
     'recovery r { customer "r" }',
     ["a.customer !> r.customer 3%", "a.customer -> b.customer", "b.customer !> r.customer 5%",
      "r.customer -> b.customer ?"]),
    ('step a { customer "x"; fail "F" 3% -> r }; recovery r { customer "r"; fail "G" 5% -> q }; '
     'recovery q { customer "q" }; step b { customer "y" }',
     ["a.customer !> r.customer 3%", "a.customer -> b.customer", "r.customer !> q.customer 5%",
      "r.customer -> b.customer", "q.customer -> join:r.next", "join:r.next -> b.customer"]),
)  # fmt: skip


@pytest.mark.parametrize(("body", "edges"), ORDERS, ids=["contact", "unknown share", "shared recovery", "chained"])
def test_order(body: str, edges: list[str]) -> None:
    assert leads(whole(body, head="channel desk")) == edges
