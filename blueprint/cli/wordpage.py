"""`blueprint explain WORD`: a word of the language, and what can stand in the braces that it opens."""

from __future__ import annotations

from collections.abc import Iterable

from blueprint import vocabulary
from blueprint.cli.signpage import PAGES
from blueprint.lsp import words
from blueprint.model import places


def known() -> list[str]:
    """All words that have a page, in the order of the tables."""
    others = (vocabulary.SMALL, vocabulary.RESERVED, vocabulary.PHASES, vocabulary.PETALS, vocabulary.METRICS)
    return list(dict.fromkeys([*vocabulary.WORDS, *(word for table in others for word in table), *PAGES]))


def meant(name: str) -> str:
    """The word of the language that a name is, or that the field calls so; empty when it is none."""
    if name in known():
        return name
    if name == "arrow":
        return "->"
    return next(iter(vocabulary.SYNONYMS.get(name, ())), "")


def page(word: str) -> str:
    """The page of one of the `known` words as Markdown, its heading left out."""
    parts = [words.manual(word) or vocabulary.PETALS.get(word) or PAGES.get(word, "")]
    if word in vocabulary.METRICS:
        parts = [words.measure(vocabulary.METRICS[word]), f"```\nmetric {word}\n```"]
    entry = vocabulary.WORDS.get(word)
    if entry is not None and entry.synonyms:
        parts[0] = parts[0].replace("\n\n```", f"\n- also called: {', '.join(entry.synonyms)}\n\n```", 1)
    inside = places.words_in(vocabulary.place_of(word))
    if inside:
        listed = _listed(inside)
        parts += ["## What can stand in it", listed + (f"\n- `->`: {words.SIGNS['->']}." if "fail" in inside else "")]
    if word == "blueprint":
        parts += ["## What can stand below it in the file", _listed(places.words_in("top"))]
    return "\n\n".join(parts)


def _listed(inside: Iterable[str]) -> str:
    return "\n".join(f"- `{each}`: {vocabulary.WORDS[each].doc}" for each in inside)
