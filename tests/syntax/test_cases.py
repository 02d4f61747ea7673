"""Cases as files: a text in `cases/`, and beside it the tree and the findings it gives (`--accept` writes them)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Golden
from tests.syntax.trees import CASES, read, shown, told


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_case(case: Path, golden: Golden) -> None:
    text = case.read_bytes().decode("utf-8")
    parsed = read(text)
    findings = told(text, parsed)
    golden(case.with_suffix(".expected"), (findings + "\n" if findings else "") + shown(parsed.file))
