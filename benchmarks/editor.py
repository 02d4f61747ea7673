"""How soon the language server answers, through a client of its own that speaks JSON-RPC.

    python -m benchmarks.editor                # 100, 1,000 and 10,000 lines, 15 keystrokes each

Of a long text the syntax is told before the rest is checked: the first line is what a person sees first, the third how
long everything takes. Printed are medians in milliseconds, and as multiples of what a whole check of the same text
takes inside one process, for milliseconds of one machine say nothing about another. The pause after the last keystroke
is left out (the client asks for none), but not for completion and the burst, which are timed as a person has them.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from statistics import median
from time import monotonic

from benchmarks import chain
from blueprint.api import parse
from tests.lsp.wire import Client, Message, codes

CAPABILITIES: Message = {
    "general": {"positionEncodings": ["utf-16"]},
    "textDocument": {"publishDiagnostics": {"versionSupport": True, "relatedInformation": True}},
}
TITLE = "Asks for part"  # what is typed into, in the step in the middle
PER_STEP = 7.21  # lines of the chain for each step


def main() -> None:
    arguments = _arguments()
    print(f"medians of {arguments.keys} keystrokes; in brackets: multiples of one check of the text in process")
    print(f"{'':34}" + "".join(f"{f'{lines:,} lines':>18}" for lines in arguments.lines))
    rows: dict[str, list[str]] = {}
    for lines in arguments.lines:
        text = chain.blueprint(round(lines / PER_STEP))
        floor = median(_checked(text) for _ in range(3))
        for name, seconds in _measured(text, arguments.keys):
            shown = f"{seconds * 1000:.1f} ms ({seconds / floor:.2f})" if seconds >= 0 else f"{-seconds:.0f}"
            rows.setdefault(name, []).append(shown)
        rows.setdefault("one check in process", []).append(f"{floor * 1000:.1f} ms")
    for name, cells in rows.items():
        print(f"{name:34}" + "".join(f"{cell:>18}" for cell in cells), flush=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Latencies of the language server.")
    parser.add_argument("--lines", type=int, nargs="+", default=[100, 1000, 10_000])
    parser.add_argument("--keys", type=int, default=15)
    return parser.parse_args()


def _checked(text: str) -> float:
    start = monotonic()
    parse(text).check()
    return monotonic() - start


def _measured(text: str, keys: int) -> list[tuple[str, float]]:
    """What each thing took, in seconds; counts are negative."""
    with tempfile.TemporaryDirectory() as folder:
        uri = Path(folder, "chain.bp").as_uri()
        with Client(CAPABILITIES, folder, options={"delay": 0}) as client:
            start = monotonic()
            client.open(uri, text)
            opened = client.published(uri, 1)["at"] - start
            typing = [_key(client, uri, text, 2 + n) for n in range(keys)]
            checked = [_misspelt(client, uri, text, 50 + 2 * n) for n in range(3)]
        with Client(CAPABILITIES, folder) as client:
            client.open(uri, text)
            client.published(uri, 1)
            asked = [_completed(client, uri, text, 100 + n) for n in range(keys)]
        with Client(CAPABILITIES, folder) as client:
            client.open(uri, text)
            client.published(uri, 1)
            burst, published = _burst(client, uri, text)
    return [
        ("open to diagnostics", opened), ("keystroke to diagnostics", median(typing)),
        ("keystroke, the slowest", max(typing)),
        ("keystroke to all that is wrong", median(checked)), ("keystroke and completion", median(asked)),
        ("burst of 30 keystrokes, settled", burst), ("burst: reports", -published),
    ]  # fmt: skip


def _place(text: str) -> tuple[int, int]:
    """A line and column inside the title of a step in the middle."""
    at = text.index(TITLE, len(text) // 2) + len(TITLE)
    line = text.count("\n", 0, at)
    return line, at - text.rindex("\n", 0, at) - 1


def _key(client: Client, uri: str, text: str, version: int) -> float:
    place = _place(text)
    start = monotonic()
    client.change(uri, version, (place, place, "x"))
    return float(client.published(uri, version)["at"]) - start


def _misspelt(client: Client, uri: str, text: str, version: int) -> float:
    """A letter too many in a name, until what that makes wrong is told; then it is taken away again."""
    at = text.index("by clerk", len(text) // 2) + len("by clerk")
    line, column = text.count("\n", 0, at), at - text.rindex("\n", 0, at) - 1
    start = monotonic()
    client.change(uri, version, ((line, column), (line, column), "x"))
    while "unknown-reference" not in codes(report := client.published(uri, version)):
        pass
    took = float(report["at"]) - start
    client.change(uri, version + 1, ((line, column), (line, column + 1), ""))
    client.quiet(2 * took)  # until the mended text has been checked as well
    return took


def _completed(client: Client, uri: str, text: str, version: int) -> float:
    """A letter is typed and names are asked for at once, as editors do."""
    line, _ = _place(text)
    column = 6
    start = monotonic()
    client.change(uri, version, ((line, column), (line, column), "c"))
    place = {"line": line, "character": column + 1}
    number = client.ask("textDocument/completion", {"textDocument": {"uri": uri}, "position": place})
    client.answer(number)
    took = monotonic() - start
    client.published(uri, version)
    return took


def _burst(client: Client, uri: str, text: str) -> tuple[float, int]:
    """How long 30 keystrokes without a pause take to settle, and how many reports came of them."""
    place = _place(text)
    start = monotonic()
    for number in range(30):
        client.change(uri, 200 + number, (place, place, "x"))
    settled = float(client.published(uri, 229)["at"]) - start
    rest = [each for each in client.quiet(0.5) if each.get("method") == "textDocument/publishDiagnostics"]
    return settled, 1 + len(rest)


if __name__ == "__main__":
    main()
