"""One handler for each request: ask the feature, turn spans into places. `FEATURES` is the list of all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from blueprint.diagnostics import Edit
from blueprint.lsp import formatting, tokens
from blueprint.lsp.actions import KINDS, actions
from blueprint.lsp.convert import Lines
from blueprint.lsp.document import Analysed
from blueprint.lsp.places import path_of, real
from blueprint.lsp.preview import Wanted

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


# ---------------------------------------------------------------------------------------------------- actions


async def code_action(ls: Server, params: types.CodeActionParams) -> list[types.CodeAction] | None:
    """The actions; their edits wait until one is chosen, where the editor can ask again."""
    kinds = tuple(str(getattr(each, "value", each)) for each in params.context.only or ())
    uri = params.text_document.uri

    def work(it: Analysed) -> list[types.CodeAction]:
        found = actions(it, ls.lines(it).span(params.range), kinds)
        made = [ls.action(it, each, params.range, later=ls.asks_again) for each in found]
        return [each for each in made if each is not None]

    return await ls.ask(uri, work, None)


async def resolve_action(ls: Server, params: types.CodeAction) -> types.CodeAction:
    """The edits of an action, worked out anew from the text as it is now; none if it cannot be done any more."""
    data: Any = params.data
    if not isinstance(data, dict) or "uri" not in data:
        return params
    where = types.Range(types.Position(*data["start"]), types.Position(*data["end"]))

    def work(it: Analysed) -> types.CodeAction:
        found = actions(it, ls.lines(it).span(where), (data["kind"],))
        chosen = next((each for each in found if each.title == params.title), None)
        return (ls.action(it, chosen, where, later=False) if chosen else None) or params

    return await ls.ask(data["uri"], work, params)


# ---------------------------------------------------------------------------------------------------- the picture


async def preview(ls: Server, params: Any) -> dict[str, Any]:
    """The picture. Takes `textDocument`, and as they are wanted `view`, `theme`, `phase`, `service`, `scenario`."""
    asked = _plain(params)
    uri = str(_plain(asked.get("textDocument", {})).get("uri", asked.get("uri", "")))
    names = ("view", "theme", "phase", "service", "scenario")
    wanted = Wanted(**{name: str(asked[name]) for name in names if asked.get(name)})
    return await ls.draw(uri, wanted)


def _plain(params: Any) -> dict[str, Any]:
    """The fields of a message that has no type of its own."""
    if isinstance(params, dict):
        return params
    return dict(params._asdict()) if hasattr(params, "_asdict") else dict(getattr(params, "__dict__", {}))


# ---------------------------------------------------------------------------------------------------- colours


async def tokens_full(ls: Server, params: types.SemanticTokensParams) -> types.SemanticTokens | None:
    uri = params.text_document.uri
    data = await ls.ask(uri, lambda it: _numbers(ls.lines(it), tokens.tokens(it)), None)
    return types.SemanticTokens(data=data, result_id=ls.coloured(uri, data)) if data is not None else None


async def tokens_delta(
    ls: Server, params: types.SemanticTokensDeltaParams
) -> types.SemanticTokens | types.SemanticTokensDelta | None:
    uri = params.text_document.uri
    old = ls.colours.get(uri)
    data = await ls.ask(uri, lambda it: _numbers(ls.lines(it), tokens.tokens(it)), None)
    if data is None:
        return None
    number = ls.coloured(uri, data)
    if old is None or old[0] != params.previous_result_id:
        return types.SemanticTokens(data=data, result_id=number)
    start, count, put = tokens.delta(old[1], data)
    edits = [types.SemanticTokensEdit(start=start, delete_count=count, data=put)] if count or put else []
    return types.SemanticTokensDelta(edits=edits, result_id=number)


async def tokens_range(ls: Server, params: types.SemanticTokensRangeParams) -> types.SemanticTokens | None:
    def work(it: Analysed) -> list[int]:
        lines = ls.lines(it)
        return _numbers(lines, tokens.tokens(it, lines.span(params.range)))

    data = await ls.ask(params.text_document.uri, work, None)
    return types.SemanticTokens(data=data) if data is not None else None


def _numbers(lines: Lines, found: Iterable[tokens.Token]) -> list[int]:
    """Five numbers for each token: lines and columns since the one before, length, type, modifiers."""
    data: list[int] = []
    last_line = last_column = 0
    for each in found:
        for line, column, length in lines.pieces(each.start, each.end):
            since = column - last_column if line == last_line else column
            data += (line - last_line, since, length, each.type, each.modifiers)
            last_line, last_column = line, column
    return data


_LEGEND = types.SemanticTokensLegend(token_types=list(tokens.TYPES), token_modifiers=list(tokens.MODIFIERS))
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
        types.TEXT_DOCUMENT_CODE_ACTION,
        code_action,
        types.CodeActionOptions(code_action_kinds=list(KINDS), resolve_provider=True),
    ),
    (types.CODE_ACTION_RESOLVE, resolve_action, None),
    ("blueprint/preview", preview, None),
    (types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL, tokens_full, _LEGEND),
    (types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL_DELTA, tokens_delta, None),
    (types.TEXT_DOCUMENT_SEMANTIC_TOKENS_RANGE, tokens_range, _LEGEND),
    (
        types.TEXT_DOCUMENT_ON_TYPE_FORMATTING,
        format_typed,
        types.DocumentOnTypeFormattingOptions(
            first_trigger_character=formatting.TRIGGERS[0], more_trigger_character=list(formatting.TRIGGERS[1:])
        ),
    ),
)
COMMANDS: tuple[tuple[str, Handler], ...] = ()
