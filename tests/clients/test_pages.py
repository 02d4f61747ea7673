"""What the pages of the editors show is what the tests here run."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml

from tests.clients import pages
from tests.conftest import Golden
from tests.editors.programs import EDITORS
from tests.house.places import ROOT

TESTED = {
    "neovim": ["neovim/init.lua"],
    "emacs": ["emacs/init.el", "emacs/init-lsp-mode.el"],
    "vim": ["vim/vimrc"],
    "helix": ["helix/languages.toml"],
}
NOTHING_TO_COPY = ("vscode",)  # an extension, which needs no configuration


@pytest.mark.parametrize("page", [pytest.param(each, id=each.stem) for each in pages.PAGES])
def test_a_page_shows_the_file_itself(page: Path, golden: Golden) -> None:
    text = page.read_text(encoding="utf-8")
    assert bool(pages.shown(text)) == (page.stem not in NOTHING_TO_COPY)
    golden(page, pages.with_files(text))


@pytest.mark.parametrize("name", TESTED)
def test_what_a_page_shows_is_what_is_tested(name: str) -> None:
    page = (ROOT / "docs" / "editors" / f"{name}.md").read_text(encoding="utf-8")
    test = Path(__file__).with_name(f"test_{name}.py").read_text(encoding="utf-8")
    assert pages.shown(page) == [f"editors/{each}" for each in TESTED[name]]
    assert [each for each in TESTED[name] if f'desk.copy("{each}"' not in test] == []


def test_every_page_is_found() -> None:
    linked = re.findall(r"\(editors/(\w+\.md)\)", (ROOT / "docs" / "editors.md").read_text(encoding="utf-8"))
    assert sorted(set(linked)) == [each.name for each in pages.PAGES]


def test_what_is_not_tested_can_be_read_at_least() -> None:
    settings = json.loads((EDITORS / "sublime" / "LSP.sublime-settings").read_text(encoding="utf-8"))
    syntax = yaml.safe_load(
        (EDITORS / "sublime" / "ServiceBlueprint.sublime-syntax").read_text(encoding="utf-8").partition("---\n")[2]
    )
    assert settings["clients"]["service-blueprint"]["selector"] == syntax["scope"]
    assert settings["clients"]["service-blueprint"]["command"] == ["blueprint", "lsp"]
