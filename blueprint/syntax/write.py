"""A tree as text: two spaces for each level, one statement a line, every comment where it belongs.

The one home of how a statement is printed. A line past the width gives its tail to its block, one attribute a line; a
list past the width has one name a line. What is written reads back as the same tree, but for that move.

How something was written before is a `Manner`: a tree that a program made has none, and the formatter's is the text
it formats (`format.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from blueprint.syntax.nodes import Attribute, Block, Broken, Comment, File, Statement, Text
from blueprint.syntax.spell import PAIRS, STEP, Spelling, line_width
from blueprint.syntax.texts import quote, quote_long

WIDTHS = range(20, 1001)
WIDTH = 100
_Node = TypeVar("_Node", bound=Statement)
Group = Sequence[Statement]  # one statement, or the attributes that share a line


class Manner:
    """What is not in the tree: here the defaults, for a tree without a text."""

    def text(self, text: Text, margin: str) -> str:
        """A text in its quotes, on a statement that stands at `margin`."""
        return quote_long(text.value, margin) if text.long else quote(text.value)

    def verbatim(self, group: Group) -> str | None:
        """What must be kept as it is, its block aside."""
        first = group[0]
        return first.text if isinstance(first, Broken) else None

    def on_one_line(self, node: Statement) -> bool:
        """Whether its block is to stay on its line."""
        del node
        return False

    def together(self, one: Attribute, other: Attribute) -> bool:
        """Whether two attributes share a line."""
        return _is_pair(one, other)

    def beside(self, before: int, comment: Comment) -> bool:
        """Whether a comment stands on the line of what ends at the offset `before`."""
        del before, comment
        return False


def write(file: File, manner: Manner | None = None, width: int = WIDTH) -> str:
    """The text of a tree, ending in a line end unless it is empty."""
    printer = _Printer(manner or Manner(), width)
    printer.statements(file.statements, file.dangling, "")
    return "".join(line + "\n" for line in printer.lines)


def write_statement(node: Statement, margin: str = "") -> str:
    """The text of one statement with its block and comments, without a final line end."""
    printer = _Printer(Manner(), WIDTH)
    printer.group([node], margin)
    return "\n".join(printer.lines)


class _Printer:
    """Gathers lines; an entry may hold several when a text or a list goes over lines."""

    def __init__(self, manner: Manner, width: int) -> None:
        self.lines: list[str] = []
        self.manner, self.width = manner, width
        self.spelling = Spelling(manner.text)
        self._inline: dict[int, str] = {}  # by the node's identity: each block is put on a line once

    # ------------------------------------------------------------------ blocks and comments

    def statements(
        self, nodes: Iterable[Statement], dangling: tuple[Comment, ...], margin: str, first: int | None = None
    ) -> None:
        """Statements and the comments after them; the line numbered `first` has no blank line above it."""
        start = len(self.lines)
        for group in _grouped(nodes, self._share):
            if group[0].blank_before and len(self.lines) > start:
                self.lines.append("")
            self.group(group, margin)
        self._comments(dangling, margin, start if first is None else first)

    def _share(self, one: Statement, other: Statement) -> bool:
        if not (isinstance(one, Attribute) and isinstance(other, Attribute)) or one.block is not None:
            return False
        commented = one.trailing is not None or other.leading or other.blank_before
        return not commented and self.manner.together(one, other)

    def _comments(self, comments: tuple[Comment, ...], margin: str, first: int) -> None:
        for comment in comments:
            if comment.blank_before and len(self.lines) > first and self.lines[-1] != "":
                self.lines.append("")
            self.lines.append(margin + comment.text)

    # ------------------------------------------------------------------ a statement

    def group(self, group: Group, margin: str) -> None:
        node = group[0]
        self._comments(node.leading, margin, len(self.lines))
        if node.leading and node.leading[-1].blank_after:
            self.lines.append("")
        verbatim = self.manner.verbatim(group)
        if verbatim is not None:
            self._statement(verbatim, (), group[-1], margin)
        elif isinstance(node, Attribute):
            self._attributes(group, margin)
        else:
            self._statement(*self.spelling.parts(node, margin), node, margin)

    def _statement(self, head: str, tail: tuple[Attribute, ...], node: Statement, margin: str) -> None:
        block: Block | None = getattr(node, "block", None)
        line = margin + " ".join([head, *(self.spelling.attribute(each, margin) for each in tail)])
        commented = any(each.inner for each in tail)
        inline = None if block is None or commented else self._on_a_line(node, block)
        if inline is not None and self._fits(whole := f"{line} {inline}" if head else line + inline):
            self._put(whole, node.trailing)
            return
        opened = line if block is None else line + (" {" if head else "{")
        if tail and (commented or not self._fits(opened)):
            self._with_tail(f"{margin}{head} {{", tail, block, node, margin)
        else:
            self._close(opened, block, node, margin)

    def _close(self, line: str, block: Block | None, node: Statement, margin: str) -> None:
        """A line that fits, or cannot be helped, and what stands in its block."""
        if block is None:
            self._put(line, node.trailing)
        elif not (block.statements or block.dangling or block.opening):
            self._put(line + "}", node.trailing)
        else:
            opening, trailing = self._comments_of(block, node)
            self._put(line, opening)
            self.statements(block.statements, block.dangling, margin + STEP)
            self._put(margin + "}", trailing)

    def _with_tail(
        self, line: str, tail: tuple[Attribute, ...], block: Block | None, node: Statement, margin: str
    ) -> None:
        opening, trailing = self._comments_of(block, node)
        commented = any(each.inner for each in tail)  # they came before what opens the block
        self._put(line, None if commented else opening)
        for group in _grouped(tail, _is_pair):
            self._attributes(group, margin + STEP)
        if block is None:
            self._put(margin + "}", opening if commented else None)
            return
        if commented and opening is not None:
            self.lines.append(margin + STEP + opening.text)
        self.statements(block.statements, block.dangling, margin + STEP, 0)
        self._put(margin + "}", trailing)

    def _comments_of(self, block: Block | None, node: Statement) -> tuple[Comment | None, Comment | None]:
        """Those after the braces; one after a statement that was a single line stays on its first."""
        if block is None or self.manner.on_one_line(node):
            return node.trailing, None
        return block.opening, node.trailing

    # ------------------------------------------------------------------ attributes

    def _attributes(self, group: Group, margin: str) -> None:
        """Attributes on one line if they fit, else each on its own."""
        together = margin + " ".join([self.spelling.line(each, margin) for each in group])
        lists = any(isinstance(each, Attribute) and each.inner for each in group)
        if len(group) > 1 and not lists and self._fits(together):
            self._brace(together, group[-1], margin)
            return
        for each in group:
            if isinstance(each, Attribute):
                self._brace(margin + self._values(each, margin), each, margin)

    def _brace(self, line: str, node: Statement, margin: str) -> None:
        block: Block | None = getattr(node, "block", None)
        self._close(line if block is None else line + " {", block, node, margin)

    def _values(self, node: Attribute, margin: str) -> str:
        """An attribute; a list that is too long or has comments in it goes over several lines."""
        line = self.spelling.attribute(node, margin)
        if not node.inner and (len(node.values) < 2 or self._fits(margin + line)):
            return line
        parts = [self.spelling.value(value, margin + STEP) for value in node.values]
        behind = self._behind(node, margin + STEP)
        last = len(parts) - 1
        text = f"{node.word.text} {parts[0]}"
        for number, part in enumerate(parts[1:]):
            if node.joiner == "or" and (number not in behind if behind else number + 1 == last):
                text += f" or {part}"  # no line may end in `or`
            else:
                text += f",{behind.get(number, '')}\n{margin}{STEP}{part}"
        return text

    def _behind(self, node: Attribute, margin: str) -> dict[int, str]:
        """What stands after the comma after each value: comments, the first of them perhaps on its line."""
        behind: dict[int, str] = {}
        number = 0
        for comment in node.inner:
            while number + 2 < len(node.values) and node.values[number + 1].span.end <= comment.span.start:
                number += 1
            beside = number not in behind and self.manner.beside(node.values[number].span.end, comment)
            before = "  " if beside else f"\n{margin}"
            behind[number] = behind.get(number, "") + before + comment.text
        return behind

    # ------------------------------------------------------------------ one line

    def _on_a_line(self, node: Statement, block: Block) -> str | None:
        """`{ a; b }`, where it was written so."""
        if not (block.statements or block.dangling or block.opening):
            return "{}"
        if not self.manner.on_one_line(node):
            return None
        known = self._inline.get(id(block))
        if known is None:
            inner = "; ".join(self._line_of(group) for group in _grouped(block.statements, self._share))
            known = self._inline[id(block)] = f"{{ {inner} }}"
        return known

    def _line_of(self, group: Group) -> str:
        verbatim, last = self.manner.verbatim(group), group[-1]
        parts = [self.spelling.line(each, "") for each in group] if verbatim is None else [verbatim]
        block: Block | None = getattr(last, "block", None)
        if block is not None:
            parts.append(self._on_a_line(last, block) or "{}")
        return " ".join([part for part in parts if part])

    def _fits(self, text: str) -> bool:
        """Whether no line of it but those inside a long text is past the width."""
        if "\n" not in text:
            return line_width(text, self.width) <= self.width
        ends = (text[: text.index("\n")], text[text.rindex("\n") + 1 :])
        return all(line_width(line, self.width) <= self.width for line in ends)

    def _put(self, line: str, comment: Comment | None) -> None:
        self.lines.append(line + (f"  {comment.text}" if comment is not None else ""))


def _grouped(nodes: Iterable[_Node], share: Callable[[_Node, _Node], bool]) -> Iterator[list[_Node]]:
    """The nodes in order, those that share a line together."""
    group: list[_Node] = []
    for node in nodes:
        if group and not share(group[-1], node):
            yield group
            group = []
        group.append(node)
    if group:
        yield group


def _is_pair(one: Attribute, other: Attribute) -> bool:
    return (one.word.text, other.word.text) in PAIRS
