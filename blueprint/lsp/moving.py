"""Moving a declaration into a library, so that several blueprints share it: one that is used already, or a new one."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import partial

from blueprint.diagnostics import Edit
from blueprint.lsp.changes import Change, first_offset, last_offset, sound
from blueprint.lsp.document import Analysed
from blueprint.lsp.places import real
from blueprint.lsp.tree import path
from blueprint.model.collect import head_of
from blueprint.source import Source, Span
from blueprint.syntax import nodes, parse
from blueprint.syntax.format import line_end

KINDS = ("role", "persona", "system", "partner", "channel", "insight", "policy")
_MOST = 3  # libraries that are offered


def offers(analysed: Analysed, span: Span) -> Iterator[tuple[str, Callable[[], Change | None]]]:
    """The declaration at a place: each library that the file uses itself, or a new one beside the file."""
    around = path(analysed.parsed.file, span.start)
    node = around[0] if around else None
    if not isinstance(node, nodes.Header) or node.keyword.text not in KINDS or not os.path.isabs(analysed.path):
        return
    kind = node.keyword.text
    name = node.id.text if node.id else node.title.value if node.title else kind
    used = _used(analysed)
    for written, library in used[:_MOST]:
        yield f"Move {kind} `{name}` to `{written}`", partial(_moved, analysed, node, library)
    if not used:
        fresh = _fresh(analysed, kind)
        yield f"Move {kind} `{name}` to a new library `{fresh}`", partial(_founded, analysed, node, fresh)


def _used(analysed: Analysed) -> list[tuple[str, str]]:
    """The libraries that the file takes in by lines of its own: as written, and their path."""
    folder, found = os.path.dirname(analysed.path), []
    for each in analysed.parsed.file.statements:
        if isinstance(each, nodes.Use) and each.path is not None:
            path = os.path.normpath(os.path.join(folder, each.path.value.replace("\\", "/")))
            if any(real(path) == real(file) for file in analysed.sources):
                found.append((each.path.value, path))
    return found


def _fresh(analysed: Analysed, kind: str) -> str:
    """A file name that is free in the folder of the file."""
    folder, number, name = os.path.dirname(analysed.path), 2, f"{kind}s.bp"
    while os.path.lexists(os.path.join(folder, name)):
        name, number = f"{kind}s-{number}.bp", number + 1
    return name


def _cut(analysed: Analysed, node: nodes.Header) -> tuple[str, Edit]:
    """The declaration with its comments, as lines, and the edit that takes it away."""
    source = analysed.source
    start, end = first_offset(node), last_offset(node)
    text = source.text
    begin = source.line_starts[source.line_column(start)[0] - 1]
    begin = begin if not text[begin:start].strip() else start
    stop = end
    while stop < len(text) and text[stop] in " \t":
        stop += 1
    stop += len(line_end(text)) if text.startswith(("\n", "\r"), stop) else 0
    blank = line_end(text)
    if text[:begin].endswith(blank * 2) and text.startswith(blank, stop):
        stop += len(blank)  # of the blank lines on both sides one is left
    return text[start:end], Edit(source.span(begin, stop), "")


def _moved(analysed: Analysed, node: nodes.Header, path: str) -> Change | None:
    library = analysed.project.overlay.try_read(path)
    if library is None:
        return None
    text, cut = _cut(analysed, node)
    end = line_end(library.text)
    at = _end_of_same(library, node.keyword.text)
    gap = end if at < 0 and library.text.endswith(end) else end if at >= 0 else end * 2
    place = at if at >= 0 else len(library.text)
    put = gap + _with_ends(text, end) + ("" if at >= 0 else end)
    edit = Edit(Span(place, place, library.path), put)
    return sound(analysed, Change({analysed.path: (cut,), library.path: (edit,)}))


def _end_of_same(library: Source, kind: str) -> int:
    """Where the last declaration of a kind ends; -1 when there is none."""
    same = [e for e in parse(library).file.statements if isinstance(e, nodes.Header) and e.keyword.text == kind]
    return last_offset(same[-1]) if same else -1


def _founded(analysed: Analysed, node: nodes.Header, name: str) -> Change | None:
    """A new library with the declaration alone, and the line that takes it in below the head."""
    head = head_of(analysed.parsed.file)
    if head is None:
        return None
    text, cut = _cut(analysed, node)
    end = line_end(analysed.text)
    kind = node.keyword.text
    title = f"{kind}s".capitalize()
    made = f'library {kind}s "{title}"{end}{end}{text}{end}'
    at = last_offset(next((e for e in analysed.parsed.file.statements if e.span == head.span), head))
    use = Edit(analysed.source.span(at, at), f'{end}use "{name}"')
    path = os.path.join(os.path.dirname(analysed.path), name)
    return sound(analysed, Change({analysed.path: (use, cut)}, {path: made}))


def _with_ends(text: str, end: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", end)
