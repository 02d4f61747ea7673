"""The registry, the modules, the pages of the manual and the cases say the same."""

from __future__ import annotations

import importlib
from pathlib import Path

import blueprint.rules
from blueprint.model.findings import FINDINGS
from blueprint.rules import FIGURES, MODULES, RULES
from blueprint.rules.held import NEEDED
from blueprint.rules.manual import SECTIONS, every, example, sections
from blueprint.rules.suppress import REPORTED
from tests.conftest import Golden
from tests.rules.cases import FOLDER
from tools.build_rule_pages import FOLDER as PAGES
from tools.build_rule_pages import files, pictures

PACKAGE = Path(blueprint.rules.__file__).parent


def test_of_every_rule_that_judges_figures_it_is_known_what_it_needs() -> None:
    assert set(NEEDED) == FIGURES


def test_every_module_is_registered_and_named_after_its_rule() -> None:
    modules = {path for path in PACKAGE.glob("*/*.py") if path.name != "__init__.py"}
    names = [f"blueprint.rules.{path.parent.name}.{path.stem}" for path in sorted(modules)]
    rules = {importlib.import_module(name).RULE for name in names}
    assert rules == set(RULES)
    assert {f"blueprint.rules.{module}" for module in MODULES.values()} == set(names)
    assert [rule.code for rule in RULES] == list(MODULES)
    assert {path.stem.replace("_", "-") for path in modules} == {rule.name for rule in RULES}


def test_names_and_codes_are_given_once_and_stand_in_order() -> None:
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes), key=lambda code: ("EWA".index(code[0]), code))
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert {rule.kind for rule in RULES} <= {"E", "W", "A"}


def test_what_resolution_or_the_suppressions_report_has_the_code_it_has_there() -> None:
    codes = {**{each.name: each.code for each in FINDINGS}, **dict(REPORTED)}
    for rule in RULES:
        assert (rule.check is None) == (rule.name in codes)
        assert codes.get(rule.name, rule.code) == rule.code


def test_every_manual_has_its_sections_and_its_examples() -> None:
    for rule in RULES:
        manual = sections(rule)
        assert tuple(manual) == SECTIONS, rule.name
        assert all(manual.values()), rule.name
        assert example(manual["Bad"]).text != example(manual["Good"]).text or example(manual["Bad"]).files, rule.name
        assert rule.summary.endswith("."), rule.name


def test_the_pages_of_the_manual_are_those_of_the_docstrings(golden: Golden) -> None:
    wanted = files()
    written = {path.relative_to(PAGES).as_posix() for path in PAGES.rglob("*") if path.is_file()}
    assert written == set(wanted), "run `python -m tools.build_rule_pages`"
    for name, text in wanted.items():
        golden(PAGES / name, text)


def test_every_page_with_a_blueprint_to_draw_has_pictures() -> None:
    shown = {rule.name: set(pictures(rule)) for rule in every()}
    assert [name for name, drawn in shown.items() if "Good" not in drawn] == [
        "too-large", "too-deep", "too-many-steps", "use-unreadable",
    ]  # fmt: skip
    assert sum("Bad" in drawn for drawn in shown.values()) > len(RULES) * 0.8


def test_every_rule_has_a_page_of_cases_in_its_family() -> None:
    families = {path.stem.replace("_", "-"): path.parent.name for path in PACKAGE.glob("*/*.py")}
    cases = {path.stem: path.parent.name for path in FOLDER.rglob("*.md")}
    assert cases == {rule.name: families[rule.name] for rule in RULES}
