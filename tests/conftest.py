"""What all tests share: cases kept as files, accepted with `--accept` and reviewed in the diff."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

Golden = Callable[[Path, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="make what the tests got the expected result of file cases")


@pytest.fixture(scope="session", autouse=True)
def results_of_checks_are_kept_elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test reads or fills the cache of whoever runs it."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("BLUEPRINT_CACHE_DIR", str(tmp_path_factory.mktemp("results")))
        yield


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare a text with the file that holds what is expected; with `--accept`, make it so."""

    def compare(path: Path, got: str) -> None:
        if request.config.getoption("--accept"):
            path.write_text(got, encoding="utf-8", newline="\n")
            return
        assert path.exists(), f"no expected result yet: look at it, then run with --accept to write {path.name}"
        assert got == path.read_text(encoding="utf-8")

    return compare
