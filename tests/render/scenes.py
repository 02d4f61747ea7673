"""Scenes written by hand: a part of the hotel, and one of everything."""

from __future__ import annotations

from typing import Literal

from blueprint.layout.measure import width
from blueprint.layout.scene import (
    Anchor,
    Box,
    Curve,
    Item,
    Label,
    Line,
    Mark,
    MarkKind,
    Route,
    Scene,
    Shape,
    TextLine,
    Words,
)

ANCHORS: tuple[Anchor, ...] = ("start", "middle", "end")
Heads = Literal["none", "end", "both"]
LEFT, TOP, COLUMN, CELL, HIGH = 170.0, 170.0, 148.0, 124.0, 50.0
LANES = [
    ("evidence", "Physical evidence", 78.0),
    ("customer", "Customer actions", 92.0),
    ("frontstage", "Frontstage", 86.0),
    ("backstage", "Backstage", 86.0),
    ("support", "Support processes", 86.0),
]
STEPS = ["Make reservation", "Arrive", "Give bags", "Check in", "Go to room", "Receive bags"]
TIMES = ["5 min", "3 min", "1 min", "4 min", "6 min", "2 min"]
CELLS = [
    (
        "evidence",
        [
            "Ad / website",
            "Hotel exterior|Parking",
            "Cart for bags",
            "Desk, lobby, key",
            "Elevators,|room",
            "Cart for bags",
        ],
    ),
    (
        "customer",
        ["Make reservation", "Arrive at hotel", "Give bags to|bellperson", "Check in", "Go to room", "Receive bags"],
    ),
    ("frontstage", ["", "Greet and take|bags", "", "Process|registration", "", "Deliver bags"]),
    ("backstage", ["Make reservation|for guest", "Take bags to room", "", "", "", ""]),
    ("support", ["Reservation system", "", "", "Registration|system", "", ""]),
]


def line(
    text: str,
    x: float,
    y: float,
    size: float = 12,
    *,
    bold: bool = False,
    italic: bool = False,
    anchor: Anchor = "start",
    style: str = "text",
    rtl: bool = False,
) -> TextLine:
    wide = width(text, size, bold=bold)
    return TextLine(
        text=text, x=x, y=y, width=wide, size=size, bold=bold, italic=italic, anchor=anchor, style=style, rtl=rtl
    )


def centred(
    text: str, x: float, y: float, width: float, height: float, *, bold: bool = False, rtl: bool = False
) -> tuple[TextLine, ...]:
    rows = text.split("|")
    first = y + height / 2 + 4.2 - (len(rows) - 1) * 7.75
    return tuple(
        line(r, x + width / 2, first + i * 15.5, anchor="middle", bold=bold, rtl=rtl) for i, r in enumerate(rows)
    )


def lane_top(lane: str) -> float:
    y = TOP + 14
    for name, _, height in LANES:
        if name == lane:
            return y
        y += height
    raise KeyError(lane)


def cell_box(lane: str, step: int) -> tuple[float, float]:
    return LEFT + 10 + step * COLUMN, lane_top(lane) + 16


