"""Who is let in: a browser on this machine that was given the address with the secret in it, and nobody else.

Any page on the web can have a browser send requests to this port, under a name of its own that leads here (DNS
rebinding), but it cannot read the secret; so the secret is part of every address, none of it is kept in a cookie (which
every other server on this machine would be sent too), and requests that name another host or come from another origin
are refused before anything else is looked at.
"""

from __future__ import annotations

import hmac
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

NAMES = ("127.0.0.1", "localhost")
_READING = ("GET", "HEAD")
HEADERS = {
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}
# Without this header a browser takes nothing from elsewhere and runs nothing that stands in the page.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; font-src 'self'; img-src 'self' data:; "
    "connect-src 'self' ws://127.0.0.1:{port} ws://localhost:{port}; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)


class Guard:
    """Stands before an application that is served at `/SECRET/` of this port, and strips that from the paths."""

    def __init__(self, inner: ASGIApp, port: int, secret: str) -> None:
        self.inner, self.secret = inner, secret.encode()
        self.hosts = {f"{name}:{port}".encode() for name in NAMES}
        self.origins = {b"http://" + host for host in self.hosts}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self.inner(scope, receive, send)
            return
        refusal = self.refusal(scope)
        if refusal:
            await _refuse(scope, send, *refusal)
            return
        rest = scope["path"].split("/", 2)
        inside = {**scope, "path": "/" + (rest[2] if len(rest) > 2 else ""), "root_path": ""}

        async def sealed(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": [*_headers(), *message.get("headers", ())]}
            await send(message)

        await self.inner(inside, receive, sealed)

    def refusal(self, scope: Scope) -> tuple[int, str] | None:
        """The status and the sentence for a request that is not let in."""
        headers: list[tuple[bytes, bytes]] = scope["headers"]
        hosts = [value.lower() for name, value in headers if name == b"host"]
        if len(hosts) != 1 or hosts[0] not in self.hosts:
            return 421, "This preview answers to 127.0.0.1 and localhost only."
        origins = [value for name, value in headers if name == b"origin"]
        reads = scope["type"] == "http" and scope["method"] in _READING
        if origins != [b"http://" + hosts[0]] and (origins or not reads):
            return 403, "This preview answers its own page only."
        given = (scope.get("raw_path") or scope["path"].encode()).split(b"/", 2)
        if len(given) < 3 or not hmac.compare_digest(given[1], self.secret):
            return 403, "Open the address that `blueprint preview` printed: its last part is a secret of this run."
        if scope["type"] == "http" and scope["method"] not in (*_READING, "PUT"):
            return 405, "This page is read (GET) and saved (PUT)."
        return None


def policy(port: int, nonce: str) -> str:
    """The content security policy of the page. `nonce` lets in the style sheets that its editor makes."""
    if not re.fullmatch(r"[\w-]+", nonce):
        raise ValueError("a nonce is letters, digits, - and _")
    return POLICY.format(port=port, nonce=nonce)


def _headers() -> list[tuple[bytes, bytes]]:
    return [(name.encode(), value.encode()) for name, value in HEADERS.items()]


async def _refuse(scope: Scope, send: Send, status: int, sentence: str) -> None:
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": 1008, "reason": sentence})
        return
    plain = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-security-policy", b"default-src 'none'")]
    await send({"type": "http.response.start", "status": status, "headers": [*_headers(), *plain]})
    await send({"type": "http.response.body", "body": (sentence + "\n").encode()})
