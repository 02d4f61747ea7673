"""What the help of a rule says to write is legal where it is said: names are declared, or declared in the same breath,
and the text that it makes has no finding that was not there before."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from blueprint.diagnostics import Diagnostic
from blueprint.graph import build
from blueprint.rules import RULES, find, judge
from blueprint.rules.manual import Example, example, sections
from blueprint.rules.settings import Selection, Settings
from tests.rules.cases import findings, understand
from tests.rules.test_cases import CASES

OFFER = re.compile(r"`([^`]+)`")
NAMED = re.compile(r"(?:\b(?:by|via|using|or|escalates|includes|insights|under|meets)|->) ([\w.]+)")
DECLARED = re.compile(r"\b(?:role|channel|system|recovery|insight|package|step|core) (\w+)")
WORDS = {"end", "next", "again", "start"}


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_names_that_help_tells_to_write_are_declared(rule: str, case: Example) -> None:
    resolved = understand(case)
    assert resolved.blueprint is not None or not findings(case)
    for each in findings(case, rule):
        offers = "\n".join(OFFER.findall(each.help))
        known = set(DECLARED.findall(offers)) | WORDS
        known |= set(resolved.blueprint.symbols) if resolved.blueprint else set()
        assert set(NAMED.findall(offers)) - known == set(), each.help


# ------------------------------------------------------------------------------- offers that are written into the text

Change = tuple[str, str]
SERVED = '{ customer "Goes"; frontstage "Serves" }'

# For each rule, ways to do in its Bad what its help says: pieces of the text, and what is written there instead.
DONE: dict[str, list[list[Change]]] = {
    "no-customer-action": [[("backstage", 'customer "Asks for a table"; backstage')]],
    "unreachable-step": [
        [("; -> collect", "")],
        [("-> collect", "-> repair")],
        [("-> collect", 'when "Only a quote" 20% -> collect')],
        [('"Repair" { back', '"Repair" { offstage; back')],
    ],
    "dead-end-step": [[("offstage; ", "")], [("; -> grind }", " }\n    grind ~> order")]],
    "loop-without-end": [[("-> measure", 'when "…" 20% -> measure')]],
    "offstage-entered": [[("offstage; ", "")], [("; -> bake }", " }\n    bake ~> choose")]],
    "lane-performer-conflict": [
        [("customer", "frontstage"), ("step buy", 'step "Go" { customer "Goes" }\n    step buy')]
    ],
    "decision-one-exit": [[("90%\n", '90%\n      when "Otherwise" 10% -> end\n')]],
    "decision-exit-unlabelled": [[("-> end", 'when "Otherwise" -> end')]],
    "two-arrows": [[("; -> leave }", '; when "…" 20% -> leave }')]],
    "staff-not-positive": [[("staff 0", "staff 0.5")]],
    "package-unknown-content": [[("includes match", "includes lessons")]],
    "self-link": [[("~> pms", "~> check_in")]],
    "recovery-missing": [
        [
            ("high", "high -> put_right"),
            ("    }\n  }", '    }\n    recovery put_right "Put it right" { frontstage "Brings a coffee" }\n  }'),
        ],
        [("high", "high escalates manager"), ("phase", 'role manager "Manager"\nphase')],
    ],
    "fail-likelihood-missing": [[("high", "3% high")]],
    "fail-owner-missing": [[("3%", '3% owner "Front office"')]],
    "evidence-missing": [[("customer", 'evidence "Desk, lobby, key"; customer')]],
    "visibility-leap": [[('reservation"', 'reservation" via phone'), ("phase", 'channel phone "Telephone"\nphase')]],
    "support-touches-customer": [
        [("by tracking", "by tracking via phone"), ("phase", 'channel phone "Telephone"\nphase')]
    ],
    "handoff-without-standard": [[("by doctor", "by doctor takes 20min")], [("by doctor", "by doctor acceptable 1d")]],
    "moment-without-standard": [[("moment-of-truth", 'moment-of-truth; standard "You can see your face in them"')]],
    "wait-unexplained": [[("acceptable 30min", 'acceptable 30min notice "Screen shows the queue"')]],
    "performer-missing": [[('"Cooks"', '"Cooks" by waiter')]],
    "provider-need-missing": [[('"Tutor"', '"Tutor" { need "Know the delay before the customer asks" }')]],
    "job-missing": [[('"Car repair"', '"Car repair" { job "When it breaks, I want it mended, so that I drive" }')]],
    "need-unmet": [[('"Buffs"', '"Buffs" meets commuter.chat')], [('"A chat"', '"A chat" unmet because "no time"')]],
    "insight-missing": [
        [("phase", 'insight rush "Guests are tired at night"\nphase'), ('"Visit" {', '"Visit" { insights rush;')],
    ],
    "billing-first-undeclared": [
        [('"Data bundle"', '"Data bundle" { terms prepaid }')],
        [('"Data bundle"', '"Data bundle" { terms contract }')],
    ],
    "price-unseen": [[('the card"', 'the card" pays 60.00; evidence "Bill"')]],
    "core-without-price": [[("{ step sleep", "{ price 0; step sleep")]],
    "facilitating-priced": [[("facilitating", "core")]],
    "access-without-response": [
        [('"Support line"', '"Support line" hours 10h/day')],
        [("kind access", "kind access; metric response-time <= 2min")],
    ],
    "tier-without-metric": [
        [("{ step ask", "{ metric csat >= 4.2/5; step ask")],
        [("{ step ask", "{ metric response-time <= 5min; step ask")],
    ],
    "metric-without-target": [[("error-rate", "error-rate <= 8%")]],
    "transactions-only": [[('"Car repair"', '"Car repair" { metric repeat-rate >= 55% }')]],
    "unused-declaration": [[("by waiter }", 'by waiter; backstage "Cooks" by cook }')]],
    "observed-without-source": [
        [("observed", 'observed source "Stopwatch, 40 guests in May"')],
        [("observed", "assumed")],
    ],
    "standard-without-acceptable": [[('"Shoeshine"', '"Shoeshine" { acceptable 30s }')]],
    "wait-without-acceptable": [[("10min", "10min acceptable 15min")]],
    "action-without-contact": [[('"Looks for the room"', '"Looks for the room"; frontstage "Shows the way"')]],
    "single-point-of-failure": [
        [("staff 1", "staff 2")],
        [('"Polishes" by shiner', '"Polishes" by shiner or helper'), ("phase", 'role helper "Helper"\nphase')],
    ],
    "skills-mismatch": [[("technical", "technical, interpersonal")]],
    "not-empowered": [
        [('"Desk clerk"', '"Desk clerk" { empowered "Refunds up to 50" }')],
        [("3%", "3% escalates manager"), ("phase", 'role manager "Manager"\nphase')],
    ],
    "petal-missing": [[('"Booking"', '"Booking" as order-taking')]],
    "not-productised": [[("phase", 'package one "One visit" { price 55.00; includes lessons }\nphase')]],
    "digital-path-missing": [
        [("phase", 'channel app "App" digital\nphase'), ('"Calls" via phone', '"Calls" via phone, app')]
    ],
    "dip-without-idea": [
        [("emotion -2", 'emotion -2; pain "No news"')],
        [("emotion -2", 'emotion -2; idea "Show it"')],
    ],
    "owner-missing": [[('"Hotel"', '"Hotel" { owner "Head of rooms" }')]],
    "fail-points-none": [[('"Writes the ticket"', '"Writes the ticket"; fail "Room not ready" 3%')]],
    "core-missing": [
        [
            (
                "interaction {",
                'interaction {\n  core stay "Overnight stay" { step "Stay" { customer "Stays"; frontstage "Says" } }',
            )
        ]
    ],
    "acceptable-below-standard": [[("acceptable 1min", "acceptable 90s")]],
    "recovery-over-acceptable": [[("acceptable 2min30s", "acceptable 2min45s")]],
    "time-over-acceptable": [[("acceptable 5min", "acceptable 8min")]],
    "wait-over-acceptable": [[("acceptable 15min", "acceptable 20min")]],
    "promise-over-capability": [[("within 45min", "within 50min")]],
    "maybe-meanwhile": [[("frontstage", "meanwhile frontstage")]],
    "review-stale": [[("2020-05-21", "2027-05-21")]],
    "scenario-unknown-target": [[("role waitress", "role waiter")]],
    "interaction-missing": [
        [
            (
                "}\nphase",
                '}\nphase interaction { core "Mend" { step "M" {SERVED} } }\nphase',
            )
        ]
    ],
    "billing-missing": [
        [
            (
                "}\nphase after",
                '}\nphase billing { step "Pay" { customer "Pays" pays 60.00; frontstage "Thanks" } }\nphase after',
            )
        ]
    ],
    "after-sales-missing": [
        [
            (
                "}\nphase billing",
                '}\nphase after-sales { step "Ask" { frontstage "Asks"; customer "Answers" } }\nphase billing',
            )
        ]
    ],
}
# A thing that is new may be asked about in its turn: these questions are the method, and none is of what was offered.
NEXT = {
    "access-without-response-2": {"transactions-only"},
    "fail-points-none-1": {"fail-owner-missing", "recovery-missing"},
    "core-missing-1": {"core-without-price"},
}

WAYS = [
    pytest.param(rule, changes, NEXT.get(f"{rule}-{number}", set()), id=f"{rule}-{number}")
    for rule, ways in DONE.items()
    for number, changes in enumerate(ways, 1)
]


@pytest.mark.parametrize(("name", "changes", "asked_next"), WAYS)
def test_what_help_says_ends_the_finding_and_makes_no_other(
    name: str, changes: list[Change], asked_next: set[str]
) -> None:
    rule = find(name)
    assert rule is not None
    bad = example(sections(rule)["Bad"])
    text = bad.text
    for old, new in changes:
        assert old in text
        text = text.replace(old, new.replace("{SERVED}", SERVED), 1)
    helps = [each.help for each in findings(bad, name) if each.name == name]
    offers = [offer.strip().removesuffix("… }") for help in helps for offer in OFFER.findall(help)]
    taken_away = all(new in old for old, new in changes)
    assert taken_away or any(_count(offer, text) > _count(offer, bad.text) for offer in offers), offers
    # An error holds many warnings back: only errors are compared then.
    before, after = (_names(each, rule.kind == "E") for each in (bad, Example(text, bad.files)))
    assert after[name] < before[name]
    assert set(after - before) == asked_next


def _count(offer: str, text: str) -> int:
    """How often an offer stands in a text; what is left blank in it, `…`, can be any words."""
    return len(re.findall(re.escape(offer).replace("…", r"[^`\n]+?"), text))


def _names(case: Example, errors: bool) -> Counter[str]:
    """How many findings there are of each name, whether or not a sketch would hold them back."""
    return Counter(each.name for each in _all(case) if each.severity == "error" or not errors)


def _all(case: Example) -> tuple[Diagnostic, ...]:
    resolved = understand(case)
    assert resolved.blueprint is not None
    settings = Settings(selections=(Selection(("all",), ignore=("sketch",)),), today="2026-11-21")
    return judge(
        resolved.blueprint, build(resolved.blueprint), resolved.diagnostics, settings, resolved.sources
    ).findings


# There the help names words and files, not a text; a sketch has only its job asked for, as does `job-missing`; what is
# offered to roles with too much to do has a test of its own.
UNWRITTEN = {
    "currency-mixed", "duplicate-name", "metric-wrong-tier", "role-near-capacity", "role-over-capacity",
    "sketch", "suppression-unexplained", "use-outside-root",
}  # fmt: skip


def test_what_each_rule_says_to_write_is_written_here() -> None:
    told = {
        rule.name
        for rule in RULES
        for each in findings(example(sections(rule)["Bad"]), rule.name)
        if each.name == rule.name and OFFER.search(each.help)
    }
    assert told - DONE.keys() == UNWRITTEN
    assert DONE.keys() <= told


# ------------------------------------------------------------------------------- words that are written in other places

METRICS = ('"Ours"', "completion-rate", "error-rate")


@pytest.mark.parametrize("metric", METRICS)
@pytest.mark.parametrize("sign", ["<=", "<", ">=", ">", "="])
@pytest.mark.parametrize("actual", ["4%", "5%", "6%"])
def test_a_sign_that_is_offered_ends_the_finding(metric: str, sign: str, actual: str) -> None:
    def missed(sign: str) -> list[Diagnostic]:
        text = (
            f'blueprint "B"\nphase interaction {{ core "C" {{ metric {metric} {sign} 5% actual {actual}\n'
            f"step a {SERVED} }} }}\n"
        )
        return [each for each in findings(Example(text), "metric-missed") if each.name == "metric-missed"]

    offered = [each.removesuffix(" 5%") for said in missed(sign) for each in OFFER.findall(said.help) if " " in each]
    right = {"completion-rate": ">", "error-rate": "<"}.get(metric, "")
    asked = bool(missed(sign)) and sign != "=" and (not right or not sign.startswith(right))
    assert len(offered) == asked
    assert not any(missed(each) for each in offered)


@pytest.mark.parametrize("name", ["interaction-missing", "billing-missing", "after-sales-missing"])
def test_a_phase_that_may_be_the_missing_one_can_become_it(name: str) -> None:
    tried = 0
    for each in (param.values[1] for param in CASES if param.values[0] == name):
        assert isinstance(each, Example)
        for found in findings(each, name):
            if found.name != name or "another kind" not in found.help:
                continue
            place, kind = found.related[-1].span, OFFER.findall(found.help)[0]
            after = Example(each.text[: place.start] + kind + each.text[place.end :], each.files)
            before = {other.name for other in findings(each, name)}
            assert {other.name for other in findings(after, name)} == before - {name}
            tried += 1
    assert tried


# --------------------------------------------------------------------------------------- the outcome that is missing

PLACES = {
    "before others": "%s\nstep c {A}\nstep b {A}",
    "last": "step b {A}\n%s",
    "in a parallel": 'parallel { branch "x" { %s\nstep c {A}\nstep b {A} }\nbranch "y" { step z {A} } }',
}
EXITS = (
    "", 'when "Yes"', 'when "Yes" 90%', 'when "Yes" 33.3%', 'when "Yes" 100%', 'when "Yes" 80% -> b',
    'when "Yes" 80% -> again', 'when "Yes" -> b', 'when "Yes" 80% { step q {A} }', "-> b",
)  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("written", EXITS)
def test_the_outcome_that_is_offered_is_all_that_is_missing(place: str, written: str) -> None:
    def errors(exits: str) -> tuple[Diagnostic, ...]:
        decision = f'decision d "Which?" {{ customer "Thinks"; {exits} }}'
        text = f'blueprint "B"\nphase interaction {{ core "C" {{\nstep a {{A}}\n{PLACES[place] % decision}\n}} }}\n'
        return findings(Example(text.replace("{A}", '{ customer "Goes" }')))

    found = next(each for each in errors(written) if each.name == "decision-one-exit")
    offered = [each for each in OFFER.findall(found.help) if each.startswith("when")]
    exits = "; ".join(offered if not written or written.startswith("->") else [written, *offered])
    if "leave out its 100%" in found.help:
        exits = exits.replace(" 100%", "")
    assert [each.message for each in errors(exits.replace("{ … }", "{ step q {A} }"))] == []
