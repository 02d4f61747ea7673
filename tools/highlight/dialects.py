"""Regular expressions of the grammar in the dialects of Vim and Emacs, which know no Unicode properties.

Both have classes of their own for letters; `\\w` and the form of names become those.
"""

from __future__ import annotations

import re._constants as sre
from collections.abc import Iterable
from dataclasses import dataclass
from re import _parser
from typing import Any


@dataclass(frozen=True)
class Dialect:
    """How the parts of an expression are written; `word` is `\\w`, `special` what needs a backslash."""

    word: str
    special: str
    interval: str  # with {} for the numbers
    solid: str  # any character but a blank
    ahead: bool  # whether it can look ahead

    def write(self, pattern: str) -> str:
        """The pattern of Python in this dialect. Raises ValueError for what it cannot say."""
        return self._sequence(_parser.parse(pattern))

    def must_not_follow(self, pattern: str) -> str:
        """What the pattern does not want after it, for a dialect that cannot look ahead."""
        code, value = list(_parser.parse(pattern))[-1]
        if code is not sre.ASSERT_NOT:
            raise ValueError(f"{pattern} does not look ahead at its end")
        return self._sequence(value[1])

    def _sequence(self, items: Iterable[tuple[Any, Any]]) -> str:
        return "".join(self._item(code, value) for code, value in items)

    def _item(self, code: Any, value: Any) -> str:
        if code is sre.LITERAL:
            return self.literal(chr(value))
        if code is sre.IN:
            return self._set(value)
        if code is sre.MAX_REPEAT:
            low, high, inner = value
            return f"{self.group}{self._sequence(inner)}\\){self._times(low, high)}"
        if code is sre.SUBPATTERN:
            return f"{self.group}{self._sequence(value[-1])}\\)"
        if code is sre.BRANCH:
            return f"{self.group}{self.either(value[1])}\\)"
        if code in (sre.ASSERT, sre.ASSERT_NOT) and value[0] == 1:
            if not self.ahead:
                return ""
            return f"{self.group}{self._sequence(value[1])}\\)\\@{'=' if code is sre.ASSERT else '!'}"
        raise ValueError(f"no word for {code} in this dialect")

    def either(self, branches: Iterable[Any]) -> str:
        return "\\|".join(self._sequence(branch) for branch in branches)

    @property
    def group(self) -> str:
        return "\\%(" if self.ahead else "\\(?:"

    def literal(self, char: str) -> str:
        return f"\\{char}" if char in self.special else char

    def _times(self, low: int, high: Any) -> str:
        if (low, high) == (0, 1):
            return "\\=" if self.ahead else "?"
        if high is sre.MAXREPEAT and low in (0, 1):
            return "*" if low == 0 else ("\\+" if self.ahead else "+")
        return self.interval.format(low if low == high else f"{low},{'' if high is sre.MAXREPEAT else high}")

    def _set(self, items: list[tuple[Any, Any]]) -> str:
        negated = items[0][0] is sre.NEGATE
        chars, hyphen, others = "", "", list[str]()
        for code, value in items[negated:]:
            if code is sre.LITERAL and chr(value) == "-":
                hyphen = self._inside("-")
            elif code is sre.LITERAL:
                chars += self._inside(chr(value))
            elif code is sre.RANGE:
                chars += f"{chr(value[0])}-{chr(value[1])}"
            elif (code, value) == (sre.CATEGORY, sre.CATEGORY_SPACE):
                chars += "[:space:]"
            elif (code, value) == (sre.CATEGORY, sre.CATEGORY_NOT_SPACE):
                return self.solid  # with its opposite: any character, and blanks are skipped before it
            elif (code, value) == (sre.CATEGORY, sre.CATEGORY_WORD) and not negated:
                others.append(self.word)
            else:
                raise ValueError(f"no word for {code} {value} in this dialect")
        chars += hyphen  # at the end it is no range
        if not others:
            return f"[{'^' if negated else ''}{chars}]"
        among = "\\|".join([*others, f"[{chars}]"] if chars else others)
        return f"{self.group}{among}\\)"

    def _inside(self, char: str) -> str:
        escaped = {"\\": "\\\\", "]": "\\]", "-": "\\-", "^": "\\^", "/": "\\/", "\r": "\\r", "\n": "\\n"}
        return escaped.get(char, char) if self.ahead else char


VIM = Dialect(word="\\k", special="\\/.*$^~[]", interval="\\{{{}}}", solid="\\S", ahead=True)
EMACS = Dialect(word="[[:alnum:]_]", special="\\.*+?$^[", interval="\\{{{}\\}}", solid="[^ \t\n]", ahead=False)
