"""The port to Graphviz: find an engine, run it within a time limit, check what it says and what it gives.

There are two engines: the one that the extra `graphviz` embeds (a fixed version, so the same answer on every machine;
it is asked first), and the `dot` of the system (any version; it knows more formats). Both are commands; the `graphviz`
package builds their arguments and runs them. Nothing here draws: `render.dot` writes the text that is drawn.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from typing import Literal

from blueprint.diagnostics import Refusal
from blueprint.layout.scene import Point
from blueprint.records import dataclass

PX_PER_POINT = 96 / 72
SECONDS = 30.0  # a drawing with given places takes well under a second; past this an engine is stuck
EMBEDDED = "graphviz-pure"

_HOW_TO_GET_ONE = (
    'Install one with `pip install "service-blueprint[graphviz]"`, '
    "or install Graphviz from your system's packages so that the command `dot` is found."
)
_OPENS_A_WINDOW = frozenset({"x11", "xlib", "gtk"})
_BEGINS: Mapping[str, bytes] = {
    "png": b"\x89PNG", "jpg": b"\xff\xd8", "jpeg": b"\xff\xd8", "pdf": b"%PDF", "svg": b"<?xml", "gif": b"GIF8",
    "ps": b"%!PS", "eps": b"%!PS", "json": b"{", "json0": b"{",
}  # fmt: skip


class EngineMissing(Refusal, RuntimeError):
    """There is no Graphviz on this machine. The message says how to get one."""


class EngineFailed(Refusal, RuntimeError):
    """Graphviz took too long, stopped with an error, or gave something that is no picture."""


class FormatUnknown(Refusal, ValueError):
    """No engine that is here writes this format. The message lists what they write."""


@dataclass(frozen=True, slots=True)
class Engine:
    """A Graphviz command: where it is, and whether it is the embedded one or the system's."""

    kind: Literal["embedded", "system"]
    command: str

    def __str__(self) -> str:
        return "the embedded Graphviz" if self.kind == "embedded" else "the system's Graphviz"


def engines() -> tuple[Engine, ...]:
    """The engines of this machine, the one to ask first in front. Raises `EngineMissing` when there is none."""
    finders: tuple[Callable[[], Engine | None], ...] = (_embedded, _system)
    found = tuple(engine for engine in (find() for find in finders) if engine)
    if not found:
        raise EngineMissing(f"This needs Graphviz, and none was found. {_HOW_TO_GET_ONE}")
    return found


def draw_dot(text: str, suffix: str, *, seconds: float = SECONDS) -> bytes:
    """Let Graphviz draw a DOT text in which every place is given (as `render.dot` writes it).

    `suffix` is any format that an engine of this machine knows: svg, png, jpg, and with the system's Graphviz also pdf,
    gif, eps and more. Raises `EngineMissing`, `EngineFailed` and `FormatUnknown`, each with a sentence for the user.
    """
    return _first_that_can(text, suffix.lower(), layout="neato", pinned=True, seconds=seconds)


def place(text: str, layout: str = "dot", *, seconds: float = SECONDS) -> dict[str, Point]:
    """Let Graphviz find places for the nodes of a DOT text: their centres by name, in pixels with y downwards.

    Raises `EngineMissing` and `EngineFailed`.
    """
    output = _first_that_can(text, "json0", layout=layout, pinned=False, seconds=seconds)
    try:
        return _placed(json.loads(output))
    except (ValueError, KeyError, IndexError, TypeError) as error:
        raise EngineFailed(f"Graphviz gave an answer that could not be read ({error}).") from None


def _first_that_can(text: str, suffix: str, *, layout: str, pinned: bool, seconds: float) -> bytes:
    """The output of the first engine that knows the format; the others' lists make the message when none does."""
    known: list[str] = []
    for engine in engines():
        try:
            return _run(engine, text, suffix, layout=layout, pinned=pinned, seconds=seconds)
        except FormatUnknown as error:
            known.append(f"{engine} writes {error}")
    hint = "" if suffix not in ("pdf", "svg", "png", "dot") else f" Without `--engine graphviz`, {suffix} is drawn too."
    raise FormatUnknown(f"Graphviz cannot write `{suffix}` here: {'; '.join(known)}.{hint}")


