"""End to end with a real client, once for each of three editors' capabilities."""

from __future__ import annotations

import asyncio
import re
import sys
from collections.abc import AsyncIterator, Awaitable
from pathlib import Path
from typing import Any, TypeVar

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities, make_test_lsp_client

from blueprint.lsp.tokens import TYPES
from tests.lsp.wire import Client

T = TypeVar("T")
LIMIT = 60.0  # seconds; a test that waits longer waits for ever
EDITORS = ("neovim", "visual-studio-code", "emacs")
TEXT = """\
blueprint shop "Shop 客😀" {
  currency EUR
}
role clerk "Clerk 😀"
phase interaction {
  core sale "Sale" {
    step greet "Greet 👩🏽‍💻" {
      customer "Enters 客" takes 1min
      note "😀😀 客"; frontstage "Says hello" by clerk takes 1min
    }
    step pay "Pay" {
      customer "Pays" pays 2.00
      frontstage "Takes the money" by clark
    }
  }
}
"""


def _make() -> LanguageClient:
    client = make_test_lsp_client()

    @client.feature(types.CLIENT_REGISTER_CAPABILITY)  # type: ignore[untyped-decorator]
    def register(params: types.RegistrationParams) -> None:
        """Every editor that can be asked to watch files agrees to it."""

    return client


@pytest_lsp.fixture(  # type: ignore[untyped-decorator]
    params=EDITORS,
    config=ClientServerConfig(server_command=[sys.executable, "-m", "blueprint", "lsp"], client_factory=_make),
)
async def client(request: Any, lsp_client: LanguageClient, tmp_path: Path) -> AsyncIterator[None]:
    (tmp_path / "blueprint.toml").write_text('select = ["E"]\n', encoding="utf-8")
    lsp_client.folder = tmp_path  # type: ignore[attr-defined]
    session = await within(
        lsp_client.initialize_session(
            types.InitializeParams(
                capabilities=client_capabilities(request.param),
                workspace_folders=[types.WorkspaceFolder(uri=tmp_path.as_uri(), name="w")],
            )
        )
    )
    lsp_client.encoding = str(session.capabilities.position_encoding)  # type: ignore[attr-defined]
    yield
    await within(lsp_client.shutdown_session())


async def within(waited: Awaitable[T]) -> T:
    return await asyncio.wait_for(waited, LIMIT)


def _open(client: LanguageClient, text: str, name: str = "shop.bp") -> str:
    uri: str = (client.folder / name).as_uri()  # type: ignore[attr-defined]
    item = types.TextDocumentItem(uri=uri, language_id="service-blueprint", version=1, text=text)
    client.text_document_did_open(types.DidOpenTextDocumentParams(text_document=item))
    return uri


async def _findings(client: LanguageClient, uri: str) -> list[types.Diagnostic]:
    """What is wrong in the newest version, pulled or pushed as the editor has it."""
    text = client.capabilities.text_document if client.capabilities else None
    if text is not None and text.diagnostic is not None:
        where = types.DocumentDiagnosticParams(types.TextDocumentIdentifier(uri))
        report = await within(client.text_document_diagnostic_async(where))
        assert isinstance(report, types.RelatedFullDocumentDiagnosticReport)
        assert uri not in client.diagnostics, "told once, not twice"
        return list(report.items)

    async def told() -> list[types.Diagnostic]:
        while uri not in client.diagnostics:
            await asyncio.sleep(0.02)
        return list(client.diagnostics.pop(uri))

    return await within(told())


def _range(client: LanguageClient, piece: str, text: str = TEXT) -> types.Range:
    """Where a piece of the text first stands, in the units of the encoding that was agreed on."""
    encoding = client.encoding  # type: ignore[attr-defined]
    before = text[: text.index(piece)]
    line, start = before.count("\n"), before.rpartition("\n")[2]
    return types.Range(*(types.Position(line, units(part, encoding)) for part in (start, start + piece)))


def units(text: str, encoding: str) -> int:
    if "8" in encoding:
        return len(text.encode("utf-8"))
    return len(text) if "32" in encoding else len(text.encode("utf-16-le")) // 2


