"""Text is measured and broken so that it fits, in any script, and nothing of it is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blueprint.layout.measure import SHY, clusters, right_to_left, width, wrap
from blueprint.render import fonts

SIZE = 10.0


def test_width_is_that_of_the_shipped_font() -> None:
    ttlib = pytest.importorskip("fontTools.ttLib")
    for bold, name in ((False, "sans-regular.ttf"), (True, "sans-bold.ttf")):
        font = ttlib.TTFont(Path(fonts.FOLDER) / name)
        cmap, advances, units = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
        for char in "AgWi1é€ñ–…ЖΩ ·“":
            assert width(char, 1000, bold=bold) == pytest.approx(advances[cmap[ord(char)]][0] * 1000 / units, abs=0.6)


@pytest.mark.parametrize(
    ("text", "ems"),
    [
        ("漢字", 2.0), ("ｶﾅ", 1.0), ("한국", 2.0), ("\u1112\u1161\u11ab", 0.92),
        ("e\u0301", 0.564), ("👩‍🚀", 1.3), ("👍🏽", 1.3), ("🇩🇪", 1.3), ("1\ufe0f\u20e3", 1.3),
        ("\u200b", 0.0), ("", 0.0),
    ],
)  # fmt: skip
def test_width_of_what_is_not_plain(text: str, ems: float) -> None:
    assert width(text, SIZE) == pytest.approx(ems * SIZE, abs=0.02)


def test_lines_are_few_and_about_equal() -> None:
    assert wrap("Process registration", 11, 110) == ("Process registration",)
    assert wrap("Make reservation for guest", 11, 108) == ("Make reservation", "for guest")
    assert wrap("one two three four", 11, 70) == ("one two", "three four")


def test_breaks_stand_where_readers_expect_them() -> None:
    assert wrap("self-service", SIZE, 40) == ("self-", "service")
    assert wrap("pick-up/drop-off", SIZE, 50) == ("pick-up/", "drop-off")
    assert wrap("4\u00a0min late", SIZE, 30) == ("4\u00a0min", "late")
    assert wrap("-5 or 3-4", SIZE, 30) == ("-5 or", "3-4")
    assert wrap("one\ntwo", SIZE, 500) == ("one", "two")
    assert wrap(" \n ", SIZE, 50) == ()


def test_a_soft_hyphen_shows_only_where_it_breaks() -> None:
    assert wrap(f"Kunden{SHY}dienst", SIZE, 200) == ("Kundendienst",)
    assert wrap(f"Kunden{SHY}dienst", SIZE, 45) == ("Kunden-", "dienst")


def test_a_word_too_long_for_the_room_is_broken_with_a_hyphen() -> None:
    lines = wrap("Donaudampfschifffahrtsgesellschaft", 11, 80)
    assert len(lines) == 3
    assert all(line.endswith("-") for line in lines[:-1])
    assert "".join(line.rstrip("-") for line in lines) == "Donaudampfschifffahrtsgesellschaft"


def test_ideographs_break_anywhere_but_before_closing_and_after_opening_signs() -> None:
    lines = wrap("受付で名前を確認する。「はい」と言う。", SIZE, 45)
    assert "".join(lines) == "受付で名前を確認する。「はい」と言う。"
    assert not any(line[0] in "。」" or line[-1] == "「" for line in lines)


def test_direction_is_that_of_the_first_letter_that_has_one() -> None:
    assert right_to_left("12 شقة")
    assert right_to_left("שלום world")
    assert not right_to_left("world שלום")
    assert not right_to_left("12 %")


def test_clusters_hold_what_is_drawn_as_one() -> None:
    assert clusters("e\u0301a👨‍👩‍👧🇩🇪🇫🇷") == ["e\u0301", "a", "👨‍👩‍👧", "🇩🇪", "🇫🇷"]


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60), st.floats(20, 200))
def test_no_line_is_wider_than_the_room_and_nothing_is_lost(text: str, room: float) -> None:
    lines = wrap(text, SIZE, room)
    for line in lines:
        # One cluster may be wider than any room.
        assert width(line, SIZE) <= room + 0.01 or len(clusters(line.rstrip("-"))) <= 1

    def letters(parts: str) -> str:
        return "".join(parts.replace("-", "").replace(SHY, "").split())

    assert letters("".join(lines)) == letters(text)