def _run(engine: Engine, text: str, suffix: str, *, layout: str, pinned: bool, seconds: float) -> bytes:
    from subprocess import TimeoutExpired

    from graphviz.backend import dot_command, execute  # type: ignore[import-untyped]

    try:
        command = dot_command.command(layout, suffix, neato_no_op=2 if pinned else None)
    except ValueError:
        raise FormatUnknown(_formats(engine, "")) from None
    if suffix in _OPENS_A_WINDOW:
        raise FormatUnknown(_formats(engine, ""))
    try:
        done = execute.run_check(
            [engine.command, *command[1:]], input=text.encode("utf-8"), capture_output=True, quiet=True, timeout=seconds
        )
    except TimeoutExpired:
        raise EngineFailed(f"Graphviz was stopped: it had no answer within {seconds:g} seconds.") from None
    except (execute.ExecutableNotFound, OSError) as error:
        raise EngineMissing(f"{engine.command} could not be started ({error}). {_HOW_TO_GET_ONE}") from None
    except execute.CalledProcessError as error:
        raise _failure(engine, suffix, error.stderr or b"", error.returncode) from None
    _check(done.stdout, done.stderr, suffix)
    output: bytes = done.stdout
    return output


def _check(output: bytes, stderr: bytes, suffix: str) -> None:
    """Exit code 0 is not enough: engines have been seen to report an error, or to write nothing, and to exit with 0."""
    errors = [line for line in stderr.decode("utf-8", "replace").splitlines() if line.startswith("Error")]
    if errors:
        raise EngineFailed(f"Graphviz reported: {errors[0]}")
    if not output.startswith(_BEGINS.get(suffix, b"")) or not output.strip():
        raise EngineFailed(f"Graphviz gave nothing that is {suffix}.")


def _failure(engine: Engine, suffix: str, stderr: bytes, code: int) -> Exception:
    said = stderr.decode("utf-8", "replace").strip()
    if f'"{suffix}" not recognized' in said:
        return FormatUnknown(_formats(engine, said))
    last = said.splitlines()[-1] if said else f"exit code {code}"
    return EngineFailed(f"Graphviz could not draw this: {last}")


def _formats(engine: Engine, said: str) -> str:
    """What an engine writes, read from its own complaint about an unknown format (asked for when not at hand)."""
    if not said:
        from subprocess import DEVNULL, run

        said = run(
            [engine.command, "-T?"], stdin=DEVNULL, capture_output=True, text=True, timeout=10, check=False
        ).stderr
    words = said.partition("Use one of:")[2].split()
    return ", ".join(word for word in words if word not in _OPENS_A_WINDOW)


def _embedded() -> Engine | None:
    """The command that the extra installs: where its own record says, so that it is found outside PATH too."""
    from importlib.metadata import PackageNotFoundError, distribution

    try:
        files = distribution(EMBEDDED).files or ()
    except PackageNotFoundError:
        files = ()
    for file in files:
        if file.stem == EMBEDDED and os.path.isfile(path := os.path.normpath(str(file.locate()))):
            return Engine("embedded", path)
    return None


def _system() -> Engine | None:
    from shutil import which

    found = which("dot")
    return Engine("system", found) if found else None


def _placed(answer: Mapping[str, object]) -> dict[str, Point]:
    left, _, _, high = _numbers(str(answer["bb"]))
    objects = answer["objects"]
    if not isinstance(objects, list):
        raise TypeError("`objects` is not a list")
    found: dict[str, Point] = {}
    for node in objects:
        if "pos" in node:  # subgraphs stand among the nodes, without a place
            x, y = _numbers(str(node["pos"]))
            found[str(node["name"])] = round((x - left) * PX_PER_POINT, 2), round((high - y) * PX_PER_POINT, 2)
    return found


def _numbers(text: str) -> tuple[float, ...]:
    return tuple(float(number) for number in text.split(","))
