"""What is shown: one blueprint, the files it uses, and the pages that are open on it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from blueprint.lsp.document import Analysed, Project
from blueprint.lsp.places import real
from blueprint.lsp.working import Workers
from blueprint.preview.told import naming
from blueprint.records import dataclass
from blueprint.syntax.parser import MAX_BYTES
from blueprint.workspace import Disk, decoded, is_root

if TYPE_CHECKING:
    from blueprint.preview.viewer import Viewer

MOST_PAGES = 12  # that are open at a time


@dataclass(frozen=True, slots=True)
class OnDisk:
    """A file on disk: its text without a byte order mark, None where it has none, and the hash of its bytes, "" where
    there is no file."""

    text: str | None
    hash: str


class Session:
    """`path` is the blueprint's, as it was named; `root` the folder of its project, outside of which nothing is told
    and nothing is written. `edit` is whether pages may change texts."""

    def __init__(self, path: str, *, edit: bool = False) -> None:
        self.shown, self.path, self.edit = path, os.path.abspath(path), edit
        self.root = os.fspath(Disk().root(Path(self.path)))
        self.named = naming(self.root)
        self.workers = Workers()
        self.viewers: dict[str, Viewer] = {}
        self.project = Project((self.root,))

    def inside(self, path: str) -> bool:
        """Whether a file, links followed, lies in the project."""
        return real(path).startswith(os.path.join(self.root, ""))

    def files(self, analysed: Analysed | None) -> dict[str, str]:
        """The files a page is shown, the blueprint first: real paths by the names that the page knows them by."""
        used = () if analysed is None else analysed.sources
        every = dict.fromkeys([real(self.path), *(real(each) for each in used)])
        return {self.named(each): each for each in every if self.inside(each)}

    def on_disk(self, paths: Iterable[str]) -> None:
        """Files came, changed or went: whoever shows something of them looks again."""
        paths = list(paths)
        if any(each.endswith(_SETTINGS) for each in paths):
            self.project.reread_settings()
        for each in paths:
            self.project.forget(each)
        for viewer in list(self.viewers.values()):
            viewer.on_disk(paths)

    def folders(self) -> Iterator[str]:
        """The folders in which a change may matter: those of the files that were looked for, found or not, and those
        in which the settings may stand."""
        folder = os.path.dirname(real(self.path))
        wanted = [os.path.dirname(self.path), folder]
        while not is_root(folder) and os.path.dirname(folder) != folder and folder != self.root:
            folder = os.path.dirname(folder)
            wanted.append(folder)
        for viewer in self.viewers.values():
            wanted += [os.path.dirname(each) for each in viewer.seen]
        yield from dict.fromkeys(each for each in wanted if os.path.isdir(each))

    def close(self) -> None:
        self.workers.stop()


_SETTINGS = (".toml", ".json")  # those of the project, and its list of findings that are put off, however it is called


def read(path: str) -> OnDisk:
    """What is on disk now; of a file that is no text, or is too large for a blueprint, nothing but its hash."""
    try:
        with open(path, "rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError:
        return OnDisk(None, "")
    hashed = hashlib.sha256(data).hexdigest()
    try:
        return OnDisk(decoded(data).removeprefix("\ufeff") if len(data) <= MAX_BYTES else None, hashed)
    except UnicodeDecodeError:
        return OnDisk(None, hashed)
