"""What earlier checks have found, so that a folder in which one file has changed is checked as fast as that file.

One file holds the results for one current folder, one state of the settings and one state of this tool. It is read and
written whole, renamed into its place, and begins with a digest of what it holds: one that is damaged is as good as
none. Whatever goes wrong here, the check goes on without.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from hashlib import sha256
from json import dumps, loads
from time import time

from blueprint import __version__
from blueprint.cli.basis import Look, bytes_of
from blueprint.cli.checked import Checked, Job
from blueprint.cli.files import write
from blueprint.cli.rows import Row, packed, unpacked
from blueprint.diagnostics import Refusal
from blueprint.records import dataclass, field, replace
from blueprint.rules.settings import Settings

FOLDER = "BLUEPRINT_CACHE_DIR"
DAY = 86_400.0  # seconds
KEPT = 30 * DAY  # since the results were last of use
MOST = 100_000_000  # bytes of all results together; the oldest go first
_NAME = "service-blueprint"
_SUFFIX = ".results"
_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def folder() -> str:
    """Where results are kept: what `BLUEPRINT_CACHE_DIR` says, else a folder of our own where the system has such
    things; empty when there is no such place."""
    named = os.environ.get(FOLDER)
    if named:
        return os.path.abspath(named)
    home = os.path.expanduser("~")
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local")
        return os.path.join(base, _NAME, "Cache") if os.path.isabs(base) else ""
    if sys.platform == "darwin":
        base = os.path.join(home, "Library", "Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME", "")
        base = base if os.path.isabs(base) else os.path.join(home, ".cache")  # the standard says: ignore a relative one
    return os.path.join(base, _NAME) if os.path.isabs(base) else ""


class Cache:
    """The results of earlier checks in the current folder, kept in `where`. Raises OSError where there is no current
    folder. Standard input has no results, whatever is called `-`."""

    def __init__(self, where: str) -> None:
        self._where = where
        self._tool = f"{__version__} {sys.hexversion} {_fingerprint()} {os.getcwd()}"
        self._look = Look()
        self._shelves: dict[str, _Shelf] = {}
        # The settings are kept, so that no others get their `id`.
        self._of: dict[tuple[int, bool], tuple[Settings, _Shelf]] = {}

    def get(self, job: Job) -> Checked | None:
        """What was found in a file when it was last checked, if nothing it rests on has changed."""
        data = bytes_of(job.path) if job.path != "-" else None
        row = self._shelf(job).rows.get(job.path)
        if data is None or row is None:
            return None
        try:
            kept = unpacked(row)
            if kept.basis and self._look.holds(kept.basis, job.path, data, job.settings.today):
                sources = self._look.sources(kept.basis, job.path, data) if kept.findings else {}
                return replace(kept, sources=sources)
        except (ValueError, TypeError, LookupError):  # no row of ours, for all its digest says
            pass
        return None

    def put(self, job: Job, result: Checked) -> None:
        """Keep what was found, if it is known what that rests on."""
        if result.basis and job.path != "-":
            self._shelf(job).put(job.path, packed(result, result.basis))

    def close(self) -> None:
        """Write what is new. A folder that cannot be written to is left alone."""
        with suppress(OSError, Refusal):
            changed = [shelf for shelf in self._shelves.values() if shelf.fresh]
            for shelf in self._shelves.values():
                shelf.touch()
            if changed:
                os.makedirs(self._where, mode=0o700, exist_ok=True)
                for shelf in changed:
                    shelf.save()
                _sweep(self._where, {shelf.path for shelf in self._shelves.values()})

    def _shelf(self, job: Job) -> _Shelf:
        key = (id(job.settings), job.owned)
        if key not in self._of:
            self._of[key] = (job.settings, self._named(job.settings, job.owned))
        return self._of[key][1]

    def _named(self, settings: Settings, owned: bool) -> _Shelf:
        """The results under these settings, with or without what baselines ask."""
        # What a baseline leaves out is decided afterwards, and the day is looked at for each file.
        plain = replace(settings, baseline="", today="", severities=dict(settings.severities),
                        options=dict(settings.options))  # fmt: skip
        key = f"{self._tool} {owned} {plain!r}".encode("utf-8", "surrogatepass")
        name = sha256(key).hexdigest()[:32] + _SUFFIX
        if name not in self._shelves:
            self._shelves[name] = _Shelf(os.path.join(self._where, name))
            self._shelves[name].load()
        return self._shelves[name]


@dataclass(slots=True)
class _Shelf:
    """One file of results: a row by path. `fresh` are those that are to be written."""

    path: str
    rows: dict[str, Row] = field(default_factory=dict)
    fresh: dict[str, Row] = field(default_factory=dict)
    stamp: tuple[int, int] = (0, 0)

    def load(self) -> None:
        with suppress(OSError):
            status = os.stat(self.path)
            self.stamp = (status.st_mtime_ns, status.st_size)
            with open(self.path, "rb") as file:
                self.rows = _understood(file.read(MOST))

    def put(self, path: str, row: Row) -> None:
        self.fresh[path] = self.rows[path] = row

    def touch(self) -> None:
        """Note that the results were of use, once a day."""
        if self.rows and not self.fresh and time() - self.stamp[0] / 1e9 > DAY:
            os.utime(self.path)

    def save(self) -> None:
        """Write the rows, and with them those that another run has written since; files that are gone have none."""
        before = self.stamp
        known = self.rows
        self.load()
        if self.stamp != before:
            known = known | self.rows
        kept = {path: row for path, row in known.items() if path in self.fresh or os.path.lexists(path)}
        write(self.path, _written(kept | self.fresh))


def _written(rows: Mapping[str, Row]) -> bytes:
    body = dumps(rows, separators=(",", ":")).encode("ascii")
    return sha256(body).hexdigest().encode() + b"\n" + body


def _understood(data: bytes) -> dict[str, Row]:
    mark, _, body = data.partition(b"\n")
    if mark != sha256(body).hexdigest().encode():
        return {}
    try:
        rows = loads(body)
    except (ValueError, RecursionError):
        return {}
    return rows if isinstance(rows, dict) else {}


def _sweep(where: str, keep: set[str]) -> None:
    """Take away what has been of no use for long, the oldest of too much, and what a run that was ended left behind."""
    found = []
    with os.scandir(where) as entries:
        for each in entries:
            ours = each.name.endswith(_SUFFIX) or each.name.startswith(".blueprint-")
            if ours and each.path not in keep and each.is_file(follow_symlinks=False):
                status = each.stat(follow_symlinks=False)
                found.append((status.st_mtime, status.st_size, each.path))
    now, total = time(), 0
    for at, size, path in sorted(found, reverse=True):
        total += size
        if now - at > (DAY if not path.endswith(_SUFFIX) else KEPT) or total > MOST:
            os.unlink(path)


def _fingerprint() -> str:
    """Tells two states of this tool apart that call themselves the same version: by the names and sizes of its files,
    and in a checkout, where somebody is at work on it, by their times. Empty where they are no files."""
    checkout = os.path.exists(os.path.join(os.path.dirname(_PACKAGE), "pyproject.toml"))
    found = sha256()
    try:
        for name, size, changed in sorted(_files(_PACKAGE)):
            found.update(f"{name}\0{size}\0{changed if checkout else 0}\0".encode("utf-8", "surrogatepass"))
    except OSError:
        return ""
    return found.hexdigest()


def _files(folder: str, inside: str = "") -> Iterator[tuple[str, int, int]]:
    with os.scandir(folder) as entries:
        for each in entries:
            if not each.is_dir():
                status = each.stat()
                yield inside + each.name, status.st_size, status.st_mtime_ns
            elif each.name != "__pycache__":
                yield from _files(each.path, f"{inside}{each.name}/")
