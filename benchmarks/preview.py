"""How soon a saved change is seen in the preview: from the end of the write to the new picture in the page's hands.

    python -m benchmarks.preview               # 11, 100 and 300 steps, 15 saves each

Printed are medians in milliseconds, and as multiples of what one drawing of the same text takes in one process (read,
understood, drawn as SVG), for milliseconds of one machine say nothing about another.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from statistics import median
from time import monotonic, sleep

from benchmarks import chain
from blueprint.api import parse
from tests.preview.running import Page, Running

TITLE = "Asks for part 0"
APART = 0.1  # seconds between two saves


def main() -> None:
    parser = argparse.ArgumentParser(description="From save to picture.")
    parser.add_argument("--steps", type=int, nargs="+", default=[11, 100, 300])
    parser.add_argument("--saves", type=int, default=15)
    arguments = parser.parse_args()
    print(f"medians of {arguments.saves} saves; in brackets: multiples of one drawing of the text in process")
    for steps in arguments.steps:
        text = chain.sound(steps)
        floor = median(_drawn(text, number) for number in range(5))
        saved, slowest, typed = _measured(text, arguments.saves)
        print(f"{steps} steps")
        for name, seconds in (("save to picture", saved), ("the slowest", slowest), ("keystroke to picture", typed)):
            print(f"    {name:22}{seconds * 1000:8.1f} ms  ({seconds / floor:.2f})", flush=True)
        print(f"    {'one drawing':22}{floor * 1000:8.1f} ms")


def _drawn(text: str, number: int) -> float:
    start = monotonic()
    parse(_changed(text, number)).render("svg", prefix="picture-", faces=False)
    return monotonic() - start


def _changed(text: str, number: int) -> str:
    return text.replace(TITLE, f"Asks for no {number}")


def _measured(text: str, saves: int) -> tuple[float, float, float]:
    """Median and slowest from save to picture, and the median from a keystroke to it, in seconds."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "chain.bp")
        file.write_text(text, "utf-8")
        with Running(file) as preview, preview.page() as page:
            page.drawn()
            page.hear("findings")
            took = [_save(page, file, _changed(text, number)) for number in range(saves)]
        with Running(file, "--edit") as preview, preview.page() as page:
            page.drawn()
            page.ask_language(1, "initialize", {"capabilities": {"textDocument": {"publishDiagnostics": {}}}})
            page.tell_language("initialized", {})
            document = {"uri": file.as_uri(), "languageId": "service-blueprint", "version": 0, "text": text}
            page.tell_language("textDocument/didOpen", {"textDocument": document})
            page.drawn()
            typed = [_type(page, file.as_uri(), text, 1 + number) for number in range(saves)]
    return median(took), max(took), median(typed)


def _save(page: Page, file: Path, text: str) -> float:
    beside = file.with_suffix(".part")
    beside.write_text(text, "utf-8")
    start = monotonic()
    beside.replace(file)
    page.drawn()
    took = monotonic() - start
    sleep(APART)
    return took


def _type(page: Page, uri: str, text: str, number: int) -> float:
    """One character, put before what it stands in front of."""
    line = next(at for at, each in enumerate(text.splitlines()) if TITLE in each)
    where = {"line": line, "character": text.splitlines()[line].index(TITLE)}
    change = {"range": {"start": where, "end": where}, "text": "x"}
    start = monotonic()
    page.tell_language(
        "textDocument/didChange", {"textDocument": {"uri": uri, "version": number}, "contentChanges": [change]}
    )
    page.drawn()
    took = monotonic() - start
    sleep(APART)
    return took


if __name__ == "__main__":
    main()
