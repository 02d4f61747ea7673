"""Handlers of what is asked about a place: names and where they stand, symbols, folds, links, the flow, completion."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from blueprint.lsp import completion, flow, folding, hints, hover, links, outline, rename, symbols
from blueprint.lsp.changes import Change
from blueprint.lsp.convert import Lines
from blueprint.lsp.document import Analysed

if TYPE_CHECKING:
    from blueprint.diagnostics import Edit
    from blueprint.lsp.server import Server

T = TypeVar("T")
_K = types.SymbolKind
SYMBOLS = {
    "blueprint": _K.Module, "library": _K.Package, "persona": _K.Class, "role": _K.Class, "partner": _K.Class,
    "system": _K.Struct, "channel": _K.Interface, "package": _K.Enum, "phase": _K.Namespace, "core": _K.Namespace,
    "facilitating": _K.Namespace, "enhancing": _K.Namespace, "step": _K.Function, "decision": _K.Function,
    "recovery": _K.Function, "cell": _K.Method, "wait": _K.Event, "pause": _K.Event, "fail": _K.Event,
    "lane": _K.TypeParameter, "scenario": _K.Object, "need": _K.Property, "policy": _K.Constant, "insight": _K.String,
}  # fmt: skip
_C = types.CompletionItemKind
OFFERS = {
    "statement": _C.Keyword, "lane": _C.Class, "attribute": _C.Property, "word": _C.EnumMember, "name": _C.Reference,
    "value": _C.Value, "sign": _C.Operator, "snippet": _C.Snippet, "file": _C.File,
}  # fmt: skip
_FOLDS = {"comment": types.FoldingRangeKind.Comment, "uses": types.FoldingRangeKind.Imports}


class Refused(JsonRpcException):
    """A request that cannot be done; the editor shows the sentence."""

    CODE = -32803  # RequestFailed
    MESSAGE = "This cannot be done."


# ---------------------------------------------------------------------------------------------------- names


async def definition(ls: Server, params: types.DefinitionParams) -> list[types.Location] | None:
    return await _at(ls, params, lambda it, offset: ls.locations(symbols.definition(it, offset)))


async def references(ls: Server, params: types.ReferenceParams) -> list[types.Location] | None:
    too = params.context.include_declaration
    return await _at(ls, params, lambda it, offset: ls.locations(symbols.references(it, offset, too)))


async def highlight(ls: Server, params: types.DocumentHighlightParams) -> list[types.DocumentHighlight] | None:
    kinds = {True: types.DocumentHighlightKind.Write, False: types.DocumentHighlightKind.Read}

    def work(it: Analysed, offset: int) -> list[types.DocumentHighlight]:
        lines = ls.lines(it)
        found = symbols.highlights(it, offset)
        return [types.DocumentHighlight(range=lines.range(e.span), kind=kinds[e.defines]) for e in found]

    return await _at(ls, params, work)


async def prepare_rename(ls: Server, params: types.PrepareRenameParams) -> types.PrepareRenamePlaceholder | None:
    def work(it: Analysed, offset: int) -> types.PrepareRenamePlaceholder:
        found = rename.prepare(it, offset)
        if isinstance(found, rename.Refused):
            raise Refused(found.message)
        return types.PrepareRenamePlaceholder(range=ls.lines(it).range(found.span), placeholder=found.name)

    return await _at(ls, params, work)


async def do_rename(ls: Server, params: types.RenameParams) -> types.WorkspaceEdit | None:
    def work(it: Analysed, offset: int) -> types.WorkspaceEdit | None:
        done = rename.rename(it, offset, params.new_name)
        if isinstance(done, rename.Refused):
            raise Refused(done.message)
        files: dict[str, list[Edit]] = {}
        for each in done.edits:
            files.setdefault(each.span.file, []).append(each)
        return ls.edit(Change({file: tuple(edits) for file, edits in files.items()}))

    return await _at(ls, params, work)


# ---------------------------------------------------------------------------------------------------- symbols


async def document_symbol(ls: Server, params: types.DocumentSymbolParams) -> list[types.DocumentSymbol] | None:
    def made(it: Analysed, entries: Iterable[outline.Entry]) -> list[types.DocumentSymbol]:
        lines = ls.lines(it)
        return [
            types.DocumentSymbol(
                name=each.name or each.kind, kind=SYMBOLS.get(each.kind, _K.Variable), detail=each.detail or None,
                range=lines.range(each.span), selection_range=lines.range(each.name_span),
                children=made(it, each.children),
            )
            for each in entries
        ]  # fmt: skip

    return await ls.ask(params.text_document.uri, lambda it: made(it, outline.outline(it)), None)


async def workspace_symbol(ls: Server, params: types.WorkspaceSymbolParams) -> list[types.WorkspaceSymbol]:
    found = await ls.workers.answer(lambda: outline.workspace(ls.project, params.query))
    made = []
    for each in found:
        for place in ls.locations([each.span]):
            kind = SYMBOLS.get(each.kind, _K.Variable)
            inside = each.inside or None
            made.append(types.WorkspaceSymbol(location=place, name=each.name, kind=kind, container_name=inside))
    return made


# ---------------------------------------------------------------------------------------------------- the text


async def folding_range(ls: Server, params: types.FoldingRangeParams) -> list[types.FoldingRange] | None:
    def work(it: Analysed) -> list[types.FoldingRange]:
        lines = ls.lines(it)
        found = [(lines.range(each.span), each.kind) for each in folding.folds(it)]
        return [types.FoldingRange(r.start.line, r.end.line, kind=_FOLDS.get(kind)) for r, kind in found]

    return await ls.ask(params.text_document.uri, work, None)


async def selection_range(ls: Server, params: types.SelectionRangeParams) -> list[types.SelectionRange] | None:
    def one(it: Analysed, position: types.Position) -> types.SelectionRange:
        lines = ls.lines(it)
        grown: types.SelectionRange | None = None
        for span in reversed(folding.selections(it, lines.offset(position))):
            grown = types.SelectionRange(range=lines.range(span), parent=grown)
        return grown or types.SelectionRange(range=types.Range(position, position))

    return await ls.ask(params.text_document.uri, lambda it: [one(it, each) for each in params.positions], None)


async def document_link(ls: Server, params: types.DocumentLinkParams) -> list[types.DocumentLink] | None:
    def work(it: Analysed) -> list[types.DocumentLink]:
        lines = ls.lines(it)
        return [
            types.DocumentLink(range=lines.range(each.span), target=each.address or ls.project.uri_of(each.path))
            for each in links.links(it)
        ]

    return await ls.ask(params.text_document.uri, work, None)


async def hovered(ls: Server, params: types.HoverParams) -> types.Hover | None:
    def work(it: Analysed, offset: int) -> types.Hover | None:
        found = hover.hover(it, offset)
        if found is None:
            return None
        text = types.MarkupContent(kind=types.MarkupKind.Markdown, value=found.text)
        return types.Hover(contents=text, range=ls.lines(it).range(found.span))

    return await _at(ls, params, work)


async def inlay_hint(ls: Server, params: types.InlayHintParams) -> list[types.InlayHint] | None:
    def work(it: Analysed) -> list[types.InlayHint]:
        lines = ls.lines(it)
        return [_hint(lines, each) for each in hints.hints(it, lines.span(params.range))]

    return await ls.ask(params.text_document.uri, work, None)


def _hint(lines: Lines, hint: hints.Hint) -> types.InlayHint:
    place = lines.position(hint.offset)
    writes = [types.TextEdit(types.Range(place, place), hint.insert)] if hint.insert else None
    return types.InlayHint(
        position=place, label=hint.text, tooltip=hint.tooltip or None, text_edits=writes,
        padding_left=not hint.before, padding_right=hint.before,
    )  # fmt: skip


async def code_lens(ls: Server, params: types.CodeLensParams) -> list[types.CodeLens] | None:
    def work(it: Analysed) -> list[types.CodeLens]:
        lines = ls.lines(it)
        # A lens is a command; this one says something and does nothing, which an empty name means to editors.
        return [
            types.CodeLens(range=lines.range(each.span), command=types.Command(title=each.text, command=""))
            for each in hints.lenses(it)
        ]

    return await ls.ask(params.text_document.uri, work, None)


async def complete(ls: Server, params: types.CompletionParams) -> types.CompletionList | None:
    def work(it: Analysed, offset: int) -> types.CompletionList:
        lines = ls.lines(it)
        asked = params.context.trigger_character if params.context else None
        offers = completion.complete(it, offset, asked or "")
        items = [_item(lines.range(e.span), e, number, ls.takes_snippets) for number, e in enumerate(offers)]
        # The units behind a number are offered with the number, and there will be another digit.
        grows = any(each.kind == "value" and each.label[:1].isdigit() for each in offers)
        return types.CompletionList(is_incomplete=grows or len(items) >= completion.MOST, items=items)

    return await _at(ls, params, work)


def _item(place: types.Range, offer: completion.Offer, number: int, snippets: bool) -> types.CompletionItem:
    form = types.InsertTextFormat.Snippet if offer.snippet and snippets else types.InsertTextFormat.PlainText
    text = offer.insert if snippets else offer.plain
    manual = types.MarkupContent(kind=types.MarkupKind.Markdown, value=offer.manual) if offer.manual else None
    return types.CompletionItem(
        label=offer.label, kind=OFFERS[offer.kind], detail=offer.detail or None, documentation=manual,
        sort_text=f"{number:05}", filter_text=offer.label, insert_text_format=form,
        text_edit=types.TextEdit(range=place, new_text=text),
    )  # fmt: skip


# ---------------------------------------------------------------------------------------------------- the flow


async def prepare_hierarchy(
    ls: Server, params: types.CallHierarchyPrepareParams
) -> list[types.CallHierarchyItem] | None:
    def work(it: Analysed, offset: int) -> list[types.CallHierarchyItem] | None:
        stop = flow.stop_at(it, offset)
        return [_stop(ls, it, stop)] if stop is not None else None

    return await _at(ls, params, work)


async def incoming(
    ls: Server, params: types.CallHierarchyIncomingCallsParams
) -> list[types.CallHierarchyIncomingCall] | None:
    def one(it: Analysed, way: flow.Way) -> types.CallHierarchyIncomingCall:
        return types.CallHierarchyIncomingCall(
            from_=_stop(ls, it, way.stop, way.label), from_ranges=_spots(ls, it, way)
        )

    return await _ways(ls, params.item, flow.leads_here, one)


async def outgoing(
    ls: Server, params: types.CallHierarchyOutgoingCallsParams
) -> list[types.CallHierarchyOutgoingCall] | None:
    def one(it: Analysed, way: flow.Way) -> types.CallHierarchyOutgoingCall:
        return types.CallHierarchyOutgoingCall(to=_stop(ls, it, way.stop, way.label), from_ranges=_spots(ls, it, way))

    return await _ways(ls, params.item, flow.follows, one)


async def _ways(
    ls: Server, item: types.CallHierarchyItem, find: Callable[[Analysed, str], Sequence[flow.Way]],
    made: Callable[[Analysed, flow.Way], T],
) -> list[T] | None:  # fmt: skip
    """Those of a step; of the text the item was taken from, which need not be the one the step stands in."""
    data: Any = item.data
    if not isinstance(data, dict):
        return None
    return await ls.ask(str(data["uri"]), lambda it: [made(it, way) for way in find(it, str(data["key"]))], None)


def _stop(ls: Server, it: Analysed, stop: flow.Stop, label: str = "") -> types.CallHierarchyItem:
    lines = ls.lines_in(stop.span.file) or ls.lines(it)
    return types.CallHierarchyItem(
        name=stop.name, kind=SYMBOLS.get(stop.kind, _K.Function), uri=ls.project.uri_of(stop.span.file),
        range=lines.range(stop.span), selection_range=lines.range(stop.name_span),
        detail=label or stop.detail or None, data={"uri": it.uri, "key": stop.key},
    )  # fmt: skip


def _spots(ls: Server, it: Analysed, way: flow.Way) -> list[types.Range]:
    return [lines.range(span) for span in way.spans if (lines := ls.lines_in(span.file)) is not None]


async def _at(ls: Server, params: Any, work: Callable[[Analysed, int], T]) -> T | None:
    """What this finds at the place that was asked about."""
    return await ls.ask(params.text_document.uri, lambda it: work(it, ls.lines(it).offset(params.position)), None)


FEATURES: tuple[tuple[str, Callable[..., Any], Any], ...] = (
    (types.TEXT_DOCUMENT_DEFINITION, definition, None),
    (types.TEXT_DOCUMENT_REFERENCES, references, None),
    (types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT, highlight, None),
    (types.TEXT_DOCUMENT_PREPARE_RENAME, prepare_rename, None),
    (types.TEXT_DOCUMENT_RENAME, do_rename, types.RenameOptions(prepare_provider=True)),
    (types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, document_symbol, None),
    (types.WORKSPACE_SYMBOL, workspace_symbol, None),
    (types.TEXT_DOCUMENT_FOLDING_RANGE, folding_range, None),
    (types.TEXT_DOCUMENT_SELECTION_RANGE, selection_range, None),
    (types.TEXT_DOCUMENT_DOCUMENT_LINK, document_link, types.DocumentLinkOptions(resolve_provider=False)),
    (types.TEXT_DOCUMENT_HOVER, hovered, None),
    (types.TEXT_DOCUMENT_INLAY_HINT, inlay_hint, types.InlayHintOptions(resolve_provider=False)),
    (types.TEXT_DOCUMENT_CODE_LENS, code_lens, types.CodeLensOptions(resolve_provider=False)),
    (types.TEXT_DOCUMENT_COMPLETION, complete, types.CompletionOptions(trigger_characters=[" ", '"', ".", ">", ","])),
    (types.TEXT_DOCUMENT_PREPARE_CALL_HIERARCHY, prepare_hierarchy, None),
    (types.CALL_HIERARCHY_INCOMING_CALLS, incoming, None),
    (types.CALL_HIERARCHY_OUTGOING_CALLS, outgoing, None),
)
