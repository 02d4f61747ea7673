"""What can be written at a place: words that the grammar takes and that may stand there, names of the right kind,
values, paths of libraries, and whole statements with places to fill in.

The text before the cursor decides (`cursor`); names are those of the last version of the text that was worked out, for
a keystroke later nobody has declared anything that is yet to be referred to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from blueprint.lsp import ignoring, names
from blueprint.lsp.cursor import Cursor, cursor, expected
from blueprint.lsp.snippets import SNIPPETS, filled, snippet
from blueprint.lsp.values import values
from blueprint.lsp.words import SIGNS, manual
from blueprint.model import places
from blueprint.model.names import STEPS
from blueprint.records import dataclass
from blueprint.source import Span
from blueprint.syntax.grammar import Grammar, load
from blueprint.vocabulary import ATTRIBUTES, WORDS

if TYPE_CHECKING:
    from blueprint.lsp.document import Analysed
    from blueprint.model.entities import Blueprint

Kind = Literal["statement", "lane", "attribute", "word", "name", "value", "sign", "snippet", "file"]
_WHOLES = ("blueprint", "library")
MOST = 1_000  # offers; more help nobody
_ATTRIBUTES = frozenset(entry.word for entry in ATTRIBUTES)
_ORDER = sorted(WORDS, key=lambda word: len(WORDS[word].inside) if word in _ATTRIBUTES else 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One thing that can be written in the place of `span`. `insert` is what is written, in the syntax of snippets when
    `snippet`; `detail` is a phrase beside it and `manual` Markdown. Offers come in the order they are to be shown."""

    label: str
    kind: Kind
    span: Span
    insert: str
    snippet: bool = False
    detail: str = ""
    manual: str = ""

    @property
    def plain(self) -> str:
        """What is written by an editor that knows no snippets: every place filled in as it is proposed."""
        return filled(self.insert) if self.snippet else self.insert


def complete(analysed: Analysed, offset: int, typed: str = "") -> tuple[Offer, ...]:
    """What can be written at an offset, the likeliest first; never raises.

    `typed` is the sign that made the editor ask, if it was no person: after a blank or comma there is an answer only
    where the statement lacks something, after a quote only within the quotes, since the return key takes the first.
    """
    grammar, offset = load(), max(0, min(offset, len(analysed.text)))
    here = cursor(grammar, analysed.text, offset, analysed.path)
    if here.inside == "comment":
        return tuple(_suppressions(analysed, here, offset))
    if here.inside == "text":
        return tuple(_paths(analysed, here, offset)) if here.kinds[:1] == ("use",) else ()
    wanted = expected(grammar, here.kinds)
    if typed == '"' or (typed in (" ", ",") and (not here.before or "$END" in wanted)):
        return ()
    model = (analysed.known or analysed.resolved).blueprint
    found = [*_names(here, wanted, model), *_values(here, wanted), *_quoted_paths(analysed, here)]
    if not here.typed[:1].isdigit():
        found += [*_words(here, wanted, grammar), *_lanes(here, model), *_signs(here, wanted)]
        found += [*_snippets(here), *_sources(here, model)]
    if len(found) > MOST:
        typed = here.typed.casefold()
        found = [offer for offer in found if typed in offer.label.casefold()]
    return tuple(_once(found))[:MOST]


def _once(offers: list[Offer]) -> Iterator[Offer]:
    seen = set()
    for offer in offers:
        if (offer.label, offer.kind) not in seen:
            seen.add((offer.label, offer.kind))
            yield offer


def _offer(here: Cursor, label: str, kind: Kind, *, detail: str = "", manual: str = "", insert: str = "") -> Offer:
    return Offer(label=label, kind=kind, span=here.word, insert=insert or label, detail=detail, manual=manual)


# ---------------------------------------------------------------------------------------------------- words


def _words(here: Cursor, wanted: set[str], grammar: Grammar) -> Iterator[Offer]:
    """The words of the language that the grammar takes here and that may stand in this place."""
    place = _place_of_line(here)
    said = (*here.kinds, *here.after) if here.before else here.beside
    taken = {word for word in said if word in WORDS and not WORDS[word].repeat}
    for word in _in_order(grammar):
        if not any(terminal in wanted for terminal in grammar.words[word] if terminal != "NAME"):
            continue
        if word in WORDS:
            fits = _begins(word, here) if not here.before else _goes_on(word, here, place)
            if fits and word not in taken:
                yield _offer(here, word, _kind(word), detail=_first_sentence(word), manual=manual(word))
        elif here.before and word != "time":
            yield _offer(here, word, "word", detail=_first_sentence(word), manual=manual(word))


def _in_order(grammar: Grammar) -> Iterator[str]:
    """All words: small ones, for they stand nowhere else, then statements and lanes as they stand in their table, then
    attributes, those first that stand in few places: what a cell is about comes before what anything may have."""
    yield from (word for word in grammar.words if word not in WORDS)
    yield from (word for word in _ORDER if word in grammar.words)


