"""Writes every highlighter out of the grammar and the vocabulary: run it after either has changed.

python -m tools.build_highlighters
"""

from __future__ import annotations

from pathlib import Path

from tools.highlight import pygments
from tools.highlight.machine import machine

ROOT = Path(__file__).resolve().parent.parent


def files() -> dict[str, str]:
    """Every generated file by its path from the root of the project."""
    made = machine()
    return {"blueprint/highlighting/table.py": pygments.module(made)}


def main() -> None:
    for name, text in files().items():
        path = ROOT / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
