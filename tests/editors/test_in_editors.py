"""The syntax file of Vim and the mode of Emacs, each in its editor, character by character."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from blueprint.highlighting.machine import classes
from tests.editors.programs import EDITORS, needs
from tests.editors.reference import LETTERS, differences, spread
from tests.editors.texts import sound

FILETYPE = "service-blueprint"


def _text() -> str:
    """The examples, a long document, every word as a name, and all that lists may be, as one text."""
    chosen = [text for name, text in sound().items() if not name.endswith(".md") and ":" not in name and name != "CRLF"]
    return "\n;\n".join(chosen)


def _run(command: list[str], folder: Path, text: str, seconds: int = 240, name: str = "text.bp") -> str:
    (folder / name).write_text(text, encoding="utf-8", newline="\n")
    letters = ",".join(f"{key}={letter}" for key, letter in LETTERS.items())
    own = {"TEXT": str(folder / name), "OUT": str(folder / "out"), "LETTERS": letters, "HOME": str(folder)}
    done = subprocess.run(
        command, env={**os.environ, **own}, capture_output=True, timeout=seconds, check=False, stdin=subprocess.DEVNULL
    )
    assert done.returncode == 0, done.stderr.decode(errors="replace")
    return (folder / "out").read_text(encoding="utf-8")


def _vim(script: str) -> list[str]:
    needs("vim")
    told = subprocess.run(["vim", "--version"], capture_output=True, text=True, timeout=20, check=False).stdout
    if "+syntax" not in told:
        pytest.skip("this Vim has no syntax files")
    return ["vim", "-e", "-s", "-u", "NONE", "-i", "NONE", "-S", str(EDITORS / "tests" / script)]


def test_no_character_differs_in_emacs(tmp_path: Path) -> None:
    needs("emacs")
    text = _text()
    command = ["emacs", "-Q", "--batch", "-l", str(EDITORS / "tests" / "emacs.el")]
    assert differences(text, _run(command, tmp_path, text), spread(text, classes(text))) == []


@pytest.mark.slow
def test_no_character_differs_in_vim(tmp_path: Path) -> None:
    command, text = _vim("vim.vim"), _text()
    got = _run(command, tmp_path, text).split("\n")
    lines = [found.ljust(len(line)) for line, found in zip(text.split("\n"), got, strict=False)]
    assert differences(text, "\n".join(lines), spread(text, classes(text))) == []


@pytest.mark.parametrize("name", ["hotel.bp", "shoeshine.bp"])
def test_lines_are_indented_as_the_formatter_has_them(name: str, tmp_path: Path) -> None:
    text = sound()[f"examples/{name}"]
    flat = "\n".join(line.lstrip() for line in text.split("\n"))
    wanted = [line for line in text.split("\n") if line.strip()]
    for command in _indenting():
        got = _run(command, tmp_path, flat)
        assert [line.rstrip() for line in got.split("\n") if line.strip()] == wanted, command[0]


def _indenting() -> list[list[str]]:
    needs("emacs")
    emacs = (
        '(progn (add-to-list \'load-path (expand-file-name "emacs" (getenv "EDITORS")))'
        ' (require \'service-blueprint-mode) (find-file (getenv "TEXT"))'
        ' (indent-region (point-min) (point-max)) (write-region nil nil (getenv "OUT")))'
    ).replace('(getenv "EDITORS")', f'"{EDITORS}"')
    return [["emacs", "-Q", "--batch", "--eval", emacs], _vim("indent.vim")]


def test_android_build_files_are_left_alone(tmp_path: Path) -> None:
    needs("emacs")
    load = f"(progn (add-to-list 'load-path \"{EDITORS / 'emacs'}\") (require 'service-blueprint-mode)"
    told = f'{load} (find-file (getenv "TEXT")) (write-region (symbol-name major-mode) nil (getenv "OUT")))'
    emacs = ["emacs", "-Q", "--batch", "--eval", told]
    assert _run(emacs, tmp_path, "cc_binary {\n}\n", name="Android.bp") == "fundamental-mode"
    assert _run(emacs, tmp_path, 'blueprint "B"\n', name="hotel.bp") == "service-blueprint-mode"
    vim = _vim("filetype.vim")
    assert _run(vim, tmp_path, "cc_binary {\n}\n", name="Android.bp").strip() != FILETYPE
    assert _run(vim, tmp_path, 'blueprint "B"\n', name="hotel.bp").strip() == FILETYPE
