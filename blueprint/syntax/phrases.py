"""What could stand at a place, in the words of the field."""

from __future__ import annotations

from collections.abc import Iterable

from blueprint import vocabulary

_LONGEST = 40  # more of a quoted piece would hide the sentence around it

_NAMES = {
    "TEXT": "a text in quotes",
    "NAME": "a name",
    "DURATION": "a duration such as `4min`",
    "SHARE": "a share such as `40%`",
    "NUMBER": "a number",
    "SIGNED": "a number such as `-1`",
    "DATE": "a date such as `2026-11-21`",
    "PER": "a unit of time such as `/day`",
    "RANGE": "`..` and the most it takes",
    "COMMA": "a comma and another name",
    "COMPARISON": "`<=` or another comparison",
    "SEVERITY": "`low`, `medium` or `high`",
    "TIMES": "`times`",
    "BECAUSE": "`because`",
    "FOR": "`for`",
    "LANE": "a lane such as `frontstage`",
    "$END": "the end of the line",
}
# No arrow among them: any word may begin a link, so it would be said of every line.
_LEADING = (
    "TEXT", "NAME", "DURATION", "SHARE", "NUMBER", "SIGNED", "DATE", "PER", "TIMES", "BECAUSE", "SEVERITY", "LANE"
)  # fmt: skip


def shown(written: str) -> str:
    """A piece of the file short enough for a sentence."""
    written = " ".join(written.split())
    if len(written) == 1 and not written.isprintable():
        return f"U+{ord(written):04X}"
    return written if len(written) <= _LONGEST else written[: _LONGEST - 1] + "…"


def named(word: str) -> str:
    """A word as the thing it stands for: "a step", "an insight", "a `frontstage` cell"."""
    if word in vocabulary.LANES:
        return "evidence" if word == "evidence" else f"a `{word}` cell"
    if word == "fail":
        return "a fail point"
    return f"{'an' if word[:1] in 'aeiou' else 'a'} `{word}`"


def expected_phrase(expected: Iterable[str], keyword: str) -> str:
    """One sentence about what could stand at a place; empty when there is nothing helpful to say."""
    terminals = set(expected)
    kinds = [_NAMES[each] for each in _LEADING if each in terminals]
    if "TEXT_WORD" in terminals and keyword:
        words = vocabulary.words_in(vocabulary.place_of(keyword))
        tail = [f"`{word}`" for word in words if vocabulary.WORDS[word].shape not in ("statement", "lane")]
        kinds += ([f"{', '.join(tail[:8])} …"] if len(tail) > 8 else tail) if tail else []
    if not kinds:
        return ""
    return f"What can stand here: {joined(kinds)}."


def joined(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} or {parts[-1]}"
