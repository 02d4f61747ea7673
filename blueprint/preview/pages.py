"""What is answered: the page and its files from a fixed list, one socket for what is live, pictures as files, saves."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import secrets
from functools import cache
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.types import ASGIApp
from starlette.websockets import WebSocket, WebSocketDisconnect

from blueprint.diagnostics import Refusal
from blueprint.preview.exporting import export
from blueprint.preview.guard import Guard, policy
from blueprint.preview.saving import MOST_BYTES, TOO_LARGE, save
from blueprint.preview.session import MOST_PAGES, Session
from blueprint.preview.viewer import Viewer
from blueprint.render import fonts

STATIC = os.path.join(os.path.dirname(__file__), "static")
# Every file of the page that is served, and nothing else is.
FILES = {
    "page.css": "text/css",
    "page.js": "text/javascript",
    "picture.js": "text/javascript",
    "motion.js": "text/javascript",
    "findings.js": "text/javascript",
    "live.js": "text/javascript",
    "editor.js": "text/javascript",
    "icon.svg": "image/svg+xml",
}
TOO_MANY, NO_SENSE = 4001, 4002  # codes with which a socket is closed


class Pages:
    """The answers for one session, on one port."""

    def __init__(self, session: Session, port: int, secret: str) -> None:
        self.session, self.port = session, port
        self.app: ASGIApp = Guard(Starlette(routes=self._routes()), port, secret)

    def _routes(self) -> list[Any]:
        return [
            Route("/", self.page),
            Route("/fonts.css", self.font_sheet),
            *(Route(f"/{name}", self.file) for name in (*FILES, *fonts.WOFFS)),
            Route("/export/{viewer}.{kind}", self.export),
            Route("/file", self.save, methods=["PUT"]),
            WebSocketRoute("/live", self.live),
        ]

    async def page(self, request: Request) -> Response:
        nonce = secrets.token_urlsafe(16)
        text = _static("page.html").decode().replace("{{nonce}}", nonce)
        headers = {"content-security-policy": policy(self.port, nonce)}
        return Response(text, headers=headers, media_type="text/html")

    async def file(self, request: Request) -> Response:
        name = request.url.path.lstrip("/")
        if name in fonts.WOFFS:
            return Response(_font(name), media_type="font/woff2")
        return Response(_static(name), media_type=FILES[name])

    async def font_sheet(self, request: Request) -> Response:
        return Response(fonts.linked(), media_type="text/css")

    async def export(self, request: Request) -> Response:
        viewer = self.session.viewers.get(request.path_params["viewer"])
        if viewer is None:
            return PlainTextResponse("The page has lost its connection. Reload it and try again.", 409)
        try:
            data, media, name = await export(viewer, request.path_params["kind"], request.query_params.get("theme", ""))
        except Refusal as refusal:
            return PlainTextResponse(str(refusal), 422)
        headers = {"content-disposition": f'attachment; filename="{name}"'}
        return Response(data, media_type=media, headers=headers)

    async def save(self, request: Request) -> Response:
        body = bytearray()
        async for piece in request.stream():
            body += piece
            if len(body) > MOST_BYTES:  # hung up, so that the rest is not read either
                return JSONResponse({"message": TOO_LARGE}, 413, {"connection": "close"})
        answer = await self.session.workers.drawn(lambda: save(self.session, bytes(body)))
        if answer.status == 200:
            self.session.on_disk([answer.path])
        return JSONResponse(answer.told, answer.status)

    async def live(self, socket: WebSocket) -> None:
        """All that a page is told and asks, as JSON in text frames, until it is closed."""
        await socket.accept()
        if len(self.session.viewers) >= MOST_PAGES:
            await socket.close(TOO_MANY, "Too many pages of this preview are open. Close some of them.")
            return
        lock = asyncio.Lock()

        async def tell(message: dict[str, Any]) -> None:
            text = json.dumps(message, ensure_ascii=False, separators=(",", ":"))
            async with lock:
                await socket.send_text(text.encode("utf-8", "replace").decode("utf-8"))

        viewer = Viewer(self.session, tell, _language(self.session, tell))
        self.session.viewers[viewer.key] = viewer
        running = asyncio.create_task(_alive(viewer))
        try:
            await _listen(socket, viewer)
        finally:
            running.cancel()
            del self.session.viewers[viewer.key]
            if viewer.language:
                viewer.language.close()


async def _alive(viewer: Viewer) -> None:
    with contextlib.suppress(WebSocketDisconnect, RuntimeError):  # the page went while it was being told
        await viewer.run()


async def _listen(socket: WebSocket, viewer: Viewer) -> None:
    while True:
        try:
            message = json.loads(await socket.receive_text())
            kind = message["kind"]
            if kind == "show":
                viewer.show(message)
            elif kind == "lsp" and viewer.language and viewer.language.hear(message["message"]):
                viewer.touch()
        except WebSocketDisconnect:
            return
        except (ValueError, KeyError, TypeError, RecursionError):
            await socket.close(NO_SENSE, "What the page said makes no sense.")
            return


def _language(session: Session, tell: Any) -> Any:
    if not session.edit:
        return None
    from blueprint.preview.language import Language

    return Language(session, tell)


@cache
def _static(name: str) -> bytes:
    with open(os.path.join(STATIC, name), "rb") as file:
        return file.read()


@cache
def _font(name: str) -> bytes:
    with open(os.path.join(fonts.FOLDER, name), "rb") as file:
        return file.read()
