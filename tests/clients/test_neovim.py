"""Neovim's own client, with the configuration of `editors/neovim`."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from blueprint.source import Source
from blueprint.syntax.format import format_text
from tests.clients.desk import FORMATTED, MENDED, RENAMED, SHOP, TEAM, Desk, Told
from tests.editors.programs import must_run

LIMIT = 120.0  # seconds


def _program() -> str:
    """Neovim 0.11 of the extra `clients`, which is installed beside Python, else the one on the path."""
    found = shutil.which("nvim", path=str(Path(sys.executable).parent)) or shutil.which("nvim")
    if found is None and not must_run("nvim"):
        pytest.skip("nvim is not installed: it comes with the extra `clients`")
    assert found is not None
    return found


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(tmp_path_factory.mktemp("neovim"))


@pytest.fixture(scope="module")
def told(desk: Desk) -> Told:
    program = _program()
    desk.copy("neovim/init.lua", ".config/nvim/init.lua")
    if shutil.which("cc") is not None:
        desk.build_parser("neovim.md")
    script = Path(__file__).with_name("neovim.lua")
    return desk.run([program, "--headless", "-i", "NONE", "-n", "-S", str(script)], LIMIT)


def test_what_is_wrong_is_shown_once_and_goes_when_it_is_mended(told: Told) -> None:
    (wrong,) = told["wrong"]
    assert (wrong["code"], wrong["line"]) == ("unknown-reference", 13)
    assert "`clark`; did you mean `clerk`?" in wrong["message"]
    assert told["mended"] == MENDED
    assert [each["line"] for each in told["typed"]] == [14]


def test_a_text_takes_the_one_style_with_the_width_of_the_project(told: Told) -> None:
    assert told["formatted"] == FORMATTED != format_text(Source(MENDED, "shop.bp")).text


def test_a_rename_after_emoji_changes_just_the_name_in_every_file(desk: Desk, told: Told) -> None:
    assert (told["encoding"], told["renamed"]) == ("utf-8", RENAMED)
    assert told["renamed_there"] == TEAM.replace("clerk", "porter")
    assert (desk.read("shop.bp"), desk.read("team.bp")) == (told["renamed"], told["renamed_there"])


def test_the_cursor_is_told_of_the_element_and_led_to_where_it_is_declared(told: Told) -> None:
    assert told["hover"].startswith("**Clerk 😀** · role `clerk`")
    assert told["definition"] == [2, 6]
    column = SHOP.splitlines()[9].encode().index(b"clerk") + 1
    assert sorted(told["references"]) == [["shop.bp", 10, column], ["team.bp", 2, 6]]


def test_names_of_another_file_are_completed(told: Told) -> None:
    assert told["completed"] == ["clerk"]


def test_times_stand_at_the_ends_of_lines(told: Told) -> None:
    assert [each.endswith("so far") for each in told["hints"]] == [True, True]
    assert told["hints_shown"] == 2


def test_the_outline_is_that_of_the_text(told: Told) -> None:
    assert told["outline"] == ["Shop 旅館 😀", "interaction"]


def test_colours_are_those_of_tree_sitter_where_there_is_a_compiler_and_of_the_server(told: Told) -> None:
    assert told["tokens"] == ["property"]
    if shutil.which("cc") is None and not must_run("gcc"):
        assert told["syntax"].startswith("sbp")
    else:
        assert told["tree"] == ["keyword"]


def test_build_files_of_android_are_left_alone(told: Told) -> None:
    assert told["other"] == {"type": "bp", "clients": 0}
    assert told["type"] == "service-blueprint"


def test_the_folder_of_the_settings_is_the_project(desk: Desk, told: Told) -> None:
    assert told["root"] == str(desk.work)


def test_the_client_had_nothing_to_complain_of(desk: Desk, told: Told) -> None:
    log = Path(told["log"])
    assert log.is_relative_to(desk.home)
    assert not log.exists() or "ERROR" not in log.read_text(encoding="utf-8")


def test_one_server_is_started_even_beside_ale_and_none_outlives_the_editor(desk: Desk, told: Told) -> None:
    assert len((desk.home / "servers").read_text(encoding="utf-8").split()) == 1
    assert desk.left == []


def test_a_parser_of_another_machine_is_told_of_in_a_sentence_and_the_syntax_file_colours(tmp_path: Path) -> None:
    program, desk = _program(), Desk(tmp_path)
    desk.copy("neovim/init.lua", ".config/nvim/init.lua")
    grammar = tmp_path / "service-blueprint" / "editors" / "tree-sitter-service-blueprint"
    (grammar / "service_blueprint.so").write_bytes(b"of another machine")
    seen = "lua print(vim.fn.synIDattr(vim.fn.synID(1, 1, 1), 'name'))"
    done = subprocess.run(
        [program, "--headless", "-i", "NONE", "-n", "shop.bp", "-c", seen, "-c", "qall!"], cwd=desk.work, timeout=LIMIT,
        env=desk.environment, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert "Build it again for the colours of tree-sitter." in done.stderr
    assert "traceback" not in done.stderr
    assert "sbp" in done.stderr
