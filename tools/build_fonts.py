"""Makes the font files under blueprint/render/fonts from Noto Sans (needs the `fonts` extra).

    python tools/build_fonts.py /usr/share/fonts/truetype/noto

Two kinds of files, both without hinting, so that all machines draw the same outlines:

- `sans-<weight>.<block>.woff2`, `signs.<block>.woff2`: embedded into SVG when a text uses the block;
- `sans-<weight>.ttf`, `signs-<block>.ttf`: given to the engines that draw PNG and PDF, which read no WOFF2.

The output is the same bytes for the same input fonts and the same versions of fontTools and Brotli. After a run,
commit the files.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from blueprint.render import fonts

TARGET = Path(fonts.FOLDER)
WEIGHTS = {"regular": "NotoSans-Regular.ttf", "bold": "NotoSans-Bold.ttf"}
SIGNS = {"math": "NotoSansMath-Regular.ttf", "symbols": "NotoSansSymbols2-Regular.ttf"}
# `kern` and ligatures are left out on purpose: boxes are measured by plain advance widths, so text drawn with plain
# advance widths fits exactly, in every program. Marks keep their anchors.
FEATURES = ["ccmp", "mark", "mkmk", "locl"]


def codepoints(*tables: fonts.Ranges) -> set[int]:
    return {c for ranges in tables for low, high in ranges for c in range(low, high + 1)}


def subset(source: Path, points: set[int], names: tuple[str, str], target: str) -> None:
    options = Options()
    options.hinting = False
    options.layout_features = FEATURES
    options.name_IDs = [0, 1, 2, 4, 6, 13, 14]
    options.notdef_outline = True
    options.glyph_names = False
    options.drop_tables += ["DSIG", "MATH"]
    font = TTFont(source, recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=points)
    subsetter.subset(font)
    # A family name of our own, so that it never mixes with a whole Noto Sans that the reader's machine may have.
    family, style = names
    for record, text in {1: family, 2: style, 4: f"{family} {style}", 6: f"{family.replace(' ', '')}-{style}"}.items():
        font["name"].setName(text, record, 3, 1, 0x409)
    if target.startswith("sans") and target.endswith(".ttf"):
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[ord(fonts.ANCHOR)] = table.cmap[0x200B]  # an empty glyph without width
    font.flavor = "woff2" if target.endswith("2") else None
    font.save(TARGET / target)


def main(folder: Path) -> None:
    for weight, name in WEIGHTS.items():
        names = (fonts.FAMILY, weight.capitalize())
        for block, ranges in fonts.BLOCKS.items():
            subset(folder / name, codepoints(ranges), names, f"sans-{weight}.{block}.woff2")
        subset(folder / name, codepoints(*fonts.BLOCKS.values()), names, f"sans-{weight}.ttf")
    for block, name in SIGNS.items():
        names = (fonts.SIGN_FAMILIES[block], "Regular")
        for target in (f"signs.{block}.woff2", f"signs-{block}.ttf"):
            subset(folder / name, codepoints(fonts.SIGNS[block]), names, target)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
