"""Extracting a step into a service of its own: the service it stands in is closed before it and opened again after."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from blueprint.diagnostics import Edit
from blueprint.lsp.changes import Change, first_offset, last_offset, margin, sound
from blueprint.lsp.document import Analysed
from blueprint.lsp.tree import path
from blueprint.source import Source, Span
from blueprint.syntax import nodes
from blueprint.syntax.format import line_end
from blueprint.syntax.grammar import load
from blueprint.syntax.lexemes import scan
from blueprint.vocabulary import TIERS

INDENT = "  "
_STEPS = ("step", "decision", "recovery")
TIER = "facilitating"


def offers(analysed: Analysed, span: Span) -> Iterator[tuple[str, Callable[[], Change | None]]]:
    """The step at a place, if it stands in a phase or in a service of one."""
    around = [each for each in path(analysed.parsed.file, span.start) if isinstance(each, nodes.Header)]
    for at, node in enumerate(around):
        if node.keyword.text in _STEPS:
            outer = around[:at]
            if outer and outer[0].keyword.text == "phase" and node.keyword.text != "recovery" and len(outer) < 3:
                name = node.title.value if node.title else node.id.text if node.id else "this step"
                yield f"Extract “{name}” into a service of its own", partial(_extracted, analysed, outer, node)
            return


def _extracted(analysed: Analysed, outer: list[nodes.Header], step: nodes.Header) -> Change | None:
    service = outer[1] if len(outer) == 2 else None
    lines = _whole_lines(analysed.source, first_offset(step), last_offset(step))
    if lines is None or (service is not None and (service.keyword.text not in TIERS or service.block is None)):
        return None
    name = _free(analysed, f"{_name(analysed, step)}_service")
    opened = f"{TIER} {name} {_quoted(step.title.value if step.title else name)} {{"
    edits = _wrapped(analysed, lines, opened) if service is None else _parted(analysed, service, step, lines, opened)
    return sound(analysed, Change({analysed.path: tuple(edits)})) if edits else None


def _whole_lines(source: Source, start: int, end: int) -> Span | None:
    """The lines from one offset to another with the line end of the last; None where something else stands on them."""
    first, last = source.line_column(start)[0], source.line_column(end)[0]
    begin = source.line_starts[first - 1]
    stop = source.line_starts[last] if last < len(source.line_starts) else len(source.text)
    alone = not source.text[begin:start].strip() and not source.text[end:stop].strip()
    return source.span(begin, stop) if alone else None


def _wrapped(analysed: Analysed, lines: Span, opened: str) -> list[Edit]:
    """A step that stands in a phase gets a service around it, and is moved in by one level."""
    source, end = analysed.source, line_end(analysed.text)
    indent = margin(source, lines.start)
    texts = [(a, b) for kind, _, a, b in scan(load(), source.text, lines.start, lines.end) if kind == "TEXT"]
    starts = [start for start in source.line_starts if lines.start < start < lines.end]
    inner = [start for start in starts if not any(a < start < b for a, b in texts)]
    return [
        Edit(source.span(lines.start, lines.start), f"{indent}{opened}{end}{INDENT}"),
        *(Edit(source.span(start, start), INDENT) for start in inner if source.line(source.line_column(start)[0])),
        Edit(source.span(lines.end, lines.end), f"{indent}}}{end}"),
    ]


def _parted(analysed: Analysed, service: nodes.Header, step: nodes.Header, lines: Span, opened: str) -> list[Edit]:
    """The first step of a service goes before it, the last after it; before any other the service is closed, and it
    is opened again after it."""
    source, end = analysed.source, line_end(analysed.text)
    assert service.block is not None
    flow = [each for each in service.block.statements if _flows(each)]
    around = _whole_lines(source, first_offset(service), last_offset(service))
    if around is None or len(flow) < 2:
        return []
    indent = margin(source, service.span.start)
    taken = source.slice(lines)
    whole = f"{indent}{opened}{end}{taken}{indent}}}{end}"
    if step.span in (flow[0].span, flow[-1].span):
        at = around.start if step.span == flow[0].span else around.end
        return [Edit(lines, ""), Edit(source.span(at, at), whole)]
    id, place = _name(analysed, service), service.keyword.span.end
    named = [] if service.id is not None else [Edit(source.span(place, place), f" {id}")]
    again = f"{indent}{service.keyword.text} {id} {{{end}"
    return [*named, Edit(lines, f"{indent}}}{end}{whole}{again}")]


def _name(analysed: Analysed, node: nodes.Header) -> str:
    """The id of what a header declares, written or made."""
    if node.id is not None:
        return node.id.text
    place = (node.title or node.keyword).span
    return next((key for key, each in analysed.symbols.items() if each.definition == place), node.keyword.text)


def _free(analysed: Analysed, name: str) -> str:
    number, free = 2, name
    while free in analysed.symbols:
        free, number = f"{name}_{number}", number + 1
    return free


def _quoted(title: str) -> str:
    return '"' + " ".join(title.replace("\\", "\\\\").replace('"', '\\"').split()) + '"'


def _flows(node: nodes.Statement) -> bool:
    return isinstance(node, nodes.Header) and node.keyword.text in (*_STEPS, "parallel")
