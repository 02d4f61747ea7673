"""Files that are written whole or not at all."""

from __future__ import annotations

import os


def replace(path: str, data: bytes, *, follow: bool = True) -> None:
    """Write a file to a temporary neighbour first, then rename it over the old one. A link stays a link if it is to be
    followed, else the file takes its place: what has become one since it was looked at may lead anywhere.

    Raises OSError when the file cannot be written; the old one is then still there.
    """
    target = os.path.realpath(path) if follow else path
    neighbour = os.path.join(os.path.dirname(target), f".blueprint-{os.urandom(8).hex()}.part")
    # `tempfile` does the same, with an import that takes a third of a start of Python.
    handle = os.open(neighbour, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(neighbour, _mode(target))
        os.replace(neighbour, target)
    except BaseException:
        _forget(neighbour)
        raise


def _mode(target: str) -> int:
    """The permissions of the file that is replaced, else those a new file gets."""
    try:
        return os.stat(target).st_mode & 0o777
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def _forget(path: str) -> None:
    import contextlib

    with contextlib.suppress(OSError):
        os.unlink(path)
