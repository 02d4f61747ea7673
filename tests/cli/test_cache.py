"""The results that are kept: nothing that is printed may depend on them, and nothing may hang on them."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from blueprint.api import Document
from blueprint.cli import basis, cache, checked, many
from blueprint.cli.files import open_document
from blueprint.cli.formats import FORMATS, Report, written
from blueprint.cli.walk import expanded
from blueprint.rules import RULES, Settings
from blueprint.rules.manual import example, sections
from tests.cli.conftest import BROKEN, SMALL, Run
from tests.house.places import ROOT
from tests.rules.cases import FOLDER, examples

LIBRARY = 'library roles "Roles"\nrole clerk "Clerk" { staff 1; need "The order" }\n'
USES = SMALL.replace("by barista takes 20s", "by clerk takes 20s") + 'use "lib/roles.bp"\n'


@pytest.fixture
def kept(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for results, all empty, beside that in which the command runs."""
    where = tmp_path / "results"
    monkeypatch.setattr(cache, "_fingerprint", lambda: "")  # somebody may be at work on this tool while it is tested
    monkeypatch.setenv(cache.FOLDER, os.fspath(where))
    return where


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that are really checked, as they are."""
    seen: list[str] = []

    def noted(path: str, *, name: str = "<stdin>") -> Document:
        seen.append(path)
        return open_document(path, name=name)

    monkeypatch.setattr(checked, "open_document", noted)
    return seen


def _files(folder: Path) -> None:
    """All examples and all cases of rules, each with its libraries in a folder of its own."""
    for page in sorted(FOLDER.rglob("*.md")):
        for number, case in enumerate(examples(page), 1):
            _write(folder / "cases" / f"{page.stem}-{number}", {"main.bp": case.text, **dict(case.files)})
    for rule in RULES:
        for name in ("Bad", "Good"):
            case = example(sections(rule)[name])
            _write(folder / "manual" / f"{rule.name}-{name}", {"main.bp": case.text, **dict(case.files)})
    for path in (ROOT / "examples").rglob("*.bp"):
        _write(folder / "examples", {path.relative_to(ROOT / "examples").as_posix(): path.read_text("utf-8")})


def _write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="")


def _printed(names: list[str], *, cached: bool) -> dict[str, str]:
    """What is printed of these files in each format, under every rule, after a check in one process."""
    settings = Settings("strict", today="2026-11-22")
    report = Report()
    for result in many.results([checked.Job(name, settings) for name in names], cached=cached, workers=1):
        report.add(result.path, result.findings, result.sources)
    return {form: "".join(written(report, form)) for form in FORMATS}


def test_nothing_printed_of_examples_and_cases_depends_on_it(
    run: Run, tmp_path: Path, kept: Path, looked: list[str]
) -> None:
    _files(tmp_path / "all")
    names = list(expanded(["all"]))
    without = _printed(names, cached=False)
    assert not kept.exists()
    assert len(without["concise"].splitlines()) > len(names) > 400
    cold = _printed(names, cached=True)
    assert len(looked) == 2 * len(names)
    warm = _printed(names, cached=True)
    assert len(looked) - 2 * len(names) < len(names) / 10, "only those that use what is not there are checked again"
    assert [form for form in FORMATS if not without[form] == cold[form] == warm[form]] == []


@pytest.mark.parametrize("how", [*(["--output-format", form] for form in FORMATS), ["--statistics"]])
def test_no_stream_depends_on_it(run: Run, tmp_path: Path, kept: Path, looked: list[str], how: list[str]) -> None:
    _write(tmp_path, {"uses.bp": USES, "lib/roles.bp": LIBRARY.replace("staff", "staf"), "none.bp": "what"})
    arguments = ["check", "broken.bp", "uses.bp", "gone.bp", "kiosk.bp", "none.bp", *how]
    without, cold, warm = run(*arguments, "--no-cache"), run(*arguments), run(*arguments)
    assert without.exit_code == 2
    assert (cold.stdout_bytes, cold.stderr_bytes) == (without.stdout_bytes, without.stderr_bytes)
    assert (warm.stdout_bytes, warm.stderr_bytes) == (without.stdout_bytes, without.stderr_bytes)
    assert looked[10:] == ["gone.bp", "none.bp"]


def test_only_what_changed_is_checked_again(run: Run, tmp_path: Path, kept: Path, looked: list[str]) -> None:
    before = run("check", "kiosk.bp", "broken.bp").output
    assert looked == ["kiosk.bp", "broken.bp"]
    assert run("check", "kiosk.bp", "broken.bp").output == before
    (tmp_path / "broken.bp").write_text(SMALL, "utf-8")
    assert run("check", "kiosk.bp", "broken.bp").exit_code == 0
    assert looked == ["kiosk.bp", "broken.bp", "broken.bp"]


def test_one_file_alone_is_not_looked_up(run: Run, kept: Path) -> None:
    run("check", "kiosk.bp")
    assert not kept.exists()


@pytest.fixture
def using(run: Run, tmp_path: Path, kept: Path, looked: list[str]) -> list[str]:
    """Two files, one of which uses a library that uses another, checked; the files that are checked from then on."""
    _write(tmp_path, {"uses.bp": USES, "lib/roles.bp": LIBRARY + 'use "more.bp"\n', "lib/more.bp": "library more\n"})
    assert run("check", "uses.bp", "kiosk.bp").exit_code == 0
    assert run("check", "uses.bp", "kiosk.bp").exit_code == 0
    assert looked == ["uses.bp", "kiosk.bp"]
    looked.clear()
    return looked


@pytest.mark.parametrize("name", ["lib/roles.bp", "lib/more.bp"])
def test_a_used_file_that_changes_or_goes_is_noticed(run: Run, tmp_path: Path, using: list[str], name: str) -> None:
    text = (tmp_path / name).read_text("utf-8")
    (tmp_path / name).write_text(text + 'role other "Other" { staf 1 }\n', "utf-8")
    assert "`staf`" in run("check", "uses.bp", "kiosk.bp").output
    (tmp_path / name).unlink()
    assert "use-missing" in run("check", "uses.bp", "kiosk.bp").output
    (tmp_path / name).write_text(text, "utf-8")
    assert run("check", "uses.bp", "kiosk.bp").exit_code == 0
    assert "kiosk.bp" not in using


def test_a_used_file_that_comes_later_is_noticed(run: Run, tmp_path: Path, kept: Path) -> None:
    _write(tmp_path, {"uses.bp": USES})
    assert "use-missing" in run("check", "uses.bp", "kiosk.bp").output
    _write(tmp_path, {"lib/rolls.bp": LIBRARY})
    assert "did you mean `lib/rolls.bp`" in run("check", "uses.bp", "kiosk.bp").output
    _write(tmp_path, {"lib/roles.bp": LIBRARY})
    assert run("check", "uses.bp", "kiosk.bp").exit_code == 0


def test_a_project_that_ends_elsewhere_is_noticed(run: Run, tmp_path: Path, kept: Path) -> None:
    _write(tmp_path, {"blueprint.toml": "", "sub/uses.bp": USES.replace("lib/", "../lib/"), "lib/roles.bp": LIBRARY})
    names = (os.path.join("sub", "uses.bp"), "kiosk.bp")
    assert run("check", *names).exit_code == 0
    (tmp_path / "sub" / ".git").mkdir()
    assert "use-outside-root" in run("check", *names).output


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_link_that_leads_elsewhere_is_noticed(run: Run, tmp_path: Path, kept: Path) -> None:
    project = tmp_path / "project"
    _write(tmp_path, {"outside.bp": LIBRARY, "project/inside.bp": LIBRARY, "project/uses.bp": USES})
    (project / "lib").mkdir()
    (project / "lib" / "roles.bp").symlink_to(project / "inside.bp")
    names = (os.path.join("project", "uses.bp"), "kiosk.bp")
    assert run("check", *names).exit_code == 0
    (project / "lib" / "roles.bp").unlink()
    (project / "lib" / "roles.bp").symlink_to(tmp_path / "outside.bp")
    assert "use-outside-root" in run("check", *names).output


def test_settings_are_part_of_what_is_kept(run: Run, tmp_path: Path, kept: Path) -> None:
    names = ("kiosk.bp", "broken.bp")
    plain = run("check", *names).output
    strict = run("check", *names, "--preset", "strict").output
    assert plain != strict
    assert run("check", *names).output == plain
    assert run("check", *names, "--preset", "strict").output == strict
    (tmp_path / "blueprint.toml").write_text('ignore = ["unknown-reference"]\n', "utf-8")
    assert run("check", *names).output == run("check", *names, "--no-cache").output != plain
    (tmp_path / "blueprint.toml").write_text('[per-file-ignores]\n"broken.bp" = ["unknown-reference"]\n', "utf-8")
    assert run("check", *names).output == run("check", *names, "--no-cache").output != plain


def test_a_day_is_looked_at_where_it_matters(
    run: Run, tmp_path: Path, kept: Path, looked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "dated.bp").write_text(SMALL.replace("currency EUR", "currency EUR\n  review 2026-06-01"), "utf-8")
    arguments = ("check", "dated.bp", "kiosk.bp", "--select", "review-stale")
    for day, code in (("2026-05-01", 0), ("2026-05-02", 0), ("2026-07-01", 1), ("2026-05-02", 0)):
        monkeypatch.setattr("blueprint.cli.choose.strftime", lambda _, day=day: day)
        assert run(*arguments).exit_code == code
    assert looked == ["dated.bp", "kiosk.bp", "dated.bp", "dated.bp", "dated.bp"]


def test_just_one_rule_reads_the_day() -> None:
    rules = (ROOT / "blueprint" / "rules").rglob("*.py")
    readers = [path.stem for path in rules if "context.today" in path.read_text("utf-8")]
    assert readers == ["review_stale"], "`basis.of` has to know on what else the day has a bearing"


def test_a_baseline_is_held_against_what_is_kept(run: Run, tmp_path: Path, kept: Path, looked: list[str]) -> None:
    names = ("kiosk.bp", "broken.bp")
    assert "2 old findings" in run("check", *names, "--write-baseline").output
    written = (tmp_path / "blueprint-baseline.json").read_bytes()
    first = run("check", *names, "--baseline", "blueprint-baseline.json")
    looked.clear()
    again = run("check", *names, "--baseline", "blueprint-baseline.json")
    assert (first.exit_code, again.output) == (0, first.output)
    run("check", *names, "--write-baseline")
    assert (tmp_path / "blueprint-baseline.json").read_bytes() == written
    assert looked == []


def test_a_baseline_in_one_folder_leaves_others_what_they_need(run: Run, tmp_path: Path, kept: Path) -> None:
    names = (os.path.join("sub", "broken.bp"), "broken.bp")
    _write(tmp_path, {"sub/broken.bp": BROKEN, "sub/blueprint.toml": 'baseline = "old.json"\n'})
    run("check", *names, "--write-baseline")
    before = run("check", *names)
    put_off = run("check", *names, "--baseline", "blueprint-baseline.json", "--no-cache")
    assert before.output != put_off.output
    for _ in range(2):
        assert run("check", *names).output == before.output
        assert run("check", *names, "--baseline", "blueprint-baseline.json").output == put_off.output


def test_standard_input_is_never_kept(run: Run, tmp_path: Path, kept: Path) -> None:
    (tmp_path / "-").write_text(SMALL, "utf-8")
    assert run("check", "-", "kiosk.bp", given=SMALL).exit_code == 0
    assert run("check", "-", "kiosk.bp", given=BROKEN).exit_code == 1


@pytest.mark.parametrize("damage", [b"", b"{", b"\xff" * 100, b"[]", "cut", "flipped", "other"])
def test_damaged_results_are_none(run: Run, kept: Path, looked: list[str], damage: bytes | str) -> None:
    before = run("check", "kiosk.bp", "broken.bp").output
    (file,) = kept.iterdir()
    data = file.read_bytes()
    changed = {
        "cut": data[:-9],
        "flipped": data.replace(b"error", b"eRror"),
        "other": cache._written({"kiosk.bp": [1]}),
    }
    file.write_bytes(changed[damage] if isinstance(damage, str) else damage)
    assert run("check", "kiosk.bp", "broken.bp").output == before
    assert len(looked) == 4
    assert run("check", "kiosk.bp", "broken.bp").output == before
    assert len(looked) == 4


def test_a_place_that_cannot_be_written_to_is_done_without(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    for where in ("file", os.path.join("file", "below")):
        monkeypatch.setenv(cache.FOLDER, os.fspath(tmp_path / where))
        assert run("check", "kiosk.bp", "broken.bp").exit_code == 1
    assert (tmp_path / "file").read_text("utf-8") == ""


def test_what_two_runs_find_is_put_together(run: Run, tmp_path: Path, kept: Path, looked: list[str]) -> None:
    """One run reads what is kept before the other writes, and writes after it."""
    from blueprint.rules.settings import DEFAULT

    jobs = [checked.Job(name, DEFAULT) for name in ("kiosk.bp", "broken.bp")]
    one, other = cache.Cache(os.fspath(kept)), cache.Cache(os.fspath(kept))
    for each, job in ((one, jobs[0]), (other, jobs[1])):
        assert each.get(job) is None
        each.put(job, checked.check(job, keep=True))
    one.close()
    other.close()
    third = cache.Cache(os.fspath(kept))
    assert [result.path for job in jobs if (result := third.get(job))] == ["kiosk.bp", "broken.bp"]


def test_what_is_of_no_use_goes_away(run: Run, tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("check", "kiosk.bp", "broken.bp")
    (mine,) = kept.iterdir()
    _write(kept, {"old.results": "x", "young.results": "x" * 50, ".blueprint-1.part": "x", "theirs.txt": "x"})
    for name in ("old.results", ".blueprint-1.part", "theirs.txt"):
        os.utime(kept / name, (1e9, 1e9))
    (tmp_path / "broken.bp").write_text(SMALL, "utf-8")
    run("check", "kiosk.bp", "broken.bp")
    assert sorted(os.listdir(kept)) == sorted([mine.name, "young.results", "theirs.txt"])
    monkeypatch.setattr(cache, "MOST", 10_000)
    (kept / "young.results").write_text("x" * 20_000, "utf-8")
    (tmp_path / "broken.bp").unlink()
    (tmp_path / "third.bp").write_text(BROKEN, "utf-8")
    run("check", "kiosk.bp", "third.bp")
    assert sorted(os.listdir(kept)) == sorted([mine.name, "theirs.txt"])
    rows = cache._understood(mine.read_bytes())
    assert sorted(rows) == ["kiosk.bp", "third.bp"], "a file that is gone has no results"


def test_what_is_read_only_is_marked_as_used_once_a_day(run: Run, kept: Path) -> None:
    run("check", "kiosk.bp", "broken.bp")
    (mine,) = kept.iterdir()
    os.utime(mine, (1e9, 1e9))
    run("check", "kiosk.bp", "broken.bp")
    assert mine.stat().st_mtime > 1e9
    os.utime(mine, (before := mine.stat().st_mtime - 60, before))
    run("check", "kiosk.bp", "broken.bp")
    assert mine.stat().st_mtime == pytest.approx(before)


def test_another_state_of_the_tool_has_results_of_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _write(tmp_path, {"tool/rules/one.py": "x = 1\n", "tool/__pycache__/one.pyc": "1"})
    monkeypatch.setattr(cache, "_PACKAGE", os.fspath(tmp_path / "tool"))
    first = cache._fingerprint()
    _write(tmp_path, {"tool/__pycache__/one.pyc": "1234"})
    assert cache._fingerprint() == first
    _write(tmp_path, {"tool/rules/one.py": "x = 12\n"})
    assert cache._fingerprint() != first
    _write(tmp_path, {"tool/rules/one.py": "y = 1\n"})
    os.utime(tmp_path / "tool" / "rules" / "one.py", (1e9, 1e9))
    assert cache._fingerprint() == first, "installed once more, as on a server for each run"
    _write(tmp_path, {"pyproject.toml": ""})
    worked_on = cache._fingerprint()
    os.utime(tmp_path / "tool" / "rules" / "one.py", (2e9, 2e9))
    assert cache._fingerprint() != worked_on
    monkeypatch.setattr(cache, "_PACKAGE", os.fspath(tmp_path / "tool.zip"))
    assert cache._fingerprint() == ""


@pytest.mark.parametrize(
    ("platform", "variables", "expected"),
    [
        ("linux", {"XDG_CACHE_HOME": "/x"}, "/x/service-blueprint"),
        ("linux", {"XDG_CACHE_HOME": "relative"}, "/home/ana/.cache/service-blueprint"),
        ("linux", {}, "/home/ana/.cache/service-blueprint"),
        ("darwin", {"XDG_CACHE_HOME": "/x"}, "/home/ana/Library/Caches/service-blueprint"),
        ("win32", {"LOCALAPPDATA": "/local"}, "/local/service-blueprint/Cache"),
        ("win32", {}, "/home/ana/AppData/Local/service-blueprint/Cache"),
        ("linux", {cache.FOLDER: "/mine", "XDG_CACHE_HOME": "/x"}, "/mine"),
    ],
)
def test_it_stands_where_such_things_belong(
    monkeypatch: pytest.MonkeyPatch, platform: str, variables: dict[str, str], expected: str
) -> None:
    for name in (cache.FOLDER, "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {"HOME": "/home/ana", "USERPROFILE": "/home/ana", **variables}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", platform)
    assert cache.folder().replace(os.sep, "/").endswith(expected)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_is_read_once(run: Run, tmp_path: Path, kept: Path) -> None:
    from threading import Thread

    os.mkfifo(tmp_path / "pipe.bp")
    writer = Thread(target=lambda: (tmp_path / "pipe.bp").write_text(SMALL, "utf-8"), daemon=True)
    writer.start()
    assert run("check", "kiosk.bp", "pipe.bp").exit_code == 0
    writer.join(10)
    assert not writer.is_alive()
    assert basis.bytes_of(os.fspath(tmp_path / "pipe.bp")) is None
