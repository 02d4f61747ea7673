"""Helix, with the configuration of `editors/helix`. `newer-editors` beside this brings it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.clients.desk import FORMATTED, MENDED, RENAMED, TEAM, Desk
from tests.clients.screen import Screen, written
from tests.editors.programs import needs


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    needs("hx")
    needs("tmux")
    return Desk(tmp_path)


@pytest.fixture
def screen(desk: Desk) -> Iterator[Screen]:
    desk.copy("helix/languages.toml", ".config/helix/languages.toml")
    if shutil.which("cc") is not None:
        desk.build_parser("helix.md")
    with Screen(desk, ["hx", "shop.bp"]) as it:
        it.wait("●")
        yield it
    assert desk.remaining() == []


def _go_to(screen: Screen, text: str) -> None:
    """Put the cursor on the last letter of what is found first."""
    screen.keys("g", "g", "/")
    screen.typed(text)
    screen.keys("Enter")


def test_a_blueprint_is_mended_formatted_and_renamed(screen: Screen, desk: Desk) -> None:
    shop, team = desk.work / "shop.bp", desk.work / "team.bp"
    screen.typed("]d")
    screen.wait("did you mean `clerk`?")
    screen.typed(" a")
    screen.wait("Write `clerk`")
    screen.keys("Enter")
    screen.wait("by clark", gone=True)
    screen.wait("●", gone=True)
    screen.typed(":w")
    screen.keys("Enter")
    assert written(shop, MENDED) == MENDED

    screen.typed(":format")
    screen.keys("Enter")
    screen.wait("customer   ", gone=True)
    screen.typed(":w")
    screen.keys("Enter")
    assert written(shop, FORMATTED) == FORMATTED

    _go_to(screen, '客" by clerk')
    screen.typed(" r")
    screen.wait("rename-to:")
    screen.keys("C-u")
    screen.typed("porter")
    screen.keys("Enter")
    screen.wait("by clerk", gone=True)
    screen.typed(":wa")
    screen.keys("Enter")
    assert written(shop, RENAMED) == RENAMED
    assert written(team, TEAM.replace("clerk", "porter")) == TEAM.replace("clerk", "porter")


def test_the_cursor_is_helped(screen: Screen) -> None:
    _go_to(screen, "客.; frontstage .* by clerk")
    screen.typed(" k")
    screen.wait("role clerk")
    screen.keys("Escape")
    screen.wait("role clerk", gone=True)  # else the next key would be one with Alt
    screen.typed("gd")
    screen.wait('library team "Team"')


def test_names_of_another_file_are_completed(screen: Screen) -> None:
    _go_to(screen, "hello. by cl")
    screen.keys("a", "C-x")
    screen.wait("clerk reference")


def test_colours_are_those_of_tree_sitter_where_there_is_a_compiler(screen: Screen) -> None:
    (line,) = [each for each in screen.shown(colours=True).splitlines() if "interaction" in each]
    assert ("phase interaction" not in line) is (shutil.which("cc") is not None)
