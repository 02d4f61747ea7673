"""The grammar of one statement as a graph of places: which terminal may follow which, and what each is there.

The rules of a statement never nest in themselves (what nests are blocks, which the grammar leaves out), so every rule
can be written out where it is used. What comes of it is finite, and every highlighter can be made from it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

import lark
from lark.grammar import Rule, Symbol

from blueprint.syntax.table import _NoLexer

START, END = -1, -2


@dataclass
class Places:
    """`terminals[i]` stands at place i, `ways[i]` are the rules that lead to it, outermost first, and `follow[i]` the
    places that may come next; `follow[START]` are those that begin a statement, END is its end."""

    terminals: list[str] = field(default_factory=list)
    ways: list[tuple[str, ...]] = field(default_factory=list)
    follow: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))


Ends = tuple[set[int], set[int]]  # the places a piece may begin with, and those it may end with


def places(text: str) -> Places:
    """The graph of the grammar `text`; raises RecursionError when a rule nests in itself."""
    rules: dict[str, list[Rule]] = defaultdict(list)
    for rule in lark.Lark(text, parser="lalr", lexer=_NoLexer).rules:
        rules[str(rule.origin.name)].append(rule)
    made = Places()
    first, last = _alternatives(made, rules, "start", ())
    made.follow[START] |= first
    for place in last:
        made.follow[place].add(END)
    return made


def _alternatives(made: Places, rules: dict[str, list[Rule]], name: str, way: tuple[str, ...]) -> Ends:
    """Every expansion of a rule. One that begins with the rule itself repeats: it joins the ends to its beginning."""
    first: set[int] = set()
    last: set[int] = set()
    again: set[int] = set()
    for rule in rules[name]:
        repeats = bool(rule.expansion) and rule.expansion[0].name == name
        # A word says what its value is, so the way to a value holds the word that the rule begins with.
        head = [rule.expansion[0].name] if rule.expansion[0].is_term else []
        inner = (*way, str(rule.alias or name), *head)
        begins, ends = _sequence(made, rules, rule.expansion[1 if repeats else 0 :], inner)
        (again if repeats else first).update(begins)
        last |= ends
    for place in last:
        made.follow[place] |= again
    return first, last


def _sequence(made: Places, rules: dict[str, list[Rule]], symbols: list[Symbol], way: tuple[str, ...]) -> Ends:
    first: set[int] = set()
    last: set[int] = set()
    for number, symbol in enumerate(symbols):
        if symbol.is_term:
            place = len(made.terminals)
            made.terminals.append(symbol.name)
            made.ways.append(way)
            begins, ends = {place}, {place}
        else:
            begins, ends = _alternatives(made, rules, symbol.name, way)
        if number == 0:
            first = begins
        for each in last:
            made.follow[each] |= begins
        last = ends
    return first, last
