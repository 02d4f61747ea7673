"""The words of the language as people read of them: what each takes, where it stands, an example. All from the tables.

Hover and completion show these, and `tools.build_word_pages` prints them.
"""

from __future__ import annotations

from blueprint.vocabulary import (
    PETALS,
    PHASES,
    RESERVED,
    SMALL,
    TIERS,
    VALUES,
    WORDS,
    Entry,
    MetricEntry,
)

# What each place is called, in this order.
PLACES = {
    "top": "the file itself", "blueprint": "`blueprint`", "library": "`library`", "persona": "`persona`",
    "role": "`role`", "system": "`system`", "partner": "`partner`", "channel": "`channel`", "package": "`package`",
    "insight": "`insight`", "policy": "`policy`", "lane": "`lane`", "need": "`need`", "phase": "`phase`",
    "service": "a service", "step": "`step`", "decision": "`decision`", "recovery": "`recovery`",
    "parallel": "`parallel`", "branch": "`branch`", "when": "`when`", "evidence": "`evidence`", "cell": "a cell",
    "wait": "`wait`", "pause": "`pause`", "fail": "`fail`", "metric": "`metric`", "scenario": "`scenario`",
}  # fmt: skip
# Words that may stand in all of these say it shorter.
_PARTS = ("phase", "service", "step", "decision", "recovery", "cell", "wait", "pause")
MEASURED = {
    "core": "A core service",
    "service": "A facilitating or enhancing service",
    "whole": "The whole blueprint",
    "provider": "A role",
}
UNITS = {
    "share": "a share", "duration": "a duration", "score": "a score or a share", "points": "points from -100 to 100",
    "money": "an amount of money", "number": "a number", "rate": "a rate",
}  # fmt: skip
_FOLLOWED = {
    "use": "a path in quotes",
    "parallel": "its branches in braces; an id or title only if something refers to it",
    "branch": "its steps in braces",
    "phase": "one of `interaction`, `billing`, `after-sales`; then an id, a title, attributes, and what it holds",
    "meanwhile": "a cell or a wait",
    "wait": "a title in quotes, a duration, attributes",
    "pause": "a title in quotes, a duration, attributes",
    "fail": "a title in quotes, a share, `low`, `medium` or `high`, and `->` with a recovery",
    "when": "a title in quotes, a share, and `->` with a target or steps in braces",
    "metric": "a name, a comparison (`<=` `>=` `<` `>` `=`) with the target, attributes",
    "emotion": "a number from -2 to +2",
}
SIGNS = {
    "->": "leads to: in a step, where the customer goes instead of the next step; between two things, a link that "
    "takes part in time",
    "~>": "enables: a link without time",
    "<->": "both depend on each other",
}


def where(entry: Entry) -> str:
    """The places of a word as people read them."""
    places = [place for place in PLACES if place in entry.inside]
    named = [PLACES[place] for place in places if place != "scenario"]
    if set(_PARTS) <= set(places):
        at = places.index(_PARTS[0])
        named = [PLACES[place] for place in places if place not in (*_PARTS, "scenario")]
        named.insert(at, "phases, services, steps of every kind, cells, waits, pauses")
    said = ", ".join(named)
    if entry.word in TIERS:
        said += "; the file itself, to open it again"
    if "scenario" in places:
        said += "; `scenario`, to change it" if entry.shape == "statement" else "; `scenario`"
    return said


def takes(entry: Entry) -> str:
    """What follows the word."""
    if entry.word == "currency":
        return "three capital letters"
    if entry.choices:
        return "one of " + ", ".join(f"`{choice}`" for choice in entry.choices)
    if entry.shape == "flag":
        return "nothing"
    if entry.word in _FOLLOWED:
        return _FOLLOWED[entry.word]
    if entry.shape == "lane":
        return "an id of its own if something refers to it, a text in quotes, attributes"
    if entry.shape == "statement":
        return "an id, a title in quotes (one of the two is enough), attributes, and what it holds in braces"
    return VALUES[entry.shape][0]


def manual(word: str) -> str:
    """What a word of the language means, as Markdown; empty for a word that is none."""
    entry = WORDS.get(word)
    if entry is None:
        return SMALL.get(word) or PHASES.get(word, "") or RESERVED.get(word, "")
    lines = [f"- takes: {takes(entry)}", f"- stands in: {where(entry)}"]
    if entry.repeat and entry.shape not in ("statement", "lane"):
        lines.append("- may be given several times")
    return "\n".join([entry.doc, "", *lines, "", "```service-blueprint", entry.example, "```"])


def choice(word: str, of: str) -> str:
    """What one of the words means that `of` takes: a petal, a kind of phase, else what `of` itself means."""
    meaning = PETALS.get(word, "") if of == "as" else PHASES.get(word, "") if of == "phase" else ""
    entry = WORDS.get(of)
    return meaning or (entry.doc if entry else "")


def measure(metric: MetricEntry) -> str:
    """What a known metric means, as Markdown."""
    good = "the less the better" if metric.better == "lower" else "the more the better"
    whose = MEASURED[metric.tier]
    return f"{metric.doc}\n\n- measured as: {UNITS[metric.unit]}; {good}\n- of: {whose[0].lower()}{whose[1:]}"
