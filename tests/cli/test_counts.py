"""`--statistics` and `--diff` beside formats: each writes what it says, or says why it cannot."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from blueprint.cli.formats import FORMATS, READ
from tests.cli.conftest import Run

TOLD = ["check", "broken.bp", "kiosk.bp", "--statistics"]


def test_programs_get_the_counts_as_json(run: Run) -> None:
    result = run(*TOLD, "--output-format", "json")
    rows = json.loads(result.stdout)
    assert [list(row) for row in rows] == [["name", "code", "count", "fixable"]] * len(rows)
    assert {"name": "unknown-reference", "code": "E109", "count": 1, "fixable": 1} in rows
    assert sum(row["count"] for row in rows) == len(json.loads(run(*TOLD[:3], "--output-format", "json").stdout))
    assert "in 2 files." in result.stderr
    lines = run(*TOLD, "--output-format", "json-lines").stdout.splitlines()
    assert [json.loads(line) for line in lines] == rows


def test_nothing_found_is_counted_too(run: Run) -> None:
    assert run("check", "kiosk.bp", "--statistics", "--output-format", "json").stdout == "[]\n"
    assert run("check", "kiosk.bp", "--statistics").stdout.startswith("All is well")


@pytest.mark.parametrize("form", READ)
def test_people_get_the_same_counts_in_each_format(run: Run, form: str) -> None:
    assert run(*TOLD, "--output-format", form).output == run(*TOLD).output
    assert "1  E109  unknown-reference *\n" in run(*TOLD).output


@pytest.mark.parametrize("form", ["github", "gitlab", "junit", "rdjson", "sarif"])
def test_a_format_without_counts_is_refused_or_done_without(
    run: Run, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    result = run(*TOLD, "--output-format", form)
    assert result.exit_code == 2
    assert f"not as {form}" in result.output
    text = run(*TOLD).output
    monkeypatch.setenv("BLUEPRINT_OUTPUT_FORMAT", form)
    assert run(*TOLD).output == text


def test_counts_go_into_the_file_that_is_named(run: Run, tmp_path: Path) -> None:
    text = run(*TOLD).stdout
    result = run(*TOLD, "--output-file", "counts.txt")
    assert (tmp_path / "counts.txt").read_text("utf-8") + result.stdout == text
    run(*TOLD, "--output-file", "counts.json", "--output-format", "json")
    assert json.loads((tmp_path / "counts.json").read_text("utf-8"))


@pytest.mark.parametrize("more", [["--output-format", "json"], ["--output-format", "sarif"], ["--output-file", "x"]])
def test_a_difference_is_in_no_format(run: Run, tmp_path: Path, more: list[str]) -> None:
    result = run("check", "broken.bp", "--diff", *more)
    assert result.exit_code == 2
    assert "`--diff` shows what would be mended" in result.output
    assert not (tmp_path / "x").exists()


@pytest.mark.parametrize("form", FORMATS)
def test_a_difference_is_shown_whatever_the_environment_asks_for(
    run: Run, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    plain = run("check", "broken.bp", "--diff")
    assert "+++" in plain.stdout
    monkeypatch.setenv("BLUEPRINT_OUTPUT_FORMAT", form)
    assert run("check", "broken.bp", "--diff").stdout == plain.stdout
