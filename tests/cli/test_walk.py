"""Folders as arguments: what is taken, what is left alone."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from blueprint.cli import walk
from blueprint.cli.walk import expanded
from blueprint.diagnostics import Refusal
from tests.cli.conftest import BROKEN, SMALL, Run

FILES = ("b.bp", "a.bp", "sub/c.bp", "sub/deep/d e.bp", "sub/Ümlaut.bp")
LEFT = (
    "Android.bp", "sub/android.bp", ".hidden/x.bp", "sub/.venv/x.bp", "node_modules/p/x.bp", "notes.txt", "sub/x.bp~",
)  # fmt: skip
GIT = shutil.which("git")
needs_git = pytest.mark.skipif(GIT is None, reason="no git here")


@pytest.fixture
def tree(run: Run, tmp_path: Path) -> Path:
    root = tmp_path / "tree"
    for name in (*FILES, *LEFT):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(SMALL if name in FILES else "not for us {", "utf-8")
    return root


def _git(root: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", os.fspath(root), *arguments], check=True, capture_output=True)


def _expected(*names: str) -> tuple[str, ...]:
    return tuple(sorted(os.path.join("tree", *name.split("/")) for name in names))


def test_outside_git_all_but_the_hidden_is_walked(tree: Path) -> None:
    assert expanded(["tree"]) == _expected(*FILES)


def test_the_current_folder_has_no_prefix(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tree)
    assert "a.bp" in expanded(["."])
    assert os.path.join("sub", "c.bp") in expanded(["."])


def test_what_is_named_is_taken_once_and_in_its_place(tree: Path) -> None:
    named = os.path.join("tree", "b.bp")
    hidden = os.path.join("tree", ".hidden", "x.bp")
    first, *others = expanded([named, "tree", hidden, "-"])
    assert first == named
    assert others == [*(each for each in _expected(*FILES) if each != named), hidden, "-"]


@needs_git
def test_git_says_what_is_ignored(tree: Path) -> None:
    _git(tree, "init", "-q")
    (tree / ".gitignore").write_text("# drafts\n*.draft.bp\n/build/\n!kept.draft.bp\n", "utf-8")
    (tree / "sub" / ".gitignore").write_text("deep\n", "utf-8")
    for name in ("old.draft.bp", "kept.draft.bp", "build/made.bp", "sub/build/other.bp"):
        (tree / name).parent.mkdir(exist_ok=True)
        (tree / name).write_text(SMALL, "utf-8")
    taken = [name for name in FILES if "deep" not in name] + ["kept.draft.bp", "sub/build/other.bp"]
    assert expanded(["tree"]) == _expected(*taken)
    _git(tree, "add", "-A")
    (tree / "a.bp").unlink()
    assert expanded(["tree"]) == _expected(*(name for name in taken if name != "a.bp"))
    assert expanded([os.path.join("tree", "sub")]) == _expected(*(name for name in taken if name.startswith("sub/")))


@needs_git
def test_an_ignored_folder_that_is_named_is_walked(tree: Path) -> None:
    _git(tree, "init", "-q")
    (tree / ".gitignore").write_text("sub/\n", "utf-8")
    assert expanded([os.path.join("tree", "sub")]) == _expected(*(name for name in FILES if name.startswith("sub/")))


@needs_git
def test_a_hook_of_another_repository_does_not_lead_astray(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _git(tree, "init", "-q")
    monkeypatch.setenv("GIT_DIR", os.fspath(tree.parent / "nowhere"))
    monkeypatch.setenv("GIT_INDEX_FILE", "nothing")
    assert expanded(["tree"]) == _expected(*FILES)


@needs_git
def test_no_program_that_the_repository_names_is_run(tree: Path) -> None:
    _git(tree, "init", "-q")
    program = tree.parent / "program.sh"
    program.write_text(f"#!/bin/sh\ntouch {tree.parent / 'was-run'}\n", "utf-8")
    program.chmod(0o755)
    _git(tree, "config", "core.fsmonitor", os.fspath(program))
    assert expanded(["tree"]) == _expected(*FILES)
    assert not (tree.parent / "was-run").exists()


def test_without_git_the_folder_is_walked(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tree / ".git").mkdir()
    monkeypatch.setenv("PATH", os.fspath(tree))
    assert walk.expanded(["tree"]) == _expected(*FILES)


IGNORING = {
    ".gitignore": "\ufeff# drafts\r\n*.draft.bp\r\n/build/\n!kept.draft.bp\n!\n\\!odd.bp\nout/**/made.bp\n",
    "sub/.gitignore": "deep\n!inner.draft.bp\n",
    "sub/lower/.gitignore": "*\n!here.bp\n",
    ".git/info/exclude": "mine.bp\n",
}
TRIED = (
    "old.draft.bp", "kept.draft.bp", "build/made.bp", "sub/build/other.bp", "!odd.bp", "out/a/b/made.bp", "out/x.bp",
    "sub/inner.draft.bp", "sub/lower/here.bp", "sub/lower/there.bp", "mine.bp", "sub/mine.bp", "other/in.bp",
)  # fmt: skip


@needs_git
@pytest.mark.parametrize("named", ["", "sub", "sub/deep", "sub/lower", "build"])
def test_without_git_the_same_is_ignored(tree: Path, monkeypatch: pytest.MonkeyPatch, named: str) -> None:
    _git(tree, "init", "-q")
    for name, text in {**IGNORING, **dict.fromkeys(TRIED, SMALL)}.items():
        (tree / name).parent.mkdir(parents=True, exist_ok=True)
        (tree / name).write_bytes(text.encode())
    _git(tree / "other", "init", "-q")  # a repository inside: its files are not those of this one
    folder = os.path.join("tree", *named.split("/"))
    by_git = expanded([folder])
    monkeypatch.setenv("PATH", os.fspath(tree))
    assert expanded([folder]) == by_git
    if not named:
        assert os.path.join("tree", "kept.draft.bp") in by_git
        assert os.path.join("tree", "other", "in.bp") not in by_git


def test_a_folder_without_blueprints_is_told(tree: Path, tmp_path: Path, run: Run) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(Refusal, match="no blueprint in the folder `empty`"):
        expanded(["empty"])
    result = run("check", "empty")
    assert result.exit_code == 2
    assert "no file in it ends in `.bp`" in result.output


def test_check_format_and_render_take_folders(tree: Path, run: Run) -> None:
    (tree / "a.bp").write_text(BROKEN, "utf-8")
    (tree / "roles.bp").write_text('library roles "Roles"\nrole x "X" { staff 1 }\n', "utf-8")
    checked = run("check", "tree")
    assert checked.exit_code == 1
    assert "2 errors in 6 files." in checked.output
    assert run("format", "tree").stderr == "6 files unchanged.\n"
    drawn = run("render", os.path.join("tree", "sub"), os.path.join("tree", "roles.bp"), "-o", "pictures/")
    assert drawn.exit_code == 0, drawn.output
    assert sorted(os.listdir("pictures")) == ["c.svg", "d e.svg", "Ümlaut.svg"]
