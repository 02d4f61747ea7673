"""A preview that runs, as the command starts it, and a page of it that is no browser."""

from __future__ import annotations

import http.client
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import Any
from urllib.parse import urlsplit

from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin

from tests.house.places import ROOT

SECONDS = 20.0  # that anything may take
COMMAND = (sys.executable, "-m", "blueprint", "preview")
SMALL = """blueprint stay "A stay" {
  version "1"
}
phase interaction "Before" {
  core room "Room" {
    step arrive "Arrive" {
      customer "Arrives" takes 3min
      frontstage "Greets" takes 2min
    }
    step sleep "Sleep" {
      customer "Sleeps" takes 8h
    }
  }
}
phase billing "Leaving" {
  facilitating leave "Check-out" {
    step pay "Pay" {
      customer "Pays" takes 1min
    }
  }
}
scenario busy "Busy night" {
  step arrive { customer takes 20min }
}
"""


class Running:
    """A preview of one file. Use as a context: it is ended afterwards."""

    def __init__(self, file: Path, *options: str) -> None:
        self.file = file
        self.process = subprocess.Popen(
            [*COMMAND, str(file), "--no-open", *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            encoding="utf-8", env={**os.environ, "PYTHONPATH": str(ROOT)},
        )  # fmt: skip
        self._limit = threading.Timer(SECONDS * 5, self.process.kill)
        self._limit.daemon = True
        self._limit.start()
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert "http://" in line, self.end()
        self.address = line[line.index("http://") :].strip()
        parts = urlsplit(self.address)
        assert parts.port is not None
        self.port, self.secret = parts.port, parts.path.strip("/")
        self.host = f"127.0.0.1:{self.port}"

    def __enter__(self) -> Running:
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def end(self) -> str:
        """End it as Ctrl-C does; what it said on the error stream."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        _, errors = self.process.communicate(timeout=SECONDS)
        self._limit.cancel()
        return errors

    def ask(
        self, path: str = "", method: str = "GET", body: bytes | None = None, **headers: str
    ) -> tuple[int, bytes, http.client.HTTPMessage]:
        """The status, the body and the headers of the answer; `path` follows the secret, or is whole with a `/`."""
        whole = path if path.startswith("/") else f"/{self.secret}/{path}"
        return self.raw(method, whole, {"Host": self.host, **headers}, body)

    def raw(
        self, method: str, path: str, headers: Mapping[str, str], body: bytes | None = None
    ) -> tuple[int, bytes, http.client.HTTPMessage]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=SECONDS)
        try:
            connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
            for name, value in headers.items():
                connection.putheader(name, value)
            if body is not None:
                connection.putheader("Content-Length", str(len(body)))
            connection.endheaders(body)
            answer = connection.getresponse()
            return answer.status, answer.read(), answer.headers
        finally:
            connection.close()

    def save(self, file: str, text: str, known: str, **headers: str) -> tuple[int, dict[str, Any]]:
        body = json.dumps({"file": file, "text": text, "hash": known}).encode()
        status, answer, _ = self.ask("file", "PUT", body, **{"Origin": f"http://{self.host}", **headers})
        return status, json.loads(answer) if answer.startswith(b"{") else {"message": answer.decode()}

    @contextmanager
    def page(self, *, origin: str | None = "", path: str | None = None, **wish: str) -> Iterator[Page]:
        """An open page that has said what it wants to see."""
        address = f"ws://{self.host}{path if path is not None else f'/{self.secret}/live'}"
        said = None if origin is None else Origin(origin or f"http://{self.host}")
        with connect(address, origin=said, open_timeout=SECONDS, max_size=None) as socket:
            page = Page(socket)
            page.hello = page.hear("hello")
            page.show(**wish)
            yield page


class Page:
    """What a browser would do, without one: it hears what there is and keeps the last of each kind."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket
        self.hello: dict[str, Any] = {}
        self.picture: dict[str, Any] = {}  # all that was told of it, the drawing included
        self._early: list[dict[str, Any]] = []

    def show(self, **wish: str) -> None:
        self.say(kind="show", **wish)

    def say(self, **message: Any) -> None:
        self.socket.send(json.dumps(message))

    def hear(self, kind: str, **parts: Any) -> dict[str, Any]:
        """The next message of a kind that has these parts."""
        end = monotonic() + SECONDS
        while True:
            message = self._next(end)
            if message["kind"] == "picture":
                self.picture |= message
            if message["kind"] == kind and all(message.get(name) == part for name, part in parts.items()):
                return message

    def _next(self, end: float) -> dict[str, Any]:
        message = self.socket.recv(timeout=max(0.01, end - monotonic()))
        assert isinstance(message, str), "browsers take text frames only"
        told: dict[str, Any] = json.loads(message)
        return told

    def drawn(self) -> str:
        """The next new drawing."""
        end = monotonic() + SECONDS
        while monotonic() < end:
            message = self.hear("picture")
            if "svg" in message:
                svg: str = message["svg"]
                return svg
        raise TimeoutError("no picture came")

    def ask_language(self, number: int, method: str, params: dict[str, Any]) -> Any:
        """What the language server answers."""
        self.say(kind="lsp", message={"jsonrpc": "2.0", "id": number, "method": method, "params": params})
        while True:
            answer = json.loads(self.hear("lsp")["message"])
            if answer.get("id") == number:
                return answer.get("result", answer.get("error"))

    def tell_language(self, method: str, params: dict[str, Any]) -> None:
        self.say(kind="lsp", message={"jsonrpc": "2.0", "method": method, "params": params})
