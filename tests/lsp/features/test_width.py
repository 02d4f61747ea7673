"""The formatter of the editor breaks lines where that of the command line does."""

from __future__ import annotations

from pathlib import Path

import pytest

from blueprint.lsp import formatting
from blueprint.lsp.document import Project
from blueprint.source import Source
from blueprint.syntax.format import format_text

TEXT = """\
blueprint shop "Shop" {
  summary "A shop in which everything is to be had that one may want"
}
role a "A" { count 2; }
phase interaction { core sale "Sale" { step b "B" { frontstage "Shows what there is" by a takes 2min } } }
"""


@pytest.mark.parametrize("width", [40, 60, 100])
def test_lines_take_the_width_of_the_project(tmp_path: Path, width: int) -> None:
    (tmp_path / "blueprint.toml").write_text(f"line-width = {width}\n", encoding="utf-8")
    wanted = format_text(Source(TEXT, "shop.bp"), width).text
    it = Project().put((tmp_path / "shop.bp").as_uri(), TEXT)
    got = TEXT
    for edit in sorted(formatting.whole(it), key=lambda each: -each.span.start):
        got = got[: edit.span.start] + edit.text + got[edit.span.end :]
    assert got == wanted
