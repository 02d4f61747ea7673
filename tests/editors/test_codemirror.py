"""The CodeMirror mode, run by CodeMirror's own parser, character by character."""

from __future__ import annotations

from functools import cache

import pytest

from blueprint.highlighting.machine import classes
from tests.editors.programs import node
from tests.editors.reference import LETTERS, differences, spread
from tests.editors.texts import ENDLESS, damaged, pages, sound


def _texts() -> dict[str, str]:
    """CodeMirror's documents have one character for the end of a line."""
    both = {**sound(), **damaged()}
    return {name: text.replace("\r\n", "\n").replace("\r", "\n") for name, text in both.items()}


@cache
def coloured() -> dict[str, str]:
    texts = _texts()
    given = {"letters": LETTERS, "texts": list(texts.values())}
    return dict(zip(texts, node("codemirror.mjs", given), strict=True))


@pytest.mark.parametrize("page", [page for page in pages(_texts()) if page not in ENDLESS])
def test_no_character_differs(page: str) -> None:
    for name in pages(_texts())[page]:
        text = _texts()[name]
        assert differences(text, coloured()[name], spread(text, classes(text))) == []


@pytest.mark.parametrize("name", ENDLESS)
def test_a_long_text_that_never_ends_colours_what_follows(name: str) -> None:
    text = _texts()[name]
    assert coloured()[name].rstrip().endswith("s")
    assert differences(text, coloured()[name], spread(text, classes(text))) != []


@pytest.mark.parametrize("name", ["hotel.bp", "shoeshine.bp", "bank-loan.bp"])
def test_lines_are_indented_as_the_formatter_has_them(name: str) -> None:
    text = sound()[f"examples/{name}"]
    flat = "\n".join(line.lstrip() for line in text.split("\n"))
    (got,) = node("indent.mjs", {"texts": [flat]})
    assert [line for line in got.split("\n") if line.strip()] == [line for line in text.split("\n") if line.strip()]
