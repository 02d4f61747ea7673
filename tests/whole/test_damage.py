"""No damage to a file may raise, hang, or take the tool out of its text."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.whole.damage import EXAMPLES, damaged, live_through


@pytest.mark.parametrize("hundred", range(4))
def test_damaged_copies_of_the_examples(hundred: int) -> None:
    for seed in range(hundred * 100, hundred * 100 + 100):
        name, text = damaged(seed)
        live_through(text, name, draw=seed % 10 == 0)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_forty_prefixes(path: Path) -> None:
    text = path.read_text("utf-8")
    for end in range(0, len(text), max(1, len(text) // 40)):
        live_through(text[:end], "prefix.bp", draw=False)
