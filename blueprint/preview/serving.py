"""The server of one preview: this machine alone, a port that was free, until Ctrl-C."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import secrets
import socket
from collections.abc import Callable

import uvicorn

from blueprint.diagnostics import Refusal
from blueprint.preview.pages import Pages
from blueprint.preview.session import Session
from blueprint.preview.watching import watch
from blueprint.syntax.parser import MAX_BYTES

HOST = "127.0.0.1"
_FAREWELL = 1  # seconds that open pages are given at the end


def serve(path: str, *, edit: bool, port: int, ready: Callable[[str], None]) -> None:
    """Serve a blueprint until Ctrl-C. `ready` is called with the address once it can be opened.

    `port` 0 is any that is free. Raises `Refusal` when the port is taken.
    """
    session = Session(path, edit=edit)
    try:
        with _listener(port) as listener, contextlib.suppress(KeyboardInterrupt):
            asyncio.run(_serve(session, listener, ready))
    finally:
        session.close()


def _listener(port: int) -> socket.socket:
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        listener.bind((HOST, port))
    except OSError as error:
        listener.close()
        way_out = "Leave out `--port` for one that is free."
        raise Refusal(f"Port {port} cannot be used: {error.strerror}. {way_out}") from None
    return listener


async def _serve(session: Session, listener: socket.socket, ready: Callable[[str], None]) -> None:
    port, secret = listener.getsockname()[1], secrets.token_urlsafe(24)
    server = uvicorn.Server(_config(Pages(session, port, secret)))
    watching = asyncio.create_task(watch(session))
    telling = asyncio.create_task(_when_started(server, lambda: ready(f"http://{HOST}:{port}/{secret}/")))
    try:
        await server.serve(sockets=[listener])
    finally:
        for task in (watching, telling):
            task.cancel()
        await asyncio.gather(watching, telling, return_exceptions=True)


def _config(pages: Pages) -> uvicorn.Config:
    logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)
    return uvicorn.Config(
        pages.app, http="h11", lifespan="off", log_config=None, access_log=False, server_header=False,
        date_header=False, proxy_headers=False, ws="websockets-sansio", ws_max_size=2 * MAX_BYTES, ws_max_queue=64,
        h11_max_incomplete_event_size=32_768, timeout_graceful_shutdown=_FAREWELL, limit_concurrency=200,
    )  # fmt: skip


async def _when_started(server: uvicorn.Server, ready: Callable[[], None]) -> None:
    while not server.started:
        await asyncio.sleep(0.01)
    ready()
