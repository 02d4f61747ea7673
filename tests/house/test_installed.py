"""The tool works however it got onto the machine: from a wheel, from an editable install, from a bare checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from tests.house.places import EXAMPLES, PACKAGE, ROOT

pytestmark = pytest.mark.slow

PIP = [sys.executable, "-m", "pip", "--disable-pip-version-check", "-q"]
OFFLINE = ["--no-deps", "--no-build-isolation", "--no-index"]
HOTEL = str(ROOT / "examples" / "hotel.bp")


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The checkout without what is generated, so that nothing lying about in it is packaged by chance."""
    target = tmp_path_factory.mktemp("checkout") / "project"
    target.mkdir()
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, target)
    for extra in ROOT.glob("*build*.py"):
        shutil.copy(extra, target)
    unwanted = shutil.ignore_patterns("__pycache__", "*.bin", "*.pyc")
    for folder in ("blueprint", "grammar", "examples", "tools"):
        if (ROOT / folder).is_dir():
            shutil.copytree(ROOT / folder, target / folder, ignore=unwanted)
    return target


@pytest.fixture(scope="module")
def wheel(copy: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    _run([*PIP, "wheel", *OFFLINE, "-w", str(folder), str(copy)], cwd=folder)
    (built,) = folder.glob("service_blueprint-*.whl")
    return built


def test_the_wheel_carries_all_that_is_not_code(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert "blueprint/grammar/blueprint.lark" in names
    assert "blueprint/py.typed" in names
    data = [path for path in PACKAGE.rglob("*") if path.is_file() and path.suffix in {".ttf", ".woff2", ".bp", ".json"}]
    assert data
    assert [path for path in data if path.relative_to(ROOT).as_posix() not in names] == []
    assert any("OFL" in name or "LICENSE" in name for name in names if name.startswith("blueprint/render/fonts/"))
    assert not any(name.startswith(("tests/", "benchmarks/", "examples/")) for name in names)


def test_the_wheel_works_outside_the_checkout(wheel: Path, tmp_path: Path) -> None:
    home = tmp_path / "site"
    _run([*PIP, "install", "--no-deps", "--no-index", "--target", str(home), str(wheel)], cwd=tmp_path)
    where = _python(["-c", "import blueprint; print(blueprint.__file__)"], tmp_path, first=home)
    assert Path(where.strip()).is_relative_to(home)
    _draws(tmp_path, first=home)


def test_a_bare_checkout_works(copy: Path) -> None:
    where = _python(["-c", "import blueprint; print(blueprint.__file__)"], copy, first=copy)
    assert Path(where.strip()).is_relative_to(copy)
    _draws(copy, first=copy)


def test_an_editable_install_works(copy: Path, tmp_path: Path) -> None:
    _run([sys.executable, "-m", "venv", "--without-pip", str(tmp_path / "venv")], cwd=tmp_path)
    python = tmp_path / "venv" / ("Scripts" if os.name == "nt" else "bin") / "python"
    (site,) = (tmp_path / "venv").rglob("site-packages")
    # The new environment borrows this one's packages, so that nothing has to be fetched.
    (site / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    _run([*PIP[:3], "--python", str(python), *PIP[3:], "install", *OFFLINE, "-e", str(copy)], cwd=tmp_path)
    found = _run([str(python), "-c", "import blueprint; print(blueprint.__file__)"], cwd=tmp_path)
    assert Path(found.strip()).is_relative_to(copy)
    command = python.parent / "blueprint"
    _run([str(command), "check", "--help"], cwd=tmp_path)
    _run([str(command), "render", HOTEL, "-o", "hotel.svg"], cwd=tmp_path)
    assert b"Make reservation" in (tmp_path / "hotel.svg").read_bytes()


def _draws(folder: Path, first: Path) -> None:
    """Checks every example for errors and draws the hotel, with `first` ahead of all other places for packages."""
    for path in EXAMPLES:
        _python(["-m", "blueprint", "check", "--preset", "errors", str(path)], folder, first)
    _python(["-m", "blueprint", "render", HOTEL, "-o", "hotel.svg", "-o", "hotel.png"], folder, first)
    assert (folder / "hotel.png").read_bytes().startswith(b"\x89PNG")


def _python(arguments: list[str], folder: Path, first: Path) -> str:
    return _run([sys.executable, *arguments], cwd=folder, env={**os.environ, "PYTHONPATH": str(first)})


def _run(command: list[str], cwd: Path, env: dict[str, str] | None = None) -> str:
    done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
