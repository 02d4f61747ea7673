"""What is to come in a sketch is told once, and told of just what would have been told."""

from __future__ import annotations

import pytest

import blueprint
from blueprint.rules import known
from blueprint.rules.document.sketch import RULE, TOPICS
from blueprint.rules.settings import Selection, Settings

HEAD = 'blueprint "Bicycle rental"'
SKETCH = f"""{HEAD}
phase interaction {{
  core "Rental" {{ step rent "Rent" {{ evidence "Bicycles"; customer "Takes a bicycle" }} }}
}}
"""
FOUR = "".join(f'step s{n} {{ evidence "e"; customer "c{n}" }}; ' for n in range(4))
FIVE = SKETCH.replace("step rent", f"{FOUR}step rent")
EACH = ["after-sales-missing", "core-without-price", "fail-points-none", "insight-missing", "job-missing",
        "tier-without-metric"]  # fmt: skip


def _told(text: str, settings: Settings | None = None) -> list[str]:
    return sorted(each.name for each in blueprint.parse(text).check(settings))


def _without(*names: str, **others: object) -> Settings:
    return Settings(selections=(Selection(ignore=names),), **others)  # type: ignore[arg-type]


def test_a_sketch_is_told_once_and_a_whole_blueprint_of_each() -> None:
    (found,) = blueprint.parse(SKETCH).check()
    assert found.message == (
        "“Bicycle rental” is a sketch of 1 step. Still to come: the job, fail points, what customers said, metrics, "
        "the price and after-sales."
    )
    assert found.help.startswith("Begin with the job. Write it on the blueprint: `job ")
    assert _told(FIVE) == EACH


def test_what_is_to_come_has_rules_that_are_there() -> None:
    assert set(TOPICS) <= set(known())
    assert [name for name in TOPICS if f"`{name}`" not in RULE.manual] == []
    assert [topic for topic in TOPICS.values() if f"\n- {topic}: `" not in RULE.manual] == []


def test_where_the_sketch_is_not_asked_for_each_is_told() -> None:
    assert _told(SKETCH, _without("sketch")) == EACH
    assert _told(SKETCH, Settings(options={("sketch", "steps"): 0})) == EACH
    assert _told(SKETCH, Settings(selections=(Selection(("job-missing",)),))) == ["job-missing"]


def test_what_is_ignored_is_not_to_come() -> None:
    (found,) = blueprint.parse(SKETCH).check(_without("job-missing", "W4"))
    assert "Still to come: fail points, what customers said and metrics." in found.message
    assert found.help.startswith("Begin with fail points. Ask at each step")
    assert _told(SKETCH, _without("job-missing", "W4", "W5", "W1")) == ["insight-missing"]
    assert _told(SKETCH, _without(*TOPICS)) == ["sketch"]


def test_an_error_of_the_projects_own_is_told_by_itself() -> None:
    assert _told(SKETCH, Settings(severities={"job-missing": "error"})) == ["job-missing", "sketch"]


@pytest.mark.parametrize(
    ("comment", "told"),
    [
        ("ignore[sketch] because it was begun today", []),
        ("ignore[job-missing] because they told us", ["sketch"]),
        ("ignore[job-missing, fail-points-none, insight-missing] because they told us", ["sketch"]),
        ("ignore[tier-without-metric] because it is on another line", ["sketch", "unused-suppression"]),
    ],
)
def test_a_comment_ignores_the_sketch_with_all_that_is_to_come_or_some_of_it(comment: str, told: list[str]) -> None:
    text = SKETCH.replace(HEAD, f"{HEAD}  # bp: {comment}")
    assert _told(text) == told
    (found,) = blueprint.parse(text).check() if told == ["sketch"] else (None,)
    assert found is None or "the job" not in found.message
