"""Damaged copies of the examples: what editors, merges and slips of the finger do to a file.

Run as a program it damages many (`python -m tests.whole.damage 5000`) and prints what it saw.
"""

from __future__ import annotations

import gc
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import blueprint

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.bp"))
TOKENS = (
    '"',
    '"""',
    "{",
    "}",
    ";",
    ",",
    "->",
    "~>",
    "#",
    "..",
    "±",
    "%",
    "step",
    "phase",
    "when",
    "by",
    "\n",
    "\u2028",
    "\x00",
    "😀",
    "12",
    "4min",
)


def damaged(seed: int) -> tuple[str, str]:
    """The name of an example and a copy of its text, damaged in one to four places."""
    rng = random.Random(seed)
    path = rng.choice(EXAMPLES)
    text = path.read_text("utf-8")
    for _ in range(rng.randint(1, 4)):
        text = rng.choice(DAMAGES)(text, rng)
    return path.name, text


def _cut_out(text: str, rng: random.Random) -> str:
    at = rng.randrange(len(text) + 1)
    return text[:at] + text[at + rng.choice((1, 1, 2, 5, 40, 400)) :]


def _put_in(text: str, rng: random.Random) -> str:
    at = rng.randrange(len(text) + 1)
    return text[:at] + rng.choice(TOKENS) * rng.choice((1, 1, 1, 3, 60)) + text[at:]


def _cut_off(text: str, rng: random.Random) -> str:
    return text[: rng.randrange(len(text) + 1)]


def _repeat_lines(text: str, rng: random.Random) -> str:
    lines = text.splitlines(keepends=True) or [""]
    at = rng.randrange(len(lines))
    piece = lines[at : at + rng.randint(1, 12)]
    where = rng.randrange(len(lines) + 1)
    return "".join([*lines[:where], *piece, *lines[where:]])


def _swap_lines(text: str, rng: random.Random) -> str:
    lines = text.splitlines(keepends=True) or [""]
    a, b = rng.randrange(len(lines)), rng.randrange(len(lines))
    lines[a], lines[b] = lines[b], lines[a]
    return "".join(lines)


def _misspell(text: str, rng: random.Random) -> str:
    if len(text) < 2:
        return text
    at = rng.randrange(len(text) - 1)
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


DAMAGES = (_cut_out, _cut_out, _put_in, _put_in, _cut_off, _repeat_lines, _swap_lines, _misspell)


def live_through(text: str, name: str, *, draw: bool) -> float:
    """Processor seconds from text to findings (and a picture): it may find anything, but must not raise."""
    started = time.process_time()
    document = blueprint.parse(text, name)
    findings = document.check()
    for finding in findings:
        assert 0 <= finding.span.start <= finding.span.end <= len(document.sources[finding.span.file].text)
        assert finding.message.strip()
    if draw and document.model is not None and not document.model.library:
        document.render("svg")
    return time.process_time() - started


def _main(count: int) -> Iterator[str]:
    slowest, failures = (0.0, -1), 0
    gc.disable()  # else one file is charged with collecting what hundreds before it left
    for seed in range(count):
        if seed % 100 == 0:
            gc.collect()
        name, text = damaged(seed)
        try:
            took = live_through(text, name, draw=seed % 10 == 0)
        except Exception as error:
            failures += 1
            yield f"seed {seed} ({name}): {type(error).__name__}: {error}"
            continue
        slowest = max(slowest, (took, seed))
    yield f"{count} damaged files: {failures} exceptions, slowest {slowest[0]:.2f} s (seed {slowest[1]})"


if __name__ == "__main__":
    for line in _main(int(sys.argv[1]) if len(sys.argv) > 1 else 5000):
        sys.stdout.write(line + "\n")
