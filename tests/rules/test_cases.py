"""Every case in Markdown, and the Bad and Good of every rule's own manual."""

from __future__ import annotations

from pathlib import Path

import pytest

from blueprint.diagnostics import Diagnostic, apply
from blueprint.rules import RULES, Rule
from blueprint.rules.manual import Example, example, sections
from tests.rules.cases import FOLDER, examples, expected, findings, found

CASES = [
    pytest.param(page.stem, case, id=f"{page.relative_to(FOLDER).with_suffix('')}-{number}")
    for page in sorted(FOLDER.rglob("*.md"))
    for number, case in enumerate(examples(page), 1)
]
BY_NAME = [pytest.param(rule, id=rule.name) for rule in RULES]


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_just_the_expected_findings_stand_on_their_lines(rule: str, case: Example) -> None:
    assert found(case, rule) == expected(case)


@pytest.mark.parametrize("rule", BY_NAME)
def test_bad_fires_and_good_is_silent(rule: Rule) -> None:
    manual = sections(rule)
    bad, good = findings(example(manual["Bad"]), rule.name), findings(example(manual["Good"]), rule.name)
    assert rule.name in {each.name for each in bad}
    assert [each for each in good if each.severity == "error" or each.name == rule.name] == []
    assert {each.code for each in bad if each.name == rule.name} == {rule.code}


@pytest.mark.parametrize("rule", BY_NAME)
def test_every_case_page_has_its_rule_both_firing_and_silent(rule: Rule) -> None:
    page = next(FOLDER.rglob(f"{rule.name}.md"))
    names = [{name for _, _, name in expected(case)} for case in examples(page)]
    assert any(rule.name in each for each in names), "a case in which it fires"
    assert any(not each for each in names), "a case in which nothing is found"


def _count(found: tuple[Diagnostic, ...], like: Diagnostic) -> int:
    return sum((each.name, each.message) == (like.name, like.message) for each in found)


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_a_fix_ends_the_finding_it_belongs_to(rule: str, case: Example) -> None:
    for each in findings(case, rule):
        if each.fix is None or Path(each.span.file).name != "main.bp":
            continue
        after = findings(Example(apply(case.text, [each.fix]), case.files), rule)
        assert _count(after, each) < _count(findings(case, rule), each)
