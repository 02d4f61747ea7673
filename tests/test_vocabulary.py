"""The table of words is whole and does not contradict itself."""

from __future__ import annotations

import pytest

from blueprint import vocabulary
from blueprint.spelling import nearest


@pytest.mark.parametrize("entry", vocabulary.ENTRIES, ids=lambda entry: entry.word)
def test_entries(entry: vocabulary.Entry) -> None:
    assert entry.word in entry.example
    assert entry.doc.endswith(".")
    assert set(entry.inside) <= set(vocabulary.PLACES)
    assert entry.inside
    assert not set(entry.synonyms) & set(vocabulary.WORDS)


def test_no_word_twice() -> None:
    words = [entry.word for entry in vocabulary.ENTRIES]
    assert len(words) == len(set(words))


def test_metrics_of_the_specification() -> None:
    assert len(vocabulary.METRICS) == 18
    assert {each.tier for each in vocabulary.METRICS.values()} == {"core", "service", "whole", "provider"}
    assert vocabulary.METRICS["error-rate"].better == "lower"


@pytest.mark.parametrize(
    ("word", "meant"),
    [("onstage", "frontstage"), ("touchpoint", "evidence"), ("actor", "role"), ("stage", "phase"),
     ("duration", "takes"), ("user", "customer"), ("moment", "moment-of-truth"), ("if", "when")],
)  # fmt: skip
def test_words_of_the_field(word: str, meant: str) -> None:
    assert meant in vocabulary.SYNONYMS[word]


def test_asking() -> None:
    assert vocabulary.allowed("takes", "cell")
    assert not vocabulary.allowed("phase", "step")
    assert not vocabulary.allowed("nonsense", "step")
    assert "frontstage" in vocabulary.words_in("step")
    assert vocabulary.place_of("core") == "service"
    assert vocabulary.place_of("frontstage") == "cell"
    assert vocabulary.place_of("takes") == ""
    assert vocabulary.lacking("takes") == "a duration such as `4min`"
    assert vocabulary.lacking("kind") == "`task` or `access`"


def test_nearest() -> None:
    assert nearest("fronstage", vocabulary.WORDS)[0] == "frontstage"
    assert nearest("tkaes", vocabulary.WORDS)[0] == "takes"
    assert nearest("zebra", vocabulary.WORDS) == []
    assert nearest("x" * 5000, vocabulary.WORDS) == []
