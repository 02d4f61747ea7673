"""The parts of the VS Code extension that are no program."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from blueprint.lsp.snippets import SNIPPETS
from blueprint.source import Source
from blueprint.syntax import parse
from tests.editors.programs import EDITORS
from tools.highlight.textmate import SCOPES, scope

FOLDER = EDITORS / "vscode"
_PLACE = re.compile(r"\$\{\d+:([^{}]*)\}|\$\{\d+\|([^,|]*)[^|]*\|\}|\$\d+")


def _json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.fixture
def manifest() -> dict[str, Any]:
    found: dict[str, Any] = _json(FOLDER / "package.json")
    return found


def _paths(value: object) -> list[str]:
    if isinstance(value, dict):
        return [path for each in value.values() for path in _paths(each)]
    if isinstance(value, list):
        return [path for each in value for path in _paths(each)]
    return [value] if isinstance(value, str) and value.startswith("./") else []


def test_every_file_it_names_is_there(manifest: dict[str, Any]) -> None:
    named = [*_paths(manifest["contributes"]), manifest["icon"]]
    assert len(named) >= 7
    assert [path for path in named if not (FOLDER / path).is_file()] == []


def test_android_build_files_are_no_blueprints(manifest: dict[str, Any]) -> None:
    own, other = manifest["contributes"]["languages"]
    assert (own["id"], own["extensions"]) == ("service-blueprint", [".bp"])
    assert other == {"id": "plaintext", "filenames": ["Android.bp"]}  # a whole name goes before an ending
    first = re.compile(own["firstLine"])
    assert first.search('blueprint hotel "Hotel" {')
    assert first.search('library "Roles"')
    assert not first.search("blueprint_go_binary {")


def test_meanings_told_by_the_server_fall_back_on_scopes_of_the_grammar(manifest: dict[str, Any]) -> None:
    (mapped,) = manifest["contributes"]["semanticTokenScopes"]
    known = {scope(name) for name in SCOPES.values()}
    assert {name for names in mapped["scopes"].values() for name in names} <= known


def test_snippets_are_those_of_the_server_and_read_without_an_error() -> None:
    snippets = _json(FOLDER / "snippets" / "service-blueprint.json")
    assert list(snippets) == list(SNIPPETS)
    for name, each in snippets.items():
        text = _PLACE.sub(lambda found: found[1] or found[2] or "", "\n".join(each["body"]))
        assert parse(Source(text, "snippet.bp")).diagnostics == (), (name, text)
        assert each["description"].endswith("."), name


def test_lines_open_and_close_blocks() -> None:
    rules = _json(FOLDER / "language-configuration.json")["indentationRules"]
    opens, closes = (re.compile(rules[f"{which}IndentPattern"]) for which in ("increase", "decrease"))
    for line in ("step a {", 'step a "A {" { # why {', "  {"):
        assert opens.search(line), line
    for line in ('note "a {', "step a # {", 'step a "{"', "step a { offstage }", "}"):
        assert not opens.search(line), line
    assert closes.search("  } # end")
    assert not closes.search('note "}"')
