"""The magic of notebooks, run by IPython itself."""

from __future__ import annotations

import json
from base64 import b64decode
from pathlib import Path
from typing import Any

import pytest

from tests.documents.making import (
    HAIRCUT,
    ROLES,
    WRONG,
    WRONG_LINE,
    Html,
    assert_pictures_are_apart,
    made,
    shown_in_the_manual,
    write,
)
from tests.house.places import ROOT

LOAD = "%load_ext blueprint"


def _run(folder: Path, *cells: str) -> list[dict[str, Any]]:
    write(folder, {"roles.bp": ROLES})
    done = made(folder, str(ROOT / "tests" / "documents" / "cells.py"), text=json.dumps(cells))
    assert done.returncode == 0, done.stderr
    results: list[dict[str, Any]] = json.loads(done.stdout)
    return results


def test_what_the_manual_shows_runs(tmp_path: Path) -> None:
    load, drawn, asked = _run(tmp_path, *(text for _, text in shown_in_the_manual("notebook")))
    assert load["ok"]
    assert not load["said"]
    picture, findings = drawn["outputs"]
    assert picture["image/svg+xml"].startswith("<svg")
    assert picture["text/plain"] == "Haircut. Service blueprint with 1 step in 5 lanes."
    ((tag, image),) = Html(picture["text/html"]).elements
    assert tag == "img"
    assert image["alt"] == picture["text/plain"]
    encoded = image["src"].removeprefix("data:image/svg+xml;base64,")
    assert b64decode(encoded).decode("utf-8") == picture["image/svg+xml"]
    assert asked["ok"]
    assert "sketch" in asked["said"]
    assert "line 2:" in findings["text/plain"]


def test_findings_stand_below_as_a_list_with_lines_of_the_cell(tmp_path: Path) -> None:
    text = HAIRCUT.replace('"Takes a number"', '"Takes <b>a</b> number"')
    _, drawn = _run(tmp_path, LOAD, f"%%blueprint\n{text}")
    page = Html(drawn["outputs"][1]["text/html"])
    tags = [tag for tag, _ in page.elements]
    assert set(tags) == {"ul", "li", "strong", "em"}
    assert tags.count("li") == len(drawn["outputs"][1]["text/plain"].splitlines())
    assert "&lt;b&gt;a&lt;/b&gt;" in drawn["outputs"][1]["text/html"]


def test_findings_are_those_that_the_project_asks_for(tmp_path: Path) -> None:
    write(tmp_path, {"blueprint.toml": 'select = ["sketch"]\n'})
    _, drawn = _run(tmp_path, LOAD, f"%%blueprint\n{HAIRCUT}")
    assert drawn["outputs"][1]["text/plain"].startswith("warning, line 2:")
    assert len(drawn["outputs"][1]["text/plain"].splitlines()) == 1
    write(tmp_path, {"blueprint.toml": "presets = 1\n"})
    _, drawn = _run(tmp_path, LOAD, f"%%blueprint\n{HAIRCUT}")
    assert "`blueprint.toml`, line 1: there is no key `presets`." in drawn["said"]
    assert "Traceback" not in drawn["said"]


@pytest.mark.parametrize("before", ["", "\n\n"])
def test_errors_name_the_line_of_the_cell_without_a_traceback(tmp_path: Path, before: str) -> None:
    _, drawn, after = _run(tmp_path, LOAD, f"{before}%%blueprint --name cut\n{WRONG}", "len(cut.check()) > 0")
    assert not drawn["ok"]
    line = len(before) + 1 + WRONG_LINE
    assert drawn["said"].startswith(f"Line {line} of the cell: `custommer` is no lane")
    assert 'step come_in "Come in" { custommer' in drawn["said"]
    assert "Traceback" not in drawn["said"]
    assert drawn["outputs"] == []
    assert "True" in after["said"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ("--theme drak", "Did you mean `dark`?"),
        ("--view flwo", "Did you mean `flow`?"),
        ("--phase nowhere", "no phase `nowhere`"),
        ("--scenario rush", "no scenario"),
        ("--them dark", "Unrecognized arguments: --them dark."),
        ("--name 3", "cannot be the name of a variable"),
        ("--name class", "cannot be the name of a variable"),
        ("--phase 'In the", "A quotation mark is missing"),
    ],
)
def test_options_that_cannot_be_are_told_in_a_sentence(tmp_path: Path, options: str, said: str) -> None:
    _, drawn = _run(tmp_path, LOAD, f"%%blueprint {options}\n{HAIRCUT}")
    assert not drawn["ok"]
    assert said in drawn["said"]
    assert "Traceback" not in drawn["said"]


def test_no_file_outside_the_notebook_s_folder_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "inside"
    write(folder, {"../secret.bp": ROLES})
    _, drawn = _run(folder, LOAD, "%%blueprint\n" + HAIRCUT.replace("roles.bp", "../secret.bp"))
    assert "Line 3 of the cell: `../secret.bp` lies outside the project." in drawn["said"]


def test_pictures_in_one_notebook_are_apart(tmp_path: Path) -> None:
    cell, dark = f"%%blueprint --name cut\n{HAIRCUT}", f"%%blueprint --theme dark\n{HAIRCUT}"
    shown = _run(tmp_path, LOAD, cell, cell, dark, "from IPython.display import display; display(cut)")
    pictures = [output["image/svg+xml"] for each in shown for output in each["outputs"] if "image/svg+xml" in output]
    assert len(pictures) == 4
    assert_pictures_are_apart(Html("".join(pictures)))
