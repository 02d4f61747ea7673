"""Which connections a picture draws, and how: fewer than the flow has, as the order of columns says much by itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from blueprint.graph.flow import Flow, FlowEdge
from blueprint.graph.inside import look
from blueprint.layout.columns import Place, lane_of, straight_on
from blueprint.layout.edge_labels import LABEL_PAD, edge_label, edge_text
from blueprint.layout.plan import Side, Wire
from blueprint.layout.scene import Heads
from blueprint.layout.text import Block
from blueprint.model.entities import Blueprint, Step, When
from blueprint.records import dataclass, replace
from blueprint.source import Span

NOWHERE = Span(0, 0)
WEIGHTS = {"journey": 0, "leads_to": 1, "fails_to": 1, "recovers_to": 2, "mutual": 2, "enables": 3, "meanwhile": 2}
Sides = tuple[Side, ...]
_DEEP = 8  # how many gates and joins in a row are seen through


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A connection that is drawn: its wire for the router, and how it looks."""

    wire: Wire
    style: str
    kind: str
    heads: Heads = "end"
    label: Block | None = None
    title: str = ""
    span: Span = NOWHERE


class Wires:
    """Collects the connections between what stands in the grid."""

    def __init__(self, blueprint: Blueprint, flow: Flow, places: Mapping[str, Place]) -> None:
        self.blueprint, self.flow, self.places = blueprint, flow, places
        self.rank = {lane.id: n for n, lane in enumerate(blueprint.lanes)}
        self.found: dict[str, Drawn] = {}
        self.doubles: dict[str, int] = {}
        self.firsts: dict[str, str] = {}  # step → its first and last part in the customer's lane
        self.lasts: dict[str, str] = {}
        self.entries: dict[str, list[str]] = {}  # step → the cells that it begins with
        for step in blueprint.steps.values():
            self.entries[step.key] = [key for key in look(step).entry if key in places] or [step.key]
            mine = [part.key for part in step.cells if lane_of(part) == "customer"]
            if step.kind == "decision" and step.key in places and places[step.key].lane == "customer":
                mine.append(step.key)
            if mine:
                self.firsts[step.key], self.lasts[step.key] = mine[0], mine[-1]

    def choose(self) -> list[Drawn]:
        for step in self.blueprint.steps.values():
            self.inside(step)
        said: set[tuple[object, ...]] = set()
        for edge in self.flow.edges:
            if edge.kind == "journey" or (edge.kind == "leads_to" and not edge.link):
                self.between(edge, said)
            elif edge.kind in ("fails_to", "recovers_to"):
                for target in self.seen(edge.target):
                    self.side_path(edge, target, said)
            else:
                self.link(edge)
        self.bars_apart()
        return self.failing_apart()

    def bars_apart(self) -> None:
        """The end of a bar has one port. Where wires come in at it and go out, it is left to the more of them."""
        ends: dict[tuple[str, bool], tuple[list[str], list[str]]] = {}  # (bar, its upper end) → wires in, wires out
        for name, drawn in self.found.items():
            one, other = drawn.wire.source, drawn.wire.target
            for way, bar, far in ((1, one, other), (0, other, one)):
                rank, far_rank = self.lane_rank(bar), self.lane_rank(far)
                if self.places[bar].kind == "bar" and rank != far_rank:
                    ends.setdefault((bar, far_rank < rank), ([], []))[way].append(name)
        for into, out in ends.values():
            fewer = min(into, out, key=len) if len(into) != len(out) else []
            for name in fewer:
                self.found[name] = replace(self.found[name], wire=replace(self.found[name].wire, strict=True))

    def failing_apart(self) -> list[Drawn]:
        """All that was found; a way to a recovery leaves by a side that no other wire of its cell leaves by, where
        that takes no more bends, so that the two are told apart from the start."""
        taken: dict[str, set[Side]] = {}
        for drawn in self.found.values():
            for one, other in ((drawn.wire.source, drawn.wire.target), (drawn.wire.target, drawn.wire.source)):
                if drawn.kind not in ("fails_to", "recovers_to"):
                    taken.setdefault(one, set()).update(self.toward(one, other))
        for name, drawn in self.found.items():
            if drawn.kind == "fails_to":
                free = [s for s in FAILS_LEAVE if s not in taken.get(drawn.wire.source, ())]
                if self.places[drawn.wire.source].column < self.places[drawn.wire.target].column and free:
                    self.found[name] = replace(drawn, wire=replace(drawn.wire, leave=(free[0],), strict=False))
        return list(self.found.values())

    def toward(self, one: str, other: str) -> set[Side]:
        """The sides of a box that face another."""
        a, b = self.places[one], self.places[other]
        faces: set[Side] = set()
        if a.column != b.column:
            faces.add("right" if a.column < b.column else "left")
        if (a.lane, a.track) != (b.lane, b.track):
            below = (self.lane_rank(one), a.track) < (self.lane_rank(other), b.track)
            faces.add("bottom" if below else "top")
        return faces

    # inside a step

    def inside(self, step: Step) -> None:
        """One wire from each group to the next, between the cells that are nearest, and one along each group."""
        groups = [[part.key for part in group] for group in look(step).groups]
        for group in groups:
            members = sorted((k for k in group if k in self.places), key=self.lane_rank)
            for one, other in pairwise(members):
                self.add("meanwhile", one, other, heads="both")
        if step.kind == "decision":
            groups.append([step.key])
        for before, after in pairwise(groups):
            pairs = [(a, b) for a in before for b in after if a in self.places and b in self.places]
            if pairs:
                pair = min(pairs, key=lambda pair: self.apart(*pair))
                self.add(self.weight(*pair), *pair)

    def apart(self, one: str, other: str) -> int:
        return abs(self.lane_rank(one) - self.lane_rank(other))

    def lane_rank(self, key: str) -> int:
        return self.rank.get(self.places[key].lane, 0)

    # between steps

    def between(self, edge: FlowEdge, said: set[tuple[object, ...]]) -> None:
        """The way from step to step: along the customer's cells where both have any, else from end to start.

        Of a way that some take past an optional step, only the way in is drawn: the tag at its head says the rest. A
        way from a step to itself is drawn over its heading.
        """
        source = self.step_of(edge.source)
        fork = edge.source.startswith(("fork:", "join:"))
        if edge.source == "start" or edge.source.startswith("gate:"):
            return
        for target in self.seen(edge.target):
            end = self.step_of(target)
            key = (source, end if fork else "", edge.span, edge.condition, edge.label)
            if source != end and key not in said:
                said.add(key)
                self.path(edge, source, end, target)

    def path(self, edge: FlowEdge, source: str, end: str, target: str) -> None:
        target = f"end:{source}" if target == "end" else target
        leave = self.lasts.get(source, edge.source)
        enter = self.firsts.get(end, "")
        if target.startswith("join:") and target in self.places:
            leave = min(leave, edge.source, key=lambda key: self.apart(key, target) if key in self.places else 99)
        if enter and (source in self.lasts or edge.source.startswith(("fork:", "join:"))):
            target = enter
        elif not target.startswith(("fork:", "join:", "end:")):
            leave = edge.source
        self.add(self.weight(leave, target), leave, target, edge)

    def weight(self, source: str, target: str) -> str:
        """What stays in the customer's lane is the customer's path."""
        ends = [self.places[key].lane for key in (source, target) if key in self.places]
        return "journey" if ends == ["customer", "customer"] else "leads_to"

    def step_of(self, key: str) -> str:
        node = self.flow.nodes.get(key)
        return (node.step if node and node.kind not in ("fork", "join", "gate") else "") or key

    def seen(self, key: str, depth: int = 0) -> Iterator[str]:
        """What stands in the picture for a node: itself, or what a gate or a meeting of ways leads to."""
        if key in self.places or key == "end":
            yield key
        elif depth < _DEEP and key.startswith(("gate:", "join:")):
            onward = self.flow.out(key, "leads_to", "recovers_to")
            # The tag at the head of an optional step says that some pass it by.
            for edge in onward[:1] if key.startswith("gate:") else onward:
                yield from self.seen(edge.target, depth + 1)

    # off the path

    def side_path(self, edge: FlowEdge, target: str, said: set[tuple[object, ...]]) -> None:
        """To a recovery, and back from it: to one cell of those that start there together."""
        step, end = self.step_of(edge.source), self.step_of(target)
        key = (edge.kind, edge.source, end, edge.label, edge.condition)
        if key in said:
            return
        said.add(key)
        if target == "end":
            target = f"end:{step}"
        elif edge.kind == "recovers_to":
            target = self.firsts.get(end, target)
        elif end in self.entries and edge.source in self.places:
            target = min(self.entries[end], key=lambda entry: self.apart(edge.source, entry))
        self.add(edge.kind, edge.source, target, edge)

    def link(self, edge: FlowEdge) -> None:
        self.add(edge.kind, edge.source, edge.target, edge, heads="both" if edge.kind == "mutual" else "end")

    def add(
        self, kind: str, source: str, target: str, edge: FlowEdge | None = None,
        heads: Heads = "end",
    ) -> None:  # fmt: skip
        if source not in self.places or target not in self.places or source == target:
            return
        text, label = (edge_text(edge), edge_label(edge)) if edge else ("", None)
        name = f"edge:{kind}:{source}:{target}"
        if name in self.found:
            if not text or self.found[name].title.endswith(text):
                return
            if label and self.places[source].kind == "decision":
                leave, enter = self.sides(kind, source, target, edge)
                self.found[name] = joined(self.found[name], label, text, leave, enter)
                return
            self.doubles[name] = self.doubles.get(name, 1) + 1
            name += f":{self.doubles[name]}"
        leave, enter = self.sides(kind, source, target, edge)
        wire = Wire(
            id=name, source=source, target=target, weight=WEIGHTS[kind], label=ground(label), leave=leave,
            enter=enter, strict=False,
            bundle=name if heads == "both" else kind,
        )  # fmt: skip
        style = "edge" if kind == "leads_to" else f"edge.{kind}"
        self.found[name] = Drawn(
            wire=wire, style=style, kind=kind, heads=heads, label=label, span=edge.span if edge else NOWHERE,
            title=f"{self.said(source)} {SPOKEN[kind]} {self.said(target)}" + (f": {text}" if text else ""),
        )  # fmt: skip

    def exit(self, source: str, target: str, edge: FlowEdge | None) -> Sides:
        """Where a decision's way out leaves: what goes straight on to the right, ends below, branches towards their
        first cell; far ways where no branch does, in turn above and below, so that their labels stand apart."""
        step, one, other = self.places[source].step, self.places[source], self.places[target]
        when = next((w for w in step.whens if edge and w.span == edge.span), None) if step else None
        if step is None or when is None or when is straight_on(step) or self.beside(one, when):
            return ("right",) if one.until < other.column else ()
        if when.arrow and other.kind != "end":
            far = [w.key for w in step.whens if w.arrow and w.arrow.target != "end" and not self.beside(one, w)]
            taken = {self.branch(one, w) for w in step.whens if w.items or (w.arrow and w.arrow.target == "end")}
            free: Sides = tuple(side for side in TALL if side not in taken) or ("top",)
            return (free[far.index(when.key) % len(free)],)
        return ("bottom",) if other.kind == "end" else (self.beyond(one, other),)

    def branch(self, one: Place, when: When) -> Side:
        """The side of a decision by which a branch with steps of its own is left, or an end."""
        first = self.entries.get(getattr(when.items[0], "key", ""), []) if when.items else []
        return self.beyond(one, self.places[first[0]]) if first and first[0] in self.places else "bottom"

    def beyond(self, one: Place, other: Place) -> Side:
        below = (self.lane_rank(one.key), one.track) < (self.lane_rank(other.key), other.track)
        return "bottom" if below else "top"

    def beside(self, one: Place, when: When) -> bool:
        """Whether an exit leads to the very next cell in the lane, where no other exit goes straight on."""
        if when.arrow is None or one.step is None or straight_on(one.step):
            return False
        key = when.arrow.target
        other = self.places.get(self.firsts.get(key) or self.entries.get(key, [key])[0])
        return other is not None and (other.column, other.lane, other.track) == (one.until + 1, one.lane, one.track)

    def said(self, key: str) -> str:
        place = self.places[key]
        return place.text or {"end": "the end", "bar": "parallel work"}.get(place.kind, key)

    def sides(
        self, kind: str, source: str, target: str, edge: FlowEdge | None
    ) -> tuple[Sides, Sides]:  # fmt: skip
        """Where wires leave and enter: the customer's path goes on to the right and is entered from the left."""
        one, other = self.places[source], self.places[target]
        onward = kind == "journey" and one.until < other.column
        leave: Sides = ("right",) if one.kind == "bar" or onward else ()
        enter: Sides = ("left",) if other.kind == "bar" or onward else ()
        if one.kind == "decision" and kind in ("journey", "leads_to"):
            leave = self.exit(source, target, edge)
            level = (one.lane, one.track) == (other.lane, other.track)
            enter = enter if leave == ("right",) and level else ()
        if other.kind == "decision" and kind not in ("journey", "leads_to"):
            enter = ("top", "bottom")  # the path comes from the left
        return leave, enter if other.kind != "end" else ()


def ground(label: Block | None) -> tuple[float, float] | None:
    """The room that a label takes, with its ground."""
    return (label.width + 2 * LABEL_PAD, label.height + 2) if label else None


def joined(drawn: Drawn, label: Block, text: str, leave: Sides, enter: Sides) -> Drawn:
    """Two ways out of a decision to one place are one line that names both conditions; straight on where one is."""
    both = drawn.label + label if drawn.label else label
    wire = replace(drawn.wire, label=ground(both))
    if leave == ("right",):
        wire = replace(wire, leave=leave, enter=enter)
    return replace(drawn, wire=wire, label=both, title=f"{drawn.title}; {text}")


TALL: Sides = ("top", "bottom")
FAILS_LEAVE: Sides = ("right", "bottom", "top")
SPOKEN = {
    "journey": "then", "leads_to": "leads to", "meanwhile": "together with", "fails_to": "fails to",
    "recovers_to": "returns to", "enables": "enables", "mutual": "and",
}  # fmt: skip
