"""How the server starts, and what is said where it cannot."""

from __future__ import annotations

import subprocess
import sys
import tomllib

from tests.house.places import ROOT
from tests.lsp.wire import Client

_WITHOUT = """
import sys
sys.modules["pygls"] = sys.modules["lsprotocol"] = None
sys.argv = ["blueprint", "lsp"]
from blueprint.cli import main
main()
"""


def test_a_missing_package_is_told_in_a_sentence() -> None:
    done = subprocess.run([sys.executable, "-c", _WITHOUT], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert 'Install it with `pip install "service-blueprint[lsp]"`.' in done.stderr
    assert "Traceback" not in done.stderr
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    assert any(each.startswith("pygls") for each in extras["lsp"])


def test_everything_that_is_promised_is_offered() -> None:
    with Client({"textDocument": {"rename": {"prepareSupport": True}}}) as client:
        offered = client.server["capabilities"]
    providers = (
        "completion", "hover", "definition", "references", "documentHighlight", "documentSymbol", "codeAction",
        "codeLens", "documentLink", "workspaceSymbol", "documentFormatting", "documentRangeFormatting",
        "documentOnTypeFormatting", "rename", "foldingRange", "selectionRange", "semanticTokens", "inlayHint",
        "callHierarchy",
    )  # fmt: skip
    assert [name for name in providers if not offered.get(f"{name}Provider")] == []
    assert offered["semanticTokensProvider"]["full"] == {"delta": True}
    assert offered["renameProvider"] == {"prepareProvider": True}
    assert "diagnosticProvider" not in offered, "who cannot pull is pushed to"


def test_a_client_that_pulls_is_offered_it() -> None:
    with Client({"textDocument": {"diagnostic": {}}}) as client:
        assert client.server["capabilities"]["diagnosticProvider"]["interFileDependencies"] is True
