"""Source text and places in it: the lowest floor of the house.

Offsets count code points from the start of the text and are what is stored; line and column are derived
(1-based, as people count), and UTF-16 exists only where an editor asks for it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from blueprint.records import dataclass

_NEWLINE = r"\r\n|\r|\n"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range `start <= offset < end` of code points in the file `file`."""

    start: int
    end: int
    file: str = ""

    def __len__(self) -> int:
        return self.end - self.start

    def to(self, other: Span) -> Span:
        """The smallest span that holds both."""
        return Span(min(self.start, other.start), max(self.end, other.end), self.file)


class Source:
    """One text with the name it is shown under (a path as the user wrote it, or `<stdin>`)."""

    def __init__(self, text: str, path: str = "<text>") -> None:
        # A byte order mark is not part of what was written; positions count from the first real character.
        self.marked = text.startswith("\ufeff")  # whether the file began with one
        self.text = text[1:] if self.marked else text
        self.path = path

    def encoded(self, text: str) -> bytes:
        """The bytes of a new text for the same file, with the byte order mark that it had."""
        return ("\ufeff" + text if self.marked else text).encode("utf-8")

    @cached_property
    def line_starts(self) -> list[int]:
        """The offset at which each line begins; LF, CRLF and CR all end a line, nothing else does."""
        return [0, *(found.end() for found in re.finditer(_NEWLINE, self.text))]

    def line_column(self, offset: int) -> tuple[int, int]:
        """The 1-based line and column of an offset; an offset past the end is the end."""
        offset = max(0, min(offset, len(self.text)))
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def offset(self, line: int, column: int) -> int:
        """The offset of a 1-based line and column; a column past the line's end is the line's end."""
        start = self.line_starts[min(max(line, 1), len(self.line_starts)) - 1]
        return min(start + max(column, 1) - 1, start + len(self.line(line)))

    def line(self, number: int) -> str:
        """The text of a 1-based line without its line ending."""
        starts = self.line_starts
        if not 1 <= number <= len(starts):
            return ""
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")

    def span(self, start: int, end: int) -> Span:
        return Span(start, end, self.path)

    def slice(self, span: Span) -> str:
        return self.text[span.start : span.end]