def _changed(client: LanguageClient, uri: str, version: int, range: types.Range, text: str) -> None:
    client.text_document_did_change(
        types.DidChangeTextDocumentParams(
            text_document=types.VersionedTextDocumentIdentifier(version, uri),
            content_changes=[types.TextDocumentContentChangePartial(range=range, text=text)],
        )
    )


@pytest.mark.asyncio
async def test_findings_come_and_go_with_the_text(client: LanguageClient) -> None:
    uri = _open(client, TEXT)
    found = await _findings(client, uri)
    assert [each.code for each in found] == ["unknown-reference"]
    assert found[0].range == _range(client, "clark")
    assert found[0].source == "blueprint"
    _changed(client, uri, 2, _range(client, "clark"), "clerk")
    assert await _findings(client, uri) == []


@pytest.mark.asyncio
async def test_a_fix_is_offered_and_mends(client: LanguageClient) -> None:
    uri = _open(client, TEXT)
    found = await _findings(client, uri)
    where = types.TextDocumentIdentifier(uri)
    context = types.CodeActionContext(diagnostics=found)
    offered = await within(
        client.text_document_code_action_async(types.CodeActionParams(where, _range(client, "clark"), context))
    )
    fix = next(e for e in offered or () if isinstance(e, types.CodeAction) and e.is_preferred)
    assert fix.title == "Write `clerk`"
    if fix.edit is None:
        fix = await within(client.code_action_resolve_async(fix))
    assert fix.edit is not None
    assert _applied(client, TEXT, fix.edit, uri) == TEXT.replace("clark", "clerk")


@pytest.mark.asyncio
async def test_names_are_completed_after_an_emoji(client: LanguageClient) -> None:
    uri = _open(client, TEXT)
    place = _range(client, 'frontstage "Says hello" by ').end
    params = types.CompletionParams(types.TextDocumentIdentifier(uri), place)
    offered = await within(client.text_document_completion_async(params))
    assert isinstance(offered, types.CompletionList)
    assert "clerk" in [each.label for each in offered.items]


@pytest.mark.asyncio
async def test_a_rename_after_an_emoji_hits_the_name(client: LanguageClient) -> None:
    text = TEXT.replace("clark", "clerk")
    uri = _open(client, text)
    place = _range(client, "clerk takes", text).start
    done = await within(
        client.text_document_rename_async(types.RenameParams(types.TextDocumentIdentifier(uri), place, "host"))
    )
    assert done is not None
    assert _applied(client, text, done, uri) == re.sub(r"\bclerk\b", "host", text)


@pytest.mark.asyncio
async def test_the_text_is_put_in_form(client: LanguageClient) -> None:
    text = TEXT.replace("    step pay", "  step pay")
    uri = _open(client, text)
    options = types.FormattingOptions(tab_size=2, insert_spaces=True)
    edits = await within(
        client.text_document_formatting_async(
            types.DocumentFormattingParams(types.TextDocumentIdentifier(uri), options)
        )
    )
    expected = TEXT.replace('客"; front', '客"\n      front')
    assert _edited(client, text, edits or []) == expected


@pytest.mark.asyncio
async def test_words_have_colours_and_then_a_difference(client: LanguageClient) -> None:
    uri = _open(client, TEXT)
    where = types.TextDocumentIdentifier(uri)
    full = await within(client.text_document_semantic_tokens_full_async(types.SemanticTokensParams(where)))
    assert full is not None
    assert full.result_id
    lines = TEXT.split("\n")
    line = column = 0
    seen: dict[str, str] = {}
    for at in range(0, len(full.data), 5):
        down, right, length, kind, _ = full.data[at : at + 5]
        line, column = line + down, right if down else column + right
        seen[_cut(client, lines[line], column, column + length)] = TYPES[kind]
    assert (seen["clerk"], seen["greet"], seen["frontstage"], seen["1min"]) == ("class", "function", "type", "number")
    _changed(client, uri, 2, _range(client, "clark"), "clerk")
    params = types.SemanticTokensDeltaParams(where, full.result_id)
    change = await within(client.text_document_semantic_tokens_full_delta_async(params))
    assert isinstance(change, types.SemanticTokensDelta)
    data = list(full.data)
    for edit in change.edits:
        data[edit.start : edit.start + edit.delete_count] = edit.data or []
    again = await within(client.text_document_semantic_tokens_full_async(types.SemanticTokensParams(where)))
    assert again is not None
    assert data == list(again.data)


