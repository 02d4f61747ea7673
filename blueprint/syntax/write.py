"""A tree as text: two spaces for each level, one statement a line, every comment where it belongs.

What is written reads back as the same tree. Lines are not broken, whatever their length.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from blueprint.syntax.nodes import (
    Attribute,
    Block,
    Broken,
    Cell,
    Comment,
    Fail,
    File,
    Header,
    Link,
    Metric,
    Quantity,
    Ref,
    Statement,
    Text,
    Timed,
    Use,
    Value,
    When,
    Word,
)
from blueprint.syntax.texts import quote, quote_long

STEP = "  "
_BETWEEN = {"unmet": "because", "proxy": "for"}


def write(file: File) -> str:
    """The text of a tree, ending in a line end unless it is empty."""
    lines: list[str] = []
    _statements(lines, file.statements, file.dangling, "")
    return "".join(line + "\n" for line in lines)


def write_statement(node: Statement, margin: str = "") -> str:
    """The text of one statement with its block and comments, without a final line end."""
    lines: list[str] = []
    _statement(lines, node, margin)
    return "\n".join(lines)


def _statements(lines: list[str], nodes: Iterable[Statement], dangling: tuple[Comment, ...], margin: str) -> None:
    first = len(lines)
    for node in nodes:
        if node.blank_before and len(lines) > first:
            lines.append("")
        _statement(lines, node, margin)
    _comments(lines, dangling, margin, first)


def _comments(lines: list[str], comments: tuple[Comment, ...], margin: str, first: int) -> None:
    for comment in comments:
        if comment.blank_before and len(lines) > first and lines[-1] != "":
            lines.append("")
        lines.append(margin + comment.text)


def _statement(lines: list[str], node: Statement, margin: str) -> None:
    _comments(lines, node.leading, margin, len(lines))
    if node.leading and node.leading[-1].blank_after:
        lines.append("")
    block: Block | None = getattr(node, "block", None)
    trailing = f"  {node.trailing.text}" if node.trailing is not None else ""
    head = margin + _HEADS[type(node)](node, margin)
    if block is None:
        lines.append(head + trailing)
        return
    head += "{" if head == margin else " {"
    if not (block.statements or block.dangling or block.opening):
        lines.append(head + "}" + trailing)
        return
    lines.append(head + (f"  {block.opening.text}" if block.opening is not None else ""))
    _statements(lines, block.statements, block.dangling, margin + STEP)
    lines.append(margin + "}" + trailing)


# ---------------------------------------------------------------------------------------------------- one line


def _line(margin: str, *parts: Value | Iterable[Attribute] | None) -> str:
    """The parts that are there, with blanks between them."""
    words: list[str] = []
    for part in parts:
        if part is None:
            continue
        if isinstance(part, Word | Text | Ref | Quantity):
            words.append(_value(part, margin))
        else:
            words.extend(_attribute(each, margin) for each in part)
    return " ".join(words)


def _value(value: Value, margin: str) -> str:
    if isinstance(value, Text):
        return quote_long(value.value, margin + STEP) if value.long else quote(value.value)
    return value.name if isinstance(value, Ref) else value.text


def _attribute(node: Attribute, margin: str) -> str:
    between = _BETWEEN.get(node.word.text)
    values = (" or " if node.joiner == "or" else ", ").join(_value(value, margin) for value in node.values)
    return " ".join(part for part in (node.word.text, between if values else "", values) if part)


def _header(node: Header, margin: str) -> str:
    return _line(margin, node.keyword, node.kind, node.id, node.title, node.tail)


def _cell(node: Cell, margin: str) -> str:
    return _line(margin, node.meanwhile, node.lane, node.id, node.title, node.tail)


def _timed(node: Timed, margin: str) -> str:
    return _line(margin, node.meanwhile, node.keyword, node.title, node.duration, node.tail)


def _fail(node: Fail, margin: str) -> str:
    head = _line(margin, node.keyword, node.title, node.likelihood, node.severity)
    return " ".join(part for part in (head, _jump(node.target), _line(margin, node.tail)) if part)


def _when(node: When, margin: str) -> str:
    head = _line(margin, node.keyword, node.title, node.share)
    return " ".join(part for part in (head, _jump(node.target), _line(margin, node.tail)) if part)


def _jump(target: Ref | None) -> str:
    return f"-> {target.name}" if target is not None else ""


def _metric(node: Metric, margin: str) -> str:
    return _line(margin, node.keyword, node.name, node.comparison, node.target, node.tail)


def _link(node: Link, margin: str) -> str:
    return _line(margin, node.source, node.arrow, node.target, node.label)


def _use(node: Use, margin: str) -> str:
    return _line(margin, node.keyword, node.path)


def _broken(node: Broken, margin: str) -> str:
    return node.text


_HEADS: dict[type, Callable[[Any, str], str]] = {
    Attribute: _attribute,
    Header: _header,
    Cell: _cell,
    Timed: _timed,
    Fail: _fail,
    When: _when,
    Metric: _metric,
    Link: _link,
    Use: _use,
    Broken: _broken,
}
