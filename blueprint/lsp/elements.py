"""The elements of a model by the keys of its symbols."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from blueprint.model.entities import Blueprint, Element, Parallel, ServicePart, Step


def tables(model: Blueprint) -> dict[str, Mapping[str, Element]]:
    """The tables that hold elements of each kind of symbol."""
    steps, cells, systems = model.steps, model.cells, model.systems
    return {
        "persona": model.personas, "role": model.roles, "system": systems, "partner": systems,
        "channel": model.channels, "package": model.packages, "insight": model.insights, "policy": model.policies,
        "service": model.services, "scenario": model.scenarios, "step": steps, "decision": steps, "recovery": steps,
        "cell": cells, "wait": cells, "pause": cells,
    }  # fmt: skip


def element(model: Blueprint, key: str, kind: str) -> Element | None:
    """The element of a symbol; None for what is not in the model, such as a misplaced step."""
    table = tables(model).get(kind)
    if table is not None:
        return table.get(key)
    if kind == "lane":
        return next((lane for lane in model.lanes if lane.key == key), None)
    if kind == "phase":
        return next((phase for phase in model.phases if phase.key == key), None)
    if kind == "need":
        owner = key.partition(".")[0]
        holder = model.personas.get(owner) or model.roles.get(owner)
        return next((need for need in holder.needs if need.key == key), None) if holder else None
    return next((each for each in parallels(model) if each.key == key), None)


def parallels(model: Blueprint) -> Iterator[Element]:
    """Every parallel and branch."""
    waiting = [item for phase in model.phases for item in phase.items]
    while waiting:
        item = waiting.pop()
        if isinstance(item, Step):
            waiting += [inner for when in item.whens for inner in when.items]
        elif isinstance(item, ServicePart):
            waiting += item.items
        elif isinstance(item, Parallel):
            yield item
            for branch in item.branches:
                yield branch
                waiting += branch.items
