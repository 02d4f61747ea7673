"""The pages of `docs/editors`: the configurations they show, and the commands they tell to run."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent

from tests.house.places import ROOT

PAGES = sorted((ROOT / "docs" / "editors").glob("*.md"))
_SHOWN = re.compile(r"(<!-- file: (\S+) -->\n```\w+\n)(.*?)(```\n)", re.S)
_COMMANDS = re.compile(r"^ *```sh\n(.*?)^ *```\n", re.S | re.M)


def shown(page: str) -> list[str]:
    """The files that a page shows, by their path in this project."""
    return [name for _, name, _, _ in _SHOWN.findall(page)]


def with_files(page: str) -> str:
    """A page with its configurations as the files have them."""
    return _SHOWN.sub(lambda it: it[1] + (ROOT / it[2]).read_text(encoding="utf-8") + it[4], page)


def commands(page: Path) -> str:
    """What a page tells to run in a shell. Raises ValueError where it is not one block."""
    (found,) = _COMMANDS.findall(page.read_text(encoding="utf-8"))
    return dedent(found)
