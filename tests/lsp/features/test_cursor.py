"""Where somebody writes, in texts that are laid out in every way, and in broken ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from blueprint.lsp.completion import complete
from blueprint.lsp.cursor import cursor
from blueprint.lsp.document import Project
from blueprint.syntax.grammar import load

WHERE = [
    ("|", "nothing", "code"),
    ("# A comment first\n|", "nothing", "code"),
    ('blueprint "X"\n|', "top", "code"),
    ('library "X"\n|', "library top", "code"),
    ('persona p "P"\n|', "top", "code"),
    ('blueprint "X"\nphase interaction\n{\n|', "phase", "code"),
    ('blueprint "X"\r\nphase interaction\r\n\r\n{\r\n  step "S"\r\n  {\r\n|', "step", "code"),
    ('blueprint "X"\rphase interaction {\r  step "S" {\r|', "step", "code"),
    ('blueprint "X"; phase interaction { step "S" { customer "A" { |', "cell", "code"),
    ('blueprint "X"\nphase interaction {\nstep "S" {\ncustomer "A"\n|\n}\n}', "step", "code"),
    ('blueprint "X"\nphase interaction { step "}" { customer "{" # }\n|', "step", "code"),
    ('blueprint "X"\nphase interaction { step "S" { meanwhile frontstage "A" { |', "cell", "code"),
    ('blueprint "X"\nlane l "L" below support\nphase interaction { step "S" { l "A" { |', "cell", "code"),
    ('blueprint "X"\ncore c { |', "open service", "code"),
    ('blueprint "X"\nscenario s { step c { |', "step", "code"),
    ('blueprint "X" { summary """ { |', "blueprint", "text"),
    ('blueprint "X" { summary "A \\" { |', "blueprint", "text"),
    ('blueprint "X" { summary "A \\\\" |', "blueprint", "code"),
    ('blueprint "X" { summary "" |', "blueprint", "code"),
    ('blueprint "X" { summary """""" |', "blueprint", "code"),
    ('blueprint "X" { # "|', "blueprint", "comment"),
    # a text of several lines that has no end, and statements after it
    ('blueprint "X" {\n  summary """A\n  B\n}\nphase interaction {\n  step "S" {\n    |', "step", "code"),
    # a closing brace is missing above; the indentation tells whose
    ('blueprint "X"\nphase interaction {\n  step "S" {\n    customer "A"\n  step "T" {\n    |\n  }\n}', "step", "code"),
    ('blueprint "X"\nphase interaction {\n  step "S" {\n    customer "A"\nphase billing {\n  |\n}', "phase", "code"),
    ("}}}} |", "nothing", "code"),
    ("{{{{ |", "nothing", "code"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "place", "inside"), WHERE, ids=range(len(WHERE)))
def test_place(text: str, place: str, inside: str) -> None:
    offset = text.index("|")
    found = cursor(load(), text.replace("|", ""), offset)
    assert (found.place, found.inside) == (place, inside)


@pytest.mark.parametrize(
    ("text", "head", "typed"),
    [
        ('frontstage "A" by cl|', "frontstage", "cl"),
        ('customer "A"; frontstage "B" ta|', "frontstage", "ta"),
        ('frontstage "A" by a,\n  b, # and\n  c|', "frontstage", "c"),
        ('customer "A" by a,\nfrontstage "B" |', "frontstage", ""),
        ('meanwhile frontstage "B" |', "frontstage", ""),
        ('note """a\nb""" mo|', "note", "mo"),
        ("moment-of|", "", "moment-of"),
        ("takes 4mi|", "takes", "4mi"),
        ("受付|", "", "受付"),
        ('x "😀" -> b|', "x", "b"),
    ],
)
def test_statement(text: str, head: str, typed: str) -> None:
    before = 'blueprint "X"\nphase interaction { step "S" {\n'
    offset = len(before) + text.index("|")
    found = cursor(load(), before + text.replace("|", ""), offset)
    assert (found.head, found.typed) == (head, typed)


def test_a_file_that_was_opened_alone_sees_the_libraries_beside_it(tmp_path: Path) -> None:
    (tmp_path / "house.bp").write_text('library "House"\n', "utf-8")
    (tmp_path / "other.bp").write_text('blueprint "Other"\n', "utf-8")
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "far.bp").write_text('library "Far"\n', "utf-8")
    project, path = Project(), tmp_path / "a.bp"
    text = 'blueprint "A"\nuse "ho"'
    project.put(path.as_uri(), text, 1)
    it = project.at(str(path))
    assert it is not None
    offers = complete(it, len(text) - 1)
    assert [offer.label for offer in offers] == ["house.bp"]
    assert it.source.slice(offers[0].span) == "ho"
