"""The sentence that refuses a word, wherever one of a few is wanted."""

from __future__ import annotations

import pytest

from blueprint.spelling import one_of, unknown


@pytest.mark.parametrize(
    ("name", "known", "sentence"),
    [
        ("drak", ("light", "dark"), "There is no theme `drak`. Did you mean `dark`? Known: light and dark."),
        (".PGN", ("svg", "png", "pdf"), "There is no theme `.PGN`. Did you mean `png`? Known: svg, png and pdf."),
        ("nothing", ("a", "b"), "There is no theme `nothing`. Known: a and b."),
        ("x", ("light",), "There is no theme `x`. Known: light."),
    ],
)
def test_an_unknown_word_is_told_with_the_known_ones(name: str, known: tuple[str, ...], sentence: str) -> None:
    assert unknown("theme", name, known) == sentence


def test_a_word_of_a_table_is_itself_and_another_is_a_mistake_of_the_program() -> None:
    assert one_of("core", ("core", "enhancing")) == "core"
    with pytest.raises(ValueError, match="coer"):
        one_of("coer", ("core", "enhancing"))
