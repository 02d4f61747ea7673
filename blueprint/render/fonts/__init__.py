"""The fonts that pictures carry: Noto Sans Regular and Bold, cut into blocks (see tools/build_fonts.py, OFL.txt)."""

from __future__ import annotations

import os

FAMILY = "Blueprint Sans"
FOLDER = os.path.dirname(__file__)
BLOCKS: dict[str, tuple[tuple[int, int], ...]] = {
    "basic": (
        (0x20, 0x7E), (0xA0, 0xA0), (0xB0, 0xB1), (0xB7, 0xB7), (0xD7, 0xD7), (0x2013, 0x2014), (0x2018, 0x2019),
        (0x201C, 0x201D), (0x2022, 0x2022), (0x2026, 0x2026), (0x20AC, 0x20AC), (0x2190, 0x2193), (0x2212, 0x2212),
    ),
    "latin": (
        (0xA1, 0xAF), (0xB2, 0xB6), (0xB8, 0xD6), (0xD8, 0xFF), (0x152, 0x153), (0x178, 0x178), (0x201A, 0x201A), (0x201E, 0x201E),
    ),
    "latin-more": (
        (0x100, 0x151), (0x154, 0x177), (0x179, 0x17F), (0x192, 0x192), (0x218, 0x21B), (0x1E9E, 0x1E9E),
        (0x2C6, 0x2DD),
    ),
    "signs": (
        (0x2000, 0x2012), (0x2015, 0x2017), (0x201B, 0x201B), (0x201F, 0x2021), (0x2027, 0x205E), (0x2070, 0x209F),
        (0x20A0, 0x20AB), (0x20AD, 0x20C0), (0x2100, 0x214F), (0x2194, 0x21FF), (0x2200, 0x2211), (0x2213, 0x22FF),
        (0x25CA, 0x25CA),
    ),
    "greek": ((0x370, 0x3FF), (0x1F00, 0x1FFF)),
    "cyrillic": ((0x400, 0x52F), (0x1C80, 0x1C88)),
    "vietnamese": ((0x1A0, 0x1A1), (0x1AF, 0x1B0), (0x300, 0x36F), (0x1E00, 0x1E9D), (0x1E9F, 0x1EFF)),
}  # fmt: skip

STACK = f'"{FAMILY}","Noto Sans","Segoe UI","Helvetica Neue",Arial,sans-serif'


def block_of(character: str) -> str:
    """The block that holds the character, or "" when no font that is shipped has it."""
    code = ord(character)
    for block, ranges in BLOCKS.items():
        for low, high in ranges:
            if low <= code <= high:
                return block
    return ""


def blocks_of(text: str) -> tuple[str, ...]:
    """The blocks that a text needs, in the order of the table."""
    found = {block_of(c) for c in set(text)}
    return tuple(b for b in BLOCKS if b in found)


def faces(plain: str, bold: str) -> str:
    """`@font-face` rules for the blocks that the plain and the bold text need, with the fonts inside."""
    return "".join(_face("regular", 400, b) for b in blocks_of(plain)) + "".join(
        _face("bold", 700, b) for b in blocks_of(bold)
    )


def _face(weight: str, number: int, block: str) -> str:
    from binascii import b2a_base64

    with open(os.path.join(FOLDER, f"sans-{weight}.{block}.woff2"), "rb") as file:
        data = b2a_base64(file.read(), newline=False).decode()
    ranges = ",".join(f"U+{low:X}-{high:X}" if low < high else f"U+{low:X}" for low, high in BLOCKS[block])
    return (
        f'@font-face{{font-family:"{FAMILY}";font-weight:{number};unicode-range:{ranges};'
        f"src:url(data:font/woff2;base64,{data})}}"
    )


def missing(text: str) -> str:
    """The characters, sorted, that no shipped font draws."""
    return "".join(sorted(c for c in set(text) if not block_of(c)))
