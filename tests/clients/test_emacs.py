"""Emacs with eglot and flymake, and with lsp-mode, with the configurations of `editors/emacs`."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.clients.desk import FORMATTED, MENDED, RENAMED, TEAM, Desk, Told
from tests.editors.programs import must_run, needs

LIMIT = 120.0  # seconds
# Debian's packages are found by a start file, which -Q would leave out.
EMACS = ["emacs", "--batch", "--eval", "(package-initialize)"]


def _has(library: str) -> bool:
    command = [*EMACS, "--eval", f'(kill-emacs (if (locate-library "{library}") 0 1))']
    return (
        subprocess.run(command, capture_output=True, timeout=60, stdin=subprocess.DEVNULL, check=False).returncode == 0
    )


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(tmp_path_factory.mktemp("emacs"))


@pytest.fixture(scope="module")
def told(desk: Desk) -> Told:
    needs("emacs")
    if not must_run("eglot") and not _has("eglot"):
        pytest.skip("eglot is not installed: it comes with Emacs 29, before it with the package elpa-eglot")
    desk.copy("emacs/init.el", ".emacs.d/init.el")
    script = Path(__file__).with_name("eglot.el")
    return desk.run([*EMACS, "-l", str(desk.home / ".emacs.d" / "init.el"), "-l", str(script)], LIMIT)


def test_what_is_wrong_is_shown_once_and_goes_when_it_is_mended(told: Told) -> None:
    (wrong,) = told["wrong"]
    assert (wrong["line"], wrong["marked"]) == (13, "clark")
    assert "[unknown-reference]" in wrong["message"]
    assert told["mended"] == MENDED


def test_a_text_takes_the_one_style_with_the_width_of_the_project(told: Told) -> None:
    assert told["formatted"] == FORMATTED


def test_a_rename_after_emoji_changes_just_the_name_in_every_file(desk: Desk, told: Told) -> None:
    assert (told["renamed"], told["renamed-there"]) == (RENAMED, TEAM.replace("clerk", "porter"))
    assert (desk.read("shop.bp"), desk.read("team.bp")) == (told["renamed"], told["renamed-there"])


def test_the_cursor_is_told_of_the_element_and_led_to_where_it_is_declared(told: Told) -> None:
    # With markdown-mode, eglot shows it as it is meant; without, as it is written.
    assert told["hover"].translate({ord("*"): None, ord("`"): None}).startswith("Clerk 😀 · role clerk\n")
    assert told["definition"] == ["team.bp", 2, 5]


def test_names_of_another_file_are_completed(told: Told) -> None:
    assert told["completed"].endswith('客" by clerk')


def test_build_files_of_android_are_left_alone(told: Told) -> None:
    assert told["other"] == {"mode": "fundamental-mode", "managed": False}


def test_the_folder_of_the_settings_is_the_project(desk: Desk, told: Told) -> None:
    assert told["root"] == str(desk.work)


def test_no_server_outlives_the_editor(desk: Desk, told: Told) -> None:
    assert (desk.home / "servers").exists()
    assert desk.left == []


def test_lsp_mode_which_counts_characters_renames_after_emoji(tmp_path: Path) -> None:
    needs("emacs")
    if not must_run("lsp-mode") and not _has("lsp-mode"):
        pytest.skip("lsp-mode is not installed: on Debian, elpa-lsp-mode")
    desk = Desk(tmp_path)
    desk.copy("emacs/init-lsp-mode.el", ".emacs.d/init.el")
    script = Path(__file__).with_name("lsp-mode.el")
    told = desk.run([*EMACS, "-l", str(desk.home / ".emacs.d" / "init.el"), "-l", str(script)], LIMIT)
    assert told["wrong"] == ["unknown-reference"]
    assert (told["formatted"], told["renamed"]) == (FORMATTED, RENAMED)
    assert (desk.read("shop.bp"), desk.read("team.bp")) == (RENAMED, TEAM.replace("clerk", "porter"))
    assert desk.left == []
