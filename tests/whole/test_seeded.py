"""Two faults in each example: the first message names one of them, and little is said beside them."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from blueprint.cli import cli
from tests.house.places import EXAMPLES
from tests.whole.seeded import KINDS, Trial, pairs, story, table, trials, tried

PAIRS = 40  # in each example


@pytest.fixture(scope="module")
def done() -> list[Trial]:
    return list(trials(PAIRS))


def _told(done: list[Trial]) -> str:
    return "\n".join([*(line for each in done if not each.hit for line in story(each)), *table(done)])


def test_every_kind_is_seeded(done: list[Trial]) -> None:
    assert len(done) == PAIRS * len(EXAMPLES)
    assert {fault.kind for trial in done for fault in trial.faults} == set(KINDS)


def test_the_first_message_names_a_seeded_fault_and_its_line(done: list[Trial]) -> None:
    assert sum(trial.hit for trial in done) >= 0.95 * len(done), _told(done)


def test_both_faults_are_named_and_little_else(done: list[Trial]) -> None:
    assert sum(trial.both for trial in done) >= 0.9 * len(done), _told(done)
    assert sum(len(trial.spurious) for trial in done) <= 0.15 * len(done), _told(done)


def test_an_example_without_faults_has_nothing_that_counts() -> None:
    for path in EXAMPLES:
        assert tried(path, ()).found == ()


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_command_prints_what_was_judged(path: Path) -> None:
    for pair in pairs(path, 5):
        trial = tried(path, pair)
        first = trial.first
        assert first is not None
        line, column = trial.source.line_column(first.span.start)
        head = f"{first.severity}[{first.name}] {first.code}: {first.message}"
        assert _printed(trial, "concise")[0].startswith(f"{path}:{line}:{column}: {head}")
        full = _printed(trial, "full")
        assert full[0] == head
        assert full[1].endswith(f"--> {path}:{line}:{column}")


def _printed(trial: Trial, form: str) -> list[str]:
    """What `blueprint check` says of the seeded text, no option given that chooses or sorts."""
    arguments = ["check", "-", "--stdin-filename", str(trial.path), "--output-format", form]
    return CliRunner().invoke(cli, arguments, input=trial.source.text).output.splitlines()
