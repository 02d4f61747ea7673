"""Draws the pictures of the manual: a block after `<!-- picture: NAME -->` becomes docs/images/NAME.svg.

python -m tools.build_doc_pictures
"""

from __future__ import annotations

import re
from pathlib import Path

import blueprint

DOCS = Path(__file__).resolve().parent.parent / "docs"
IMAGES = DOCS / "images"
_MARKED = re.compile(r"^<!-- picture: (\S+) -->\n```bp\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def pictures() -> dict[str, str]:
    """Every picture of the manual by its name, as SVG."""
    return {
        name: blueprint.parse(text, f"{name}.bp").render("svg").decode("utf-8")
        for page in sorted(DOCS.glob("*.md"))
        for name, text in _MARKED.findall(page.read_text(encoding="utf-8"))
    }


def main() -> None:
    for name, drawn in pictures().items():
        (IMAGES / f"{name}.svg").write_text(drawn, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
