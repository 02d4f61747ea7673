"""Every example and 500 generated blueprints, drawn and held against what every picture promises.

    python -m benchmarks.pictures [--models 500] [--without-graphviz] [examples/*.bp …]

First what must not happen, counted by the independent checkers of `tests/layout`: all noughts, else the exit code is 1.
Then crossings, bends, length and shared stretches beside those of Graphviz `ortho` on the same pinned boxes, for each
example, for the generated ones together and in total. Graphviz knows neither ports nor labels nor the sides that ways
of a decision leave by; `faults` counts what it breaks that we keep: ways through foreign boxes and shared stretches.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.routing import graphviz
from blueprint.api import Document, load, parse
from blueprint.layout import View, picture
from blueprint.layout.plan import Laid, Plan, Wire
from blueprint.layout.route import route
from blueprint.layout.scene import Scene
from tests.generate import generate
from tests.layout.routing_check import Figures, faults, figures
from tests.layout.scene_check import lanes_out_of_order, problems

PROMISES = ("boxes on boxes", "through boxes", "shared stretches", "labels", "lanes", "others")


@dataclass(frozen=True)
class Drawn:
    """A picture and what the router was asked and answered for it."""

    scene: Scene
    plan: Plan
    wires: tuple[Wire, ...]
    laid: Mapping[str, Laid]


def draw(document: Document) -> Drawn:
    """The picture of a document; its router is watched."""
    assert document.model is not None
    caught: list[tuple[Plan, tuple[Wire, ...], Mapping[str, Laid]]] = []

    def watch(plan: Plan, wires: Sequence[Wire]) -> dict[str, Laid]:
        laid = route(plan, wires)
        caught.append((plan, tuple(wires), laid))
        return laid

    picture.route = watch  # type: ignore[attr-defined]
    try:
        scene = picture.picture(document.model, document.flow, View())
    finally:
        picture.route = route  # type: ignore[attr-defined]
    return Drawn(scene, *caught[-1])


def broken(drawn: Drawn, document: Document) -> list[tuple[str, str]]:
    """Every broken promise: which, and in words."""
    assert document.model is not None
    found = [*problems(drawn.scene), *faults(drawn.plan, drawn.wires, drawn.laid)]
    lanes = lanes_out_of_order(drawn.scene, [lane.id for lane in document.model.lanes])
    return [*((_kind(text), text) for text in found), *(("lanes", text) for text in lanes)]


def _kind(text: str) -> str:
    if " label " in f" {text}":
        return "labels"
    signs = {" share ": "shared stretches", " stands on ": "boxes on boxes", " meets ": "through boxes"}
    return next((kind for sign, kind in signs.items() if sign in text), "others")


def compared(drawn: Drawn) -> tuple[Figures, Figures]:
    """Our figures and Graphviz's, over the wires that both drew."""
    theirs = graphviz(drawn.plan, drawn.wires)
    ours = {name: drawn.laid[name].points for name in theirs}
    return figures(drawn.plan, drawn.wires, ours), figures(drawn.plan, drawn.wires, theirs)


def documents(files: Sequence[str], models: int) -> Iterator[tuple[str, Document]]:
    for file in files:
        document = load(file)
        if document.model is not None and not document.model.library:
            yield Path(file).stem, document
    for seed in range(models):
        size = 5 + seed % 36
        yield f"generated {seed}, {size} steps", parse(generate(seed, size))


def row(name: str, ours: Figures, theirs: Figures) -> str:
    share = ours.length / theirs.length if theirs.length else 1.0
    pairs = ((ours.crossings, theirs.crossings), (ours.bends, theirs.bends), (ours.shared, theirs.shared),
             (ours.through, theirs.through))  # fmt: skip
    cells = "  ".join(f"{a:6} / {b:6}" for a, b in pairs)
    return f"{name:28} {cells} {share:8.3f}"


def main(arguments: Sequence[str]) -> int:
    parser = ArgumentParser(prog="python -m benchmarks.pictures")
    parser.add_argument("files", nargs="*", default=sorted(map(str, Path("examples").glob("*.bp"))))
    parser.add_argument("--models", type=int, default=500)
    parser.add_argument("--without-graphviz", action="store_true")
    asked = parser.parse_args(arguments)
    bad = dict.fromkeys(PROMISES, 0)
    pairs: dict[str, list[tuple[Figures, Figures]]] = {}
    for name, document in documents(asked.files, asked.models):
        drawn = draw(document)
        for kind, text in broken(drawn, document):
            bad[kind] += 1
            print(f"{name}: {text}")
        if not asked.without_graphviz:
            kind = "generated" if name.startswith("generated ") else name
            pairs.setdefault(kind, []).append(compared(drawn))
    print(", ".join(f"{kind}: {count}" for kind, count in bad.items()))
    report(pairs)
    return int(any(bad.values()))


def report(pairs: Mapping[str, Sequence[tuple[Figures, Figures]]]) -> None:
    """Ours / Graphviz's."""
    heads = ("crossings", "bends", "shared", "through boxes")
    print(f"{'ours / Graphviz':28} " + "  ".join(f"{head:>15}" for head in heads) + f" {'length':>8}")
    all_ours = all_theirs = Figures()
    for name, found in pairs.items():
        if name == "generated" and len(pairs) > 1:
            print(row("the examples", all_ours, all_theirs))
        ours, theirs = sum((a for a, _ in found), Figures()), sum((b for _, b in found), Figures())
        all_ours, all_theirs = all_ours + ours, all_theirs + theirs
        print(row(name if len(found) == 1 else f"{len(found)} {name}", ours, theirs))
    print(row("in total", all_ours, all_theirs))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
