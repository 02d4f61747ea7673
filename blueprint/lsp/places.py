"""Where a document lies: addresses as editors write them, paths as the rest of the house does."""

from __future__ import annotations

import os
from urllib.parse import quote, unquote, urlsplit

# Build files of other tools that share the suffix.
FOREIGN = ("android.bp", "blueprints")


def path_of(uri: str) -> str:
    """The path of a `file:` address, absolute and without `..`; any other address stands for itself, and so does what
    is none or can be no file's."""
    try:
        parts = urlsplit(uri)
    except ValueError:
        return uri
    path = unquote(parts.path)
    if parts.scheme != "file" or "\0" in path:
        return uri
    if os.name == "nt":
        path = path.lstrip("/") if not parts.netloc else f"//{parts.netloc}{path}"
    return os.path.normpath(path)


def uri_of(path: str) -> str:
    """The address of a path; an address stands for itself."""
    if not os.path.isabs(path):
        return path
    path = path.replace(os.sep, "/")
    return "file://" + quote(path if path.startswith("/") else f"/{path}", safe="/~")


def real(path: str) -> str:
    """The one name of a file, links followed, by which it is known here."""
    try:
        return os.path.realpath(path) if os.path.isabs(path) and "\0" not in path else path
    except (OSError, ValueError):
        return path


def is_foreign(path: str) -> bool:
    """Whether a file of this name is a build file of another tool, whatever it holds."""
    return os.path.basename(path).lower() in FOREIGN
