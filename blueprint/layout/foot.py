"""Below the lanes: rows that stand only when the file has something for them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from blueprint.analysis.time import Elapsed
from blueprint.graph.flow import Flow
from blueprint.layout.columns import Columns, Head, Stretch
from blueprint.layout.figures import cost, said, so_far
from blueprint.layout.plan import Band
from blueprint.layout.scene import Box, Curve, Item, Line, Mark, MarkKind, Point, Words
from blueprint.layout.text import FOOT, FOOT_BAD, FOOT_QUOTE, TIME, Block, Font, block, listed
from blueprint.layout.values import duration, quantity, share
from blueprint.model.entities import Blueprint, Metric, Notes, Phase, ServicePart, Wait
from blueprint.records import dataclass
from blueprint.units import Duration

PAD = 12.0
UNIT = 14.0  # px for one point of emotion
COMPARED = {"<=": "at most", ">=": "at least", "<": "under", ">": "over", "=": "exactly"}
LETTERS = {"fail": "F", "wait": "W", "pain": "!", "idea": "+"}


@dataclass(frozen=True, slots=True)
class Foot:
    """A row below the lanes: its name, what stands in it, how high it is."""

    key: str
    name: str
    note: str
    height: float
    items: list[Item]


@dataclass(frozen=True, slots=True)
class Entry:
    """A text over some columns, perhaps with a mark before it."""

    first: int
    last: int
    text: str
    font: Font = FOOT
    mark: MarkKind | None = None
    wide: bool = False  # of a service, a phase or the whole: a box of its own over its columns


@dataclass(frozen=True, slots=True)
class Ground:
    """What all rows need."""

    blueprint: Blueprint
    flow: Flow
    found: Columns
    bands: tuple[Band, ...]
    right: float

    @property
    def whole(self) -> bool:
        """Whether every step is shown."""
        return len(self.found.heads) == len(self.blueprint.steps)

    def owners(self) -> Iterator[tuple[Stretch, Notes]]:
        """Phases and services with what is noted on them; a service once, at its first part."""
        seen: set[str] = set()
        for stretch in self.found.stretches:
            owner = stretch.owner
            if stretch.kind == "phase" and isinstance(owner, Phase):
                yield stretch, owner.notes
            elif stretch.kind == "service" and isinstance(owner, ServicePart) and owner.service not in seen:
                seen.add(owner.service)
                yield stretch, self.blueprint.services[owner.service].notes


def emotion(ground: Ground, top: float) -> Foot | None:
    """The emotion curve: a dot at each step that says how people feel, joined in the order of steps."""
    felt = [h for h in ground.found.heads if h.step.notes.emotion is not None and h.order == 0]
    if not felt:
        return None
    middle = top + PAD + 2 * UNIT
    dots: list[Item] = []
    points: list[Point] = []
    for head in felt:
        value = head.step.notes.emotion or 0.0
        x = (ground.bands[head.first].low + ground.bands[head.first].high) / 2
        y = round(middle - max(-2.0, min(2.0, value)) * UNIT, 2)
        points.append((x, y))
        tone = ".good" if value > 0 else ".bad" if value < 0 else ""
        dots.append(
            Mark(
                id=f"emotion:{head.step.key}", role="emotion", kind="dot", style=f"mark.dot{tone}", x=x, y=y, size=10,
                title=f"{head.step.label}: emotion {value:+g}" if value else f"{head.step.label}: emotion 0",
            )
        )  # fmt: skip
    left, right = ground.bands[0].low, ground.right
    zero = Line(id="emotion:zero", role="scale", style="line.zero", x1=left, y1=middle, x2=right, y2=middle)
    items: list[Item] = [zero, *_curves(ground, felt, points), *dots]
    return Foot("emotion", "Emotion", "from -2 to +2", 4 * UNIT + 2 * PAD, items)


def _curves(ground: Ground, felt: Sequence[Head], points: Sequence[Point]) -> Iterator[Curve]:
    """The curve in pieces: whole between steps that follow each other, broken over steps that say nothing."""
    path = [h.step.key for h in ground.found.heads if h.order == 0 and (h.number or h.step.notes.emotion is not None)]
    place = {key: number for number, key in enumerate(path)}
    start = 0
    for end in range(1, len(felt) + 1):
        far = end < len(felt) and place[felt[end].step.key] - place[felt[end - 1].step.key] > 1
        pieces = [(start, end - 1, "curve")] if far or end == len(felt) else []
        pieces += [(end - 1, end, "curve.gap")] if far else []
        start = end if far else start
        for first, last, style in pieces:
            if first < last:
                yield Curve(
                    id=f"emotion:from:{felt[first].step.key}", role="emotion", style=style,
                    points=tuple(points[first : last + 1]), title="" if first else "Emotion along the steps",
                )  # fmt: skip


def troubles(ground: Ground, top: float) -> Foot | None:
    """Waits and fail points with their times, likelihood and severity."""
    entries = []
    for head in ground.found.heads:
        for part in head.step.cells:
            if isinstance(part, Wait) and part.kind == "wait":
                most = duration(part.notes.acceptable)
                late = _late(part)
                told = [part.title, duration(part.duration), f"at most {most}" if most else "", "too long" * late]
                text, font = ", ".join(filter(None, told)) or "Wait", FOOT_BAD if late else FOOT
                entries.append(Entry(head.first, head.last, text, font, mark="wait"))
        for fail in head.step.fails:
            told = [
                fail.title, share(fail.likelihood) if fail.likelihood is not None else "",
                f"severity {fail.severity}" if fail.severity else "",
                f"escalates to {_role(ground, fail.escalates)}" if fail.escalates else "",
                f"within {duration(fail.within)}" if fail.within else "",
            ]  # fmt: skip
            entries.append(Entry(head.first, head.last, ", ".join(filter(None, told)), mark="fail"))
    return _table(ground, top, "troubles", "Waits and fail points", "", entries)


def _late(wait: Wait) -> bool:
    """Whether one waits longer than is acceptable."""
    most = wait.notes.acceptable
    return most is not None and wait.duration is not None and wait.duration.mean > most.mean


def _role(ground: Ground, key: str) -> str:
    role = ground.blueprint.roles.get(key)
    return role.label if role else key


def metrics(ground: Ground, top: float) -> Foot | None:
    """Metrics with target and actual; a missed target in the colour of trouble, and said in words."""
    last = len(ground.bands) - 1
    of_all = ground.blueprint.notes.metrics if ground.whole else ()  # a part shown alone does not measure the whole
    entries = [Entry(0, last, *_metric(m), wide=True) for m in of_all]
    for stretch, notes in ground.owners():
        entries += [Entry(stretch.first, stretch.last, *_metric(m), wide=True) for m in notes.metrics]
    for head in ground.found.heads:
        every = (*head.step.notes.metrics, *(m for part in head.step.cells for m in part.notes.metrics))
        entries += [Entry(head.first, head.last, *_metric(m)) for m in every]
    return _table(ground, top, "metrics", "Metrics", "target and actual", entries)


def _metric(metric: Metric) -> tuple[str, Font]:
    name = metric.title or metric.name
    if metric.known:
        name = metric.name.upper() if len(metric.name) <= 4 else metric.name.replace("-", " ").capitalize()
    told = []
    if metric.target_text:
        told.append(f"{COMPARED.get(metric.comparison, '')} {quantity(metric.target_text)}".strip())
    if metric.actual_text:
        told.append(f"now {quantity(metric.actual_text)}" + (" (missed)" if missed(metric) else ""))
    return name + (": " + ", ".join(told) if told else ""), FOOT_BAD if missed(metric) else FOOT


def missed(metric: Metric) -> bool:
    """Whether the actual value is on the wrong side of the target."""
    if metric.target is None or metric.actual is None:
        return False
    t, a = metric.target, metric.actual
    return {"<=": a > t, ">=": a < t, "<": a >= t, ">": a <= t, "=": a != t}.get(metric.comparison, False)


def thoughts(ground: Ground, top: float) -> Foot | None:
    """Pains, ideas and quotes of phases, services, steps and their cells."""
    entries: list[Entry] = []
    for stretch, notes in ground.owners():
        entries += _thoughts(stretch.first, stretch.last, notes, wide=True)
    for head in ground.found.heads:
        for notes in (head.step.notes, *(part.notes for part in head.step.cells)):
            entries += _thoughts(head.first, head.last, notes)
    names = {"pain": "Pains", "idea": "ideas", None: "quotes"}
    there = [name for mark, name in names.items() if any(e.mark == mark for e in entries)]
    name = " and ".join([", ".join(there[:-1]), there[-1]] if len(there) > 1 else there)
    return _table(ground, top, "thoughts", name[:1].upper() + name[1:], "", entries)


def _thoughts(first: int, last: int, notes: Notes, *, wide: bool = False) -> Iterator[Entry]:
    for text in notes.pains:
        yield Entry(first, last, text, mark="pain", wide=wide)
    for text in notes.ideas:
        yield Entry(first, last, text, mark="idea", wide=wide)
    for text in notes.quotes:
        yield Entry(first, last, f"“{text}”", FOOT_QUOTE, wide=wide)


def costs(ground: Ground, top: float) -> Foot | None:
    """What one visit to each step costs the provider."""
    known = [(head, cost(ground.blueprint, head.step)) for head in ground.found.heads]
    entries = [Entry(h.first, h.last, f"{c:.2f}") for h, c in known if c is not None]
    return _table(ground, top, "costs", "Cost per visit", ground.blueprint.currency, entries, centred=True)


# --- the ruler


def ruler(ground: Ground, top: float) -> Foot | None:
    """The customer's time so far at the end of each step of the main path, without pauses, against what is
    acceptable."""
    reached = so_far(ground.blueprint, ground.flow, {head.step.key for head in ground.found.heads})
    ends = [head for head in ground.found.heads if head.step.key in reached and head.order == 0]
    total = max(reached.values(), key=lambda time: time.seconds, default=Elapsed())
    if not total.in_service or not ends:
        return None
    # A part shown alone has its own beginning: what is acceptable for the whole says nothing of it.
    most = ground.blueprint.notes.acceptable if ground.whole else None
    y, left = top + PAD + 16, ground.bands[0].low
    items: list[Item] = [
        Line(id="ruler", role="ruler", style="line.ruler", x1=left, y1=y, x2=ground.bands[-1].high, y2=y)
    ]
    before = ""
    for head in ends:
        tick, *named = _tick(ground, head, reached[head.step.key], y, most.mean if most else None)
        text = said(reached[head.step.key].in_service, reached[head.step.key])
        items += [tick, *named] if text != before else [tick]  # minutes do not show among days
        before = text
    words = listed(_totals(total, most), TIME, ground.right - left)
    items.append(Words(id="time:standard", role="time", lines=words.place(left, y + 8, "start")))
    return Foot("ruler", "Time so far", "the customer's, standard", PAD * 2 + 18 + 8 + words.height, items)


def _tick(ground: Ground, head: Head, time: Elapsed, y: float, limit: float | None) -> list[Item]:
    x, room = ground.bands[head.last].high, ground.bands[head.last].high - ground.bands[head.first].low
    late = limit is not None and time.in_service > limit
    text = said(time.in_service, time) or "0 s"
    label = block(text + ", too long" * late, Font(9.5, 13, "text.bad") if late else TIME, room)
    return [
        Line(id=f"tick:{head.step.key}", role="tick", style="line.ruler", x1=x, y1=y - 4, x2=x, y2=y + 4),
        Words(id=f"time:{head.step.key}", role="time", lines=label.place(x, y - 6 - label.height, "end")),
    ]


def _totals(total: Elapsed, most: Duration | None) -> list[str]:
    told = [f"Standard time {said(total.in_service, total)}"]
    if total.pause:
        told.append(f"pauses of {said(total.pause, Elapsed())} not counted")
    if most:
        told.append(f"acceptable {duration(most)}" + ", exceeded" * (total.in_service > most.mean))
    return told


# --- tables


def _table(
    ground: Ground, top: float, key: str, name: str, note: str, entries: Sequence[Entry], *, centred: bool = False
) -> Foot | None:
    """Entries under their columns: those of wide owners in boxes first, then each step's under each other."""
    if not entries:
        return None
    items: list[Item] = []
    y = _wide(ground, key, [e for e in entries if e.wide], top + PAD, items)
    used: dict[int, float] = {}
    for number, entry in enumerate(e for e in entries if not e.wide):
        columns = range(entry.first, entry.last + 1)  # steps of two branches may share some of theirs
        start = max(used.get(column, y) for column in columns)
        used.update(dict.fromkeys(columns, _cell(ground, f"{key}:{number + 1}", entry, start, items, centred)))
    bottom = max(used.values(), default=y)
    return Foot(key, name, note, round(bottom - top + PAD - 4, 2), items)