def _begins(word: str, here: Cursor) -> bool:
    """Whether a line may begin with the word."""
    return word in _WHOLES if here.place == "nothing" else places.allowed(word, here.place)


def _goes_on(word: str, here: Cursor, place: str) -> bool:
    if here.kinds == ("meanwhile",):
        return word in places.LANES[1:] or word in ("wait", "pause")
    if word == "pays" and here.head != "customer":
        return False  # the others are paid
    return WORDS[word].shape != "statement" and bool(place) and places.allowed(word, place)


def _place_of_line(here: Cursor) -> str:
    """The place that the tail of the statement under the cursor is; that of its block for a line of attributes."""
    head = here.head
    if not head:
        return here.place
    if head in WORDS:
        return places.holder(head, here.place) or (here.place if head != "use" else "")
    return "cell" if here.place in STEPS else ""


def _kind(word: str) -> Kind:
    if word in _ATTRIBUTES:
        return "attribute"
    return "lane" if WORDS[word].shape == "lane" else "statement"


def _first_sentence(word: str) -> str:
    return manual(word).partition("\n")[0]


def _signs(here: Cursor, wanted: set[str]) -> Iterator[Offer]:
    """Arrows where a step or exit may be left, comparisons of a metric."""
    if "COMPARISON" in wanted and here.head == "metric":
        for sign, meaning in (("<=", "at most"), (">=", "at least"), ("<", "less than"), (">", "more than"), ("=", "")):
            yield _offer(here, sign, "sign", detail=meaning or "exactly")
    arrow = places.allowed(places.ARROW, here.place) if not here.before else here.head in ("fail", "when")
    if arrow and "ARROW" in wanted:
        yield _offer(here, "->", "sign", detail="leads to", manual=SIGNS["->"], insert="-> ")


def _snippets(here: Cursor) -> Iterator[Offer]:
    if here.before or here.scenario:
        return
    for word in SNIPPETS:
        if _begins(word, here) and not (word in here.beside and not WORDS[word].repeat):
            yield Offer(
                label=f"{word} …", kind="snippet", span=here.word, insert=snippet(word), snippet=True,
                detail=f"a whole `{word}`", manual=manual(word),
            )  # fmt: skip


def _lanes(here: Cursor, model: Blueprint | None) -> Iterator[Offer]:
    """Lanes of one's own, where a cell may stand."""
    begins = not here.before or here.kinds == ("meanwhile",)
    if model is not None and begins and here.place in STEPS:
        for lane in model.lanes:
            if not lane.builtin:
                yield _offer(here, lane.key, "lane", detail=f"lane “{lane.label}”")


# ---------------------------------------------------------------------------------------------------- names and values


def _names(here: Cursor, wanted: set[str], model: Blueprint | None) -> Iterator[Offer]:
    if "NAME" not in wanted or here.typed[:1].isdigit():
        return
    for name in names.names(here, model):
        yield _offer(here, name.text, "value" if name.fixed else "name", detail=name.detail, manual=name.manual)


def _values(here: Cursor, wanted: set[str]) -> Iterator[Offer]:
    for value in values(here, wanted):
        insert, snippet = (value.text.replace("…", "$1"), True) if "…" in value.text else (value.text, False)
        yield Offer(label=value.text, kind="value", span=here.word, insert=insert, snippet=snippet, detail=value.detail)


def _sources(here: Cursor, model: Blueprint | None) -> Iterator[Offer]:
    """What a link may begin with, once a letter of it is there."""
    if model is not None and here.typed and not here.before and places.allowed(places.LINK, here.place):
        for name in names.link_ends(model):
            yield _offer(here, name.text, "name", detail=name.detail)


def _quoted_paths(analysed: Analysed, here: Cursor) -> Iterator[Offer]:
    """The same where the quotes are still to be written."""
    if here.kinds == ("use",) and not here.typed:
        for path in names.libraries(analysed):
            yield _offer(here, f'"{path}"', "file", detail="a library")


def _suppressions(analysed: Analysed, here: Cursor, offset: int) -> Iterator[Offer]:
    """In a comment: the mark of a suppression, and in its brackets the kinds of finding."""
    text = analysed.text
    line = text[max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1 : offset]
    for each in ignoring.names(analysed, line):
        yield _offer(here, each.name, "value", detail=f"{each.code}{', found in this file' if each.here else ''}")
    begun = ignoring.begun(line)
    if begun is not None:
        span = Span(offset - len(begun), offset, analysed.path)
        yield Offer(
            label="bp: ignore[…] because …", kind="snippet", span=span, insert="bp: ignore[$1] because $2",
            snippet=True, detail="this finding is meant to be so",
        )  # fmt: skip


def _paths(analysed: Analysed, here: Cursor, offset: int) -> Iterator[Offer]:
    """Libraries of the workspace by their paths from this file."""
    quote = analysed.text.rfind('"', 0, offset) + 1
    written = re.compile(r'[^"\r\n]*').match(analysed.text, offset)
    span = Span(quote, written.end() if written else offset, analysed.path)
    for path in names.libraries(analysed):
        yield Offer(label=path, kind="file", span=span, insert=path, detail="a library")
