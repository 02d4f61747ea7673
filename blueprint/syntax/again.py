"""`parse_again`: the tree of a text that differs little from one whose tree is known, as in an editor at every key.

The innermost statement with braces that holds the whole change is read anew; what stands before it is kept, and what
stands after it is moved. The result is what `parse` gives, to the last blank line. Where that cannot be told cheaply
(braces or long texts that do not match, a change that touches the statement's edge) the answer is None, and the text is
parsed whole.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from blueprint.diagnostics import Diagnostic, Edit, Fix, Related
from blueprint.records import dataclass, fields, replace
from blueprint.source import Source, Span
from blueprint.syntax import nodes
from blueprint.syntax.grammar import load
from blueprint.syntax.lexemes import Lexeme, scan
from blueprint.syntax.outline import MAX_DEPTH, Outline
from blueprint.syntax.parser import MAX_BYTES, MAX_STEPS, Parsed, _Parser
from blueprint.syntax.place import names_in

T = TypeVar("T")
# Told of the file as a whole, or by where braces and quotes stand in it.
_WHOLE = frozenset({"unclosed-brace", "stray-brace", "unclosed-text", "too-deep", "too-large", "too-many-steps"})
_LONG = '"""'
_BEFORE = 4_000  # characters above a statement in which the end of the one before it is looked for


@dataclass(frozen=True, slots=True)
class Change:
    """The characters `start` to before `end` of the old text became those up to before `new_end` of the new one."""

    start: int
    end: int
    new_end: int

    @property
    def delta(self) -> int:
        return self.new_end - self.end


def parse_again(old: Source, parsed: Parsed, new: Source) -> Parsed | None:
    """The tree and the errors of `new`, from those of `old`; None where the whole text has to be parsed."""
    if old.path != new.path or not _small(new.text):
        return None
    if any(each.name in _WHOLE for each in parsed.diagnostics):
        return None
    change = difference(old.text, new.text)
    around = _around(parsed.file, old.text, change)
    if not around:
        return None
    start, end = _start(around[-1]), _end(around[-1])
    # A long text that begins, ends or grows may change what all the rest is; one that stands elsewhere is only moved.
    if old.text.find(_LONG, start, end) >= 0 or new.text.find(_LONG, start, end + change.delta) >= 0:
        return None
    collecting = gc.isenabled()
    gc.disable()  # as in `parse`
    try:
        return _Again(old, parsed, new, change, around).run()
    finally:
        if collecting:
            gc.enable()


def difference(old: str, new: str) -> Change:
    """The one stretch in which two texts differ, as short as can be."""
    most = min(len(old), len(new))
    start = _alike(most, lambda n: old[:n] == new[:n])
    tail = _alike(most - start, lambda n: old[len(old) - n :] == new[len(new) - n :])
    return Change(start, len(old) - tail, len(new) - tail)


