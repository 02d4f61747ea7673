"""The machine that colours a statement says what the parser's trees say, to the character."""

from __future__ import annotations

import pytest

from blueprint.highlighting.machine import classes
from blueprint.syntax.grammar import load
from blueprint.vocabulary import WORDS
from tests.editors.reference import UNREAD, differences, expected, spread
from tests.editors.texts import damaged, joined, sound
from tools.build_highlighters import ROOT, files
from tools.highlight.machine import machine


@pytest.mark.parametrize(("name", "text"), [pytest.param(*each, id=each[0]) for each in joined(sound() | damaged())])
def test_the_machine_agrees_with_the_trees(name: str, text: str) -> None:
    wanted = expected(text)
    assert differences(text, spread(text, classes(text)), wanted) == []
    assert set(wanted) - {" ", UNREAD}, name


MADE = ("words as names", "lists", "CRLF")  # some words stand in them where they cannot


def test_nearly_everything_is_compared() -> None:
    assert not any(UNREAD in expected(text) for name, text in sound().items() if name not in MADE)
    assert sum(map(len, damaged().values())) < 0.2 * sum(map(len, sound().values()))


def test_every_character_has_a_class_or_is_blank() -> None:
    for name, text in {**sound(), **damaged()}.items():
        letters = spread(text, classes(text))
        left = {char for char, letter in zip(text, letters, strict=True) if letter == " " and char.strip()}
        assert left <= {"\ufeff"}, name


def test_every_word_of_the_language_is_in_the_machine() -> None:
    assert set(load().words) <= set(machine().words)
    assert set(WORDS) <= set(machine().words)


def test_generated_files_are_up_to_date() -> None:
    stale = [
        name
        for name, text in files().items()
        if not (ROOT / name).exists() or (ROOT / name).read_bytes() != text.encode("utf-8")
    ]
    assert stale == [], "run `python -m tools.build_highlighters`"
