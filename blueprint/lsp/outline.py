"""What a file holds, as a tree of names: phases, services, steps, cells, and everything declared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from blueprint.records import dataclass
from blueprint.source import Span
from blueprint.syntax import nodes

if TYPE_CHECKING:
    from blueprint.lsp.document import Analysed, Project

MOST = 500  # symbols of a workspace that are shown at once


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A named statement. `kind` is its keyword, `cell` for a line in a lane, `broken` for what could not be read but
    holds something; `detail` is what stands beside the name.

    `span` is all of it, `name_span` the piece that names it; `id` is empty unless written.
    """

    name: str
    kind: str
    detail: str
    span: Span
    name_span: Span
    id: str = ""
    children: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A named statement of the workspace, and what it stands in."""

    name: str
    kind: str
    inside: str
    span: Span


def outline(analysed: Analysed) -> tuple[Entry, ...]:
    """The named statements of a file, each with those in its block; from the tree, so half a file has half of it."""
    return _entries(analysed.parsed.file.statements)


def workspace(project: Project, query: str) -> tuple[Found, ...]:
    """The named statements of all blueprints of the workspace whose name or id holds the letters of the query in their
    order; those that begin with them first, then by file and place."""
    wanted = re.compile(".*?".join(map(re.escape, query.casefold().replace(" ", ""))))
    found: list[tuple[int, int, Found]] = []
    for path in project.files():
        analysed = project.at(path)
        if analysed is None or analysed.foreign:
            continue
        for entry, inside in _flat(outline(analysed), ""):
            names = entry.name.casefold(), entry.id.casefold()
            if any(wanted.search(name) for name in names):
                rank = 0 if any(name.startswith(query.casefold()) for name in names) else 1
                found.append(
                    (rank, len(found), Found(name=entry.name, kind=entry.kind, inside=inside, span=entry.name_span))
                )
    return tuple(each for _, _, each in sorted(found, key=lambda each: each[:2])[:MOST])


def _flat(entries: Iterable[Entry], inside: str) -> Iterator[tuple[Entry, str]]:
    waiting = [(entry, inside) for entry in reversed(tuple(entries))]
    while waiting:
        entry, inside = waiting.pop()
        yield entry, inside
        waiting += [(child, entry.name) for child in reversed(entry.children)]


def _entries(statements: Iterable[nodes.Statement]) -> tuple[Entry, ...]:
    return tuple(entry for node in statements for entry in _entry(node))


def _entry(node: nodes.Statement) -> Iterator[Entry]:
    block = getattr(node, "block", None)
    children = _entries(block.statements) if block is not None else ()
    name = _name(node)
    if name is None:
        yield from children
        return
    word, (text, span) = _word(node), name
    id = getattr(node, "id", None)
    yield Entry(
        name=text, kind=_kind(node, word), detail=_detail(node, word),
        span=node.span, name_span=span, id=id.text if id is not None else "", children=children,
    )  # fmt: skip


def _kind(node: nodes.Statement, word: nodes.Word) -> str:
    if isinstance(node, nodes.Broken):
        return "broken"
    return "cell" if isinstance(node, nodes.Cell) else word.text


def _word(node: nodes.Statement) -> nodes.Word:
    if isinstance(node, nodes.Cell):
        return node.lane
    word = getattr(node, "keyword", None) or getattr(node, "word", None)
    assert isinstance(word, nodes.Word)  # whatever has a name has one
    return word


def _name(node: nodes.Statement) -> tuple[str, Span] | None:
    """How a statement is called, and where; None for attributes, links and the like."""
    if isinstance(node, nodes.Broken):
        return (" ".join(node.text.split())[:60], node.word.span) if node.word and node.block else None
    if not isinstance(node, nodes.Header | nodes.Cell | nodes.Timed | nodes.Fail | nodes.When):
        return None
    title, id = node.title, getattr(node, "id", None)
    if title is not None and title.value.strip():
        return " ".join(title.value.split()), title.span
    if id is not None:
        return id.text, id.span
    word = _word(node)
    kind = node.kind if isinstance(node, nodes.Header) else None
    return (kind.text, kind.span) if kind is not None else (word.text, word.span)


def _detail(node: nodes.Statement, word: nodes.Word) -> str:
    kind = getattr(node, "kind", None)
    id = getattr(node, "id", None)
    parts = [word.text, kind.text if kind is not None else "", id.text if id is not None else ""]
    return " ".join(part for part in parts if part)
