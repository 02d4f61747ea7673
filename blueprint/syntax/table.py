"""Makes the parse table out of the grammar: the only place that needs Lark, and the only one that is slow."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any

import lark
from lark.lexer import Lexer, TerminalDef, Token

from blueprint.syntax.grammar import FORMAT

_WORD_LIST = re.compile(r"[a-z][a-z-]*")


class _NoLexer(Lexer):
    """Stands where a lexer would: making one costs more than the table, and `lexemes.py` reads the text."""

    def __init__(self, conf: Any) -> None:
        del conf

    def lex(self, *_: Any) -> Iterator[Token]:
        return iter(())


def make(text: str) -> dict[str, Any]:
    """The table of plain numbers and strings that `grammar.Grammar` runs."""
    parser = lark.Lark(text, parser="lalr", lexer=_NoLexer)
    table = parser.parser.parser._parse_table  # no public name; a test compares the trees with Lark's own
    numbers = {state: number for number, state in enumerate(table.states)}
    rules: dict[Any, int] = {}
    states: list[dict[str, int]] = []
    for actions in table.states.values():
        row = {}
        for symbol, (action, argument) in actions.items():
            shift = str(action) == "Shift"
            row[str(symbol)] = numbers[argument] if shift else -1 - rules.setdefault(argument, len(rules))
        states.append(row)
    return {
        "format": FORMAT,
        "grammar": text,
        "lark": lark.__version__,
        "start": numbers[table.start_states["start"]],
        "end": numbers[table.end_states["start"]],
        "states": states,
        "rules": [_rule(rule) for rule in rules],
        "forms": _forms(parser.terminals),
        "words": _words(parser.terminals),
    }


def _rule(rule: Any) -> tuple[str, str, int, bool]:
    """Where it leads, the name of its node, how many symbols it takes, and whether it dissolves into its parent."""
    origin = str(rule.origin.name)
    return origin, str(rule.alias or origin), len(rule.expansion), origin.startswith("_")


def _is_word_list(terminal: TerminalDef) -> bool:
    return re.match(r"(?:\(\?:)?[a-z]", terminal.pattern.value) is not None


def _forms(terminals: Collection[TerminalDef]) -> list[tuple[str, str]]:
    """Everything but the words of the language, highest priority first, ties as they stand in the grammar."""
    ranked = sorted(terminals, key=lambda terminal: -terminal.priority)
    return [(t.name, t.pattern.to_regexp()) for t in ranked if not _is_word_list(t)]


def _words(terminals: Collection[TerminalDef]) -> dict[str, tuple[str, ...]]:
    """Every word of the language with the terminals it may be; last of all it may be a name."""
    words: dict[str, tuple[str, ...]] = {}
    for terminal in filter(_is_word_list, terminals):
        pattern = re.compile(terminal.pattern.to_regexp())
        for word in _WORD_LIST.findall(terminal.pattern.value.replace("times?", "times|time")):
            if pattern.fullmatch(word):
                words[word] = (*words.get(word, ()), terminal.name)
    return {word: (*names, "NAME") for word, names in words.items()}
