"""Vim with ALE, in a terminal, with the configuration of `editors/vim`. ALE counts places in a line in bytes."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.clients.desk import FORMATTED, MENDED, RENAMED, SHOP, TEAM, Desk, Told
from tests.editors.programs import must_run, needs

LIMIT = 120.0  # seconds
_ASK = "if !has('channel') || !has('syntax') | cquit | endif | packadd ale | if !exists(':ALEInfo') | cquit | endif"


def _has_ale() -> bool:
    command = ["vim", "-N", "-e", "-s", "-u", "NONE", "-i", "NONE", "-c", _ASK, "-c", "qall!"]
    return (
        subprocess.run(command, capture_output=True, timeout=60, stdin=subprocess.DEVNULL, check=False).returncode == 0
    )


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(tmp_path_factory.mktemp("vim"))


@pytest.fixture(scope="module")
def told(desk: Desk) -> Told:
    needs("vim")
    if not must_run("ale") and not _has_ale():
        pytest.skip("this Vim has no channels, or ALE is not installed: on Debian, vim-nox and vim-ale")
    desk.copy("vim/vimrc", ".vim/vimrc")
    script = Path(__file__).with_name("ale.vim")
    return desk.run(["vim", "-i", "NONE", "-n", "-S", str(script)], LIMIT, terminal=True)


def test_what_is_wrong_is_shown_once_and_goes_when_it_is_mended(told: Told) -> None:
    (wrong,) = told["wrong"]
    assert wrong["line"] == 13
    assert SHOP.splitlines()[13].encode()[wrong["from"] - 1 :].startswith(b"clark")
    assert wrong["message"].startswith("unknown-reference: ")
    assert (told["signs"], told["mended"]) == (1, MENDED)


def test_a_text_takes_the_one_style_with_the_width_of_the_project(told: Told) -> None:
    assert told["formatted"] == FORMATTED


def test_a_rename_after_emoji_changes_just_the_name_in_every_file(desk: Desk, told: Told) -> None:
    assert told["renamed"] == RENAMED
    assert (desk.read("shop.bp"), desk.read("team.bp")) == (RENAMED, TEAM.replace("clerk", "porter"))


def test_the_cursor_is_told_of_the_element_and_led_to_where_it_is_declared(told: Told) -> None:
    assert told["hover"][0].startswith("**Clerk 😀** · role `clerk`")
    assert told["definition"] == [2, 6]


def test_names_of_another_file_are_completed(told: Told) -> None:
    assert told["completed"] == ["clerk"]


def test_build_files_of_android_are_left_alone(told: Told) -> None:
    assert told["type"] == "service-blueprint" != told["other"]["type"]
    assert told["other"]["findings"] == 0


def test_no_server_outlives_the_editor(desk: Desk, told: Told) -> None:
    assert (desk.home / "servers").exists()
    assert desk.left == []
