"""What a blueprint means: every name resolved, units typed, nothing left of how it was written but the places.

Everything is frozen. Elements refer to each other by `key`, the qualified name that is unique in the blueprint
(`check_in`, `check_in.frontstage`, `commuter.quick`), and `Blueprint` has the tables that find them. `at` maps what was
written to where it stands: `"keyword"`, `"id"`, `"title"`, and each attribute by its word (`"takes"`, `"acceptable"`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Literal

from blueprint.records import dataclass, field
from blueprint.source import Span
from blueprint.units import Duration, Money, Rate, RateUnit, Times

Tier = Literal["core", "facilitating", "enhancing"]
StepKind = Literal["step", "decision", "recovery"]
WaitKind = Literal["wait", "pause"]
PhaseKind = Literal["interaction", "billing", "after-sales"]
Level = Literal["low", "medium", "high"]
NOWHERE = Span(0, 0)  # of what no text said
EMPTY: Mapping[str, Span] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """Anything with a name and a place. `id` is what was written or derived; `explicit` says which."""

    key: str
    id: str = ""
    title: str = ""
    explicit: bool = False
    span: Span = NOWHERE
    at: Mapping[str, Span] = field(default_factory=lambda: EMPTY, compare=False)

    @property
    def label(self) -> str:
        """What a person would call it: the title, else the id."""
        return self.title or self.id or self.key


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric(Element):
    """`metric NAME <= VALUE actual VALUE`; a known name carries tier, unit and direction in the vocabulary."""

    name: str
    known: bool
    comparison: str = ""
    target: float | None = None  # in `unit`: seconds, a fraction, a plain number
    actual: float | None = None
    unit: str = ""
    target_text: str = ""
    actual_text: str = ""
    source: str = ""
    proxy: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """The attributes that any step, cell, service or phase may carry."""

    meets: tuple[str, ...] = ()
    under: tuple[str, ...] = ()
    metrics: tuple[Metric, ...] = ()
    emotion: float | None = None  # -2 .. +2
    pains: tuple[str, ...] = ()
    ideas: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    insights: tuple[str, ...] = ()
    moment_of_truth: bool = False
    standard: str = ""
    status: str = ""  # observed | assumed | proposed
    source: str = ""
    owner: str = ""
    notes: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    acceptable: Duration | None = None
    latitude: str = ""  # low | high


NO_NOTES = Notes()


@dataclass(frozen=True, slots=True, kw_only=True)
class Need(Element):
    owner: str  # the persona or role
    strength: str = ""  # must | should | could
    unmet_because: str | None = None  # text after `unmet because`, or None when not said to be unmet


@dataclass(frozen=True, slots=True, kw_only=True)
class Persona(Element):
    needs: tuple[Need, ...] = ()
    quotes: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    share: float | None = None
    demand: Rate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Role(Element):
    staff: float | None = None
    rate: Rate | None = None
    hours: Rate | None = None
    availability: float | None = None
    skills: tuple[str, ...] = ()
    empowered: str | None = None
    needs: tuple[Need, ...] = ()
    of: str = ""
    reports: str = ""
    metrics: tuple[Metric, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class System(Element):
    """A system or a partner (`kind`)."""

    kind: Literal["system", "partner"]
    cost: Money | None = None
    availability: float | None = None
    owner: str = ""
    vendor: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel(Element):
    digital: bool = False
    hours: Rate | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Package(Element):
    price: Money | None = None
    price_per: RateUnit | Literal[""] = ""  # of a price per time
    uses: Rate | None = None
    share: float | None = None
    includes: tuple[str, ...] = ()  # service keys
    guarantee: str = ""
    within: Duration | None = None
    terms: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Insight(Element):
    source: str = ""
    quotes: tuple[str, ...] = ()
    date: str = ""
    sample: float | None = None
    status: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy(Element):
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane(Element):
    """A row. `line` is the name of the line on the side of `beside`, empty when there is none."""

    builtin: bool = True
    position: Literal["below", "above"] = "below"
    beside: str = ""
    line: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Element):
    text: str
    notes: Notes = NO_NOTES


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell(Element):
    """What one side does in a step; `title` is its text. `key` is `step.lane`, `step.lane_2` or `step.id`."""

    step: str
    lane: str
    meanwhile: bool = False
    performers: tuple[str, ...] = ()
    any_performer: bool = False  # `by A or B`
    channels: tuple[str, ...] = ()
    systems: tuple[str, ...] = ()
    takes: Duration | None = None
    cost: Money | None = None
    pays: Money | None = None
    personas: tuple[str, ...] = ()  # `for` on the cell, or personas that perform a customer cell
    notes: Notes = NO_NOTES

    @property
    def contact(self) -> bool:
        """Whether the customer is in touch while it runs: customer and frontstage cells, and any cell with `via`."""
        return self.lane in ("customer", "frontstage") or bool(self.channels)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait(Element):
    """`wait` (in contact) or `pause` (the customer's own time). `key` is `step.wait`, `step.wait_2`, `step.pause` …"""

    step: str
    kind: WaitKind
    duration: Duration | None = None
    meanwhile: bool = False
    notices: tuple[str, ...] = ()
    notes: Notes = NO_NOTES


@dataclass(frozen=True, slots=True, kw_only=True)
class Fail(Element):
    """A fail point on the cell or wait `cell` (empty only when its step has none)."""

    step: str
    cell: str = ""
    likelihood: float | None = None
    severity: str = ""
    recovery: str = ""  # key of the recovery (or step) the arrow names
    escalates: str = ""
    within: Duration | None = None
    owner: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow(Element):
    """`-> target` of a step or a `when`. `target` is a key, or `end`, `start`, `next`, `again`."""

    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class When(Element):
    """An exit of a decision or a step; `title` is the condition. At most one of `arrow` and `items` is there."""

    step: str
    share: float | None = None
    arrow: Arrow | None = None
    items: tuple[Item, ...] = ()
    personas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Element):
    """A step, a decision or a recovery (`kind`): a column of the blueprint.

    `cells` holds cells, waits and pauses in written order. `service` and `phase` are keys; a recovery or a step in a
    branch has those of what it stands in. `within` is the key of the `when` or branch it stands in, or empty.
    """

    kind: StepKind = "step"
    phase: str = ""
    service: str = ""
    within: str = ""
    evidence: tuple[Evidence, ...] = ()
    cells: tuple[Cell | Wait, ...] = ()
    fails: tuple[Fail, ...] = ()
    whens: tuple[When, ...] = ()
    arrow: Arrow | None = None
    offstage: bool = False
    optional: float | None = None
    personas: tuple[str, ...] = ()
    repeats: Times | None = None
    every: Duration | None = None
    trigger: str = ""
    notes: Notes = NO_NOTES


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch(Element):
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Parallel(Element):
    """Branches that run side by side. Its key is `parallel`, `parallel_2` … unless it has an id."""

    phase: str = ""
    service: str = ""
    within: str = ""
    branches: tuple[Branch, ...] = ()