def hotel() -> Scene:
    width = LEFT + COLUMN * len(STEPS) + 20
    right = width - 20
    items: list[Item] = [
        Words(
            id="head",
            role="head",
            lines=(
                line("Overnight hotel stay", 20, 42, 22, bold=True, style="text.title"),
                line("Service blueprint · Business traveller · v1.0", 20, 64, 12, style="text.subtitle"),
            ),
        ),
        Box(
            id="phase_1",
            role="phase",
            style="phase.interaction",
            shape="chevron",
            x=LEFT,
            y=84,
            width=COLUMN * 4 - 6,
            height=26,
            title="Phase 1: interaction, before the stay",
            text=(
                line("INTERACTION", LEFT + 12, 101.5, 12, bold=True),
                line("Before & during the stay", LEFT + 124, 101.5),
            ),
        ),
        Box(
            id="phase_2",
            role="phase",
            style="phase.billing",
            shape="chevron",
            x=LEFT + COLUMN * 4,
            y=84,
            width=COLUMN - 6,
            height=26,
            text=(line("BILLING", LEFT + COLUMN * 4 + 12, 101.5, bold=True),),
        ),
        Box(
            id="phase_3",
            role="phase",
            style="phase.after-sales",
            shape="chevron",
            x=LEFT + COLUMN * 5,
            y=84,
            width=COLUMN - 6,
            height=26,
            text=(line("AFTER-SALES", LEFT + COLUMN * 5 + 12, 101.5, bold=True),),
        ),
        *(
            Box(
                id=f"service_{i}",
                role="service",
                style=f"service.{tier}",
                x=LEFT + a * COLUMN,
                y=116,
                width=(b - a) * COLUMN - 6,
                height=20,
                shape="round",
                radius=4,
                text=centred(name, LEFT + a * COLUMN, 116, (b - a) * COLUMN - 6, 20, bold=tier == "core"),
            )
            for i, (name, tier, a, b) in enumerate(
                [
                    ("Reservation", "facilitating", 0, 1),
                    ("Overnight stay · core", "core", 1, 5),
                    ("Breakfast", "enhancing", 5, 6),
                ]
            )
        ),
        *(
            Words(
                id=f"step_{i}",
                role="step",
                title=f"Step {i + 1}. {s}",
                lines=(
                    line(
                        f"{i + 1}. {s}",
                        LEFT + 10 + i * COLUMN + CELL / 2,
                        156,
                        bold=True,
                        anchor="middle",
                        style="text.step",
                    ),
                    line(TIMES[i], LEFT + 10 + i * COLUMN + CELL / 2, 172, 11, anchor="middle", style="text.time"),
                ),
            )
            for i, s in enumerate(STEPS)
        ),
    ]
    for lane, title, height in LANES:
        y = lane_top(lane)
        items.append(
            Box(
                id=f"lane.{lane}",
                role="lane",
                style=f"lane.{lane}",
                x=20,
                y=y,
                width=right - 20,
                height=height,
                title=title,
                text=(line(title, 34, y + height / 2 + 2, bold=True, style="text.lane"),),
            )
        )
        items.append(
            Box(id=f"bar.{lane}", role="bar", style=f"bar.{lane}", shape="bar", x=20, y=y, width=4, height=height)
        )
    for name, lane, title in (
        ("interaction", "frontstage", "Line of interaction"),
        ("visibility", "backstage", "Line of visibility"),
        ("internal", "support", "Line of internal interaction"),
    ):
        y = lane_top(lane)
        items.append(
            Line(id=f"line.{name}", role="line", style=f"line.{name}", x1=20, y1=y, x2=right, y2=y, title=title)
        )
        items.append(
            Words(
                id=f"line.{name}.name", role="line", lines=(line(title, 34, y - 5, 9, italic=True, style="text.line"),)
            )
        )
    items += routes()
    for lane, texts in CELLS:
        for step, text in enumerate(texts):
            if text:
                x, y = cell_box(lane, step)
                items.append(
                    Box(
                        id=f"step_{step}.{lane}",
                        role="cell",
                        style=f"cell.{lane}",
                        shape="round",
                        radius=2 if lane == "evidence" else 7,
                        x=x,
                        y=y,
                        width=CELL,
                        height=HIGH,
                        text=centred(text, x, y, CELL, HIGH),
                        title=text.replace("|", " "),
                        description=f"{STEPS[step]}, {lane}",
                        data={"lane": lane, "step": f"step_{step}"},
                    )
                )
    marks: tuple[tuple[MarkKind, str, int, str], ...] = (
        ("wait", "customer", 3, "W"),
        ("fail", "frontstage", 3, "F"),
        ("moment", "customer", 4, ""),
        ("pain", "customer", 2, "!"),
        ("idea", "customer", 5, "i"),
    )
    for kind, lane, step, letter in marks:
        x, y = cell_box(lane, step)
        items.append(
            Mark(
                id=f"mark_{step}_{kind}",
                role="mark",
                kind=kind,
                style=f"mark.{kind}",
                x=x + CELL - 6,
                y=y,
                size=18,
                letter=letter,
                title=kind,
            )
        )
    base = lane_top("support") + 130
    points = tuple((LEFT + 10 + i * COLUMN + CELL / 2, base - e * 14) for i, e in enumerate([1, 1, 0, -1, 0, 2]))
    items.append(Line(id="zero", role="line", style="line.zero", x1=LEFT, y1=base, x2=right, y2=base))
    items.append(Curve(id="emotion", role="curve", style="curve.emotion", points=points, title="Emotion"))
    for i, (x, y) in enumerate(points):
        mood = "good" if y < base else "bad" if y > base else "neutral"
        items.append(
            Mark(
                id=f"dot_{i}",
                role="mark",
                kind="dot",
                style=f"mark.dot.{mood}",
                x=x,
                y=y,
                size=11,
                title=f"{STEPS[i]}: {mood}",
            )
        )
    return Scene(
        width=width,
        height=base + 60,
        title="Overnight hotel stay",
        description="Six steps in five lanes.",
        language="en",
        items=tuple(items),
    )


