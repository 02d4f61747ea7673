"""Over each column: the step's number, title and time; above these its tags, and the brackets and loops of several."""

from __future__ import annotations

from collections.abc import Sequence

from blueprint.layout.columns import Columns, Head, Stretch
from blueprint.layout.elsewhere import Tags
from blueprint.layout.figures import elapsed
from blueprint.layout.head import Above
from blueprint.layout.naming import data, labels
from blueprint.layout.plan import Band
from blueprint.layout.scene import Box, Item, Label, Route, Words
from blueprint.layout.sizes import GUTTER
from blueprint.layout.text import LABEL, SIDE, STEP, TAG, TIME, Block, block
from blueprint.layout.values import duration, share
from blueprint.model.entities import Blueprint, Step

TITLE_SPILL = GUTTER / 2 - 4  # how far a title reaches into the gutters beside its columns
TAG_PAD, TAG_GAP = 7.0, 4.0
Tag = tuple[str, str, Block]  # its kind, what it says, the same in lines


def headings(
    blueprint: Blueprint, found: Columns, bands: tuple[Band, ...], above: Above, elsewhere: Tags
) -> None:  # fmt: skip
    """Titles on one line over all columns. Over it, as low as they may, tags, then the brackets and loops around
    them; under it the titles of steps that share a column with another."""
    above.bottom += 4
    heads = sorted(found.heads, key=lambda h: (h.order, h.first))
    tags = {
        h.step.key: _rows([*tags_of(blueprint, h.step), *elsewhere.get(h.step.key, ())], _room(h, bands))
        for h in heads
    }  # fmt: skip
    free = [True] * len(bands)
    raised = [0.0] * len(bands)  # how high each column is taken over the line of titles
    highest: set[str] = set()
    for head in heads:
        columns = range(head.first, head.last + 1)
        if all(free[c] for c in columns):
            highest.add(head.step.key)
            for c in columns:
                raised[c] = _tall(tags[head.step.key])
        for c in columns:
            free[c] = False
    brackets = _raise(found, bands, raised)
    line = round(above.bottom + max(raised), 2)
    for stretch, text, low in brackets:
        above.items += _bracket(stretch, text, bands, line - low)
    used = [line] * len(bands)
    for head in heads:
        columns = range(head.first, head.last + 1)
        top, rows = max(used[c] for c in columns), tags[head.step.key]
        top += 0 if head.step.key in highest else _tall(rows)
        bottom = _heading(head, rows, bands, top, above)
        for c in columns:
            used[c] = bottom + 9
    above.bottom = max(used) + 2


def _room(head: Head, bands: tuple[Band, ...]) -> float:
    return bands[head.last].high - bands[head.first].low + 2 * TITLE_SPILL


# tags


def _rows(tags: Sequence[tuple[str, str]], room: float) -> list[list[Tag]]:
    """Tags in rows, as many beside each other as have room."""
    rows: list[list[Tag]] = []
    for kind, said in tags:
        tag = kind, said, block(said, TAG, room - 2 * TAG_PAD)
        if rows and _wide([*rows[-1], tag]) <= room:
            rows[-1].append(tag)
        else:
            rows.append([tag])
    return rows


def _wide(row: Sequence[Tag]) -> float:
    return sum(text.width + 2 * TAG_PAD for _, _, text in row) + TAG_GAP * (len(row) - 1)


def _high(row: Sequence[Tag]) -> float:
    return max(text.height for _, _, text in row) + 4


def _tall(rows: Sequence[Sequence[Tag]]) -> float:
    return sum(_high(row) + 3 for row in rows)


def _tags(step: Step, rows: Sequence[Sequence[Tag]], centre: float, top: float) -> list[Item]:
    made: list[Item] = []
    for row in rows:
        x = centre - _wide(row) / 2
        for kind, said, text in row:
            wide, tall = round(text.width + 2 * TAG_PAD, 2), text.height + 4
            made.append(
                Box(
                    id=f"tag:{step.key}:{len(made) + 1}", role="tag", style=f"tag.{kind}", shape="round", radius=7,
                    x=round(x, 2), y=top, width=wide, height=tall, text=text.place(x + wide / 2, top + 2), title=said,
                )
            )  # fmt: skip
            x += wide + TAG_GAP
        top += _high(row) + 3
    return made


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


# brackets and loops


def _raise(found: Columns, bands: tuple[Band, ...], raised: list[float]) -> list[tuple[Stretch, Block, float]]:
    """Each branch and loop with its text and how far its lower end is over the line of titles; inner ones first."""
    wanted = [s for s in found.stretches if s.kind in ("when", "loop")]
    placed = []
    for stretch in sorted(wanted, key=lambda s: (s.last - s.first, s.first)):
        columns = range(stretch.first, stretch.last + 1)
        text = block(stretch.text, LABEL, max(bands[stretch.last].high - bands[stretch.first].low - 8, 60))
        low = max(raised[c] for c in columns) + 4
        placed.append((stretch, text, low))
        for c in columns:
            raised[c] = low + text.height + 10
    return placed


def _bracket(stretch: Stretch, text: Block, bands: tuple[Band, ...], low: float) -> list[Item]:
    left, right = bands[stretch.first].low - 4, bands[stretch.last].high + 4
    return (_branch if stretch.kind == "when" else _loop)(stretch, text, left, right, low)


def _branch(stretch: Stretch, text: Block, left: float, right: float, low: float) -> list[Item]:
    lines = text.place((left + right) / 2, low - 8 - text.height)
    return [
        Words(id=f"when:{stretch.key}", role="condition", lines=lines),
        Box(
            id=f"bracket:{stretch.key}", role="bracket", style="bracket", shape="bracket", x=left, y=low - 7,
            width=right - left, height=7, title=f"Branch: {stretch.text}",
        ),
    ]  # fmt: skip


def _loop(stretch: Stretch, text: Block, left: float, right: float, low: float) -> list[Item]:
    middle = round(low - (text.height + 10) / 2, 2)
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


# titles


def _heading(
    head: Head, rows: Sequence[Sequence[Tag]], bands: tuple[Band, ...], top: float, above: Above
) -> float:  # fmt: skip
    step, centre = head.step, (bands[head.first].low + bands[head.last].high) / 2
    side = step.kind == "recovery" or step.offstage
    name = f"{head.number}. {step.label}" if head.number else step.label
    room = _room(head, bands)
    text = block(name, SIDE if side else STEP, room) + block(times_of(step), TIME, room)
    words = Words(
        id=f"step:{step.key}", role="step", lines=text.place(centre, top), title=f"{step.kind.capitalize()} {name}",
        data=data(step.key, step.span),
    )  # fmt: skip
    above.steps.setdefault(step.key, []).extend([words, *_tags(step, rows, centre, top - _tall(rows))])
    return top + text.height


def times_of(step: Step) -> str:
    """A step's time and, where it says one, the longest that is acceptable."""
    most = f"at most {duration(step.notes.acceptable)}" if step.notes.acceptable else ""
    return " · ".join(filter(None, (elapsed(step), most)))
