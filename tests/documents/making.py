"""Projects of documents in a folder of a test, and the programs that make them, each with a time limit of its own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

from tests.house.places import ROOT

LIMIT = 120  # seconds, for one build
_SHOWN = re.compile(r"^<!-- file: ([^\n]+) -->\n(`{3,})\w+\n(.*?)^\2$", re.MULTILINE | re.DOTALL)

HAIRCUT = """\
blueprint haircut "Haircut" { currency EUR; acceptable 1h }
use "roles.bp"
phase interaction "In the shop" {
  core hair "Haircut" {
    step come_in "Come in" { customer "Takes a number" }
    step sit "Have it cut" { frontstage "Washes and cuts" by barber takes 20min }
  }
}
"""
ROLES = 'library roles "Roles"\nrole barber "Barber" { staff 2; rate 21.00/h }\n'
WRONG = HAIRCUT.replace("customer", "custommer")
WRONG_LINE = 5  # of WRONG
WRONG_COLUMN = WRONG.splitlines()[WRONG_LINE - 1].index("custommer") + 1


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def indented(text: str, by: int) -> str:
    return "".join(" " * by + line if line.strip() else line for line in text.splitlines(keepends=True))


def made(folder: Path, *arguments: str, text: str = "") -> subprocess.CompletedProcess[str]:
    """What a program of Python did in the folder: `made(folder, "-m", "sphinx", …)`."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT), "IPYTHONDIR": str(folder / ".ipython"), "NO_MKDOCS_2_WARNING": "1", "NO_COLOR": "1",
    }  # fmt: skip
    return subprocess.run(
        [sys.executable, *arguments], cwd=folder, env=environment, input=text, capture_output=True, encoding="utf-8",
        timeout=LIMIT, check=False,
    )  # fmt: skip


def shown_in_the_manual(program: str) -> list[tuple[str, str]]:
    """The files, in order, that `docs/documents.md` shows for a program: the path in its folder, and the text."""
    page = (ROOT / "docs" / "documents.md").read_text(encoding="utf-8")
    named = [(name, text) for names, _, text in _SHOWN.findall(page) for name in names.split()]
    return [(name.removeprefix(f"{program}/"), text) for name, text in named if name.startswith(f"{program}/")]


class Html(HTMLParser):
    """The elements of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.sheets: list[str] = []
        self.titles: list[str] = []
        self._open = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open = tag
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        self._open = ""

    def handle_data(self, data: str) -> None:
        if self._open == "style":
            self.sheets.append(data)
        elif self._open == "title":
            self.titles.append(data)

    def pictures(self) -> list[dict[str, str]]:
        return [attrs for tag, attrs in self.elements if tag == "svg" and attrs.get("role", "").startswith("graphics")]


def assert_pictures_are_apart(page: Html) -> None:
    """No id is there twice, every reference leads somewhere, and no rule of a picture's style reaches another."""
    ids = [attrs["id"] for _, attrs in page.elements if "id" in attrs]
    assert len(ids) == len(set(ids))
    referred = [
        each
        for attrs in page.pictures()
        for key in ("aria-labelledby", "aria-describedby")
        for each in attrs.get(key, "").split()
    ]
    assert referred
    assert set(referred) <= set(ids)
    roots = [picture["id"] for picture in page.pictures()]
    sheets = [sheet for sheet in page.sheets if "@font-face" in sheet]
    assert len(sheets) == len(roots)
    for root, sheet in zip(roots, sheets, strict=True):
        rules = re.sub(r"@font-face\{[^}]*\}|@media\([^)]*\)\{", "", sheet)
        selectors = re.findall(r"([^{}]+)\{", rules)
        assert len(selectors) > 5
        assert all(f"#{root}" in selector for selector in selectors)
