"""Files as the model asks for them: what is open in the editor first, then what is on disk."""

from __future__ import annotations

import os
from pathlib import Path

from blueprint.lsp.places import is_foreign, real
from blueprint.source import Source
from blueprint.workspace import Disk, read_source

MOST_FILES = 2_000  # of one workspace that are looked at
MOST_FOLDERS = 5_000
KEPT = 500  # texts from disk that are kept in memory
_PASSED_BY = ("node_modules", "__pycache__", "venv", "site-packages")
Stamp = tuple[int, int]  # when a file was last written, in nanoseconds, and its size


class Overlay:
    """Reads files for the model; `texts` are the open ones by real path."""

    def __init__(self) -> None:
        self.texts: dict[str, Source] = {}
        self._kept: dict[str, tuple[Stamp, Source]] = {}

    def read(self, path: str | Path) -> Source:
        """The text of a file, named by the path that was asked for. Raises OSError, or UnicodeDecodeError when it is
        not UTF-8."""
        name = os.fspath(path)
        key = real(name)
        if key in self.texts:
            return self.texts[key]
        with open(name, "rb") as file:
            status = os.fstat(file.fileno())
            stamp = status.st_mtime_ns, status.st_size
            kept = self._kept.get(key)
            if kept is not None and kept[0] == stamp:
                return kept[1]
            source = read_source(file, name)
        while len(self._kept) >= KEPT:
            self._kept.pop(next(iter(self._kept)))
        self._kept[key] = stamp, source
        return source

    def try_read(self, path: str) -> Source | None:
        """The same; None when there is no such file, or it is no text."""
        try:
            return self.read(path) if real(path) in self.texts or os.path.isfile(path) else None
        except (OSError, ValueError):
            return None

    def root(self, path: Path) -> Path:
        return Disk().root(path)

    def forget(self, key: str) -> None:
        self._kept.pop(key, None)

    def listing(self, folders: list[str], opened: list[str]) -> list[str]:
        """The blueprints below these folders and the open ones, each once, in order."""
        found = {real(path): path for path in opened}
        left = MOST_FOLDERS
        for folder in folders:
            for at, below, names in os.walk(folder):
                left -= 1
                if left < 0 or len(found) > MOST_FILES:
                    break
                below[:] = sorted(name for name in below if not name.startswith(".") and name not in _PASSED_BY)
                for name in names:
                    if name.endswith(".bp") and not is_foreign(name):
                        path = os.path.join(at, name)
                        found.setdefault(real(path), path)
        return sorted(found.values())


class Reads:
    """The same for one text, noting what it looked at: `seen` holds real paths, of files that are not there too."""

    def __init__(self, overlay: Overlay) -> None:
        self._overlay = overlay
        self.seen: set[str] = set()

    def read(self, path: Path) -> Source:
        self.seen.add(real(os.fspath(path)))
        return self._overlay.read(path)

    def root(self, path: Path) -> Path:
        return self._overlay.root(path)
