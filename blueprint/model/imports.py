"""`use "roles.bp"`: the libraries a file takes in, and the fence around them.

Paths are relative to the file that says `use` and stay inside the project root of the file that was opened. Each
library is read once, however many use it; libraries come before what uses them.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Protocol

from blueprint.diagnostics import Diagnostic, Edit, Fix
from blueprint.model.collect import head_of
from blueprint.model.findings import finding
from blueprint.records import dataclass, field
from blueprint.source import Source
from blueprint.spelling import nearest
from blueprint.syntax import nodes, parse
from blueprint.syntax.parser import Parsed

if TYPE_CHECKING:
    from pathlib import Path

_DRIVE = r"[A-Za-z]:"
_SCHEME = r"[A-Za-z][A-Za-z0-9+.-]+://"


class Files(Protocol):
    """Where files come from: the disk, or an editor's open documents before it."""

    def read(self, path: Path) -> Source:
        """The text of a file. Raises OSError when it cannot be read, UnicodeDecodeError when it is not UTF-8."""

    def root(self, path: Path) -> Path:
        """The folder that a file's project ends at."""


Parse = Callable[[Source], Parsed]


@dataclass(frozen=True, slots=True)
class Loaded:
    """One file with its tree. `name` is its path as people in the project would write it."""

    source: Source
    file: nodes.File
    name: str = ""


@dataclass(slots=True)
class _Open:
    """A file whose `use` lines are being followed. `place` is where it really lies, links followed."""

    loaded: Loaded
    path: str
    place: str
    uses: Iterator[nodes.Use]


