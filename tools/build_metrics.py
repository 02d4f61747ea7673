"""Makes blueprint/layout/metrics.py from Noto Sans (needs the `fonts` extra).

    python tools/build_metrics.py /usr/share/fonts/truetype/noto

The table holds the advance width of every glyph that the font maps to a character, and of the signs that are shipped
beside it, so that text can be measured without reading a font. It must be made from the same release of the fonts as
the files that are embedded (tools/build_fonts.py).
"""

from __future__ import annotations

import sys
import textwrap
from itertools import groupby
from pathlib import Path

from fontTools.ttLib import TTFont

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from blueprint.render import fonts

TARGET = Path(__file__).resolve().parent.parent / "blueprint" / "layout" / "metrics.py"
FILES = {"REGULAR": "NotoSans-Regular.ttf", "BOLD": "NotoSans-Bold.ttf"}
SIGNS = {"math": "NotoSansMath-Regular.ttf", "symbols": "NotoSansSymbols2-Regular.ttf"}
HEAD = '''"""Advance widths of the shipped fonts in thousandths of the type size, by runs of code points.

Generated: see tools/build_metrics.py.
"""

'''


def advances(path: Path) -> dict[int, int]:
    font = TTFont(path)
    scale = 1000 / font["head"].unitsPerEm
    return {code: round(font["hmtx"][glyph][0] * scale) for code, glyph in font.getBestCmap().items()}


def table(folder: Path, file: str) -> str:
    widths = advances(folder / file)
    for block, name in SIGNS.items():
        signs = advances(folder / name)
        points = {c for low, high in fonts.SIGNS[block] for c in range(low, high + 1)}
        widths.update({code: signs[code] for code in points if code in signs})
    rows = []
    for _, run in groupby(enumerate(sorted(widths)), lambda pair: pair[1] - pair[0]):
        codes = [code for _, code in run]
        inner = ", ".join(str(widths[code]) for code in codes)
        rows.append(f"({codes[0]:#x}, ({inner},)),")
    return textwrap.fill(" ".join(rows), 116, initial_indent="    ", subsequent_indent="    ", break_on_hyphens=False)


def main(folder: Path) -> None:
    kind = "tuple[tuple[int, tuple[int, ...]], ...]"
    parts = [f"{name}: {kind} = (\n{table(folder, file)}\n)\n" for name, file in FILES.items()]
    TARGET.write_text(HEAD + "# fmt: off\n" + "\n".join(parts), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