def routes() -> list[Item]:
    found: list[Item] = []
    for step in range(len(STEPS) - 1):
        x, y = cell_box("customer", step)
        a, b = (x + CELL, y + HIGH / 2), (x + COLUMN, y + HIGH / 2)
        found.append(
            Route(
                id=f"j{step}",
                role="edge",
                style="edge.journey",
                points=(a, b),
                title=f"{STEPS[step]} leads to {STEPS[step + 1]}",
            )
        )

    def down(id: str, above: str, below: str, step: int, heads: Heads = "end") -> None:
        x, y = cell_box(above, step)
        middle = x + CELL / 2
        style = "edge.mutual" if heads == "both" else "edge.leads_to"
        points = ((middle, y + HIGH), (middle, cell_box(below, step)[1]))
        found.append(Route(id=id, role="edge", style=style, points=points, heads=heads))

    down("d1", "customer", "backstage", 0)
    down("d2", "backstage", "support", 0)
    down("d3", "customer", "frontstage", 1)
    down("d4", "frontstage", "backstage", 1)
    down("d5", "customer", "frontstage", 3, "both")
    x, y = cell_box("backstage", 1)
    gx = cell_box("frontstage", 5)[0] + CELL / 2
    crossing = (cell_box("frontstage", 3)[0] + CELL / 2, y + HIGH / 2)
    found.append(
        Route(
            id="bags",
            role="edge",
            style="edge.enables",
            points=((x + CELL, y + HIGH / 2), (gx, y + HIGH / 2), (gx, cell_box("frontstage", 5)[1] + HIGH)),
            bridges=(crossing,),
            label=Label(
                x=x + 2 * COLUMN - 30,
                y=y + 16,
                width=60,
                height=18,
                text=(line("the bags", x + 2 * COLUMN, y + 29, 11, anchor="middle", style="text.edge"),),
            ),
            title="Take bags to room enables Deliver bags",
            source="step_1.backstage",
            target="step_5.frontstage",
        )
    )
    down("d6", "frontstage", "support", 3)
    x, y = cell_box("customer", 5)
    found.append(
        Route(
            id="fail",
            role="edge",
            style="edge.fails_to",
            points=((x + 20, y + HIGH), (x + 20, cell_box("frontstage", 5)[1])),
            title="fails to",
        )
    )
    return found


SHAPES: tuple[Shape, ...] = ("rect", "round", "pill", "diamond", "chevron", "bar", "circle", "bracket", "hollow")
ATTACKS = (
    '</text><script>alert("1")</script>',
    "]]>&amp;<!-- -->",
    "a\x00b\x08c\ud800d\ufffee",
    '"); #panic("x") #import "/etc/passwd" \\" $x$',
    "\u202eevil\u202c and \u0301",
)
WRITING = (
    ("שלום (12) עולם", True),
    ("مرحبا بالعالم", True),
    ("Ελληνικά και Кириллица", False),
    ("Tiếng Việt: đường phố", False),
    ("n\u0303 = ñ, Łódź → Ærø ≤ 3 € ★ ✓", False),
)


def everything() -> Scene:
    """Every shape, mark, edge, kind of writing and attack, in rows."""
    items: list[Item] = []
    for i, shape in enumerate(SHAPES):
        x = 20 + i * 110
        label = centred(shape, x, 20, 96, 56)
        items.append(
            Box(id=f"shape {shape}", role="cell", style="cell", shape=shape, x=x, y=20, width=96, height=56, text=label)
        )
    kinds: tuple[MarkKind, ...] = ("fail", "wait", "moment", "pain", "idea", "dot")
    for i, kind in enumerate(kinds):
        letter = {"fail": "F", "wait": "W", "pain": "!", "idea": "i"}.get(kind, "")
        items.append(
            Mark(
                id=f"mark {kind}",
                role="mark",
                kind=kind,
                style=f"mark.{kind}",
                x=40 + i * 60,
                y=120,
                size=20,
                letter=letter,
                title=f"A {kind}",
            )
        )
    for i, edge in enumerate(("journey", "leads_to", "enables", "mutual", "fails_to", "recovers_to", "loop")):
        y = 160 + i * 30
        points = ((20, y), (300, y), (300, y + 12), (420, y + 12))
        items.append(
            Route(
                id=f"edge {edge}",
                role="edge",
                style=f"edge.{edge}",
                points=points,
                bridges=((120, y), (126, y), (220, y), (360, y + 12)),
                title=f"{edge} ](",
                source="a",
                target="b",
            )
        )
    for i, (text, rtl) in enumerate(WRITING):
        for j, anchor in enumerate(ANCHORS):
            y = 180 + i * 40 + j * 12
            items.append(
                Words(id="writing", role="note", lines=(line(text, 620, y, 11, anchor=anchor, rtl=rtl, bold=j == 1),))
            )
    for i, text in enumerate(ATTACKS):
        box = Box(
            id=text,
            role="phase",
            style=f"cell.{text}",
            x=20,
            y=420 + i * 44,
            width=460,
            height=36,
            title=text,
            description=text,
            data={text: text, "lane": text},
            href="javascript:alert(1)",
            text=(line(text, 30, 442 + i * 44),),
        )
        items.append(box)
    items.append(
        Box(
            id="link",
            role="cell",
            style="cell.customer",
            x=520,
            y=420,
            width=120,
            height=36,
            href="https://example.org/?a=1&b=2",
            text=centred("A link", 520, 420, 120, 36),
        )
    )
    return Scene(
        width=1020, height=660, title='<b>All</b> & "more"', description="]]>", language="en", items=tuple(items)
    )


def foreign() -> Scene:
    """Writing that no shipped font has."""
    lines = tuple(line(t, 20, 30 + i * 24) for i, t in enumerate(("漢字とかな", "한국어", "👩‍⚕️ 😀", "ไทย", "हिन्दी")))
    return Scene(width=200, height=160, title="漢字", items=(Words(id="w", role="note", lines=lines),))
