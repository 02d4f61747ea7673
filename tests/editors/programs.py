"""Programs that some tests run. Where one is missing the test is left out, unless MUST_RUN names it (see `.ci/run`)."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from typing import Any

import pytest

from tests.house.places import ROOT

EDITORS = ROOT / "editors"


def needs(program: str, but: str = "") -> None:
    """Leave the test out when the program is not there; `but` says what it is there for."""
    if shutil.which(program) is None and not must_run(program):
        pytest.skip(f"{program} is not installed{but}")


def must_run(program: str) -> bool:
    """Whether the tests that need the program fail without it."""
    return program in os.environ.get("MUST_RUN", "").split()


def node(script: str, given: dict[str, Any], seconds: int = 60) -> list[str]:
    """What a script of editors/tests says of a text each; the packages are those of editors/package.json."""
    needs("node")
    if not (EDITORS / "node_modules").is_dir() and not must_run("node"):
        pytest.skip("run `npm install` in editors to test what runs in a browser")
    command = ["node", str(EDITORS / "tests" / script)]
    done = subprocess.run(
        command, input=json.dumps(given), capture_output=True, encoding="utf-8", timeout=seconds, check=False
    )
    assert done.returncode == 0, done.stderr
    result: list[str] = json.loads(done.stdout)
    return result
