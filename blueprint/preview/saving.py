"""Saves from the page: only of files that it shows, only over the version it knows, whole or not at all."""

from __future__ import annotations

import json
from typing import Any

from blueprint.lsp.places import real
from blueprint.preview.session import Session, read
from blueprint.records import dataclass
from blueprint.syntax.parser import MAX_BYTES
from blueprint.writing import replace

MOST_BYTES = 2 * MAX_BYTES  # of a request: a text in JSON is longer than the text
TOO_LARGE = "This text is too large for a blueprint."


@dataclass(frozen=True, slots=True)
class Answer:
    """`told` is what the page is told; `path` the file that was written."""

    status: int
    told: dict[str, Any]
    path: str = ""


def save(session: Session, body: bytes) -> Answer:
    """Write a text. `body` is JSON: `file` its name, `text`, and `hash`, that of the version it was made from.

    200 written, with the new hash · 400 makes no sense · 403 not to be written from here · 409 the file is another one
    than the page knows, with its text and hash, so that its reader can choose · 413 too large · 507 cannot be written.
    """
    if not session.edit:
        return Answer(403, {"message": "This preview was started to look. `--edit` starts one that can save."})
    try:
        wish = json.loads(body)
        name, text, known = wish["file"], wish["text"], wish["hash"]
        if not (isinstance(name, str) and isinstance(known, str)):
            raise TypeError
        data = text.encode("utf-8")
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Answer(400, {"message": "What the page said makes no sense. Reload it."})
    if len(data) > MAX_BYTES:
        return Answer(413, {"message": TOO_LARGE})
    path = _writable(session).get(name)
    if path is None or not session.inside(path):
        return Answer(403, {"message": f"`{name}` is not one of the files that this preview shows."})
    now = read(path)
    if now.hash != known:
        return Answer(409, {"message": _changed(name, gone=not now.hash), "hash": now.hash, "text": now.text})
    return _write(path, data)


def _writable(session: Session) -> dict[str, str]:
    """The files that pages show, by name."""
    files = session.files(None)
    for viewer in list(session.viewers.values()):
        files |= session.files(viewer.last)
    return files


def _write(path: str, data: bytes) -> Answer:
    try:
        with open(path, "rb") as file:
            old = file.read()
    except OSError:
        old = b""
    try:
        replace(path, _as_before(data, old), follow=False)
    except OSError as error:
        return Answer(507, {"message": f"It cannot be written: {error.strerror or error}. It is still in the editor."})
    return Answer(200, {"hash": read(path).hash}, real(path))


def _as_before(data: bytes, old: bytes) -> bytes:
    """The new text with the byte order mark and the line ends of the old one: an editor knows neither."""
    crlf = old.count(b"\r\n")
    if crlf * 2 > old.count(b"\n") and b"\r" not in data:
        data = data.replace(b"\n", b"\r\n")
    mark = b"\xef\xbb\xbf"
    return mark + data if old.startswith(mark) and not data.startswith(mark) else data


def _changed(name: str, *, gone: bool) -> str:
    if gone:
        return f"`{name}` is not on disk any more. Save again to write it anew, or leave it as it is."
    return f"Another program has changed `{name}` since. Take the version on disk, or save yours over it."
