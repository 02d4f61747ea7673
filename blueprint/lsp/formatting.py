"""Formatting: the whole text, a range of lines, or what was just typed. Serves formatting, rangeFormatting and
onTypeFormatting.

Only lines that differ are changed, so that the cursor, folds and marks in the editor stay where they are.
"""

from __future__ import annotations

from blueprint.diagnostics import Edit
from blueprint.lsp.document import Analysed
from blueprint.lsp.lines import Hunk, edit_of, hunks
from blueprint.source import Source, Span
from blueprint.syntax.format import format_text
from blueprint.syntax.grammar import load
from blueprint.syntax.lexemes import scan

INDENT = "  "
TRIGGERS = ("}", "\n")


def whole(analysed: Analysed) -> list[Edit]:
    """The edits that give the whole text the one style; none where it cannot be formatted."""
    return [edit_of(analysed.source, hunk) for hunk in _hunks(analysed)]


def within(analysed: Analysed, span: Span) -> list[Edit]:
    """Those of them in the lines that a range touches."""
    first, last = _line(analysed.source, span.start), _line(analysed.source, max(span.start, span.end - 1))
    return [edit_of(analysed.source, hunk) for hunk in _hunks(analysed) if _touches(hunk, first, last)]


def typed(analysed: Analysed, offset: int, character: str) -> list[Edit]:
    """What to do after a `}` (its block is put right) or a line end (the line above is; the new one is indented)."""
    source, line = analysed.source, _line(analysed.source, offset)
    if character == "}":
        first = _opened_on(analysed, offset)
        return [edit_of(source, hunk) for hunk in _hunks(analysed) if first <= hunk.first and hunk.last <= line + 1]
    above = [edit_of(source, h) for h in _hunks(analysed) if h.first == line - 1 == h.last - 1 and len(h.lines) == 1]
    return [*above, *_indented(source, line)]


def _hunks(analysed: Analysed) -> list[Hunk]:
    done = format_text(analysed.source, analysed.settings.line_width)
    return list(hunks(analysed.source, done.text)) if done.changed else []


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
