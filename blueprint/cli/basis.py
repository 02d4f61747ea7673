"""What the findings of a file rest on, and whether it is still so."""

from __future__ import annotations

import os
from collections.abc import Mapping
from hashlib import sha256
from stat import S_ISREG
from typing import TYPE_CHECKING

from blueprint.records import dataclass, field
from blueprint.source import Source
from blueprint.syntax.parser import MAX_BYTES
from blueprint.workspace import Disk, decoded, shown

if TYPE_CHECKING:
    from blueprint.api import Document
    from blueprint.cli.checked import Job


@dataclass(frozen=True, slots=True)
class Basis:
    """All that findings rest on, beside the settings: while it is so the file need not be checked again.

    `digest` is of the file's bytes. Where it uses others, `place` is where it really lies and `root` its project's
    folder; each use is a path, where that really lies, and the digest of its bytes, which is empty when the same place
    was read for another use. `day` is empty where the findings do not depend on the day.
    """

    digest: str
    place: str = ""
    root: str = ""
    uses: tuple[tuple[str, str, str], ...] = ()
    day: str = ""


def of(document: Document, job: Job) -> Basis | None:
    """What the findings of a document rest on; None for what is no blueprint and where a `use` leads nowhere, for that
    is said because of files that are not there."""
    resolved = document.resolved
    if resolved.blueprint is None or any(each.name.startswith("use-") for each in resolved.diagnostics):
        return None
    read = {name: digest(source.encoded(source.text)) for name, source in resolved.sources.items()}
    return Basis(
        read[document.source.path],
        os.path.realpath(job.path) if resolved.used or job.settings.per_file else "",
        _root(job.path) if resolved.used else "",
        tuple((path, place, read.get(shown(path), "")) for path, place in resolved.used.items()),
        # A review that is due is all that is found on one day and not on another.
        job.settings.today if resolved.blueprint.review else "",
    )


def digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def bytes_of(path: str) -> bytes | None:
    """The bytes of a file that may be read twice; None for a pipe, a device, what cannot be read or is too large."""
    try:
        status = os.stat(path)
        if not S_ISREG(status.st_mode) or status.st_size > MAX_BYTES:
            return None
        with open(path, "rb") as file:
            return file.read(MAX_BYTES)
    except (OSError, ValueError):
        return None


@dataclass(slots=True)
class Look:
    """One look at the disk, in which each used file is read once and each folder's project looked for once."""

    _used: dict[str, tuple[str, str, bytes]] = field(default_factory=dict)
    _roots: dict[str, str] = field(default_factory=dict)

    def holds(self, basis: Basis, path: str, data: bytes, day: str) -> bool:
        """Whether a file of these bytes rests on just this."""
        return (
            basis.digest == digest(data)
            and basis.day in ("", day)
            and basis.place in ("", os.path.realpath(path))
            and basis.root in ("", self._root(path))
            and all(self._is(*use) for use in basis.uses)
        )

    def sources(self, basis: Basis, path: str, data: bytes) -> Mapping[str, Source]:
        """The texts of a file and of those it uses, by the names that findings call them."""
        read = {shown(each): self._use(each)[2] for each, _, digest in basis.uses if digest}
        return {name: Source(decoded(data), name) for name, data in {**read, shown(path): data}.items()}

    def _is(self, path: str, place: str, read: str) -> bool:
        there = self._use(path)
        return there[0] == place and read in ("", there[1])

    def _use(self, path: str) -> tuple[str, str, bytes]:
        if path not in self._used:
            data = bytes_of(path)
            self._used[path] = (os.path.realpath(path), "" if data is None else digest(data), data or b"")
        return self._used[path]

    def _root(self, path: str) -> str:
        folder = os.path.dirname(path)
        if os.path.islink(path):
            return _root(path)
        if folder not in self._roots:
            self._roots[folder] = _root(path)
        return self._roots[folder]


def _root(path: str) -> str:
    from pathlib import Path  # a long import: for those who use other files

    return os.path.realpath(Disk().root(Path(path)))
