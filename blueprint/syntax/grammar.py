"""The parse table that Lark makes of `grammar/blueprint.lark`, and the machine that runs it.

Lark reads the grammar, finds its conflicts and computes the LALR table; that takes a second and an import as long as
four starts of Python. So the table is kept: in the wheel (`hatch_build.py` puts it there), else in the user's own
cache folder, else it is made anew. It is plain numbers and strings, tied to the exact text of the grammar, and running
it needs no Lark.

A statement is parsed as its *shape*, the kinds of its lexemes: `frontstage "Greets" by clerk` and
`frontstage "Waves" by porter` have one shape, one parse, kept for the next statement alike. That is why a long file
costs little more than its lexemes.
"""

from __future__ import annotations

import marshal
import os
import sys
from typing import Any

FORMAT = 1
# A leaf is the index of a lexeme; anything else is a rule's name and what it is made of.
Shape = tuple[str, tuple[Any, ...]]


class Refused(Exception):
    """The shape is no statement: the lexeme at `index` (its length: the end) could not stand there."""

    def __init__(self, index: int, states: tuple[int, ...]) -> None:
        super().__init__(index)
        self.index = index
        self.states = states


class Grammar:
    """The table, and every shape that was parsed with it.

    `forms` are the lexical forms (name, regular expression) in the order they are to be tried; `words` maps each word
    of the language to the terminals it may be, the likeliest first.
    """

    def __init__(self, table: dict[str, Any]) -> None:
        self.forms: list[tuple[str, str]] = table["forms"]
        self.words: dict[str, tuple[str, ...]] = table["words"]
        self._states: list[dict[str, int]] = table["states"]
        self._rules: list[tuple[str, str, int, bool]] = table["rules"]
        self._start: int = table["start"]
        self._end: int = table["end"]
        self._terminals = {**{name: (name,) for name, _ in self.forms}, **self.words, "CURRENCY": ("CURRENCY", "NAME")}
        self._known: dict[tuple[str, ...], Shape | Refused] = {}

    def parse(self, kinds: tuple[str, ...]) -> Shape:
        """The parse of a statement by the kinds of its lexemes; raises `Refused`."""
        known = self._known.get(kinds)
        if known is None:
            if len(self._known) > 20_000:  # a long-lived editor must not grow without end
                self._known.clear()
            try:
                known = self._run(kinds)
            except Refused as refused:
                known = refused
            self._known[kinds] = known
        if isinstance(known, Refused):
            raise Refused(known.index, known.states)
        return known

    def _run(self, kinds: tuple[str, ...]) -> Shape:
        stack: list[int] = [self._start]
        values: list[Any] = []
        for index, kind in enumerate(kinds):
            row = self._states[stack[-1]]
            for terminal in self._terminals.get(kind, ()):
                if terminal in row:
                    break
            else:
                raise Refused(index, tuple(stack))
            self._reduce(terminal, stack, values, index)
            stack.append(self._states[stack[-1]][terminal])
            values.append(index)
        self._reduce("$END", stack, values, len(kinds))
        result: Shape = values[0]
        return result

    def _reduce(self, terminal: str, stack: list[int], values: list[Any], index: int) -> None:
        """Complete the rules that end before `terminal`, until it can be taken."""
        before = tuple(stack)
        while True:
            action = self._states[stack[-1]].get(terminal)
            if action is None:
                if stack[-1] == self._end and terminal == "$END":
                    return
                raise Refused(index, before)
            if action >= 0:
                return
            origin, name, size, inline = self._rules[-action - 1]
            taken = values[len(values) - size :]
            # A repetition grows the list it began with: copying it each time would take the square of its length.
            parts: list[Any] = taken.pop(0) if taken and isinstance(taken[0], list) else []
            for value in taken:
                if isinstance(value, list):
                    parts.extend(value)
                else:
                    parts.append(value)
            del stack[len(stack) - size :], values[len(values) - size :]
            stack.append(self._states[stack[-1]][origin])
            values.append(parts if inline else (name, tuple(parts)))

    def expected(self, states: tuple[int, ...]) -> list[str]:
        """The terminals that can really follow in this state, in the order of the alphabet; `$END` for the end."""
        return sorted(terminal for terminal in self._states[states[-1]] if self._takes(states, terminal))

    def _takes(self, states: tuple[int, ...], terminal: str) -> bool:
        """Follow the reductions: such a table may take a word at first and refuse it after completing a rule."""
        if not (terminal.isupper() or terminal == "$END"):
            return False
        stack = list(states)
        while True:
            action = self._states[stack[-1]].get(terminal)
            if action is None:
                return terminal == "$END" and stack[-1] == self._end
            if action >= 0:
                return True
            origin, _, size, _ = self._rules[-action - 1]
            del stack[len(stack) - size :]
            stack.append(self._states[stack[-1]][origin])


def grammar_text() -> str:
    """The grammar as text, from the installed package or from the checkout."""
    here = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    for folder in (os.path.join(here, "grammar"), os.path.join(os.path.dirname(here), "grammar")):
        try:
            with open(os.path.join(folder, "blueprint.lark"), encoding="utf-8", newline="") as file:
                return file.read().replace("\r\n", "\n")
        except FileNotFoundError:
            continue
    raise FileNotFoundError("the grammar blueprint.lark is missing from this installation of blueprint")


def packaged_path() -> str:
    """Where the wheel carries the table."""
    return os.path.join(os.path.dirname(os.path.abspath(__file__)), "_table.bin")


def cache_path() -> str:
    """Where the table is kept for this user when the package has none."""
    home = os.path.expanduser("~")
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local")
    elif sys.platform == "darwin":
        base = os.path.join(home, "Library", "Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.join(home, ".cache")
    return os.path.join(base, "service-blueprint", f"table-{FORMAT}.bin")


def read_table(path: str, text: str) -> dict[str, Any] | None:
    """The table kept at `path`, or None when there is none for this very grammar."""
    try:
        with open(path, "rb") as file:
            table = marshal.loads(file.read())  # `load` would ask the file for a few bytes at a time
        if table["format"] == FORMAT and table["grammar"] == text:
            return dict(table)
    except (OSError, ValueError, EOFError, TypeError, KeyError):
        pass
    return None


def write_table(path: str, table: dict[str, Any]) -> None:
    """Keep the table at `path`, whole or not at all; raises OSError."""
    os.makedirs(os.path.dirname(path), exist_ok=True)
    part = f"{path}.{os.getpid()}"
    with open(part, "wb") as file:
        file.write(marshal.dumps(table, 4))  # the form of marshal that every Python from 3.11 on reads
    os.replace(part, path)


def _keep(table: dict[str, Any]) -> None:
    try:
        write_table(cache_path(), table)
    except OSError:
        return  # a read-only home only costs the next start its second


_grammar: Grammar | None = None


def load() -> Grammar:
    """The grammar of the language, ready to parse; made once a process."""
    global _grammar
    if _grammar is None:
        text = grammar_text()
        table = read_table(packaged_path(), text) or read_table(cache_path(), text)
        if table is None:
            from blueprint.syntax.table import make

            table = make(text)
            _keep(table)
        _grammar = Grammar(table)
    return _grammar
