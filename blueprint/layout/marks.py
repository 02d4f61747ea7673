"""The marks on cells: fail points, waits, moments of truth, pains."""

from __future__ import annotations

from blueprint.layout.columns import Columns, Place
from blueprint.layout.grid import Grid
from blueprint.layout.scene import Mark, MarkKind
from blueprint.layout.values import share
from blueprint.model.entities import Evidence, Fail, Step, Wait

SIZE, APART = 16.0, 18.0
OVER = SIZE / 2 + 1  # how far a mark stands over the upper edge of its cell
LETTERS: dict[MarkKind, str] = {"fail": "F", "wait": "W", "moment": "", "pain": "!"}


def marks(found: Columns, grid: Grid) -> dict[str, list[Mark]]:
    """Marks by the key of the place they sit on, the outermost first."""
    signs: dict[str, list[tuple[MarkKind, str]]] = {}
    for place in found.places:
        if isinstance(place.part, Wait) and place.part.kind == "wait":
            signs.setdefault(place.key, []).append(("wait", f"Wait: {place.part.title}".rstrip(": ")))
    here = {place.key for place in found.places}
    for step, places in _by_step(found):
        for cell, fails in _fails(step).items():
            on = cell if cell in here else places[0].key
            signs.setdefault(on, []).append(("fail", "; ".join(map(_fail, fails))))
        _noted(step, places, signs)
    return {key: _set(key, _once(of), grid) for key, of in signs.items()}


def _once(signs: list[tuple[MarkKind, str]]) -> list[tuple[MarkKind, str]]:
    """One mark of each kind, with all that is said of it: a row of the same signs would cover the text."""
    found: dict[MarkKind, dict[str, None]] = {}
    for kind, title in signs:
        found.setdefault(kind, {})[title] = None
    return [(kind, "; ".join(titles)) for kind, titles in found.items()]


def _by_step(found: Columns) -> list[tuple[Step, list[Place]]]:
    """The places of each step that marks of the whole step sit on: what the customer does first, then the waits."""
    steps: dict[str, tuple[Step, list[Place]]] = {}
    for place in found.places:
        if place.step and place.kind in ("cell", "wait", "pause", "decision", "step"):
            steps.setdefault(place.step.key, (place.step, []))[1].append(place)
    return [(step, sorted(places, key=_rank)) for step, places in steps.values()]


def _rank(place: Place) -> tuple[bool, bool]:
    return place.lane != "customer", isinstance(place.part, Wait)


def _fails(step: Step) -> dict[str, list[Fail]]:
    by_cell: dict[str, list[Fail]] = {}
    for fail in step.fails:
        by_cell.setdefault(fail.cell, []).append(fail)
    return by_cell


def _fail(fail: Fail) -> str:
    told = [f"Fail point: {fail.title}", share(fail.likelihood) if fail.likelihood is not None else "", fail.severity]
    return ", ".join(filter(None, told))


def _noted(step: Step, places: list[Place], signs: dict[str, list[tuple[MarkKind, str]]]) -> None:
    """Moments of truth and pains of the step on its first cell, those of a cell on the cell."""
    for place, notes in [(places[0], step.notes), *((p, p.part.notes) for p in places if p.part)]:
        if isinstance(place.part, Evidence):
            continue
        if notes.moment_of_truth:
            signs.setdefault(place.key, []).append(("moment", "Moment of truth"))
        if notes.pains:
            signs.setdefault(place.key, []).append(("pain", "Pain: " + "; ".join(notes.pains)))


def _set(key: str, signs: list[tuple[MarkKind, str]], grid: Grid) -> list[Mark]:
    """From the upper right corner leftwards; on a diamond, right of its upper corner."""
    rect = grid.boxes[key]
    x, y = rect.right - 4, rect.y + SIZE / 2 - OVER
    return [
        Mark(
            id=f"mark:{key}:{kind}", role="mark", kind=kind, style=f"mark.{kind}", x=round(x - n * APART, 2),
            y=y, size=SIZE, letter=LETTERS[kind], title=title, data={"key": key},
        )
        for n, (kind, title) in enumerate(signs)
    ]  # fmt: skip
