"""Two texts, line by line: what differs, as small edits, so that cursors and folds in an editor stay where they are."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import pairwise

from blueprint.diagnostics import Edit
from blueprint.records import dataclass
from blueprint.source import Source
from blueprint.syntax.format import line_end

_COMPARED = 1_500  # lines between the first and last that differ; more of them are replaced as one


@dataclass(frozen=True, slots=True)
class Hunk:
    """Lines `first` to before `last` (0-based) and what goes in their place."""

    first: int
    last: int
    lines: tuple[str, ...]


def hunks(source: Source, text: str) -> Iterator[Hunk]:
    """The lines that differ from those of another text, in order."""
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


def edit_of(source: Source, hunk: Hunk) -> Edit:
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
