"""Each format of `check`, read by a reader that is not ours or by the words of the format's own description."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner
from junitparser import JUnitXml, TestSuite
from sarif_kit.validate import validation_errors  # type: ignore[import-untyped]

from blueprint.cli import cli
from blueprint.cli.formats import FORMATS
from blueprint.cli.report import mendable, summary
from blueprint.diagnostics import Diagnostic, Edit, Fix, Severity, apply
from blueprint.source import Source, Span
from tests.cli.conftest import BROKEN, SMALL, Run
from tests.house.places import ROOT

WIDE = SMALL.replace('frontstage "Notes the order" by barista', 'onstage "Notes 😀 日本" by baristo').replace(
    "Coffee kiosk", "Café, 100% <kiosk>"
)
MORE = "More is checked once these errors are mended."
FILE = "a folder/wide, 50%.bp"


@pytest.fixture
def wide(run: Run, tmp_path: Path) -> Path:
    """A blueprint with two errors on a line that holds wide signs, in a place whose name has to be escaped."""
    (tmp_path / "a folder").mkdir()
    path = tmp_path / FILE
    path.write_text(WIDE, "utf-8")
    return path


def _json(run: Run, form: str, *arguments: str) -> Any:
    result = run("check", "--output-format", form, *arguments)
    assert result.exit_code == 1, result.output
    return json.loads(result.stdout_bytes)


def test_json_holds_all_and_its_fixes_can_be_applied(run: Run, wide: Path) -> None:
    found = _json(run, "json", FILE, "kiosk.bp")
    assert [each["name"] for each in found] == ["unknown-word", "unknown-reference"]
    source = Source(WIDE, FILE)
    first = found[0]
    assert (first["file"], first["code"], first["severity"]) == (FILE, "E103", "error")
    fixes = []
    for each in found:
        assert set(each) == set(first)
        edits = [Edit(_span(source, edit), edit["text"]) for edit in each["fix"]["edits"]]
        fixes.append(Fix(each["fix"]["title"], tuple(edits)))
    assert source.slice(_span(source, first)) == "onstage"
    assert apply(WIDE, fixes) == WIDE.replace("onstage", "frontstage").replace("baristo", "barista")


def _span(source: Source, given: dict[str, Any]) -> Span:
    start, end = (source.offset(given[each]["line"], given[each]["column"]) for each in ("start", "end"))
    return source.span(start, end)


def test_json_lines_are_the_same_objects(run: Run, wide: Path) -> None:
    result = run("check", FILE, "--output-format", "json-lines")
    assert [json.loads(line) for line in result.stdout_bytes.splitlines()] == _json(run, "json", FILE)


def test_related_places_are_given(run: Run) -> None:
    Path("twice.bp").write_text(SMALL + 'role barista "Again" { staff 1 }\n', "utf-8")
    (only,) = _json(run, "json", "twice.bp")
    assert only["name"] == "duplicate-name"
    assert [each["start"]["line"] for each in only["related"]] == [42, 10]


def test_sarif_is_valid_and_says_what_the_schema_cannot_check(run: Run, wide: Path) -> None:
    log = _json(run, "sarif", FILE, "broken.bp")
    assert validation_errors(log) == []
    (one,) = log["runs"]
    assert one["columnKind"] == "unicodeCodePoints"
    rules = one["tool"]["driver"]["rules"]
    assert [rule["name"] for rule in rules] == ["unknown-word", "unknown-reference"]
    for result in one["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    first = one["results"][0]
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "a%20folder/wide%2C%2050%25.bp"
    assert unquote(place["artifactLocation"]["uri"]) == FILE
    assert _region(place["region"]) == "onstage"
    (change,) = first["fixes"][0]["artifactChanges"]
    assert [_region(each["deletedRegion"]) for each in change["replacements"]] == ["onstage"]
    assert [each["insertedContent"]["text"] for each in change["replacements"]] == ["frontstage"]
    assert _region(one["results"][1]["locations"][0]["physicalLocation"]["region"]) == "baristo"


def _region(region: dict[str, int]) -> str:
    """What a region on one line means: columns of code points, the end exclusive."""
    assert region["startLine"] == region["endLine"]
    return WIDE.splitlines()[region["startLine"] - 1][region["startColumn"] - 1 : region["endColumn"] - 1]


def test_sarif_with_related_places_and_unsafe_fixes_or_nothing_at_all_is_valid(run: Run) -> None:
    Path("odd.bp").write_text(SMALL[:-2] + "\nrole barista “X”\nrole barista", "utf-8")
    log = _json(run, "sarif", "odd.bp")
    assert validation_errors(log) == []
    assert any("relatedLocations" in each for each in log["runs"][0]["results"])
    clean = json.loads(run("check", "kiosk.bp", "--output-format", "sarif").stdout_bytes)
    assert validation_errors(clean) == []
    assert clean["runs"][0]["results"] == []


def test_junit_is_read_by_others(run: Run, wide: Path) -> None:
    result = run("check", FILE, "kiosk.bp", "--output-format", "junit")
    ElementTree.fromstring(result.stdout_bytes)
    suites = JUnitXml.fromstring(result.stdout_bytes)
    assert (suites.tests, suites.failures) == (3, 2)
    named = {suite.name: suite for suite in suites if isinstance(suite, TestSuite)}
    assert [case.is_passed for case in named["kiosk.bp"]] == [True]
    cases = list(named[FILE])
    assert [case.name for case in cases] == ["unknown-word (10:7)", "unknown-reference (10:31)"]
    assert "onstage" in (cases[0].result[0].message or "")
    assert cases[0].result[0].type == "error E103"


def test_junit_holds_no_sign_that_xml_cannot(run: Run) -> None:
    Path("evil.bp").write_text('blueprint x { "\x1b[2J\x00\ufffe<&" }\n', "utf-8")
    result = run("check", "evil.bp", "--output-format", "junit")
    assert result.exit_code == 1
    ElementTree.fromstring(result.stdout_bytes)


def test_gitlab_has_what_its_widget_needs(run: Run, wide: Path) -> None:
    issues = _json(run, "gitlab", FILE, "broken.bp")
    assert len({each["fingerprint"] for each in issues}) == 4
    for each in issues:
        assert set(each) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert each["severity"] in {"info", "minor", "major", "critical", "blocker"}
    places = [(each["location"]["path"], each["location"]["lines"]["begin"]) for each in issues]
    assert places == [(FILE, 10), (FILE, 10), ("broken.bp", 10), ("broken.bp", 15)]


def test_fingerprints_stay_when_lines_move_and_are_told_apart_in_one_line(run: Run) -> None:
    wrong = BROKEN.replace("by baristo", "by baristo, baristi")
    Path("one.bp").write_text(wrong, "utf-8")
    before = [each["fingerprint"] for each in _json(run, "gitlab", "one.bp")]
    Path("one.bp").write_text("# a heading\n\n" + wrong.replace("    ", "  "), "utf-8")
    after = _json(run, "gitlab", "one.bp")
    assert [each["fingerprint"] for each in after] == before
    assert len(set(before)) == len(before) == 3
    results = _json(run, "sarif", "one.bp")["runs"][0]["results"]
    assert [each["partialFingerprints"]["blueprint/v1"] for each in results] == before


def test_rdjson_counts_bytes(run: Run, wide: Path) -> None:
    result = _json(run, "rdjson", FILE)
    assert result["source"]["name"] == "blueprint"
    lines = WIDE.encode().splitlines()
    for each, word in zip(result["diagnostics"], (b"onstage", b"baristo"), strict=True):
        assert each["severity"] in {"ERROR", "WARNING", "INFO"}
        assert each["location"]["path"] == FILE
        for given in (each["location"]["range"], *(suggestion["range"] for suggestion in each["suggestions"])):
            start, end = given["start"], given["end"]
            assert lines[start["line"] - 1][start["column"] - 1 : end["column"] - 1] == word
    assert result["diagnostics"][0]["code"]["value"] == "unknown-word"


_COMMAND = re.compile(r"::(error|warning|notice) ((?:[a-zA-Z]+=[^:,\r\n]*,?)+)::(.*)")


def test_github_commands_are_escaped(run: Run, wide: Path) -> None:
    result = run("check", FILE, "--output-format", "github")
    assert result.exit_code == 1
    first, second = (_COMMAND.fullmatch(line) for line in result.stdout_bytes.decode().splitlines())
    assert first
    assert second
    given = dict(part.split("=", 1) for part in first[2].split(","))
    assert given["file"].replace("%2C", ",").replace("%25", "%") == FILE
    assert (given["line"], given["col"], given["endLine"], given["endColumn"]) == ("10", "7", "10", "14")
    assert given["title"] == "unknown-word (E103)"
    assert first[3].startswith("`onstage` is no lane")


def test_concise_is_a_line_each(run: Run, wide: Path) -> None:
    lines = run("check", "broken.bp", "--output-format", "concise").stdout.splitlines()
    assert lines[0].startswith("broken.bp:10:7: error[unknown-word] E103: `onstage` is no lane or statement;")
    assert lines[0].endswith("(fix: write `frontstage`)")
    assert [re.match(r"broken\.bp:\d+:\d+: error\[", line) is not None for line in lines] == [True, True, False]


def test_grouped_names_each_file_once(run: Run, wide: Path) -> None:
    lines = run("check", FILE, "broken.bp", "--output-format", "grouped").stdout.splitlines()
    assert [line for line in lines if line in (FILE, "broken.bp")] == [FILE, "broken.bp"]
    assert sum("error[unknown-reference] E109" in line for line in lines) == 2
    assert lines[1].startswith("   10:7  error")  # the places of a file stand in one column
    assert lines[2].startswith("  10:31  error")


@pytest.mark.parametrize("form", FORMATS)
def test_errors_are_told_before_warnings_that_stand_above_them(run: Run, form: str) -> None:
    hotel = (ROOT / "examples" / "hotel.bp").read_text("utf-8")  # the core, which has no price, stands above this
    Path("hotel.bp").write_text(hotel.replace('"Process check-out" by clerk', '"Process check-out" by clark'), "utf-8")
    told = run("check", "hotel.bp", "--output-format", form).stdout_bytes.decode()
    results = told.split('"results"')[-1]  # SARIF describes the rules before
    assert 0 <= results.find("There is no role") < results.find("neither has a price"), told


def test_full_shows_the_fix_as_a_difference(run: Run) -> None:
    text = run("check", "broken.bp").stdout
    assert "error[unknown-word] E103: `onstage`" in text
    assert (
        "  = fix: write `frontstage`\n"
        '10 -       onstage "Notes the order" by barista takes 30s\n'
        '10 +       frontstage "Notes the order" by barista takes 30s\n'
    ) in text
    assert text.endswith(f"2 errors in 1 file. `--fix` mends 2 of them. {MORE}\n")


def test_a_difference_of_a_long_line_shows_the_place(run: Run) -> None:
    long = SMALL.replace("Says what it shall be", "word " * 100).replace("by barista takes 30s", "by baristo takes 30s")
    joined = re.sub(r'"\n +frontstage "Notes', '"; frontstage "Notes', long)
    Path("long.bp").write_text(joined, "utf-8")
    text = run("check", "long.bp").stdout
    assert re.search(r"^\d+ \+ ….*by barista takes 30s$", text, re.MULTILINE)
    assert max(map(len, text.splitlines())) < 200


def test_what_stands_in_a_library_of_two_is_told_once(run: Run) -> None:
    Path("roles.bp").write_text('library roles "Roles"\nrole a "A" { staf 1 }\n', "utf-8")
    for name in ("one.bp", "two.bp"):
        Path(name).write_text(SMALL + 'use "roles.bp"\n', "utf-8")
    found = _json(run, "json", "one.bp", "two.bp", "roles.bp")
    assert [each["file"] for each in found] == ["roles.bp"]


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_takes_the_findings_and_the_terminal_the_summary(run: Run, form: str) -> None:
    result = run("check", "broken.bp", "--output-format", form, "--output-file", "found.txt")
    assert result.exit_code == 1
    assert result.stdout == f"2 errors in 1 file. `--fix` mends 2 of them. {MORE}\n"
    assert "onstage" in Path("found.txt").read_text("utf-8")
    plain = run("check", "broken.bp", "--output-format", form)
    assert plain.stdout.replace(result.stdout, "") == Path("found.txt").read_text("utf-8")


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_found_is_an_answer_too(run: Run, form: str) -> None:
    result = run("check", "kiosk.bp", "--output-format", form)
    assert result.exit_code == 0
    assert "All is well: 1 file checked" in result.output
    if form in ("json", "gitlab"):
        assert json.loads(result.stdout_bytes) == []


def test_the_format_may_be_set_by_the_environment(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BLUEPRINT_OUTPUT_FORMAT", "concise")
    assert run("check", "broken.bp").stdout.startswith("broken.bp:10:7: ")
    assert "-->" in run("check", "broken.bp", "--output-format", "full").stdout


def test_a_format_there_is_none_of(run: Run) -> None:
    result = run("check", "broken.bp", "--output-format", "sariff")
    assert result.exit_code == 2
    assert "Did you mean `sarif`?" in result.output


@pytest.mark.parametrize(
    ("terminal", "variables", "linked"),
    [(True, {}, True), (False, {"FORCE_COLOR": "1"}, False), (True, {"NO_COLOR": "1"}, False)],
)
def test_links_only_on_a_terminal_that_takes_colour(
    run: Run, monkeypatch: pytest.MonkeyPatch, terminal: bool, variables: dict[str, str], linked: bool
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("BLUEPRINT_DOCS_URL", "https://example.org/rules/{name}/")
    runner = CliRunner()
    with runner.isolation(env=variables) as (stream, *_):
        monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
        with pytest.raises(SystemExit):
            cli(["check", "broken.bp"], prog_name="blueprint")
        sys.stdout.flush()
        written = stream.getvalue().decode()
    link = "\x1b]8;;https://example.org/rules/unknown-word/\x1b\\unknown-word\x1b]8;;\x1b\\"
    assert (link in written) == linked
    assert ("\x1b]8" in written) == linked


def test_programs_are_given_the_published_page(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _json(run, "json", "broken.bp")[0]["url"] is None
    monkeypatch.setenv("BLUEPRINT_DOCS_URL", "https://example.org/rules")
    assert _json(run, "json", "broken.bp")[0]["url"] == "https://example.org/rules/unknown-word.md"
    log = _json(run, "sarif", "broken.bp")
    assert validation_errors(log) == []
    assert log["runs"][0]["tool"]["driver"]["rules"][0]["helpUri"] == "https://example.org/rules/unknown-word.md"


def test_the_summary_counts_each_kind_and_what_can_be_mended() -> None:
    def found(severity: Severity, safe: bool | None) -> Diagnostic:
        fix = None if safe is None else Fix("mend it", (), safe)
        return Diagnostic("a-rule", "X1", severity, "Something.", Span(0, 0), fix=fix)

    one = [found("error", True)]
    assert (summary(one, 1), mendable(one)) == ("1 error in 1 file.", "`--fix` mends it.")
    all_kinds = [*one, *one, found("warning", False), found("advice", None), found("advice", None)]
    assert summary(all_kinds, 3) == "2 errors, 1 warning and 2 pieces of advice in 3 files."
    assert mendable(all_kinds) == "`--fix` mends 2 of them, `--unsafe-fixes` 1 more."
    assert mendable(all_kinds[2:]) == "`--unsafe-fixes` mends 1 of them; look at what it does."
    assert mendable(all_kinds[3:]) == ""
