"""The nearest of some words to a misspelt one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

K = TypeVar("K", bound=str)
_LONGEST = 64  # nobody meant another word by a longer one, and the comparison takes the square of the length


def nearest(word: str, among: Iterable[str], *, most: int = 3) -> list[str]:
    """The words that a person may have meant, nearest first; none when nothing is near."""
    word = word.lower()
    if len(word) > _LONGEST:
        return []
    allowed = max(1, len(word) // 3)
    found = []
    for place, other in enumerate(among):
        far = distance(word, other.lower(), allowed)
        if far <= allowed and far < len(other):
            found.append((far, place, other))
    return [other for _, _, other in sorted(found)[:most]]


def one_of(text: str, known: Iterable[K]) -> K:
    """The one of these words that a text is. Raises `ValueError` for another: a table was asked before."""
    for word in known:
        if word == text:
            return word
    raise ValueError(text)


def unknown(what: str, name: str, known: Iterable[str]) -> str:
    """There is no … `x`. Did you mean `y`? Known: a, b and c."""
    names = list(known)
    near = nearest(name.lstrip("."), names, most=1)
    guess = f" Did you mean `{near[0]}`?" if near else ""
    listed = ", ".join(names[:-1]) + f" and {names[-1]}" if len(names) > 1 else "".join(names)
    return f"There is no {what} `{name}`.{guess} Known: {listed}."


def distance(a: str, b: str, most: int) -> int:
    """Insertions, deletions, replacements and swaps of neighbours from one word to the other; `most + 1` when more."""
    if abs(len(a) - len(b)) > most or len(b) > _LONGEST:
        return most + 1
    if len(set(a) - set(b)) > most:  # so many letters to replace: most words are told apart by this alone
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
