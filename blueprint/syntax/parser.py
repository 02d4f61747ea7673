"""`parse`: a text becomes a tree and what is wrong with it. It never raises, and its time grows with the text alone."""

from __future__ import annotations

import gc

from blueprint.diagnostics import Diagnostic
from blueprint.records import dataclass
from blueprint.source import Source
from blueprint.syntax.build import Builder
from blueprint.syntax.codes import finding
from blueprint.syntax.grammar import Grammar, Refused, Shape, load
from blueprint.syntax.lexemes import Lexeme, scan
from blueprint.syntax.nodes import Block, Broken, Comment, File, Statement, Word
from blueprint.syntax.outline import Outline
from blueprint.syntax.segments import CommentLine, Segment

MAX_BYTES = 5_000_000
MAX_STEPS = 20_000
_MOST_REPAIRS = 12  # of one statement; past it the rest of the statement is left
_BLOCKLESS = ("link", "arrow", "use")


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
        self.known: dict[str, str] | None = None  # read when something has to be mended

    def run(self) -> Parsed:
        text = self.text
        whole = self.source.span(0, len(text))
        if len(text) > MAX_BYTES or (len(text) * 4 > MAX_BYTES and len(text.encode("utf-8", "replace")) > MAX_BYTES):
            message = "The file is larger than 5 MB, more than any blueprint; it is not read."
            return Parsed(File((), whole), (finding("too-large", message, self.source.span(0, 0)),))
        outline = Outline(scan(self.grammar, text), text, self.source.path)
        skeleton = outline.walk()
        file = File(self.statements(skeleton.root), whole, self.comments(skeleton.dangling))
        found = [*outline.found, *self.found, *self.builder.found]
        return Parsed(file, tuple(sorted(found, key=lambda each: (each.span.start, each.span.end, each.code))))

    def statements(self, segments: list[Segment]) -> tuple[Statement, ...]:
        nodes: list[Statement] = []
        for segment in segments:
            nodes.extend(self.segment(segment))
        return tuple(nodes)

    def segment(self, segment: Segment) -> list[Statement]:
        """The nodes of one statement and its block."""
        shape, lexemes = self.read(segment)
        block = self.block(segment)
        leading, inner = self.comments(segment.leading), self.comments(segment.inner)
        trailing = self.comment(segment.trailing) if segment.trailing is not None else None
        if shape is None:
            return [self.broken(segment, block, (*leading, *inner), trailing)]
        written = (segment.lexemes[0][2], segment.lexemes[-1][3])
        if block is not None and shape[1][0][0] in _BLOCKLESS:
            open_brace = self.source.span(segment.open, segment.open + 1)
            what = "`use`" if shape[1][0][0] == "use" else "An arrow"
            message = f"{what} has no block: what stands in these braces belongs to nothing."
            self.found.append(finding("needless-block", message, open_brace))
            rest = Broken(text="", block=block, span=block.span)
            around = (leading, trailing, segment.blank_before, inner)
            nodes = self.builder.statement(shape, lexemes, written, None, *around)
            return [*nodes, rest]
        return self.builder.statement(shape, lexemes, written, block, leading, trailing, segment.blank_before, inner)

    def read(self, segment: Segment) -> tuple[Shape | None, list[Lexeme]]:
        """The parse of a statement, mended where it has to be; None when nothing can be made of it."""
        lexemes = segment.lexemes
        kinds = tuple([lexeme[0] for lexeme in lexemes])
        if kinds and kinds[0] in ("step", "decision", "recovery"):
            self.steps += 1
            if self.steps > MAX_STEPS:
                self.tell_steps(lexemes[0])
                segment.body = None
                return None, lexemes
        try:
            return self.grammar.parse(kinds), lexemes
        except Refused as refused:
            return self.mend(segment, lexemes, refused)

    def mend(self, segment: Segment, lexemes: list[Lexeme], refused: Refused) -> tuple[Shape | None, list[Lexeme]]:
        from blueprint.syntax.place import Place  # a clean file needs none of it
        from blueprint.syntax.repair import repair

        if not lexemes:
            brace = self.source.span(segment.open, segment.open + 1)
            self.found.append(finding("block-of-nothing", "This `{` has no statement before it.", brace))
        elif lexemes[0][0] == "TOO_DEEP":
            return None, lexemes
        for _ in range(_MOST_REPAIRS):
            if not lexemes:
                return None, lexemes
            done = repair(Place(self.grammar, self.text, self.source.path, lexemes, refused, self.names()))
            self.found.append(done.diagnostic)
            lexemes = done.lexemes
            try:
                return self.grammar.parse(tuple([lexeme[0] for lexeme in lexemes])), lexemes
            except Refused as again:
                refused = again
        lexemes = lexemes[: refused.index]
        try:
            return self.grammar.parse(tuple([lexeme[0] for lexeme in lexemes])), lexemes
        except Refused:
            return None, lexemes

    def names(self) -> dict[str, str]:
        if self.known is None:
            from blueprint.syntax.place import names_in

            self.known = names_in(self.text)
        return self.known

    def tell_steps(self, lexeme: Lexeme) -> None:
        if self.steps == MAX_STEPS + 1:
            message = f"A blueprint holds at most {MAX_STEPS:,} steps; this one and those after it are not read."
            self.found.append(finding("too-many-steps", message, self.source.span(lexeme[2], lexeme[3])))

    def broken(
        self, segment: Segment, block: Block | None, leading: tuple[Comment, ...], trailing: Comment | None
    ) -> Broken:
        lexemes = segment.lexemes
        start = lexemes[0][2] if lexemes else segment.open
        end = lexemes[-1][3] if lexemes else segment.open
        first = lexemes[0] if lexemes else None
        return Broken(
            text=self.text[start:end],
            word=Word(first[1], self.source.span(first[2], first[3])) if first else None,
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
        return Comment(line.text, self.source.span(line.start, line.end), line.blank_before, line.blank_after)

    def comments(self, lines: list[CommentLine]) -> tuple[Comment, ...]:
        return tuple([self.comment(line) for line in lines]) if lines else ()
