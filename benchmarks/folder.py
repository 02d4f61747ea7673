"""How long it takes to check a folder of many files, as a multiple of a bare interpreter's start.

    python -m benchmarks.folder                        # 1,000 files of 40 steps, the median of three runs
    python -m benchmarks.folder --files 100 --runs 5 --only blueprint sqlfluff

Measured are a check without any cache, the first with one that is empty, one in which nothing has changed since, and
one in which one file has. Peers check as many files of as many bytes in their languages (see `chain.py`), those that
have a cache in the same four ways. A line says which are not installed; they are found on the path, so an environment
of theirs, outside of this checkout, goes there.
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
LIMIT = 900.0  # seconds after which a run counts as none
WAYS = ("without a cache", "first", "nothing changed", "one changed")
Row = dict[str, tuple[float, float]]  # by way: seconds of the command, of the floor beside it


class Tool:
    """A linter, the files it reads, and how it is told where its cache is and that it should use none."""

    def __init__(
        self, name: str, command: Sequence[str], suffix: str, write: Callable[[int], str],
        *, cache: Sequence[str] = (), without: Sequence[str] = (), comment: str = "#",
    ) -> None:  # fmt: skip
        self.name, self.command, self.suffix, self.write = name, list(command), suffix, write
        self.cache, self.without, self.comment = list(cache), list(without), comment


OURS = (sys.executable, "-m", "blueprint", "check")
TOOLS = (
    Tool("blueprint check", (*OURS, "FOLDER"), "bp", chain.sound, cache=["CACHE"], without=["--no-cache"]),
    Tool("the same in one process", (*OURS, "--workers", "1", "FOLDER"), "bp", chain.sound,
         cache=["CACHE"], without=["--no-cache"]),
    Tool("ruff check", ("ruff", "check", "-q", "--isolated", "FOLDER"), "py", chain.python,
         cache=["--cache-dir", "CACHE"], without=["--no-cache"]),
    Tool("yamllint", ("yamllint", "-d", "relaxed", "FOLDER"), "yaml", chain.yaml),
    Tool("sqlfluff lint", ("sqlfluff", "lint", "--dialect", "ansi", "--nofail", "--disable-progress-bar",
                           "--processes", "0", "FOLDER"), "sql", chain.sql),
    Tool("bpmnlint", ("bpmnlint", "FOLDER/*.bpmn"), "bpmn", chain.bpmn),
)  # fmt: skip


def main() -> None:
    arguments = _arguments()
    compileall.compile_dir(ROOT / "blueprint", quiet=1)  # as an installer does; else each run may compile it anew
    print(f"{arguments.files:,} files of {arguments.steps} steps: multiples of a bare interpreter's start (seconds);")
    print(f"medians of {arguments.runs}; none = over {LIMIT:.0f} s; - = the tool has no cache")
    print(f"{'':26}" + "".join(f"{way:>20}" for way in WAYS))
    for tool in (each for each in TOOLS if each.name.startswith(tuple(arguments.only))):
        if not shutil.which(tool.command[0]):
            print(f"{tool.name:26}  (skipped: `{tool.command[0]}` is not installed)")
            continue
        with tempfile.TemporaryDirectory() as place:
            row = _row(tool, Path(place), arguments)
        print(f"{tool.name:26}" + "".join(_cell(row, way) for way in WAYS), flush=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Checks of a whole folder as multiples of a bare interpreter's start.")
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--steps", type=int, default=40)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--only", nargs="+", default=[""], metavar="TOOL", help="beginnings of the names of tools")
    return parser.parse_args()


def _row(tool: Tool, place: Path, arguments: argparse.Namespace) -> Row:
    folder, cache = place / "files", place / "cache"
    text = tool.write(arguments.steps)
    text = tool.write(round(arguments.steps * len(chain.sound(arguments.steps)) / len(text)))
    folder.mkdir()
    for number in range(arguments.files):
        (folder / f"file-{number:04}.{tool.suffix}").write_text(text.replace("Chain", f"Chain {number}"), "utf-8")
    # Found in the folder a command runs in. A picture is not what is looked at; sqlfluff passes over large files.
    (place / ".bpmnlintrc").write_text('{"extends": "bpmnlint:recommended", "rules": {"no-bpmndi": "off"}}', "utf-8")
    (place / ".sqlfluff").write_text("[sqlfluff]\nlarge_file_skip_byte_limit = 0\n", encoding="utf-8")

    def measured(more: Sequence[str], before: Callable[[int], object]) -> tuple[float, float] | None:
        return _seconds(_filled([*tool.command, *more], folder, cache), place, cache, before, arguments.runs)

    def change(run: int) -> None:
        with (folder / f"file-0000.{tool.suffix}").open("a", encoding="utf-8") as file:
            file.write(f"{tool.comment} {run}\n")

    measures = {WAYS[0]: measured(tool.without, lambda _: None)}
    if tool.cache:
        asked = [] if tool.cache == ["CACHE"] else tool.cache
        measures[WAYS[1]] = measured(asked, lambda _: shutil.rmtree(cache, ignore_errors=True))
        measures[WAYS[2]] = measured(asked, lambda _: None)
        measures[WAYS[3]] = measured(asked, change)
    return {way: times for way, times in measures.items() if times}


def _filled(command: Sequence[str], folder: Path, cache: Path) -> list[str]:
    return [part.replace("FOLDER", folder.name).replace("CACHE", os.fspath(cache)) for part in command]


def _seconds(
    command: list[str], place: Path, cache: Path, before: Callable[[int], object], runs: int
) -> tuple[float, float] | None:
    """Median wall times of the whole command and of the floor, which is measured beside every run, for a shared machine
    is not equally fast from one minute to the next; None when it fails or takes longer than the limit."""
    environment = {**os.environ, "PYTHONPATH": os.fspath(ROOT), "BLUEPRINT_CACHE_DIR": os.fspath(cache)}
    times, floors = [], []
    for run in range(runs):
        before(run)
        floors.append(median(_once([sys.executable, "-c", "pass"], place, environment) or 0.0 for _ in range(5)))
        time = _once(command, place, environment)
        if time is None:
            return None
        times.append(time)
        if time > LIMIT / 15:  # long enough to be exact
            break
    return median(times), median(floors)


def _once(command: list[str], place: Path, environment: dict[str, str]) -> float | None:
    start = perf_counter()
    try:
        done = subprocess.run(command, cwd=place, env=environment, capture_output=True, timeout=LIMIT, check=False)
    except subprocess.TimeoutExpired:
        return None
    if done.returncode not in (0, 1):  # 1: findings
        sys.stderr.write(done.stderr.decode("utf-8", "replace")[-2000:])
        return None
    return perf_counter() - start


def _cell(row: Row, way: str) -> str:
    if way not in row:
        return f"{'none' if way == WAYS[0] else '-':>20}"
    time, floor = row[way]
    return f"{f'{time / floor:,.1f} ({time:.2f} s)':>20}"


if __name__ == "__main__":
    main()
