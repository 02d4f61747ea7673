"""`check --fix`, `--diff`, `--add-ignores`, `--baseline`: what is written, what is said, and what is left alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from blueprint.diagnostics import Diagnostic
from blueprint.rules.baseline import Baseline
from blueprint.source import Span
from tests.cli.conftest import BROKEN, SMALL, Run

IDLE = SMALL.replace("staff 1;", "staff 0;")


def test_fix_mends_the_file_says_so_and_shows_what_is_left(run: Run, tmp_path: Path) -> None:
    result = run("check", "--fix", "broken.bp")
    assert result.exit_code == 0, result.output
    assert (tmp_path / "broken.bp").read_text("utf-8") == SMALL
    assert "broken.bp: 2 findings fixed.\n  unknown-word: write `frontstage`\n" in result.output
    (tmp_path / "both.bp").write_text(IDLE.replace("customer", "custmer", 1), "utf-8")
    result = run("check", "--fix", "both.bp")
    assert result.exit_code == 1
    assert "1 error in 1 file." in result.output
    assert (tmp_path / "both.bp").read_text("utf-8") == IDLE


def test_fix_keeps_line_ends_the_byte_order_mark_and_a_sound_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "windows.bp").write_bytes(("\ufeff" + BROKEN.replace("\n", "\r\n")).encode())
    assert run("check", "--fix", "windows.bp").exit_code == 0
    assert (tmp_path / "windows.bp").read_bytes() == ("\ufeff" + SMALL.replace("\n", "\r\n")).encode()
    before = (tmp_path / "kiosk.bp").stat().st_mtime_ns
    run("check", "--fix", "kiosk.bp")
    assert (tmp_path / "kiosk.bp").stat().st_mtime_ns == before


def test_diff_shows_what_would_be_mended_and_writes_nothing(run: Run, tmp_path: Path) -> None:
    result = run("check", "--diff", "broken.bp")
    assert result.exit_code == 1
    assert result.stdout.startswith("--- broken.bp\n+++ broken.bp\n@@")
    assert '-      onstage "Notes the order" by barista takes 30s\n' in result.stdout
    assert '+      frontstage "Notes the order" by barista takes 30s\n' in result.stdout
    assert "2 findings would be fixed." in result.stderr
    assert (tmp_path / "broken.bp").read_text("utf-8") == BROKEN
    (tmp_path / "idle.bp").write_text(IDLE, "utf-8")
    nothing = run("check", "--diff", "idle.bp", "kiosk.bp")
    assert (nothing.exit_code, nothing.stdout) == (0, "")


def test_unsafe_fixes_are_made_only_when_asked_for(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bare.bp").write_text("phase interaction { }\n", "utf-8")
    assert run("check", "--fix", "bare.bp").exit_code == 1
    assert (tmp_path / "bare.bp").read_text("utf-8") == "phase interaction { }\n"
    run("check", "--unsafe-fixes", "bare.bp")
    assert (tmp_path / "bare.bp").read_text("utf-8").startswith("blueprint")


def test_standard_input_is_mended_to_standard_output(run: Run) -> None:
    result = run("check", "--fix", "-", given=BROKEN)
    assert result.exit_code == 0
    assert result.stdout == SMALL
    assert "2 findings fixed" in result.stderr
    for flag in ("--fix", "--unsafe-fixes", "--add-ignores"):
        assert run("check", flag, "-", given=SMALL).stdout == SMALL


def test_a_library_is_mended_only_when_it_is_named(run: Run, tmp_path: Path) -> None:
    library = 'library roles "Roles"\nrole a "A" { staf 1 }\n'
    (tmp_path / "roles.bp").write_text(library, "utf-8")
    (tmp_path / "main.bp").write_text(SMALL + 'use "roles.bp"\n', "utf-8")
    assert run("check", "--fix", "main.bp").exit_code == 1
    assert (tmp_path / "roles.bp").read_text("utf-8") == library
    assert run("check", "--fix", "roles.bp", "main.bp").exit_code == 0
    assert (tmp_path / "roles.bp").read_text("utf-8") == library.replace("staf ", "staff ")


def test_a_file_that_cannot_be_written_stays_as_it_is(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("os.replace", refuse)
    result = run("check", "--fix", "broken.bp")
    assert result.exit_code == 2
    assert "cannot be written" in result.output
    assert (tmp_path / "broken.bp").read_text("utf-8") == BROKEN
    assert sorted(path.name for path in tmp_path.iterdir()) == ["broken.bp", "kiosk.bp"]


def test_add_ignores_leaves_nothing_to_tell_and_then_reports_those_of_no_use(run: Run, tmp_path: Path) -> None:
    (tmp_path / "idle.bp").write_text(IDLE, "utf-8")
    result = run("check", "--add-ignores", "idle.bp")
    assert result.exit_code == 0
    assert "idle.bp: 1 finding ignored from now on." in result.output
    text = (tmp_path / "idle.bp").read_text("utf-8")
    assert "}  # bp: ignore[staff-not-positive] because it was so before the check\n" in text
    (tmp_path / "idle.bp").write_text(text.replace("staff 0", "staff 1"), "utf-8")
    assert "unused-suppression" in run("check", "idle.bp").output
    assert run("check", "--fix", "idle.bp").exit_code == 0
    assert (tmp_path / "idle.bp").read_text("utf-8") == SMALL


def test_add_ignores_takes_a_sketch_with_all_that_is_to_come(run: Run, tmp_path: Path) -> None:
    text = 'blueprint "Café"\nphase interaction { core "Coffee" { step order "Order" { customer "Orders" } } }\n'
    (tmp_path / "sketch.bp").write_text(text, "utf-8")
    assert "[sketch]" in run("check", "sketch.bp").output
    result = run("check", "--add-ignores", "sketch.bp")
    assert result.exit_code == 0, result.output
    assert "ignore[sketch]" in (tmp_path / "sketch.bp").read_text("utf-8")
    assert run("check", "sketch.bp").exit_code == 0


def test_add_ignores_does_not_hide_what_could_not_be_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "sign.bp").write_text(IDLE + "role x “X”\n", "utf-8")
    result = run("check", "--add-ignores", "sign.bp")
    assert result.exit_code == 1
    assert "1 error in 1 file." in result.output
    assert "foreign-sign" not in (tmp_path / "sign.bp").read_text("utf-8")


def test_a_baseline_puts_off_what_is_old_though_lines_move(run: Run, tmp_path: Path) -> None:
    (tmp_path / "idle.bp").write_text(IDLE, "utf-8")
    assert run("check", "idle.bp").exit_code == 1
    written = run("check", "idle.bp", "broken.bp", "--write-baseline", "--baseline", "old.json")
    assert written.exit_code == 0, written.output
    assert "`old.json` now lists 3 old findings." in written.output
    rows = json.loads((tmp_path / "old.json").read_text("utf-8"))["findings"]
    assert [(row["file"], row["rule"], row["element"]) for row in rows][-1] == (
        "idle.bp",
        "staff-not-positive",
        "barista",
    )
    (tmp_path / "idle.bp").write_text("# a line more\n" + IDLE, "utf-8")
    assert run("check", "idle.bp", "broken.bp", "--baseline", "old.json").exit_code == 0
    more = IDLE + 'role helper "Helper" { staff 0 }\n'
    (tmp_path / "idle.bp").write_text(more, "utf-8")
    result = run("check", "idle.bp", "--baseline", "old.json")
    assert result.exit_code == 1
    assert "Helper" in result.output
    assert "Barista" not in result.output


def test_a_second_finding_like_an_old_one_is_new(tmp_path: Path) -> None:
    def like(start: int) -> Diagnostic:
        return Diagnostic("wait-unexplained", "W200", "warning", "Nobody says why.", Span(start, start + 1, "a.bp"))

    baseline = Baseline(str(tmp_path / "old.json"))
    assert baseline.put_off("a.bp", [like(1), like(5)], None) == []
    baseline.rewrite()
    (tmp_path / "old.json").write_bytes(baseline.encoded())
    again = Baseline.load(str(tmp_path / "old.json"))
    assert again.new("a.bp", [like(2), like(7), like(9)], None) == [like(9)]


def test_a_baseline_is_rewritten_for_the_files_that_were_checked_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "idle.bp").write_text(IDLE, "utf-8")
    (tmp_path / "blueprint.toml").write_text('baseline = "old.json"\n', "utf-8")
    run("check", "idle.bp", "broken.bp", "--write-baseline")
    before = (tmp_path / "old.json").read_bytes()
    run("check", "broken.bp", "--write-baseline")
    assert (tmp_path / "old.json").read_bytes() == before
    (tmp_path / "idle.bp").write_text(SMALL, "utf-8")
    gone = run("check", "idle.bp")
    assert "Mended: 1 old finding; `--write-baseline` takes them off" in gone.output
    run("check", "idle.bp", "--write-baseline")
    assert b"idle.bp" not in (tmp_path / "old.json").read_bytes()


def test_the_findings_of_a_library_count_once_for_all_who_use_it(run: Run, tmp_path: Path) -> None:
    (tmp_path / "roles.bp").write_text('library roles "Roles"\nrole a "A" { staff 0 }\n', "utf-8")
    names = ("one.bp", "two.bp", "roles.bp")
    for name in names[:2]:
        (tmp_path / name).write_text(SMALL + 'use "roles.bp"\n', "utf-8")
    assert "now lists 1 old finding." in run("check", *names, "--write-baseline").output
    before = (tmp_path / "blueprint-baseline.json").read_bytes()
    run("check", "two.bp", "--write-baseline")
    assert (tmp_path / "blueprint-baseline.json").read_bytes() == before
    for order in (names, names[::-1], ("roles.bp",)):
        result = run("check", *order, "--baseline", "blueprint-baseline.json")
        assert result.exit_code == 0, result.output
        assert "Mended" not in result.output


def test_what_could_not_be_read_is_not_put_off(run: Run, tmp_path: Path) -> None:
    (tmp_path / "sign.bp").write_text(SMALL + "role x “X”\n", "utf-8")
    assert run("check", "sign.bp", "--write-baseline").exit_code == 1
    assert "foreign-sign" in run("check", "sign.bp", "--baseline", "blueprint-baseline.json").output


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"version": 2, "findings": []}', '{"version": 1, "findings": [1]}',
                                  '{"version": 1, "findings": [{"file": "a"}]}', "[" * 100_000])  # fmt: skip
def test_a_baseline_that_is_none_is_told(run: Run, tmp_path: Path, text: str) -> None:
    (tmp_path / "old.json").write_text(text, "utf-8")
    result = run("check", "kiosk.bp", "--baseline", "old.json")
    assert result.exit_code == 2
    assert "is not a baseline" in result.output
    assert "There is no baseline" in run("check", "kiosk.bp", "--baseline", "none.json").output
