"""A new name for what is under the cursor, everywhere it is named: in this file, in the library that gives it, and in
every other file of the workspace that uses that library.

Where an id was made from a title, a new id is written before the title; renamed on the title itself, the title is
what changes, and with it the id. Whatever would come to mean something else is a reason to refuse, in a sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from blueprint.diagnostics import Edit, Fix, apply
from blueprint.lsp.places import real
from blueprint.lsp.symbols import Named, everywhere, named
from blueprint.model import resolve
from blueprint.model.entities import Symbol
from blueprint.model.words import a_or_an, derive, nfc
from blueprint.records import dataclass
from blueprint.source import Source, Span
from blueprint.syntax.grammar import load
from blueprint.syntax.lexemes import scan
from blueprint.syntax.texts import quote, text_value
from blueprint.vocabulary import RESERVED, WORDS

if TYPE_CHECKING:
    from blueprint.lsp.document import Analysed

_TIMED = ("wait", "pause")
_DOTTED = re.compile(r"\.\s*\Z")


@dataclass(frozen=True, slots=True)
class Prepared:
    """What is going to be renamed: the range, and the name as it is, to begin from."""

    span: Span
    name: str


@dataclass(frozen=True, slots=True)
class Renamed:
    """The edits of all files; each span says whose it is."""

    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """Why it cannot be done, in a sentence for the user."""

    message: str


def prepare(analysed: Analysed, offset: int) -> Prepared | Refused:
    """What a rename at an offset would rename, or why nothing can be renamed there."""
    found = _target(analysed, offset)
    if isinstance(found, Refused):
        return found
    written = analysed.source.slice(found.span)
    if not _is_text(written):
        return Prepared(found.span, written)
    inner = Span(found.span.start + 1, found.span.end - 1, found.span.file)
    return Prepared(inner, analysed.source.slice(inner))


def rename(analysed: Analysed, offset: int, new: str) -> Renamed | Refused:
    """The edits that give what is under the cursor a new name, or why it cannot have it."""
    found = _target(analysed, offset)
    if isinstance(found, Refused):
        return found
    title = _is_text(analysed.source.slice(found.span))
    new = new.strip()
    if title:
        new = text_value(new, found.span)[0] if len(new) > 1 and _is_text(new) else new
        name = derive(new, found.symbol.kind)
    else:
        name = nfc(new)
    refusal = _bad_title(new) if title else _bad_name(name, found.symbol)
    if refusal is None:
        refusal = _clash(analysed, found.symbol, name)
    if refusal is not None:
        return refusal
    work = _Rename(analysed, found.symbol, name, new if title else None)
    return work.done()


def _target(analysed: Analysed, offset: int) -> Named | Refused:
    every = named(analysed, offset)
    found = [each for each in every if _spoken(analysed, each)]
    titled = next((each.symbol for each in every if each.symbol.explicit), None)
    if not found and titled and any(_is_text(analysed.source.slice(each.span)) for each in every):
        return Refused(
            f"This is a title, and nothing refers to it: write another as you like. The id is `{titled.key}`."
        )
    if not found:
        return Refused("There is no name here that could be changed.")
    if found[0].symbol.kind in _TIMED:
        return Refused(f"A `{found[0].symbol.kind}` has no id of its own that could be changed.")
    return found[0]


def _spoken(analysed: Analysed, each: Named) -> bool:
    """Whether what stands here is the name itself, and not a keyword, a lane or a title beside it."""
    symbol, span = each.symbol, each.span
    written = analysed.source.slice(span)
    if span not in (symbol.definition, *symbol.uses, *symbol.titles):
        return False
    if _is_text(written):
        return not symbol.explicit and not written.startswith('"""')
    own = nfc(written) == symbol.key.rpartition(".")[2]
    if symbol.kind == "cell" and not symbol.explicit:
        return own and span in symbol.uses and bool(_DOTTED.search(analysed.text, 0, span.start))
    return own or (symbol.kind != "cell" and span in symbol.uses)


def _is_text(written: str) -> bool:
    return written.startswith('"') and written.endswith('"')


# ---------------------------------------------------------------------------------------------------- reasons


def _bad_title(new: str) -> Refused | None:
    if "\n" in new or "\r" in new or not new:
        return Refused("A title is written on one line and holds at least one letter.")
    return None


def _bad_name(name: str, symbol: Symbol) -> Refused | None:
    lexemes = scan(load(), name)
    one = (
        len(lexemes) == 1
        and lexemes[0][1] == name
        and (lexemes[0][0] in ("NAME", "CURRENCY") or lexemes[0][0].islower())
    )
    if not one:
        meant = derive(name, symbol.kind)
        return Refused(f"`{name}` is no id: an id is one word of letters, digits and `_`, and begins with a letter. "
                       f"`{meant}` would do.")  # fmt: skip
    if name in RESERVED or (symbol.kind == "lane" and name in WORDS):
        what = "the id of a lane" if symbol.kind == "lane" else "an id"
        return Refused(f"`{name}` has a meaning of its own in the language and cannot be {what}.")
    return None


