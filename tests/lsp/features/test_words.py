"""Nothing that the tables know is missing from completion, hover and the snippets."""

from __future__ import annotations

import pytest

from blueprint import vocabulary
from blueprint.lsp.completion import complete
from blueprint.lsp.document import Project
from blueprint.lsp.hover import hover, page
from blueprint.lsp.snippets import SNIPPETS, filled, snippet
from blueprint.lsp.words import manual
from blueprint.rules import known
from blueprint.syntax.grammar import load

# A place for a line of every kind of block: what stands before the line, and after it.
AROUND = {
    "top": 'blueprint "X"\n', "blueprint": 'blueprint "X" {\n', "library": 'library "X" {\n',
    "lane": 'blueprint "X"\nlane l "L" {\n',
    "scenario": 'blueprint "X"\nscenario s "S" {\n', "need": 'blueprint "X"\npersona p "P" { need "N" {\n',
    "phase": 'blueprint "X"\nphase interaction {\n', "service": 'blueprint "X"\nphase interaction { core "C" {\n',
    "parallel": 'blueprint "X"\nphase interaction { parallel {\n',
    "branch": 'blueprint "X"\nphase interaction { parallel { branch {\n',
    "when": 'blueprint "X"\nphase interaction { decision "D" { when "W" {\n',
    "cell": 'blueprint "X"\nphase interaction { step "S" { customer "C" {\n',
    "evidence": 'blueprint "X"\nphase interaction { step "S" { evidence "E" {\n',
    "wait": 'blueprint "X"\nphase interaction { step "S" { wait "W" {\n',
    "pause": 'blueprint "X"\nphase interaction { step "S" { pause "P" {\n',
    "fail": 'blueprint "X"\nphase interaction { step "S" { fail "F" {\n',
    "metric": 'blueprint "X"\nphase interaction { step "S" { metric error-rate {\n',
}  # fmt: skip
NAMED = ("persona", "role", "system", "partner", "channel", "package", "insight", "policy")
IN_PHASE = ("step", "decision", "recovery")


def before(place: str) -> str:
    """A text that ends where a word may stand in the place."""
    if place in NAMED:
        return f'blueprint "X"\n{place} x "X" {{\n'
    if place in IN_PHASE:
        return f'blueprint "X"\nphase interaction {{ {place} x "X" {{\n'
    return AROUND[place]


def opened(text: str) -> Project:
    project = Project()
    project.put("file:///w/x.bp", text, 1)
    return project


@pytest.mark.parametrize("entry", vocabulary.ENTRIES, ids=lambda entry: entry.word)
def test_every_word_is_offered_with_its_manual_in_every_place(entry: vocabulary.Entry) -> None:
    for place in entry.inside:
        text = before("blueprint" if entry.word in ("blueprint", "library") else place)
        text = "" if entry.word in ("blueprint", "library") else text
        it = opened(text).get("file:///w/x.bp")
        assert it is not None
        offers = {offer.label: offer for offer in complete(it, len(text))}
        assert entry.word in offers, place
        assert offers[entry.word].manual == manual(entry.word)
        assert offers[entry.word].detail == entry.doc


@pytest.mark.parametrize(
    "word", sorted({*vocabulary.WORDS, *vocabulary.SMALL, *vocabulary.PHASES, *vocabulary.RESERVED})
)
def test_every_word_has_a_manual(word: str) -> None:
    assert manual(word).strip()


def test_every_word_of_the_grammar_has_a_manual() -> None:
    assert [word for word in load().words if not manual(word)] == []


@pytest.mark.parametrize("entry", vocabulary.ENTRIES, ids=lambda entry: entry.word)
def test_every_word_is_told_of_where_its_example_has_it(entry: vocabulary.Entry) -> None:
    text = f'blueprint "X"\nphase interaction {{ core "C" {{ step "S" {{\n{entry.example}\n}} }} }}\n'
    if entry.word in ("blueprint", "library"):
        text = entry.example
    it = opened(text).get("file:///w/x.bp")
    assert it is not None
    at = text.rindex(entry.example) + entry.example.index(entry.word)
    told = hover(it, at + 1)
    assert told is not None
    assert entry.doc in told.text


