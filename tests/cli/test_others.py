"""`graph`, `new`, `completion`, and the command itself."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import networkx as nx
import pytest

import blueprint
from blueprint.cli import COMMANDS
from blueprint.cli.new import TEMPLATES
from tests.cli.conftest import SMALL, Run


def test_graph_as_json_is_read_by_networkx(run: Run) -> None:
    result = run("graph", "kiosk.bp")
    assert result.exit_code == 0
    graph = nx.node_link_graph(json.loads(result.stdout), edges="edges")
    assert {"start", "end", "order.customer", "serve.frontstage"} <= set(graph)


def test_graph_as_graphml_by_suffix(run: Run, tmp_path: Path) -> None:
    assert run("graph", "kiosk.bp", "-o", "k.graphml").exit_code == 0
    assert "order.customer" in nx.read_graphml(tmp_path / "k.graphml")
    assert run("graph", "kiosk.bp", "-o", "k.xls").exit_code == 2


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_new_blueprint_checks_and_draws_as_it_is(run: Run, template: str) -> None:
    assert run("new", "my-shop.bp", "--template", template).exit_code == 0
    assert '"My shop"' in Path("my-shop.bp").read_text("utf-8")
    checked = run("check", "my-shop.bp")
    assert checked.exit_code == 0, checked.output
    assert run("render", "my-shop.bp", "-o", "shop.svg").exit_code == 0


def test_new_never_overwrites(run: Run) -> None:
    result = run("new", "kiosk.bp")
    assert result.exit_code == 2
    assert Path("kiosk.bp").read_text("utf-8") == SMALL


def test_a_title_with_quotes_stays_a_title(run: Run) -> None:
    assert run("new", "a.bp", "--title", 'The "best" \\ shop').exit_code == 0
    assert run("check", "a.bp").exit_code == 0
    model = blueprint.load("a.bp").model
    assert model is not None
    assert model.title == 'The "best" \\ shop'


def test_help_names_every_command_and_each_has_examples(run: Run) -> None:
    whole = run("--help").output
    for name in COMMANDS:
        assert name in whole
        assert "blueprint " + name in run(name, "--help").output


def test_a_misspelt_command_and_a_file_in_its_place(run: Run) -> None:
    assert "Did you mean `check`?" in run("chekc").output
    assert "blueprint check kiosk.bp" in run("kiosk.bp").output
    assert run("chekc").exit_code == 2


def test_version(run: Run) -> None:
    assert blueprint.__version__ in run("--version").output


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts(run: Run, shell: str) -> None:
    result = run("completion", shell)
    if shell == "bash" and result.exit_code:  # click asks the machine's bash for its version
        pytest.skip("no bash here")
    assert "_BLUEPRINT_COMPLETE" in result.output


@pytest.mark.parametrize(("variable", "coloured"), [("", False), ("FORCE_COLOR", True), ("NO_COLOR", False)])
def test_colour_only_where_it_is_wanted(run: Run, tmp_path: Path, variable: str, coloured: bool) -> None:
    command = [sys.executable, "-m", "blueprint", "check", "broken.bp"]
    environment = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "FORCE_COLOR")}
    environment |= {"PYTHONPATH": str(Path(blueprint.__file__).parents[1])} | ({variable: "1"} if variable else {})
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, env=environment, check=False)
    assert result.returncode == 1
    assert (b"\x1b[" in result.stdout) == coloured


def test_the_public_face() -> None:
    document = blueprint.parse(SMALL)
    assert document.check() == ()
    assert document.graph().has_node("order.customer")
    assert document.render("svg").lstrip().startswith(b"<")
    other = document.in_scenario("Rush hour").model
    assert other is not None
    assert other.roles["barista"].staff == 3


def test_new_prints_a_command_that_can_be_pasted(run: Run) -> None:
    assert "render 'my shop.bp' -o 'my shop.svg'" in run("new", "my shop.bp").output


def test_a_title_stays_on_its_line_whatever_is_in_it(run: Run) -> None:
    assert run("new", "shop.bp", "--title", "Two\r\nlines\u2028and\x00more").exit_code == 0
    assert run("check", "shop.bp").exit_code == 0


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("graph", "kiosk.bp", "-f", "jso"), "There is no format `jso`. Did you mean `json`? Known: json and graphml."),
        (("completion", "fsih"), "There is no shell `fsih`. Did you mean `fish`? Known: bash, zsh and fish."),
        (("new", ""), "`` names no file. Write for example `blueprint new shop.bp`."),
        (("new", "here/.bp"), "`here/.bp` names no file. Write for example `blueprint new here/shop.bp`."),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(run: Run, words: tuple[str, ...], says: str) -> None:
    result = run(*words)
    assert (result.exit_code, result.output) == (2, f"Error: {says}\n")
