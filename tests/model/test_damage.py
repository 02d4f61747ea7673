"""Nothing that is written makes resolution raise, and what is left whole is in the model."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from blueprint.model import resolve, to_tree, under
from blueprint.model.findings import FINDINGS
from blueprint.source import Source
from tests.generate import generate

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.bp"))
PIECES = (
    "{",
    "}",
    '"',
    "->",
    "step",
    "phase",
    "core c",
    "use",
    ";",
    "\n",
    "#",
    "or",
    ",",
    ".",
    "40%",
    "4min",
    "again",
    "x",
)


def stand(text: str) -> None:
    resolved = resolve(Source(text, "damaged.bp"))
    places = [(found.span.start, found.span.end) for found in resolved.diagnostics]
    assert all(0 <= start <= end <= len(text) for start, end in places)
    blueprint = resolved.blueprint
    if blueprint is None:
        return
    keys = set(blueprint.steps) | {key for step in blueprint.steps.values() for key in (step.key,)}
    assert len(keys) == len(blueprint.steps)
    to_tree(blueprint)
    for scenario in blueprint.scenarios:
        under(blueprint, scenario)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_line_may_be_the_last(path: Path) -> None:
    lines = path.read_text("utf-8").splitlines(keepends=True)
    for count in range(0, len(lines), 7):
        stand("".join(lines[:count]))


@pytest.mark.parametrize("seed", range(40))
def test_damaged_texts(seed: int) -> None:
    random = Random(seed)
    text = generate(seed, 8)
    for _ in range(random.randint(1, 8)):
        at, length = random.randrange(len(text)), random.choice((0, 1, 3, 12, 60))
        text = text[:at] + random.choice(("", *PIECES)) + text[at + length :]
    stand(text)


@pytest.mark.parametrize("seed", range(10))
def test_lines_in_any_order(seed: int) -> None:
    lines = generate(seed, 8).splitlines(keepends=True)
    Random(seed).shuffle(lines)
    stand("".join(["blueprint x\n", *lines]))


MANY = 3000
IN_STEP = "blueprint x\nphase billing { step s {\n%s\n} }"
IN_PHASE = "blueprint x\nphase billing {\n%s\n}"


@pytest.mark.parametrize(
    "text",
    [
        "blueprint x\nlane l0 below support\n" + "".join(f"lane l{i} below l{i - 1}\n" for i in range(1, MANY)),
        "blueprint x\n" + "".join(f"lane l{i} below l{(i + 1) % MANY}\n" for i in range(MANY)),
        IN_STEP % ('customer a "x"\n' * MANY),
        IN_STEP % ('note "x"\n' * MANY),
        IN_STEP % "".join(f'wrongword{i} "x"\n' for i in range(MANY)),
        IN_PHASE % ('step "Pay" { -> pay }\n' * MANY),
        IN_PHASE % ('core c { note "x"; evidence "e" }\n' * MANY),
        "blueprint x\n" + "".join(f"step s{i}\n" for i in range(MANY)),
    ],
    ids=[
        "a chain of lanes",
        "a circle of lanes",
        "one id",
        "notes",
        "wrong words",
        "equal titles",
        "one service",
        "loose",
    ],
)
def test_very_many_of_a_kind(text: str) -> None:
    stand(text)


def test_findings_have_one_name_and_one_code_each() -> None:
    assert len({each.name for each in FINDINGS}) == len({each.code for each in FINDINGS}) == len(FINDINGS)
    assert all(each.summary.endswith(".") for each in FINDINGS)
