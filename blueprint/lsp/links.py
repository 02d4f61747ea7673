"""What can be opened from a text: the libraries it uses, and addresses."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blueprint.lsp.tree import walk
from blueprint.records import dataclass
from blueprint.source import Span
from blueprint.syntax import nodes

if TYPE_CHECKING:
    from blueprint.lsp.document import Analysed

_ADDRESS = re.compile(r"https?://\S+")


@dataclass(frozen=True, slots=True)
class Link:
    """A range that leads to a file (an absolute path) or to an address of the web."""

    span: Span
    path: str = ""
    address: str = ""


def links(analysed: Analysed) -> tuple[Link, ...]:
    """Every path after `use` that leads to a file, and every address after `link`, in order; without their quotes."""
    return tuple(_links(analysed))


def used(analysed: Analysed, node: nodes.Use) -> str:
    """The file that a `use` line means; empty when there is none."""
    if node.path is None or not os.path.isabs(analysed.path) or "\0" in node.path.value:
        return ""
    name = node.path.value.replace("\\", "/")
    path = os.path.normpath(os.path.join(os.path.dirname(analysed.path), name))
    return path if name and not os.path.isabs(name) and analysed.project.at(path) is not None else ""


def _links(analysed: Analysed) -> Iterator[Link]:
    for node in walk(analysed.parsed.file):
        if isinstance(node, nodes.Use) and node.path is not None and (path := used(analysed, node)):
            yield Link(_within(node.path), path=path)
        elif isinstance(node, nodes.Attribute) and node.word.text == "link":
            for value in node.values:
                if isinstance(value, nodes.Text) and _ADDRESS.fullmatch(value.value):
                    yield Link(_within(value), address=value.value)


def _within(text: nodes.Text) -> Span:
    quotes = 3 if text.long else 1
    span = text.span
    return Span(span.start + quotes, max(span.start + quotes, span.end - quotes), span.file)


def beside(folder: str) -> list[str]:
    """The blueprints in one folder: what lies below that of a file opened alone may be somebody's whole disk."""
    try:
        return [os.path.join(folder, name) for name in sorted(os.listdir(folder)) if name.endswith(".bp")]
    except OSError:
        return []
