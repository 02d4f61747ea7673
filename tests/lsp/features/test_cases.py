"""Every case of every feature."""

from __future__ import annotations

import pytest

from tests.lsp.features.cases import HERE, accept, read
from tests.lsp.features.shown import FEATURES

CASES = [(path, case) for path in sorted(HERE.glob("*.md")) for case in read(path)]


@pytest.mark.parametrize("number", range(len(CASES)), ids=lambda n: f"{CASES[n][0].stem}: {CASES[n][1].title}")
def test_case(number: int, request: pytest.FixtureRequest) -> None:
    path, case = CASES[number]
    got = FEATURES[path.stem](case.opened(), case)
    if request.config.getoption("--accept"):
        fresh = next(each for each in read(path) if each.title == case.title)
        accept(path, fresh, got)
        return
    assert got == case.answer


def test_every_feature_has_cases() -> None:
    assert {path.stem for path, _ in CASES} == set(FEATURES)


def test_titles_are_unique() -> None:
    titles = [(path, case.title) for path, case in CASES]
    assert len(titles) == len(set(titles))