@pytest.mark.asyncio
async def test_the_picture_is_kept_while_the_text_is_broken(client: LanguageClient) -> None:
    text = TEXT.replace("clark", "clerk")
    uri = _open(client, text)
    params = {"textDocument": {"uri": uri}}
    first: Any = await _picture(client, params)
    assert first.svg.startswith("<svg")
    assert first.stale is False
    places = {each.key: each.range for each in first.elements}
    assert places["greet"].start.line == 6
    _changed(client, uri, 2, _range(client, "step pay", text), 'step "')
    second: Any = await _picture(client, params)
    assert second.stale is True
    assert second.svg == first.svg
    assert second.version == 1


def test_a_new_library_is_made_and_used(tmp_path: Path) -> None:
    capabilities = {
        "workspace": {"workspaceEdit": {"documentChanges": True, "resourceOperations": ["create"]}},
        "textDocument": {"codeAction": {"resolveSupport": {"properties": ["edit"]}}},
    }
    text = TEXT.replace("clark", "clerk")
    uri = (tmp_path / "shop.bp").as_uri()
    with Client(capabilities, str(tmp_path)) as raw:
        raw.open(uri, text)
        place = {"line": 3, "character": 6}
        where = {"textDocument": {"uri": uri}, "range": {"start": place, "end": place}}
        context = {"diagnostics": [], "only": ["refactor"]}
        (offered,) = raw.request("textDocument/codeAction", {**where, "context": context})
        assert "edit" not in offered
        make, fill, change = raw.request("codeAction/resolve", offered)["edit"]["documentChanges"]
    library = (tmp_path / "roles.bp").as_uri()
    assert (make["kind"], make["uri"]) == ("create", library)
    assert fill["textDocument"]["uri"] == library
    assert fill["edits"][0]["newText"] == 'library roles "Roles"\n\nrole clerk "Clerk 😀"\n'
    assert [each["newText"] for each in change["edits"]] == ['\nuse "roles.bp"', ""]


async def _picture(client: LanguageClient, params: dict[str, Any]) -> Any:
    asked = client.protocol.send_request_async("blueprint/preview", params)  # type: ignore[no-untyped-call]
    return await within(asked)


def _applied(client: LanguageClient, text: str, edit: types.WorkspaceEdit, uri: str) -> str:
    if edit.document_changes is None:
        return _edited(client, text, list((edit.changes or {})[uri]))
    (change,) = [each for each in edit.document_changes if isinstance(each, types.TextDocumentEdit)]
    assert change.text_document.version == 1
    return _edited(client, text, [each for each in change.edits if isinstance(each, types.TextEdit)])


def _edited(client: LanguageClient, text: str, edits: list[types.TextEdit] | Any) -> str:
    """The text with edits applied from the last to the first."""
    for each in sorted(edits, key=lambda e: (e.range.start.line, e.range.start.character), reverse=True):
        start, end = (_index(client, text, place) for place in (each.range.start, each.range.end))
        text = text[:start] + each.new_text + text[end:]
    return text


def _index(client: LanguageClient, text: str, place: types.Position) -> int:
    lines = text.split("\n")
    return sum(len(line) + 1 for line in lines[: place.line]) + len(
        _cut(client, lines[place.line] if place.line < len(lines) else "", 0, place.character)
    )


def _cut(client: LanguageClient, line: str, start: int, end: int) -> str:
    encoding = client.encoding  # type: ignore[attr-defined]
    places = [units(line[:count], encoding) for count in range(len(line) + 1)]
    return "".join(char for char, at in zip(line, places, strict=False) if start <= at < end)
