"""The fonts that pictures carry: Noto Sans in blocks, a few signs of Noto Sans Math and Symbols (see
tools/build_fonts.py, OFL.txt)."""

from __future__ import annotations

import os
from unicodedata import combining

FAMILY = "Blueprint Sans"
FOLDER = os.path.dirname(__file__)
STACK = f"'{FAMILY}','Noto Sans','Segoe UI','Helvetica Neue',Arial,sans-serif"

Ranges = tuple[tuple[int, int], ...]
# Each block is a file of its own in a regular and a bold weight.
BLOCKS: dict[str, Ranges] = {
    "basic": (
        (0x20, 0x7E), (0xA0, 0xA0), (0xB0, 0xB1), (0xB7, 0xB7), (0xD7, 0xD7), (0x2009, 0x2009), (0x2011, 0x2011),
        (0x2013, 0x2014), (0x2018, 0x2019), (0x201C, 0x201D), (0x2022, 0x2022), (0x2026, 0x2026), (0x202F, 0x202F),
        (0x20AC, 0x20AC),
    ),
    "latin": (
        (0xA1, 0xAF), (0xB2, 0xB6), (0xB8, 0xD6), (0xD8, 0xFF), (0x152, 0x153), (0x178, 0x178), (0x201A, 0x201A),
        (0x201E, 0x201E), (0x2030, 0x2030), (0x2039, 0x203A), (0x2122, 0x2122),
    ),
    "latin-more": (
        (0x100, 0x151), (0x154, 0x177), (0x179, 0x17F), (0x192, 0x192), (0x218, 0x21B), (0x1E9E, 0x1E9E),
        (0x2C6, 0x2DD),
    ),
    "signs": (
        (0x2000, 0x2008), (0x200A, 0x2010), (0x2012, 0x2012), (0x2015, 0x2017), (0x201B, 0x201B), (0x201F, 0x2021),
        (0x2027, 0x202E), (0x2031, 0x2038), (0x203B, 0x205E), (0x2070, 0x2071), (0x2074, 0x208E), (0x2090, 0x209C),
        (0x20A0, 0x20AB), (0x20AD, 0x20BF), (0x2100, 0x2121), (0x2123, 0x214F),
    ),
    "greek": ((0x370, 0x3E1), (0x3F0, 0x3FF), (0x1F00, 0x1FFF)),
    "cyrillic": ((0x400, 0x52F), (0x1C80, 0x1C88)),
    "vietnamese": ((0x1A0, 0x1A1), (0x1AF, 0x1B0), (0x300, 0x36F), (0x1E00, 0x1E9D), (0x1E9F, 0x1EFF)),
}  # fmt: skip
# These have one weight, used for bold text too.
SIGNS: dict[str, Ranges] = {
    "math": (
        (0x2190, 0x2199), (0x21A9, 0x21AA), (0x21B0, 0x21B5), (0x21BA, 0x21BB), (0x21D0, 0x21D5), (0x2200, 0x2200),
        (0x2202, 0x2203), (0x2205, 0x2206), (0x2208, 0x2209), (0x220F, 0x220F), (0x2211, 0x2213), (0x2215, 0x221A),
        (0x221D, 0x221E), (0x2227, 0x222B), (0x2248, 0x2248), (0x2260, 0x2261), (0x2264, 0x2265), (0x2282, 0x2287),
        (0x27F2, 0x27F3),
    ),
    "symbols": (
        (0x23F1, 0x23F3), (0x25A0, 0x25A1), (0x25B2, 0x25B3), (0x25B6, 0x25B7), (0x25BA, 0x25BA), (0x25BC, 0x25BD),
        (0x25C0, 0x25C1), (0x25C4, 0x25C4), (0x25C6, 0x25C7), (0x25CB, 0x25CB), (0x25CF, 0x25CF), (0x2605, 0x2606),
        (0x2610, 0x2612), (0x2660, 0x2666), (0x26A0, 0x26A1), (0x260E, 0x260E), (0x2708, 0x2709), (0x2713, 0x2718),
        (0x2764, 0x2764), (0x2794, 0x2794), (0x279C, 0x279C), (0x27A4, 0x27A4),
    ),
}  # fmt: skip
# What needs no glyph: line ends, joiners, marks of direction, variation selectors.
SILENT: Ranges = (
    (0x00, 0x1F), (0x7F, 0x9F), (0x200B, 0x200F), (0x2028, 0x202E), (0x2060, 0x206F), (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF), (0xE0000, 0xE01EF), (0xD800, 0xDFFF),
)  # fmt: skip
JOINER = "\u200d"
# A private character that only the TrueType files have, without width or ink. An engine that looks for one font that
# has all of a line never finds it, and so keeps ours for what ours has.
ANCHOR = "\uf8d5"
TRUETYPE = ("sans-regular.ttf", "sans-bold.ttf", "signs-math.ttf", "signs-symbols.ttf")
# The files that pages link to, with the weights and the block of each.
WOFFS = {
    **{f"sans-{name}.{block}.woff2": (weight, block) for name, weight in (("regular", "400"), ("bold", "700"))
       for block in BLOCKS},
    **{f"signs.{block}.woff2": ("1 999", block) for block in SIGNS},
}  # fmt: skip
SIGN_FAMILIES = {"math": "Blueprint Math", "symbols": "Blueprint Symbols"}
# Families of common machines for writing that is not shipped: Noto first, then Windows, then macOS.
FOREIGN: tuple[tuple[Ranges, tuple[str, ...]], ...] = (
    (((0x590, 0x5FF), (0xFB1D, 0xFB4F)), ("Noto Sans Hebrew", "Segoe UI", "Arial Hebrew", "DejaVu Sans")),
    (((0x600, 0x8FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFC)), ("Noto Sans Arabic", "Segoe UI", "DejaVu Sans")),
    (((0x900, 0x97F),), ("Noto Sans Devanagari", "Nirmala UI", "Kohinoor Devanagari")),
    (((0xE00, 0xE7F),), ("Noto Sans Thai", "Leelawadee UI", "Thonburi")),
    (((0x1100, 0x11FF), (0x3130, 0x318F), (0xAC00, 0xD7AF)),
     ("Noto Sans CJK KR", "Malgun Gothic", "Apple SD Gothic Neo")),
    (((0x3040, 0x30FF), (0x31F0, 0x31FF)), ("Noto Sans CJK JP", "Yu Gothic", "Hiragino Sans")),
    (((0x2E80, 0xA4CF), (0xF900, 0xFAFF), (0xFE30, 0xFE4F), (0xFF00, 0xFFEF), (0x20000, 0x323AF)),
     ("Noto Sans CJK SC", "Noto Sans CJK JP", "Microsoft YaHei", "Yu Gothic", "PingFang SC", "Hiragino Sans")),
    (((0x1F000, 0x1FAFF), (0x200D, 0x200D), (0xFE0F, 0xFE0F)),
     ("Noto Color Emoji", "Segoe UI Emoji", "Apple Color Emoji", "Noto Emoji", "DejaVu Sans", "Noto Sans Symbols2")),
    (((0x2000, 0x2BFF),), ("Noto Sans Symbols", "Noto Sans Symbols2", "Segoe UI Symbol", "DejaVu Sans")),
)  # fmt: skip


