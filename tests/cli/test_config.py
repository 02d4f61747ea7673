"""Settings files: which one holds, what it may say, and what is said of one that is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from blueprint.config import KEYS, Configurations, Misconfigured, load
from blueprint.rules.base import Option, rule
from blueprint.rules.settings import PRESETS, Selection, Settings
from tests.cli.conftest import SMALL, Run
from tests.house.places import ROOT

IDLE = SMALL.replace("staff 1;", "staff 0;")


def _write(folder: Path, text: str, name: str = "blueprint.toml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, "utf-8")
    return folder / name


def test_everything_that_can_be_set(tmp_path: Path) -> None:
    text = """
    preset = "strict"
    select = ["E", "W"]
    extend-select = ["A9"]
    ignore = ["unused-suppression"]
    baseline = "old.json"
    [per-file-ignores]
    "drafts/*.bp" = ["W"]
    [rules.staff-not-positive]
    severity = "warning"
    """
    folder = str(tmp_path.resolve())
    assert load(str(_write(tmp_path, text))) == Settings(
        "strict",
        (Selection(("E", "W"), ("A9",), ("unused-suppression",)),),
        {"staff-not-positive": "warning"},
        {},
        (("drafts/*.bp", ("W",)),),
        folder,
        str(Path(folder) / "old.json"),
    )
    under_tool = text.replace("[", "[tool.blueprint.").replace("= [tool.blueprint.", "= [")
    shared = _write(tmp_path, "[tool.other]\nselect = 1\n[tool.blueprint]\n" + under_tool, "pyproject.toml")
    assert load(str(shared)) == load(str(tmp_path / "blueprint.toml"))


def test_the_nearest_upwards_holds_and_nothing_above_the_root(tmp_path: Path) -> None:
    def preset(path: str) -> str:
        return Configurations().of(str(tmp_path / path)).preset

    inner = tmp_path / "project" / "a" / "b"
    inner.mkdir(parents=True)
    _write(tmp_path, 'preset = "strict"')
    assert preset("project/a/b/x.bp") == "strict"
    (tmp_path / "project" / ".git").mkdir()
    assert preset("project/a/b/x.bp") == "recommended"
    _write(tmp_path / "project", '[tool.blueprint]\npreset = "strict"', "pyproject.toml")
    assert preset("project/a/b/x.bp") == "strict"
    _write(tmp_path / "project" / "a", 'preset = "recommended"')
    assert preset("project/a/b/x.bp") == "recommended"
    _write(tmp_path / "project" / "a" / "b", "[tool.ruff]\nline-length = 120 # of blueprint\n", "pyproject.toml")
    assert preset("project/a/b/x.bp") == "recommended"
    _write(tmp_path / "project", 'preset = "recommended"')
    assert preset("project/x.bp") == "recommended"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('preset = "recommended"\nignor = []', "line 2: there is no key `ignor`. Did you mean `ignore`?"),
        ("zzzzzz = 1", f"The keys are: {', '.join(KEYS)}."),
        ('preset = "strikt"', "line 1: there is no preset `strikt`. Did you mean `strict`?"),
        ("preset = 3", "`preset` is a text in quotation marks"),
        ('select = "W"', "line 1: `select` is a list"),
        ("select = [1]", "`select` is a list"),
        ('\nignore = [\n "unreachable-stp",\n]', "line 3: there is no rule `unreachable-stp`. Did you mean"),
        ('ignore = ["foreign-sign"]', "`foreign-sign` cannot be ignored"),
        ("rules = 1", "`rules` is a table"),
        (
            "[rules.staf-not-positive]",
            "line 1: there is no rule `staf-not-positive`. Did you mean `staff-not-positive`?",
        ),
        ("[rules.staff-not-positive]\nlimit = 1", "line 2: the rule `staff-not-positive` has no `limit`."),
        ('[rules.staff-not-positive]\nseverity = "off"', "write its name into `ignore`"),
        ("[rules.staff-not-positive]\nseverity = 1", "a severity is one of error, warning, advice"),
        ("[rules]\nstaff-not-positive = 3", "line 2: `staff-not-positive` is a table"),
        ('[per-file-ignores]\n"x.bp" = "W"', "line 2: `x.bp` is a list"),
        ("line-width = 10", "line 1: `line-width` is a whole number of columns, from 20 to 1000"),
        ('line-width = "80"', "`line-width` is a whole number"),
        ("line-width = true", "`line-width` is a whole number"),
        ("preset = ", "cannot be read as TOML"),
        ("a = " + "[" * 3000, "cannot be read as TOML"),
    ],
)
def test_what_is_wrong_is_told_with_its_line_and_the_nearest(run: Run, tmp_path: Path, text: str, says: str) -> None:
    _write(tmp_path, text)
    result = run("check", "kiosk.bp")
    assert result.exit_code == 2
    assert result.output.startswith("Error: `blueprint.toml`")
    assert says in result.output
    assert run("check", "--isolated", "kiosk.bp").exit_code == 0


@pytest.mark.parametrize(
    ("value", "says"),
    [("0.5", ""), ("1", ""), ("2", "at least 0.1 and at most 1."), ("0", "at least 0.1"), ("true", "is a number. A"),
     ('"1"', "is a number"), ("nan", "is a number"), ("inf", "is a number")],
)  # fmt: skip
def test_a_number_of_a_rule_is_one_and_within_its_limits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, value: str, says: str
) -> None:
    busy = rule(
        "blueprint.rules.people.role_busy", "Busy.", "W999", options=(Option("limit", 0.85, "A share.", 0.1, 1),)
    )
    monkeypatch.setattr("blueprint.config.find", lambda _: busy)
    monkeypatch.setattr("blueprint.config.known", lambda: {busy.name: busy.code})
    file = str(_write(tmp_path, f"[rules.role-busy]\nlimit = {value}"))
    if not says:
        assert load(file).options == {("role-busy", "limit"): float(value)}
        return
    with pytest.raises(Misconfigured, match="line 2: `limit` is ") as refused:
        load(file)
    assert says in str(refused.value)


def test_a_table_of_another_tool_is_not_named_for_ours(tmp_path: Path) -> None:
    file = _write(tmp_path, "[tool.ruff]\nselect = []\n[tool.blueprint]\nselect = 1\n", "pyproject.toml")
    with pytest.raises(Misconfigured, match="line 4: `select` is a list"):
        load(str(file))


@pytest.mark.parametrize("data", [b"\xff\xfe", b"x"])
def test_a_file_that_is_no_settings_file(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "other.toml").write_bytes(data)
    with pytest.raises(Misconfigured):
        load(str(tmp_path / "other.toml"))
    with pytest.raises(Misconfigured, match="cannot be read"):
        load(str(tmp_path / "none.toml"))
    with pytest.raises(Misconfigured, match="has no table"):
        load(str(_write(tmp_path, "[tool.ruff]", "pyproject.toml")))


def test_a_byte_order_mark_and_windows_lines_are_no_matter(tmp_path: Path) -> None:
    (tmp_path / "blueprint.toml").write_bytes(b'\xef\xbb\xbfpreset = "strict"\r\n[rules]\r\n')
    assert load(str(tmp_path / "blueprint.toml")).preset == "strict"


# ---------------------------------------------------------------- from the command line


def _idle(folder: Path, name: str = "idle.bp") -> str:
    return str(_write(folder, IDLE, name).name)


def test_flags_are_laid_over_the_settings_of_the_project(run: Run, tmp_path: Path) -> None:
    _idle(tmp_path)
    _write(tmp_path, 'ignore = ["staff-not-positive"]')
    assert run("check", "idle.bp").exit_code == 0
    assert run("check", "idle.bp", "--isolated").exit_code == 1
    assert run("check", "idle.bp", "--extend-select", "E241").exit_code == 1
    assert run("check", "idle.bp", "--select", "E").exit_code == 1
    assert run("check", "idle.bp", "--select", "E", "--ignore", "E1,E2").exit_code == 0
    other = _write(tmp_path / "elsewhere", 'ignore = ["W9"]')
    assert run("check", "idle.bp", "--config", str(other)).exit_code == 1
    assert run("check", "idle.bp", "--config", str(other), "--isolated").exit_code == 2


def test_a_preset_goes_before_what_the_project_selects_and_not_before_what_it_ignores(run: Run, tmp_path: Path) -> None:
    (tmp_path / "idle.bp").write_text(IDLE + "# bp: ignore-file[staff-not-positive]\n", "utf-8")
    _write(tmp_path, 'select = ["E"]\nignore = ["W", "A"]')
    assert run("check", "idle.bp").exit_code == 0
    assert run("check", "idle.bp", "--preset", "strict").exit_code == 0
    _write(tmp_path, 'select = ["E"]\nignore = ["W"]')
    result = run("check", "idle.bp", "--preset", "strict")
    assert "suppression-unexplained" in result.output
    assert "warning[" not in result.output


def test_files_can_have_ignores_and_rules_severities(run: Run, tmp_path: Path) -> None:
    _idle(tmp_path)
    _idle(tmp_path / "drafts")
    _write(tmp_path, '[per-file-ignores]\n"drafts" = ["E2"]\n[rules.staff-not-positive]\nseverity = "advice"')
    result = run("check", "idle.bp", "drafts/idle.bp")
    assert "advice[staff-not-positive]" in result.output
    assert "1 piece of advice in 2 files." in result.output


@pytest.mark.parametrize("flag", ["--select", "--extend-select", "--ignore"])
def test_a_rule_there_is_none_of_is_told_with_the_nearest(run: Run, flag: str) -> None:
    result = run("check", "kiosk.bp", flag, "E,staff-not-positve")
    assert result.exit_code == 2
    assert "Did you mean `staff-not-positive`?" in result.output


def test_the_presets_that_the_command_offers_are_those_there_are() -> None:
    from blueprint.cli.choose import PRESETS as OFFERED

    assert tuple(PRESETS) == OFFERED


def test_statistics_count_in_place_of_showing(run: Run, tmp_path: Path) -> None:
    result = run("check", "broken.bp", "--statistics")
    assert result.exit_code == 1
    assert "1  E103  unknown-word *\n" in result.output
    assert "-->" not in result.output
    assert "2 errors in 1 file." in result.output


def test_exit_zero_is_for_findings_and_not_for_files_that_cannot_be_read(run: Run) -> None:
    assert run("check", "broken.bp", "--exit-zero").exit_code == 0
    assert run("check", "nowhere.bp", "--exit-zero").exit_code == 2


def test_standard_input_has_the_name_the_settings_and_the_neighbours_it_is_given(run: Run, tmp_path: Path) -> None:
    _write(tmp_path / "shop", 'ignore = ["staff-not-positive"]')
    _write(tmp_path / "shop", 'library "Roles"\nrole a "A" { staff 1 }\n', "roles.bp")
    given = IDLE + 'use "roles.bp"\n'
    assert "<stdin>:" in run("check", "-", given=given).output
    named = run("check", "-", "--stdin-filename", "shop/idle.bp", given=given)
    assert named.exit_code == 0, named.output
    broken = run("check", "-", "--stdin-filename", "shop/idle.bp", given=given.replace("roles.bp", "rolls.bp"))
    assert "shop/idle.bp:" in broken.output.replace("\\", "/")


def test_the_page_of_the_manual_names_every_key_and_is_read(run: Run, tmp_path: Path) -> None:
    page = (ROOT / "docs" / "settings.md").read_text("utf-8")
    example = page.partition("```toml\n")[2].partition("```")[0]
    for key in KEYS:
        assert f"\n{key} = " in f"\n{example}" or f"\n[{key}" in example, key
    known = example.replace('["petal-missing"]', '["A9"]').replace(', "A3"', "")
    assert load(str(_write(tmp_path, known))).preset == "strict"
    sample = page.partition("```bp\n")[2].partition("```")[0]
    (tmp_path / "sample.bp").write_text(sample, "utf-8")
    assert run("check", "--isolated", "--select", "E,W9,A9", "sample.bp").exit_code == 0
