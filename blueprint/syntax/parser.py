"""`parse`: a text becomes a tree and what is wrong with it. It never raises, and its time grows with the text alone."""

from __future__ import annotations

import gc
from dataclasses import dataclass

from blueprint.diagnostics import Diagnostic, Edit, Fix, Related
from blueprint.source import Source, Span
from blueprint.syntax import braces
from blueprint.syntax.build import Builder
from blueprint.syntax.codes import finding
from blueprint.syntax.grammar import Grammar, Refused, load
from blueprint.syntax.lexemes import Lexeme, scan
from blueprint.syntax.nodes import Block, Broken, Comment, File, Header, Statement, Word
from blueprint.syntax.segments import CommentLine, Segment, Skeleton

MAX_BYTES = 5_000_000
MAX_DEPTH = 50
MAX_STEPS = 20_000


@dataclass(frozen=True, slots=True)
class Parsed:
    """The tree of a text, and the errors of its syntax in the order of their places."""

    file: File
    diagnostics: tuple[Diagnostic, ...] = ()


def parse(source: Source) -> Parsed:
    """Read a text of the language. Every mistake is a diagnostic; whatever could be understood is in the tree."""
    collecting = gc.isenabled()
    gc.disable()  # a tree has no cycles, and looking for them would cost nearly half of the time
    try:
        return _Parser(source, load()).run()
    finally:
        if collecting:
            gc.enable()


