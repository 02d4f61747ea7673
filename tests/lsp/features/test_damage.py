"""Whatever is written, every feature answers at every place, with ranges that lie in the texts they speak of."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from blueprint.lsp import completion, flow, folding, hints, links, outline, rename, symbols
from blueprint.lsp.document import Analysed, Project
from blueprint.lsp.hover import hover
from blueprint.source import Span
from tests.house.places import ROOT
from tests.whole.damage import damaged

EXAMPLES = sorted((ROOT / "examples").glob("*.bp"))
ODD = (
    "",
    "|",
    "\n",
    '"',
    "{",
    "}" * 60,
    "use",
    'use "',
    "\r",
    "\r\n\r",
    "\u2028",
    "#",
    "library",
    "😀",
    "->",
    "a.b.c",
    "\x00",
)


def opened(text: str, name: str = "damaged.bp") -> Analysed:
    """A text among the examples, so that the libraries it uses are there."""
    project = Project()
    path = ROOT / "examples" / name
    project.put(path.as_uri(), text, 1)
    analysed = project.at(str(path))
    assert analysed is not None
    return analysed


def at_place(it: Analysed, offset: int) -> Iterator[Span]:
    """Every feature that is asked for a place."""
    yield from (offer.span for offer in completion.complete(it, offset))
    told = hover(it, offset)
    yield from [told.span] if told else []
    yield from symbols.definition(it, offset)
    yield from (each.span for each in symbols.highlights(it, offset))
    yield from symbols.references(it, offset)
    prepared = rename.prepare(it, offset)
    if isinstance(prepared, rename.Prepared):
        yield prepared.span
    grown = folding.selections(it, offset)
    assert all(a.start >= b.start and a.end <= b.end and a != b for a, b in pairwise(grown))
    yield from grown
    stop = flow.stop_at(it, offset)
    if stop is not None:
        yield stop.span


def of_all(it: Analysed) -> Iterator[Span]:
    """Every feature that is asked for the whole file."""
    waiting = list(outline.outline(it))
    while waiting:
        entry = waiting.pop()
        waiting += entry.children
        assert all(entry.span.start <= each.span.start and each.span.end <= entry.span.end for each in entry.children)
        yield from (entry.span, entry.name_span)
    yield from (each.span for each in folding.folds(it))
    yield from (it.source.span(each.offset, each.offset) for each in hints.hints(it))
    yield from (each.span for each in hints.lenses(it))
    yield from (each.span for each in links.links(it))
    for step in it.model.steps if it.model is not None else ():
        for way in (*flow.leads_here(it, step), *flow.follows(it, step)):
            yield from (way.stop.span, way.stop.name_span, *way.spans)


def stand(it: Analysed, every: int = 7) -> None:
    spans = [*of_all(it), *(span for offset in range(0, len(it.text) + 1, every) for span in at_place(it, offset))]
    spans += [*at_place(it, len(it.text)), *at_place(it, len(it.text) + 10), *at_place(it, -1)]
    for span in set(spans):
        assert 0 <= span.start <= span.end <= _length(it, span.file), span


def _length(it: Analysed, file: str) -> int:
    """Of the text that a span speaks of: this one, one it uses, or one that uses the library that is asked about."""
    other = it if file == it.path else it.project.at(file)
    assert other is not None, file
    return len(other.text)


@pytest.mark.parametrize("seed", range(8))
def test_damaged_examples(seed: int) -> None:
    name, text = damaged(seed)
    stand(opened(text, name))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_examples_as_they_are(path: Path) -> None:
    stand(opened(path.read_text("utf-8"), path.name), every=61)


@pytest.mark.parametrize("path", EXAMPLES[:4], ids=lambda path: path.stem)
def test_every_beginning(path: Path) -> None:
    """What somebody who types a file from the top to the bottom asks for on the way."""
    text = path.read_text("utf-8")
    for end in range(0, len(text), 397):
        it = opened(text[:end], path.name)
        assert all(span.file == it.path for span in [offer.span for offer in completion.complete(it, end)])
        stand_at_end = [*at_place(it, end)]
        assert all(span.end <= _length(it, span.file) for span in stand_at_end)


@pytest.mark.parametrize("text", ODD, ids=lambda text: ascii(text[:8]))
def test_odd_texts(text: str) -> None:
    stand(opened(text), every=1)
    stand(opened(f'blueprint "X"\nphase interaction {{ {text} }}'), every=1)


@pytest.mark.parametrize("seed", range(8))
def test_renaming_everything_in_a_damaged_file(seed: int) -> None:
    """A rename either gives edits after which as many names are known, or says why not."""
    it = opened(damaged(seed)[1])
    done = [rename.rename(it, offset, "quite_new") for offset in range(0, len(it.text), 101)]
    for each in done:
        if isinstance(each, rename.Refused):
            assert each.message.endswith(".")
        else:
            assert each.edits
