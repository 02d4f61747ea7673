"""`format`: what is written, what is said, and the exit codes."""

from __future__ import annotations

from pathlib import Path

import blueprint
from tests.cli.conftest import BROKEN, SMALL, Run

LOOSE = SMALL.replace("  currency", "      currency").replace("takes 20s", "takes   20s")


def test_a_file_is_formatted_in_place(run: Run) -> None:
    path = Path("loose.bp")
    path.write_text(LOOSE, "utf-8")
    path.chmod(0o640)
    result = run("format", "loose.bp", "kiosk.bp")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "1 file formatted, 1 file unchanged.\n"
    assert path.read_text("utf-8") == SMALL
    assert path.stat().st_mode & 0o777 == 0o640


def test_check_and_diff_write_nothing(run: Run) -> None:
    path = Path("loose.bp")
    path.write_text(LOOSE, "utf-8")
    checked = run("format", "--check", "loose.bp", "kiosk.bp")
    assert (checked.exit_code, checked.stdout) == (1, "loose.bp would be formatted.\n")
    assert checked.stderr == "1 file would be formatted, 1 file unchanged.\n"
    shown = run("format", "--diff", "loose.bp")
    assert shown.exit_code == 0
    assert shown.stdout.startswith("--- loose.bp\n+++ loose.bp\n@@ -1,5 +1,5 @@\n")
    assert "\n-      currency EUR\n+  currency EUR\n" in shown.stdout
    assert run("format", "--diff", "--check", "loose.bp").exit_code == 1
    assert run("format", "--check", "kiosk.bp").exit_code == 0
    assert path.read_text("utf-8") == LOOSE


def test_a_missing_last_line_end_shows_in_the_diff(run: Run) -> None:
    Path("end.bp").write_text("library a", "utf-8")
    assert "\n-library a\n\\ No newline at end of file\n+library a\n" in run("format", "--diff", "end.bp").stdout


def test_standard_input_goes_to_standard_output(run: Run) -> None:
    result = run("format", "-", given=LOOSE)
    assert (result.exit_code, result.stdout, result.stderr) == (0, SMALL, "")
    unclosed = SMALL[:-2]
    result = run("format", "-", given=unclosed)
    assert (result.exit_code, result.stdout) == (1, unclosed)
    assert result.stderr.startswith("Standard input: Line ")


def test_bytes_that_are_not_text_of_the_language_stay(run: Run) -> None:
    """A byte order mark and the line ends; and nothing is written that would be the same."""
    path = Path("windows.bp")
    path.write_bytes(b"\xef\xbb\xbf" + LOOSE.replace("\n", "\r\n").encode())
    assert run("format", "windows.bp").exit_code == 0
    assert path.read_bytes() == b"\xef\xbb\xbf" + SMALL.replace("\n", "\r\n").encode()
    before = path.stat().st_mtime_ns
    assert "1 file unchanged." in run("format", "windows.bp").stderr
    assert path.stat().st_mtime_ns == before


def test_lines_with_errors_stay_and_the_rest_is_formatted(run: Run) -> None:
    broken = LOOSE.replace("takes 30s", "takes   half an hour")
    Path("loose.bp").write_text(broken, "utf-8")
    result = run("format", "loose.bp")
    assert result.exit_code == 0
    assert "loose.bp: line 10 has an error and was kept as written. `blueprint check loose.bp`" in result.stderr
    assert Path("loose.bp").read_text("utf-8") == SMALL.replace("takes 30s", "takes   half an hour")
    assert run("format", "--check", "loose.bp").exit_code == 1
    assert run("format", "broken.bp").exit_code == 0  # its errors are of meaning, not of form
    assert Path("broken.bp").read_text("utf-8") == BROKEN


def test_what_cannot_be_formatted_is_left_alone(run: Run) -> None:
    for text, why in ((LOOSE[:-2], "missing here"), ('cc_test {\n  name: "x",\n}\n', "no blueprint")):
        Path("odd.bp").write_text(text, "utf-8")
        result = run("format", "odd.bp", "kiosk.bp")
        assert result.exit_code == 1
        assert why in result.stderr
        assert "1 file unchanged, 1 file left alone." in result.stderr
        assert Path("odd.bp").read_text("utf-8") == text


def test_misuse(run: Run) -> None:
    Path("loose.bp").write_text(LOOSE, "utf-8")
    result = run("format", "nowhere.bp", "loose.bp")
    assert result.exit_code == 2
    assert "There is no file `nowhere.bp`." in result.stderr
    assert Path("loose.bp").read_text("utf-8") == SMALL  # the others are formatted all the same
    assert run("format").exit_code == 2
    assert run("format", "--width", "3", "kiosk.bp").exit_code == 2


def test_width(run: Run) -> None:
    assert run("format", "--width", "40", "kiosk.bp").exit_code == 0
    text = Path("kiosk.bp").read_text("utf-8")
    assert '      frontstage "Notes the order" {\n        by barista\n        takes 30s\n      }\n' in text


def test_a_document_formats_itself() -> None:
    done = blueprint.parse(LOOSE).format()
    assert (done.text, done.changed, done.refusal, done.kept) == (SMALL, True, "", ())
    assert blueprint.parse(SMALL).format(width=40).changed


def test_the_width_is_a_setting_of_the_project(run: Run) -> None:
    """Of the project of each file, and of the folder one is in for standard input; `--width` goes before it."""
    for folder, width in (("narrow", 40), ("wide", 200)):
        Path(folder).mkdir()
        Path(folder, "blueprint.toml").write_text(f"line-width = {width}\n", "utf-8")
        Path(folder, "kiosk.bp").write_text(SMALL, "utf-8")
    assert run("format", "narrow", "wide").stderr == "1 file formatted, 1 file unchanged.\n"
    narrow = Path("narrow/kiosk.bp").read_text("utf-8")
    assert narrow == blueprint.parse(SMALL).format(width=40).text
    assert run("format", "--width", "40", "--check", "wide").exit_code == 1
    assert run("format", "-", given=SMALL).stdout == SMALL
    Path("blueprint.toml").write_text("line-width = 40\n", "utf-8")
    assert run("format", "-", given=SMALL).stdout == narrow


def test_a_width_that_cannot_be_is_refused_before_anything_is_written(run: Run) -> None:
    Path("loose.bp").write_text(LOOSE, "utf-8")
    for width in ("3", "1001"):
        result = run("format", "--width", width, "loose.bp")
        assert (result.exit_code, "`--width` is from 20 to 1000" in result.stderr) == (2, True)
    Path("blueprint.toml").write_text("line-width = 3\n", "utf-8")
    result = run("format", "loose.bp")
    assert (result.exit_code, result.stderr.count("line-width")) == (2, 2)
    assert Path("loose.bp").read_text("utf-8") == LOOSE
