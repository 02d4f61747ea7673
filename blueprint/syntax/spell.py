"""The words of one statement, in their order and with blanks between them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from unicodedata import category, east_asian_width

from blueprint.syntax.nodes import (
    Attribute,
    Cell,
    Fail,
    Header,
    Link,
    Metric,
    Ref,
    Statement,
    Text,
    Timed,
    Use,
    Value,
    When,
)

STEP = "  "
# Attributes that say one thing together.
PAIRS = frozenset({("repeats", "every"), ("escalates", "within"), ("price", "uses")})
# Attributes that belong to what stands before them when they follow it at once; an arrow comes after them.
_WITH_HEAD: dict[type, tuple[str, ...]] = {Header: ("as", "must", "should", "could"), Fail: ("at",), When: ("for",)}
_BETWEEN = {"unmet": "because", "proxy": "for"}


class Spelling:
    """Statements as words; `text` says how a quoted text is written on a statement at a margin."""

    def __init__(self, text: Callable[[Text, str], str]) -> None:
        self._text = text

    def parts(self, node: Statement, margin: str) -> tuple[str, tuple[Attribute, ...]]:
        """What must stand on the line of a statement, and the attributes that may as well stand in its block."""
        if isinstance(node, Attribute):
            return self.attribute(node, margin), ()
        tail, with_head, count = getattr(node, "tail", ()), _WITH_HEAD.get(type(node), ()), 0
        while count < len(tail) and tail[count].word.text in with_head and not tail[count].inner:
            count += 1
        words = [self.value(part, margin) for part in _HEADS[type(node)](node) if part is not None]
        target: Ref | None = node.target if isinstance(node, Fail | When) else None
        if target is not None and len(words) == 1:  # `fail -> pay` would be a link from something named `fail`
            count = max(count, 1)
        words += [self.attribute(each, margin) for each in tail[:count]]
        return " ".join(words if target is None else [*words, "->", target.name]), tail[count:]

    def line(self, node: Statement, margin: str) -> str:
        """The whole statement but its block, on one line."""
        head, tail = self.parts(node, margin)
        return " ".join([head, *[self.attribute(each, margin) for each in tail]])

    def value(self, value: Value, margin: str) -> str:
        """A value; the lines of a long text stand a level deeper than `margin`."""
        if isinstance(value, Text):
            return self._text(value, margin)
        return value.name if isinstance(value, Ref) else value.text

    def attribute(self, node: Attribute, margin: str) -> str:
        """An attribute on one line."""
        between = _BETWEEN.get(node.word.text) if node.values else None
        values = (" or " if node.joiner == "or" else ", ").join([self.value(value, margin) for value in node.values])
        return " ".join([part for part in (node.word.text, between, values) if part])


_Parts = tuple[Value | None, ...]


def _header(node: Header) -> _Parts:
    return node.keyword, node.kind, node.id, node.title


def _cell(node: Cell) -> _Parts:
    return node.meanwhile, node.lane, node.id, node.title


def _timed(node: Timed) -> _Parts:
    return node.meanwhile, node.keyword, node.title, node.duration


def _fail(node: Fail) -> _Parts:
    return node.keyword, node.title, node.likelihood, node.severity


def _when(node: When) -> _Parts:
    return node.keyword, node.title, node.share


def _metric(node: Metric) -> _Parts:
    return node.keyword, node.name, node.comparison, node.target


def _link(node: Link) -> _Parts:
    return node.source, node.arrow, node.target, node.label


def _use(node: Use) -> _Parts:
    return node.keyword, node.path


_HEADS: dict[type, Callable[[Any], _Parts]] = {
    Header: _header,
    Cell: _cell,
    Timed: _timed,
    Fail: _fail,
    When: _when,
    Metric: _metric,
    Link: _link,
    Use: _use,
}


def line_width(text: str, enough: int) -> int:
    """The columns a line takes on a screen; past `enough` its length will do."""
    if text.isascii() or len(text) > 4 * enough:
        return len(text)
    return sum([0 if category(c) in ("Mn", "Me", "Cf") else 2 if east_asian_width(c) in "WF" else 1 for c in text])
