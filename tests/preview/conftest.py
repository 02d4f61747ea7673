"""What the tests of the preview share: a project with a blueprint in it, served."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.preview.running import SMALL, Running


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one blueprint, a secret beside it, and another outside."""
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / "blueprint.toml").write_text("", "utf-8")
    (folder / "stay.bp").write_text(SMALL, "utf-8")
    (folder / "secret.txt").write_text("the safe is behind the picture", "utf-8")
    (folder / "other.bp").write_text('blueprint other "The other one" {\n}\n', "utf-8")
    (tmp_path / "outside.bp").write_text("library outside {\n}\n", "utf-8")
    return folder


@pytest.fixture
def running(project: Path) -> Iterator[Running]:
    with Running(project / "stay.bp") as preview:
        yield preview


@pytest.fixture
def editing(project: Path) -> Iterator[Running]:
    with Running(project / "stay.bp", "--edit") as preview:
        yield preview
