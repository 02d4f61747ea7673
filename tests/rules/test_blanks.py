"""What a repair leaves open is told of afterwards: a blank that is kept as it was written would pass for an answer."""

from __future__ import annotations

import pytest

from blueprint.diagnostics import Diagnostic, apply
from blueprint.graph import build
from blueprint.rules import RULES, Rule, find, judge
from blueprint.rules.base import Context
from blueprint.rules.manual import Example, example, sections
from blueprint.rules.settings import Selection, Settings
from tests.rules.cases import understand

EVERY = Settings(selections=(Selection(("all",), ignore=("sketch",)),), today="2026-11-21")


def _found(case: Example) -> tuple[Diagnostic, ...]:
    resolved = understand(case)
    assert resolved.blueprint is not None
    return judge(resolved.blueprint, build(resolved.blueprint), resolved.diagnostics, EVERY, resolved.sources).findings


def _blanks(rule: Rule) -> list[Diagnostic]:
    """The findings of a rule in its Bad whose repair leaves something open."""
    bad = example(sections(rule)["Bad"])
    if understand(bad).blueprint is None or bad.files:
        return []
    found = [each for each in _found(bad) if each.name == rule.name and each.fix]
    return [each for each in found if each.fix and any("…" in edit.text for edit in each.fix.edits)]


LEFT_OPEN = [rule for rule in RULES if _blanks(rule)]


@pytest.mark.parametrize("rule", LEFT_OPEN, ids=lambda rule: rule.name)
def test_a_repair_that_leaves_something_open_is_told_of(rule: Rule) -> None:
    bad = example(sections(rule)["Bad"])
    for finding in _blanks(rule):
        assert finding.fix is not None
        assert not finding.fix.safe
        names = [each.name for each in _found(Example(apply(bad.text, [finding.fix])))]
        assert names.count("text-unwritten") == len(finding.fix.edits) - (rule.name == "recovery-missing")
        assert rule.name not in names


def test_repairs_that_leave_something_open_are_looked_at_here() -> None:
    assert {"need-unmet", "evidence-missing", "job-missing", "recovery-missing"} <= {rule.name for rule in LEFT_OPEN}


def test_what_begins_a_text_that_is_no_blueprint_yet_is_a_blank() -> None:
    case = Example('blueprint "…"\nphase interaction { core "C" { step a { customer "Goes" } } }\n')
    assert "text-unwritten" in [each.name for each in _found(case)]


def test_of_many_parts_nested_deep_each_is_looked_at_once() -> None:
    depth = 20
    text = "".join('parallel { branch "…" {\n' for _ in range(depth)) + 'step s { customer "Goes" }' + "} }" * depth
    resolved = understand(Example(f'blueprint "B"\nphase interaction {{ core "C" {{ {text} }} }}\n'))
    rule = find("text-unwritten")
    assert rule is not None
    assert resolved.blueprint is not None
    found = list(rule.run(Context(resolved.blueprint, build(resolved.blueprint))))
    assert len({each.span for each in found}) == len(found) == depth
