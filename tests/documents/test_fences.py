"""Fences of Markdown outside of any program that makes sites."""

from __future__ import annotations

import gc
from pathlib import Path

import markdown
import pytest
from pymdownx.superfences import SuperFencesException

from blueprint.docs import fence, fences, validator
from blueprint.docs.page import Page
from tests.documents.making import HAIRCUT, ROLES, WRONG, WRONG_LINE, Html, assert_pictures_are_apart, write

CUSTOM = {"name": "service-blueprint", "class": "figure", "format": fence, "validator": validator}


def _html(page: str) -> str:
    settings = {"pymdownx.superfences": {"custom_fences": [CUSTOM]}}
    return markdown.markdown(page, extensions=["pymdownx.superfences"], extension_configs=settings)


def test_files_are_those_of_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write(tmp_path, {"roles.bp": ROLES}))
    page = Html(_html(f"```service-blueprint\n{HAIRCUT}```\n\n~~~service-blueprint\n{HAIRCUT}~~~\n"))
    assert len(page.pictures()) == 2
    assert ("div", "service-blueprint figure") in [(tag, attrs.get("class")) for tag, attrs in page.elements]
    assert_pictures_are_apart(page)


def test_a_mistake_on_an_unknown_page_has_the_line_of_the_blueprint() -> None:
    with pytest.raises(SuperFencesException, match=f"<page>, line {WRONG_LINE} of the blueprint: `custommer`"):
        _html(f"```service-blueprint\n{WRONG}```\n")


def test_the_same_text_gives_the_same_bytes() -> None:
    own = HAIRCUT.replace('use "roles.bp"', 'role barber "Barber"')
    text = f"```service-blueprint\n{own}```\n"
    assert _html(text) == _html(text)


@pytest.mark.parametrize("failing", ["scene", "page_of", "wish"])
def test_a_mistake_of_this_program_ends_the_build_too(monkeypatch: pytest.MonkeyPatch, failing: str) -> None:
    def fails(*_: object) -> None:
        raise ZeroDivisionError("of nothing")

    monkeypatch.setattr(fences, failing, fails)
    with pytest.raises(
        SuperFencesException, match="has failed, for no fault of the page: ZeroDivisionError: of nothing"
    ):
        _html(f"```service-blueprint theme='dark'\n{HAIRCUT}```\n")


def test_nothing_is_kept_of_pages_that_are_done() -> None:
    own = HAIRCUT.replace('use "roles.bp"', 'role barber "Barber"')
    _html(f"```service-blueprint\n{own}```\n")
    gc.collect()
    assert len(fences._drawn) == 0


@pytest.mark.parametrize("margin", ["", "    ", "> ", "  > "])
def test_a_fence_is_found_whatever_its_margin(tmp_path: Path, margin: str) -> None:
    lines = [
        "# Page",
        "```service-blueprint",
        "other",
        "```",
        "",
        "~~~~ { .service-blueprint }",
        "a",
        "",
        "  b",
        "~~~~",
    ]
    write(tmp_path, {"page.md": "".join(f"{margin}{line}\n" for line in lines)})
    page = Page(str(tmp_path / "page.md"), "page.md", str(tmp_path))
    assert page.place_of("a\n\n  b", "service-blueprint", 3, 3) == (9, 3 + len(margin))
    assert page.place_of("c", "service-blueprint", 1, 1) == (0, 0)
