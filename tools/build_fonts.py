"""Makes the font files under blueprint/render/fonts from Noto Sans (needs the `fonts` extra).

    python tools/build_fonts.py /usr/share/fonts/truetype/noto

Two kinds of files, both without hinting, so that all machines draw the same outlines:

- `sans-<weight>.<block>.woff2`: one per block of `BLOCKS`, embedded into SVG when a text uses the block;
- `sans-<weight>.ttf`: all blocks in one file, given to the engines that draw PNG and PDF, which read no WOFF2.

The output is the same bytes for the same input fonts and the same versions of fontTools and Brotli. After a run, commit the files.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from blueprint.render.fonts import BLOCKS, FAMILY, FOLDER  # noqa: E402

WEIGHTS = {"regular": "NotoSans-Regular.ttf", "bold": "NotoSans-Bold.ttf"}
# `kern` and ligatures are left out on purpose: boxes are measured by plain advance widths, so text drawn with plain
# advance widths fits exactly, in every program. Marks keep their anchors.
FEATURES = ["ccmp", "mark", "mkmk", "locl"]


def subset(source: Path, codepoints: set[int], weight: str, target: Path, flavor: str | None) -> None:
    options = Options()
    options.hinting = False
    options.layout_features = FEATURES
    options.name_IDs = [0, 1, 2, 4, 6, 13, 14]
    options.notdef_outline = True
    options.glyph_names = False
    options.drop_tables += ["DSIG"]
    font = TTFont(source, recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codepoints)
    subsetter.subset(font)
    style = weight.capitalize()
    # The reserved-name rule of the OFL is not used by Noto; the family still gets its own name, so that it never
    # mixes with a full Noto Sans that the reader's machine may have.
    for record, text in {1: FAMILY, 2: style, 4: f"{FAMILY} {style}", 6: f"{FAMILY.replace(' ', '')}-{style}"}.items():
        font["name"].setName(text, record, 3, 1, 0x409)
    font.flavor = flavor
    font.save(target)


def main(folder: Path) -> None:
    for weight, name in WEIGHTS.items():
        everything: set[int] = set()
        for block, ranges in BLOCKS.items():
            points = {c for low, high in ranges for c in range(low, high + 1)}
            everything |= points
            subset(folder / name, points, weight, Path(FOLDER) / f"sans-{weight}.{block}.woff2", "woff2")
        subset(folder / name, everything, weight, Path(FOLDER) / f"sans-{weight}.ttf", None)
    for path in sorted(Path(FOLDER).iterdir()):
        print(path.stat().st_size, path.name)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
