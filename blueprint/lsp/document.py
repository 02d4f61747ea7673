"""What is open in the editor, and what follows from each version of it.

`Project` holds the open texts and, below them, the files on disk; `Analysed` is one version of one text with everything
that can be known of it. Features take an `Analysed` (and the `Project` where they look further than one text) and give
records with `Span`s: offsets in code points into `sources[span.file]`. Nothing here raises for what a text holds.
"""

from __future__ import annotations

import logging
import os
import re
import weakref
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from blueprint.api import Document
from blueprint.diagnostics import Diagnostic
from blueprint.lsp.overlay import KEPT, Overlay, Reads
from blueprint.lsp.places import is_foreign, path_of, real, uri_of
from blueprint.model import Resolved
from blueprint.rules.settings import Settings
from blueprint.source import Source
from blueprint.syntax import nodes, parse
from blueprint.syntax.again import parse_again
from blueprint.syntax.parser import Parsed

if TYPE_CHECKING:
    from blueprint.analysis import Figures
    from blueprint.graph.flow import Flow
    from blueprint.lsp.checking import Checker
    from blueprint.model.entities import Blueprint, Symbol

log = logging.getLogger(__name__)
T = TypeVar("T")
_HEAD = r"(?m)^[ \t]*(?:blueprint|library)\b"


class Overtaken(Exception):
    """A check is of no use any more: there is a newer version."""


class Analysed:
    """One version of one text, and everything that follows from it, worked out when first asked for.

    `source.path` is the absolute path of the file (for a text that was never saved, its address), and the `file` of
    every span in it. `version` is the editor's number for an open text, None for a file on disk. Where something cannot
    be worked out, it is empty or None.
    """

    def __init__(self, project: Project, uri: str, source: Source, version: int | None = None) -> None:
        self.project, self.uri, self.source, self.version = project, uri, source, version
        self.reads = Reads(project.overlay)  # the files that were looked for, found or not
        self.before: Resolved | None = None  # of the last version of which it is known
        self.earlier: tuple[Source, Parsed] | None = None  # the same of its tree
        self.between: Callable[[], None] | None = None  # called now and then in a check; raises `Overtaken` to end it
        self.cost = 0.0  # seconds that the last check of the text took

    @property
    def known(self) -> Resolved | None:
        """What the text means, as far as it is known without waiting: of this version, else of one shortly before it,
        whose spans may be off. For help while typing, such as the names that can be completed."""
        before = self.before  # taken first: it is let go once the other is there
        now: Resolved | None = self.__dict__.get("resolved")
        return now or before

    @property
    def path(self) -> str:
        return self.source.path

    @property
    def text(self) -> str:
        return self.source.text

    @cached_property
    def parsed(self) -> Parsed:
        """The tree of this text alone, and the errors of its syntax; of a keystroke, what it left of those before."""
        earlier, self.earlier = self.earlier, None
        nothing = Parsed(nodes.File((), self.source.span(0, len(self.text))))
        again = _guarded(lambda: parse_again(*earlier, self.source), None) if earlier is not None else None
        return again or _guarded(lambda: parse(self.source), nothing)

    @cached_property
    def document(self) -> Document:
        """The text as the rest of the house takes it, to draw and to check."""
        version, project = weakref.ref(self), self.project  # two that keep each other are freed late: see `Workers`

        def parsed(source: Source) -> Parsed:
            """What was parsed once, here or for another text that uses the same file, is not parsed again."""
            own = version()
            return own.parsed if own is not None and source is own.source else project.parsed(source)

        return Document(self.source, files=self.reads if os.path.isabs(self.path) else None, parse=parsed)

    @cached_property
    def resolved(self) -> Resolved:
        """What the text means together with the files it uses: model, sources, findings of syntax and resolution."""
        found = _guarded(lambda: self.document.resolved, Resolved(None, (), {self.path: self.source}))
        self.before = None  # a whole model is much to keep for nobody
        return found

    @property
    def sources(self) -> Mapping[str, Source]:
        """Every text that was read for this one, by the file name that spans carry."""
        return self.resolved.sources

    @property
    def model(self) -> Blueprint | None:
        """The typed model, of a library too; None when the text is neither blueprint nor library."""
        return self.resolved.blueprint

    @property
    def symbols(self) -> Mapping[str, Symbol]:
        """Every definition with its uses, in this text and in those it uses, by key."""
        return self.model.symbols if self.model is not None else {}

    @cached_property
    def flow(self) -> Flow | None:
        """The graph; None for a library, and for what is no blueprint."""
        if self.model is None or self.model.library:
            return None
        return _guarded(lambda: self.document.flow, None)

    @cached_property
    def figures(self) -> Figures | None:
        """Times, money, people and failures; None where there is no flow."""
        from blueprint.analysis import figures

        return figures(self.model, self.flow) if self.model is not None and self.flow is not None else None

    @cached_property
    def settings(self) -> Settings:
        """Those of the project the file lies in; of none where its settings file cannot be understood."""
        return self.project.settings(self.path)

    @cached_property
    def findings(self) -> tuple[Diagnostic, ...]:
        """Everything a check would tell, of the files it uses too (`span.file` says whose it is)."""
        if self.foreign:
            return ()
        return _guarded(lambda: self.project.check(self), self.resolved.diagnostics)

    @cached_property
    def foreign(self) -> bool:
        """Whether this is no file of ours, such as a build file that shares the suffix: it is left alone."""
        if is_foreign(self.path):
            return True
        if re.search(_HEAD, self.text) or not self.text.strip():  # all that has to be read of nearly every text
            return False
        if not re.search("[{=]", self.text):  # the first words of a text that is only begun
            return False
        told = self.resolved.diagnostics
        return bool(told) and told[0].name == "not-a-blueprint" and told[0].fix is None

    def uri_of(self, file: str) -> str:
        """The address of the file that a span speaks of."""
        return self.project.uri_of(file)