class _Parser:
    def __init__(self, source: Source, grammar: Grammar) -> None:
        self.source, self.text, self.grammar = source, source.text, grammar
        self.found: list[Diagnostic] = []
        self.builder = Builder(source.path)
        self.steps = 0

    def run(self) -> Parsed:
        text = self.text
        whole = self.source.span(0, len(text))
        lexemes = scan(self.grammar, text)
        skeleton = self.skeleton(lexemes)
        statements = self.statements(skeleton.root)
        file = File(statements, whole, self.comments(skeleton.dangling))
        found = sorted([*self.found, *self.builder.found], key=lambda d: (d.span.start, d.span.end, d.code))
        return Parsed(file, tuple(found))

    # ------------------------------------------------------------------ skeleton

    def skeleton(self, lexemes: list[Lexeme]) -> Skeleton:
        plan = braces.plan(lexemes)
        skeleton = Skeleton()
        goes_on = False
        for index, lexeme in enumerate(lexemes):
            kind = lexeme[0]
            if plan is not None and index in plan.missing:
                for opener in plan.missing[index]:
                    skeleton.end()
                    skeleton.close(_end_before(lexemes, index), written=False)
                    self.unclosed(lexemes, opener, index)
            if kind == "LINE":
                if not goes_on:
                    skeleton.end(line=True)
                skeleton.line_end(_is_blank(lexeme[1]))
                continue
            if kind == "COMMENT":
                skeleton.comment(lexeme)
                continue
            if goes_on and lexemes[index - 1][0] in ("LINE", "COMMENT") and _begins(lexemes, index):
                skeleton.end()
            goes_on = kind == "COMMA"
            if kind == "OPEN":
                skeleton.open(lexeme)
            elif kind == "CLOSE":
                if plan is not None and index in plan.stray:
                    skeleton.end()
                    self.stray(lexeme)
                else:
                    skeleton.end()
                    skeleton.close(lexeme[3])
            elif kind == "SEMICOLON":
                skeleton.end()
            else:
                skeleton.word(lexeme)
        if plan is not None:
            for opener in plan.missing.get(len(lexemes), ()):
                skeleton.end()
                skeleton.close(_end_before(lexemes, len(lexemes)), written=False)
                self.unclosed(lexemes, opener, len(lexemes))
        skeleton.finish()
        return skeleton

    def unclosed(self, lexemes: list[Lexeme], opener: int, index: int) -> None:
        brace = lexemes[opener]
        end = _end_before(lexemes, index)
        self.found.append(
            finding(
                "unclosed-brace",
                "A `}` is missing here.",
                self.source.span(max(0, end - 1), end),
                related=(Related(self.source.span(brace[2], brace[3]), "this `{` is never closed"),),
                fix=Fix("add the `}`", (Edit(self.source.span(end, end), "\n}"),)),
            )
        )

    def stray(self, lexeme: Lexeme) -> None:
        span = self.source.span(lexeme[2], lexeme[3])
        fix = Fix("take the `}` away", (Edit(span, ""),))
        self.found.append(finding("stray-brace", "This `}` closes nothing.", span, fix=fix))

    # ------------------------------------------------------------------ nodes

    def statements(self, segments: list[Segment]) -> tuple[Statement, ...]:
        nodes: list[Statement] = []
        for segment in segments:
            nodes.extend(self.segment(segment))
        return tuple(nodes)

    def segment(self, segment: Segment) -> list[Statement]:
        block = self.block(segment)
        leading = self.comments(segment.leading) + self.comments(segment.inner)
        trailing = self.comment(segment.trailing) if segment.trailing is not None else None
        lexemes = segment.lexemes
        try:
            shape = self.grammar.parse(tuple([lexeme[0] for lexeme in lexemes]))
        except Refused as refused:
            return [self.broken(segment, refused, block, leading, trailing)]
        return self.builder.statement(shape, lexemes, block, leading, trailing, segment.blank_before)

    def broken(
        self, segment: Segment, refused: Refused, block: Block | None, leading: tuple[Comment, ...], trailing: Comment | None
    ) -> Broken:
        lexemes = segment.lexemes
        start = lexemes[0][2] if lexemes else segment.open
        end = lexemes[-1][3] if lexemes else segment.open
        at = lexemes[min(refused.index, len(lexemes) - 1)] if lexemes else ("", "{", segment.open, segment.open + 1)
        self.found.append(
            finding("syntax-error", f"`{at[1]}` cannot stand here.", self.source.span(at[2], at[3]))
        )
        word = Word(lexemes[0][1], self.source.span(lexemes[0][2], lexemes[0][3])) if lexemes else None
        return Broken(
            text=self.text[start:end],
            word=word,
            block=block,
            span=self.source.span(start, block.span.end if block else end),
            leading=leading,
            trailing=trailing,
            blank_before=segment.blank_before,
        )

    def block(self, segment: Segment) -> Block | None:
        if segment.body is None:
            return None
        return Block(
            statements=self.statements(segment.body),
            span=self.source.span(segment.open, segment.close),
            closed=segment.closed,
            dangling=self.comments(segment.dangling),
            opening=self.comment(segment.opening) if segment.opening is not None else None,
        )

    def comment(self, line: CommentLine) -> Comment:
        return Comment(line.text, self.source.span(line.start, line.end))

    def comments(self, lines: list[CommentLine]) -> tuple[Comment, ...]:
        return tuple([self.comment(line) for line in lines])


def _is_blank(line: str) -> bool:
    """Whether a line end is followed by at least one empty line."""
    return line.replace("\r\n", "\n").replace("\r", "\n").count("\n") > 1


def _end_before(lexemes: list[Lexeme], index: int) -> int:
    """Where the last lexeme of a statement before this one ends."""
    while index and lexemes[index - 1][0] in ("LINE", "COMMENT"):
        index -= 1
    return lexemes[index - 1][3] if index else 0


def _begins(lexemes: list[Lexeme], index: int) -> bool:
    """Whether the line that begins here is plainly a statement of its own, after a line that ends in a comma."""
    kind = lexemes[index][0]
    after = lexemes[index + 1][0] if index + 1 < len(lexemes) else "LINE"
    if kind == "ARROW" or after == "ARROW":
        return True
    return kind.islower() and after not in ("COMMA", "LINE", "COMMENT", "SEMICOLON", "OPEN", "CLOSE", "DOT", "or")
