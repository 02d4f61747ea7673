"""What stands at a place in the tree: the statements around it, and the word, text or value itself."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from blueprint.records import dataclass, fields
from blueprint.source import Span
from blueprint.syntax import nodes

Part = nodes.Word | nodes.Text | nodes.Ref | nodes.Quantity


@dataclass(frozen=True, slots=True)
class Leaf:
    """A piece of a statement; `role` is the name of its field there: `keyword`, `id`, `title`, `word`, `values` …"""

    role: str
    part: Part
    node: nodes.Statement


def path(file: nodes.File, offset: int) -> tuple[nodes.Statement, ...]:
    """The statements that hold an offset, the outermost first."""
    found: list[nodes.Statement] = []
    statements: Sequence[nodes.Statement] = file.statements
    while (node := _at(statements, offset)) is not None:
        found.append(node)
        tail = [each for each in getattr(node, "tail", ()) if holds(each.span, offset)]
        block = getattr(node, "block", None)
        if tail:
            statements = tail[-1:]
        elif block is not None and block.span.start < offset:
            statements = block.statements
        else:
            break
    return tuple(found)


def leaf(file: nodes.File, offset: int) -> Leaf | None:
    """The word, text or value at an offset; of two that touch there the later one."""
    around = path(file, offset)
    return (
        next(reversed([each for each in leaves(around[-1]) if holds(each.part.span, offset)]), None) if around else None
    )


def leaves(node: nodes.Statement) -> Iterator[Leaf]:
    """The pieces of a statement in the order of its fields, without its tail and block."""
    for each in fields(node):
        value = getattr(node, each.name)
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, nodes.Word | nodes.Text | nodes.Ref | nodes.Quantity):
                yield Leaf(each.name, part, node)


def walk(file: nodes.File) -> Iterator[nodes.Statement]:
    """Every statement in written order, tails and blocks included."""
    waiting = list(reversed(file.statements))
    while waiting:
        node = waiting.pop()
        yield node
        block = getattr(node, "block", None)
        waiting += reversed(block.statements if block is not None else ())
        waiting += reversed(getattr(node, "tail", ()))


def holds(span: Span, offset: int) -> bool:
    """Whether an offset lies in a range or at its end, where a cursor behind the last letter stands."""
    return span.start <= offset <= span.end


def _at(statements: Sequence[nodes.Statement], offset: int) -> nodes.Statement | None:
    last = bisect_right(statements, offset, key=lambda node: node.span.start)
    near = [node for node in statements[max(0, last - 2) : last] if holds(node.span, offset)]
    return near[-1] if near else None
