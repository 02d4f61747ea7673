"""The language server of one page: spoken to in messages of its own over the socket of the page.

Text frames carry them: a browser takes the bytes that pygls would send over a socket for a file.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable, Iterable, Iterator
from concurrent.futures import Executor
from typing import TYPE_CHECKING, Any

from blueprint.lsp.places import path_of, uri_of
from blueprint.lsp.server import make

if TYPE_CHECKING:
    from blueprint.lsp.document import Project
    from blueprint.preview.session import Session

log = logging.getLogger(__name__)
# These would end the whole process, or are not a page's to say.
_UNHEARD = ("exit", "workspace/didChangeWatchedFiles", "workspace/didChangeWorkspaceFolders")
_MOST_WAITING = 1_000  # answers that a page has not taken yet


class Language:
    """`tell` sends to the page. Texts that are not files of the project are not spoken of."""

    def __init__(self, session: Session, tell: Callable[[dict[str, Any]], Awaitable[None]]) -> None:
        self._session, self._tell = session, tell
        self._server = make()
        self._server.protocol.set_writer(self, include_headers=False)
        self._waiting: asyncio.Queue[str] = asyncio.Queue(_MOST_WAITING)
        self._sending = asyncio.create_task(self._send())

    @property
    def project(self) -> Project:
        return self._server.project

    @property
    def checks(self) -> Executor:
        return self._server.workers.checks

    def hear(self, message: Any) -> bool:
        """Take a message of the page; whether a text may have changed with it."""
        if not isinstance(message, dict) or message.get("method") in _UNHEARD:
            return False
        if not all(self._session.inside(path_of(uri)) for uri in _addresses(message.get("params"))):
            log.warning("The page spoke of a file outside the project.")
            return False
        if message.get("method") == "initialize":
            root = uri_of(self._session.root)
            message["params"] = {**message["params"], "rootUri": root, "rootPath": None, "processId": None,
                                 "workspaceFolders": [{"uri": root, "name": "project"}]}  # fmt: skip
        protocol = self._server.protocol
        try:
            protocol.handle_message(json.loads(json.dumps(message), object_hook=protocol.structure_message))
        except Exception:  # whatever a page makes up must not take the others down
            log.exception("A message of the page could not be handled.")
            return False
        return str(message.get("method", "")).startswith("textDocument/did")

    def on_disk(self, paths: Iterable[str]) -> None:
        self._server.on_disk(list(paths))

    def close(self) -> None:
        self._sending.cancel()
        self._server.workers.stop()

    # what pygls writes to

    def write(self, data: bytes) -> None:
        try:
            self._waiting.put_nowait(data.decode())
        except asyncio.QueueFull:
            log.warning("The page takes no answers.")

    async def _send(self) -> None:
        while True:
            await self._tell({"kind": "lsp", "message": await self._waiting.get()})


def _addresses(params: Any) -> Iterator[str]:
    """Every address of a document that a message names, however deep."""
    waiting = [params]
    while waiting:
        each = waiting.pop()
        if isinstance(each, dict):
            for key, value in each.items():
                if key in ("uri", "targetUri", "oldUri", "newUri", "textDocument") and isinstance(value, str):
                    yield value
                elif key not in ("rootUri", "rootPath", "workspaceFolders"):
                    waiting.append(value)
        elif isinstance(each, list):
            waiting += each
