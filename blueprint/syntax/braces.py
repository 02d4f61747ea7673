"""Where braces do not match: indentation tells which one is missing or too many.

Files whose braces match are left alone. Else two readings are tried, one that trusts the indentation and one that does
not, and the one wins whose closing braces stand more often below the line that opened them.
"""

from __future__ import annotations

from blueprint.syntax.lexemes import Lexeme


class Plan:
    """`missing`: index of a lexeme (or their number, for the end) → indexes of the `{` that are closed before it.
    `stray`: indexes of `}` that close nothing."""

    __slots__ = ("misfits", "missing", "stray")

    def __init__(self) -> None:
        self.missing: dict[int, list[int]] = {}
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
    return trusting if trusting.misfits <= plain.misfits else plain


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
