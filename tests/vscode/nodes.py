"""Node, as new as the packager of extensions and the client's own tests need it."""

from __future__ import annotations

import subprocess

import pytest

from tests.editors.programs import must_run, needs

OLDEST = 20


def needs_node() -> None:
    """Leave the test out where Node is missing or too old, unless the run said that it has it (`.ci/run`)."""
    needs("node")
    told = subprocess.run(["node", "--version"], capture_output=True, encoding="utf-8", timeout=30, check=True).stdout
    if int(told.lstrip("v").partition(".")[0]) < OLDEST and not must_run("vsix"):
        pytest.skip(f"the extension is tested with Node {OLDEST} or newer; this is {told.strip()}")
