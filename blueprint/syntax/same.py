"""What a tree says, whatever it looks like: to tell whether two texts mean the same."""

from __future__ import annotations

from typing import Any

from blueprint.records import fields
from blueprint.syntax.nodes import Broken, File, Quantity, Ref, Text, Word

# Places, comments and blank lines; a tail and a block are one list of statements.
_NOT_SAID = frozenset({"span", "leading", "trailing", "blank_before", "inner", "tail", "block"})


def meaning(node: Any) -> Any:
    """A tree as nested tuples without places, comments and blank lines. An attribute says the same in the tail of its
    statement and in its block, so both are one list there; the order of statements is kept."""
    if isinstance(node, Word):
        return node.text
    if isinstance(node, Text):
        return (node.value, node.long)
    if isinstance(node, Ref):
        return tuple([part.text for part in node.parts])
    if isinstance(node, Quantity):
        return (node.shape, node.value, node.text)
    if isinstance(node, tuple):
        return tuple([meaning(each) for each in node])
    if isinstance(node, File):
        return meaning(node.statements)
    if isinstance(node, Broken):
        return ("Broken", node.text.split(), _held(node))
    if not hasattr(node, "span"):
        return node
    said = tuple([meaning(getattr(node, each.name)) for each in fields(node) if each.name not in _NOT_SAID])
    return (type(node).__name__, said, _held(node))


def _held(node: Any) -> Any:
    """What stands in the tail and the block, and None for a statement with neither."""
    tail, block = getattr(node, "tail", ()), getattr(node, "block", None)
    if block is None:
        return meaning(tail) or None
    return (*meaning(tail), *meaning(block.statements))
