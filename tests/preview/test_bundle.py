"""The editor of the page is built from editors/preview and committed: it must not be older than what it is made of."""

from __future__ import annotations

import json
import re
import subprocess
from hashlib import sha256
from pathlib import Path

import pytest

from blueprint.preview.pages import STATIC
from tests.editors.programs import needs
from tests.house.places import ROOT

FOLDER = ROOT / "editors" / "preview"
BUNDLE = ROOT / "blueprint" / "preview" / "static" / "editor.js"


def test_the_bundle_is_made_of_its_sources_as_they_are() -> None:
    names = re.search(r"const SOURCES = (\[.*?\]);", (FOLDER / "build.mjs").read_text("utf-8"), re.DOTALL)
    assert names
    made = sha256()
    for name in json.loads(names[1]):
        made.update((FOLDER / name).read_text("utf-8").encode() + b"\0")
    first = BUNDLE.read_text("utf-8").partition("\n")[0]
    assert first == f"/* made of {made.hexdigest()} */", "run `npm install && node build.mjs` in editors/preview"


def test_building_it_again_gives_the_same(tmp_path: Path) -> None:
    needs("node")
    if not (FOLDER / "node_modules").is_dir():
        pytest.skip("run `npm install` in editors/preview to build its editor")
    done = subprocess.run(
        ["node", str(FOLDER / "build.mjs"), str(tmp_path)], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    for name in ("editor.js", "editor-licenses.txt"):
        assert (tmp_path / name).read_bytes() == (BUNDLE.parent / name).read_bytes(), name


def test_the_packages_in_it_are_pinned_and_their_licences_go_with_it() -> None:
    pinned = json.loads((FOLDER / "package.json").read_text("utf-8"))["devDependencies"]
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in pinned.values())
    assert pinned["codemirror"] == "6.0.2", "what npm calls the latest is another program"
    licences = (ROOT / "blueprint" / "preview" / "static" / "editor-licenses.txt").read_text("utf-8")
    for name in pinned:
        assert name == "esbuild" or f"{name}\n\n" in licences


def test_nothing_in_the_page_leads_elsewhere() -> None:
    for path in (ROOT / "blueprint" / "preview" / "static").iterdir():
        if path.name in ("editor.js", "editor-licenses.txt"):
            continue
        found = re.findall(r"https?://[^\s\"'`)]+", path.read_text("utf-8"))
        assert set(found) <= {"http://www.w3.org/2000/svg"}, path.name
    assert STATIC.endswith("static")
