"""How wide a text is, and where it breaks: measured with the metrics of the font that is embedded.

Widths are in the unit of the type size (pixels). Characters that the font lacks get the width that fonts of their
script usually have; a text never comes out wider than what is reserved for it where the font has it, and nearly so
elsewhere. Kerning is ignored, as the embedded font has none.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

SHY = "\u00ad"
# A line never begins with these, nor ends with those (the plain part of the Japanese and Chinese rules).
_NO_START = set("、。，．・：；？！」』）】〉》〕”’ーゝゞ々ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.!?;:)]}%…")
_NO_END = set("「『（【〈《〔“‘([{")
_JOINED = re.compile("[\u200d\U0001f1e6-\U0001f1ff\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f\u20e3]")
_EMOJI_SEQUENCE = re.compile(
    "[\U0001f1e6-\U0001f1ff]{2}"
    "|[#*0-9]\ufe0f?\u20e3"
    "|[\u2190-\u3299\U0001f000-\U0001faff][\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]*"
    "(?:\u200d[\u2190-\u3299\U0001f000-\U0001faff][\ufe0f\U0001f3fb-\U0001f3ff]*)*"
)
_EMOJI_WIDTH = 1300.0
# Unicode ranges without glyphs in the font, and the usual advance of their letters in thousandths of the size.
_SCRIPTS = (
    (0x0590, 0x05FF, 600.0),  # Hebrew
    (0x0600, 0x08FF, 620.0),  # Arabic, Syriac
    (0xFB1D, 0xFEFC, 640.0),  # presentation forms
    (0x0900, 0x0DFF, 700.0),  # the scripts of India
    (0x0E00, 0x0EFF, 620.0),  # Thai, Lao
    (0x1100, 0x115F, 920.0),  # Hangul, leading letters; those that follow are drawn into them
    (0x1160, 0x11FF, 0.0),
    (0x1780, 0x17FF, 750.0),  # Khmer
    (0x2190, 0x21FF, 1000.0),  # arrows
    (0x2200, 0x22FF, 700.0),  # mathematics
    (0x2500, 0x27BF, 950.0),  # boxes, shapes, signs
)


class _Widths(dict[str, float]):
    """Thousandths of the type size by character; those that the font lacks are estimated when first met."""

    def __missing__(self, char: str) -> float:
        self[char] = width = _estimate(char)
        return width


def _estimate(char: str) -> float:
    code, category = ord(char), unicodedata.category(char)
    if category in ("Mn", "Me", "Cf", "Cc", "Cs"):
        return 0.0
    if 0x1F000 <= code <= 0x1FAFF:
        return _EMOJI_WIDTH
    for low, high, width in _SCRIPTS:
        if low <= code <= high:
            return width
    wide = unicodedata.east_asian_width(char)
    return 1000.0 if wide in "WF" else 500.0 if wide == "H" else 700.0


@cache
def _widths(bold: bool) -> _Widths:
    from blueprint.layout import metrics

    table = _Widths()
    for start, widths in metrics.BOLD if bold else metrics.REGULAR:
        table.update(zip(map(chr, range(start, start + len(widths))), widths, strict=True))
    # The font gives some marks a width of their own when they stand alone; in a text they stand on a letter.
    for mark in [c for c in table if ord(c) > 0x2FF and unicodedata.category(c) in ("Mn", "Me")]:
        table[mark] = 0.0
    table[SHY] = 0.0
    return table


def width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of one line of text at a type size."""
    table = _widths(bold)
    if not text.isascii() and _JOINED.search(text):
        plain, emoji = _EMOJI_SEQUENCE.subn("", text)
        return (sum(map(table.__getitem__, plain)) + emoji * _EMOJI_WIDTH) * size / 1000
    return sum(map(table.__getitem__, text)) * size / 1000


def right_to_left(text: str) -> bool:
    """Whether the first letter that has a direction runs from right to left."""
    if text.isascii():
        return False
    for char in text:
        direction = unicodedata.bidirectional(char)
        if direction in ("R", "AL"):
            return True
        if direction == "L":
            return False
    return False


@lru_cache(maxsize=16384)  # the grid asks twice: which width a column needs, and how its cells break in it
def wrap(text: str, size: float, room: float, *, bold: bool = False) -> tuple[str, ...]:
    """Break a text into the fewest lines no wider than `room`, of about equal width.

    Breaks stand at spaces, after hyphens and slashes, and between ideographs; a word wider than `room` is broken
    inside, with a hyphen in scripts that use one. Nothing is lost but the spaces at the breaks. Line breaks in the
    text stay. An empty text has no lines.
    """
    lines: list[str] = []
    for paragraph in text.replace("\t", " ").splitlines():
        if paragraph.strip():
            lines += _wrap(paragraph.strip(), size, room, bold)
    return tuple(lines)


