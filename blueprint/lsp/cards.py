"""An element in a few lines of Markdown: what it is, its figures, where its arrows cross the lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from blueprint.graph.flow import Flow, FlowEdge
from blueprint.graph.moves import place
from blueprint.layout.lanes import NAMES
from blueprint.lsp import figures as said
from blueprint.lsp.elements import element
from blueprint.model import entities as e
from blueprint.model.entities import Blueprint, Symbol
from blueprint.model.names import STEPS
from blueprint.rules.base import percent
from blueprint.units import Duration, seconds_text

if TYPE_CHECKING:
    from blueprint.analysis import Figures
    from blueprint.lsp.document import Analysed

_MOST = 6  # of a list


def card(analysed: Analysed, symbol: Symbol) -> str:
    """What there is to say about the element of a symbol, as Markdown."""
    model = analysed.model
    found = element(model, symbol.key, symbol.kind) if model is not None else None
    if model is None or found is None:
        return f"`{symbol.key}`: a {symbol.kind}"
    lines = [*_facts(model, found), *_figures(analysed, found), *_crossings(analysed, found)]
    uses = len(symbol.uses) + len(symbol.titles)
    if symbol.kind not in STEPS and uses:
        lines.append(f"named {uses} times" if uses > 1 else "named once")
    return "\n".join([_head(found, symbol), "", *(f"- {line}" for line in lines)]).rstrip()


def whole(analysed: Analysed) -> str:
    """The blueprint itself, with its figures for one customer."""
    model, figures = analysed.model, said.at_hand(analysed)
    if model is None:
        return ""
    kind = "library" if model.library else "blueprint"
    lines = said.whole(figures) if figures is not None else []
    return "\n".join([f"**{_text(model.label)}** · {kind}", "", *(f"- {line}" for line in lines)]).rstrip()


def _head(found: e.Element, symbol: Symbol) -> str:
    kind = symbol.kind
    if isinstance(found, e.Service):
        kind = f"{found.tier} service" + (f" ({found.petal})" if found.petal else "")
    elif isinstance(found, e.Phase):
        kind = f"{found.kind} phase"
    elif isinstance(found, e.Cell):
        kind = f"{found.lane} cell"
    return f"**{_text(found.label)}** · {kind} `{symbol.key}`"


# ---------------------------------------------------------------------------------------------------- facts


def _facts(model: Blueprint, found: e.Element) -> Iterator[str]:
    """What was written of it, as far as one wants to be reminded of it elsewhere."""
    if isinstance(found, e.Cell):
        joiner = " or " if found.any_performer else " and "
        yield from _named("by", model, found.performers, joiner)
        yield from _named("via", model, found.channels)
        yield from _named("using", model, found.systems)
        yield from _lasts("takes", found.takes)
    elif isinstance(found, e.Wait):
        yield from _lasts("lasts", found.duration)
    elif isinstance(found, e.Step):
        yield from _step(model, found)
    elif isinstance(found, e.Role):
        yield from (f"{name} {value}" for name, value in _role(found) if value)
    elif isinstance(found, e.Persona):
        if found.share is not None:
            yield f"{percent(found.share)} of all customers"
        yield from (f"needs: {_text(need.label)}" for need in found.needs[:_MOST])
    elif isinstance(found, e.Need):
        yield f"of {_text(_label(model, found.owner))}" + (f": {found.strength}" if found.strength else "")
        if found.unmet_because is not None:
            yield f"unmet because {_text(found.unmet_because)}"
    elif isinstance(found, e.Package):
        yield from (f"{name} {value}" for name, value in _package(model, found) if value)
    elif isinstance(found, e.Lane):
        if found.line:
            yield f"{found.position} {found.beside}, with the “{_text(found.line)}” between"
    elif isinstance(found, e.Scenario):
        yield f"changes {len(found.changes)} things" if len(found.changes) != 1 else "changes one thing"


def _step(model: Blueprint, step: e.Step) -> Iterator[str]:
    service = model.services.get(step.service)
    if service is not None:
        yield f"of the {service.tier} service “{_text(service.label)}”"
    if step.optional is not None:
        yield f"{percent(step.optional)} of those who come in written order go through it"
    if step.offstage:
        yield "offstage: not in the customer's flow"
    if step.fails:
        yield "may fail: " + ", ".join(_text(fail.label) for fail in step.fails[:_MOST])


def _role(role: e.Role) -> Iterator[tuple[str, str]]:
    yield "staff", f"{role.staff:g}" if role.staff is not None else ""
    yield "costs", role.rate.text if role.rate is not None else ""
    yield "works", role.hours.text if role.hours is not None else ""


def _package(model: Blueprint, package: e.Package) -> Iterator[tuple[str, str]]:
    yield (
        "price",
        f"{package.price.text}{'/' + package.price_per if package.price_per else ''}" if package.price else "",
    )
    yield "includes", ", ".join(_text(_label(model, key)) for key in package.includes)
    yield "within", package.within.text if package.within is not None else ""


def _lasts(word: str, time: Duration | None) -> Iterator[str]:
    if time is not None:
        mean = "" if time.spread == "exact" else f", {seconds_text(time.mean)} on average"
        yield f"{word} {time.text}{mean}"


def _named(word: str, model: Blueprint, keys: Iterable[str], joiner: str = ", ") -> Iterator[str]:
    labels = [_text(_label(model, key)) for key in keys]
    if labels:
        yield f"{word} {joiner.join(labels)}"


def _label(model: Blueprint, key: str) -> str:
    tables = (model.roles, model.systems, model.personas, model.channels, model.services)
    return next((table[key].label for table in tables if key in table), key)


# ---------------------------------------------------------------------------------------------------- figures


def _figures(analysed: Analysed, found: e.Element) -> list[str]:
    figures = said.at_hand(analysed)
    if figures is None:
        return []
    if isinstance(found, e.Step):
        return said.of_step(figures, found)
    if isinstance(found, e.Service):
        return said.of_service(figures, found)
    if isinstance(found, e.Phase):
        return said.of_phase(figures, found)
    if isinstance(found, e.Role):
        return said.of_role(figures, found)
    if isinstance(found, e.Package):
        return said.of_package(figures, found.key)
    if isinstance(found, e.Scenario):
        return _scenario(figures.blueprint, found)
    return _cell(figures, found) if isinstance(found, e.Cell) else []


def _scenario(model: Blueprint, scenario: e.Scenario) -> list[str]:
    """The whole service for one customer as the scenario has it."""
    from blueprint.analysis import figures
    from blueprint.graph import build
    from blueprint.model import under

    other = under(model, scenario.key)
    return said.whole(figures(other, build(other)))


def _cell(figures: Figures, cell: e.Cell) -> list[str]:
    from blueprint.analysis.costs import cell_costs

    found = said.cost(cell_costs(figures.blueprint, cell), figures.blueprint.currency)
    return [f"cost {found}"] if found else []


# ---------------------------------------------------------------------------------------------------- lines


def _crossings(analysed: Analysed, found: e.Element) -> list[str]:
    """The arrows of a step or cell that cross a line: where to, and which."""
    if said.at_hand(analysed) is None or not isinstance(found, e.Step | e.Cell):
        return []
    flow, model = analysed.flow, analysed.model
    if flow is None or model is None:
        return []
    lines = [_crossing(flow, model, edge) for edge in _edges(flow, found)]
    lines = list(dict.fromkeys(lines))
    return [*lines[:_MOST], f"and {len(lines) - _MOST} more crossings"] if len(lines) > _MOST else lines


def _edges(flow: Flow, found: e.Step | e.Cell) -> Iterator[FlowEdge]:
    own = [found.key] if isinstance(found, e.Cell) else [*(cell.key for cell in found.cells), found.key]
    for key in own:
        for edge in flow.outgoing.get(key, ()):
            if edge.crosses:
                yield edge
        for edge in flow.incoming.get(key, ()):
            if edge.crosses and (isinstance(found, e.Cell) or place(flow.nodes[edge.source]) != found.key):
                yield edge


def _crossing(flow: Flow, model: Blueprint, edge: FlowEdge) -> str:
    extra = {lane.key: lane.line for lane in model.lanes if lane.line and not lane.builtin}
    lines = [(extra.get(name) or NAMES.get(name, name)).lower() for name in edge.crosses]
    ends = (_text(flow.nodes[key].title or key) for key in (edge.source, edge.target))
    return " → ".join(ends) + ": crosses the " + " and the ".join(lines)


def _text(text: str) -> str:
    """A text of the user's, so that nothing in it is taken for Markdown, on one line."""
    escaped = "".join(f"\\{char}" if char in "\\`*_[]<>#|!" else char for char in text)
    return " ".join(escaped.split())
