"""Text → model → tree → text → model: the same model, places aside."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from blueprint.model import entities as e
from blueprint.model import resolve, to_tree
from blueprint.model.resolve import BUILTIN
from blueprint.source import Source
from blueprint.syntax.write import write
from blueprint.units import Duration, Money, Rate, Times
from blueprint.workspace import Disk
from tests.generate import generate
from tests.model.support import bare

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.bp"))


def again(blueprint: e.Blueprint) -> e.Blueprint:
    resolved = resolve(Source(write(to_tree(blueprint)), "again.bp"))
    messages = [found.message for found in resolved.diagnostics]
    assert not messages, messages
    assert resolved.blueprint is not None
    return resolved.blueprint


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_examples(path: Path) -> None:
    disk = Disk()
    resolved = resolve(disk.read(path), disk)
    assert [found.message for found in resolved.diagnostics] == []
    assert resolved.blueprint is not None
    assert bare(again(resolved.blueprint)) == bare(resolved.blueprint)


@pytest.mark.parametrize("seed", range(60))
def test_generated(seed: int) -> None:
    resolved = resolve(Source(generate(seed, 3 + seed % 28), "generated.bp"))
    assert [found.message for found in resolved.diagnostics] == []
    assert resolved.blueprint is not None
    assert bare(again(resolved.blueprint)) == bare(resolved.blueprint)


def test_generated_texts_are_the_same_every_time() -> None:
    assert generate(7, 20) == generate(7, 20)
    assert generate(7, 20) != generate(8, 20)


def test_the_second_text_is_the_first() -> None:
    resolved = resolve(Source(generate(3, 20), "generated.bp"))
    assert resolved.blueprint is not None
    text = write(to_tree(resolved.blueprint))
    assert write(to_tree(again(resolved.blueprint))) == text


def test_a_model_that_a_program_made() -> None:
    """No text, no places, no spellings; equal titles, and a title that cannot give the key it has."""
    clerk = e.Role(
        key="clerk", id="clerk", title="Desk clerk", explicit=True, staff=2.5, rate=Rate(Decimal("28.5"), "h"),
        hours=Rate(Decimal(28800), "day", "duration"), availability=0.855, skills=("technical", "first aid"),
    )  # fmt: skip
    cells = (
        e.Cell(key="s.customer", id="customer", title='Says "hi"\\', step="s", lane="customer",
               takes=Duration((90.0, 5400.0), "uniform")),
        e.Cell(key="s.frontstage", id="frontstage", title="Two\nlines", step="s", lane="frontstage",
               performers=("clerk",),
               takes=Duration((240.0, 0.5), "normal"), cost=Money(Decimal("2.50"), "EUR")),
    )  # fmt: skip
    steps = (
        e.Step(key="s", id="s", title="Check in", phase="phase_1", cells=cells, repeats=Times(1, 4), optional=1 / 3,
               notes=e.Notes(emotion=-1.0, notes=("a", "b"), owner="clerk", tags=("one", "two words"))),
        e.Step(key="other", id="other", title="Check in", phase="phase_1"),
    )  # fmt: skip
    blueprint = e.Blueprint(
        key="blueprint", title="Made", currency="EUR", workdays=5.0, roles={"clerk": clerk}, lanes=BUILTIN,
        phases=(e.Phase(key="phase_1", kind="interaction", items=steps),),
    )  # fmt: skip
    read = again(blueprint)
    role, step = read.roles["clerk"], read.steps["s"]
    assert (role.staff, role.availability, role.skills) == (2.5, 0.855, ("technical", "first aid"))
    assert (role.rate.amount, role.hours.amount) == (Decimal("28.5"), Decimal("28800.0"))  # type: ignore[union-attr]
    assert list(read.steps) == ["s", "other"]
    assert (step.optional, step.notes.emotion, step.notes.tags) == (1 / 3, -1.0, ("one", "two words"))
    assert [cell.title for cell in step.cells] == ['Says "hi"\\', "Two\nlines"]
    assert [cell.takes.values for cell in step.cells] == [(90.0, 5400.0), (240.0, 0.5)]  # type: ignore[union-attr]
    assert bare(again(read)) == bare(read)


def test_a_made_id_that_another_title_would_take_is_written() -> None:
    resolved = resolve(Source('blueprint x\nphase billing { step "Pay"; step "Pay" }', "x.bp"))
    assert resolved.blueprint is not None
    first, second = resolved.blueprint.steps.values()
    turned = replace(resolved.blueprint.phases[0], items=(second, first))
    read = again(replace(resolved.blueprint, phases=(turned,)))
    assert list(read.steps) == ["pay_2", "pay"]


def test_libraries_stand_in_the_file_itself() -> None:
    disk = Disk()
    path = next(path for path in EXAMPLES if path.stem == "mobile-data")
    resolved = resolve(disk.read(path), disk)
    assert resolved.blueprint is not None
    text = write(to_tree(resolved.blueprint))
    assert "use " not in text.splitlines()[1]
    assert 'role agent "Call centre agent"' in text
