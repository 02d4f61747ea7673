"""One handler for each request: ask the feature, turn spans into places. `FEATURES` is the list of all of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from blueprint.diagnostics import Edit
from blueprint.lsp import formatting
from blueprint.lsp.document import Analysed
from blueprint.lsp.places import path_of, real

if TYPE_CHECKING:
    from blueprint.lsp.server import Server

Handler = Callable[..., Any]


def initialize(ls: Server, params: types.InitializeParams) -> None:
    ls.begin(params)


def initialized(ls: Server, params: types.InitializedParams) -> None:
    ls.watch()


# ---------------------------------------------------------------------------------------------------- files


def watched_files(ls: Server, params: types.DidChangeWatchedFilesParams) -> None:
    ls.on_disk([path_of(each.uri) for each in params.changes])


def deleted_files(ls: Server, params: types.DeleteFilesParams) -> None:
    ls.on_disk([path_of(each.uri) for each in params.files])


def renamed_files(ls: Server, params: types.RenameFilesParams) -> None:
    ls.on_disk([path_of(uri) for each in params.files for uri in (each.old_uri, each.new_uri)])


def created_files(ls: Server, params: types.CreateFilesParams) -> None:
    ls.on_disk([path_of(each.uri) for each in params.files])


def saved(ls: Server, params: types.DidSaveTextDocumentParams) -> None:
    """What was saved is what is open; other editors' copies on disk may have been read before."""


def folders(ls: Server, params: types.DidChangeWorkspaceFoldersParams) -> None:
    gone = {path_of(each.uri) for each in params.event.removed}
    kept = [each for each in ls.project.folders if each not in gone]
    ls.project.folders = [*kept, *(path_of(each.uri) for each in params.event.added)]


# ---------------------------------------------------------------------------------------------------- findings


async def diagnostic(
    ls: Server, params: types.DocumentDiagnosticParams
) -> types.RelatedFullDocumentDiagnosticReport | types.RelatedUnchangedDocumentDiagnosticReport:
    """What is wrong in a text, for a client that asks for it."""
    key = real(path_of(params.text_document.uri))
    await ls.diagnoser.check(key)
    items = ls.report(ls.diagnoser.board.at(key) or [])
    ls.tell_wrong_settings()
    number = ls.numbered(key, items)
    if params.previous_result_id == number:
        return types.RelatedUnchangedDocumentDiagnosticReport(result_id=number)
    return types.RelatedFullDocumentDiagnosticReport(items=items, result_id=number)


# ---------------------------------------------------------------------------------------------------- form


async def format_whole(ls: Server, params: types.DocumentFormattingParams) -> list[types.TextEdit] | None:
    return await _edits(ls, params.text_document.uri, formatting.whole)


async def format_range(ls: Server, params: types.DocumentRangeFormattingParams) -> list[types.TextEdit] | None:
    def work(it: Analysed) -> list[Edit]:
        return formatting.within(it, ls.lines(it).span(params.range))

    return await _edits(ls, params.text_document.uri, work)


async def format_typed(ls: Server, params: types.DocumentOnTypeFormattingParams) -> list[types.TextEdit] | None:
    def work(it: Analysed) -> list[Edit]:
        return formatting.typed(it, ls.lines(it).offset(params.position), params.ch)

    return await _edits(ls, params.text_document.uri, work)


async def _edits(ls: Server, uri: str, work: Callable[[Analysed], list[Edit]]) -> list[types.TextEdit] | None:
    return await ls.ask(uri, lambda it: ls.lines(it).edits(work(it)), None)


_FILES = types.FileOperationRegistrationOptions(
    filters=[types.FileOperationFilter(pattern=types.FileOperationPattern(glob="**/*.bp"), scheme="file")]
)
FEATURES: tuple[tuple[str, Handler, Any], ...] = (
    (types.INITIALIZE, initialize, None),
    (types.INITIALIZED, initialized, None),
    (types.WORKSPACE_DID_CHANGE_WATCHED_FILES, watched_files, None),
    (types.WORKSPACE_DID_DELETE_FILES, deleted_files, _FILES),
    (types.WORKSPACE_DID_RENAME_FILES, renamed_files, _FILES),
    (types.WORKSPACE_DID_CREATE_FILES, created_files, _FILES),
    (types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS, folders, None),
    (types.TEXT_DOCUMENT_DID_SAVE, saved, None),
    (types.TEXT_DOCUMENT_FORMATTING, format_whole, None),
    (types.TEXT_DOCUMENT_RANGE_FORMATTING, format_range, None),
    (
        types.TEXT_DOCUMENT_ON_TYPE_FORMATTING,
        format_typed,
        types.DocumentOnTypeFormattingOptions(
            first_trigger_character=formatting.TRIGGERS[0], more_trigger_character=list(formatting.TRIGGERS[1:])
        ),
    ),
)
COMMANDS: tuple[tuple[str, Handler], ...] = ()
