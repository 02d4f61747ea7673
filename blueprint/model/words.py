"""Ids made from titles, and words as messages write them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from blueprint.vocabulary import RESERVED


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


def a_or_an(word: str) -> str:
    return f"an {word}" if word[:1].lower() in "aeio" or word.startswith("un") else f"a {word}"


def listed(words: Iterable[str], last: str = "or") -> str:
    """`a`, `b` or `c`, each in code marks."""
    marked = [f"`{word}`" for word in words]
    return marked[0] if len(marked) == 1 else f"{', '.join(marked[:-1])} {last} {marked[-1]}" if marked else ""