@dataclass
class Loader:
    """Follows every `use` of a file. `order` ends up with libraries before what uses them, the file itself last."""

    files: Files | None
    parse: Parse = parse
    diagnostics: list[Diagnostic] = field(default_factory=list)
    order: list[Loaded] = field(default_factory=list)
    root: str = ""
    seen: set[str] = field(default_factory=set)
    opened: set[str] = field(default_factory=set)
    used: dict[str, str] = field(default_factory=dict)
    chain: list[_Open] = field(default_factory=list)  # a list and not recursion: a long chain of libraries is no crash

    def load(self, source: Source) -> None:
        parsed = self.parse(source)
        self.diagnostics.extend(parsed.diagnostics)
        loaded = Loaded(source, parsed.file)
        if not any(isinstance(each, nodes.Use) for each in parsed.file.statements):
            self.order.append(loaded)
            return
        place = _real(source.path) if self.files else source.path
        if self.files:
            from pathlib import Path

            self.root = _real(os.fspath(self.files.root(Path(source.path))))
        self.enter(Loaded(source, parsed.file, self.named(place)), source.path, place)
        while self.chain:
            top = self.chain[-1]
            use = next(top.uses, None)
            if use is None:
                done = self.chain.pop()
                self.opened.discard(done.place)
                self.order.append(done.loaded)
            elif use.path is not None:
                self.follow(use, use.path, top)

    def enter(self, loaded: Loaded, path: str, place: str) -> None:
        self.seen.add(place)
        self.opened.add(place)
        uses = (each for each in loaded.file.statements if isinstance(each, nodes.Use))
        self.chain.append(_Open(loaded, path, place, uses))

    def named(self, place: str) -> str:
        return os.path.relpath(place, self.root).replace(os.sep, "/") if self.inside(place) else os.path.basename(place)

    def inside(self, place: str) -> bool:
        return bool(self.root) and (place == self.root or place.startswith(self.root.rstrip(os.sep) + os.sep))

    def report(self, name: str, at: nodes.Text, message: str, fix: Fix | None = None, help: str = "") -> None:
        self.diagnostics.append(finding(name, at.span, message, fix=fix, help=help))

    def follow(self, use: nodes.Use, written: nodes.Text, top: _Open) -> None:
        if self.files is None:
            self.report("use-missing", written, f"This text stands in no folder, so `{written.value}` cannot be found.",
                        help="`use` looks from the folder of its file: save this text as a file first.")  # fmt: skip
            return
        name = written.value.replace("\\", "/")
        if name.startswith(("/", "~")) or re.match(_DRIVE, name) or re.match(_SCHEME, name):
            self.report("use-outside-root", written, f"`{written.value}` does not start from this file.",
                        help="Write the path from this file's folder, such as `use \"shared/roles.bp\"`.")  # fmt: skip
            return
        path = os.path.normpath(os.path.join(os.path.dirname(top.path), name))
        place = self.used[path] = _real(path) if "\0" not in path else path
        if "\0" not in path and not self.inside(place):
            self.report("use-outside-root", written, f"`{written.value}` lies outside the project.",
                        help="A library stands in the project's folder or below it: the nearest folder upwards with "
                        "`blueprint.toml` (even an empty one) or `.git`, else that of the file itself.")  # fmt: skip
        elif place in self.opened:
            self.report_cycle(written, place)
        elif place not in self.seen:
            self.read(use, written, path, place)

    def report_cycle(self, written: nodes.Text, place: str) -> None:
        names = [each.loaded.name for each in self.chain]
        start = next(index for index, each in enumerate(self.chain) if each.place == place)
        loop = " → ".join([*names[start:], names[start]])
        self.report("use-cycle", written, f"These files use each other in a circle: {loop}.",
                    help="Move what both need into a library of its own.")  # fmt: skip

    def read(self, use: nodes.Use, written: nodes.Text, path: str, place: str) -> None:
        source = self.text_of(written, path)
        if source is None:
            return
        parsed = self.parse(source)
        head = head_of(parsed.file)
        word = head.keyword.text if head else ""
        if word != "library":
            what = "a blueprint, not a library" if word == "blueprint" else "not a library"
            self.report("use-not-library", written, f"`{written.value}` is {what}.",
                        help="Only a library can be used: move what is shared into a file that begins so.")  # fmt: skip
            return
        self.diagnostics.extend(parsed.diagnostics)
        self.enter(Loaded(source, parsed.file, self.named(place)), path, place)

    def text_of(self, written: nodes.Text, path: str) -> Source | None:
        from pathlib import Path

        assert self.files is not None
        try:
            # A pipe or a device would be waited for without end.
            if os.path.exists(path) and not os.path.isfile(path):
                self.report("use-unreadable", written, f"`{written.value}` is not a file.")
                return None
            return self.files.read(Path(path))
        except UnicodeDecodeError:
            self.report("use-unreadable", written, f"`{written.value}` is not UTF-8 text.",
                        help="Save it as UTF-8 and try again.")  # fmt: skip
        except (FileNotFoundError, NotADirectoryError, ValueError):
            self.report_missing(written, path)
        except OSError as error:
            reason = error.strerror or "it cannot be opened"
            self.report("use-unreadable", written, f"`{written.value}` cannot be read: {reason}.")
        return None

    def report_missing(self, written: nodes.Text, path: str) -> None:
        name, there = os.path.basename(path), _neighbours(path)
        near = [f"{name}.bp"] if f"{name}.bp" in there else nearest(name, there)
        folder = written.value.replace("\\", "/").rpartition("/")[0]
        if not near:
            lies = f"in the folder `{folder}`, seen from this file" if folder else "in the same folder as this file"
            self.report("use-missing", written, f"There is no file `{written.value}` here.",
                        help=f"Is the name spelt right, and does the file lie {lies}?")  # fmt: skip
            return
        instead = f"{folder}/{near[0]}" if folder else near[0]
        fix = Fix(f"write `{instead}`", (Edit(written.span, f'"{instead}"'),))
        self.report("use-missing", written, f"There is no file `{written.value}` here; did you mean `{instead}`?", fix)


def _real(path: str) -> str:
    try:
        return os.path.realpath(path)
    except (OSError, ValueError):  # a loop of links, or a name that cannot be one
        return os.path.abspath(path) if "\0" not in path else path


def _neighbours(path: str) -> list[str]:
    try:
        return sorted(name for name in os.listdir(os.path.dirname(path) or ".") if name.endswith(".bp"))
    except (OSError, ValueError):
        return []
