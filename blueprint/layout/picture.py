"""From a blueprint to its Scene: columns, grid, wires, and the items in the order they are painted and read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from blueprint.graph.flow import Flow
from blueprint.layout import foot, head, headings, legend, linked
from blueprint.layout.columns import Columns, Place, arrange
from blueprint.layout.elsewhere import elsewhere
from blueprint.layout.grid import Grid, columns, stand
from blueprint.layout.lanes import Side, border, lanes, side, strips
from blueprint.layout.marks import marks
from blueprint.layout.naming import data, described, spoken
from blueprint.layout.plan import Band, Laid, Plan, Rect
from blueprint.layout.route import route
from blueprint.layout.scene import Box, Item, Label, Route, Scene, Shape
from blueprint.layout.sizes import GUTTER
from blueprint.layout.view import View
from blueprint.layout.wires import Drawn, Wires
from blueprint.model.entities import Blueprint

MARGIN = 22.0
LEAST_WIDTH = 560.0  # so that a small blueprint's title has room


def picture(blueprint: Blueprint, flow: Flow, view: View) -> Scene:
    """The swimlane picture of a blueprint."""
    found = arrange(blueprint, view)
    rank = linked.add(blueprint, flow, found)
    names = side(blueprint, rank)
    left = MARGIN + names.width + GUTTER
    bands = columns(blueprint, flow, found, left)
    right = bands[-1].high + GUTTER if bands else LEAST_WIDTH
    wide = max(LEAST_WIDTH, right)
    above = head.title(blueprint, view, MARGIN, wide - MARGIN)
    if bands:
        head.bars(blueprint, found, bands, above)
        joined = elsewhere(blueprint, flow, {head.step.key for head in found.heads})
        headings.headings(blueprint, found, bands, above, joined)
    grid = stand(blueprint, found, bands, above.bottom, names.heights())
    places = {place.key: place for place in found.places}
    drawn = Wires(blueprint, flow, places).choose()
    items = list(_items(blueprint, found, grid, names, above, right, drawn))
    ground = foot.Ground(blueprint, flow, found, bands, right)
    bottom = max(grid.bottom, above.bottom)
    for make in foot.ROWS if bands else ():
        row = make(ground, bottom)
        if row is None:
            continue
        height = max(row.height, names.foot_name(row.name, row.note).height + 12)
        items += [*names.foot(row.key, row.name, row.note, bottom, height, MARGIN, right), *row.items]
        bottom += height
    key, bottom = legend.legend(items, MARGIN, bottom + 16, wide)
    return Scene(
        width=round(wide + MARGIN, 2), height=round(bottom + 14, 2), title=blueprint.label,
        description=_description(blueprint, found), items=(*items, *key),
    )  # fmt: skip


def _items(
    blueprint: Blueprint, found: Columns, grid: Grid, names: Side, above: head.Above, right: float, drawn: list[Drawn]
) -> Iterator[Item]:
    yield from lanes(blueprint, grid, names, MARGIN, right)
    yield from above.items
    signs = marks(found, grid)
    spots = [Rect(m.x - m.size / 2, m.y - m.size / 2, m.size, m.size) for group in signs.values() for m in group]
    left, rules = MARGIN + names.width, strips(blueprint, grid, MARGIN, right)
    tracks, borders = [track for row in grid.rows for track in row.tracks], border(grid, MARGIN, right)
    plan = Plan(
        boxes=grid.boxes, columns=grid.columns,
        rows=tuple(sorted([*tracks, *(Band(r.y, r.bottom) for r in (*rules, *borders))], key=lambda band: band.low)),
        frame=Rect(left, above.bottom, right - left, grid.bottom - above.bottom),
        obstacles=(*spots, *rules), shunned=tuple(borders),
        diamonds=frozenset(p.key for p in found.places if p.kind == "decision"),
    )  # fmt: skip
    laid = route(plan, [d.wire for d in drawn])
    # The lightest first, so that the customer's path lies on top.
    for connection in sorted(drawn, key=lambda d: -d.wire.weight):
        yield _route(connection, laid[connection.wire.id])
    rank = {row.lane: number for number, row in enumerate(grid.rows)}
    for place in sorted(found.places, key=lambda p: (p.column, p.kind != "wide", rank[p.lane], p.track)):
        if place.step and above.steps.get(place.step.key):
            yield from above.steps.pop(place.step.key)
        yield _box(blueprint, place, grid)
        yield from signs.get(place.key, ())


def _route(drawn: Drawn, laid: Laid) -> Route:
    label = None
    if drawn.label and laid.label and drawn.wire.label:
        (x, y), (wide, tall) = laid.label, drawn.wire.label
        label = Label(
            x=round(x - wide / 2, 2), y=round(y - tall / 2, 2), width=round(wide, 2), height=round(tall, 2),
            text=drawn.label.centred(x, y),
        )  # fmt: skip
    return Route(
        id=drawn.wire.id, role=drawn.kind, style=drawn.style, points=laid.points, heads=drawn.heads,
        bridges=laid.bridges, label=label, source=drawn.wire.source, target=drawn.wire.target, title=drawn.title,
        data=data(drawn.wire.id, drawn.span, kind=drawn.kind),
    )  # fmt: skip


SHAPES: Mapping[str, Shape] = {"decision": "diamond", "bar": "bar", "end": "circle", "pause": "hollow"}
RADII = {"evidence": 3.0, "wide": 3.0, "wait": 14.0, "pause": 14.0, "declaration": 14.0}


def _box(blueprint: Blueprint, place: Place, grid: Grid) -> Box:
    rect = grid.boxes[place.key]
    text = grid.fitted[place.key].text
    span = place.part.span if place.part else place.step.span if place.step else None
    shape = SHAPES.get(place.kind, "round")
    radius = RADII.get(place.kind, 6.0)
    info = {"lane": place.lane, "step": place.step.key if place.step else ""}
    return Box(
        id=place.key, role=place.kind, style=_style(place), x=rect.x, y=rect.y, width=rect.width, height=rect.height,
        shape=shape, radius=radius,
        text=text.centred(rect.x + rect.width / 2, rect.y + rect.height / 2), title=spoken(blueprint, place),
        description=described(place), href=_link(place),
        data=data(place.key, span, **info) if span else {"key": place.key, "lane": place.lane},
    )  # fmt: skip


def _style(place: Place) -> str:
    if place.kind == "bar":
        return "parallel"
    if place.kind == "end":
        return "node.end"
    if place.kind in ("wait", "pause", "decision"):
        return f"cell.{place.kind}"
    if place.kind in ("evidence", "wide"):
        return "cell.evidence"
    if place.step and place.step.kind == "recovery":
        return f"cell.recovery.{place.lane}"
    return f"cell.{place.lane}"


def _link(place: Place) -> str:
    notes = [owner.notes for owner in (place.part, place.step) if owner is not None]
    return next((link for note in notes for link in note.links), "") if place.kind == "cell" else ""


def _description(blueprint: Blueprint, found: Columns) -> str:
    steps = sum(1 for h in found.heads if h.step.kind != "recovery")
    parts = [
        blueprint.summary,
        blueprint.job,
        f"Service blueprint with {steps} step{'s' * (steps != 1)} in {len(blueprint.lanes)} lanes",
    ]
    return ". ".join(filter(None, parts))