class Project:
    """The open texts over the files on disk. Files are known by their real path, whatever link leads to them."""

    def __init__(self, folders: tuple[str, ...] = ()) -> None:
        self.folders = list(folders)  # absolute paths
        self.overlay = Overlay()
        self.open: dict[str, Analysed] = {}  # by real path, each the newest version
        self._disk: dict[str, Analysed] = {}
        self._uris: dict[str, str] = {}
        self._parsed: dict[str, tuple[Source, Parsed]] = {}

    # texts come and go

    def put(self, uri: str, text: str, version: int | None = None) -> Analysed:
        """Open a text, or take its next version as a whole."""
        return self.update(uri, Source(text, path_of(uri)), version)[0]

    def update(self, uri: str, source: Source, version: int | None = None) -> list[Analysed]:
        """Take the next version of a text: it, and after it fresh views of the open texts that had read it."""
        key = real(source.path)
        old = self.open.get(key)
        analysed = self.open[key] = Analysed(self, uri, source, version)
        if old is not None:
            analysed.before, analysed.cost = old.known, old.cost
            parsed: Parsed | None = old.__dict__.get("parsed")
            analysed.earlier = (old.source, parsed) if parsed is not None else old.earlier
        self._uris[source.path] = uri
        self.overlay.texts[key] = source
        return [analysed, *self.forget(source.path)]

    def close(self, uri: str) -> list[Analysed]:
        """What is on disk holds again; fresh views of the open texts that had read this one."""
        path = path_of(uri)
        self.open.pop(real(path), None)
        self._uris.pop(path, None)
        self.overlay.texts.pop(real(path), None)
        return self.forget(path)

    def forget(self, path: str) -> list[Analysed]:
        """Take note that a file has changed, in the editor or on disk. Every open text that had read it, or had looked
        for it, is replaced by a fresh view of the same version; those are returned."""
        key = real(path)
        self.overlay.forget(key)
        for other, each in list(self._disk.items()):
            if other == key or key in each.reads.seen:
                del self._disk[other]
        again = []
        for other, each in list(self.open.items()):
            if other != key and key in each.reads.seen:
                fresh = self.open[other] = _only(each, "parsed")
                fresh.before = each.known
                again.append(fresh)
        return again

    def parsed(self, source: Source) -> Parsed:
        """The tree of a text that others use, made once for each version of it."""
        opened = self.open.get(real(source.path))
        if opened is not None and opened.source is source:
            return opened.parsed
        known = self._parsed.get(source.path)
        if known is None or known[0] is not source:
            if len(self._parsed) >= KEPT:
                self._parsed.clear()
            known = self._parsed[source.path] = source, parse(source)
        return known[1]

    # looking

    def get(self, uri: str) -> Analysed | None:
        """The text at an address: the open one, else the file on disk; None when there is none that can be read."""
        return self.at(path_of(uri))

    def at(self, path: str) -> Analysed | None:
        """The same by path, such as the `file` of a span."""
        key = real(path)
        if key in self.open:
            return self.open[key]
        if not os.path.isabs(path):
            return None
        source = self.overlay.try_read(path)
        if source is None:
            self._disk.pop(key, None)
            return None
        known = self._disk.get(key)
        if known is None or known.source is not source:
            known = self._disk[key] = Analysed(self, uri_of(path), source)
        return known

    def uri_of(self, file: str) -> str:
        """The address of a file, as the editor wrote it where it has it open."""
        return self._uris.get(file) or uri_of(file)

    def files(self) -> list[str]:
        """The blueprints in the folders of the workspace and those that are open, by path, in order. Folders whose
        names begin with a dot are left out, and so are build files of other tools."""
        return self.overlay.listing([*self.folders], [each.path for each in self.open.values()])

    def users(self, path: str) -> Iterator[Analysed]:
        """Every text that uses a file, directly or not, and the file itself: what a rename or a search has to see."""
        key = real(path)
        for each in self.files():
            analysed = self.at(each)
            if analysed is None or analysed.foreign:
                continue
            if real(each) == key or ("use" in analysed.text and any(real(file) == key for file in analysed.sources)):
                yield analysed

    # checking

    @cached_property
    def _checks(self) -> Checker:
        from blueprint.lsp.checking import Checker

        return Checker()

    def settings(self, path: str) -> Settings:
        """The settings in force for a file."""
        return self._checks.settings(path)

    @property
    def wrong_settings(self) -> list[str]:
        """What is wrong with settings files, a sentence each."""
        return list(self._checks.wrong)

    def check(self, analysed: Analysed) -> tuple[Diagnostic, ...]:
        """Every finding, old ones that are put off left out."""
        return self._checks.check(analysed)

    def reread_settings(self) -> None:
        """Take note that a settings file, or a list of old findings, has changed."""
        self.__dict__.pop("_checks", None)
        for key, each in list(self.open.items()):
            fresh = self.open[key] = _only(each, "parsed", "document", "resolved", "foreign", "flow", "figures")
            fresh.reads = each.reads
        self._disk.clear()


def _only(analysed: Analysed, *names: str) -> Analysed:
    """The same version; all but these parts of it are to be worked out anew."""
    fresh = Analysed(analysed.project, analysed.uri, analysed.source, analysed.version)
    fresh.before, fresh.earlier, fresh.cost = analysed.before, analysed.earlier, analysed.cost
    fresh.__dict__.update({name: analysed.__dict__[name] for name in names if name in analysed.__dict__})
    return fresh


def _guarded(work: Callable[[], T], otherwise: T) -> T:
    """A defect of ours must not take the editor down: it is logged, and there is nothing to see."""
    try:
        return work()
    except Overtaken:
        raise
    except Exception:
        log.exception("A text could not be analysed.")
        return otherwise
