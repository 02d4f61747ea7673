"""The public face: loading from disk, and what a notebook shows."""

from __future__ import annotations

from pathlib import Path

import pytest

import blueprint
from blueprint.rules.settings import Selection, Settings
from blueprint.source import Source
from blueprint.syntax.parser import MAX_BYTES
from blueprint.workspace import Disk, Unreadable, is_root
from tests.house.places import ROOT


class _Open:
    """Documents that are open in an editor and not on disk."""

    def __init__(self, texts: dict[str, str]) -> None:
        self.texts = texts

    def read(self, path: Path) -> Source:
        return Source(self.texts[path.name], str(path))

    def root(self, path: Path) -> Path:
        return path.parent


def test_a_notebook_shows_the_picture_and_says_what_it_is() -> None:
    shown = blueprint.load(ROOT / "examples" / "hotel.bp")._repr_mimebundle_()
    assert shown["image/svg+xml"].startswith("<svg")
    assert "Overnight" in shown["text/plain"]


@pytest.mark.parametrize("text", ["", "library house", "nonsense {", 'use "a.bp"'])
def test_a_notebook_says_why_there_is_no_picture(text: str) -> None:
    shown = blueprint.parse(text)._repr_mimebundle_()
    assert list(shown) == ["text/plain"]
    assert shown["text/plain"].startswith("`<text>` is ")


def test_files_may_come_from_elsewhere() -> None:
    files = _Open({"house.bp": "library house\nrole clerk"})
    source = Source('blueprint a "A"\nuse "house.bp"', str(ROOT / "a.bp"))
    model = blueprint.Document(source, files=files).model
    assert model is not None
    assert list(model.roles) == ["clerk"]


@pytest.mark.parametrize("offset", range(3))
def test_a_large_file_is_too_large_wherever_it_is_cut(tmp_path: Path, offset: int) -> None:
    path = tmp_path / "large.bp"
    path.write_bytes(b"#" * offset + "€".encode() * (MAX_BYTES // 3 + 10))
    assert [each.name for each in blueprint.load(path).check()] == ["too-large"]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "hotel.bp").write_text("blueprint a", "utf-8")
    with pytest.raises(Unreadable, match=r"There is no file .*hotle\.bp`\. Did you mean `.*hotel\.bp`\?"):
        blueprint.load(tmp_path / "hotle.bp")


@pytest.mark.parametrize(
    ("name", "text", "marks"),
    [
        ("blueprint.toml", "", True),
        ("pyproject.toml", "[tool.blueprint]", True),
        ("pyproject.toml", "[ tool . blueprint.rules ]", True),
        ("pyproject.toml", '[tool.blueprints]\nname = "[tool.blueprint"', False),
        ("setup.cfg", "[tool.blueprint]", False),
    ],
)
def test_where_a_project_ends(tmp_path: Path, name: str, text: str, marks: bool) -> None:
    inner = tmp_path.resolve() / "project" / "inner"
    inner.mkdir(parents=True)
    (inner.parent / name).write_text(text, "utf-8")
    assert is_root(str(inner.parent)) == marks
    assert Disk().root(inner / "a.bp") == (inner.parent if marks else inner)


def test_of_each_file_errors_come_first_then_warnings_then_advice_each_by_place(tmp_path: Path) -> None:
    (tmp_path / "house.bp").write_text('library house\nrole maid "Maid"\nrole maid "Another maid"\n', "utf-8")
    stay = (ROOT / "examples" / "hotel.bp").read_text("utf-8").replace("\nrole ", '\nuse "house.bp"\nrole ', 1)
    stay = stay.replace('"Process check-out" by clerk', '"Process check-out" by clark')
    (tmp_path / "hotel.bp").write_text(stay, "utf-8")
    document = blueprint.load(tmp_path / "hotel.bp")
    found = document.check(Settings(selections=(Selection(("all",)),), today="2026-11-21"))
    places = [
        (each.span.file != document.source.path, "ewa".index(each.severity[0]), each.span.start) for each in found
    ]
    assert places == sorted(places)
    assert {place[:2] for place in places} == {(False, 0), (False, 1), (False, 2), (True, 0)}
    assert found[0].name == "unknown-reference"
    assert found[1].span.start < found[0].span.start  # the error stands below the warning, and is told before it


def test_what_a_project_calls_an_error_comes_first() -> None:
    stay = blueprint.load(ROOT / "examples" / "hotel.bp")
    assert stay.check()[0].name != "core-without-price"
    first, *others = stay.check(Settings(severities={"core-without-price": "error"}))
    assert (first.name, first.severity) == ("core-without-price", "error")
    assert {each.severity for each in others} == {"warning"}
