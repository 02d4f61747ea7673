"""A client that speaks JSON-RPC with the server and keeps every message, for tests and for `benchmarks/editor.py`."""

from __future__ import annotations

import contextlib
import json
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from time import monotonic
from types import TracebackType
from typing import Any

from tests.house.places import ROOT

Message = dict[str, Any]
PUSHED: Message = {"textDocument": {"publishDiagnostics": {"relatedInformation": True, "versionSupport": True}}}


class Timeout(AssertionError):
    """Nothing of the kind came in time."""


class Client:
    """One server in a process of its own, which ends with the `with` block, whatever happens in it."""

    def __init__(
        self, capabilities: Mapping[str, Any] = PUSHED, folder: str = "", limit: float = 30.0,
        options: Mapping[str, Any] | None = None,
    ) -> None:  # fmt: skip
        self.capabilities, self.folder, self.limit = dict(capabilities), folder, limit
        self.options = dict(options) if options else None
        self.messages: queue.Queue[tuple[float, Message]] = queue.Queue()
        self.kept: list[tuple[float, Message]] = []  # notifications and requests of the server that came meanwhile
        self.number = 0

    def __enter__(self) -> Client:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "blueprint", "lsp"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT,
        )  # fmt: skip
        self.errors: list[bytes] = []
        self.threads = [threading.Thread(target=each, daemon=True) for each in (self._read, self._read_errors)]
        for each in self.threads:
            each.start()
        folders = [{"uri": f"file://{self.folder}", "name": "w"}] if self.folder else None
        self.server = self.request(
            "initialize",
            {"processId": None, "rootUri": None, "workspaceFolders": folders, "capabilities": self.capabilities,
             "initializationOptions": self.options},
        )  # fmt: skip
        self.notify("initialized", {})
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        try:
            if self.process.poll() is None and kind is None:
                self.request("shutdown", None)
                self.notify("exit", None)
                self.process.wait(10)
        finally:
            self.kill()

    def kill(self) -> None:
        """End the server at once, as a crash would."""
        self.process.kill()
        self.process.wait()
        for thread in self.threads:
            thread.join()
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            if stream is not None:
                with contextlib.suppress(BrokenPipeError):
                    stream.close()

    def send(self, message: Message) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def notify(self, method: str, params: Any) -> None:
        self.send({"method": method, "params": params} if params is not None else {"method": method})

    def ask(self, method: str, params: Any) -> int:
        """Send a request and do not wait; its number."""
        self.number += 1
        self.send({"id": self.number, "method": method, **({"params": params} if params is not None else {})})
        return self.number

    def request(self, method: str, params: Any) -> Any:
        """The result of a request. Raises AssertionError with the error there was instead."""
        answer = self.answer(self.ask(method, params))
        assert "error" not in answer, answer["error"]
        return answer["result"]

    def answer(self, number: int) -> Message:
        return self.wait(lambda it: it.get("id") == number and "method" not in it)[1]

    def wait(self, wanted: Callable[[Message], bool], limit: float | None = None) -> tuple[float, Message]:
        """The first message of this kind that was not taken yet, and when it came. Raises `Timeout`."""
        for at, kept in enumerate(self.kept):
            if wanted(kept[1]):
                return self.kept.pop(at)
        end = monotonic() + (self.limit if limit is None else limit)
        while True:
            try:
                got = self.messages.get(timeout=max(0.0, end - monotonic()))
            except queue.Empty:
                raise Timeout(b"".join(self.errors).decode("utf-8", "replace")) from None
            if wanted(got[1]):
                return got
            if "id" in got[1] and "method" in got[1]:  # a request of the server: agreed to
                self.send({"id": got[1]["id"], "result": None})
            self.kept.append(got)

    def quiet(self, seconds: float) -> list[Message]:
        """All that came within this time, beside what was taken."""
        end = monotonic() + seconds
        with contextlib.suppress(Timeout):
            self.wait(lambda it: False, limit=max(0.0, end - monotonic()))
        taken, self.kept = self.kept, []
        return [message for _, message in taken]

    # documents

    def open(self, uri: str, text: str, version: int = 1) -> None:
        item = {"uri": uri, "languageId": "service-blueprint", "version": version, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": item})

    def change(self, uri: str, version: int, *changes: tuple[tuple[int, int], tuple[int, int], str]) -> None:
        """Replace ranges, each from one line and column to another, by texts."""
        made = [{"range": {"start": _place(start), "end": _place(end)}, "text": text} for start, end, text in changes]
        self.notify(
            "textDocument/didChange", {"textDocument": {"uri": uri, "version": version}, "contentChanges": made}
        )

    def published(self, uri: str, version: int | None = None, limit: float | None = None) -> Message:
        """The next report on a file, of a version if one is named. Its `at` is when it came."""

        def wanted(it: Message) -> bool:
            if it.get("method") != "textDocument/publishDiagnostics" or it["params"]["uri"] != uri:
                return False
            return version is None or it["params"].get("version") == version

        at, message = self.wait(wanted, limit)
        return {**message["params"], "at": at}

    def _read(self) -> None:
        assert self.process.stdout is not None
        stream = self.process.stdout
        while line := stream.readline():
            length = 0
            while line.strip():
                name, _, value = line.partition(b":")
                length = int(value) if name.lower() == b"content-length" else length
                line = stream.readline()
            if length:
                self.messages.put((monotonic(), json.loads(stream.read(length))))

    def _read_errors(self) -> None:
        assert self.process.stderr is not None
        for line in iter(self.process.stderr.readline, b""):
            self.errors.append(line)


def _place(place: tuple[int, int]) -> dict[str, int]:
    return {"line": place[0], "character": place[1]}


def codes(report: Message) -> list[str]:
    """The rules that a report speaks of."""
    found: list[Message] = report.get("diagnostics") or report.get("items") or []
    return [each["code"] for each in found]
