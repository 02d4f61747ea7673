"""The flow seen from the customer: from step to step, decision to decision, without what happens inside a step."""

from __future__ import annotations

from collections.abc import Mapping

from blueprint.graph.flow import Flow, FlowEdge, FlowNode

Moves = Mapping[str, tuple[tuple[str, FlowEdge], ...]]

_INSIDE = ("cell", "wait", "pause", "decision", "step")


def place(node: FlowNode) -> str:
    """The step (decision, recovery) that a node belongs to; a gate, fork, join, `start` or `end` stands for itself."""
    return node.step or node.key if node.kind in _INSIDE else node.key


def moves(flow: Flow) -> Moves:
    """For each place, in written order, where one can go from it: pairs of the next place and the edge that says so.

    Links are among them (`edge.link`), `enables`, `mutual` and `journey` are not. Several edges that enter one step
    side by side are one move.
    """
    places = {key: place(node) for key, node in flow.nodes.items()}
    found: dict[str, dict[tuple[object, ...], tuple[str, FlowEdge]]] = {key: {} for key in places.values()}
    for edge in flow.edges:
        if edge.kind not in ("leads_to", "fails_to", "recovers_to"):
            continue
        source, target = places[edge.source], places[edge.target]
        if source != target or not (edge.implied or edge.link):
            same = (target, edge.kind, edge.span, edge.condition, edge.label)
            found[source].setdefault(same, (target, edge))
    return {key: tuple(table.values()) for key, table in found.items()}


def reach(table: Moves, starts: list[str], seen: set[str] | None = None) -> set[str]:
    """Every place that can be reached from these, themselves included; `seen` is added to and not entered again."""
    seen = set() if seen is None else seen
    stack = [key for key in starts if key not in seen]
    seen.update(stack)
    while stack:
        for target, _ in table.get(stack.pop(), ()):
            if target not in seen:
                seen.add(target)
                stack.append(target)
    return seen


def possible(table: Moves) -> Moves:
    """Without the moves that nobody takes (a share of 0)."""
    return {key: tuple(move for move in found if move[1].probability != 0) for key, found in table.items()}


def traps(table: Moves) -> list[tuple[str, ...]]:
    """The groups of places, in written order, that are entered from the start and never left, `end` aside.

    One place from which nothing leads on, or places that lead only to each other. Linear (Tarjan's components).
    """
    reached = reach(table, ["start"])
    return [group for group in _components(table, reached) if _closed(table, group) and group != ("end",)]


def _closed(table: Moves, group: tuple[str, ...]) -> bool:
    members = set(group)
    return all(target in members for key in group for target, _ in table.get(key, ()))


def _components(table: Moves, wanted: set[str]) -> list[tuple[str, ...]]:
    """Strongly connected groups; on a stack of its own, since a blueprint may be longer than Python can recurse."""
    rank = {key: number for number, key in enumerate(table)}
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    unsettled: list[str] = []
    settled: set[str] = set()
    found: list[tuple[str, ...]] = []

    def settle(key: str) -> None:
        group: list[str] = []
        while not group or group[-1] != key:
            group.append(unsettled.pop())
        settled.update(group)
        found.append(tuple(sorted(group, key=rank.__getitem__)))

    for root in (key for key in table if key in wanted):
        work = [] if root in index else [(root, iter(table[root]))]
        while work:
            key, rest = work[-1]
            if key not in index:
                index[key] = low[key] = len(index)
                unsettled.append(key)
            for target, _ in rest:
                if target not in index:
                    work.append((target, iter(table[target])))
                    break
                if target not in settled:
                    low[key] = min(low[key], low[target])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[key])
                if low[key] == index[key]:
                    settle(key)
    return sorted(found, key=lambda group: rank[group[0]])
