"""Offsets as an editor counts them: lines, and within them the units of the encoding that was agreed on.

Only LF, CRLF and CR end a line. A column past a line's end is its end, and one inside a character is its beginning.
Everything here takes the lines as they are kept with the text: nothing is split again for each position.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Literal

from lsprotocol import types

from blueprint.diagnostics import Edit
from blueprint.source import Source, Span

Encoding = Literal["utf-8", "utf-16", "utf-32"]
_NEWLINE = re.compile(r"\r\n|\r|\n")


class Lines:
    """The places of one text in the units of one encoding."""

    def __init__(self, source: Source, encoding: Encoding) -> None:
        self.source, self.encoding = source, encoding
        # A byte order mark that the editor sent is a character of its first line, and none of ours.
        self._mark = {"utf-8": 3}.get(encoding, 1) if source.marked else 0

    @cached_property
    def _plain(self) -> bool:
        return self.encoding == "utf-32" or self.source.text.isascii()

    def position(self, offset: int) -> types.Position:
        """The place of an offset."""
        starts, text = self.source.line_starts, self.source.text
        offset = max(0, min(offset, len(text)))
        line = bisect_right(starts, offset) - 1
        start = starts[line]
        if offset > start and text[offset - 1 : offset] == "\r" and text[offset : offset + 1] == "\n":
            offset -= 1  # between the two characters of one line end
        column = offset - start if self._plain else self.units(text[start:offset])
        return types.Position(line=line, character=column + (0 if line else self._mark))

    def offset(self, position: types.Position) -> int:
        """The offset of a place; one past the end of its line is that end, one past the last line the end of all."""
        starts, text = self.source.line_starts, self.source.text
        if position.line >= len(starts):
            return len(text)
        start, end = starts[position.line], self._line_end(position.line)
        column = max(0, position.character - (0 if position.line else self._mark))
        if self._plain:
            return min(start + column, end)
        return start + self._characters(text[start:end], column)

    def range(self, span: Span) -> types.Range:
        return types.Range(start=self.position(span.start), end=self.position(span.end))

    def span(self, range: types.Range) -> Span:
        """The span of a range, the right way round."""
        start, end = self.offset(range.start), self.offset(range.end)
        return Span(min(start, end), max(start, end), self.source.path)

    def edits(self, edits: Iterable[Edit]) -> list[types.TextEdit]:
        return [types.TextEdit(range=self.range(each.span), new_text=each.text) for each in edits]

    def pieces(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """A stretch of text as line, column and length of what of it stands on each line, line ends left out."""
        starts = self.source.line_starts
        line = bisect_right(starts, start) - 1
        while start < end:
            stop = min(end, self._line_end(line))
            if stop > start:
                column = self.position(start).character
                yield line, column, self.units(self.source.text[start:stop])
            line += 1
            start = starts[line] if line < len(starts) else end

    def units(self, text: str) -> int:
        """How long a text is in the units of the encoding."""
        if self.encoding == "utf-32" or text.isascii():
            return len(text)
        if self.encoding == "utf-8":
            return len(text.encode("utf-8", "surrogatepass"))
        return len(text.encode("utf-16-le", "surrogatepass")) // 2

    def _line_end(self, line: int) -> int:
        """Where the characters of a line end, its line end left out."""
        starts, text = self.source.line_starts, self.source.text
        if line + 1 == len(starts):
            return len(text)
        end = starts[line + 1] - 1
        return end - 1 if text[end] == "\n" and end > starts[line] and text[end - 1] == "\r" else end

    def _characters(self, line: str, column: int) -> int:
        """How many whole characters of a line fit into so many units."""
        if line.isascii():
            return min(column, len(line))
        low, high = 0, min(column, len(line))  # no character is shorter than a unit
        while low < high:
            middle = (low + high + 1) // 2
            if self.units(line[:middle]) <= column:
                low = middle
            else:
                high = middle - 1
        return low


def changed(source: Source, changes: Iterable[types.TextDocumentContentChangeEvent], encoding: Encoding) -> Source:
    """The text after an editor's changes, each of which speaks of the text after the one before it."""
    for change in changes:
        if isinstance(change, types.TextDocumentContentChangePartial):
            span = Lines(source, encoding).span(change.range)
            source = _replaced(source, span, change.text)
        else:
            source = Source(change.text, source.path)
    return source


def _replaced(source: Source, span: Span, text: str) -> Source:
    """The text with a span replaced; its lines are found again only where they may have changed."""
    old = source.text
    joined = old[: span.start] + text + old[span.end :]
    if not text.isascii() and _has_halves(text):
        # Two halves of one character, typed one after the other, are one character to the editor.
        whole = joined.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
        return _marked(source, whole)
    new = _marked(source, joined)
    new.__dict__["line_starts"] = _line_starts(source.line_starts, new.text, span, len(text))
    return new


def _marked(source: Source, text: str) -> Source:
    new = Source("", source.path)
    new.text, new.marked = text, source.marked
    return new


def _has_halves(text: str) -> bool:
    return any("\ud800" <= char <= "\udfff" for char in text)


def _line_starts(starts: list[int], text: str, span: Span, length: int) -> list[int]:
    """Whether a line begins at a place is told by the characters on its two sides, so only starts that touch the
    change are looked for again."""
    kept = starts[: max(1, bisect_left(starts, span.start))]
    end, delta = span.start + length, length - len(span)
    found = _NEWLINE.finditer(text, kept[-1], min(len(text), end + 1))
    fresh = [each.end() for each in found if kept[-1] < each.end() <= end]
    return [*kept, *fresh, *(start + delta for start in starts[bisect_right(starts, span.end) :])]
