"""The client of the extension: its own tests, in Node, and what it says twice that the tool says too."""

from __future__ import annotations

import json
import re
import subprocess
from typing import Any

import pytest

from blueprint.cli.new import TEMPLATES
from blueprint.layout.view import VIEWS
from blueprint.lsp.preview import choices, options
from blueprint.render import RENDERERS
from blueprint.render.themes import THEMES
from tests.editors.programs import EDITORS
from tests.vscode.nodes import needs_node

FOLDER = EDITORS / "vscode"


@pytest.fixture
def manifest() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((FOLDER / "package.json").read_text("utf-8"))
    return found


def _source(name: str) -> str:
    return (FOLDER / "src" / name).read_text("utf-8")


def test_what_can_be_tested_without_the_editor() -> None:
    needs_node()
    files = sorted(str(each) for each in (FOLDER / "test").glob("*.test.mjs"))
    done = subprocess.run(
        ["node", "--test", *files], capture_output=True, encoding="utf-8", timeout=120, check=False, cwd=FOLDER
    )
    assert done.returncode == 0, done.stdout
    assert int(re.search(r"^\S+ pass (\d+)", done.stdout, re.M)[1]) >= 20  # type: ignore[index]


def test_words_of_the_tool_are_those_of_the_extension(manifest: dict[str, Any]) -> None:
    assert json.loads(_source("templates.json")) == TEMPLATES
    views = re.search(r"export const VIEWS = (\[.*\]);", _source("shapes.js"))
    assert views
    assert json.loads(views[1]) == list(VIEWS)
    formats = re.search(r"export const FORMATS = \{(.*?)\};", _source("asking.js"), re.S)
    assert formats
    assert re.findall(r"^  (\w+):", formats[1], re.M) == list(RENDERERS)
    themes = manifest["contributes"]["configuration"]["properties"]["service-blueprint.preview.theme"]["enum"]
    assert themes == ["auto", *THEMES]


def test_every_command_is_declared_and_made(manifest: dict[str, Any]) -> None:
    contributed = manifest["contributes"]
    declared = {each["command"].removeprefix("service-blueprint.") for each in contributed["commands"]}
    named = re.search(r"named\(\[([^\]]*)\]\)", _source("commands.js"))
    assert named
    assert declared == set(json.loads(f"[{named[1]}]"))
    used = [each["command"] for rows in contributed["menus"].values() for each in rows]
    used += [each["command"] for each in contributed["keybindings"]]
    assert {name.removeprefix("service-blueprint.") for name in used} <= declared


def test_settings_are_explained_in_sentences(manifest: dict[str, Any]) -> None:
    for name, each in manifest["contributes"]["configuration"]["properties"].items():
        assert each.get("description", each.get("markdownDescription", "")).endswith("."), name
    assert manifest["capabilities"]["untrustedWorkspaces"]["restrictedConfigurations"] == [
        "service-blueprint.interpreter"
    ]


def test_an_editor_says_once_how_pictures_are_put_into_its_page() -> None:
    assert options({"prefix": "picture-", "faces": False}) == {"prefix": "picture-", "faces": False}
    wrong: list[object] = [None, [], {"prefix": 'x" onload="'}, {"prefix": "-"}, {"prefix": 1, "faces": "no"}]
    for nonsense in wrong:
        assert options(nonsense) == {}
    assert choices(None) == {"phase": [], "service": [], "scenario": []}
