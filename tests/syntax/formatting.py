"""What must hold of every text that is formatted, and many texts to hold it against.

Run as a program it formats many (`python -m tests.syntax.formatting 2000`) and prints what it saw.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from collections.abc import Iterator

from blueprint.model import Resolved, resolve
from blueprint.source import Source
from blueprint.syntax import parse
from blueprint.syntax.format import Formatted, format_text
from blueprint.syntax.grammar import load
from blueprint.syntax.lexemes import scan
from tests.generate import generate
from tests.model.support import bare
from tests.whole.damage import damaged

FAULT = "fault of the formatter"


def hold(text: str, width: int = 100) -> Formatted:
    """Format a text and assert what must be so, by other means than the formatter's own proof where there are any."""
    source = Source(text, "a.bp")
    got = format_text(source, width)
    assert FAULT not in got.refusal, got.refusal
    if got.refusal:
        assert got.text == source.text
        return got
    assert got.changed == (got.text != source.text)
    again = format_text(Source(got.text, "a.bp"), width)
    assert again.text == got.text, "a second pass changes something"
    assert again.refusal == ""
    assert len(again.kept) == len(got.kept)
    assert _pieces(got.text, "COMMENT") == _pieces(source.text, "COMMENT")
    assert Counter(_pieces(got.text, "TEXT")) == Counter(_pieces(source.text, "TEXT"))
    assert not re.search(r"[ \t](?:\n|\r|$)", _without_kept(got, source)), "blanks at the end of a line"
    before, after = resolve(source), resolve(Source(got.text, "a.bp"))
    assert _errors(after) == _errors(before)
    if not parse(source).diagnostics:
        assert bare(after.blueprint) == bare(before.blueprint)
    return got


def _errors(resolved: Resolved) -> list[tuple[str, str]]:
    return sorted((each.name, each.message) for each in resolved.diagnostics)


def _pieces(text: str, kind: str) -> list[str]:
    """The comments or the quoted texts, indentation aside."""
    return [" ".join(piece.strip('"').split()) for each, piece, _, _ in scan(load(), text) if each == kind]


def _without_kept(got: Formatted, source: Source) -> str:
    text = got.text
    for span in got.kept:
        text = text.replace(source.slice(span), "kept", 1)
    return text


def _comment(text: str, rng: random.Random) -> str:
    """A comment at the end of some lines, above others, and in the comma lists."""
    lines: list[str] = []
    for number, line in enumerate(text.split("\n")):
        if rng.random() < 0.1:
            lines.append(" " * rng.randint(0, 9) + f"# above {number}")
        if rng.random() < 0.1:
            line += " " * rng.randint(0, 3) + f"# behind {number}"
        elif ", " in line and '"' not in line.split(", ", 1)[1] and rng.random() < 0.5:
            line = line.replace(", ", rng.choice((",\n", f", # within {number}\n", f",\n# {number}\n  # more\n")), 1)
        lines.append(line)
    return "\n".join(lines)


def _lines(text: str, rng: random.Random) -> str:
    """Blank lines, braces on lines of their own, statements that share a line, indentation of any kind."""
    pieces: list[str] = []
    for line in text.split("\n"):
        pieces.append(re.sub(r"^ *", lambda found: rng.choice((found[0], "", "\t", " " * 11)), line))
        ends = "#" in line or line.endswith((",", '"""')) or not line
        pieces.append(rng.choice((";", " ; ", "\n")) if not ends and rng.random() < 0.2 else "\n")
        pieces.append("\n" * rng.randint(1, 3) if rng.random() < 0.1 else "")
    return "".join(pieces)


def _joined(text: str, rng: random.Random) -> str:
    """Small blocks on one line."""
    return re.sub(
        r"\{\n((?:[^{}#\n]*\n){1,4}) *\}",
        lambda found: "{ " + "; ".join(found[1].split("\n")[:-1]) + " }" if rng.random() < 0.5 else found[0],
        text,
    )


def disordered(seed: int) -> str:
    """A sound blueprint, written as no formatter would."""
    rng = random.Random(seed)
    text = generate(seed, 3 + seed % 18)
    for change in (_joined, _comment, _lines):
        if rng.random() < 0.8:
            text = change(text, rng)
    return text.replace("\n", rng.choice(("\n", "\n", "\r\n", "\r")))


def _main(count: int) -> Iterator[str]:
    failures, outcome = 0, Counter[str]()
    for seed in range(count):
        text = disordered(seed) if seed % 2 else damaged(seed)[1]
        try:
            got = hold(text, (100, 40, 72, 10)[seed // 2 % 4])
        except Exception as error:
            failures += 1
            yield f"seed {seed}: {type(error).__name__}: {str(error)[:300]}"
            continue
        outcome["left alone" if got.refusal else "formatted, lines with errors kept" if got.kept else "formatted"] += 1
    yield f"{count} texts, half of them damaged: {failures} failures; {dict(sorted(outcome.items()))}"


if __name__ == "__main__":
    for said in _main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000):
        sys.stdout.write(said + "\n")
