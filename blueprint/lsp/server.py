"""The server: what the editor says becomes what is open, and what follows from that goes back. Wiring only."""

from __future__ import annotations

import asyncio
import logging
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar, cast, get_args

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from blueprint import __version__
from blueprint.diagnostics import Diagnostic
from blueprint.lsp import answers, handlers
from blueprint.lsp.actions import Action
from blueprint.lsp.changes import Change
from blueprint.lsp.convert import Encoding, Lines, changed
from blueprint.lsp.diagnosing import Diagnoser
from blueprint.lsp.document import Analysed, Overtaken, Project
from blueprint.lsp.places import is_foreign, path_of, real, uri_of
from blueprint.lsp.preview import Pictures, Wanted, choices
from blueprint.lsp.preview import options as picture_options
from blueprint.lsp.protocol import Protocol
from blueprint.lsp.reports import Shown, report, shown_by
from blueprint.lsp.working import Workers
from blueprint.source import Source, Span

T = TypeVar("T")
_PULL = types.DiagnosticOptions(inter_file_dependencies=True, workspace_diagnostics=False, identifier="blueprint")
_WATCHED = ("**/*.bp", "**/blueprint.toml", "**/pyproject.toml", "**/blueprint-baseline.json")
_SETTINGS = ("blueprint.toml", "pyproject.toml", "blueprint-baseline.json")
_REFRESH = 0.1  # seconds
_LONGEST = 5_000  # milliseconds that an editor may ask to wait for after the last keystroke


