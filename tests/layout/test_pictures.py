"""What holds for every picture: examples and generated blueprints."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from blueprint.api import Document, load, parse
from blueprint.layout import draw
from blueprint.layout.scene import Box, Scene, Words
from tests.conftest import Golden
from tests.generate import generate
from tests.layout.drawn import drawable, model
from tests.layout.scene_check import lanes_out_of_order, problems, standing

EXAMPLES = drawable()
SEEDS = range(60)
ROOT = Path(__file__).parent.parent.parent


def picture(document: Document) -> Scene:
    return draw(model(document), document.flow)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_examples_stand_clean(path: Path) -> None:
    scene = picture(load(path))
    assert len(standing(scene)) >= 9
    assert problems(scene) == []
    assert [*lanes_out_of_order(scene, _lanes(load(path)))] == []


@pytest.mark.parametrize("seed", SEEDS)
def test_generated_blueprints_stand_clean(seed: int) -> None:
    document = parse(generate(seed, 3 + seed % 15))
    scene = picture(document)
    assert problems(scene) == []
    assert [*lanes_out_of_order(scene, _lanes(document))] == []
    _columns_in_order(scene, document)


def _lanes(document: Document) -> list[str]:
    return [lane.id for lane in model(document).lanes]


def _columns_in_order(scene: Scene, document: Document) -> None:
    """Steps stand in written order, save those that share columns and those off the main path."""
    blueprint = model(document)
    left: dict[str, float] = {}
    for box in standing(scene):
        if step := box.data.get("step"):
            left[step] = min(left.get(step, box.x), box.x)
    main = [k for k, s in blueprint.steps.items() if s.kind != "recovery" and not s.within]
    assert [left[key] for key in main] == sorted(left[key] for key in main)


def test_every_cell_of_a_step_is_drawn_once() -> None:
    for path in EXAMPLES:
        blueprint = model(load(path))
        drawn = [box.id for box in standing(picture(load(path)))]
        assert set(blueprint.cells) <= set(drawn)
        assert len(drawn) == len(set(drawn))


def test_the_same_bytes_twice_and_under_any_hash_seed() -> None:
    code = (
        "import sys,hashlib\nfrom blueprint.api import load,parse\nfrom tests.generate import generate\n"
        "d=[load(p) for p in sys.argv[1:]]+[parse(generate(s,14)) for s in (3,7,11)]\n"
        "print(hashlib.sha256(''.join(x.scene().to_json() for x in d).encode()).hexdigest())"
    )
    command = [sys.executable, "-c", code, *map(str, EXAMPLES)]
    digests = {
        subprocess.run(
            command, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout
        for seed in ("0", "1", "31")
    }  # fmt: skip
    assert len(digests) == 1


@pytest.mark.parametrize("seed", range(25))
def test_adding_a_link_moves_no_box(seed: int) -> None:
    text = generate(seed, 10)
    cells = list(model(parse(text)).cells)
    one, other = cells[seed % len(cells)], cells[(seed * 7 + 3) % len(cells)]
    before, after = picture(parse(text)), picture(parse(f'{text}\n{one} ~> {other} "A new one"\n'))
    assert _places(before) == _places(after)


def test_linking_a_system_for_the_first_time_moves_no_cell() -> None:
    text = (ROOT / "examples" / "hotel.bp").read_text(encoding="utf-8")
    before = picture(parse(text))
    after = picture(parse(text + '\nsystem pms "Property system"\npms ~> check_in\n'))
    assert _places(before).items() <= _places(after).items()
    assert "pms" in _places(after)


def _places(scene: Scene) -> dict[str, tuple[float, float, float, float]]:
    return {box.id: (box.x, box.y, box.width, box.height) for box in standing(scene)}


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_editing_the_text_of_a_cell_keeps_the_order_of_columns(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    before = load(path)
    cell = next(c for c in model(before).cells.values() if c.title)
    longer = text.replace(f'"{cell.title}"', f'"{cell.title}, and everything else that has to be said at length"', 1)
    after = Document(type(before.source)(longer, str(path)), files=before._files)
    assert _order(picture(before)) == _order(picture(after))


def _order(scene: Scene) -> list[str]:
    heads = [i for i in scene.items if isinstance(i, Words) and i.role == "step"]
    return [head.id for head in sorted(heads, key=lambda head: (head.lines[0].x, head.lines[0].y))]


@pytest.mark.parametrize("name", ["shoeshine", "hotel"])
def test_scenes_of_the_smallest_examples(name: str, golden: Golden) -> None:
    text = (ROOT / "examples" / f"{name}.bp").read_text(encoding="utf-8")
    golden(Path(__file__).parent / f"{name}.scene.json", parse(text, f"{name}.bp").scene().to_json())


def test_long_and_foreign_texts_stay_in_their_boxes() -> None:
    texts = [
        "Donaudampfschifffahrtsgesellschaftskapitänsmütze", "受付で名前を確認してから、担当者に案内する。", "W" * 300,
        "يستلم الضيف حقيبته من المكتب الرئيسي ثم يغادر", "Pay 👩‍👩‍👧‍👦💳 and go", "x " * 200, "a\u0301" * 80,
    ]  # fmt: skip
    steps = "\n".join(
        f'step s{n} "{text}" {{ evidence "{text}"; customer "{text}"; trigger "{text}"; pain "{text}" }}\n'
        f'decision d{n} "{text}" {{ when "{text}" 50%; when "Leaves" 50% -> end }}'
        for n, text in enumerate(texts)
    )
    service = f'core s "{texts[0]}" {{\n{steps}\n}}'
    scene = picture(parse(f'blueprint t "{texts[2]}"\nphase billing "{texts[0]}" {{ {service} }}'))
    assert problems(scene) == []
    drawn = {box.id: "".join(line.text.rstrip("-") for line in box.text) for box in standing(scene)}
    assert drawn["s2.customer"] == texts[2]
    assert any(line.rtl for box in scene.items if isinstance(box, Box) and box.id == "s3.customer" for line in box.text)
