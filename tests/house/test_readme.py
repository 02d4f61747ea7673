"""The README says nothing that is not so. Its blueprints and links are checked with those of all pages: tests/docs."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

import blueprint
from blueprint.cli import cli
from tests.conftest import Golden
from tests.house.places import EXAMPLES, ROOT, readme_block

README = (ROOT / "README.md").read_text(encoding="utf-8")
CI = (ROOT / ".ci" / "run").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["draw", "test"])
def test_ci_runs_the_readmes_own_commands(name: str) -> None:
    function = CI[CI.index("readme() {") : CI.index("\n}\n", CI.index("readme() {")) + 3]
    script = f"{function}readme {name}"
    found = subprocess.run(["bash", "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert found.stdout.strip() == readme_block(f"<!-- command: {name} -->")
    assert f'bash -euo pipefail -c "$(readme {name})"' in CI


def test_ci_has_no_test_command_of_its_own() -> None:
    assert "pytest" not in CI
    assert "pytest" in readme_block("<!-- command: test -->")


def test_the_first_command_ends_with_the_hotel_drawn() -> None:
    command = readme_block("<!-- command: draw -->")
    assert command.endswith("render examples/hotel.bp -o hotel.svg -o hotel.png")


def test_extras_that_are_named_exist() -> None:
    with (ROOT / "pyproject.toml").open("rb") as file:
        extras = set(tomllib.load(file)["project"]["optional-dependencies"])
    named = {name for group in re.findall(r"'\.\[([a-z,]+)\]'", README) for name in group.split(",")}
    assert named
    assert named <= extras


def test_what_the_check_says_of_the_twenty_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    block = README.partition("```bp\n")[2].partition("```")[0]
    Path("haircut.bp").write_text(block, encoding="utf-8")
    shown = README.partition("<!-- output: blueprint check haircut.bp -->\n```text\n")[2].partition("```\n")[0]
    assert CliRunner().invoke(cli, ["check", "--isolated", "haircut.bp"]).output == shown


def test_every_example_is_listed() -> None:
    assert [path.name for path in EXAMPLES if f"](examples/{path.name})" not in README] == []


def test_the_picture_is_current(golden: Golden) -> None:
    drawn = blueprint.load(ROOT / "examples" / "hotel.bp").render("svg").decode("utf-8")
    golden(ROOT / "docs" / "images" / "hotel.svg", drawn)
