"""While errors stand, many rules are not asked: the summary says so, and only where one of them really waits."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import SMALL, Run

THESE, THIS = "More is checked once these errors are mended.", "More is checked once this error is mended."
LOOP = 'blueprint "B"\nphase interaction { core "C" { step a { customer "Goes"; -> a } } }\n'


@pytest.mark.parametrize("form", ["full", "concise", "grouped"])
def test_the_summary_says_that_more_is_checked(run: Run, form: str) -> None:
    assert run("check", "broken.bp", "--output-format", form).stdout.endswith(f"{THESE}\n")


def test_an_error_of_a_rule_holds_back_what_judges_figures(run: Run) -> None:
    Path("self.bp").write_text(SMALL + "barista ~> barista\n", "utf-8")
    assert run("check", "self.bp").stdout.rstrip().endswith(THIS)


@pytest.mark.parametrize(
    ("text", "arguments"),
    [
        (SMALL.replace("    metric error-rate <= 3%\n", ""), ()),  # a warning holds nothing back
        (LOOP, ()),  # there are no figures to judge
        (SMALL.replace("by barista takes 20s", "by baristo takes 20s"), ("--select", "E1")),
        (
            SMALL.replace("    metric error-rate <= 3%\n", "")
            + "barista ~> barista  # bp: ignore[self-link] because …\n",
            (),
        ),
        (SMALL.replace("acceptable 3min", "acceptable 30s"), ()),  # of the time that customers accept itself
    ],
)
def test_where_nothing_waits_nothing_is_promised(run: Run, text: str, arguments: tuple[str, ...]) -> None:
    Path("case.bp").write_text(text, "utf-8")
    result = run("check", "case.bp", *arguments)
    assert result.exit_code == 1, result.stdout
    assert "More is checked" not in result.stdout


def test_what_is_no_blueprint_yet_is_not_judged_at_all(run: Run) -> None:
    result = run("check", "-", given='phase interaction { core "C" { step a { customer "Goes" } } }\n')
    assert THIS in result.stdout


def test_earlier_results_and_repairs_say_so_too(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BLUEPRINT_CACHE_DIR", str(Path("kept").absolute()))
    first, second = (run("check", "kiosk.bp", "broken.bp").stdout for _ in range(2))
    assert first == second
    assert first.rstrip().endswith(THESE)
    Path("self.bp").write_text(SMALL + "barista ~> barista\n", "utf-8")
    assert run("check", "--fix", "self.bp").stdout.rstrip().endswith(THIS)
    assert "More is checked" not in run("check", "--fix", "broken.bp").stdout


def test_errors_that_are_put_off_hold_nobody_up(run: Run) -> None:
    run("check", "broken.bp", "--write-baseline")
    Path("blueprint.toml").write_text('baseline = "blueprint-baseline.json"\n', "utf-8")
    result = run("check", "broken.bp")
    assert result.exit_code == 0, result.stdout
    assert "More is checked" not in result.stdout