def _wide(ground: Ground, key: str, entries: list[Entry], y: float, items: list[Item]) -> float:
    """Boxes over a run of columns; those of one owner share a box, those that overlap get shelves."""
    groups: dict[tuple[int, int], list[Entry]] = {}
    for entry in entries:
        groups.setdefault((entry.first, entry.last), []).append(entry)
    shelf_end: list[int] = []
    shelves: list[list[tuple[int, int]]] = []
    for span in sorted(groups, key=lambda s: (s[0], -s[1])):
        shelf = next((n for n, end in enumerate(shelf_end) if end < span[0]), len(shelves))
        if shelf == len(shelves):
            shelves.append([])
            shelf_end.append(-1)
        shelves[shelf].append(span)
        shelf_end[shelf] = span[1]
    for shelf_spans in shelves:
        texts = {s: _lines(groups[s], ground.bands[s[1]].high - ground.bands[s[0]].low - 20) for s in shelf_spans}
        tall = max(text.height for text in texts.values()) + 8
        for span, text in texts.items():
            left, right = ground.bands[span[0]].low, ground.bands[span[1]].high
            items.append(
                Box(
                    id=f"foot:{key}:{span[0]}-{span[1]}", role="foot", style="foot", x=left, y=y, width=right - left,
                    height=tall, radius=4, text=text.place(left + 10, y + 4, "start"),
                    title=". ".join(e.text for e in groups[span]),
                )
            )  # fmt: skip
        y += tall + 6
    return y


