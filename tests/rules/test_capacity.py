"""Roles with too much to do: every number that is offered is enough by itself, as it is written and where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from blueprint.diagnostics import Diagnostic
from blueprint.graph import build
from blueprint.rules import judge
from blueprint.rules.manual import Example
from blueprint.rules.settings import Selection, Settings
from tests.rules.cases import FOLDER, examples, understand

RULES = ("role-over-capacity", "role-near-capacity")
CASES = [case for rule in RULES for case in examples(FOLDER / "people" / f"{rule}.md")]
OFFER = re.compile(r"`((\w+) [^`]+)`(?: for (“[^”]+”))?")

LIBRARY = """blueprint "Library" { demand 60/day; hours 8h/day }
role librarian "Librarian" {
  staff 2
  hours 6h/day
}
phase interaction {
  core "Loan" { step lend "Lend" { customer "Asks"; frontstage "Lends" by librarian takes 5min } }
}
"""


def _found(case: Example, options: dict[tuple[str, str], float] | None = None) -> list[Diagnostic]:
    resolved = understand(case)
    assert resolved.blueprint
    settings = Settings(selections=(Selection(RULES),), options=options or {})
    return list(
        judge(resolved.blueprint, build(resolved.blueprint), resolved.diagnostics, settings, resolved.sources).findings
    )


def _offers(text: str, found: Diagnostic) -> Iterator[tuple[str, str]]:
    """What the help says to write, with the text in which it is written."""
    places = [(found.span, ""), *((each.span, each.message) for each in found.related)]
    for written, word, cell in OFFER.findall(found.help):
        spans = [span for span, says in places if text[span.start : span.end].startswith(word)]
        spans = [span for span, says in places if span in spans and (not cell or not says or says.startswith(cell))]
        assert spans, f"{written} stands nowhere"
        if written != text[spans[0].start : spans[0].end]:  # else it is named, not offered
            yield written, text[: spans[0].start] + written + text[spans[0].end :]


def _who(found: Diagnostic) -> str:
    return found.message.partition(" would")[0]


@pytest.mark.parametrize("case", CASES, ids=range(len(CASES)))
def test_each_number_that_is_offered_is_enough(case: Example) -> None:
    for found in _found(case):
        offers = list(_offers(case.text, found))
        assert offers or "No small change" in found.help or "See what sends them back" in found.help
        for written, text in offers:
            left = [each.message for each in _found(Example(text, case.files)) if _who(each) == _who(found)]
            assert left == [], written


@pytest.mark.parametrize(
    ("right", "wrong", "underlined", "first"),
    [
        ("hours 6h/day", "hours 1h/day", "hours 1h/day", "`hours 3h/day`"),
        ("takes 5min", "takes 5h", "staff 2", ""),
        ("staff 2", "staff 2; availability 8%", "availability 8%", "`availability 50%`"),
        ("demand 60/day", "demand 600/day", "staff 2", ""),
        ("staff 2", "staff 0.2", "staff 0.2", ""),
    ],
)
def test_the_number_that_looks_like_a_slip_is_underlined(right: str, wrong: str, underlined: str, first: str) -> None:
    assert _found(Example(LIBRARY)) == []
    text = LIBRARY.replace(right, wrong)
    (found,) = _found(Example(text))
    assert text[found.span.start : found.span.end] == underlined
    assert found.help.startswith("Look here first: ") == bool(first)
    assert (
        f"to stay within 85% it has to be at least {first}." in found.help
        if first
        else "more often a slip" in found.help
    )
    shown = {text[each.span.start : each.span.end] for each in found.related}
    assert wrong.rpartition("; ")[2] in shown | {underlined}


def test_what_is_offered_keeps_within_the_limit_that_is_set() -> None:
    case = Example(LIBRARY.replace("staff 2", "staff 0.5"))
    (usual,), (strict,) = _found(case), _found(case, {("role-near-capacity", "limit"): 0.5})
    assert "to stay within 85%: " in usual.help
    assert "to stay within 50%: " in strict.help


def test_where_nobody_may_be_busy_nothing_is_offered() -> None:
    (found,) = _found(Example(LIBRARY), {("role-near-capacity", "limit"): 0.0})
    assert found.help == (
        "No small change of a single one of these numbers is enough to stay within 0%: see whether each is right."
    )


def test_what_is_far_from_what_is_written_is_not_offered() -> None:
    """Three people for one, or a third of the time, may be a remedy; eleven for one are none."""
    text = LIBRARY.replace("staff 2", "staff 1").replace("hours 6h/day", "hours 1h/day")
    (found,) = _found(Example(text))
    assert found.help == (
        "Look here first: `hours 1h/day` is less than half a working day. Write the hours they really work: to "
        "stay within 85% it has to be at least `hours 6h/day`."
    )
    (many,) = _found(Example(LIBRARY.replace("demand 60/day", "demand 600/day")))
    assert "`" not in many.help
    assert "No small change of a single one of these numbers is enough to stay within 85%" in many.help


def test_one_who_serves_one_has_no_plurals() -> None:
    (found,) = _found(Example(LIBRARY.replace("60/day", "1/day").replace("staff 2", "staff 1").replace("5min", "7h")))
    assert found.message == (
        "“Librarian” would be busy 117% of the time: 1 customer a day brings 7 h of work, and 1 person × 6 h a day "
        "offers 6 h."
    )
