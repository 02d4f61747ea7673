"""The lexical forms of the language as regular expressions that editors understand.

JavaScript, Oniguruma and Python do not agree on `\\w` and `\\s`, so both are spelt out by Unicode properties.
"""

from __future__ import annotations

import re
from functools import cache

from blueprint.syntax.grammar import load
from blueprint.syntax.lexemes import _FOREIGN_ARROW, _OTHERS

LETTER = r"[\p{L}\p{N}_]"
_PART = r"[\p{L}\p{M}\p{N}_\u200c\u200d]"
NAME = rf"[\p{{L}}\p{{Nl}}\p{{No}}_](?:-?{_PART})*"
WORD_END = rf"(?!-?{_PART})"
# Any blank that does not end a line; JavaScript leaves the controls out of `\s`.
BLANK = r"(?:[^\S\r\n]|[\x1c-\x1f\x85\ufeff])"
COMMENT = r"#[^\r\n]*"
SHORT_TEXT = r'"(?!"")[^"\\\r\n]*(?:\\[^\r\n][^"\\\r\n]*)*"'
# A text without its end: up to the brace of the block that the line opens or closes, or up to the end of the line.
OPEN_TEXT = r'"(?!"")[^\r\n]*?(?=[^\S\r\n]*(?: \{[^\r\n]*[{}][^\S\r\n]*$|[{}][^\S\r\n]*$|$))'
LONG_QUOTES = '"""'
# What comes before the next lexeme on the line.
LINK_AHEAD = rf"(?={BLANK}*(?:[-~]>|<->|\.(?!\.)))"
TEXT_AHEAD = rf'(?={BLANK}*")'
FOREIGN_ARROW = _FOREIGN_ARROW[1]
# What is no lexeme of the language, as the scanner takes it; an open text is one all the same.
INVALID = "|".join(form for kind, form in _OTHERS if not kind.startswith("OPEN_")).replace(r"[\s\S]", r"[^\s\ufeff]")


@cache
def forms() -> tuple[tuple[str, str], ...]:
    """Kinds that are no words, texts or names, with their expressions, in the order they are to be tried."""
    written = dict(load().forms)
    first = [(kind, written.pop(kind)) for kind in ("CURRENCY", "ARROW")]
    rest = [(kind, form) for kind, form in written.items() if kind not in ("NAME", "TEXT", "COMMENT", "BLANK")]
    return tuple((kind, portable(form)) for kind, form in (*first, *rest))


def portable(form: str) -> str:
    r"""A form of the grammar with `\w` spelt out, inside brackets and outside."""
    if form.startswith("(?") and not form.startswith(("(?:", "(?=", "(?!")):
        raise ValueError(f"flags are not portable: {form}")
    inside = re.sub(r"\[([^\]]*)\\w", lambda found: f"[{found[1]}{LETTER[1:-1]}", form)
    return inside.replace(r"\w", LETTER)


def any_of(words: tuple[str, ...]) -> str:
    """One of the words, whole; longer ones are tried first."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, ordered))}){WORD_END}".replace(r"\-", "-")


def begins(words: tuple[str, ...]) -> str:
    """What a line after a comma begins with when it is plainly a statement of its own, as the outline has it."""
    arrow = r"(?:[-~]>|<->)"
    in_a_list = rf"(?!{BLANK}*(?:[,;{{}}#]|\.(?!\.)|or{WORD_END}|$))"
    return rf"{BLANK}*(?:{arrow}|{NAME}{BLANK}*{arrow}|{any_of(words)}{in_a_list})"
