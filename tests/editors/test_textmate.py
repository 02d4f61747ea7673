"""The TextMate grammar in the engine of VS Code, character by character."""

from __future__ import annotations

import json
from functools import cache

import pytest

from blueprint.highlighting.machine import classes
from tests.editors.programs import EDITORS, node
from tests.editors.reference import LETTERS, differences, spread
from tests.editors.texts import ENDLESS, damaged, pages, sound
from tools.highlight.textmate import BLOCK, SCOPES, TRIPLE, scope

SYNTAXES = EDITORS / "vscode" / "syntaxes"


@cache
def coloured() -> dict[str, str]:
    texts = {**sound(), **damaged()}
    scopes = {scope(name): LETTERS[of] for of, name in SCOPES.items()} | {scope(BLOCK): "p", scope(TRIPLE): "s"}
    grammar = json.loads((SYNTAXES / "service-blueprint.tmLanguage.json").read_text(encoding="utf-8"))
    given = {"grammar": grammar, "scopes": scopes, "texts": list(texts.values())}
    return dict(zip(texts, node("textmate.mjs", given), strict=True))


@pytest.mark.parametrize("page", [page for page in pages({**sound(), **damaged()}) if page not in ENDLESS])
def test_no_character_differs(page: str) -> None:
    for name in pages({**sound(), **damaged()})[page]:
        text = {**sound(), **damaged()}[name]
        assert differences(text, coloured()[name], spread(text, classes(text))) == []


@pytest.mark.parametrize("name", ENDLESS)
def test_a_long_text_that_never_ends_colours_what_follows(name: str) -> None:
    text = damaged()[name]
    assert coloured()[name].rstrip().endswith("s")
    assert differences(text, coloured()[name], spread(text, classes(text))) != []


def test_fences_of_markdown_take_the_language() -> None:
    page = "Text\n\n```service-blueprint\nstep a -> b\n```\n\n```bp title=x\nstep\n```\n\nstep a\n"
    fences = json.loads((SYNTAXES / "markdown.tmLanguage.json").read_text(encoding="utf-8"))
    own = json.loads((SYNTAXES / "service-blueprint.tmLanguage.json").read_text(encoding="utf-8"))
    outside = {"scopeName": "text.html.markdown", "patterns": []}
    scopes = {scope(SCOPES["keyword"]): "k", "fenced_code.block.language.markdown": "F"}
    given = {"grammar": outside, "others": [own], "injections": [fences], "scopes": scopes, "texts": [page]}
    (letters,) = node("textmate.mjs", given)
    lines = [letters[at : at + len(line)] for at, line in _lines(page)]
    assert lines[2].strip() == "F" * len("service-blueprint")
    assert lines[3].startswith("kkkk")
    assert lines[6].strip() == "FF"
    assert lines[7] == "kkkk"
    assert lines[10].strip() == ""


def _lines(text: str) -> list[tuple[int, str]]:
    at, found = 0, []
    for line in text.split("\n"):
        found.append((at, line))
        at += len(line) + 1
    return found
