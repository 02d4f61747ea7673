"""Two faults in each example: the first message names one of them, and little is said beside them."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from blueprint.cli import cli
from tests.house.places import EXAMPLES
from tests.whole.seeded import KINDS, SETTINGS, Trial, pairs, story, table, trials, tried

PAIRS = 30  # in each example


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


def test_the_command_prints_what_was_judged() -> None:
    path = EXAMPLES[0]
    trial = tried(path, next(pairs(path, 1)))
    arguments = ["check", "-", "--stdin-filename", str(path), "--select", "E,W", "--output-format", "concise"]
    printed = CliRunner().invoke(cli, arguments, input=trial.source.text).output.splitlines()
    assert SETTINGS.selections[0].select == ("E", "W")
    assert trial.found[0].message in printed[0]
    assert sum(f"{path.name}:" in line for line in printed) == len(trial.found)
