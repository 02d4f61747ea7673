"""Renames keep what a file means, and reach files that nobody has open."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from blueprint.diagnostics import Edit, Fix, apply
from blueprint.lsp import rename, symbols
from blueprint.lsp.document import Analysed, Project
from blueprint.model.entities import Symbol
from tests.house.places import ROOT

EXAMPLES = sorted((ROOT / "examples").glob("*.bp"))
LIBRARY = 'library "House"\nrole clerk "Clerk"\nrole cook "Cook" { reports clerk }\n'
USER = (
    'blueprint "%s"\nuse "%s"\nphase interaction { core "Stay" { step "Check in" { frontstage "Greets" by clerk } } }\n'
)


def opened(path: Path, text: str) -> Analysed:
    project = Project((str(path.parent),))
    project.put(path.as_uri(), text, 1)
    analysed = project.at(str(path))
    assert analysed is not None
    return analysed


def written(edits: tuple[Edit, ...], path: str, text: str) -> str:
    return apply(text, [Fix("", tuple(edit for edit in edits if edit.span.file == path))])


def shape(it: Analysed) -> list[tuple[str, int, int]]:
    """What is named how often, names aside."""
    return [(each.kind, len(each.uses), len(each.titles)) for each in it.symbols.values()]


def named_here(it: Analysed, symbol: Symbol) -> bool:
    return symbol.explicit and symbol.definition.file == it.path


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_id_of_an_example_can_be_changed_and_changed_back(path: Path) -> None:
    text = path.read_text("utf-8")
    it = opened(path, text)
    findings = [each.name for each in it.resolved.diagnostics]
    for symbol in [each for each in it.symbols.values() if named_here(it, each)][::3]:
        done = rename.rename(it, symbol.definition.start, "quite_new")
        assert isinstance(done, rename.Renamed), symbol
        changed = written(done.edits, it.path, text)
        again = opened(path, changed)
        assert [each.name for each in again.resolved.diagnostics] == findings
        assert sorted(shape(again)) == sorted(shape(it))
        at = min(edit.span.start for edit in done.edits if edit.span.file == it.path)
        back = rename.rename(again, at, symbol.key.rpartition(".")[2])
        assert isinstance(back, rename.Renamed), symbol
        assert written(back.edits, it.path, changed) == text


@pytest.mark.parametrize("path", EXAMPLES[:6], ids=lambda path: path.stem)
def test_every_made_id_can_be_written(path: Path) -> None:
    """After that it is explicit, is named as often as before, and titles that stood for it still do."""
    text = path.read_text("utf-8")
    it = opened(path, text)
    for symbol in [each for each in it.symbols.values() if not each.explicit and each.uses][:8]:
        use = symbol.uses[0]
        done = rename.rename(it, use.start, "quite_new")
        if isinstance(done, rename.Refused):
            assert symbol.kind in ("wait", "pause", "cell"), symbol
            continue
        again = opened(path, written(done.edits, it.path, text))
        assert again.resolved.diagnostics == () or len(again.resolved.diagnostics) <= len(it.resolved.diagnostics)


def test_files_that_nobody_has_open_are_changed_too(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    (tmp_path / ".git").mkdir()
    (tmp_path / "shared" / "house.bp").write_text(LIBRARY, "utf-8")
    (tmp_path / "a.bp").write_text(USER % ("A", "shared/house.bp"), "utf-8")
    (tmp_path / "b.bp").write_text(USER % ("B", "./shared/../shared/house.bp"), "utf-8")
    (tmp_path / "alone.bp").write_text('blueprint "Alone"\nrole clerk "Another"\n', "utf-8")
    it = opened(tmp_path / "a.bp", (tmp_path / "a.bp").read_text("utf-8"))
    done = rename.rename(it, it.text.rindex("clerk"), "reception")
    assert isinstance(done, rename.Renamed)
    files = sorted({os.path.relpath(edit.span.file, tmp_path) for edit in done.edits})
    assert files == ["a.bp", "b.bp", os.path.join("shared", "house.bp")]
    for path in {edit.span.file for edit in done.edits}:
        text = written(done.edits, path, Path(path).read_text("utf-8"))
        assert "clerk" not in text
        assert "reception" in text


def test_of_a_file_that_was_opened_alone_its_neighbours_are_changed(tmp_path: Path) -> None:
    (tmp_path / "house.bp").write_text(LIBRARY, "utf-8")
    (tmp_path / "a.bp").write_text(USER % ("A", "house.bp"), "utf-8")
    (tmp_path / "b.bp").write_text(USER % ("B", "house.bp"), "utf-8")
    project = Project()
    project.put((tmp_path / "a.bp").as_uri(), USER % ("A", "house.bp"), 1)
    it = project.at(str(tmp_path / "a.bp"))
    assert it is not None
    done = rename.rename(it, it.text.rindex("clerk"), "reception")
    assert isinstance(done, rename.Renamed)
    assert {Path(edit.span.file).name for edit in done.edits} == {"a.bp", "b.bp", "house.bp"}


def test_what_is_open_counts_before_what_is_on_disk(tmp_path: Path) -> None:
    (tmp_path / "house.bp").write_text('library "House"\n', "utf-8")
    (tmp_path / "a.bp").write_text(USER % ("A", "house.bp"), "utf-8")
    project = Project((str(tmp_path),))
    project.put((tmp_path / "house.bp").as_uri(), "# a line more\n" + LIBRARY, 1)
    it = project.at(str(tmp_path / "a.bp"))
    assert it is not None
    places = symbols.references(it, it.text.rindex("clerk"))
    assert [Path(place.file).name for place in places] == ["a.bp", "house.bp", "house.bp"]
    assert [project_text(project, place.file)[place.start : place.end] for place in places] == ["clerk"] * 3


def project_text(project: Project, path: str) -> str:
    found = project.at(path)
    assert found is not None
    return found.text


def test_a_name_that_another_reference_would_fall_to_is_refused() -> None:
    """`other` is misspelt nowhere: a new id must not catch what now means something made from a title."""
    text = (
        'blueprint "X"\nphase interaction {\n  step a "A" { customer "x"; -> leave }\n  step b "B" { customer "y" }\n'
        '  step "Leave" { customer "z" }\n  step "Leave!" { customer "z"; -> a }\n}\n'
    )
    it = opened(Path("/w/x.bp"), text.replace("-> leave", "-> b"))
    done = rename.rename(it, it.text.index("step b") + 5, "leave")
    assert isinstance(done, rename.Refused)
    assert "leave" in done.message
