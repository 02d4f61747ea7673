"""Editors that do what none should: every request is answered, and nothing is put down."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.lsp.wire import Client, codes

TEXT = """\
blueprint shop "Shop"
phase interaction {
  step pay "Pay" { customer "Pays"; frontstage "Takes the money" by clark }
}
"""
NOT_BEGUN, NO_REQUEST, NO_PARAMS, NO_METHOD = -32002, -32600, -32602, -32601


class Stranger(Client):
    """A client that has not introduced itself."""

    def request(self, method: str, params: Any) -> Any:
        return {} if method == "initialize" else super().request(method, params)

    def notify(self, method: str, params: Any) -> None:
        if method != "initialized":
            super().notify(method, params)


def _code(client: Client, method: str, params: Any) -> int:
    code: int = client.answer(client.ask(method, params))["error"]["code"]
    return code


@pytest.mark.parametrize(
    "params",
    [
        None,
        {},
        {"textDocument": {"uri": "file:///a.bp"}, "position": {"line": -1, "character": 0}},
    ],
)
def test_a_request_without_its_form_is_answered(params: Any) -> None:
    with Client() as client:
        assert _code(client, "textDocument/hover", params) == NO_PARAMS
        assert _code(client, "nonsense", {}) == NO_METHOD
        assert client.request("workspace/symbol", {"query": ""}) == []
    assert b"Traceback" not in b"".join(client.errors)


def test_nothing_is_done_before_the_beginning_and_after_the_end() -> None:
    with Stranger() as client:
        assert _code(client, "textDocument/hover", {}) in (NOT_BEGUN, NO_PARAMS)
        assert _code(client, "workspace/symbol", {"query": ""}) == NOT_BEGUN
        client.open("file:///a.bp", TEXT)
        begin: dict[str, Any] = {"processId": None, "rootUri": None, "capabilities": {}}
        assert "result" in client.answer(client.ask("initialize", begin))
        assert _code(client, "initialize", begin) == NO_REQUEST
        assert client.request("workspace/symbol", {"query": "pay"}) == []
        client.request("shutdown", None)
        assert _code(client, "workspace/symbol", {"query": ""}) == NO_REQUEST
        client.notify("exit", None)
        assert client.process.wait(10) == 0
        client.kill()


@pytest.mark.parametrize(
    "uri",
    [
        "", "shop.bp", "untitled:Untitled-1", "vscode-vfs://github/a/b/shop.bp", "file:///c%3A/Users/x/shop.bp",
        "file:///C:/Users/x/shop.bp", "file:///%F0%9F%98%80%20x.bp", "file:///%FF.bp", "file:///a%00b.bp",
        "file://host/share/shop.bp", "http://[::1", "//[", "git:/a/shop.bp?%7B%22path%22%3A1%7D",
        "file:///" + "x" * 5_000 + ".bp",
    ],
)  # fmt: skip
def test_a_text_at_any_address_is_checked(uri: str, tmp_path: Path) -> None:
    with Client(folder=str(tmp_path)) as client:
        client.open(uri, TEXT)
        assert "unknown-reference" in codes(client.published(uri, 1))
        document = {"textDocument": {"uri": uri}}
        assert [each["name"] for each in client.request("textDocument/documentSymbol", document)]
        client.notify("textDocument/didClose", document)
        assert client.published(uri)["diagnostics"] == []
    assert b"Traceback" not in b"".join(client.errors)
