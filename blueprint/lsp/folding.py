"""What can be folded away, and how a selection grows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from blueprint.lsp.tree import holds, leaves, path, walk
from blueprint.records import dataclass
from blueprint.source import Source, Span
from blueprint.syntax import nodes

if TYPE_CHECKING:
    from blueprint.lsp.document import Analysed


@dataclass(frozen=True, slots=True)
class Fold:
    """A stretch of several lines of which the first stays to be seen. It ends with the last line that is hidden."""

    span: Span
    kind: Literal["block", "comment", "uses", "text"]


def folds(analysed: Analysed) -> tuple[Fold, ...]:
    """Blocks, comments and texts of several lines, and runs of `use`, in order."""
    file, source = analysed.parsed.file, analysed.source
    found = [*_blocks(analysed), *_runs(source, _comments(file), "comment")]
    uses = [node.span for node in file.statements if isinstance(node, nodes.Use)]
    found += _runs(source, uses, "uses")
    several = (fold for fold in found if source.line_column(fold.span.start)[0] < source.line_column(fold.span.end)[0])
    return tuple(sorted(several, key=lambda fold: (fold.span.start, -fold.span.end)))


def selections(analysed: Analysed, offset: int) -> tuple[Span, ...]:
    """The ranges around an offset, each larger than the one before it: word, piece, statement, block, and so on."""
    source, file = analysed.source, analysed.parsed.file
    offset = max(0, min(offset, len(source.text)))
    around = path(file, offset)
    found: list[Span] = []
    for node in reversed(around):
        for leaf in leaves(node):
            if holds(leaf.part.span, offset):
                found += _within(leaf.part, offset)
        block = getattr(node, "block", None)
        if block is not None and block.span.start < offset <= block.span.end:
            found += [
                source.span(block.span.start + 1, max(block.span.start + 1, block.span.end - block.closed)),
                block.span,
            ]
        found.append(node.span)
    found.append(source.span(0, len(source.text)))
    return tuple(_growing(found, offset))


def _growing(spans: Iterable[Span], offset: int) -> Iterator[Span]:
    last: Span | None = None
    for span in sorted((span for span in spans if holds(span, offset)), key=len):
        if last is None or (span.start <= last.start and last.end <= span.end and span != last):
            yield span
            last = span


def _within(part: nodes.Word | nodes.Text | nodes.Ref | nodes.Quantity, offset: int) -> Iterator[Span]:
    span = part.span
    if isinstance(part, nodes.Ref):
        yield from (word.span for word in part.parts if holds(word.span, offset))
    elif isinstance(part, nodes.Text):
        quotes = 3 if part.long else 1
        if len(span) >= 2 * quotes:
            yield Span(span.start + quotes, span.end - quotes, span.file)
    yield span


def _blocks(analysed: Analysed) -> Iterator[Fold]:
    """A block hides all but its first line, and leaves the closing brace to be seen where it begins a line."""
    source, long = analysed.source, '"""' in analysed.text
    for node in walk(analysed.parsed.file):
        block = getattr(node, "block", None)
        if block is not None:
            end = block.span.end
            line, column = source.line_column(max(block.span.start, end - 1))
            begins = block.closed and not source.line(line)[: column - 1].strip()
            if begins and line > 1:
                end = source.line_starts[line - 2] + len(source.line(line - 1))
            yield Fold(source.span(block.span.start, max(block.span.start, end)), "block")
        for part in (getattr(node, "title", None), *getattr(node, "values", ())) if long else ():
            if isinstance(part, nodes.Text) and part.long:
                yield Fold(part.span, "text")


def _comments(file: nodes.File) -> list[Span]:
    """The comments that stand on lines of their own, in order."""
    found = [comment.span for comment in file.dangling]
    for node in walk(file):
        block = getattr(node, "block", None)
        found += [comment.span for comment in (*node.leading, *(block.dangling if block is not None else ()))]
    return sorted(found)


def _runs(source: Source, spans: list[Span], kind: Literal["comment", "uses"]) -> Iterator[Fold]:
    """The stretches of spans on lines that follow each other."""
    if not spans:
        return
    first = spans[0]
    for one, other in pairwise(spans):
        if source.line_column(other.start)[0] != source.line_column(one.end)[0] + 1:
            yield Fold(Span(first.start, one.end, first.file), kind)
            first = other
    yield Fold(Span(first.start, spans[-1].end, first.file), kind)