def _clash(analysed: Analysed, symbol: Symbol, name: str) -> Refused | None:
    """Whether something that is named beside it has the new name already, in any file that knows both."""
    for where, own in everywhere(analysed, symbol):
        owner, _, _ = own.key.rpartition(".")
        other = where.symbols.get(f"{owner}.{name}" if owner else name)
        if other is not None and other.key != own.key:
            line, _ = where.sources[other.definition.file].line_column(other.definition.start)
            place = "" if other.definition.file == analysed.path else f" of {Path(other.definition.file).name}"
            return Refused(f"`{name}` is already the name of {a_or_an(other.kind)}, in line {line}{place}.")
    return None


# ---------------------------------------------------------------------------------------------------- edits


class _Rename:
    def __init__(self, analysed: Analysed, symbol: Symbol, name: str, title: str | None) -> None:
        self.name, self.title = name, title
        self.views = list(everywhere(analysed, symbol))
        self.texts: dict[str, Source] = {}
        self.edits: dict[tuple[str, int, int], Edit] = {}
        for where, own in self.views:
            self.texts.update({real(file): source for file, source in where.sources.items()})
            for edit in self._edits(own):
                self.edits.setdefault((real(edit.span.file), edit.span.start, edit.span.end), edit)

    def done(self) -> Renamed | Refused:
        edits = tuple(edit for _, edit in sorted(self.edits.items()) if self._written(edit.span) != edit.text)
        changed = {}
        for file in dict.fromkeys(real(edit.span.file) for edit in edits):
            source = self.texts[file]
            here = tuple(edit for edit in edits if real(edit.span.file) == file)
            changed[file] = Source(apply(source.text, [Fix("", here)]), source.path)
        moved = _Moved(edits)
        for where, own in self.views:
            if edits and not _same(where, own, changed, moved):
                return Refused(f"If this were called `{self.name}`, other names would come to mean something else. "
                               "Choose another name.")  # fmt: skip
        return Renamed(edits)

    def _written(self, span: Span) -> str:
        return self.texts[real(span.file)].slice(span)

    def _edits(self, symbol: Symbol) -> Iterator[Edit]:
        yield self._at_definition(symbol)
        for use in symbol.uses:
            if symbol.kind != "cell" or self._is_cell(symbol, use):
                yield Edit(use, self.name)
        for title in symbol.titles:
            yield self._before(title)

    def _at_definition(self, symbol: Symbol) -> Edit:
        at = symbol.definition
        if symbol.explicit:
            return Edit(at, self.name)
        if self._written(at).startswith('"'):
            return self._before(at)
        return Edit(Span(at.end, at.end, at.file), f" {self.name}")

    def _before(self, title: Span) -> Edit:
        """A title that an id was made from: it changes itself, or the id is written before it."""
        if self.title is not None:
            return Edit(title, quote(self.title))
        return Edit(Span(title.start, title.start, title.file), f"{self.name} ")

    def _is_cell(self, symbol: Symbol, use: Span) -> bool:
        """Whether a use names a cell by its id; one that names it by its lane holds whatever the id is."""
        if symbol.explicit:
            return nfc(self._written(use)) == symbol.key.rpartition(".")[2]
        return bool(_DOTTED.search(self.texts[real(use.file)].text, 0, use.start))


# ---------------------------------------------------------------------------------------------------- proof


class _Changed:
    """The files as they will be."""

    def __init__(self, where: Analysed, changed: Mapping[str, Source]) -> None:
        self.where, self.changed = where, changed

    def read(self, path: Path) -> Source:
        new = self.changed.get(real(str(path)))
        return Source(new.text, str(path)) if new is not None else self.where.project.overlay.read(path)

    def root(self, path: Path) -> Path:
        return self.where.project.overlay.root(path)


def _same(where: Analysed, own: Symbol, changed: Mapping[str, Source], moved: _Moved) -> bool:
    """Whether every other name means after the edits what it meant before, and nothing new is found to be wrong."""
    source = Source(changed[real(where.path)].text, where.path) if real(where.path) in changed else where.source
    after = resolve(source, _Changed(where, changed) if where.reads.seen else None)
    if Counter(each.name for each in after.diagnostics) - Counter(each.name for each in where.resolved.diagnostics):
        return False
    # A cell that was named by its lane no longer names it.
    others = (each for each in where.symbols.values() if own.kind != "cell" or each.kind != "lane")
    meant = {frozenset((use.file, moved.to(use)) for use in each.uses) for each in others if each.key != own.key}
    symbols = after.blueprint.symbols.values() if after.blueprint else ()
    return meant <= {frozenset((use.file, use.start) for use in each.uses) for each in symbols} | {frozenset()}


class _Moved:
    """Where a place is after the edits."""

    def __init__(self, edits: tuple[Edit, ...]) -> None:
        self.starts: dict[str, list[int]] = {}
        self.shifts: dict[str, list[int]] = {}  # of all edits up to one, and it
        self.known: dict[str, str] = {}  # real paths: asking the disk for each use would take longest
        for edit in edits:
            file = real(edit.span.file)
            self.starts.setdefault(file, []).append(edit.span.start)
            shifts = self.shifts.setdefault(file, [0])
            shifts.append(shifts[-1] + len(edit.text) - len(edit.span))

    def to(self, span: Span) -> int:
        file = self.known.get(span.file)
        if file is None:
            file = self.known[span.file] = real(span.file)
        if file not in self.starts:
            return span.start
        return span.start + self.shifts[file][bisect_left(self.starts[file], span.start)]
