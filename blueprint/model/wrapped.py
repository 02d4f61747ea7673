"""What was written into the braces of `blueprint { … }` although it stands beside them: phases, roles and the like.

Other notations wrap the whole file, so this is what many write first. It is told once, and everything is read as if
the braces had been closed before it.
"""

from __future__ import annotations

from blueprint.diagnostics import Diagnostic, Edit, Fix
from blueprint.model import places
from blueprint.model.findings import finding
from blueprint.records import replace
from blueprint.source import Span
from blueprint.syntax import nodes


def unwrapped(file: nodes.File, head: nodes.Header, report: list[Diagnostic]) -> nodes.File:
    """The file with these statements behind its head; the file itself where nothing is wrapped."""
    if head.block is None or not any(each is head for each in file.statements):
        return file
    wrapped = [each for each in head.block.statements if _wrapped(each, head)]
    if not wrapped:
        return file
    kept = tuple([each for each in head.block.statements if not _wrapped(each, head)])
    _tell(wrapped, head, head.block, report)
    whole: list[nodes.Statement] = []
    for each in file.statements:
        whole += [replace(head, block=replace(head.block, statements=kept)), *wrapped] if each is head else [each]
    return replace(file, statements=tuple(whole))


def _wrapped(node: nodes.Statement, head: nodes.Header) -> bool:
    if not isinstance(node, nodes.Header) or node.keyword.text in places.TIERS:
        return False
    outermost = "top" if head.keyword.text == "blueprint" else "library top"
    return places.allowed(node.keyword.text, outermost) and not places.allowed(node.keyword.text, head.keyword.text)


def _tell(wrapped: list[nodes.Statement], head: nodes.Header, block: nodes.Block, report: list[Diagnostic]) -> None:
    first = wrapped[0]
    assert isinstance(first, nodes.Header)
    word, whole, more = places.named(first.keyword.text), head.keyword.text, len(wrapped) - 1
    start, file = first.span.start, first.span.file
    tail = block.statements[-len(wrapped) :] == tuple(wrapped)
    edits = (Edit(Span(start, start, file), "}\n"), Edit(Span(block.span.end - 1, block.span.end, file), ""))
    help = f"The braces of the `{whole}` hold only what describes all of it: close them with `}}` above this line."
    report.append(finding(
        "misplaced-statement", first.keyword.span,
        f"{word[:1].upper()}{word[1:]} cannot stand in {places.named(whole)}"
        + (f", nor can the {more} after it that stand on the outermost level." if more > 1 else "."),
        help=help, fix=Fix("close the braces above it", edits) if tail and block.closed else None,
    ))  # fmt: skip