def _wrap(text: str, size: float, room: float, bold: bool) -> list[str]:
    if width(text, size, bold=bold) <= room:
        return [text.replace(SHY, "")]
    pieces = [
        (piece, space, width(piece, size, bold=bold))
        for word, space in _words(text)
        for piece, space in _fitting(word, space, size, room, bold)
    ]
    gap, hyphen = width(" ", size, bold=bold), width("-", size, bold=bold)
    lines = _fill(pieces, room, gap, hyphen)
    if len(lines) > 1:  # the narrowest room that needs no more lines makes them about equal
        low, high = max(room / 3, max(w for _, _, w in pieces)), room
        while high - low > 4:
            middle = (low + high) / 2
            closer = _fill(pieces, middle, gap, hyphen)
            if len(closer) <= len(lines):
                high, lines = middle, closer
            else:
                low = middle
    return [_shown(line) for line in lines]


Piece = tuple[str, bool, float]  # text, whether a space stands before it, width


def _fill(pieces: list[Piece], room: float, gap: float, hyphen: float) -> list[str]:
    lines: list[str] = []
    line, used = "", 0.0
    for text, space, wide in pieces:
        more = wide + (gap if space and line else 0.0)
        # A soft hyphen shows only at the end of a line, and needs its room there.
        if line and used + more + (hyphen if text.endswith(SHY) else 0.0) > room:
            lines.append(line)
            line, used = text, wide
        else:
            line, used = (line + " " + text if space and line else line + text), used + more
    lines.append(line)
    return lines


def _shown(line: str) -> str:
    """A line without the soft hyphens that it did not break at."""
    if SHY not in line:
        return line
    return (line[:-1].replace(SHY, "") + "-") if line.endswith(SHY) else line.replace(SHY, "")


_SPACES = re.compile("[ \u2000-\u2006\u2008-\u200a\u3000]+")
_AFTER = re.compile(r"(?<=[^\W\d_][-\u2010/\u00ad])(?=\w)|(?<=\w/)(?=\w)")


def _words(text: str) -> Iterator[tuple[str, bool]]:
    """Pieces that are not broken if it can be helped, each with whether a space stands before it."""
    # A no-break space is not a place to break, so `str.split()` without an argument would be wrong here.
    for word in text.split(" ") if text.isascii() else _SPACES.split(text):
        if not word:
            continue
        space = True
        for part in [word] if word.isalpha() else _AFTER.split(word):
            for piece in [part] if part.isascii() else _ideographs(part):
                yield piece, space
                space = False


def _ideographs(text: str) -> list[str]:
    """Broken between ideographs, save before closing signs and after opening ones."""
    pieces: list[str] = []
    for cluster in clusters(text):
        wide = unicodedata.east_asian_width(cluster[0]) in "WF"
        before = pieces[-1][-1] if pieces else ""
        joint = not before or before in _NO_END or cluster[0] in _NO_START or before in "\u200b\u2060\ufeff"
        if pieces and (joint or not (wide or unicodedata.east_asian_width(before) in "WF")):
            pieces[-1] += cluster
        else:
            pieces.append(cluster)
    return pieces


def clusters(text: str) -> list[str]:
    """Characters with what is drawn onto them: combining marks, emoji sequences."""
    found: list[str] = []
    for char in text:
        last = found[-1] if found else ""
        if last and (_onto(char) or last.endswith("\u200d") or (len(last) == 1 and _flag(last) and _flag(char))):
            found[-1] += char
        else:
            found.append(char)
    return found


def _onto(char: str) -> bool:
    """Whether a character is drawn onto the one before it. A zero-width space is not: it is a place to break."""
    if "\u1160" <= char <= "\u11ff" or "\U0001f3fb" <= char <= "\U0001f3ff":
        return True
    return char != "\u200b" and unicodedata.category(char) in ("Mn", "Me", "Mc", "Cf")


def _flag(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def _fitting(word: str, space: bool, size: float, room: float, bold: bool) -> Iterator[tuple[str, bool]]:
    """A word as it is, or broken inside where it is wider than the room."""
    if width(word, size, bold=bold) <= room:
        yield word, space
        return
    mark = SHY if word.isalpha() and unicodedata.category(word[0]) in ("Lu", "Ll") else ""
    most = max(room - (width("-", size, bold=bold) if mark else 0.0), size)
    whole = width(word, size, bold=bold)
    # Parts of about equal length, so that no single letter is left for the last line.
    most = min(most, whole / math.ceil(whole / most) + size / 2)
    part, used = "", 0.0
    for cluster in clusters(word):
        wide = width(cluster, size, bold=bold)
        if part and used + wide > most:
            yield part + mark, space
            part, used, space = "", 0.0, False
        part, used = part + cluster, used + wide
    yield part, space
