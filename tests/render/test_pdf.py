"""PDF, read back by a reader of PDF: the same boxes at the same places as in the Scene, and text that is text."""

from __future__ import annotations

import builtins
import io
from collections.abc import Callable
from typing import Any

import pytest
from pypdf import PdfReader

from blueprint.layout.scene import Box, Scene
from blueprint.render import RenderError, render
from blueprint.render.svg import lines_of, placed
from blueprint.render.texts import clean
from tests.render.readers import read_pdf
from tests.render.scenes import ATTACKS, everything, foreign, hotel, line

pytest.importorskip("typst")
POINT = 0.75


@pytest.mark.parametrize("make", [hotel, everything])
def test_boxes_stand_where_the_scene_says(make: Callable[[], Scene]) -> None:
    scene = make()
    page = read_pdf(render(scene, "pdf"))
    assert (page.width, page.height) == pytest.approx((scene.width * POINT, scene.height * POINT), abs=0.02)
    for item in scene.items:
        if isinstance(item, Box) and item.shape != "circle":
            wanted = tuple(v * POINT for v in (item.x, item.y, item.x + item.width, item.y + item.height))
            nearest = min(max(abs(a - b) for a, b in zip(wanted, shape, strict=True)) for shape in page.shapes)
            assert nearest < 0.1, item.id


def test_text_stands_where_the_scene_says_and_can_be_copied() -> None:
    scene = hotel()
    page = read_pdf(render(scene, "pdf"))
    for item in scene.items:
        for row in lines_of(item):
            x, anchor = placed(row)
            left = x - {"start": 0, "middle": row.width / 2, "end": row.width}[anchor]
            assert any(
                text == row.text and abs(px - left * POINT) < 1 and abs(py - row.y * POINT) < 0.1
                for text, px, py in page.texts
            ), row.text


def test_attacks_are_shown_as_they_stand() -> None:
    for attack in ATTACKS[:4]:
        box = Box(
            id="b",
            role="phase",
            style="cell",
            x=0,
            y=0,
            width=300,
            height=30,
            title=attack,
            text=(line(attack, 9, 20),),
        )
        scene = Scene(width=300, height=30, title=attack, description=attack, language=attack, items=(box,))
        reader = PdfReader(io.BytesIO(render(scene, "pdf", author=attack)))
        # Where no font has the sign for a lost character, its empty box is read back as a nought.
        assert reader.pages[0].extract_text().strip().replace("\0", "\ufffd") == clean(attack)
        assert reader.metadata is not None
        assert reader.metadata.title == reader.metadata.author == clean(attack)
        outline: list[Any] = reader.outline
        assert [o["/Title"] for o in outline] == [clean(attack)]


def test_it_says_what_it_is_and_when_it_was_made_is_not_in_it() -> None:
    reader = PdfReader(io.BytesIO(render(hotel(), "pdf", author="The shop")))
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == ("Overnight hotel stay", "The shop")
    assert reader.metadata.subject == "Six steps in five lanes."
    assert reader.metadata.creation_date is None
    root: Any = reader.trailer["/Root"]
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"]
    outline: list[Any] = reader.outline
    assert [o["/Title"] for o in outline] == ["Phase 1: interaction, before the stay", "BILLING", "AFTER-SALES"]
    assert [round(float(o["/Left"])) for o in outline] == [round(x * POINT) for x in (170, 762, 910)]
    assert render(hotel(), "pdf") == render(hotel(), "pdf")


def test_fonts_are_inside_and_only_ours() -> None:
    page: Any = PdfReader(io.BytesIO(render(hotel(), "pdf"))).pages[0]
    names = set()
    for font in page["/Resources"]["/Font"].values():
        real = font.get_object()["/DescendantFonts"][0].get_object()
        assert "/FontFile2" in real["/FontDescriptor"].get_object()
        names.add(real["/BaseFont"].split("+")[1])
    assert names == {"BlueprintSans-Regular", "BlueprintSans-Bold"}


def test_links_work() -> None:
    page: Any = PdfReader(io.BytesIO(render(everything(), "pdf"))).pages[0]
    links = [a.get_object() for a in page["/Annots"]]
    assert [a["/A"]["/URI"] for a in links] == ["https://example.org/?a=1&b=2"]
    left, low, right, top = (float(v) for v in links[0]["/Rect"])
    assert (left, right, top - low) == pytest.approx((520 * POINT, 640 * POINT, 36 * POINT), abs=0.1)
    assert float(page.mediabox.height) - top == pytest.approx(420 * POINT, abs=0.1)


@pytest.mark.parametrize(
    ("page", "size"), [("A4", (841.89, 595.28)), ("a3", (1190.55, 841.89)), ("letter", (792, 612))]
)
def test_a_page_size_scales_the_picture_onto_it(page: str, size: tuple[float, float]) -> None:
    scene = hotel()
    made = read_pdf(render(scene, "pdf", page=page))
    assert (made.width, made.height) == pytest.approx(size, abs=0.1)
    assert all(b[0] > -0.1 and b[1] > -0.1 and b[2] < size[0] + 0.1 and b[3] < size[1] + 0.1 for b in made.shapes)
    first, last = (next(t for t in made.texts if t[0] == w) for w in ("Overnight hotel stay", "Support processes"))
    assert (last[2] - first[2]) / (made.height) > 0.5
    scale = (last[2] - first[2]) / (next(i for i in scene.items if i.id == "lane.support").text[0].y - 42)  # type: ignore[union-attr]
    assert min((size[0] - 56.7) / scene.width, (size[1] - 56.7) / scene.height) == pytest.approx(scale, rel=0.01)


def test_a_picture_larger_than_any_page_is_made_smaller() -> None:
    wide = Scene(width=400_000, height=300, title="", items=hotel().items)
    assert read_pdf(render(wide, "pdf")).width == pytest.approx(14_400, abs=1)


def test_foreign_writing_does_no_harm() -> None:
    assert render(foreign(), "pdf").startswith(b"%PDF")


def test_without_typst_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def absent(name: str, *rest: object, **more: object) -> object:
        if name == "typst":
            raise ImportError(name)
        return real(name, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", absent)
    with pytest.raises(RenderError, match=r"service-blueprint\[pdf\]"):
        render(hotel(), "pdf")
