"""Lexemes to the skeleton of the file: where statements begin and end, which block holds them, every wrong brace."""

from __future__ import annotations

from blueprint.diagnostics import Diagnostic, Edit, Fix, Related
from blueprint.source import Span
from blueprint.syntax import braces
from blueprint.syntax.codes import finding
from blueprint.syntax.lexemes import Lexeme
from blueprint.syntax.segments import Skeleton

MAX_DEPTH = 50
_QUIET = ("LINE", "COMMENT")
_NO_STATEMENT = ("COMMA", "LINE", "COMMENT", "SEMICOLON", "OPEN", "CLOSE", "DOT", "or")


class Outline:
    """Walks the lexemes once; `skeleton` and `found` are the result."""

    def __init__(self, lexemes: list[Lexeme], text: str, file: str) -> None:
        self.lexemes, self.text, self.file = lexemes, text, file
        self.found: list[Diagnostic] = []
        self.skeleton = Skeleton()
        self._plan = braces.plan(lexemes) or braces.Plan()
        self._too_deep: list[Lexeme] = []  # the `{` past the limit that are open; what they hold is kept as text

    def walk(self) -> Skeleton:
        skeleton, missing = self.skeleton, self._plan.missing
        goes_on = False
        for index, lexeme in enumerate(self.lexemes):
            kind = lexeme[0]
            if index in missing:
                self._close_missing(index)
            if self._too_deep:
                self._skip(index, lexeme)
            elif kind == "LINE":
                if not goes_on:
                    skeleton.end(line=True)
                skeleton.line_end(_is_blank(lexeme[1]))
            elif kind == "COMMENT":
                skeleton.comment(lexeme)
            else:
                if goes_on and self.lexemes[index - 1][0] in _QUIET and self._begins(index):
                    skeleton.end()
                goes_on = kind == "COMMA"
                self._take(index, lexeme)
                if index in self._plan.opened:
                    self._tell_unopened(index)
                    self._take(index, ("OPEN", "{", lexeme[3], lexeme[3]))
        if len(self.lexemes) in missing:
            self._close_missing(len(self.lexemes))
        skeleton.finish()
        return skeleton

    def _take(self, index: int, lexeme: Lexeme) -> None:
        kind, skeleton = lexeme[0], self.skeleton
        if kind == "OPEN":
            if skeleton.depth >= MAX_DEPTH:
                self._too_deep.append(lexeme)
                self._tell_depth(lexeme)
            else:
                skeleton.open(lexeme)
        elif kind == "CLOSE":
            skeleton.end()
            if index in self._plan.stray:
                self._tell_stray(lexeme)
            else:
                skeleton.close(lexeme[3])
        elif kind == "SEMICOLON":
            skeleton.end()
        else:
            skeleton.word(lexeme)

    def _begins(self, index: int) -> bool:
        """Whether the line that begins here is plainly a statement, though the one before ended in a comma."""
        kind = self.lexemes[index][0]
        after = self.lexemes[index + 1][0] if index + 1 < len(self.lexemes) else "LINE"
        return kind == "ARROW" or after == "ARROW" or (kind.islower() and after not in _NO_STATEMENT)

    # ------------------------------------------------------------------ braces

    def _close_missing(self, index: int) -> None:
        end = self._end_before(index)
        for opener in self._plan.missing[index]:
            if self._too_deep:  # what stands too deep is told once; each missing brace of it would be thousands
                self._leave(end)
                continue
            self.skeleton.end()
            self.skeleton.close(end, written=False)
            self._tell_missing(opener, index, end)

    def _skip(self, index: int, lexeme: Lexeme) -> None:
        if lexeme[0] == "OPEN":
            self._too_deep.append(lexeme)
        elif lexeme[0] == "CLOSE" and index not in self._plan.stray:
            self._leave(lexeme[3])

    def _leave(self, end: int) -> None:
        """One block past the limit ends; with the outermost of them, the text of all becomes one broken statement."""
        opener = self._too_deep.pop()
        if not self._too_deep:
            self.skeleton.open(opener)
            inner = self.text[opener[3] : end].strip().removesuffix("}").rstrip()
            if inner:
                start = self.text.index(inner, opener[3])
                self.skeleton.word(("TOO_DEEP", inner, start, start + len(inner)))
                self.skeleton.end()
            self.skeleton.close(end)

    def _end_before(self, index: int) -> int:
        """Where the last lexeme of a statement before this one ends."""
        while index and self.lexemes[index - 1][0] in _QUIET:
            index -= 1
        return self.lexemes[index - 1][3] if index else 0

    # ------------------------------------------------------------------ what to say

    def _span(self, start: int, end: int) -> Span:
        return Span(start, end, self.file)

    def _tell_missing(self, opener: int, index: int, end: int) -> None:
        brace = self.lexemes[opener]
        before = opener
        while before and self.lexemes[before - 1][0] not in (*_QUIET, "OPEN", "CLOSE", "SEMICOLON"):
            before -= 1
        head = " ".join(piece for _, piece, _, _ in self.lexemes[before : min(opener, before + 3)])
        whose = f"the block of `{head}`" if head and len(head) < 60 else "this block"
        margin = self._margin(brace[2])
        at = self.text.find("\n", end)
        if at < 0 or index >= len(self.lexemes):
            at = len(self.text.rstrip()) if index >= len(self.lexemes) else len(self.text)
        self.found.append(
            finding(
                "unclosed-brace",
                f"A `}}` is missing here: {whose} is never closed.",
                self._span(max(0, end - 1), end),
                related=(Related(self._span(brace[2], brace[3]), "it opens here"),),
                fix=Fix("add the `}`", (Edit(self._span(at, at), f"\n{margin}}}"),), safe=False),
            )
        )

    def _tell_unopened(self, index: int) -> None:
        line = index
        while line and self.lexemes[line - 1][0] not in _QUIET:
            line -= 1
        head = " ".join(piece for _, piece, _, _ in self.lexemes[line : min(index + 1, line + 3)])
        end, brace = self.lexemes[index][3], self.lexemes[self._plan.opened[index]]
        self.found.append(
            finding(
                "stray-brace",
                "A `{` is missing here: " + (f"`{head}` opens no block." if len(head) < 60 else "no block opens."),
                self._span(end - 1, end),
                related=(Related(self._span(brace[2], brace[3]), "what this `}` closes was never opened"),),
                fix=Fix("add the `{`", (Edit(self._span(end, end), " {"),), safe=False),
            )
        )

    def _margin(self, offset: int) -> str:
        """The indentation of the line an offset is on."""
        start = max(self.text.rfind("\n", 0, offset), self.text.rfind("\r", 0, offset)) + 1
        line = self.text[start:offset]
        return line[: len(line) - len(line.lstrip(" \t"))]

    def _tell_stray(self, lexeme: Lexeme) -> None:
        span = self._span(lexeme[2], lexeme[3])
        fix = Fix("take the `}` away", (Edit(span, ""),))
        self.found.append(finding("stray-brace", "This `}` closes nothing.", span, fix=fix))

    def _tell_depth(self, lexeme: Lexeme) -> None:
        if not any(each.name == "too-deep" for each in self.found):
            message = f"Blocks can stand in each other {MAX_DEPTH} deep; what this one holds is not read."
            self.found.append(finding("too-deep", message, self._span(lexeme[2], lexeme[3])))


def _is_blank(line: str) -> bool:
    """Whether this line end is followed by at least one empty line."""
    return line.replace("\r\n", "\n").replace("\r", "\n").count("\n") > 1
