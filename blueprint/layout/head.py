"""Above the lanes: title, facts, phases, services, branches and loops, the steps' headings."""

from __future__ import annotations

from dataclasses import dataclass, field

from blueprint.layout.columns import Columns, Head, Stretch
from blueprint.layout.figures import elapsed
from blueprint.layout.naming import data, labels
from blueprint.layout.plan import Band, Rect
from blueprint.layout.scene import Box, Item, Label, Route, Words
from blueprint.layout.sizes import GUTTER
from blueprint.layout.text import (
    CORE,
    FACTS,
    LABEL,
    PHASE,
    PHASE_TITLE,
    SERVICE,
    SIDE,
    STEP,
    TAG,
    TIME,
    TITLE,
    Block,
    block,
    listed,
)
from blueprint.layout.values import duration, share
from blueprint.layout.view import View
from blueprint.model.entities import Blueprint, Phase, Service, ServicePart, Step

TOP = 22.0
SPILL = GUTTER / 2 - 3  # how far a bar reaches into the gutters beside its columns
TITLE_SPILL = GUTTER / 2 - 4
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
    """Phase chevrons, service bars, and the brackets and loops under them."""
    for kind, shape in (("phase", _phase), ("service", _service)):
        made = [shape(blueprint, s, *_span(bands, s)) for s in found.stretches if s.kind == kind]
        height = max((box_height for _, _, box_height in made), default=0.0)
        for stretch, text, _ in made:
            above.items.append(_bar(blueprint, stretch, text, *_span(bands, stretch), above.bottom, height))
        above.bottom += height + 6 if made else 0.0
    _brackets(found, bands, above)


def _span(bands: tuple[Band, ...], stretch: Stretch) -> tuple[float, float]:
    return bands[stretch.first].low - SPILL, bands[stretch.last].high + SPILL


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


def _brackets(found: Columns, bands: tuple[Band, ...], above: Above) -> None:
    """Branches under a thin bracket with their condition, loops under an arrow that runs back with its count."""
    levels: list[list[Stretch]] = []
    open_ones: list[Stretch] = []
    wanted = [s for s in found.stretches if s.kind in ("when", "loop")]
    for stretch in sorted(wanted, key=lambda s: (s.first, -s.last)):
        while open_ones and open_ones[-1].last < stretch.first:
            open_ones.pop()
        while len(levels) <= len(open_ones):
            levels.append([])
        levels[len(open_ones)].append(stretch)
        open_ones.append(stretch)
    for level in levels:
        texts = [block(s.text, LABEL, max(bands[s.last].high - bands[s.first].low - 8, 60)) for s in level]
        height = max(text.height for text in texts) + 10
        for stretch, text in zip(level, texts, strict=True):
            draw = _branch if stretch.kind == "when" else _loop
            left, right = bands[stretch.first].low - 4, bands[stretch.last].high + 4
            above.items += draw(stretch, text, left, right, above.bottom, height)
        above.bottom += height + 4


def _branch(stretch: Stretch, text: Block, left: float, right: float, top: float, height: float) -> list[Item]:
    lines = text.place((left + right) / 2, top + height - 8 - text.height)
    return [
        Words(id=f"when:{stretch.key}", role="condition", lines=lines),
        Box(
            id=f"bracket:{stretch.key}", role="bracket", style="bracket", shape="bracket", x=left, y=top + height - 7,
            width=right - left, height=7, title=f"Branch: {stretch.text}",
        ),
    ]  # fmt: skip


def _loop(stretch: Stretch, text: Block, left: float, right: float, top: float, height: float) -> list[Item]:
    low, middle = top + height, round(top + height / 2, 2)
    wide, tall = text.width + 10, text.height
    centre = (left + right) / 2
    label = Label(
        x=round(centre - wide / 2, 2), y=middle - tall / 2, width=round(wide, 2), height=tall,
        text=text.centred(centre, middle),
    )  # fmt: skip
    points = ((right, low), (right, middle), (left, middle), (left, low))
    return [
        Route(
            id=f"loop:{stretch.key}", role="loop", style="edge.loop", points=points, label=label,
            title=f"Repeats {stretch.text}",
        )
    ]  # fmt: skip


# headings


def headings(blueprint: Blueprint, found: Columns, bands: tuple[Band, ...], above: Above) -> None:
    """Number and title of each step, its time, its tags; headings that share a column stand under each other."""
    above.bottom += 4
    used = [above.bottom] * len(bands)
    shown = {head.step.key for head in found.heads}
    for head in sorted(found.heads, key=lambda h: (h.order, h.first)):
        columns = range(head.first, head.last + 1)
        top = max(used[c] for c in columns)
        left, right = bands[head.first].low, bands[head.last].high
        bottom = _heading(blueprint, head, left, right, top, above, shown)
        for c in columns:
            used[c] = bottom + 6
    above.bottom = max(used) + 2


def _heading(
    blueprint: Blueprint, head: Head, left: float, right: float, top: float, above: Above, shown: set[str]
) -> float:  # fmt: skip
    step, centre = head.step, (left + right) / 2
    room = right - left + 2 * TITLE_SPILL
    side = step.kind == "recovery" or step.offstage
    name = f"{head.number}. {step.label}" if head.number else step.label
    text = block(name, SIDE if side else STEP, room) + block(times_of(step), TIME, room)
    words = Words(
        id=f"step:{step.key}", role="step", lines=text.place(centre, top), title=f"{step.kind.capitalize()} {name}",
        data=data(step.key, step.span),
    )  # fmt: skip
    items: list[Item] = [words]
    top += text.height
    for number, (kind, tag) in enumerate([*tags_of(blueprint, step), *exits_of(blueprint, step, shown)]):
        label = block(tag, TAG, room - 14)
        wide, tall = round(label.width + 14, 2), label.height + 4
        box = Rect(round(centre - wide / 2, 2), top + 3, wide, tall)
        items.append(
            Box(
                id=f"tag:{step.key}:{number + 1}", role="tag", style=f"tag.{kind}", shape="round", radius=7,
                x=box.x, y=box.y, width=wide, height=tall, text=label.place(centre, box.y + 2), title=tag,
            )
        )  # fmt: skip
        top = box.bottom
    above.steps.setdefault(step.key, []).extend(items)
    return top


def times_of(step: Step) -> str:
    """A step's time and, where it says one, the longest that is acceptable."""
    most = f"at most {duration(step.notes.acceptable)}" if step.notes.acceptable else ""
    return " · ".join(filter(None, (elapsed(step), most)))


def exits_of(blueprint: Blueprint, step: Step, shown: set[str]) -> list[tuple[str, str]]:
    """Exits to steps that this picture leaves out: a decision with one arm would tell something else."""
    found = []
    for when in step.whens:
        target = blueprint.steps.get(when.arrow.target) if when.arrow else None
        if target is not None and target.key not in shown:
            likely = f" {share(when.share)}" if when.share is not None else ""
            found.append(("exit", f"{when.title}{likely} → {target.label}"))
    return found


def tags_of(blueprint: Blueprint, step: Step) -> list[tuple[str, str]]:
    found = []
    if step.kind == "recovery":
        found.append(("recovery", "recovery"))
    if step.offstage:
        found.append(("offstage", "offstage"))
    if step.optional is not None:
        found.append(("optional", f"optional {share(step.optional)}"))
    if step.personas:
        found.append(("for", "for " + ", ".join(labels(step.personas, blueprint.personas))))
    if step.trigger:
        found.append(("trigger", step.trigger))
    return found
