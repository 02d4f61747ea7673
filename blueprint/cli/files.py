"""Reading what the user named and writing what was asked for, so that nothing is ever lost."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from blueprint.diagnostics import Refusal
from blueprint.source import Source
from blueprint.workspace import Disk, no_text, open_source, read_source
from blueprint.writing import replace

if TYPE_CHECKING:
    from blueprint.api import Document


def open_document(path: str, *, name: str = "<stdin>") -> Document:
    """The blueprint in a file, or on standard input for `-`, which is called by `name` and finds the files it uses as
    if it were there. Raises `Refusal` when it is not text."""
    from blueprint.api import Document

    return Document(_standard_input(name) if path == "-" else open_source(path), files=Disk())


def write(path: str, data: bytes) -> None:
    """Write a file whole or not at all: to a temporary neighbour first, then renamed over the old one.

    `-` is standard output. Raises `Refusal` when the file cannot be written; the old one is then still there.
    """
    if path == "-":
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    try:
        replace(path, data)
    except OSError as error:
        raise Refusal(_cannot_write(path, error)) from None


def make_folder(target: str, outputs: tuple[str, ...]) -> None:
    """The folder that a file goes to, made if it was named as such. Raises `Refusal` when it cannot be made."""
    folder = os.path.dirname(target)
    if not folder or os.path.isdir(folder) or target in outputs:  # a file named whole: a misspelt folder is not made
        return
    try:
        os.makedirs(folder, exist_ok=True)
    except OSError as error:
        raise Refusal(f"The folder `{folder}` cannot be made: {error.strerror or error}.") from None


def _standard_input(name: str) -> Source:
    try:
        return read_source(sys.stdin.buffer, name)
    except UnicodeDecodeError as error:
        raise no_text("Standard input", error) from None


def _cannot_write(path: str, error: OSError) -> str:
    folder = os.path.dirname(path) or "."
    if not os.path.isdir(folder):
        return f"`{path}` cannot be written: there is no folder `{folder}`."
    return f"`{path}` cannot be written: {error.strerror or error}."
