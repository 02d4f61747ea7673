"""Text for files: what XML forbids is taken out, ids and links are made safe."""

from __future__ import annotations

import re
from functools import lru_cache

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]")
_LONE = re.compile("[\ud800-\udfff]")
_UNSAFE = re.compile(r"[^A-Za-z0-9_.-]")
_LINK = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x20\x7f\"<>\\^`{|}]+", re.IGNORECASE)


def clean(text: str) -> str:
    """The text without characters that no file format can carry; half of a surrogate pair becomes U+FFFD."""
    if text.isascii() and text.isprintable():
        return text
    return _LONE.sub("\ufffd", _FORBIDDEN.sub("", text))


def escape(text: str) -> str:
    """Clean text for XML, between tags or within double quotes."""
    return clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def attribute(text: str) -> str:
    """Escaped text for an attribute, in which line ends and tabs survive reading."""
    safe = escape(text)
    return safe if safe.isprintable() else safe.replace("\t", "&#9;").replace("\n", "&#10;").replace("\r", "&#13;")


def link(target: str) -> str:
    """The link when it is one of http, https or mailto and has no blank in it, else nothing."""
    return target if _LINK.fullmatch(target) else ""


def name(key: str) -> str:
    """An XML name from a key: a colon becomes `-`, other characters than ASCII letters, digits, `_`, `.`, `-` become
    `_<hex>_`."""
    safe = _UNSAFE.sub(lambda m: f"_{ord(m[0]):x}_", key.replace(":", "-"))
    return safe if safe[:1].isalpha() or safe[:1] == "_" else f"_{safe}"


class Names:
    """Hands out ids, each only once: the second `a` is `a-2`."""

    def __init__(self, prefix: str = "") -> None:
        self.prefix = prefix
        self.given: set[str] = set()
        self.next: dict[str, int] = {}

    def take(self, key: str) -> str:
        base = name(self.prefix + key)
        got = base
        while got in self.given:
            self.next[base] = self.next.get(base, 1) + 1
            got = f"{base}-{self.next[base]}"
        self.given.add(got)
        return got


@lru_cache(maxsize=16384)  # what stands in one row or column shares its places
def number(value: float) -> str:
    """Two decimals at most, no trailing zeros, no minus zero: `12`, `12.5`, `0`."""
    if value == (whole := int(value)):
        return str(whole)
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
