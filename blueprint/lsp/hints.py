"""What can be read beside the text: figures at the ends of lines, ids that titles stand for, figures above blocks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from blueprint.layout.figures import so_far
from blueprint.lsp import figures as said
from blueprint.model.entities import Element
from blueprint.records import dataclass
from blueprint.rules.base import place
from blueprint.source import Span
from blueprint.units import seconds_text

if TYPE_CHECKING:
    from blueprint.lsp.document import Analysed

# What others refer to by its id; the id of a cell is rarely written, and nobody would want it shown at every line.
_NAMED = ("step", "decision", "recovery", "service", "persona", "role", "system", "partner", "channel", "package",
          "insight", "policy", "lane", "scenario", "need")  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """A piece of text shown at an offset of the file that is not in it; `insert` is what writes it there for good."""

    offset: int
    text: str
    tooltip: str
    before: bool = False  # shown before what stands there, else after it
    insert: str = ""


@dataclass(frozen=True, slots=True)
class Lens:
    """A line of figures shown above the statement that begins with `span`."""

    span: Span
    text: str


def hints(analysed: Analysed, span: Span | None = None) -> tuple[Hint, ...]:
    """The hints in a range of the file, or in all of it, in order."""
    found = [*_ids(analysed), *_times(analysed), *_loads(analysed)]
    inside = (hint for hint in found if span is None or span.start <= hint.offset <= span.end)
    return tuple(sorted(inside, key=lambda hint: hint.offset))


def lenses(analysed: Analysed) -> tuple[Lens, ...]:
    """Figures above the blueprint, its packages, phases and services, in order."""
    return tuple(sorted(_lenses(analysed), key=lambda lens: lens.span.start))


def _ids(analysed: Analysed) -> Iterator[Hint]:
    for symbol in analysed.symbols.values():
        at = symbol.definition
        if symbol.explicit or symbol.kind not in _NAMED or at.file != analysed.path:
            continue
        if analysed.source.slice(at).startswith('"'):
            name = symbol.key.rpartition(".")[2]
            yield Hint(
                offset=at.start, text=name, tooltip="The id that this title stands for.", before=True, insert=f"{name} "
            )


def _times(analysed: Analysed) -> Iterator[Hint]:
    """How long the customer has been there when a step of the main path is done."""
    model, flow, figures = analysed.model, analysed.flow, said.at_hand(analysed)
    if model is None or flow is None or figures is None:
        return
    for key, time in so_far(model, flow, set(model.steps)).items():
        step = model.steps[key]
        if time.seconds and step.span.file == analysed.path:
            least = "at least " if time.unknown else ""
            yield Hint(
                offset=place(step).end, text=f"{least}{seconds_text(time.seconds)} so far",
                tooltip="The customer's time on the usual path, from the beginning to the end of this step.",
            )  # fmt: skip


def _loads(analysed: Analysed) -> Iterator[Hint]:
    model, figures = analysed.model, said.at_hand(analysed)
    if model is None or figures is None:
        return
    for role in model.roles.values():
        if role.span.file == analysed.path and (text := said.busy(figures, role.key)):
            tooltip = "; ".join(said.of_role(figures, role))
            yield Hint(offset=place(role).end, text=text, tooltip=f"{tooltip[0].upper()}{tooltip[1:]}.")


def _lenses(analysed: Analysed) -> Iterator[Lens]:
    model, figures = analysed.model, said.at_hand(analysed)
    if model is None or figures is None:
        return
    rows: list[tuple[Element, list[str]]] = [(model, said.whole(figures))]
    rows += [(phase, said.of_phase(figures, phase)) for phase in model.phases]
    rows += [(service, said.of_service(figures, service)) for service in model.services.values()]
    rows += [(package, said.of_package(figures, package.key)) for package in model.packages.values()]
    for each, texts in rows:
        span = each.at.get("keyword", each.span)
        if texts and span.file == analysed.path:
            yield Lens(span, " · ".join(texts))
