"""The `.vsix`: built, looked into, and its server run by a Python that has none of its packages."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path, PurePosixPath

import pytest

from tests.editors.programs import EDITORS, must_run
from tests.house.places import ROOT
from tests.vscode.nodes import needs_node
from tools.build_vsix import MACHINE_CODE, contents

pytestmark = pytest.mark.slow
MOST = 3_000_000  # bytes: more would be something that does not belong in it
LIBRARIES = PurePosixPath("extension/bundled/libs")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    needs_node()
    if not (EDITORS / "vscode" / "node_modules").is_dir() and not must_run("vsix"):
        pytest.skip("run `npm install` in editors/vscode to package the extension")
    folder = tmp_path_factory.mktemp("vsix")
    command = [sys.executable, "-m", "tools.build_vsix", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    (made,) = folder.glob("*.vsix")
    return made


@pytest.fixture(scope="module")
def unpacked(built: Path) -> Path:
    folder = built.parent / "unpacked"
    with zipfile.ZipFile(built) as archive:
        archive.extractall(folder)
    return folder / "extension"


def test_it_holds_what_it_needs_and_nothing_else(built: Path, unpacked: Path) -> None:
    names = [PurePosixPath(name) for name in contents(built)]
    tops = {name.parts[1] for name in names if name.parts[0] == "extension"}
    assert tops == {
        "LICENSE.txt", "THIRD-PARTY.txt", "bundled", "dist", "icons", "images", "language-configuration.json",
        "package.json", "readme.md", "snippets", "syntaxes",
    }  # fmt: skip
    assert [name for name in names if "node_modules" in name.parts or "__pycache__" in name.parts] == []
    assert [name for name in names if name.suffix in (*MACHINE_CODE, ".map", ".pyc")] == []
    assert {path.name for path in (unpacked / "dist").iterdir()} == {"extension.cjs", "preview.js", "preview.css"}
    assert built.stat().st_size < MOST


def test_it_brings_the_licences_of_all_that_is_inside(unpacked: Path) -> None:
    told = (unpacked / "THIRD-PARTY.txt").read_text("utf-8")
    inside = {path.name.split("-")[0] for path in (unpacked / "bundled" / "libs").glob("*.dist-info")}
    for name in inside - {"service_blueprint"}:
        assert f"{name} ".replace("_", "-") in told.replace("_", "-"), name
    assert "vscode-languageclient\n" in told


def test_the_manifest_is_for_those_who_use_it(unpacked: Path) -> None:
    manifest = json.loads((unpacked / "package.json").read_text("utf-8"))
    assert {"devDependencies", "scripts", "private"} & set(manifest) == set()
    assert (unpacked / manifest["main"]).is_file()
    assert (unpacked / "images" / "preview.png").stat().st_size > 20_000


def test_the_bundled_server_starts_and_draws_without_any_other_package(unpacked: Path, tmp_path: Path) -> None:
    environment = {"PYTHONPATH": str(unpacked / "bundled" / "libs"), "PYTHONUTF8": "1", "PYTHONNOUSERSITE": "1"}
    # -S: no installed package is seen.
    tool = [sys.executable, "-S", "-P", "-B", "-m", "blueprint"]

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*tool, *arguments], cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", timeout=60,
            check=False, stdin=subprocess.DEVNULL,
        )  # fmt: skip

    assert run("lsp").returncode == 0
    assert run("new", "shop.bp").returncode == 0
    for view in ("blueprint", "flow", "handoffs"):
        done = run("render", "shop.bp", "-o", f"{view}.svg", "--view", view)
        assert done.returncode == 0, done.stderr
        assert (tmp_path / f"{view}.svg").read_text("utf-8").startswith("<svg")
    assert len(json.loads(run("rules", "--output-format", "json").stdout)) > 50
