"""What a name at a place means: definition, every use in this file and in all that use it, and those to be lit up."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blueprint.lsp.links import beside, used
from blueprint.lsp.places import real
from blueprint.lsp.tree import Leaf, holds, leaf
from blueprint.model.entities import Symbol
from blueprint.model.words import nfc
from blueprint.records import dataclass
from blueprint.source import Span
from blueprint.syntax import nodes

if TYPE_CHECKING:
    from blueprint.lsp.document import Analysed

_CELLS = ("cell", "wait", "pause")


@dataclass(frozen=True, slots=True)
class Named:
    """A symbol, and the range by which it is named at the cursor."""

    symbol: Symbol
    span: Span


@dataclass(frozen=True, slots=True)
class Highlight:
    """One place where the name under the cursor stands; `defines` where it is given."""

    span: Span
    defines: bool = False


def named(analysed: Analysed, offset: int) -> tuple[Named, ...]:
    """The symbols that are named at an offset, the nearest meaning first: a lane before the cell that is named by it.

    A name that cannot stand where it stands is found all the same, as far as something is called so.
    """
    found = [
        Named(symbol, span) for symbol in analysed.symbols.values() for span in _here(symbol, analysed.path, offset)
    ]
    if found:
        return tuple(sorted(found, key=lambda each: each.symbol.kind in _CELLS))
    at = leaf(analysed.parsed.file, offset)
    return (tuple(_by_element(analysed, at)) or tuple(_by_name(analysed, at, offset))) if at else ()


def definition(analysed: Analysed, offset: int) -> tuple[Span, ...]:
    """Where the name under the cursor is given; the beginning of the file for the path after `use`."""
    at = leaf(analysed.parsed.file, offset)
    if at is not None and isinstance(at.node, nodes.Use):
        path = used(analysed, at.node)
        return (Span(0, 0, path),) if path else ()
    return tuple(dict.fromkeys(each.symbol.definition for each in named(analysed, offset)))


def highlights(analysed: Analysed, offset: int) -> tuple[Highlight, ...]:
    """Every place of this file where the name under the cursor stands, in order."""
    found = {span: Highlight(span, defines) for each in named(analysed, offset)[:1]
             for span, defines in _places(each.symbol) if span.file == analysed.path}  # fmt: skip
    return tuple(sorted(found.values(), key=lambda each: each.span.start))


def references(analysed: Analysed, offset: int, declaration: bool = True) -> tuple[Span, ...]:
    """Every place where the name under the cursor stands, in this file, in the library that gives it, and in all
    other files that use that library; by file and place."""
    found: dict[tuple[str, int, int], Span] = {}
    for each in named(analysed, offset)[:1]:
        for _, symbol in everywhere(analysed, each.symbol):
            for span, defines in _places(symbol):
                if declaration or not defines:
                    found.setdefault((real(span.file), span.start, span.end), span)
    return tuple(found[key] for key in sorted(found))


def everywhere(analysed: Analysed, symbol: Symbol) -> Iterator[tuple[Analysed, Symbol]]:
    """The symbol as each text knows it that can name it: this one first, then all that use the file that gives it."""
    yield analysed, symbol
    model = analysed.model
    if model is None or (not model.library and symbol.definition.file == analysed.path):
        return  # nobody uses a blueprint
    home = real(symbol.definition.file), symbol.definition.start
    for other in _users(analysed, symbol.definition.file):
        if real(other.path) == real(analysed.path):
            continue
        for each in other.symbols.values():
            if each.definition.start == home[1] and real(each.definition.file) == home[0]:
                yield other, each
                break


def _users(analysed: Analysed, library: str) -> Iterator[Analysed]:
    """Every text that uses a library. Where no folder is open, those in its own folder and in that of the file count:
    a rename that left them out would break them."""
    project = analysed.project
    yield from project.users(library)
    if project.folders:
        return
    seen = {real(each.path) for each in project.open.values()}
    for path in dict.fromkeys(path for file in (library, analysed.path) for path in beside(os.path.dirname(file))):
        other = project.at(path) if real(path) not in seen else None
        if other is not None and not other.foreign and any(real(file) == real(library) for file in other.sources):
            yield other


def _places(symbol: Symbol) -> Iterator[tuple[Span, bool]]:
    yield symbol.definition, True
    for span in (*symbol.uses, *symbol.titles):
        yield span, False


def _here(symbol: Symbol, file: str, offset: int) -> Iterator[Span]:
    for span, _ in _places(symbol):
        if span.file == file and holds(span, offset):
            yield span


def _by_element(analysed: Analysed, at: Leaf) -> Iterator[Named]:
    """The element whose keyword, id or title this is."""
    if at.role not in ("keyword", "lane", "id", "title", "kind"):
        return
    own = {getattr(at.node, name).span for name in ("keyword", "lane", "id", "title") if getattr(at.node, name, None)}
    for symbol in analysed.symbols.values():
        if symbol.definition in own or own.intersection(symbol.uses) or own.intersection(symbol.titles):
            yield Named(symbol, at.part.span)


def _by_name(analysed: Analysed, at: Leaf, offset: int) -> Iterator[Named]:
    """What is called so, though it cannot stand here or could not be understood here."""
    words = at.part.parts if isinstance(at.part, nodes.Ref) else (at.part,) if isinstance(at.part, nodes.Word) else ()
    for number, word in enumerate(words):
        if holds(word.span, offset) and at.role not in ("keyword", "lane", "word", "arrow", "comparison"):
            key = ".".join(nfc(each.text) for each in words[: number + 1])
            symbol = analysed.symbols.get(key)
            if symbol is not None:
                yield Named(symbol, word.span)