Item = Step | Parallel


@dataclass(frozen=True, slots=True, kw_only=True)
class Service(Element):
    """A service product or customer service, whole: the attributes of all its parts together."""

    tier: Tier
    petal: str = ""
    outcome: str = ""
    utility: str = ""
    warranty: str = ""
    price: Money | None = None
    optional: float | None = None
    personas: tuple[str, ...] = ()
    repeats: Times | None = None
    every: Duration | None = None
    evidence: tuple[Evidence, ...] = ()
    notes: Notes = NO_NOTES


@dataclass(frozen=True, slots=True, kw_only=True)
class ServicePart(Element):
    """The stretch of a service that stands in one place of one phase; `service` is the service's key."""

    service: str
    phase: str
    evidence: tuple[Evidence, ...] = ()
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase(Element):
    """A phase as lived. Its key is `phase_1`, `phase_2` … in written order unless it has an id."""

    kind: PhaseKind
    evidence: tuple[Evidence, ...] = ()
    items: tuple[ServicePart | Item, ...] = ()
    repeats: Times | None = None
    every: Duration | None = None
    notes: Notes = NO_NOTES


LinkKind = Literal["leads_to", "enables", "mutual"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(Element):
    """`a -> b`, `a ~> b`, `a <-> b`; `title` is its label. Ends are keys of steps, cells or declarations."""

    kind: LinkKind
    source: str
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a scenario changes on one element: field name in these classes to its new value.

    `key` is that of the element, empty for the blueprint itself; a field of its `Notes` is called `notes.NAME`.
    """

    key: str
    values: Mapping[str, object]
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario(Element):
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Symbol:
    """A definition and every use of it, for definition, references and rename.

    `definition` is where the id is written; for an id made from a title, that title; with neither, the keyword or lane.
    `uses` are where it is named: by its id, a cell also by its lane. `titles` are titles by which a scenario names it.
    """

    key: str
    kind: str  # role, step, cell, lane, …
    definition: Span
    explicit: bool = True  # whether its id is written
    uses: tuple[Span, ...] = ()
    titles: tuple[Span, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Blueprint(Element):
    """The whole. Tables keep written order; `steps` and `cells` hold those of branches and recoveries too."""

    library: bool = False
    kind: str = ""  # task | access
    version: str = ""
    owner: str = ""
    client: str = ""
    date: str = ""
    review: str = ""
    state: str = ""  # current | target | future
    currency: str = ""
    demand: Rate | None = None
    hours: Rate | None = None
    workdays: float = 7.0
    terms: str = ""
    job: str = ""
    summary: str = ""
    notes: Notes = NO_NOTES
    personas: Mapping[str, Persona] = field(default_factory=dict)
    roles: Mapping[str, Role] = field(default_factory=dict)
    systems: Mapping[str, System] = field(default_factory=dict)  # systems and partners
    channels: Mapping[str, Channel] = field(default_factory=dict)
    packages: Mapping[str, Package] = field(default_factory=dict)
    insights: Mapping[str, Insight] = field(default_factory=dict)
    policies: Mapping[str, Policy] = field(default_factory=dict)
    lanes: tuple[Lane, ...] = ()  # top to bottom, `evidence` first; extra lanes in their places
    services: Mapping[str, Service] = field(default_factory=dict)
    phases: tuple[Phase, ...] = ()
    links: tuple[Link, ...] = ()
    scenarios: Mapping[str, Scenario] = field(default_factory=dict)
    symbols: Mapping[str, Symbol] = field(default_factory=dict)

    @cached_property
    def steps(self) -> Mapping[str, Step]:
        """Every step, decision and recovery by key, in written order, those of branches included."""
        return {step.key: step for phase in self.phases for step in walk(phase.items)}

    @cached_property
    def cells(self) -> Mapping[str, Cell | Wait]:
        """Every cell, wait and pause by key, in written order."""
        return {cell.key: cell for step in self.steps.values() for cell in step.cells}


def walk(items: tuple[ServicePart | Item, ...]) -> Iterator[Step]:
    """Every step, decision and recovery in these items, in written order, into branches."""
    for item in items:
        if isinstance(item, Step):
            yield item
            for when in item.whens:
                yield from walk(when.items)
        elif isinstance(item, Parallel):
            for branch in item.branches:
                yield from walk(branch.items)
        else:
            yield from walk(item.items)
