"""Semantic tokens: what each word of a text is. Serves semanticTokens full, full/delta and range.

The classes are those of every other highlighter of the language; what only the model knows is added: whether a name
is that of a step, a role, a channel …, and where it is given.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from blueprint.highlighting.machine import classes
from blueprint.lsp.document import Analysed
from blueprint.model.entities import Symbol
from blueprint.model.words import nfc
from blueprint.records import dataclass
from blueprint.source import Span

MODIFIERS = ("declaration", "defaultLibrary")
_CLASSES = {
    "comment": "comment", "string": "string", "keyword": "keyword", "lane": "type", "attribute": "property",
    "constant": "enumMember", "number": "number", "operator": "operator", "definition": "variable",
    "reference": "variable",
}  # fmt: skip
_KINDS = {
    "persona": "class", "role": "class", "partner": "class", "system": "struct", "channel": "interface",
    "package": "enum", "service": "namespace", "phase": "namespace", "step": "function", "decision": "function",
    "recovery": "function", "cell": "method", "wait": "method", "pause": "method", "lane": "type",
}  # fmt: skip
TYPES = tuple(dict.fromkeys([*_CLASSES.values(), *_KINDS.values()]))


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch of text, an index into `TYPES`, and a bit for each of `MODIFIERS`."""

    start: int
    end: int
    type: int
    modifiers: int = 0


def tokens(analysed: Analysed, span: Span | None = None) -> Iterator[Token]:
    """The tokens of a text in order, or those that touch a span of it."""
    kinds = {key: each.kind for key, each in _symbols(analysed)}
    low, high = (span.start, span.end) if span is not None else (0, len(analysed.text))
    text, owner, before = analysed.text, "", 0
    for start, end, name in classes(text):
        if start > high:
            break
        type_ = _CLASSES.get(name)
        if name in ("reference", "definition"):
            written = nfc(text[start:end])
            # `check_in.greet`: what stands after a dot is looked for in what stands before it.
            key = f"{owner}.{written}" if owner and text[before:start] == "." else written
            type_, owner, before = _KINDS.get(kinds.get(key, ""), "variable"), key, end
        if type_ is not None and end > low:
            known = (name == "definition") + 2 * (name == "lane")
            yield Token(start, end, _NUMBERS[type_], known)


_NUMBERS = {name: number for number, name in enumerate(TYPES)}


def _symbols(analysed: Analysed) -> Iterator[tuple[str, Symbol]]:
    known = analysed.known
    model = known.blueprint if known is not None else analysed.model
    yield from model.symbols.items() if model is not None else ()


def delta(old: Sequence[int], new: Sequence[int]) -> tuple[int, int, list[int]]:
    """What to replace in the numbers an editor has: where, how many, by what; whole tokens of five numbers."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    start -= start % 5
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    end -= end % 5
    return start, len(old) - end - start, list(new[start : len(new) - end])
