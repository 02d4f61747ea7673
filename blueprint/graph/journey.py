"""The customer's path: from the last customer cell of a step to the first of the steps that follow it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from blueprint.graph.inside import Part, deciding_lane
from blueprint.graph.order import Entry, Order
from blueprint.model.entities import Blueprint, Cell, Step

_GATES = 8  # a journey looks through so many optional steps: past all of a long run would cost its square


class Journeys:
    """Ends of journeys. A decision that is the customer's stands for itself; forks and joins have no part in it."""

    def __init__(self, blueprint: Blueprint, order: Order) -> None:
        self._steps = blueprint.steps
        self._cells = blueprint.cells
        self._gates = {gate.key: gate for gate in order.gates.values()}
        self._entered = {key: step for step, inside in order.inside.items() for key in inside.entry}

    def source(self, step: Step) -> str | None:
        """Where the customer leaves a step from, or None where no customer acts in it."""
        if step.kind == "decision":
            return step.key if deciding_lane(step) == "customer" else None
        return next((part.key for part in reversed(step.cells) if _is_customer(part)), None)

    def targets(self, nodes: Entry) -> Mapping[str, float | None]:
        """The customer cells that these nodes mean, seen through gates, each with the share that goes there."""
        found: dict[str, float | None] = {}
        todo: list[tuple[Entry, float | None]] = [(nodes, 1.0)]
        gates_left = _GATES
        while todo:
            nodes, share = todo.pop()
            gate = next((self._gates[key] for key in nodes if key in self._gates), None)
            if gate is None:
                for target in self._met(nodes):
                    found[target] = _plus(found.get(target, 0.0), share)
            elif gates_left:
                gates_left -= 1
                into = None if share is None or gate.share is None else share * gate.share
                past = None if share is None or into is None else share - into
                todo += [(gate.past, past), (gate.into, into)]
        return found

    def _met(self, nodes: Iterable[str]) -> Iterator[str]:
        found = dict.fromkeys(self._first(key) for key in nodes)
        yield from (key for key in found if key is not None)

    def _first(self, node: str) -> str | None:
        """The first customer cell of the step that is entered at a node; a customer cell entered by itself."""
        step = self._steps.get(self._entered.get(node, ""))
        if step is None:
            part = self._cells.get(node)
            return node if part is not None and _is_customer(part) else None
        if step.kind == "decision" and not step.cells:
            return step.key
        return next((part.key for part in step.cells if _is_customer(part)), None)


def _is_customer(part: Part) -> bool:
    return isinstance(part, Cell) and part.lane == "customer"


def _plus(one: float | None, other: float | None) -> float | None:
    return None if one is None or other is None else one + other
