"""PNG: the pixels."""

from __future__ import annotations

import io
import sys
from typing import Any

import pytest
from PIL import Image

from blueprint.layout.scene import Box, Scene, TextLine, Words
from blueprint.render import RenderError, fonts, missing_glyphs, render
from blueprint.render.glyphs import font_warning
from blueprint.render.themes import THEMES, find_theme
from tests.render.scenes import everything, foreign, hotel, line


def pixels(scene: Scene, theme: str = "light", **options: Any) -> Image.Image:
    return Image.open(io.BytesIO(render(scene, "png", theme=theme, **options))).convert("RGB")


def rgb(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5))


@pytest.mark.parametrize(("options", "factor"), [({}, 2), ({"scale": 1}, 1), ({"scale": 0.5}, 0.5), ({"dpi": 288}, 3)])
def test_its_size(options: dict[str, Any], factor: float) -> None:
    scene = hotel()
    assert pixels(scene, **options).size == pytest.approx((scene.width * factor, scene.height * factor), abs=1)


@pytest.mark.parametrize("theme", THEMES)
def test_boxes_and_text_are_drawn_where_they_stand(theme: str) -> None:
    scene, styles = hotel(), find_theme(theme)
    picture = pixels(scene, theme)
    assert picture.getpixel((2, 2)) == rgb(styles.tokens.paper)
    for item in scene.items:
        if isinstance(item, Box) and item.role == "cell":
            style = styles.style(item.style)
            assert picture.getpixel((round(item.x * 2 + 20), round(item.y * 2 + 8))) == rgb(style.fill)
            assert picture.getpixel((round(item.x * 2), round((item.y + item.height / 2) * 2))) == rgb(style.stroke)
            for text in item.text:
                assert drawn(picture, text, rgb(style.ink)), text.text


def drawn(picture: Image.Image, text: TextLine, ink: tuple[int, ...]) -> bool:
    """Whether there is enough ink where the text stands, and its measured width is right to a pixel or two."""
    middle, top, bottom = text.x * 2, (text.y - text.size) * 2, (text.y + text.size * 0.3) * 2
    area = picture.crop((round(middle - text.width - 10), round(top), round(middle + text.width + 10), round(bottom)))
    data = area.tobytes()
    inked = [
        i // 3 % area.width
        for i in range(0, len(data), 3)
        if sum(abs(a - b) for a, b in zip(data[i : i + 3], ink, strict=True)) < 60
    ]
    return len(inked) > 8 * len(text.text) and abs((max(inked) - min(inked)) - text.width * 2) < 8


def test_without_its_fonts_it_says_so_and_draws_no_empty_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "TRUETYPE", ("gone.ttf",))
    with pytest.raises(RenderError, match=r"gone\.ttf"):
        render(hotel(), "png")
    monkeypatch.setattr(fonts, "TRUETYPE", ("OFL.txt",))
    with pytest.raises(RenderError, match="cannot be read"):
        render(hotel(), "png")


def test_without_resvg_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    with pytest.raises(RenderError, match="pip install resvg-py"):
        render(hotel(), "png")


def test_what_no_font_draws_is_said() -> None:
    assert missing_glyphs(hotel()) == ""
    lost = missing_glyphs(foreign())
    private = Scene(width=9, height=9, title="", items=(Words(id="w", role="", lines=(line("a\U0010fffdb", 0, 0),)),))
    assert missing_glyphs(private) == "\U0010fffd"
    assert "\U0010fffd" in font_warning(private)
    assert font_warning(hotel()) == ""
    # Fonts differ between machines; what counts is that letters with a shipped font are never in it.
    assert not set(lost) & {c for c in lost if fonts.block_of(c)}


def test_every_kind_of_writing_that_is_shipped_leaves_ink() -> None:
    for block, ranges in (fonts.BLOCKS | fonts.SIGNS).items():
        character = chr(ranges[-1][0])
        words = Words(id="w", role="", lines=(line(character, 10, 30, 20),))
        scene = Scene(width=40, height=40, title="", items=(words,))
        empty = Scene(width=40, height=40, title="")
        assert render(scene, "png") != render(empty, "png"), block


@pytest.mark.parametrize("options", [{"scale": 0}, {"scale": -1}, {"scale": "big"}, {"scale": 9000}, {"dpi": None}])
def test_a_senseless_scale_is_refused(options: dict[str, Any]) -> None:
    with pytest.raises(RenderError):
        render(hotel(), "png", **options)


def test_a_picture_too_large_names_a_scale_that_is_not() -> None:
    wide = Scene(width=90_000, height=1000, title="")
    with pytest.raises(RenderError, match=r"up to 1\.66"):
        render(wide, "png", scale=2.0)


def test_without_a_scale_a_huge_picture_is_drawn_as_large_as_it_opens() -> None:
    huge = Scene(width=400_000, height=1000, title="")
    assert int.from_bytes(render(huge, "png")[16:20]) in range(300_000, 320_000)


def test_the_same_bytes_each_time() -> None:
    assert render(everything(), "png") == render(everything(), "png")
