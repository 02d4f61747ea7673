"""The manual of what is reported without a module among the rules, and the order of the whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from blueprint.model.findings import FINDINGS
from blueprint.rules import RULES, Rule
from blueprint.rules.manual import every, example, plain, sections
from blueprint.syntax.codes import CODES
from tests.rules.cases import findings

OTHERS = [pytest.param(rule, id=rule.name) for rule in every() if rule not in RULES]
# What only a huge file shows, or a file that is no text.
UNSHOWN = {"too-large", "too-deep", "too-many-steps", "use-unreadable"}


def test_all_that_can_be_reported_has_a_manual() -> None:
    names = [rule.name for rule in every()]
    assert len(set(names)) == len(names)
    assert set(names) == {*CODES, *(each.name for each in FINDINGS), *(rule.name for rule in RULES)}
    assert len({rule.code for rule in every()}) == len(names)


def test_a_summary_is_said_once() -> None:
    summaries = {each.name: each.summary for each in FINDINGS}
    assert [rule.name for rule in every() if rule.name in summaries and rule.summary != summaries[rule.name]] == []


@pytest.mark.parametrize("rule", OTHERS)
def test_bad_is_reported_and_good_is_silent(rule: Rule) -> None:
    manual = sections(rule)
    assert manual["What"]
    assert rule.summary.endswith(".")
    assert rule.summary in plain(rule)
    assert ("Bad" not in manual) == (rule.name in UNSHOWN)
    if "Bad" in manual:
        bad = findings(example(manual["Bad"]))
        assert {each.name for each in bad if Path(each.span.file).name == "main.bp"} == {rule.name}
        assert findings(example(manual["Good"])) == ()


def test_every_rule_has_a_family() -> None:
    assert {rule.family for rule in every()} >= {"form", "meaning", "structure", "branching"}
    assert all(rule.family for rule in every())
