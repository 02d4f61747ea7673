"""The formatter: one way a file looks, and a proof on every run that nothing else changed.

Two spaces a level, one statement a line, at most one blank line, values as `units` spells them. What was written on one
line in braces stays on one line as long as it fits the width; what is past the width goes into its block, one attribute
a line. Comments stay where they stood, texts stay as they were written, and so do line ends.

A line with an error stays as it is, and the lines around it are formatted. A file whose braces or quotes do not match
is left alone, for there nobody can say which statement belongs where; so is a file that is no blueprint at all.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from blueprint.diagnostics import Diagnostic
from blueprint.records import dataclass
from blueprint.source import Source, Span
from blueprint.syntax.grammar import load
from blueprint.syntax.lexemes import scan
from blueprint.syntax.nodes import Attribute, Broken, Comment, Header, Statement, Text
from blueprint.syntax.parser import Parsed, parse
from blueprint.syntax.same import meaning
from blueprint.syntax.texts import between_quotes, long_lines
from blueprint.syntax.write import WIDTH, Group, Manner, write

# With one of these a statement may stand in another block than it was meant to, or be no statement at all.
_LEFT_ALONE = frozenset(
    {"unclosed-text", "unclosed-brace", "stray-brace", "block-of-nothing", "needless-block", "too-large", "too-deep",
     "too-many-steps"}
)  # fmt: skip
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Formatted:
    """A text as it should look.

    `refusal` says in a sentence why the file was left alone, and is empty when it was not; `kept` are the lines that
    have errors and stayed as they were, in the text that was given.
    """

    text: str
    changed: bool = False
    refusal: str = ""
    kept: tuple[Span, ...] = ()


def format_text(source: Source, width: int = WIDTH) -> Formatted:
    """Format a text, with statements of at most `width` columns where they can be broken. It never raises."""
    parsed = parse(source)
    refusal = _refusal(source, parsed)
    if refusal:
        return Formatted(source.text, refusal=refusal)
    manner = _AsWritten(source, parsed)
    text = write(parsed.file, manner, width)
    if text != _LINE_END.sub("\n", source.text):
        wrong = _wrong(source, parsed, text, width)
        if wrong:
            return Formatted(source.text, refusal=wrong)
    text = text.replace("\n", line_end(source.text))
    return Formatted(text, text != source.text, kept=tuple(sorted(manner.kept)))


def line_end(text: str) -> str:
    """The line ending that most lines have; LF for a text without any."""
    windows, lines, returns = text.count("\r\n"), text.count("\n"), text.count("\r")
    counts = {"\n": lines - windows, "\r\n": windows, "\r": returns - windows}
    return max(counts, key=lambda each: counts[each])


def _refusal(source: Source, parsed: Parsed) -> str:
    """Why this file cannot be formatted at all."""
    for each in parsed.diagnostics:
        if each.name in _LEFT_ALONE:
            line, _ = source.line_column(each.span.start)
            return f"Line {line}: {each.message} Until that is mended, the file is left as it is."
    first = parsed.file.statements[0] if parsed.file.statements else None
    if parsed.diagnostics and not (isinstance(first, Header) and first.keyword.text in ("blueprint", "library")):
        return "It is no blueprint: its first statement is neither `blueprint` nor `library`. It is left as it is."
    return ""


# ---------------------------------------------------------------------------------------------------- the proof


def _wrong(source: Source, before: Parsed, text: str, width: int) -> str:
    """What the formatted text would do wrong, in a sentence; empty when it says the same and stays as it is."""
    new = Source(text, source.path)
    after = parse(new)
    if meaning(after.file) != meaning(before.file) or _told(after) != _told(before):
        what = "change what it says"
    elif _comments(new.text) != _comments(source.text):
        what = "lose or move a comment"
    elif write(after.file, _AsWritten(new, after), width) != text:
        what = "change again the next time"
    else:
        return ""
    return (
        f"The formatted text would {what}, so the file is left as it is. This is a fault of the formatter: "
        "please report it with the file."
    )


def _told(parsed: Parsed) -> list[tuple[str, str]]:
    return [(each.name, each.message) for each in parsed.diagnostics]


def _comments(text: str) -> list[str]:
    """The comments in their order, read without the tree."""
    return [piece.rstrip() for kind, piece, _, _ in scan(load(), text) if kind == "COMMENT"]


# ---------------------------------------------------------------------------------------------------- as written


class _AsWritten(Manner):
    """What the printer keeps of a text; `kept` gathers the places that were kept for their errors."""

    def __init__(self, source: Source, parsed: Parsed) -> None:
        self.source = source
        self.kept: dict[Span, None] = {}
        self._starts, self._ends = _reach(parsed.diagnostics)

    def text(self, text: Text, margin: str) -> str:
        written = self.source.slice(text.span)
        if not (text.long and _LINE_END.search(written)):
            return written
        return between_quotes(long_lines(written), margin)

    def verbatim(self, group: Group) -> str | None:
        first, last = group[0], group[-1]
        start, end = first.span.start, _head_end(last)
        wrong = bisect_right(self._starts, end) - 1
        if not isinstance(first, Broken) and (wrong < 0 or self._ends[wrong] < start):
            return None
        written = self.source.text[start:end].rstrip()
        self.kept[self.source.span(start, start + len(written))] = None
        return _LINE_END.sub("\n", written)

    def on_one_line(self, node: Statement) -> bool:
        return self._same_line(node.span.start, node.span.end)

    def together(self, one: Attribute, other: Attribute) -> bool:
        between = self.source.text[one.span.end : other.span.start]
        return ";" not in between and self._same_line(one.span.end, other.span.start)

    def beside(self, before: int, comment: Comment) -> bool:
        return self._same_line(before, comment.span.start)

    def _same_line(self, start: int, end: int) -> bool:
        starts = self.source.line_starts
        return bisect_right(starts, start) == bisect_right(starts, end)


def _head_end(node: Statement) -> int:
    """Where the block begins, or the statement ends that has none."""
    block = getattr(node, "block", None)
    return block.span.start if block is not None else node.span.end


def _reach(diagnostics: Sequence[Diagnostic]) -> tuple[list[int], list[int]]:
    """The starts of the findings in order, and how far one that starts there or before reaches."""
    ends: list[int] = []
    for each in diagnostics:
        ends.append(max(each.span.end, ends[-1] if ends else 0))
    return [each.span.start for each in diagnostics], ends
