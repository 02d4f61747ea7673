"""The machine that colours a statement: states, what each kind of lexeme is in them, and where it leads.

It is the contextual lexer of the grammar made finite: a word of the language counts as that word where it can stand and
as a name elsewhere, so `review -> pay` colours `review` as the name it is. Some words need a look at what follows
them; one lexeme is always enough, and only an arrow, a dot or a text decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from blueprint import vocabulary
from blueprint.syntax.grammar import grammar_text, load
from tools.highlight.positions import END, START, Places, places

CLASSES = (
    "comment", "string", "keyword", "lane", "attribute", "constant", "number", "operator", "definition", "reference",
    "punctuation", "invalid",
)  # fmt: skip
# What follows a word: an arrow or a dot, a text, anything else.
AHEAD = ("link", "text", "other")
LINK = ("ARROW", "DOT")
RESERVED = "RESERVED"  # names of places that are no names of the user's: `end`, `next`

Cell = tuple[str, int]  # the class of the lexeme, and the next state
State = frozenset[int]

_FORMS = {
    "TEXT": "string", "ARROW": "operator", "COMPARISON": "operator", "RANGE": "operator", "PLUS_MINUS": "operator",
    "DOT": "punctuation", "COMMA": "punctuation", "LANE": "lane", "SEVERITY": "constant", "NAME": "reference",
    **dict.fromkeys(("DATE", "SCORE", "SHARE", "DURATION", "NUMBER", "SIGNED", "PER", "CURRENCY", "TIMES"), "number"),
    **dict.fromkeys(("HEAD", "PHASE", "USE", "MEANWHILE", "TIMED", "FAIL", "WHEN", "METRIC"), "keyword"),
}  # fmt: skip
_NAMED = ("header", "phase", "cell")  # a name in these is an id of what they declare


def plain(terminal: str) -> str:
    """The class of a terminal by itself."""
    return _FORMS.get(terminal, "attribute")


def role(terminal: str, way: tuple[str, ...]) -> str:
    """The class of a terminal in the rules that lead to it."""
    rules = [name for name in way if name.islower() and not name.startswith("_")]
    if terminal == "DOT" or (rules[-1] == "lane" and terminal == "LANE"):
        return plain(terminal)
    if rules[-1] == "name":
        return "definition" if rules[-2] in _NAMED else "constant"
    return {"ref": "reference", "lane": "reference", "cell_word": "definition", "kind": "constant"}.get(
        rules[-1], plain(terminal)
    )


@dataclass(frozen=True)
class Machine:
    """`kinds`: what a lexeme may be, by name: a form of the grammar, or `WORDS_n` for words that behave alike.

    `words` gives the kind of each word. `table[state][kind]` has one cell for a form, and one for each of AHEAD
    for a word or name. State 0 begins a statement.
    """

    kinds: tuple[str, ...]
    words: dict[str, str]
    table: tuple[dict[str, tuple[Cell, ...]], ...]

    def group(self, kind: str) -> tuple[str, ...]:
        """The words of a kind, in the order of the alphabet."""
        return tuple(sorted(word for word, its in self.words.items() if its == kind))


class _Reader:
    """Walks the places of the grammar as its contextual lexer would."""

    def __init__(self, made: Places, terminals: dict[str, tuple[str, ...]]) -> None:
        self.made, self.terminals = made, terminals
        self.next, self.classes = cache(self._next), cache(self._classes)
        self.start: State = frozenset({START})
        self.resumed = self.next(self.start)["FLAG_WORD"]  # as after any attribute

    def _next(self, state: State) -> dict[str, State]:
        """The states after each terminal that can stand here; `$END` when the statement may end."""
        found: dict[str, set[int]] = {}
        for place in state:
            for after in self.made.follow[place]:
                found.setdefault("$END" if after == END else self.made.terminals[after], set()).add(after)
        return {terminal: frozenset(among) for terminal, among in found.items()}

    def terminal(self, state: State, kind: str) -> str:
        """The terminal that a kind of lexeme is here; empty when it cannot stand here."""
        able = self.next(state)
        return next((terminal for terminal in self.terminals[kind] if terminal in able), "")

    def cells(self, state: State, kind: str) -> tuple[tuple[str, State], ...]:
        """Class and next state of a lexeme, for each of AHEAD if it is a word."""
        words = "NAME" in self.terminals[kind]
        for anew, tried in ((False, state), (False, self.resumed), (True, self.start)):
            terminal = self.terminal(tried, kind)
            # A keyword begins a statement anew wherever it stands, which a name does not.
            if terminal and not (anew and terminal == self.terminals[kind][-1]):
                after = self.next(tried)[terminal]
                return tuple((name, after) for name in self.classes(after, words))
        # What can stand nowhere keeps the class of its form, and the statement goes on as after an attribute.
        return ((plain(self.terminals[kind][0]), self.resumed),) * (len(AHEAD) if words else 1)

    def _classes(self, after: State, words: bool) -> tuple[str, ...]:
        """The classes of the lexeme just taken, by what follows it. Raises ValueError if that does not decide."""
        by_next: dict[str, set[str]] = {}
        for place in after:
            name = role(self.made.terminals[place], self.made.ways[place])
            for follower in self.made.follow[place]:
                by_next.setdefault("$END" if follower == END else self.made.terminals[follower], set()).add(name)
        if not words:
            return (_one(set[str]().union(*by_next.values())),)
        link = set[str]().union(*(by_next.pop(each, set()) for each in LINK))
        text = by_next.pop("TEXT", set())
        other = set[str]().union(*by_next.values())
        usual = other or text or link
        return tuple(_one(each or usual) for each in (link, text, other))


def _one(classes: set[str]) -> str:
    if len(classes) != 1:
        raise ValueError(f"one lexeme of what follows does not tell {sorted(classes)} apart")
    return next(iter(classes))


@cache
def machine() -> Machine:
    """The machine of the grammar and the vocabulary of this checkout."""
    grammar = load()
    terminals = {kind: names for kind, names in grammar._terminals.items() if kind not in ("COMMENT", "BLANK")}
    terminals[RESERVED] = ("NAME",)
    reader = _Reader(places(grammar_text()), terminals)
    words = {names: kind for kind, names in terminals.items() if kind.islower()}
    kinds = [*sorted(kind for kind in terminals if not kind.islower()), *words.values()]
    rows = _minimised(_rows(reader, kinds))
    named = _named(rows, list(words.values()))
    spelt = {word: named[words[names]] for word, names in terminals.items() if word.islower()}
    table = tuple({named.get(kind, kind): cells for kind, cells in row.items()} for row in rows)
    return Machine(tuple(table[0]), {**spelt, **dict.fromkeys(vocabulary.RESERVED, RESERVED)}, table)


def _rows(reader: _Reader, kinds: list[str]) -> list[dict[str, tuple[Cell, ...]]]:
    """Every state that can be reached, by number."""
    states, numbers = [reader.start], {reader.start: 0}
    rows = []
    for state in states:  # grows while it is walked
        row: dict[str, tuple[Cell, ...]] = {}
        for kind in kinds:
            for _, after in (cells := reader.cells(state, kind)):
                if after not in numbers:
                    numbers[after] = len(states)
                    states.append(after)
            row[kind] = tuple((_said(name, kind), numbers[after]) for name, after in cells)
        rows.append(row)
    return rows


def _said(name: str, kind: str) -> str:
    return "constant" if kind == RESERVED and name == "reference" else name


def _minimised(rows: list[dict[str, tuple[Cell, ...]]]) -> list[dict[str, tuple[Cell, ...]]]:
    """The same machine with as few states as it can have: those that nothing ever tells apart become one."""
    block = [0] * len(rows)
    while True:
        seen: dict[object, int] = {}
        finer = []
        for number, row in enumerate(rows):
            behaviour = (block[number], *((name, block[after]) for cells in row.values() for name, after in cells))
            finer.append(seen.setdefault(behaviour, len(seen)))
        if len(seen) == len(set(block)):
            break
        block = finer
    firsts = [block.index(number) for number in range(len(set(block)))]
    return [
        {kind: tuple((name, block[after]) for name, after in cells) for kind, cells in rows[first].items()}
        for first in firsts
    ]


def _named(rows: list[dict[str, tuple[Cell, ...]]], words: list[str]) -> dict[str, str]:
    """A name for each kind of word; those that no state tells apart share it."""
    columns = {word: tuple(row[word] for row in rows) for word in words}
    distinct = list(dict.fromkeys(columns.values()))
    return {word: f"WORDS_{distinct.index(column)}" for word, column in columns.items()}
