"""What each feature answers, as text to be read in a case."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import groupby
from pathlib import Path

from blueprint.diagnostics import Edit, Fix, apply
from blueprint.lsp import completion, flow, folding, hints, links, outline, rename, symbols
from blueprint.lsp import hover as hovering
from blueprint.lsp.document import Analysed
from blueprint.source import Source, Span
from tests.lsp.features import changed
from tests.lsp.features.cases import Case

_LISTED = ("name", "value", "file", "sign")


def complete(it: Analysed, case: Case) -> str:
    """Names and values one a line with what they are; words of one kind side by side."""
    lines = []
    for kind, group in groupby(completion.complete(it, case.cursor), lambda offer: offer.kind):
        offers = list(group)
        if kind in _LISTED:
            lines += [f"{each.label} — {each.detail}" for each in offers]
        else:
            lines.append(f"{kind}: {', '.join(each.label for each in offers)}")
    return _lines(lines)


def hover(it: Analysed, case: Case) -> str:
    found = hovering.hover(it, case.cursor)
    return f"«{it.source.slice(found.span)}»\n\n{found.text}\n" if found else ""


def definition(it: Analysed, case: Case) -> str:
    return _lines(_place(it, span) for span in symbols.definition(it, case.cursor))


def references(it: Analysed, case: Case) -> str:
    return _lines(_place(it, span) for span in symbols.references(it, case.cursor))


def highlights(it: Analysed, case: Case) -> str:
    found = symbols.highlights(it, case.cursor)
    return _marked(it.source, [(each.span, "«»" if each.defines else "‹›") for each in found])


def renamed(it: Analysed, case: Case) -> str:
    """Every file that changes, as it will be; or the reason why not."""
    prepared = rename.prepare(it, case.cursor)
    if isinstance(prepared, rename.Refused):
        return prepared.message + "\n"
    done = rename.rename(it, case.cursor, case.asked)
    if isinstance(done, rename.Refused):
        return f"«{prepared.name}»: {done.message}\n"
    lines = [f"«{prepared.name}»"]
    for file, edits in groupby(done.edits, lambda edit: edit.span.file):
        lines += [f"{Path(file).name}:", _applied(it, file, edits).rstrip("\n")]
    return _lines(lines)


def symbols_of(it: Analysed, case: Case) -> str:
    return _lines(_entries(outline.outline(it), ""))


def workspace(it: Analysed, case: Case) -> str:
    return _lines(
        f"{each.kind} {each.name} · {each.inside} · {_place(it, each.span)}"
        for each in outline.workspace(it.project, case.asked)
    )


def folds(it: Analysed, case: Case) -> str:
    line = it.source.line_column
    return _lines(f"{line(each.span.start)[0]}-{line(each.span.end)[0]} {each.kind}" for each in folding.folds(it))


def selections(it: Analysed, case: Case) -> str:
    return _lines(" ".join(it.source.slice(span).split()) for span in folding.selections(it, case.cursor))


def inlays(it: Analysed, case: Case) -> str:
    """The text with its hints in it."""
    edits = []
    for each in hints.hints(it):
        shown = f"‹{each.text}› " if each.before else f" ‹{each.text}›"
        edits.append(Edit(it.source.span(each.offset, each.offset), shown))
    return apply(it.text, [Fix("", tuple(edits))])


def lenses(it: Analysed, case: Case) -> str:
    return _lines(f"{it.source.line_column(each.span.start)[0]}: {each.text}" for each in hints.lenses(it))


def linked(it: Analysed, case: Case) -> str:
    return _lines(f"{it.source.slice(each.span)} → {each.path or each.address}" for each in links.links(it))


def flows(it: Analysed, case: Case) -> str:
    stop = flow.stop_at(it, case.cursor)
    if stop is None:
        return ""
    lines = [f"{stop.kind} {stop.name}"]
    for sign, ways in (("←", flow.leads_here(it, stop.key)), ("→", flow.follows(it, stop.key))):
        for way in ways:
            where = ", ".join(" ".join(it.source.slice(span).split()) for span in way.spans)
            lines.append(
                " ".join(filter(None, (sign, way.stop.name, f"({way.label})" if way.label else "", "·", where)))
            )
    return _lines(lines)


FEATURES: dict[str, Callable[[Analysed, Case], str]] = {
    "completion": complete, "hover": hover, "definition": definition, "references": references,
    "highlights": highlights, "rename": renamed, "symbols": symbols_of, "workspace-symbols": workspace,
    "folding": folds, "selection": selections, "inlay-hints": inlays, "lenses": lenses, "links": linked, "flow": flows,
    "actions": changed.actions, "formatting": changed.formatted,
}  # fmt: skip


def _lines(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def _place(it: Analysed, span: Span) -> str:
    other = it.project.at(span.file)
    assert other is not None
    line, column = other.source.line_column(span.start)
    text = other.source.line(line)
    marked = f"{text[: column - 1]}«{other.source.slice(span)}»{text[column - 1 + len(span) :]}"
    return f"{Path(span.file).name}:{line}: {marked.strip()}"


def _marked(source: Source, spans: list[tuple[Span, str]]) -> str:
    edits = [
        Edit(source.span(span.start, span.end), f"{marks[0]}{source.slice(span)}{marks[1]}") for span, marks in spans
    ]
    return apply(source.text, [Fix("", tuple(edits))]) if edits else ""


def _applied(it: Analysed, file: str, edits: Iterable[Edit]) -> str:
    other = it.project.at(file)
    assert other is not None
    return apply(other.text, [Fix("", tuple(edits))])


def _entries(entries: Iterable[outline.Entry], margin: str) -> Iterable[str]:
    for each in entries:
        yield f"{margin}{each.kind}: {each.name} ({each.detail})"
        yield from _entries(each.children, margin + "  ")
