"""How places in a line are counted: as was agreed on, or as the configuration of the editor tells."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.lsp.wire import PUSHED, Client

TEXT = """\
blueprint shop "Shop" { currency EUR }
phase interaction { core sale "Sale" { step pay "Pay" { frontstage "旅館 👩🏽‍💻 é" by clark } } }
"""
LINE = TEXT.splitlines()[1]
BEFORE = LINE[: LINE.index("clark")]
COUNTS = {
    "utf-8": len(BEFORE.encode()), "utf-16": len(BEFORE.encode("utf-16-le")) // 2, "utf-32": len(BEFORE),
}  # fmt: skip


@pytest.mark.parametrize(
    ("told", "offered", "counted"),
    [("utf-8", None, "utf-8"), ("bytes", None, "utf-16"), ("utf-8", ["utf-32"], "utf-8"), (8, ["utf-32"], "utf-32")],
)
def test_what_is_told_goes_before_what_was_agreed_on(
    tmp_path: Path, told: object, offered: list[str] | None, counted: str
) -> None:
    capabilities = {**PUSHED, "general": {"positionEncodings": offered}} if offered else PUSHED
    uri = (tmp_path / "shop.bp").as_uri()
    with Client(capabilities, options={"positions": told}) as client:
        client.open(uri, TEXT)
        report = client.published(uri)
    places = [each["range"]["start"] for each in report["diagnostics"] if "clark" in each["message"]]
    assert places == [{"line": 1, "character": COUNTS[counted]}]
