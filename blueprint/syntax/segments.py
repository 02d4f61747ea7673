"""The skeleton of a file: statements, their blocks and their comments, out of the lexemes. It cannot fail.

A statement ends with its line, at `;`, or at a brace. A line that ends in a comma goes on, and `{` may stand on the
next line. What a statement says is read later (`build.py`); here only braces can be wrong, and `braces.py` has already
decided where a missing one belongs.
"""

from __future__ import annotations

from blueprint.syntax.lexemes import Lexeme


class Segment:
    """One statement as lexemes, with its block and the comments that belong to it."""

    __slots__ = (
        "blank_before", "body", "close", "closed", "dangling", "inner", "leading", "lexemes", "open", "opening",
        "trailing",
    )  # fmt: skip

    def __init__(self, leading: list[CommentLine], blank_before: bool) -> None:
        self.lexemes: list[Lexeme] = []
        self.body: list[Segment] | None = None
        self.open = self.close = 0  # offsets of `{` and just past `}`
        self.closed = True
        self.leading = leading
        self.inner: list[CommentLine] = []  # comments between the lines of one statement
        self.trailing: CommentLine | None = None
        self.opening: CommentLine | None = None
        self.dangling: list[CommentLine] = []
        self.blank_before = blank_before


class CommentLine:
    """A comment and the deliberate blank lines around it."""

    __slots__ = ("blank_after", "blank_before", "end", "start", "text")

    def __init__(self, lexeme: Lexeme, blank_before: bool) -> None:
        self.text = lexeme[1].rstrip()
        self.start = lexeme[2]
        self.end = lexeme[2] + len(self.text)
        self.blank_before = blank_before
        self.blank_after = False


class Skeleton:
    """Gathers segments from lexemes, one call of `take` for each; `root` is what came of it."""

    def __init__(self) -> None:
        self.root: list[Segment] = []
        self.dangling: list[CommentLine] = []
        self._blocks: list[tuple[Segment, list[Segment]]] = []
        self._body = self.root
        self._current: Segment | None = None
        self._ended: Segment | None = None  # ended by its line: a brace may still follow
        self._line: Segment | None = None  # the statement a comment on this line belongs to
        self._opened: Segment | None = None  # the block that opened last on this line
        self._comments: list[CommentLine] = []
        self._blank = False

    @property
    def depth(self) -> int:
        return len(self._blocks)

    def word(self, lexeme: Lexeme) -> None:
        """A lexeme of a statement."""
        if self._current is None:
            self._current = self._begin()
        elif self._line is None:  # a further line of it
            self._line = self._current
        self._current.lexemes.append(lexeme)

    def _begin(self) -> Segment:
        if self._comments and self._blank:
            self._comments[-1].blank_after = True
            self._blank = False
        first = self._comments[0].blank_before if self._comments else self._blank
        segment = Segment(self._comments, first)
        self._body.append(segment)
        self._comments, self._blank, self._ended, self._opened = [], False, None, None
        self._line = segment
        return segment

    def end(self, *, line: bool = False) -> None:
        """The statement is over; when only its line is, a brace may still follow."""
        if self._current is not None:
            self._ended = self._current if line else None
            self._current = None
        elif not line:
            self._ended = None

    def line_end(self, blank: bool) -> None:
        self._line = self._opened = None
        self._blank = self._blank or blank

    def comment(self, lexeme: Lexeme) -> None:
        comment = CommentLine(lexeme, self._blank)
        if self._opened is not None:
            self._opened.opening = comment
        elif self._current is not None and self._current.lexemes[-1][0] == "COMMA":
            self._current.inner.append(comment)
        elif self._line is not None and self._line.trailing is None:
            self._line.trailing = comment
        else:
            self._comments.append(comment)
            self._blank = False
        # A comment ends its line, and with it what a comment could belong to.
        self._opened = None

    def open(self, lexeme: Lexeme) -> None:
        """`{`: the block of the statement before it, or of nothing."""
        segment = self._current or self._ended or self._begin()
        segment.body, segment.open, segment.closed = [], lexeme[2], False
        if segment.trailing is not None:
            segment.opening, segment.trailing = segment.trailing, None
        elif self._ended is not None and len(self._comments) == 1:
            segment.opening, self._comments = self._comments[0], []
        self._blocks.append((segment, self._body))
        self._body, self._current, self._ended, self._blank = segment.body, None, None, False
        self._line = None
        self._opened = segment if segment.opening is None else None

    def close(self, end: int, *, written: bool = True) -> None:
        """`}` that ends at `end`, or its place when it is missing."""
        segment, self._body = self._blocks.pop()
        segment.close, segment.closed = end, written
        self._current = self._ended = self._opened = None
        if written:  # else the comments here may belong to what follows
            segment.dangling, self._comments = self._comments, []
            self._blank = False
            self._line = segment

    def finish(self) -> None:
        self.dangling, self._comments = self._comments, []
