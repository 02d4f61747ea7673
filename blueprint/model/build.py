"""The second pass: every element of the model, with its references resolved."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from blueprint.diagnostics import Related
from blueprint.model import entities as e
from blueprint.model import places
from blueprint.model.collect import Collected, outside
from blueprint.model.fields import CLASSES
from blueprint.model.findings import finding, write_instead
from blueprint.model.names import Entry
from blueprint.model.read import Taken
from blueprint.model.steps import Steps, Where
from blueprint.model.values import Values
from blueprint.records import dataclass, field, replace
from blueprint.spelling import one_of
from blueprint.syntax import nodes
from blueprint.vocabulary import PHASES, TIERS


@dataclass
class Tables:
    """The declarations by kind, in written order."""

    personas: dict[str, e.Persona] = field(default_factory=dict)
    roles: dict[str, e.Role] = field(default_factory=dict)
    systems: dict[str, e.System] = field(default_factory=dict)
    channels: dict[str, e.Channel] = field(default_factory=dict)
    packages: dict[str, e.Package] = field(default_factory=dict)
    insights: dict[str, e.Insight] = field(default_factory=dict)
    policies: dict[str, e.Policy] = field(default_factory=dict)

    def of(self, kind: str) -> dict[str, Any]:
        found: dict[str, Any] = getattr(self, _TABLE_OF[kind])
        return found


_TABLE_OF = {
    "persona": "personas", "role": "roles", "system": "systems", "partner": "systems", "channel": "channels",
    "package": "packages", "insight": "insights", "policy": "policies",
}  # fmt: skip


class Builder(Steps):
    """Builds one blueprint out of the statements that the first pass let through."""

    def __init__(self, found: Collected, values: Values) -> None:
        super().__init__(found, values)
        self.tables = Tables()
        self.extra: list[e.Lane] = []
        self.services: dict[str, Taken] = {}
        self.heads: dict[str, tuple[Entry, nodes.Header]] = {}
        self.service_evidence: dict[str, list[e.Evidence]] = {}
        self.parts: dict[str, int] = {}
        self.phases: list[e.Phase] = []
        self.loose: list[e.ServicePart | e.Item] = []  # steps outside the phases
        self.scenarios: list[tuple[Entry, nodes.Header]] = []

    # the whole

    def declarations(self, statements: Iterable[nodes.Statement]) -> None:
        """Everything on the outermost level of a file."""
        for each in self.found.statements(list(statements)):
            if isinstance(each, nodes.Link):
                self.link(each)
            elif isinstance(each, nodes.Header):
                self.declaration(each)
        self.join_loose()

    def declaration(self, node: nodes.Header) -> None:
        word = node.keyword.text
        entry = self.names.at.get(node.span)
        if word == "phase":
            self.phase(node, entry)
        elif entry is None:
            return
        elif outside(node):
            self.outside(node, entry)
        elif word in _TABLE_OF:
            self.tables.of(word)[entry.key] = self.declared(word, entry, node)
        elif word == "lane":
            taken = self.reader.take("lane", entry.key, node)
            self.extra.append(e.Lane(**self.reader.base(entry, node, taken), builtin=False, **taken.fields()))
        elif word in places.TIERS:
            taken = self.open_service(node, entry)
            self.service_evidence.setdefault(entry.key, []).extend(self.evidence(taken, entry.key))
            self.items(taken.rest, Where(service=entry.key))
        elif word == "scenario":
            self.scenarios.append((entry, node))

    def declared(self, kind: str, entry: Entry, node: nodes.Header) -> Any:
        taken = self.reader.take(kind, entry.key, node)
        more: dict[str, Any] = {"kind": kind} if kind in ("system", "partner") else {}
        if kind in ("persona", "role"):
            needs = [n for n in taken.rest if isinstance(n, nodes.Header) and n.keyword.text == "need"]
            more["needs"] = tuple(self.need(need, entry.key) for need in needs if need.span in self.names.at)
        return CLASSES[kind](**self.reader.base(entry, node, taken), **taken.fields(), **more)

    def need(self, node: nodes.Header, owner: str) -> e.Need:
        entry = self.names.at[node.span]
        taken = self.reader.take("need", entry.key, node)
        return e.Need(**self.reader.base(entry, node, taken), owner=owner, **taken.fields())

    # phases and services

    def phase(self, node: nodes.Header, entry: Entry | None) -> None:
        self.join_loose()
        number = len(self.phases) + 1
        key = entry.key if entry else self.names.free(f"phase_{number}")
        taken = self.reader.take("phase", key, node)
        if node.kind:
            taken.at.setdefault("kind", node.kind.span)
        base = self.reader.base(entry or Entry(key, "phase", "", False, node.span, key), node, taken)
        base["id"] = key if entry else ""
        where = Where(phase=key)
        items: list[e.ServicePart | e.Item] = []
        for each in taken.rest:
            if isinstance(each, nodes.Header) and each.keyword.text in places.TIERS:
                service = self.names.at.get(each.span)
                if service is not None:
                    items.append(self.part(each, service, where))
            else:
                items += self.items([each], where)
        fields = taken.fields()
        self.phases.append(e.Phase(**base, kind=self.phase_kind(node), items=tuple(items),
                                   evidence=self.evidence(taken, key), **fields))  # fmt: skip

    def outside(self, node: nodes.Header, entry: Entry) -> None:
        """Steps outside the phases join the phase above them; where there is none, they are one of their own."""
        if not self.phases:
            key = self.names.free("phase_1")
            self.phases.append(e.Phase(key=key, kind="interaction", span=node.span, at={"keyword": node.keyword.span}))
        where = Where(phase=self.phases[-1].key)
        more = [self.part(node, entry, where)] if node.keyword.text in places.TIERS else self.items([node], where)
        self.loose.extend(more)

    def join_loose(self) -> None:
        """Put the steps that stood outside into the phase above them."""
        if self.loose:
            self.phases[-1] = replace(self.phases[-1], items=(*self.phases[-1].items, *self.loose))
            self.loose.clear()

    def phase_kind(self, node: nodes.Header) -> e.PhaseKind:
        word = node.kind
        for kind in ("interaction", "billing", "after-sales"):
            if word is not None and word.text == kind:
                return kind
        if word is not None:
            self.reader.report_choice("phase", word.text, word.span, tuple(PHASES))
        return "interaction"

    def part(self, node: nodes.Header, entry: Entry, where: Where) -> e.ServicePart:
        """The stretch of a service in one phase; its attributes go to the service as a whole."""
        taken = self.open_service(node, entry)
        self.parts[entry.key] = number = self.parts.get(entry.key, 0) + 1
        key = f"{entry.key}.part" + (f"_{number}" if number > 1 else "")
        inner = replace(where, service=entry.key)
        items = self.items(taken.rest, inner)
        evidence = self.evidence(taken, key)
        self.service_evidence.setdefault(entry.key, []).extend(evidence)
        base = self.reader.base(replace(entry, key=key), node, Taken("service", key, at=dict(taken.at)))
        base |= {"id": entry.key, "explicit": node.id is not None}
        return e.ServicePart(**base, service=entry.key, phase=where.phase, items=tuple(items), evidence=evidence)

    def open_service(self, node: nodes.Header, entry: Entry) -> Taken:
        """Read the attributes of one part into the whole; its other lines come back in `rest`."""
        whole = self.services.get(entry.key)
        if whole is None:
            whole = self.services[entry.key] = Taken("service", entry.key)
            self.heads[entry.key] = (entry, node)
            self.reader.take("service", entry.key, node, whole)
        else:
            self.same_service(node, entry)
            self.reader.take("service", entry.key, node, whole, again=True)
        here = Taken("service", entry.key, at={"keyword": node.keyword.span}, rest=whole.rest)
        whole.rest = []
        return here

    def same_tier(self, node: nodes.Header, entry: Entry) -> None:
        """A service is opened again with the keyword that it had first."""
        _, first = self.heads[entry.key]
        if node.keyword.text != first.keyword.text:
            self.report(finding(
                "conflicting-attribute", node.keyword.span,
                f"`{entry.key}` is a {first.keyword.text} service; it cannot be opened again as {node.keyword.text}.",
                related=(Related(first.keyword.span, "it is opened first here"),),
                fix=write_instead(node.keyword.span, first.keyword.text),
            ))  # fmt: skip

    def same_service(self, node: nodes.Header, entry: Entry) -> None:
        """A part has the tier of the first, and no other title."""
        self.same_tier(node, entry)
        _, first = self.heads[entry.key]
        if node.title and first.title is None:
            self.heads[entry.key] = (entry, replace(first, title=node.title))
        elif node.title and first.title and node.title.value != first.title.value:
            self.report(finding(
                "conflicting-attribute", node.title.span,
                f"The title of `{entry.key}` is “{first.title.value}” already.",
                help="A service that is opened again needs its id only; another service needs another id.",
                related=(Related(first.title.span, "the first title stands here"),),
            ))  # fmt: skip

    def check_places(self) -> None:
        """A service that is opened outside the phases only is nowhere in what the customer goes through."""
        for key in [] if self.found.mended else [key for key in self.services if key not in self.parts]:
            head = self.heads[key][1]
            near = self.names.near(key, list(self.parts))
            self.report(finding(
                "misplaced-statement", head.keyword.span, f"No phase holds the service `{key}`"
                + (f"; did you mean `{near[0]}`?" if near else "."),
                help="A service stands in a phase; out here it is opened again by its id.",
                fix=write_instead(head.id.span, near[0]) if near and head.id else None,
            ))  # fmt: skip

    def check_lanes(self) -> None:
        """Each extra lane stands beside one whose place is known: none beside itself, by whatever way round."""
        known = {lane.key: lane for lane in self.extra}
        settled: set[str] = set()
        for lane in self.extra:
            way: dict[str, e.Lane] = {}
            at: e.Lane | None = lane
            while at is not None and at.key not in settled and at.key not in way:
                way[at.key] = at
                at = known.get(at.beside)
            if at is not None and at.key in way:
                self.report(finding(
                    "wrong-reference", at.at[at.position], f"The lane `{at.key}` has no place: it stands beside "
                    + ("itself." if at.beside == at.key else f"`{at.beside}`, and that one beside it in the end."),
                    help="Place one of them beside a lane that is always there, such as `support`.",
                ))  # fmt: skip
            settled.update(way)

    def check_shares(self) -> None:
        """The shares of the personas, and those of the packages, are parts of one whole."""
        for table, what in ((self.tables.personas, "personas"), (self.tables.packages, "packages")):
            shared = [each for each in table.values() if each.share is not None]
            total = sum(each.share or 0 for each in shared)
            if total > 1 + 1e-9:
                *others, last = [each.at["share"] for each in shared]
                self.report(finding(
                    "value-out-of-range", last, f"The shares of the {what} add up to {total * 100:g}%, over 100%.",
                    related=tuple(Related(span, "this is added") for span in others[:8]),
                ))  # fmt: skip

    def whole_services(self) -> dict[str, e.Service]:
        """Every service with the attributes of all its parts."""
        made = {}
        for key, taken in self.services.items():
            entry, node = self.heads[key]
            base = self.reader.base(entry, node, taken)
            evidence = tuple(self.service_evidence.get(key, ()))
            made[key] = e.Service(**base, tier=one_of(node.keyword.text, TIERS), evidence=evidence, **taken.fields())
        return made
