"""The pages of the manual say nothing that is not so: their blueprints are sound, their links lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from blueprint.api import parse
from blueprint.vocabulary import ATTRIBUTES, ENTRIES, Entry
from tests.conftest import Golden
from tests.docs.blocks import ELSEWHERE, Block, blocks
from tests.docs.fragments import HOLDERS
from tests.house.places import ROOT
from tools.build_doc_pictures import IMAGES, pictures
from tools.build_word_pages import PAGE, page

# The pages of the rules are made from docstrings whose examples tests/rules runs.
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
LINKED = (*PAGES, ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*/*.md")))
BLOCKS = [pytest.param(block, id=f"{page.name}:{block.line}") for page in PAGES for block in blocks(page)]
_SHOWN = re.compile(r"<!-- picture: (\S+) -->\n```bp\n(?:(?!```).*\n)+```\n\n!\[[^\]]+\]\((\S+)\)")


@pytest.mark.parametrize("block", BLOCKS)
def test_every_blueprint_has_just_the_errors_it_says(block: Block) -> None:
    assert block.found() == block.expected()


@pytest.mark.parametrize(
    ("entry", "place"),
    [pytest.param(e, place, id=f"{e.word}-{place}") for e in ENTRIES for place in e.inside],
)
def test_every_word_may_stand_where_the_table_says(entry: Entry, place: str) -> None:
    place = {"blueprint": "file", "library": ""}.get(entry.word, place)
    # A scenario opens again what is there, and not all that the examples open is in the hotel.
    allowed = {(1, "scenario-unknown-target")} if place == "scenario" else set()
    assert Block(entry.example, place, 1, ELSEWHERE).found() <= allowed


@pytest.mark.parametrize("place", sorted(set(HOLDERS) - {"evidence"}))  # evidence takes what a pause takes
def test_no_attribute_may_stand_where_the_table_does_not_say(place: str) -> None:
    others = [entry.example for entry in ATTRIBUTES if place not in entry.inside]
    if place == "scenario":  # what holds for the blueprint may differ in a scenario
        others = [entry.example for entry in ATTRIBUTES if not {"scenario", "blueprint"} & set(entry.inside)]
    misplaced = {line for line, rule in Block("\n".join(others), place, 1).found() if rule == "misplaced-statement"}
    assert [other for line, other in enumerate(others, 1) if line not in misplaced] == []


def test_the_page_of_words_is_that_of_the_table() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run `python -m tools.build_word_pages`"


def test_every_picture_is_that_of_its_blueprint(golden: Golden) -> None:
    for name, drawn in pictures().items():
        golden(IMAGES / f"{name}.svg", drawn)


def test_every_picture_is_shown_right_after_its_blueprint() -> None:
    for path in PAGES:
        text = path.read_text(encoding="utf-8")
        shown = _SHOWN.findall(text)
        assert [f"images/{name}.svg" for name, _ in shown] == [target for _, target in shown]
        assert len(shown) == text.count("<!-- picture:")


def _anchors(page: Path) -> set[str]:
    """What GitHub calls the headings of a page."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", LINKED, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8")):
        if "://" in target:
            continue
        path, _, anchor = target.partition("#")
        other = page.parent / path if path else page
        assert other.exists(), target
        assert not anchor or anchor in _anchors(other), target


def test_every_page_is_reached_from_the_index() -> None:
    index = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    assert [page.name for page in PAGES[1:] if page.name != "index.md" and f"]({page.name})" not in index] == []
    assert "](docs/index.md)" in PAGES[0].read_text(encoding="utf-8")


def test_of_the_smallest_blueprint_the_check_says_the_two_things_that_the_page_tells() -> None:
    page = (ROOT / "docs" / "language.md").read_text(encoding="utf-8")
    found = parse(next(iter(blocks(ROOT / "docs" / "language.md"))).text).check()
    assert [each.name for each in found] == ["sketch", "performer-missing"]
    assert "nothing tells who\ndoes the work, and that they are a sketch" in page


def test_what_the_page_of_the_formatter_shows_is_what_it_does() -> None:
    text = (ROOT / "docs" / "format.md").read_text(encoding="utf-8")
    before, after = re.findall(r"```(?:text|bp service)\n(.*?)```", text, re.DOTALL)
    assert parse(before).format().text == after
    assert not parse(after).format().changed
