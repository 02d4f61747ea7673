"""Writing suppressions: every finding of a text gets a comment that ignores it, so that only new ones are told."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from blueprint.diagnostics import Diagnostic, Edit, Fix, apply
from blueprint.rules.settings import fixed
from blueprint.rules.suppress import REPORTED, read
from blueprint.source import Source, Span
from blueprint.syntax import nodes

REASON = "because it was so before the check"


def with_ignores(source: Source, found: Sequence[Diagnostic], reason: str = REASON) -> str:
    """The text with a comment at the end of each line on which a finding begins; where the line ends within a text,
    above the statement instead. What cannot be ignored stays a finding, and so do findings about such comments."""
    about_comments = {name for name, _ in REPORTED}
    lines: dict[int, dict[str, Diagnostic]] = {}
    for each in found:
        if each.span.file == source.path and not fixed(each.name, each.code) and each.name not in about_comments:
            lines.setdefault(source.line_column(each.span.start)[0], {}).setdefault(each.name, each)
    places = _Places(source, reason) if lines else None
    edits = [edit for line, names in sorted(lines.items()) if places and (edit := places.edit(line, names))]
    return apply(source.text, [Fix("ignore", (edit,)) for edit in edits])


class _Places:
    """Where comments can stand in a text."""

    def __init__(self, source: Source, reason: str) -> None:
        from blueprint.syntax import parse
        from blueprint.syntax.grammar import load
        from blueprint.syntax.lexemes import scan

        self.source, self.reason = source, reason
        self._texts = [
            (start, end) for kind, _, start, end in scan(load(), source.text) if kind in ("TEXT", "OPEN_LONG")
        ]
        self._statements = _statements(parse(source).file)
        # Those at the end of a line, that more names can go into.
        self._comments = {
            source.line_column(each.span.start)[0]: each
            for each in read(source)
            if each.names and each.reach and len(each.reach) <= len(source.text) and each.reach.start < each.span.start
        }

    def edit(self, line: int, names: dict[str, Diagnostic]) -> Edit | None:
        """The edit that ignores these names on a line, or none where no comment can stand."""
        old = self._comments.get(line)
        if old is not None:
            return Edit(Span(old.inside.end, old.inside.end, self.source.path), "".join(f", {name}" for name in names))
        comment = f"# bp: ignore[{', '.join(names)}] {self.reason}"
        start, text = self.source.line_starts[line - 1], self.source.line(line)
        if not self._in_text(start + len(text)):
            return Edit(self.source.span(start + len(text.rstrip()), start + len(text)), f"  {comment}")
        return self._above(next(iter(names.values())).span, comment)

    def _above(self, span: Span, comment: str) -> Edit | None:
        """The comment on a line of its own above the innermost statement that begins a line and holds this place."""
        place = bisect_right(self._statements, (span.start, 0), key=lambda each: (each.start, 0))
        for statement in reversed(self._statements[:place]):
            line, column = self.source.line_column(statement.start)
            indentation = self.source.line(line)[: column - 1]
            if statement.end >= span.end and not indentation.strip():
                at = self.source.span(statement.start, statement.start)
                return Edit(at, f"{comment}{self._line_end(line)}{indentation}")
        return None

    def _line_end(self, line: int) -> str:
        start = self.source.line_starts[line - 1] + len(self.source.line(line))
        following = self.source.line_starts[line] if line < len(self.source.line_starts) else start
        return self.source.text[start:following] or "\n"

    def _in_text(self, offset: int) -> bool:
        place = bisect_right(self._texts, offset, key=lambda each: each[0])
        return place > 0 and self._texts[place - 1][0] < offset < self._texts[place - 1][1]


def _statements(file: nodes.File) -> list[Span]:
    """The ranges of all statements, by where they begin."""
    spans: list[Span] = []
    waiting = list(file.statements)
    while waiting:
        node = waiting.pop()
        spans.append(node.span)
        block = getattr(node, "block", None)
        waiting += block.statements if block else ()
    return sorted(spans)