class Server(LanguageServer):
    """One editor's server. `project` is what is open; it is changed on the loop alone, and read from threads."""

    def __init__(self) -> None:
        super().__init__("blueprint", __version__, protocol_cls=Protocol)
        self.project = Project()
        self.workers = Workers()
        self.diagnoser = Diagnoser(self.project, self.workers.checks, self.workers.syntax, self.publish)
        self.diagnoser.checked = self.tell_wrong_settings
        self.shown = Shown()
        self.encoding: Encoding = "utf-16"
        self.colours: dict[str, tuple[str, list[int]]] = {}  # by address: the number of an answer, and its tokens
        self.pictures = Pictures()
        self.takes_snippets = self.asks_again = self._versions = self._makes_files = False  # what the editor can do
        self._wrong: set[str] = set()
        self._addresses: dict[str, str] = {}  # by file, those that were told of
        self._pulled: dict[str, tuple[str, list[types.Diagnostic]]] = {}  # by file: the number of a report, and it
        self._refresh: asyncio.TimerHandle | None = None

    # texts come and go

    def opened(self, item: types.TextDocumentItem) -> None:
        self._touched(self.project.update(item.uri, Source(item.text, path_of(item.uri)), item.version))

    def changed(
        self, item: types.VersionedTextDocumentIdentifier, changes: Sequence[types.TextDocumentContentChangeEvent]
    ) -> None:
        old = self.project.open.get(real(path_of(item.uri)))
        if old is not None:
            source = changed(old.source, changes, self.encoding)
            self._touched(self.project.update(item.uri, source, item.version))

    def closed(self, uri: str) -> None:
        again = self.project.close(uri)
        self.colours.pop(uri, None)
        self.pictures.forget(uri)
        self._pulled.pop(real(path_of(uri)), None)
        self.diagnoser.closed(real(path_of(uri)))
        self._touched(again)

    def on_disk(self, paths: Sequence[str]) -> None:
        """Files came, changed or went."""
        if any(path.endswith(_SETTINGS) for path in paths):
            self.project.reread_settings()
            self._wrong.clear()
            self._touched(list(self.project.open.values()))
        for path in paths:
            if real(path) not in self.project.open:  # what the editor has open holds, whatever is on disk
                self._touched(self.project.forget(path))

    def _touched(self, texts: Sequence[Analysed]) -> None:
        self.diagnoser.touch(texts)
        if self.diagnoser.pulled and len(texts) > 1:
            self._refresh_later()

    # asking

    async def ask(self, uri: str, work: Callable[[Analysed], T], nothing: T) -> T:
        """What this finds in the newest version of a text; nothing for what is not there or not ours."""
        analysed = self.project.get(uri)
        if analysed is None:
            return nothing

        def answer() -> T:
            try:
                return nothing if analysed.foreign else work(analysed)
            except Overtaken:  # of a version that is gone nobody wants to know
                return nothing

        return await self.workers.answer(answer)

    def lines(self, analysed: Analysed) -> Lines:
        return Lines(analysed.source, self.encoding)

    def lines_in(self, file: str) -> Lines | None:
        """The places in a file by its name, as it is now; None where it cannot be read any more."""
        opened = self.project.open.get(real(file))
        source = opened.source if opened is not None else self.project.overlay.try_read(file)
        return Lines(source, self.encoding) if source is not None else None

    async def draw(self, uri: str, wanted: Wanted) -> dict[str, Any]:
        """The picture of a text, with the places of its shapes, as `blueprint/preview` answers."""
        analysed = self.project.get(uri)
        if analysed is None or is_foreign(analysed.path):
            return {
                "svg": None,
                "stale": False,
                "version": None,
                "message": "There is no such blueprint.",
                "elements": [],
                "choices": choices(None),
            }
        drawn = await self.workers.drawn(lambda: self.pictures.draw(analysed, wanted))
        return {
            "svg": drawn.svg or None, "stale": drawn.stale, "version": drawn.version, "message": drawn.refusal or None,
            "elements": [{"key": each.key, **place} for each in drawn.shapes if (place := self._place(each.span))],
            "choices": choices(self.pictures.shown(analysed).model),
        }  # fmt: skip

    def _place(self, span: Span) -> dict[str, Any]:
        lines = self.lines_in(span.file)
        if lines is None:
            return {}
        ends = {"start": lines.position(span.start), "end": lines.position(span.end)}
        places = {name: {"line": at.line, "character": at.character} for name, at in ends.items()}
        return {"uri": self.project.uri_of(span.file), "range": places}

    def action(self, it: Analysed, action: Action, where: types.Range, *, later: bool) -> types.CodeAction | None:
        """An action as the editor takes it; its edits `later`, or now, and None where there are none to make."""
        edit = None
        if not later:
            change = action.make()
            if change is None:
                return None
            edit = self.edit(change)
        found = self.report([action.finding]) if action.finding else None
        start, end = where.start, where.end
        data = {"uri": it.uri, "kind": action.kind, "start": [start.line, start.character],
                "end": [end.line, end.character]}  # fmt: skip
        return types.CodeAction(
            title=action.title, kind=action.kind, diagnostics=found, is_preferred=action.preferred or None, edit=edit,
            data=data if later else None,
        )  # fmt: skip

    def edit(self, change: Change) -> types.WorkspaceEdit | None:
        """A change of texts, of the versions it was made for; None where the editor cannot make a file."""
        edits: list[Any] = []
        for path, text in change.made.items():
            if not self._makes_files:
                return None
            uri, start = uri_of(path), types.Position(0, 0)
            edits.append(types.CreateFile(uri=uri, options=types.CreateFileOptions(ignore_if_exists=False)))
            new = types.OptionalVersionedTextDocumentIdentifier(uri=uri)
            edits.append(types.TextDocumentEdit(new, [types.TextEdit(types.Range(start, start), text)]))
        for file, changes in change.edits.items():
            opened, lines = self.project.open.get(real(file)), self.lines_in(file)
            if lines is not None:
                uri = self.project.uri_of(file)
                place = types.OptionalVersionedTextDocumentIdentifier(uri, opened.version if opened else None)
                edits.append(types.TextDocumentEdit(place, list(lines.edits(changes))))
        if self._versions:
            return types.WorkspaceEdit(document_changes=edits)
        return types.WorkspaceEdit(changes={each.text_document.uri: each.edits for each in edits})

    def locations(self, spans: Iterable[Span]) -> list[types.Location]:
        """Places in any file; those in files that cannot be read any more are left out."""
        found = [(each, self.lines_in(each.file)) for each in spans]
        return [types.Location(self.project.uri_of(each.file), lines.range(each)) for each, lines in found if lines]

    # telling

    def publish(self, key: str, found: list[Diagnostic], opened: Analysed | None) -> None:
        """Push what is wrong in one file. It is what was found in the version that goes with it."""
        # Taken back is a report at the address where it was told, which editors write in more than one way.
        known = self._addresses.get(key) or self.project.uri_of(found[0].span.file if found else key)
        uri = self._addresses[key] = opened.uri if opened is not None else known
        if not found and opened is None:
            del self._addresses[key]
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(
                uri=uri, version=opened.version if opened else None, diagnostics=self.report(found)
            )
        )

    def report(self, found: list[Diagnostic]) -> list[types.Diagnostic]:
        known: dict[str, Lines | None] = {}

        def lines(file: str) -> Lines | None:
            if file not in known:
                known[file] = self.lines_in(file)
            return known[file]

        return report(found, lines, self.project.uri_of, self.shown)

    def numbered(self, key: str, items: list[types.Diagnostic]) -> str:
        """The number of a report that was pulled: that of the last one where nothing is different."""
        number, before = self._pulled.get(key, ("0", None))
        if items != before:
            number = str(int(number) + 1)
            self._pulled[key] = number, items
        return number

    def coloured(self, uri: str, data: list[int]) -> str:
        """The number of an answer about tokens, which the next one may be told as a difference from."""
        number = str(int(self.colours[uri][0]) + 1) if uri in self.colours else "1"
        self.colours[uri] = number, data
        return number

    def tell_wrong_settings(self) -> None:
        """Say of each settings file that cannot be understood what is wrong with it, once."""
        for sentence in self.project.wrong_settings:
            if sentence not in self._wrong:
                self._wrong.add(sentence)
                self.window_show_message(types.ShowMessageParams(type=types.MessageType.Warning, message=sentence))

    def _refresh_later(self) -> None:
        """Have a client that pulls ask again, since what it was told of one text depends on another."""
        workspace = self.client_capabilities.workspace
        if workspace is None or workspace.diagnostics is None or not workspace.diagnostics.refresh_support:
            return
        if self._refresh is not None:
            self._refresh.cancel()
        self._refresh = asyncio.get_running_loop().call_later(_REFRESH, self._ask_again)

    def _ask_again(self) -> None:
        self._refresh = None
        self.protocol.send_request(types.WORKSPACE_DIAGNOSTIC_REFRESH, None)

    # beginning and ending

    def begin(self, params: types.InitializeParams) -> None:
        """Take what the editor can do, before it is told what the server can."""
        self.shown = shown_by(params.capabilities)
        options: Any = params.initialization_options if isinstance(params.initialization_options, dict) else {}
        self.encoding = self._counting(options.get("positions"))
        delay = options.get("delay")
        if isinstance(delay, int | float) and 0 <= delay <= _LONGEST:
            self.diagnoser.delay = delay / 1000
        self.pictures = Pictures(**picture_options(options.get("picture")))
        workspace, text = params.capabilities.workspace, params.capabilities.text_document
        changing = workspace.workspace_edit if workspace else None
        self._versions = bool(changing and changing.document_changes)
        operations = changing.resource_operations if changing else None
        self._makes_files = self._versions and types.ResourceOperationKind.Create in (operations or ())
        item = text.completion.completion_item if text and text.completion else None
        self.takes_snippets = bool(item and item.snippet_support)
        asking = text.code_action.resolve_support if text and text.code_action else None
        self.asks_again = bool(asking and "edit" in asking.properties)
        folders = [each.uri for each in params.workspace_folders or ()] or (
            [params.root_uri] if params.root_uri else []
        )
        self.project.folders = [path_of(uri) for uri in folders]
        if text is not None and text.diagnostic is not None:  # shown twice by a client that is given both
            self.diagnoser.pulled = True
            self.feature(types.TEXT_DOCUMENT_DIAGNOSTIC, _PULL)(handlers.diagnostic)

    def _counting(self, told: object) -> Encoding:
        """How the editor counts places in a line: as its configuration tells (ALE counts bytes, old versions of
        lsp-mode count characters, and neither says so), else as was agreed on."""
        chosen = self.workspace.position_encoding  # a word of the protocol, or the same as the client wrote it
        return cast(Encoding, told if told in get_args(Encoding) else str(getattr(chosen, "value", chosen)))

    def watch(self) -> None:
        """Ask to be told of files that change on disk."""
        workspace = self.client_capabilities.workspace
        watching = workspace.did_change_watched_files if workspace else None
        if watching is None or not watching.dynamic_registration:
            return
        options = types.DidChangeWatchedFilesRegistrationOptions(
            watchers=[types.FileSystemWatcher(glob_pattern=each) for each in _WATCHED]
        )
        watch = types.Registration("watched", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
        self.protocol.send_request(types.CLIENT_REGISTER_CAPABILITY, types.RegistrationParams([watch]))


def make() -> Server:
    """A server with every feature, which nobody has spoken to yet."""
    server = Server()
    for name, handler, options in (*handlers.FEATURES, *answers.FEATURES):
        server.feature(name, options)(handler)
    for name, command in handlers.COMMANDS:
        server.command(name)(command)
    return server


def serve() -> None:
    """Speak with an editor over standard input and output, until it says goodbye or is gone."""
    logging.basicConfig(stream=sys.stderr, level=logging.ERROR, format="%(levelname)s %(name)s: %(message)s")
    # A request that is refused is answered with a sentence; it is no defect to be written down.
    logging.getLogger("pygls.protocol.json_rpc").addFilter(
        lambda record: not (record.exc_info and isinstance(record.exc_info[1], answers.Refused))
    )
    output = sys.stdout.buffer
    sys.stdout = sys.stderr  # whatever else is printed would be taken for a message
    server = make()
    try:
        server.start_io(sys.stdin.buffer, output)
    finally:
        server.workers.stop()
