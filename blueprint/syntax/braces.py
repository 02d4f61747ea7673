"""Where braces do not match: indentation tells which one is missing or too many.

Files whose braces match are left alone. Else two readings are tried, one that trusts the indentation and one that does
not, and the one wins whose closing braces stand more often below the line that opened them.
"""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.syntax.lexemes import Lexeme


class Plan:
    """`missing`: index of a lexeme (or their number, for the end) → indexes of the `{` that are closed before it.
    `opened`: index of the last lexeme of a line → index of the `}` that closes the block which this line should open.
    `stray`: indexes of `}` that close nothing."""

    __slots__ = ("misfits", "missing", "opened", "stray")

    def __init__(self) -> None:
        self.missing: dict[int, list[int]] = {}
        self.opened: dict[int, int] = {}
        self.stray: set[int] = set()
        self.misfits = 0


def plan(lexemes: list[Lexeme]) -> Plan | None:
    """What to do about the braces of this file; None when they match."""
    missing = stray = 0
    for lexeme in lexemes:
        if lexeme[0] == "OPEN":
            missing += 1
        elif lexeme[0] == "CLOSE":
            missing, stray = (missing - 1, stray) if missing else (0, stray + 1)
    if not missing and not stray:
        return None
    trusting, plain = _read(lexemes, missing, stray), _read(lexemes, 0, 0)
    found = trusting if trusting.misfits <= plain.misfits else plain
    if found.stray:
        _open(found, lexemes)
    return found


def _open(plan: Plan, lexemes: list[Lexeme]) -> None:
    """Give each stray `}` on a line of its own the statement above it that stands as far in, has lines further in
    below it, and opens no block."""
    above: list[tuple[int, list[int]]] = []  # lines that a line below may close: how far in, their lexemes
    for line in _lines(lexemes):
        first = lexemes[line[0]]
        indent = first[2] - (lexemes[line[0] - 1][3] if line[0] else 0)
        if first[0] == "COMMENT":
            continue
        further = bool(above) and above[-1][0] > indent
        while above and above[-1][0] > indent:
            above.pop()
        if above and above[-1][0] == indent:
            header = above.pop()[1]
            if line[0] in plan.stray and further and _opens_none(lexemes, header):
                plan.stray.discard(line[0])
                plan.opened[header[-1]] = line[0]
        above.append((indent, line))


def _lines(lexemes: list[Lexeme]) -> Iterator[list[int]]:
    """The indexes of each line's lexemes, a comment after others left out."""
    line: list[int] = []
    for index, (kind, *_) in enumerate(lexemes):
        if kind == "LINE" and line:
            yield line
            line = []
        elif kind not in ("LINE", "COMMENT") or not line:
            line += [index] if kind != "LINE" else []
    if line:
        yield line


def _opens_none(lexemes: list[Lexeme], line: list[int]) -> bool:
    """Whether a line is a statement that could have a block, and has none."""
    kinds = [lexemes[index][0] for index in line]
    plain = not {"OPEN", "CLOSE", "SEMICOLON"} & set(kinds) and kinds[-1] != "COMMA"
    return plain and kinds[0].islower() and kinds[0] != "use" and ("ARROW" not in kinds or kinds[0] in ("when", "fail"))


def _read(lexemes: list[Lexeme], missing: int, stray: int) -> Plan:
    """Match the braces, with this many repairs that indentation may place."""
    result, opened = Plan(), list[tuple[int, int]]()  # indent of the opening line, index of `{`
    indent, fresh = 0, True  # of the line; whether nothing of it was seen yet
    line_start, goes_on = 0, False
    for index, (kind, _, start, end) in enumerate(lexemes):
        if kind == "LINE":
            fresh, line_start = True, end
            continue
        if kind == "COMMENT":
            continue
        first, fresh = fresh, False
        if first:
            indent = start - line_start
            while missing and opened and not goes_on and kind != "OPEN" and _left(kind, indent, opened[-1][0]):
                result.missing.setdefault(index, []).append(opened.pop()[1])
                missing -= 1
        goes_on = kind == "COMMA"
        if kind == "OPEN":
            opened.append((indent, index))
        elif kind == "CLOSE":
            if not opened or (stray and first and indent > opened[-1][0]):
                result.stray.add(index)
                stray -= 1
                result.misfits += not opened
            else:
                result.misfits += first and opened[-1][0] != indent
                opened.pop()
    if opened:
        result.missing[len(lexemes)] = [index for _, index in reversed(opened)]
        result.misfits += len(opened)
    return result


def _left(kind: str, indent: int, block: int) -> bool:
    """Whether a line that begins so, this far in, stands outside a block whose opening line stands at `block`."""
    return indent < block if kind == "CLOSE" else indent <= block
