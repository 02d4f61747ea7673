"""The protocol with a text sync of its own, and with an answer to every request.

The one of pygls takes U+2028, U+0085, a form feed and others for line ends, which no editor does, and the two texts
drift apart. Here its copy of the texts is never made.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.protocol import LanguageServerProtocol, lsp_method

if TYPE_CHECKING:
    from blueprint.lsp.server import Server


log = logging.getLogger(__name__)


class Protocol(LanguageServerProtocol):
    """Tells the server of texts that come, change and go, and keeps none."""

    _server: Server
    _begun = False

    def structure_message(self, data: dict[str, Any]) -> Any:
        """A message in its type; None for a request that has not its form and was answered so. pygls would leave the
        editor waiting for it."""
        # What is wrong is told to who asked; pygls writes down a page of it as well.
        written = logging.getLogger("pygls.protocol.json_rpc")
        quiet, written.disabled = written.disabled, True
        try:
            return super().structure_message(data)
        except JsonRpcException as refusal:
            log.error("A message has not the form it should have: %s", data.get("method"))
            if "id" in data and "method" in data:
                self._send_response(data["id"], error=refusal.to_response_error())
            return None
        finally:
            written.disabled = quiet

    def handle_message(self, message: Any) -> None:
        """Do what a message asks for. Before the editor has introduced itself, and after it has said goodbye, requests
        are refused and all else is passed over."""
        method = getattr(message, "method", None)
        begins, early = method == types.INITIALIZE, not self._begun
        if message is None or (method is not None and method != types.EXIT and self._refused(message, begins, early)):
            return
        self._begun = self._begun or begins
        super().handle_message(message)

    def _refused(self, message: Any, begins: bool, early: bool) -> bool:
        code = types.ErrorCodes.InvalidRequest
        if early and not begins:
            code, sentence = types.ErrorCodes.ServerNotInitialized, "The first request has to be `initialize`."
        elif begins and not early:
            sentence = "`initialize` was asked for before."
        elif self._shutdown:
            sentence = "The server was asked to shut down; all it waits for is `exit`."
        else:
            return False
        if hasattr(message, "id"):
            self._send_response(message.id, error=types.ResponseError(code=int(code), message=sentence))
        return True

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        self._server.opened(params.text_document)

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        self._server.changed(params.text_document, params.content_changes)

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        self._server.closed(params.text_document.uri)
