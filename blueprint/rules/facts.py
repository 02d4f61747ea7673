"""What several rules ask of a blueprint, and the edits that several rules offer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise

from blueprint.diagnostics import Edit, Fix, Related
from blueprint.graph.inside import look
from blueprint.model.entities import Blueprint, Cell, Element, Item, Metric, Notes, Phase, ServicePart, Step, Wait
from blueprint.rules.base import called, either, place
from blueprint.source import Span


def actions(step: Step) -> tuple[Cell, ...]:
    """What the customer does in a step."""
    return tuple(cell for cell in step.cells if isinstance(cell, Cell) and cell.lane == "customer")


def served(step: Step) -> bool:
    """Whether somebody or something of the provider's is in touch with the customer in a step."""
    return any(isinstance(cell, Cell) and cell.lane != "customer" and cell.contact for cell in step.cells)


def reached(step: Step) -> bool:
    """Whether customer and provider meet in a step at all, be it through a channel that the customer uses."""
    return served(step) or any(cell.channels for cell in actions(step))


def with_evidence(blueprint: Blueprint) -> frozenset[str]:
    """The keys of the steps that show something: on the step itself, its service or its phase."""
    shown = {each.key for each in blueprint.services.values() if each.evidence}
    shown |= {each.key for each in blueprint.phases if each.evidence}
    steps = blueprint.steps.values()
    return frozenset(step.key for step in steps if step.evidence or step.service in shown or step.phase in shown)


def noted(blueprint: Blueprint) -> Iterator[tuple[Element, Notes]]:
    """All that carries notes, with them: the whole, phases, services, steps, and what stands in steps."""
    yield blueprint, blueprint.notes
    for phase in blueprint.phases:
        yield phase, phase.notes
    for service in blueprint.services.values():
        yield service, service.notes
    for step in blueprint.steps.values():
        yield step, step.notes
        for part in (*step.evidence, *step.cells):
            yield part, part.notes


def measured(blueprint: Blueprint) -> Iterator[tuple[Metric, str]]:
    """Every metric, with the tier of the service it stands in: empty on the whole, on a phase and on a role."""
    tiers: dict[str, str] = {each.key: each.tier for each in blueprint.services.values()}
    yield from ((metric, tiers.get(service, "")) for metric, service in metrics_in(blueprint))


def metrics_in(blueprint: Blueprint) -> Iterator[tuple[Metric, str]]:
    """Every metric, with the key of the service it stands in; what is no service's is given by another key, or none."""
    for element, notes in noted(blueprint):
        service = element.key
        if isinstance(element, Step):
            service = element.service
        elif element.key in blueprint.cells:
            service = blueprint.steps[blueprint.cells[element.key].step].service
        for metric in notes.metrics:
            yield metric, service
    for role in blueprint.roles.values():
        for metric in role.metrics:
            yield metric, ""


def takes_over(blueprint: Blueprint, busy: Collection[str] = (), owner: str = "") -> str:
    """What to write for who takes over: the role that answers for it, else any other than these, or one that is
    declared with it."""
    others = [owner] if owner in blueprint.roles else [key for key in blueprint.roles if key not in busy]
    if others:
        return choice("escalates", others)
    free = next(id for id in ("manager", "head", "who_decides") if id not in blueprint.symbols)
    return f'`escalates {free}`, who is declared at the top: `role {free} "{free.replace("_", " ").capitalize()}"`'


def by_channel(blueprint: Blueprint) -> str:
    """What to write for the channel by which people meet: those of this blueprint, or one that is declared with it."""
    known = [*blueprint.channels]
    return choice("via", known) if known else '`via phone`, declared at the top as `channel phone "Telephone"`'


def choice(word: str, keys: Sequence[str], most: int = 6) -> str:
    """An attribute with each of these names, of which people choose: `by cook`, `by waiter` or `by host`. None of them
    is likelier, so of more than `most` the rest is counted."""
    offers = [f"`{word} {key}`" for key in keys[:most]]
    if len(keys) > most:
        return f"{', '.join(offers)} or another of the {len(keys)} that are declared"
    return either(offers)


def priced(blueprint: Blueprint) -> Iterator[Element]:
    """What has a price above nothing: packages, services, and cells in which customers pay."""
    for package in blueprint.packages.values():
        if package.price is not None and package.price.amount > 0:
            yield package
    for service in blueprint.services.values():
        if service.price is not None and service.price.amount > 0:
            yield service
    for cell in blueprint.cells.values():
        if isinstance(cell, Cell) and cell.pays is not None and cell.pays.amount > 0:
            yield cell


