"""The shipped fonts hold what the table of blocks says, and nothing makes a line wider than it was measured."""

from __future__ import annotations

import os
from unicodedata import category

import pytest

from blueprint.layout.measure import width
from blueprint.render import fonts

ttlib = pytest.importorskip("fontTools.ttLib")


@pytest.mark.parametrize("name", ["sans-regular.ttf", "sans-bold.ttf"])
def test_every_character_of_a_block_is_in_the_font(name: str) -> None:
    covered = ttlib.TTFont(os.path.join(fonts.FOLDER, name)).getBestCmap()
    for block, ranges in fonts.BLOCKS.items():
        for low, high in ranges:
            lost = [c for c in range(low, high + 1) if c not in covered and category(chr(c)) != "Cn"]
            assert not lost, f"{block}: {lost}"
    assert ord(fonts.ANCHOR) in covered


@pytest.mark.parametrize("block", fonts.SIGNS)
def test_every_sign_is_in_its_font(block: str) -> None:
    covered = ttlib.TTFont(os.path.join(fonts.FOLDER, f"signs-{block}.ttf")).getBestCmap()
    for low, high in fonts.SIGNS[block]:
        assert all(c in covered for c in range(low, high + 1))


def test_no_character_is_in_two_blocks() -> None:
    seen: set[int] = set()
    for ranges in (*fonts.BLOCKS.values(), *fonts.SIGNS.values()):
        for low, high in ranges:
            assert not seen & set(range(low, high + 1))
            seen |= set(range(low, high + 1))


@pytest.mark.parametrize(("name", "bold"), [("sans-regular.ttf", False), ("sans-bold.ttf", True)])
def test_the_font_is_as_wide_as_the_layout_measures(name: str, bold: bool) -> None:
    font = ttlib.TTFont(os.path.join(fonts.FOLDER, name))
    assert "kern" not in font
    assert "kern" not in {f.FeatureTag for f in font["GPOS"].table.FeatureList.FeatureRecord}
    cmap, advance = font.getBestCmap(), font["hmtx"]
    for text in ("Make reservation for guest", "AV To Wy", "Größe, Łódź – 3 €", "Привет", "Ελλάδα"):
        drawn = sum(advance[cmap[ord(c)]][0] for c in text) / 1000 * 12
        assert width(text, 12, bold=bold) == pytest.approx(drawn, abs=0.01)


def test_a_text_is_cut_where_the_family_changes() -> None:
    assert [text for _, text in fonts.runs("Go → 12")] == ["Go ", "→", " 12"]
    assert [text for _, text in fonts.runs("a👩\u200d⚕\ufe0fb")] == ["a", "👩\u200d⚕\ufe0f", "b"]
    assert fonts.runs("") == []
    assert fonts.missing("aé→漢\n\u200d") == "漢"
