"""What is told of a place in the text: the element with its figures, the manual of a word, the page of a finding."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from blueprint.lsp import ignoring
from blueprint.lsp.cards import card, whole
from blueprint.lsp.figures import MOST_STEPS
from blueprint.lsp.symbols import named
from blueprint.lsp.tree import Leaf, holds, leaf
from blueprint.lsp.words import SIGNS, choice, manual, measure
from blueprint.model.words import nfc
from blueprint.records import dataclass
from blueprint.source import Span
from blueprint.syntax import nodes
from blueprint.units import Duration, seconds_text
from blueprint.vocabulary import LANES, METRICS, PHASES, RESERVED, SMALL, WORDS

if TYPE_CHECKING:
    from blueprint.diagnostics import Diagnostic
    from blueprint.lsp.document import Analysed
    from blueprint.rules.base import Rule

_MOST_PAGES = 2  # of findings at one place
_WHOLES = ("blueprint", "library")


@dataclass(frozen=True, slots=True)
class Hover:
    """Markdown about what stands in a range."""

    span: Span
    text: str


def hover(analysed: Analysed, offset: int) -> Hover | None:
    """What is told of an offset; None where there is nothing to tell."""
    at = leaf(analysed.parsed.file, offset)
    parts: list[str] = []
    span: Span | None = None
    ignored = ignoring.named(analysed, offset)
    if ignored is not None:
        parts, span = [text] if (text := page(ignored[0])) else [], ignored[1]
    elif at is not None:
        text, span = _told(analysed, at, offset)
        parts += [text] if text else []
    found = [each for each in _findings(analysed) if each.span.file == analysed.path and holds(each.span, offset)]
    found.sort(key=lambda each: len(each.span))
    pages = dict.fromkeys(filter(None, (page(each.name) for each in found[:_MOST_PAGES])))
    if pages and not parts:
        span = found[0].span
    parts += pages
    return Hover(span, "\n\n---\n\n".join(parts)) if parts and span is not None else None


def _findings(analysed: Analysed) -> tuple[Diagnostic, ...]:
    """The findings; of a very long text only when they are known, for nobody waits that long for them."""
    long = analysed.model is not None and len(analysed.model.steps) > MOST_STEPS
    return analysed.__dict__.get("findings", ()) if long else analysed.findings


def page(name: str) -> str:
    """The page of a kind of finding in short: what it means, why it matters, how it is done well."""
    from blueprint.rules.manual import sections
    from blueprint.rules.pages import published

    rule = _pages().get(name)
    if rule is None:
        return ""
    parts = sections(rule)
    shown = [
        f"**{rule.name}** ({rule.code}): {rule.summary}",
        *(parts[each] for each in ("What", "Why") if each in parts),
    ]
    if "Good" in parts:
        shown.append("Done well:\n\n" + re.sub(r"(?m)^```bp.*$", "```service-blueprint", parts["Good"]))
    address = published(rule.name)
    return "\n\n".join([*shown, f"[The page of this rule]({address})"] if address else shown)


@cache
def _pages() -> Mapping[str, Rule]:
    from blueprint.rules.manual import every

    return {rule.name: rule for rule in every()}


# ---------------------------------------------------------------------------------------------------- what is told


def _told(analysed: Analysed, at: Leaf, offset: int) -> tuple[str, Span]:
    """The text about a piece of a statement, and the piece that it is about."""
    word, part = _word(at), at.part
    found = named(analysed, offset)
    own = [each for each in found if holds(each.span, offset)]
    if at.role in ("keyword", "meanwhile", "word", "arrow"):
        about = manual(word) or SIGNS.get(word, "")
        return about, part.span
    if at.role == "lane" and word in LANES and not own:
        return manual(word), part.span
    if at.role == "lane" and word in LANES:
        return "\n\n".join([card(analysed, own[0].symbol), WORDS[word].doc]), part.span
    if own:
        return card(analysed, own[0].symbol), own[0].span
    if at.role in ("id", "title") and isinstance(at.node, nodes.Header) and at.node.keyword.text in _WHOLES:
        return whole(analysed), part.span
    return _value(at, word), part.span


def _word(at: Leaf) -> str:
    part = at.part
    if isinstance(part, nodes.Word):
        return nfc(part.text)
    return part.name if isinstance(part, nodes.Ref) else ""


def _value(at: Leaf, word: str) -> str:
    """What a value means: a choice, a metric, an end of an arrow, the mean of a spread time."""
    node, part = at.node, at.part
    if isinstance(node, nodes.Metric) and at.role == "name":
        metric = METRICS.get(word)
        return f"**{word}**: {measure(metric)}" if metric else ""
    if isinstance(node, nodes.Attribute) and word and word in WORDS.get(node.word.text, _NO_CHOICES).choices:
        return f"**{word}**: {choice(word, node.word.text)}"
    if isinstance(part, nodes.Quantity):
        return _quantity(part)
    about = PHASES.get(word) if at.role == "kind" else RESERVED.get(word) or SMALL.get(word)
    return f"**{word}**: {about}" if about else ""


_NO_CHOICES = WORDS["note"]


def _quantity(part: nodes.Quantity) -> str:
    value = part.value
    if isinstance(value, Duration) and value.spread != "exact":
        return f"`{part.text}`: {seconds_text(value.mean)} on average"
    return ""