def runs(blueprint: Blueprint) -> Iterator[tuple[Step, ...]]:
    """Stretches of steps that customers go through one after the other, as written.

    Decisions with branches of their own and parallels end a stretch; their branches are stretches too. Recoveries and
    offstage steps are in none.
    """
    flat = [
        item
        for phase in blueprint.phases
        for each in phase.items
        for item in (each.items if isinstance(each, ServicePart) else (each,))
    ]
    yield from _runs(flat)


def _runs(items: Iterable[Item]) -> Iterator[tuple[Step, ...]]:
    run: list[Step] = []
    for item in items:
        if not isinstance(item, Step):
            inner = [branch.items for branch in item.branches]
        elif item.kind == "recovery" or item.offstage:
            continue
        else:
            run.append(item)
            inner = [when.items for when in item.whens if when.items]
        if inner:
            yield tuple(run)
            run = []
            for each in inner:
                yield from _runs(each)
    yield tuple(run)


def lacks_phase(blueprint: Blueprint, kind: str) -> bool:
    """Whether there are phases, and none of this kind."""
    return bool(blueprint.phases) and all(phase.kind != kind for phase in blueprint.phases)


def doubled(blueprint: Blueprint) -> list[Phase]:
    """The phases whose kind another phase has too: one of them may have been meant to be of a kind that is missing."""
    kinds = Counter(phase.kind for phase in blueprint.phases)
    return [phase for phase in blueprint.phases if kinds[phase.kind] > 1]


def or_here(phase: Phase | None, kind: str, write: str) -> tuple[str, tuple[Related, ...]]:
    """Help for a phase that is missing, `write` being what to write, and the place of the one that may be it."""
    if phase is None:
        return f"Write {write}", ()
    named = called(phase) if phase.title or phase.id else ""
    which = f"phase {named}" if named else "the phase that is underlined"
    return (
        f"If it is already here under another kind, as {which} may be, change that word to `{kind}`; otherwise write "
        f"{write}",
        (Related(place(phase, "kind"), f"{named or 'this'} is `{phase.kind}`, as another phase is"),),
    )


def text(words: str) -> str:
    """Words as a text of the language, on one line and in quotes."""
    return '"' + " ".join(words.replace("\\", "\\\\").replace('"', '\\"').split()) + '"'


def appended(element: Element, *places: str) -> Span:
    """Where an attribute can be added to what is written of an element: after its name and these."""
    written = [element.at[word] for word in ("keyword", "id", "title", *places) if word in element.at]
    last = max(written or [element.span], key=lambda span: span.end)
    return Span(last.end, last.end, last.file)


def add(element: Element, attribute: str, *places: str, title: str = "") -> Fix:
    """The fix that adds an attribute. What it says has to be filled in or confirmed by a person, so it is not safe."""
    return Fix(title or f"add `{attribute}`", (Edit(appended(element, *places), f" {attribute}"),), safe=False)


def add_behind(element: Element, word: str, attribute: str) -> Fix:
    """The same right behind another attribute."""
    end = place(element, word).end
    return Fix(f"add `{attribute}`", (Edit(Span(end, end, element.span.file), f" {attribute}"),), safe=False)


def leaps(step: Step, lane: str) -> Iterator[tuple[Cell, Cell]]:
    """Cells of a lane behind the line that are next to a customer cell in a step, with nobody and no channel between:
    pairs of that customer cell and the cell.

    What runs on after the customer is through is next to nobody, provided that somebody was in touch in the step.
    """
    inside = look(step)
    cared_for = served(step)
    for number, (one, other) in enumerate(pairwise(inside.groups), 1):
        cells = [part for part in (*one, *other) if isinstance(part, Cell)]
        if (cared_for and number > inside.over) or any(each.contact for each in cells if each.lane != "customer"):
            continue
        for near, far in ((one, other), (other, one)):
            customer = next((each for each in near if _unaided(each)), None)
            hidden = next((each for each in far if isinstance(each, Cell) and each.lane == lane), None)
            if isinstance(customer, Cell) and hidden is not None:
                yield customer, hidden
                break


def _unaided(part: Cell | Wait) -> bool:
    return isinstance(part, Cell) and part.lane == "customer" and not part.channels


def people(blueprint: Blueprint, cell: Cell) -> frozenset[str]:
    """The roles and partners that perform a cell; systems are no people."""
    systems = blueprint.systems
    return frozenset(
        key for key in cell.performers if key in blueprint.roles or (key in systems and systems[key].kind == "partner")
    )
