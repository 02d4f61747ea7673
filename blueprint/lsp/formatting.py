"""Formatting: the whole text, a range of lines, or what was just typed. Serves formatting, rangeFormatting and
onTypeFormatting.

Only lines that differ are changed, so that the cursor, folds and marks in the editor stay where they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import pairwise

from blueprint.diagnostics import Edit
from blueprint.lsp.document import Analysed
from blueprint.records import dataclass
from blueprint.source import Source, Span
from blueprint.syntax.format import format_text, line_end
from blueprint.syntax.grammar import load
from blueprint.syntax.lexemes import scan

INDENT = "  "
_COMPARED = 1_500  # lines between the first and last that differ; more of them are replaced as one
TRIGGERS = ("}", "\n")


@dataclass(frozen=True, slots=True)
class Hunk:
    """Lines `first` to before `last` (0-based) and what goes in their place."""

    first: int
    last: int
    lines: tuple[str, ...]


def whole(analysed: Analysed) -> list[Edit]:
    """The edits that give the whole text the one style; none where it cannot be formatted."""
    return [_edit(analysed.source, hunk) for hunk in _hunks(analysed)]


def within(analysed: Analysed, span: Span) -> list[Edit]:
    """Those of them in the lines that a range touches."""
    first, last = _line(analysed.source, span.start), _line(analysed.source, max(span.start, span.end - 1))
    return [_edit(analysed.source, hunk) for hunk in _hunks(analysed) if _touches(hunk, first, last)]


def typed(analysed: Analysed, offset: int, character: str) -> list[Edit]:
    """What to do after a `}` (its block is put right) or a line end (the line above is; the new one is indented)."""
    source, line = analysed.source, _line(analysed.source, offset)
    if character == "}":
        first = _opened_on(analysed, offset)
        return [_edit(source, hunk) for hunk in _hunks(analysed) if first <= hunk.first and hunk.last <= line + 1]
    above = [_edit(source, h) for h in _hunks(analysed) if h.first == line - 1 == h.last - 1 and len(h.lines) == 1]
    return [*above, *_indented(source, line)]


def _hunks(analysed: Analysed) -> list[Hunk]:
    done = format_text(analysed.source)
    return list(_differences(analysed.source, done.text)) if done.changed else []


def _differences(source: Source, text: str) -> Iterator[Hunk]:
    old, new = _lines(source), _lines(Source(text))
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    before, after = old[start : len(old) - end], new[start : len(new) - end]
    if len(before) > _COMPARED or len(after) > _COMPARED:
        yield Hunk(start, start + len(before), tuple(after))
        return
    for what, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what == "replace" and i2 - i1 == j2 - j1:  # line by line, so that each can be taken by itself
            yield from (Hunk(start + i1 + n, start + i1 + n + 1, (after[j1 + n],)) for n in range(i2 - i1))
        elif what != "equal":
            yield Hunk(start + i1, start + i2, tuple(after[j1:j2]))


def _lines(source: Source) -> list[str]:
    """The lines with their line ends; a text that ends with one has no further line."""
    starts = [*source.line_starts, len(source.text)]
    lines = [source.text[a:b] for a, b in pairwise(starts)]
    return lines if lines[-1] else lines[:-1]


def _edit(source: Source, hunk: Hunk) -> Edit:
    """The lines of a hunk replaced, as few characters as will do where it is one line for one."""
    starts = [*source.line_starts, len(source.text)]
    start, end = starts[min(hunk.first, len(starts) - 1)], starts[min(hunk.last, len(starts) - 1)]
    text = "".join(hunk.lines)
    old = source.text[start:end]
    if hunk.last - hunk.first == len(hunk.lines) == 1:
        same = 0
        while same < min(len(old), len(text)) and old[same] == text[same]:
            same += 1
        tail = 0
        while tail < min(len(old), len(text)) - same and old[-1 - tail] == text[-1 - tail]:
            tail += 1
        return Edit(source.span(start + same, end - tail), text[same : len(text) - tail])
    if start == len(source.text) and start and source.text[-1] not in "\r\n":
        text = line_end(source.text) + text  # lines after a last one that has no end
    return Edit(source.span(start, end), text)


def _touches(hunk: Hunk, first: int, last: int) -> bool:
    return hunk.first <= last and first < max(hunk.last, hunk.first + 1)


def _line(source: Source, offset: int) -> int:
    return source.line_column(offset)[0] - 1


def _opened_on(analysed: Analysed, offset: int) -> int:
    """The line on which the block was opened that is closed just before an offset."""
    opened: list[int] = []
    last = offset
    for kind, _, start, _ in scan(load(), analysed.text, 0, offset):
        if kind == "OPEN":
            opened.append(start)
        elif kind == "CLOSE" and opened:
            last = opened.pop()
    return _line(analysed.source, last)


def _indented(source: Source, line: int) -> list[Edit]:
    """The indentation of a blank line, by the blocks that are open there."""
    start, text = source.line_starts[line], source.line(line + 1)
    if text.strip():
        return []
    kinds = [kind for kind, *_ in scan(load(), source.text, 0, start)]
    depth = 0
    for kind in kinds:
        depth = depth + 1 if kind == "OPEN" else max(0, depth - 1) if kind == "CLOSE" else depth
    if kinds and kinds[-1] in ("OPEN_LONG",):
        return []  # inside a long text every space counts
    wanted = INDENT * depth
    return [Edit(source.span(start, start + len(text)), wanted)] if text != wanted else []
