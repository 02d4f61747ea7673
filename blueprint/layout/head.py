"""Above the lanes: title, facts, phases, services."""

from __future__ import annotations

from blueprint.layout.columns import Columns, Stretch
from blueprint.layout.naming import data, labels
from blueprint.layout.plan import Band, Rect
from blueprint.layout.scene import Box, Item, Words
from blueprint.layout.sizes import GUTTER
from blueprint.layout.text import (
    CORE,
    FACTS,
    PHASE,
    PHASE_TITLE,
    SERVICE,
    TITLE,
    Block,
    block,
    listed,
)
from blueprint.layout.values import share
from blueprint.layout.view import View
from blueprint.model.entities import Blueprint, Phase, Service, ServicePart
from blueprint.records import dataclass, field

TOP = 22.0
SPILL = GUTTER / 2 - 3  # how far a bar reaches into the gutters beside its columns
BETWEEN = GUTTER - 2 * SPILL  # from one bar to the next
KINDS = {"interaction": "INTERACTION", "billing": "BILLING", "after-sales": "AFTER-SALES"}


@dataclass(slots=True)
class Above:
    """What stands above the lanes, and where they may begin."""

    items: list[Item] = field(default_factory=list)
    steps: dict[str, list[Item]] = field(default_factory=dict)  # headings by step, to be read with their cells
    obstacles: list[Rect] = field(default_factory=list)
    bottom: float = 0.0


def title(blueprint: Blueprint, view: View, left: float, room: float) -> Above:
    """The title and the line of facts under it."""
    name = block(blueprint.label, TITLE, room)
    facts = [listed(facts_of(blueprint, view), FACTS, room), block(blueprint.summary, FACTS, room)]
    above = Above([Words(id="title", role="title", lines=name.place(left, TOP, "start"))])
    above.bottom = TOP + name.height + 2
    for number, fact in enumerate(facts):
        if fact.lines:
            lines = fact.place(left, above.bottom, "start")
            above.items.append(Words(id=f"facts:{number + 1}", role="facts", lines=lines))
            above.bottom += fact.height
    above.bottom += 14
    return above


def facts_of(blueprint: Blueprint, view: View) -> list[str]:
    """Who it is about, which edition, whose it is, and what part of it is shown."""
    personas = [persona.label for persona in blueprint.personas.values()]
    shown = personas[:3] + ([f"{len(personas) - 3} more"] if len(personas) > 3 else [])
    phase = next((p for p in blueprint.phases if p.key == view.phase), None)
    service = blueprint.services.get(view.service)
    facts = [
        "Service blueprint", ", ".join(shown), f"v{blueprint.version}" if blueprint.version else "",
        blueprint.date, f"{blueprint.state} state" if blueprint.state else "",
        f"owner: {blueprint.owner}" if blueprint.owner else "", f"for {blueprint.client}" if blueprint.client else "",
        f"scenario: {view.scenario}" if view.scenario else "",
        f"only the phase {phase.title or phase.kind}" if phase else "",
        f"only the service {service.label}" if service else "",
    ]  # fmt: skip
    return [fact for fact in facts if fact]


def bars(blueprint: Blueprint, found: Columns, bands: tuple[Band, ...], above: Above) -> None:
    """Phase chevrons, and service bars under them."""
    for kind, shape in (("phase", _phase), ("service", _service)):
        made = [shape(blueprint, s, *_span(bands, s)) for s in found.stretches if s.kind == kind]
        height = max((box_height for _, _, box_height in made), default=0.0)
        for stretch, text, _ in made:
            above.items.append(_bar(blueprint, stretch, text, *_span(bands, stretch), above.bottom, height))
        above.bottom += height + 6 if made else 0.0


def _span(bands: tuple[Band, ...], stretch: Stretch) -> tuple[float, float]:
    """Up to the next bar, also where wires speak in the gutter between."""
    following = stretch.last + 1
    right = bands[following].low - SPILL - BETWEEN if following < len(bands) else bands[stretch.last].high + SPILL
    return bands[stretch.first].low - SPILL, round(right, 2)


def _phase(blueprint: Blueprint, stretch: Stretch, left: float, right: float) -> tuple[Stretch, Block, float]:
    phase = stretch.owner
    assert isinstance(phase, Phase)
    room = right - left - 30
    text = block(KINDS[phase.kind], PHASE, room) + block(phase.title, PHASE_TITLE, room)
    one_line = len(text.lines) == 2 and sum(wide for _, _, wide in text.lines) + 14 <= room
    return stretch, text, 26.0 if one_line else text.height + 10


def _service(blueprint: Blueprint, stretch: Stretch, left: float, right: float) -> tuple[Stretch, Block, float]:
    service = blueprint.services[stretch.owner.service] if isinstance(stretch.owner, ServicePart) else None
    assert service is not None
    words = [stretch.text or service.label]
    if service.tier == "core":
        words.append("core")
    if service.optional is not None:
        words.append(f"optional {share(service.optional)}")
    if service.personas:
        words.append("for " + ", ".join(labels(service.personas, blueprint.personas)))
    text = block(" · ".join(words), CORE if service.tier == "core" else SERVICE, right - left - 14)
    return stretch, text, max(20.0, text.height + 6)


def _bar(
    blueprint: Blueprint, stretch: Stretch, text: Block, left: float, right: float, top: float, height: float
) -> Box:
    owner = stretch.owner
    middle = top + height / 2
    if isinstance(owner, Phase):
        lines = text.place(left + 12, middle - text.height / 2, "start")
        if len(text.lines) == 2 and sum(wide for _, _, wide in text.lines) + 44 <= right - left:
            kind, name = Block(text.lines[:1]), Block(text.lines[1:])
            lines = kind.place(left + 12, middle - 7, "start")
            lines += name.place(left + 12 + kind.width + 14, middle - 7, "start")
        style, shape, said = f"phase.{owner.kind}", "chevron", f"Phase {owner.kind}: {owner.title}".rstrip(": ")
        key, span = owner.key, owner.span
    else:
        assert isinstance(owner, ServicePart)
        service = blueprint.services[owner.service]
        lines = text.centred((left + right) / 2, middle)
        style, shape, said = f"service.{service.tier}", "rect", _service_said(service)
        key, span = owner.key, owner.span
    return Box(
        id=f"{stretch.kind}:{key}", role=stretch.kind, style=style, x=left, y=top, width=right - left, height=height,
        shape="chevron" if shape == "chevron" else "rect", radius=0.0 if shape == "chevron" else 4.0, text=lines,
        title=said, data=data(key, span),
    )  # fmt: skip


def _service_said(service: Service) -> str:
    kind = "Core service" if service.tier == "core" else f"{service.tier.capitalize()} service"
    return ", ".join(filter(None, (f"{kind}: {service.label}", service.petal)))
