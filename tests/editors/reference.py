"""The class of every character, read from the trees of the parser: what all highlighters are held to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from blueprint.syntax.grammar import Refused, load
from blueprint.syntax.lexemes import Lexeme, scan
from blueprint.syntax.outline import Outline
from blueprint.syntax.segments import Segment
from blueprint.vocabulary import LANES, RESERVED, WORDS

LETTERS = {
    "comment": "c", "string": "s", "keyword": "k", "lane": "l", "attribute": "a", "constant": "v", "number": "n",
    "operator": "o", "definition": "d", "reference": "r", "punctuation": "p", "invalid": "i",
}  # fmt: skip
UNREAD = "?"  # of a statement that cannot be read as it stands, so that no tree says what its words are
_NUMBERS = ("DATE", "SCORE", "SHARE", "DURATION", "NUMBER", "SIGNED", "PER", "CURRENCY")
_SIGNS = ("ARROW", "COMPARISON", "RANGE", "PLUS_MINUS")
_VALUES = ("money", "rate", "times")
_STEP_WORDS = ("meanwhile", "wait", "pause", "fail", "when", "metric")


def expected(text: str) -> str:
    """A letter for each character: a class, a blank for what is none, or UNREAD."""
    classes = [" "] * len(text)
    lexemes = scan(load(), text)
    for kind, _, start, end in lexemes:
        if kind == "COMMENT":
            classes[start:end] = "c" * (end - start)
        elif kind in ("OPEN", "CLOSE", "SEMICOLON"):
            classes[start:end] = "p"
    for segment in _segments(Outline(lexemes, text, "").walk().root):
        for (_, _, start, end), letter in zip(segment.lexemes, _statement(segment.lexemes), strict=True):
            classes[start:end] = letter * (end - start)
    return "".join(classes)


def _segments(segments: list[Segment]) -> Iterator[Segment]:
    for segment in segments:
        yield segment
        yield from _segments(segment.body or [])


def _statement(lexemes: list[Lexeme]) -> str:
    try:
        shape = load().parse(tuple(lexeme[0] for lexeme in lexemes))
    except Refused:
        return UNREAD * len(lexemes)
    letters: dict[int, str] = {}
    _walk(shape, (), lexemes, letters)
    return "".join(letters[at] for at in range(len(lexemes)))


def _walk(
    shape: tuple[str, tuple[Any, ...]], above: tuple[str, ...], lexemes: list[Lexeme], into: dict[int, str]
) -> None:
    name, parts = shape
    for part in parts:
        if isinstance(part, int):
            into[part] = LETTERS[_leaf((*above, name), lexemes[part])]
        else:
            _walk(part, (*above, name), lexemes, into)


def _leaf(rules: tuple[str, ...], lexeme: Lexeme) -> str:
    kind, written, _, _ = lexeme
    if kind == "TEXT":
        return "string"
    if kind in _SIGNS:
        return "operator"
    if kind in ("COMMA", "DOT"):
        return "punctuation"
    if rules[-1] == "ref":
        return "constant" if written in RESERVED else "reference"
    if rules[-1] == "kind" or (kind in ("low", "medium", "high") and rules[-1] == "fail"):
        return "constant"
    if rules[-1] == "cell_word":
        return "definition"
    if rules[-1] == "name":
        return "definition" if rules[-2] in ("header", "phase", "cell") else "constant"
    if rules[-1] == "lane":
        return "lane" if written in LANES else "constant" if written in RESERVED else "reference"
    if kind in _NUMBERS or rules[-1] in _VALUES:
        return "number"
    entry = WORDS.get(written)
    begins = entry is not None and (entry.shape == "statement" or written == "use" or written in _STEP_WORDS)
    return "keyword" if begins and rules[-1] != "attribute" else "attribute"


def spread(text: str, pieces: Iterator[tuple[int, int, str]]) -> str:
    """A letter for each character from (start, end, class)."""
    classes = [" "] * len(text)
    for start, end, name in pieces:
        classes[start:end] = LETTERS[name] * (end - start)
    return "".join(classes)


def differences(text: str, got: str, wanted: str) -> list[str]:
    """Lines that differ, with what was wanted and got under them; blanks and what is UNREAD are not compared."""
    found, at = [], 0
    for line in text.splitlines(keepends=True):
        ours, theirs = got[at : at + len(line)], wanted[at : at + len(line)]
        if any(
            a != b for a, b, char in zip(ours, theirs, line, strict=True) if b not in (" ", UNREAD) and char.strip()
        ):
            found.append(f"{line.rstrip()}\n{theirs.rstrip()}\n{ours.rstrip()}")
        at += len(line)
    return found
