"""How long a whole run takes, from the start of the process to its end, as a multiple of a bare interpreter's start.

    python -m benchmarks.start                 # 30, 300 and 3,000 steps, the median of five runs
    python -m benchmarks.start --steps 30 300 --runs 3

The floor is measured in the same run on the same machine, so ratios can be compared where seconds cannot. Peers do the
same work (see `chain.py`) where they are installed; a line says which are not.
"""

from __future__ import annotations

import argparse
import compileall
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks import chain

ROOT = Path(__file__).resolve().parents[1]
LIMIT = 120.0  # seconds after which a run counts as none
Times = tuple[float, float]  # seconds of the command, seconds of the floor
Work = tuple[Callable[[int], str], list[str]]  # what writes the file, and the command that reads it
PEERS: dict[str, Work] = {
    "check, yamllint": (chain.yaml, ["yamllint", "-d", "relaxed", "IN.yaml"]),
    "check, sqlfluff": (chain.sql, ["sqlfluff", "lint", "--dialect", "ansi", "--nofail", "IN.sql"]),
    "check, D2": (chain.d2, ["d2", "validate", "IN.d2"]),
    "svg, D2 (dagre)": (chain.d2, ["d2", "--layout", "dagre", "IN.d2", "out.svg"]),
    "svg, D2 (ELK)": (chain.d2, ["d2", "--layout", "elk", "IN.d2", "out.svg"]),
    "svg, Mermaid": (chain.mermaid, ["mmdc", "-i", "IN.mmd", "-o", "out.svg"]),
    "svg, PlantUML": (chain.plantuml, ["plantuml", "-tsvg", "IN.puml"]),
}


def main() -> None:
    arguments = _arguments()
    compileall.compile_dir(ROOT / "blueprint", quiet=1)  # as an installer does; else each run may compile it anew
    with tempfile.TemporaryDirectory() as folder:
        # Without this, sqlfluff passes over what is larger than 20 kB and looks fast.
        Path(folder, ".sqlfluff").write_text("[sqlfluff]\nlarge_file_skip_byte_limit = 0\n", encoding="utf-8")
        print(
            f"multiples of a bare interpreter's start (seconds); medians of {arguments.runs}; none = over {LIMIT:.0f} s"
        )
        print(f"{'':24}" + "".join(f"{f'{steps:,} steps':>16}" for steps in arguments.steps))
        for name, (write, command) in {**_ours(folder), **PEERS}.items():
            if shutil.which(command[0]):
                times = (_on_file(command, write, steps, folder, arguments.runs) for steps in arguments.steps)
                print(f"{name:24}" + "".join(map(_cell, times)), flush=True)
            else:
                print(f"{name:24}  (skipped: `{command[0]}` is not installed)")
        _throughput(arguments.steps)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Whole-process times as multiples of a bare interpreter's start.")
    parser.add_argument("--steps", type=int, nargs="+", default=[30, 300, 3000])
    parser.add_argument("--runs", type=int, default=5)
    return parser.parse_args()


def _ours(folder: str) -> dict[str, Work]:
    command = [sys.executable, "-m", "blueprint"]
    render = [*command, "render", "IN.bp", "-o"]
    return {
        "help": (chain.blueprint, [*command, "--help"]),
        "check": (chain.blueprint, [*command, "check", "IN.bp"]),
        "svg": (chain.blueprint, [*render, os.path.join(folder, "out.svg")]),
        "png": (chain.blueprint, [*render, os.path.join(folder, "out.png")]),
    }


def _on_file(command: list[str], write: Callable[[int], str], steps: int, folder: str, runs: int) -> Times | None:
    """The times of the command with `IN.suffix` replaced by a file that holds the chain."""
    done = []
    for part in command:
        if part.startswith("IN."):
            part = os.path.join(folder, f"chain-{steps}{part[2:]}")
            Path(part).write_text(write(steps), encoding="utf-8")
        done.append(part)
    return _seconds(done, folder, runs)


def _seconds(command: Sequence[str], folder: str, runs: int) -> Times | None:
    """Median wall times of the whole process and of the floor; None when it fails or takes longer than the limit.

    The floor is measured beside every run, because a shared machine is not equally fast from one minute to the next.
    """
    times, floors = [], []
    for _ in range(runs):
        floor, time = _once([sys.executable, "-c", "pass"], folder), _once(command, folder)
        if floor is None or time is None:
            return None
        floors.append(floor)
        times.append(time)
        if time > LIMIT / 6:  # long enough to be exact
            break
    return median(times), median(floors)


def _once(command: Sequence[str], folder: str) -> float | None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    start = perf_counter()
    try:
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, timeout=LIMIT, check=False)
    except subprocess.TimeoutExpired:
        return None
    if done.returncode not in (0, 1):  # 1: findings
        sys.stderr.write(done.stderr.decode("utf-8", "replace"))
        return None
    return perf_counter() - start


def _cell(times: Times | None) -> str:
    return f"{'none':>16}" if times is None else f"{f'{times[0] / times[1]:.1f} ({times[0]:.2f} s)':>16}"


def _throughput(sizes: Sequence[int]) -> None:
    """Lines a second of the parser alone, in this process: first time and again."""
    sys.path.insert(0, str(ROOT))
    from blueprint.source import Source
    from blueprint.syntax import parse

    for steps in sizes:
        text = chain.blueprint(steps)
        lines = text.count("\n")
        rates = []
        for _ in range(3):
            start = perf_counter()
            parse(Source(text))
            rates.append(lines / (perf_counter() - start))
        print(f"parse {lines:,} lines: {rates[0]:,.0f} lines/s first, {max(rates[1:]):,.0f} again")


if __name__ == "__main__":
    main()
