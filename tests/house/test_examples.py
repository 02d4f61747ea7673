"""Every example is real: it says what it shows and where its facts are from, is sound, and is drawn."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

import blueprint
from blueprint.analysis.time import step_time
from blueprint.model.entities import Blueprint, Cell, Step, Wait
from tests.house.places import EXAMPLES, header

NAMES = [path.name for path in EXAMPLES]
LIBRARIES = {"channels.bp", "roles.bp"}
DRAWN = [path for path in EXAMPLES if path.name not in LIBRARIES]


def _model(name: str) -> Blueprint:
    model = blueprint.load(next(path for path in EXAMPLES if path.name == name)).model
    assert model is not None
    return model


@pytest.mark.parametrize("path", EXAMPLES, ids=NAMES)
def test_the_header_says_what_it_shows_and_where_facts_are_from(path: Path) -> None:
    head = header(path.read_text(encoding="utf-8"))
    assert "Shows: " in head
    assert "Facts: " in head


@pytest.mark.parametrize("path", EXAMPLES, ids=NAMES)
def test_no_errors(path: Path) -> None:
    assert [finding.message for finding in blueprint.load(path).check() if finding.severity == "error"] == []


@pytest.mark.parametrize("path", DRAWN, ids=[path.name for path in DRAWN])
def test_drawn_with_every_title_in_it(path: Path) -> None:
    document = blueprint.load(path)
    assert document.model is not None
    picture = document.render("svg").decode("utf-8")
    assert picture.startswith("<svg") or picture.startswith("<?xml")
    missing = [step.key for step in document.model.steps.values() if f'"{step.key}"' not in picture]
    assert missing == []


@pytest.mark.slow
@pytest.mark.parametrize("path", DRAWN, ids=[path.name for path in DRAWN])
def test_drawn_in_every_format(path: Path) -> None:
    starts = {"png": b"\x89PNG", "pdf": b"%PDF-", "dot": b"digraph"}
    document = blueprint.load(path)
    for suffix, start in starts.items():
        assert start in document.render(suffix)[:400], suffix


@pytest.mark.parametrize("name", sorted(set(NAMES) - LIBRARIES - {"shoeshine.bp"}))
def test_none_is_a_toy(name: str) -> None:
    model = _model(name)
    lanes = {cell.lane for cell in model.cells.values() if isinstance(cell, Cell)}
    assert {"customer", "frontstage", "backstage", "support"} <= lanes
    assert any(step.evidence for step in model.steps.values())
    assert 8 <= len(model.steps) <= 20


def test_the_hotel_is_bitners_grid() -> None:
    model = _model("hotel.bp")
    cells = [cell for cell in model.cells.values() if isinstance(cell, Cell)]
    assert Counter(cell.lane for cell in cells) == {"customer": 11, "frontstage": 5, "backstage": 3, "support": 4}
    assert [step.title for step in model.steps.values() if not step.evidence] == []
    contacts = {cell.step for cell in cells if cell.lane != "customer"}
    alone = [key for key in model.steps if key not in contacts]
    assert alone == ["arrive", "go_to_room", "sleep", "eat"]


def test_the_shoeshine_is_shostacks() -> None:
    model = _model("shoeshine.bp")
    times = {key: step_time(step).seconds for key, step in model.steps.items()}
    assert times == {"brush": 30, "polish": 30, "clean": 45, "buff": 45, "buy": 0, "collect": 15}
    assert model.notes.acceptable is not None
    assert model.notes.acceptable.mean == 300


def test_one_example_has_every_construct() -> None:
    """Seen in the model, so that what is written is also understood."""
    model = _model("tutoring.bp")
    steps: list[Step] = list(model.steps.values())
    waits = [cell for cell in model.cells.values() if isinstance(cell, Wait)]
    cells = [cell for cell in model.cells.values() if isinstance(cell, Cell)]
    whens = [when for step in steps for when in step.whens]
    fails = [fail for step in steps for fail in step.fails]
    tables = (model.personas, model.roles, model.systems, model.channels, model.packages, model.insights)
    durations = [*(cell.takes for cell in cells), *(wait.duration for wait in waits)]
    seen = {
        "declarations": all((*tables, model.policies, model.scenarios)),
        "use": "web" in model.channels,
        "kinds of step": {step.kind for step in steps} == {"step", "decision", "recovery"},
        "tiers": {service.tier for service in model.services.values()} == {"core", "facilitating", "enhancing"},
        "phases": {phase.kind for phase in model.phases} == {"interaction", "billing", "after-sales"},
        "extra lane": any(not lane.builtin and lane.line for lane in model.lanes),
        "parallel": "parallel" in model.symbols or any(node.within.startswith("parallel") for node in steps),
        "waits": {wait.kind for wait in waits} == {"wait", "pause"},
        "meanwhile": any(cell.meanwhile for cell in cells) and any(wait.meanwhile for wait in waits),
        "notice": any(wait.notices for wait in waits),
        "when": {bool(when.items) for when in whens} == {True, False} and any(when.arrow for when in whens),
        "when in a step": any(step.whens for step in steps if step.kind == "step"),
        "for": any(when.personas for when in whens) and any(step.personas for step in steps),
        "optional": any(step.optional for step in steps),
        "repeats": any(step.repeats and step.every for step in steps),
        "offstage": any(step.offstage for step in steps),
        "trigger": any(step.trigger for step in steps),
        "arrow": any(step.arrow for step in steps),
        "fails": any(fail.recovery for fail in fails) and any(fail.escalates and fail.within for fail in fails),
        "links": {link.kind for link in model.links} == {"leads_to", "enables", "mutual"},
        "metrics": any(metric.proxy for service in model.services.values() for metric in service.notes.metrics),
        "or": any(cell.any_performer for cell in cells),
        "money": any(cell.pays for cell in cells) and any(system.cost for system in model.systems.values()),
        "spreads": {"pert", "normal"} <= {duration.spread for duration in durations if duration},
        "unmet": any(need.unmet_because for persona in model.personas.values() for need in persona.needs),
    }  # fmt: skip
    assert [name for name, found in seen.items() if not found] == []
