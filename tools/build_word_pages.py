"""Writes docs/words.md from the table of words. Run it after a word was added or its sentence changed.

python -m tools.build_word_pages
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from blueprint.lsp.words import MEASURED, PLACES, SIGNS, UNITS, takes, where
from blueprint.vocabulary import (
    ATTRIBUTES,
    ENTRIES,
    IN_STEP,
    LANE_WORDS,
    METRICS,
    PETALS,
    SMALL,
    STATEMENTS,
    VALUES,
    Entry,
    MetricEntry,
)

PAGE = Path(__file__).resolve().parent.parent / "docs" / "words.md"

HEAD = """# All words

Every word of the language, with what it takes, where it may stand, and an example. This page is made from the table
that the tool itself reads; [the manual](language.md) tells the same as a story.

A *service* is `core`, `facilitating` or `enhancing`. A *cell* is a line in a lane: `customer`, `frontstage`,
`backstage`, `support`, or a lane of your own. A *short form* stands at the end of a line (`takes 4min`), a long one in
braces, one attribute a line; both mean the same. Short examples belong to a small hotel whose people and places are
declared elsewhere. In a `scenario`, what is opened again takes the words that it takes elsewhere. If you write one of
the words under *also called*, the tool offers you the right one.
"""

VALUE_NOTES = {
    "text": 'in straight quotes; over several lines between `"""` and `"""`',
    "refs": "ids, with commas between them; `by` also takes `or`",
    "ref": "an id; a cell is `check_in.frontstage`, the second of its lane `check_in.frontstage_2`",
    "duration": "`s` `min` `h` `d` `w` `mo` `y`, and `wd` for working days; together: `1h30min`; a range: "
    "`3min..8min`; with the most likely value: `3min..4min..8min`; around a mean: `4min ±1min`",
    "rate": "so much for each `h`, `day`, `week`, `month` or `year`",
    "money": "in the currency of the file, or with it: `2.50 EUR`",
    "price": "an amount, or one by the month: `6000/month`",
    "date": "year, month, day",
    "times": "certain, or from least to most: `1..4 times`",
    "amount": "a number, a share, a score such as `4.2/5`, a duration, a rate, or an amount of money",
    "share": "of all who could; `40%`, not `0.4`",
}


def _lower(sentence: str) -> str:
    return sentence[0].lower() + sentence[1:].removesuffix(".")


SIGN_TABLE = f"""| sign | meaning |
|---|---|
| `{{ }}` | holds what belongs to a thing |
| `;` | ends a statement, as the end of a line does |
| `#` | a comment, to the end of the line |
{"".join(f"| `{sign}` | {meaning} |{chr(10)}" for sign, meaning in SIGNS.items())}\
{"".join(f"| `{word}` | {_lower(SMALL[word])} |{chr(10)}" for word in ("or", "because", "times"))}\
| `low` `medium` `high` | how bad a fail point is |
| `start` `end` | where every customer begins and ends; no name of yours |
| `next` `again` | where a recovery goes back to: after the step that failed, or to that step once more; no names of yours |
"""  # noqa: E501 - a row of a table is one line


def word(entry: Entry) -> str:
    """The paragraph of one word."""
    place = f" {_shown_in(entry)}".rstrip()
    lines = [f"### {entry.word}", "", entry.doc, "", f"- takes: {takes(entry)}", f"- stands in: {where(entry)}"]
    if entry.repeat and entry.shape not in ("statement", "lane"):
        lines.append("- may be given several times")
    if entry.synonyms:
        lines.append(f"- also called: {', '.join(entry.synonyms)}")
    return "\n".join([*lines, "", f"```bp{place}", entry.example, "```", ""])


_SHOWN_IN = {"blueprint": "file", "library": "", "metric": "service"}


def _shown_in(entry: Entry) -> str:
    """The place that the example is shown in, for the tests and for readers of the source."""
    if entry.word in _SHOWN_IN:
        return _SHOWN_IN[entry.word]
    return "step" if {"phase", "step"} <= set(entry.inside) and entry.shape != "statement" else entry.inside[0]


def _linked(words: Iterable[str]) -> str:
    return ", ".join(f"[{word}](#{word})" for word in words)


def index() -> Iterator[str]:
    """Every word with a link, by letter."""
    for letter, words in groupby(sorted(entry.word for entry in ENTRIES), lambda word: word[0]):
        yield f"**{letter}** {_linked(words)}"


def holds() -> Iterator[tuple[str, ...]]:
    """What may stand in each place."""
    for place, name in PLACES.items():
        words = [entry.word for entry in ENTRIES if place in entry.inside]
        if words and place != "library":
            yield name, _linked(words)


def _table(head: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines) + "\n"


def _metric(metric: MetricEntry) -> tuple[str, ...]:
    return f"`{metric.name}`", metric.doc, UNITS[metric.unit], metric.better


def metrics() -> Iterator[str]:
    for tier, group in groupby(METRICS.values(), lambda metric: metric.tier):
        yield f"### {MEASURED[tier]}\n"
        yield _table(("metric", "meaning", "takes", "better"), map(_metric, group))


def page() -> str:
    """The whole page as Markdown."""
    values = (
        (what, f"`{example}`" if shape != "version" else '`"1.2"`', VALUE_NOTES.get(shape, ""))
        for shape, (what, example) in VALUES.items()
        if shape not in ("choice", "owner", "reason", "proxy")
    )
    petals = ((f"`{name}`", doc, f'`facilitating "…" as {name}`') for name, doc in PETALS.items())
    sections = [
        HEAD, " · ".join(index()) + "\n",
        "## Values\n", _table(("what", "example", "how"), values),
        "## Signs and small words\n", SIGN_TABLE,
        "## Statements\n", *map(word, STATEMENTS),
        "## Lanes\n", *map(word, LANE_WORDS),
        "## Lines of a step\n", *map(word, IN_STEP),
        "## Attributes\n", *map(word, ATTRIBUTES),
        "## What may stand where\n", _table(("in", "words"), holds()),
        "## Petals\n", "The eight supplementary services that stand around a core, with `as`.\n",
        _table(("petal", "meaning", "written"), petals),
        "## Metrics\n",
        "These names have a meaning, a unit and a good direction. Any other name is a metric of your own, and may say "
        "what it\nstands for: `metric \"Hygiene score\" >= 80% proxy for \"dignity\"`.\n",
        *metrics(),
    ]  # fmt: skip
    return "\n".join(sections)


def main() -> None:
    PAGE.write_text(page(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