def families(character: str) -> tuple[str, ...]:
    """The families, best first, that may draw this character."""
    block = block_of(character)
    if block:
        return (SIGN_FAMILIES[block],) if block in SIGNS else (FAMILY,)
    code = ord(character)
    for ranges, names in FOREIGN:
        if within(code, ranges):
            return names
    return ("Noto Sans", "DejaVu Sans")


def runs(text: str) -> list[tuple[tuple[str, ...], str]]:
    """The text cut into stretches that one family can draw; marks, joiners and what they join stay together."""
    found: list[tuple[tuple[str, ...], str]] = []
    for character in text:
        joined = found and (found[-1][1][-1] == JOINER or within(ord(character), SILENT) or combining(character))
        names = found[-1][0] if joined else families(character)
        if found and found[-1][0] == names:
            found[-1] = (names, found[-1][1] + character)
        else:
            found.append((names, character))
    return found


def within(code: int, ranges: Ranges) -> bool:
    return any(low <= code <= high for low, high in ranges)


def block_of(character: str) -> str:
    """The block that holds the character, or "" when no font that is shipped has it."""
    code = ord(character)
    for table in (BLOCKS, SIGNS):
        for block, ranges in table.items():
            if within(code, ranges):
                return block
    return ""


def missing(text: str) -> str:
    """The characters, sorted, that need a glyph and find none in the fonts that are shipped."""
    return "".join(sorted(c for c in set(text) if not block_of(c) and not within(ord(c), SILENT)))


def faces(plain: str, bold: str) -> str:
    """`@font-face` rules, with the fonts inside, for the blocks that the plain and the bold text need."""
    wanted = (
        [("sans-regular", "400", b) for b in _needed(plain, BLOCKS)]
        + [("sans-bold", "700", b) for b in _needed(bold, BLOCKS)]
        + [("signs", "1 999", b) for b in _needed(plain + bold, SIGNS)]
    )
    return "".join(_rule(_inside(f"{stem}.{block}.woff2"), weight, block) for stem, weight, block in wanted)


def linked() -> str:
    """The rules for all blocks, each font a file of `WOFFS` beside the style sheet: a page loads those it needs."""
    return "".join(_rule(name, weight, block) for name, (weight, block) in WOFFS.items())


def files() -> list[str]:
    """Paths of the TrueType files, for the engines that draw PNG and PDF. Raises OSError when one is missing."""
    paths = [os.path.join(FOLDER, name) for name in TRUETYPE]
    for path in paths:
        os.stat(path)
    return paths


def _needed(text: str, table: dict[str, Ranges]) -> list[str]:
    found = {block_of(c) for c in set(text)}
    return [b for b in table if b in found]


def _inside(name: str) -> str:
    """A font file as an address that holds it."""
    from binascii import b2a_base64

    with open(os.path.join(FOLDER, name), "rb") as file:
        return "data:font/woff2;base64," + b2a_base64(file.read(), newline=False).decode()


def _rule(address: str, weight: str, block: str) -> str:
    ranges = BLOCKS.get(block) or SIGNS[block]
    spans = ",".join(f"U+{low:X}-{high:X}" if low < high else f"U+{low:X}" for low, high in ranges)
    return f'@font-face{{font-family:"{FAMILY}";font-weight:{weight};unicode-range:{spans};src:url({address})}}'