@pytest.mark.parametrize("metric", vocabulary.METRICS.values(), ids=lambda metric: metric.name)
def test_every_metric_is_told_of(metric: vocabulary.MetricEntry) -> None:
    text = f'blueprint "X"\nmetric {metric.name}'
    it = opened(text).get("file:///w/x.bp")
    assert it is not None
    told = hover(it, len(text))
    assert told is not None
    assert metric.doc in told.text


@pytest.mark.parametrize("petal", vocabulary.PETALS)
def test_every_petal_is_told_of(petal: str) -> None:
    text = f'blueprint "X"\nphase billing {{ facilitating "A" as {petal} }}'
    it = opened(text).get("file:///w/x.bp")
    assert it is not None
    told = hover(it, text.rindex(petal) + 1)
    assert told is not None
    assert vocabulary.PETALS[petal] in told.text


@pytest.mark.parametrize("name", known())
def test_every_finding_has_a_page(name: str) -> None:
    assert name in page(name) or name in ("use-missing",)


@pytest.mark.parametrize("word", SNIPPETS)
def test_snippets_are_sound_when_filled_in(word: str) -> None:
    """As they are inserted, with every place filled in as it is proposed, they can be read; and they say the word."""
    text = filled(snippet(word))
    assert "$" not in text
    entry = vocabulary.WORDS[word]
    place = next(each for each in ("top", "phase", "step") if each in entry.inside)
    around = {
        "top": "{}",
        "phase": "phase interaction {{\n{}\n}}",
        "step": 'phase interaction {{ step s "S" {{\ncustomer "A"\n{}\n}} }}',
    }[place]
    assert text.startswith(word)
    whole = text if word in ("blueprint", "library") else 'blueprint "X" { currency EUR }\n' + around.format(text)
    it = opened(whole).get("file:///w/x.bp")
    assert it is not None
    assert [each.message for each in it.parsed.diagnostics] == []
    errors = {each.name for each in it.resolved.diagnostics}
    assert errors <= {"unknown-reference", "package-unknown-content"}


@pytest.mark.parametrize(
    ("line", "offered"),
    [("  ", False), ('customer "A" ', False), ('customer "A" takes 4min ', False), ('customer "A" by ', True),
     ('customer "A" takes ', True), ("-> ", True), ("metric ", True)],
)  # fmt: skip
def test_a_blank_asks_only_where_something_is_lacking(line: str, offered: bool) -> None:
    """The return key takes the first offer, so that a line that may end must not have one that nobody asked for."""
    text = f'blueprint "X"\nrole clerk "Clerk"\nphase interaction {{ step "S" {{\n{line}'
    it = opened(text).get("file:///w/x.bp")
    assert it is not None
    assert bool(complete(it, len(text), " ")) is offered
    assert complete(it, len(text), "")


def test_a_quote_that_closes_a_text_asks_for_nothing() -> None:
    text = 'blueprint "X"\nphase interaction { step "S" { customer "A"'
    it = opened(text).get("file:///w/x.bp")
    assert it is not None
    assert complete(it, len(text), '"') == ()
    assert complete(it, len(text), "")


def test_a_comma_asks_for_the_next_name_alone() -> None:
    before = 'blueprint "X"\nrole clerk "C"\nrole cook "D"\nphase interaction { step "S" { frontstage "A"'
    for after, offered in ((" by clerk,", ["cook"]), (",", [])):
        it = opened(before + after).get("file:///w/x.bp")
        assert it is not None
        assert [offer.label for offer in complete(it, len(before + after), ",")] == offered


def test_a_comment_may_name_what_may_be_ignored() -> None:
    text = 'blueprint "X"\nphase interaction { step "S" { customer "A" } } # bp: ignore[W101, evid'
    it = opened(text).get("file:///w/x.bp")
    assert it is not None
    assert "evidence-missing" in {each.name for each in it.findings}
    offers = complete(it, len(text))
    names = [offer.label for offer in offers]
    assert {name for name, code in known().items() if code[0] in "WA"} <= set(names)
    assert "found in this file" in offers[names.index("evidence-missing")].detail


def test_in_the_middle_of_a_word_all_of_it_is_replaced() -> None:
    text = 'blueprint "X"\nrole clerk "C"\nphase interaction { step "S" { frontstage "A" by clerk } }'
    it = opened(text).get("file:///w/x.bp")
    assert it is not None
    offer = next(offer for offer in complete(it, text.rindex("clerk") + 2) if offer.label == "clerk")
    assert it.source.slice(offer.span) == "clerk"
