"""A fix as the lines it takes away and the lines it puts in their place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from blueprint.diagnostics import Edit, Fix, apply
from blueprint.records import dataclass
from blueprint.source import Source, Span

MOST = 12  # lines of one fix
LARGEST = 20_000  # characters of the lines around one fix: a file without line ends is not shown again and again


@dataclass(frozen=True, slots=True)
class Change:
    """One line of a file: its 1-based number before (`-`) or after (`+`) the change, and its text."""

    number: int
    sign: str
    text: str


def changes(fix: Fix, sources: Mapping[str, Source]) -> list[Change]:
    """The changed lines, at most `MOST`; none for a fix of several files, or of one that is not at hand."""
    files = {edit.span.file for edit in fix.edits}
    source = sources.get(next(iter(files), ""))
    if source is None or len(files) > 1:
        return []
    found: list[Change] = []
    shift = 0
    for first, last, edits in _groups(fix.edits, source):
        begin, end = _range(first, last, source)
        if end - begin > LARGEST:
            return []
        old, new = _before_and_after(begin, end, edits, source)
        same = _same_at_begin(old, new)
        tail = _same_at_begin(old[same:][::-1], new[same:][::-1])
        taken, put = old[same : len(old) - tail], new[same : len(new) - tail]
        found += [Change(first + same + at, "-", text) for at, text in enumerate(taken)]
        found += [Change(first + same + shift + at, "+", text) for at, text in enumerate(put)]
        shift += len(new) - len(old)
        if len(found) > MOST:
            break
    return found[:MOST]


def _groups(edits: tuple[Edit, ...], source: Source) -> Iterator[tuple[int, int, list[Edit]]]:
    """Edits whose lines meet, with the first and last of these lines."""
    first = last = 0
    group: list[Edit] = []
    for edit in sorted(edits, key=lambda each: (each.span.start, each.span.end)):
        begin, end = source.line_column(edit.span.start)[0], source.line_column(edit.span.end)[0]
        if group and begin > last:
            yield first, last, group
            group = []
        first, last = (first, max(last, end)) if group else (begin, end)
        group.append(edit)
    if group:
        yield first, last, group


def _range(first: int, last: int, source: Source) -> tuple[int, int]:
    """From the beginning of the first line to the end of the last, its line end included."""
    starts = source.line_starts
    return starts[first - 1], starts[last] if last < len(starts) else len(source.text)


def _before_and_after(begin: int, end: int, edits: list[Edit], source: Source) -> tuple[list[str], list[str]]:
    piece = source.text[begin:end]
    moved = [Edit(Span(each.span.start - begin, each.span.end - begin), each.text) for each in edits]
    return _lines(piece), _lines(apply(piece, [Fix("", tuple(moved))]))


def _lines(text: str) -> list[str]:
    """Lines as the language counts them, without their ends; the last one's end makes no further line."""
    shown = Source(text)
    lines = [shown.line(number) for number in range(1, len(shown.line_starts) + 1)]
    return lines[:-1] if lines and not lines[-1] else lines


def alike(lines: Sequence[str]) -> int:
    """With how many characters all of the lines begin alike."""
    return min((_same_at_begin(lines[0], other) for other in lines), default=0)


def _same_at_begin(one: Sequence[str], other: Sequence[str]) -> int:
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