def _alike(most: int, same: Callable[[int], bool]) -> int:
    """The largest number up to `most` for which the texts are the same."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if same(middle):
            low = middle
        else:
            high = middle - 1
    return low


def _small(text: str) -> bool:
    """Whether no limit of the language can be near."""
    steps = sum(text.count(word) for word in ("step", "decision", "recovery"))
    return len(text) * 4 <= MAX_BYTES and steps <= MAX_STEPS


def _around(file: nodes.File, text: str, change: Change) -> list[nodes.Statement]:
    """The statements with braces that hold a change within themselves, the outermost first."""
    found: list[nodes.Statement] = []
    statements: Sequence[nodes.Statement] = file.statements
    while True:
        inner = next((each for each in statements if _holds(each, change)), None)
        block = getattr(inner, "block", None)
        if inner is None or block is None or not block.closed or inner.span.end != block.span.end:
            return found
        if _goes_on(text, _start(inner)):
            return found
        found.append(inner)
        statements = block.statements


def _goes_on(text: str, start: int) -> bool:
    """Whether what stands before an offset may end in a comma, so that a word there could belong to it."""
    before = text[max(0, start - _BEFORE) : start].rstrip()
    line = max(before.rfind("\n"), before.rfind("\r")) + 1
    while (sign := before.find("#", line)) >= 0:
        before = before[:sign].rstrip()
        line = max(before.rfind("\n"), before.rfind("\r")) + 1
    return not before or before[-1] == ","


def _start(node: nodes.Statement) -> int:
    return node.leading[0].span.start if node.leading else node.span.start


def _end(node: nodes.Statement) -> int:
    return node.trailing.span.end if node.trailing is not None else node.span.end


def _holds(node: nodes.Statement, change: Change) -> bool:
    """Whether a change lies after the first character of a statement and before its last brace."""
    return _start(node) < change.start and change.end < node.span.end


class _Again:
    def __init__(
        self, old: Source, parsed: Parsed, new: Source, change: Change, around: list[nodes.Statement]
    ) -> None:  # fmt: skip
        self.old, self.parsed, self.new, self.change, self.around = old, parsed, new, change, around
        self.node = around[-1]
        self.start, self.end = _start(self.node), _end(self.node)

    def run(self) -> Parsed | None:
        lexemes = scan(load(), self.new.text, self.start, self.end + self.change.delta)
        if not _whole(lexemes, self.end + self.change.delta, len(self.around)):
            return None
        kept = [each for each in self.parsed.diagnostics if not self.start <= each.span.start < self.end]
        # A name or a title elsewhere may be one that was given here.
        if kept and names_in(self.old.text) != names_in(self.new.text):
            return None
        parser = _Parser(self.new, load())
        outline = Outline(lexemes, self.new.text, self.new.path)
        made = list(parser.statements(outline.walk().root))
        found = [*outline.found, *parser.found, *parser.builder.found]
        if not made or any(each.name in _WHOLE for each in found):
            return None
        made[0] = self.first(made[0])
        move = Mover(self.new.path, self.end, self.change.delta).move
        diagnostics = [*(move(each) for each in kept), *found]
        diagnostics.sort(key=lambda each: (each.span.start, each.span.end, each.code))
        return Parsed(self.file(tuple(made), move), tuple(diagnostics))

    def first(self, node: nodes.Statement) -> nodes.Statement:
        """The first statement, with the blank line that stands before it."""
        if node.leading:
            node = replace(node, leading=(replace(node.leading[0], blank_before=self.blank), *node.leading[1:]))
        return replace(node, blank_before=self.blank)

    @property
    def blank(self) -> bool:
        return self.node.leading[0].blank_before if self.node.leading else self.node.blank_before

    def file(self, made: tuple[nodes.Statement, ...], move: Callable[[Any], Any]) -> nodes.File:
        """The tree with these statements in the place of the one that was changed, from the inside out."""
        for at in range(len(self.around) - 1, 0, -1):
            holder: Any = self.around[at - 1]  # a statement with braces, of whichever kind
            inner = _put(holder.block.statements, self.around[at], made, move)
            block = replace(
                holder.block, statements=inner, span=self.grown(holder.block.span), dangling=move(holder.block.dangling)
            )
            made = (replace(holder, block=block, span=self.grown(holder.span), trailing=move(holder.trailing)),)
        file = self.parsed.file
        statements = _put(file.statements, self.around[0], made, move)
        whole = self.new.span(0, len(self.new.text))
        return replace(file, statements=statements, span=whole, dangling=move(file.dangling))

    def grown(self, span: Span) -> Span:
        """That of what holds the change."""
        return Span(span.start, span.end + self.change.delta, span.file)


def _whole(lexemes: list[Lexeme], end: int, depth: int) -> bool:
    """Whether these are statements the last of which ends with its brace, and braces that match."""
    inside = deepest = 0
    words = [lexeme for lexeme in lexemes if lexeme[0] not in ("COMMENT", "LINE")]
    for kind, *_ in words:
        inside += (kind == "OPEN") - (kind == "CLOSE")
        deepest = max(deepest, inside)
        if inside < 0:
            return False
    if inside or not words or words[-1][0] != "CLOSE" or depth + deepest >= MAX_DEPTH:
        return False
    first, last = lexemes[0][0], lexemes[-1]
    return first not in ("OPEN", "LINE", "SEMICOLON", "COMMA") and last[3] == end


def _put(
    statements: tuple[nodes.Statement, ...], old: nodes.Statement, made: tuple[nodes.Statement, ...],
    move: Callable[[Any], Any],
) -> tuple[nodes.Statement, ...]:  # fmt: skip
    at = next(number for number, each in enumerate(statements) if each is old)
    return (*statements[:at], *made, *(move(each) for each in statements[at + 1 :]))


class Mover:
    """Copies records with every place of a file in them moved that stands at an offset or after it."""

    def __init__(self, file: str, start: int, delta: int) -> None:
        self.file, self.start, self.delta = file, start, delta

    def move(self, value: T) -> T:
        moved: T = self._move(value)
        return moved

    def _move(self, value: Any) -> Any:
        kind = type(value)
        if kind is Span:
            start, end, file = value.start, value.end, value.file
            first, delta = self.start, self.delta
            if end < first or file != self.file:
                return value
            return Span(start + delta if start >= first else start, end + delta, file)
        if kind is tuple:
            return tuple([self._move(each) for each in value]) if value else value
        slots = _SLOTS.get(kind)
        if slots is None:
            return value
        made = _new(kind)
        for get, put, holds in slots:
            it = get(value)
            put(made, self._move(it) if holds and it is not None else it)
        return made


_new = object.__new__
_PLAIN = ("str", "bool", "float", "int")
_RECORDS = (
    nodes.Word, nodes.Text, nodes.Ref, nodes.Quantity, nodes.Comment, nodes.Block, nodes.Attribute, nodes.Header,
    nodes.Cell, nodes.Timed, nodes.Fail, nodes.When, nodes.Link, nodes.Metric, nodes.Use, nodes.Broken,
    Diagnostic, Related, Fix, Edit,
)  # fmt: skip


def _slots(kind: type) -> list[tuple[Callable[[Any], Any], Callable[[Any, Any], None], bool]]:
    """How each field of a record is read and written, and whether places can be in it."""
    found = []
    for each in fields(kind):
        slot: Any = getattr(kind, each.name)
        holds = not any(str(each.type).startswith(plain) for plain in _PLAIN) and each.name not in ("shape", "value")
        found.append((slot.__get__, slot.__set__, holds))
    return found


_SLOTS = {kind: _slots(kind) for kind in _RECORDS}
