"""Trees and findings as text that a person can review, and trees without the places they came from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from blueprint.source import Source, Span
from blueprint.syntax import Parsed, nodes, parse

ROOT = Path(__file__).resolve().parents[2]
CASES = sorted((Path(__file__).parent / "cases").glob("*.bp"))
EXAMPLES = sorted((ROOT / "examples").rglob("*.bp"))
NOT_SAID = ("span", "blank_before", "blank_after")


def read(text: str) -> Parsed:
    return parse(Source(text, "test.bp"))


def sound(text: str) -> nodes.File:
    """The tree of a text that must have nothing wrong with it."""
    parsed = read(text)
    assert parsed.diagnostics == ()
    return parsed.file


def names(parsed: Parsed) -> list[str]:
    return [each.name for each in parsed.diagnostics]


def _all_fields(node: Any) -> list[str]:
    return list(getattr(type(node), "__dataclass_fields__", ()))


def bare(node: Any) -> Any:
    """The tree without places and blank lines, to be compared."""
    if isinstance(node, tuple):
        return tuple(bare(each) for each in node)
    if type(node).__module__ == nodes.__name__:
        said = [(name, bare(getattr(node, name))) for name in _all_fields(node) if name not in NOT_SAID]
        return (type(node).__name__, *said)
    return node


def records(node: Any) -> Iterator[Any]:
    """Every record of the tree, parents first."""
    if isinstance(node, tuple):
        for each in node:
            yield from records(each)
    elif type(node).__module__ == nodes.__name__:
        yield node
        for name in _all_fields(node):
            yield from records(getattr(node, name))


def shown(file: nodes.File) -> str:
    """The tree, a node a line."""
    lines: list[str] = []
    for node in file.statements:
        _show(lines, node, "")
    lines.extend(f"comment {each.text}" for each in file.dangling)
    return "".join(line.rstrip() + "\n" for line in lines)


def _show(lines: list[str], node: Any, margin: str) -> None:
    lines.extend(f"{margin}above {each.text}" for each in node.leading)
    said = [f"{name}={_value(getattr(node, name))}" for name in _all_fields(node) if _worth(name, getattr(node, name))]
    after = f"   {node.trailing.text}" if node.trailing else ""
    lines.append(f"{margin}{type(node).__name__} {' '.join(said)}{after}")
    block = getattr(node, "block", None)
    if block is None:
        return
    inner = margin + "  "
    if block.opening:
        lines.append(f"{inner}opening {block.opening.text}")
    for each in block.statements:
        _show(lines, each, inner)
    lines.extend(f"{inner}dangling {each.text}" for each in block.dangling)
    if not block.closed:
        lines.append(f"{inner}not closed")


def _worth(name: str, value: Any) -> bool:
    return name not in (*NOT_SAID, "leading", "trailing", "block") and value not in (None, (), "")


def _value(value: Any) -> str:
    if isinstance(value, tuple):
        return "[" + ", ".join(_value(each) for each in value) + "]"
    if isinstance(value, nodes.Word):
        return value.text
    if isinstance(value, nodes.Text):
        return repr(value.value) + (" long" if value.long else "")
    if isinstance(value, nodes.Ref):
        return value.name
    if isinstance(value, nodes.Quantity):
        return f"{value.shape} {value.text}"
    if isinstance(value, nodes.Comment):
        return value.text
    if isinstance(value, nodes.Attribute):
        values = (f" {value.joiner} " if value.joiner else ", ").join(_value(each) for each in value.values)
        inner = "".join(f" {comment.text}" for comment in value.inner)
        return f"{value.word.text}({values}{inner})"
    return repr(value)


def told(text: str, parsed: Parsed) -> str:
    """The findings with the line each is on, its range underlined, and what the fix would write."""
    source = Source(text)
    lines: list[str] = []
    for each in parsed.diagnostics:
        line, column = source.line_column(each.span.start)
        row = source.line(line)
        length = max(1, min(len(each.span), len(row) - column + 1))
        lines += [
            f"{line}:{column} {each.code} {each.name}: {each.message}",
            f"    {row}",
            "    " + " " * (column - 1) + "^" * length,
        ]
        lines += [f"    {source.line_column(other.span.start)}: {other.message}" for other in each.related]
        if each.help:
            lines.append(f"    {each.help}")
        if each.fix:
            kind = "safe" if each.fix.safe else "unsafe"
            written = " and ".join(f"{edit.text!r} for {_slice(source, edit.span)!r}" for edit in each.fix.edits)
            lines.append(f"    fix ({kind}): {each.fix.title}: {written}")
    return "".join(line.rstrip() + "\n" for line in lines)


def _slice(source: Source, span: Span) -> str:
    return source.slice(span)