def _lines(entries: list[Entry], room: float) -> Block:
    whole = Block(())
    for entry in entries:
        prefix = {"pain": "Pain: ", "idea": "Idea: "}.get(entry.mark or "", "")
        whole += block(prefix + entry.text, entry.font, room)
    return whole


def _cell(ground: Ground, name: str, entry: Entry, y: float, items: list[Item], centred: bool) -> float:
    left, right = ground.bands[entry.first].low, ground.bands[entry.last].high
    if entry.mark:
        items.append(
            Mark(
                id=f"mark:{name}", role="foot", kind=entry.mark, style=f"mark.{entry.mark}", x=left + 6, y=y + 6.5,
                size=11, letter=LETTERS[entry.mark], title=entry.mark,
            )
        )  # fmt: skip
    indent = 17 if entry.mark else 0
    text = block(entry.text, entry.font, right - left + 8 - indent)
    lines = text.place((left + right) / 2, y) if centred else text.place(left + indent, y, "start")
    items.append(Words(id=f"foot:{name}", role="foot", lines=lines))
    return y + text.height + 4


# Each makes its row from `top` down, or nothing where the file has nothing for it.
ROWS: tuple[Callable[[Ground, float], Foot | None], ...] = (emotion, troubles, metrics, ruler, thoughts, costs)
