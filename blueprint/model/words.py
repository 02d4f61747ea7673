"""Ids made from titles, and the nearest of some words to a misspelt one."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

RESERVED = ("start", "end", "next", "again")
_LONGEST = 64  # longer words are not compared: nobody meant another word by them


def nfc(text: str) -> str:
    """The one form in which names are compared."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def derive(title: str, keyword: str) -> str:
    """The id that a title stands for: lower case, runs of anything but letters, marks and digits to `_`.

    A leading digit gets the keyword before it (`step_3_month_review`), so does a reserved word; a title without a
    letter or digit gives the keyword alone.
    """
    text = unicodedata.normalize("NFC", title).lower()
    text = unicodedata.normalize("NFC", text)  # lower case may take a letter apart (İ)
    parts = "".join(char if _part(char) else " " for char in text).split()
    name = "_".join(part for part in parts if part)
    while name and unicodedata.category(name[0])[0] == "M":  # a mark has no letter to sit on
        name = name[1:].lstrip("_")
    if not name:
        return keyword.replace("-", "_")
    if name[0].isdigit() or unicodedata.category(name[0]) == "Nd" or name in RESERVED:
        return f"{keyword}_{name}"
    return name


def _part(char: str) -> bool:
    if char.isascii():
        return char.isalnum()
    category = unicodedata.category(char)
    return category[0] in "LM" or category == "Nd"


def nearest(word: str, among: Iterable[str], *, most: int = 3) -> list[str]:
    """The words that a person may have meant, nearest first; none when nothing is near."""
    word = nfc(word).lower()
    if len(word) > _LONGEST:
        return []
    allowed = max(1, len(word) // 3)
    found = []
    for place, other in enumerate(among):
        far = _distance(word, other.lower(), allowed)
        if far <= allowed and far < len(other):
            found.append((far, place, other))
    return [other for _, _, other in sorted(found)[:most]]


def _distance(a: str, b: str, most: int) -> int:
    """Insertions, deletions, replacements and swaps of neighbours between two words; `most + 1` when more."""
    if abs(len(a) - len(b)) > most or len(b) > _LONGEST:
        return most + 1
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, before, row = before, row, [i]
        for j, y in enumerate(b, 1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                best = min(best, last[j - 2] + 1)
            row.append(best)
        if min(row) > most:
            return most + 1
    return row[-1]


def a_or_an(word: str) -> str:
    return f"an {word}" if word[:1].lower() in "aeio" else f"a {word}"


def listed(words: Iterable[str], last: str = "or") -> str:
    """`a`, `b` or `c`, each in code marks."""
    marked = [f"`{word}`" for word in words]
    return marked[0] if len(marked) == 1 else f"{', '.join(marked[:-1])} {last} {marked[-1]}" if marked else ""
