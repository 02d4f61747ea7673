"""The syntax file of Vim. A state of the machine is a cluster; what may follow a lexeme is its `nextgroup`.

Of several items that match at one place Vim takes the one defined last, so those that go first are written last.
"""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.syntax.grammar import load
from blueprint.syntax.lexemes import _FOREIGN_ARROW, _OTHERS
from tools.highlight.dialects import VIM
from tools.highlight.machine import CLASSES, RESERVED, Cell, Machine

GROUPS = {
    "comment": "Comment", "string": "String", "keyword": "Statement", "lane": "Type", "attribute": "Identifier",
    "constant": "Constant", "number": "Number", "operator": "Operator", "definition": "Function",
    "reference": "Normal", "punctuation": "Delimiter", "invalid": "Error",
}  # fmt: skip
assert tuple(GROUPS) == CLASSES

_NAME = r"\%([0-9]\)\@!\k\%(-\=\k\)*"
_END = r"\%(-\=\k\)\@!"
_ARROW = r"\%([-~]>\|<->\)"
_AHEAD = (rf"\%(\s*\%({_ARROW}\|\.\.\@!\)\)\@=", r"\%(\s*\"\)\@=", "")
_SHORT = r'""\@!\%(\\.\|[^"\\]\)*"\|"""\@!'
_OPEN = r'""\@!.\{-}\%(\s*\%( {.*[{}]\s*$\|[{}]\s*$\|$\)\)\@='

_HEAD = """" Written by `python -m tools.build_highlighters` out of the grammar of the language.
" A cluster is a state of a statement; what follows a lexeme is its nextgroup.

if exists('b:current_syntax')
  finish
endif

syn iskeyword @,48-57,_,192-255
syn case match
syn sync fromstart

syn match sbpComment /#.*/ contains=@Spell
syn match sbpPunctuation /[;{}]/
"""


def syntax(machine: Machine) -> str:
    """`syntax/service-blueprint.vim`."""
    writer = _Writer(machine)
    lines = [line for state in range(len(machine.table)) for line in writer.state(state, f"sbp{state}")]
    for state in writer.held():
        lines += [*writer.state(state, f"sbpHeld{state}"), *writer.hold(state)]
    links = [f"hi def link sbp{name.capitalize()} {group}" for name, group in GROUPS.items() if group != "Normal"]
    links += writer.links
    return "\n".join([_HEAD, *lines, "", *links, "", "let b:current_syntax = 'service-blueprint'", ""])


class _Writer:
    def __init__(self, machine: Machine) -> None:
        self.machine = machine
        self.links: list[str] = []
        others = "|".join(form for kind, form in _OTHERS if not kind.startswith("OPEN_"))
        self.forms = {kind: VIM.write(form) for kind, form in load().forms if kind not in ("NAME", "TEXT", "BLANK")}
        self.invalid = VIM.write(others)
        self.resumed = machine.table[0]["COMMA"][0][1]

    def held(self) -> list[int]:
        """The states that a comma leads to: there the statement goes on past the end of the line."""
        return sorted({row["COMMA"][0][1] for row in self.machine.table})

    def state(self, state: int, cluster: str) -> Iterator[str]:
        """The items of one state, those that go first last, and the cluster of them."""
        names: dict[str, None] = {}
        for (name, after), pattern, held in reversed(list(self.items(state))):
            group = f"{cluster}{name.capitalize()}{f'Held{after}' if held else after}"
            follow = f"@sbpHeld{after} skipwhite skipnl skipempty" if held else f"@sbp{after} skipwhite"
            options = f"{'' if cluster == 'sbp0' else 'contained '}nextgroup={follow}"
            if name == "string":
                options += " contains=@Spell"
            if pattern == '"""':
                group += "Long"
                yield rf'syn region {group} start=/"""/ skip=/\\./ end=/"""/ {options}'
            else:
                yield f"syn match {group} /{pattern}/ {options}"
            if group not in names:
                self.links.append(f"hi def link {group} sbp{name.capitalize()}")
            names[group] = None
        yield f"syn cluster {cluster} contains={','.join(names)}"

    def hold(self, state: int) -> Iterator[str]:
        """What may stand between a comma and what follows it: comments; and a line that begins anew ends the list."""
        cluster = f"sbpHeld{state}"
        follow = f"@{cluster} skipwhite skipnl skipempty"
        yield f"syn match {cluster}Comment /#.*/ contained contains=@Spell nextgroup={follow}"
        yield f"syn match {cluster}Anew /\\%(^\\s*\\)\\@<=\\ze{self.begins()}/ contained nextgroup=@sbp0"
        yield f"syn cluster {cluster} add={cluster}Comment,{cluster}Anew"
        self.links.append(f"hi def link {cluster}Comment sbpComment")

    def begins(self) -> str:
        words = _any_of([word for word, kind in self.machine.words.items() if kind != RESERVED])
        in_a_list = rf"\%(\s*\%([,;{{}}#]\|\.\.\@!\|or{_END}\|$\)\)\@!"
        return rf"\%({_ARROW}\|{_NAME}\s*{_ARROW}\|{words}{in_a_list}\)"

    def items(self, state: int) -> Iterator[tuple[Cell, str, bool]]:
        """What each lexeme is here, its pattern, and whether it holds the line open; what goes first comes first."""
        row, forms = self.machine.table[state], dict(self.forms)
        yield from self.words(row, ["CURRENCY"], forms.pop("CURRENCY"))
        yield row["ARROW"][0], forms.pop("ARROW"), False
        yield from self.words(row, [kind for kind in row if self.machine.group(kind)], "")
        yield from self.words(row, ["NAME"], _NAME)
        for pattern in ('"""', _SHORT, _OPEN):
            yield row["TEXT"][0], pattern, False
        yield ("invalid", self.resumed), VIM.write(_FOREIGN_ARROW[1]), False
        for kind, form in forms.items():
            if kind != "COMMENT":
                yield row[kind][0], form, kind == "COMMA"
        yield ("invalid", self.resumed), rf"\%([{{}};#]\)\@!\%({self.invalid}\)", False

    def words(self, row: dict[str, tuple[Cell, ...]], kinds: list[str], form: str) -> Iterator[tuple[Cell, str, bool]]:
        for at, ahead in enumerate(_AHEAD):
            cells: dict[Cell, list[str]] = {}
            for kind in kinds:
                if not ahead or row[kind][at] != row[kind][-1]:
                    cells.setdefault(row[kind][at], []).extend(self.machine.group(kind))
            for cell, words in cells.items():
                yield cell, (form or _any_of(words)) + ahead, False


def _any_of(words: list[str]) -> str:
    among = "\\|".join(sorted(words, key=_long))
    return rf"\%({among}\){_END}"


def _long(word: str) -> tuple[int, str]:
    return -len(word), word
