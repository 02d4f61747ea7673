"""`check`: what is printed, and the exit codes that CI lives by."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import SMALL, Run


def test_a_sound_file_exits_0_and_says_so(run: Run) -> None:
    result = run("check", "kiosk.bp")
    assert result.exit_code == 0, result.output
    assert result.output == "All is well: 1 file checked, nothing found.\n"


def test_findings_exit_1_and_show_the_line_the_range_and_the_fix(run: Run) -> None:
    result = run("check", "broken.bp")
    assert result.exit_code == 1
    assert "broken.bp:10:7" in result.output
    assert '10 |       onstage "Notes the order" by barista takes 30s' in result.output
    assert "   |       ^^^^^^^\n" in result.output
    assert "frontstage" in result.output
    assert "baristo" in result.output
    assert "barista" in result.output
    assert "2 errors in 1 file." in result.output


def test_several_files_are_counted_together(run: Run) -> None:
    result = run("check", "kiosk.bp", "broken.bp")
    assert result.exit_code == 1
    assert "2 errors in 2 files." in result.output


def test_standard_input(run: Run) -> None:
    assert run("check", "-", given=SMALL).exit_code == 0
    result = run("check", "-", given="blueprint x { kint task }")
    assert result.exit_code == 1
    assert "<stdin>:1:15" in result.output


@pytest.mark.parametrize(
    ("name", "says"),
    [("kiosc.bp", "Did you mean `kiosk.bp`?"), ("nowhere/x.bp", "There is no file")],
)
def test_a_file_that_cannot_be_read_exits_2_with_a_sentence(run: Run, name: str, says: str) -> None:
    result = run("check", name)
    assert result.exit_code == 2
    assert says in result.output


def test_a_file_that_is_not_utf8(run: Run, tmp_path: Path) -> None:
    (tmp_path / "latin.bp").write_bytes('blueprint "Café"'.encode("latin-1"))
    result = run("check", "latin.bp")
    assert result.exit_code == 2
    assert "not UTF-8" in result.output
    assert run("check", "-", given='blueprint "Café"'.encode("latin-1")).exit_code == 2


def test_a_byte_order_mark_does_not_move_the_place(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bom.bp").write_bytes(b"\xef\xbb\xbf" + SMALL.replace("currency", "curency").encode())
    assert "bom.bp:2:3" in run("check", "bom.bp").output


def test_a_foreign_file_with_the_suffix_is_reported_once(run: Run, tmp_path: Path) -> None:
    (tmp_path / "Android.bp").write_text('cc_binary {\n  name: "x",\n  srcs: ["a.c"],\n}\n', "utf-8")
    result = run("check", "Android.bp")
    assert result.exit_code == 1
    assert "1 error in 1 file." in result.output


def test_control_characters_of_a_file_never_reach_the_terminal(run: Run, tmp_path: Path) -> None:
    (tmp_path / "evil.bp").write_text('blueprint x { onstage "\x1b[2Jgone" }\n', "utf-8")
    assert "\x1b" not in run("check", "evil.bp").output


def test_a_used_library_is_shown_at_its_own_place(run: Run, tmp_path: Path) -> None:
    (tmp_path / "roles.bp").write_text('library roles "Roles"\nrole a "A" { staf 1 }\n', "utf-8")
    (tmp_path / "main.bp").write_text(SMALL + 'use "roles.bp"\n', "utf-8")
    assert "roles.bp:2:14" in run("check", "main.bp").output


def test_a_mistake_made_everywhere_is_shown_a_few_times_and_counted(run: Run, tmp_path: Path) -> None:
    (tmp_path / "word.bp").write_text(SMALL + "role x “X”\n" * 50, "utf-8")
    short, long = run("check", "word.bp").output, run("check", "word.bp", "--all").output
    assert short.count("[foreign-sign]") == 10
    assert "40 more of foreign-sign" in short
    assert long.count("[foreign-sign]") == 50
    assert short.splitlines()[-1] == long.splitlines()[-1]


def test_a_file_that_cannot_be_read_does_not_hide_the_others(run: Run) -> None:
    result = run("check", "nowhere.bp", "broken.bp")
    assert result.exit_code == 2
    assert "There is no file `nowhere.bp`" in result.output
    assert "2 errors in 1 file." in result.output


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ('blueprint "X"'.encode("utf-16"), "UTF-16"),
        (b"\x89PNG\r\n\x1a\n\x00", "is not a text file"),
        ('blueprint "X"\nrole "Café"\n'.encode("latin-1"), "(line 2)"),
    ],
)
def test_what_is_no_text_is_told_apart(run: Run, tmp_path: Path, data: bytes, says: str) -> None:
    (tmp_path / "odd.bp").write_bytes(data)
    assert says in run("check", "odd.bp").output
    assert says in run("check", "-", given=data).output


@pytest.mark.parametrize("command", ["check", "render", "graph", "new"])
def test_a_forgotten_file_is_asked_for(run: Run, command: str) -> None:
    result = run(command)
    assert result.exit_code == 2
    assert f"for example `blueprint {command} hotel.bp`" in result.output
