"""Hooks, the action and the snippets of docs/ci.md: valid by the schemas of their readers, and do what they say."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from blueprint.cli.formats import FORMATS
from tests.cli.conftest import BROKEN, SMALL
from tests.house.places import ROOT

PAGE = (ROOT / "docs" / "ci.md").read_text("utf-8")
SNIPPETS = dict(re.findall(r"<!-- file: (\S+) -->\n```yaml\n(.*?)```", PAGE, re.DOTALL))
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
HOOKS = ROOT / ".pre-commit-hooks.yaml"


def _run(*command: str, cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **variables}
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)


def _python(*arguments: str, cwd: Path) -> None:
    done = _run(sys.executable, *arguments, cwd=cwd)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("schema", "name"),
    [
        ("vendor.github-workflows", ".github/workflows/blueprints.yml"),
        ("vendor.github-workflows", ".github/workflows/scanning.yml"),
        ("vendor.gitlab-ci", ".gitlab-ci.yml"),
    ],
)
def test_each_snippet_is_valid(schema: str, name: str, tmp_path: Path) -> None:
    (tmp_path / "snippet.yml").write_text(SNIPPETS[name], "utf-8")
    _python("-m", "check_jsonschema", "--builtin-schema", schema, "snippet.yml", cwd=tmp_path)


def test_the_action_and_the_hooks_are_valid(tmp_path: Path) -> None:
    _python(
        "-m", "check_jsonschema", "--builtin-schema", "vendor.github-actions", str(ROOT / "action.yml"), cwd=tmp_path
    )
    _python("-m", "pre_commit", "validate-manifest", str(HOOKS), cwd=tmp_path)
    (tmp_path / "config.yaml").write_text(SNIPPETS[".pre-commit-config.yaml"], "utf-8")
    _python("-m", "pre_commit", "validate-config", "config.yaml", cwd=tmp_path)


def test_the_snippets_name_what_is_there() -> None:
    hooks = {hook["id"] for hook in yaml.safe_load(HOOKS.read_text("utf-8"))}
    (repository,) = yaml.safe_load(SNIPPETS[".pre-commit-config.yaml"])["repos"]
    assert {hook["id"] for hook in repository["hooks"]} == hooks == {"blueprint-check", "blueprint-format"}
    for name in (".github/workflows/blueprints.yml", ".github/workflows/scanning.yml"):
        steps = yaml.safe_load(SNIPPETS[name])["jobs"]["check"]["steps"]
        (ours,) = (step for step in steps if "service-blueprint" in step["uses"])
        assert set(ours["with"]) <= set(ACTION["inputs"])
    assert set(re.findall(r"^\| (`.*?) \|", PAGE, re.MULTILINE)) >= {
        f"`{form}`" for form in FORMATS if "json" not in form
    }


def test_the_script_of_the_pipeline_runs_as_written(tmp_path: Path) -> None:
    script = yaml.safe_load(SNIPPETS[".gitlab-ci.yml"])["blueprints"]["script"]
    (tmp_path / "kiosk.bp").write_text(SMALL, "utf-8")
    for line in script:
        done = _run("bash", "-c", line.replace("blueprint ", f"{sys.executable} -m blueprint ", 1), cwd=tmp_path)
        assert done.returncode == 0, done.stderr
    assert (tmp_path / "blueprints.json").read_text("utf-8") == "[]\n"


@pytest.mark.parametrize(("arguments", "code"), [("", 1), ("--exit-zero", 0), ("--select $(touch injected)", 2)])
def test_the_step_of_the_action_checks(tmp_path: Path, arguments: str, code: int) -> None:
    step = ACTION["runs"]["steps"][-1]
    (tmp_path / "a folder").mkdir()
    (tmp_path / "a folder" / "broken.bp").write_text(BROKEN, "utf-8")
    (tmp_path / "kiosk.bp").write_text(SMALL, "utf-8")
    binaries = tmp_path / "bin"
    binaries.mkdir()
    (binaries / "python").symlink_to(sys.executable)
    given = {name: value for name, value in step["env"].items() if "${{" not in value}
    given |= {"PATHS": "a folder\nkiosk.bp\n", "ARGUMENTS": arguments, "PATH": f"{binaries}:{os.environ['PATH']}"}
    site = next(path for path in sys.path if path.endswith("site-packages"))
    done = _run("bash", "-e", "-c", step["run"], cwd=tmp_path, **given, PYTHONPATH=f"{ROOT}:{site}")
    assert done.returncode == code, done.stderr
    assert not (tmp_path / "injected").exists()
    if code < 2:
        assert done.stdout.startswith("::error title=unknown-word (E103),file=a folder/broken.bp,line=10,col=7,")
        assert len(done.stdout.splitlines()) == 2


@pytest.mark.slow
def test_the_hooks_run_in_a_repository_of_others(tmp_path: Path) -> None:
    """As `pre-commit` runs them: the project is installed from its repository into an environment of its own."""
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    ours.mkdir()
    for name in ("pyproject.toml", "README.md", "LICENSE", "hatch_build.py", HOOKS.name):
        shutil.copy(ROOT / name, ours)
    for folder in ("blueprint", "grammar"):
        shutil.copytree(ROOT / folder, ours / folder, ignore=shutil.ignore_patterns("__pycache__", "*.bin"))
    theirs.mkdir()
    (theirs / "kiosk.bp").write_text(SMALL, "utf-8")
    (theirs / "broken.bp").write_text(BROKEN.replace("  currency", "currency"), "utf-8")
    (theirs / "Android.bp").write_text("cc_binary {\n", "utf-8")
    for repository in (ours, theirs):
        for command in ("init -q", "add -A", "-c user.name=A -c user.email=a@example.org commit -q -m start"):
            assert _run("git", *command.split(), cwd=repository).returncode == 0
    checked = _hook("blueprint-check", ours, theirs)
    assert checked.returncode == 1, checked.stdout
    assert "broken.bp:10:7" in checked.stdout
    assert "2 errors in 2 files." in checked.stdout
    formatted = _hook("blueprint-format", ours, theirs)
    assert formatted.returncode == 1
    assert "files were modified by this hook" in formatted.stdout
    assert (theirs / "broken.bp").read_text("utf-8") == BROKEN
    assert (theirs / "kiosk.bp").read_text("utf-8") == SMALL


def _hook(name: str, ours: Path, theirs: Path) -> subprocess.CompletedProcess[str]:
    home = str(ours.parent / "pre-commit")
    command = (sys.executable, "-m", "pre_commit", "try-repo", str(ours), name, "--all-files", "--verbose")
    done = _run(*command, cwd=theirs, PRE_COMMIT_HOME=home, PYTHONPATH="")
    if done.returncode == 3 and re.search(r"No matching distribution|Could not find a version|Connection", done.stdout):
        pytest.skip("no package index within reach")
    return done
