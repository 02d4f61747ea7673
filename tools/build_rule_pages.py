"""Writes docs/rules from the manual: the docstrings of the rules, and the tables of what reading and resolution report,
with pictures of their examples. Run it after a rule was added, its manual changed, or pictures look different.

python -m tools.build_rule_pages
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from blueprint.api import Document, NotDrawable
from blueprint.rules import Rule
from blueprint.rules.manual import Example, every, example, index, page, sections
from blueprint.source import Source

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "rules"
ROOT = Path(os.sep) / "project"  # where the examples and their files are said to be
SAID = {
    "Bad": "The bad text, drawn: {summary}",
    "Good": "The good text, drawn: nothing is found.",
    "Both": "The bad and the good text, drawn: both look the same.",
}


@dataclass(frozen=True)
class Memory:
    """Files that are nowhere on disk, by their path from the project's root."""

    texts: Mapping[str, str]

    def read(self, path: Path) -> Source:
        name = os.path.relpath(path, ROOT).replace(os.sep, "/")
        if name not in self.texts:
            raise FileNotFoundError(name)
        return Source(self.texts[name], os.fspath(path))

    def root(self, path: Path) -> Path:
        return ROOT


def files() -> dict[str, str]:
    """Every file of the folder by its path in it."""
    found = {"README.md": index(every())}
    for rule in every():
        drawn = pictures(rule)
        found |= {f"{rule.name}.md": _illustrated(rule, drawn)}
        found |= {_place(rule, section): picture for section, picture in drawn.items()}
    return found


def pictures(rule: Rule) -> dict[str, str]:
    """The pictures of a rule's page as SVG, by the section that they stand in.

    What could be understood of the bad text is drawn, errors or not. A text that cannot be read shows nothing by what
    was guessed of it: its page has the picture of the good text alone, as has one where both look the same.
    """
    manual = sections(rule)
    bad = "" if rule.family == "form" else _drawn(manual.get("Bad", ""))
    good = _drawn(manual.get("Good", ""))
    found = {"Bad": bad if bad != good else "", "Good": good}
    return {section: picture for section, picture in found.items() if picture}


@cache
def _drawn(section: str) -> str:
    """The example in a section as SVG, empty if there is nothing to draw. Fonts are left out: they are most of a small
    picture, and those of the reader's machine will do here."""
    shown: Example = example(section)
    document = Document(Source(shown.text, os.fspath(ROOT / "main.bp")), files=Memory(dict(shown.files)))
    try:
        return document.render("svg", fonts=False).decode("utf-8") if shown.text else ""
    except NotDrawable:
        return ""


def _illustrated(rule: Rule, drawn: Mapping[str, str]) -> str:
    """The page with each picture at the end of its section."""
    head, *parts = re.split(r"^(?=## )", page(rule), flags=re.MULTILINE)
    for number, part in enumerate(parts):
        section = part[3 : part.index("\n")]
        if section in drawn:
            alike = section == "Good" and _drawn(sections(rule)["Bad"]) == drawn[section]
            said = SAID["Both" if alike else section].format(summary=rule.summary)
            parts[number] = f"{part.rstrip()}\n\n![{said}]({_place(rule, section)})\n" + "\n" * (part is not parts[-1])
    return head + "".join(parts)


def _place(rule: Rule, section: str) -> str:
    return f"images/{rule.name}.{section.lower()}.svg"


def main() -> None:
    wanted = files()
    for old in [*FOLDER.glob("*.md"), *FOLDER.glob("images/*.svg")]:
        if old.relative_to(FOLDER).as_posix() not in wanted:
            old.unlink()
    (FOLDER / "images").mkdir(parents=True, exist_ok=True)
    for name, text in wanted.items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
