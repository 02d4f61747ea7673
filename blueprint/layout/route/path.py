"""A wire's way in the rough: straight pieces over the cells, before they get their exact places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from blueprint.layout.plan import Rect, Side, Wire
from blueprint.layout.route.lines import SMALL, Axis, Grid, Place
from blueprint.records import dataclass, field

ACROSS, DOWN = 0, 1
RIGHT, LEFT, BELOW, ABOVE = 0, 1, 2, 3  # headings; `heading >> 1` is the axis, `heading ^ 1` the way back
SIDES: tuple[Side, ...] = ("right", "left", "bottom", "top")  # the side of a box that a wire with this heading leaves
CLEAR = 8.0  # px to a small box that is passed
ASIDE = 0.3  # of a diamond's side: how far from its corner a wire may meet it that does not meet it there
NEAR = 8.0  # px that a port keeps from the corner of its box, where there is room


@dataclass(slots=True, eq=False)
class Piece:
    """A straight stretch: from cell `first` to cell `last` (counted along it) of line `line`.

    `low` and `high` bound the coordinate across it, `wish` is where it would like to lie, `at` where it lies.
    """

    wire: int
    index: int
    heading: int
    line: int
    first: int
    last: int
    low: float = 0.0
    high: float = 0.0
    wish: float = 0.0
    at: float = 0.0

    @property
    def sign(self) -> int:
        return -1 if self.heading & 1 else 1


@dataclass(slots=True, eq=False)
class Trip:
    """A wire on its way: its ends, the cells it runs through (free ones only) and the pieces these make."""

    number: int
    wire: Wire
    source: Place
    target: Place
    shun: int = -1  # a heading in which it had better not leave or enter: its label would have no room
    slot: tuple[float, float] | None = None  # where a straight wire must keep to, past small boxes
    out: str = ""  # names of the bundles that it may share its start, its end with
    into: str = ""
    cells: tuple[tuple[int, int], ...] = ()  # (cell, heading on entering it), in order
    last: int = RIGHT  # heading on entering the target
    beside: tuple[bool, bool] = (False, False)  # meets its source, its target beside the corner of a diamond
    pieces: list[Piece] = field(default_factory=list)

    @property
    def first(self) -> int:
        return self.cells[0][1]

    def steps(self) -> Iterator[tuple[int, int]]:
        """Every (cell, axis) that it runs through; both axes where it turns."""
        for i, (cell, heading) in enumerate(self.cells):
            after = self.cells[i + 1][1] if i + 1 < len(self.cells) else self.last
            yield cell, heading >> 1
            if after >> 1 != heading >> 1:
                yield cell, after >> 1


def port_room(place: Place, lines: Axis, line: int, axis: int, beside: bool = False) -> tuple[float, float]:
    """Where a piece along `axis` in this line may meet the box, a diamond in a corner or, if asked, beside it; low
    above high: nowhere."""
    rect = place.rect
    start, size = (rect.y, rect.height) if axis == ACROSS else (rect.x, rect.width)
    low, high = lines.room(line)
    if place.diamond:
        corner = start + size / 2
        if not lines.low[line] < corner < lines.high[line]:
            return high, low
        off = size * ASIDE
        return (max(corner - off, low), min(corner + off, high)) if beside else (corner, corner)
    keep = min(NEAR, size / 4)
    return max(start + keep, low), min(start + size - keep, high)


def port_lines(place: Place, grid: Grid, axis: int) -> list[int]:
    """The lines along `axis` that can meet the box: columns and tracks; gutters at a bar, or where it stands in no
    band."""
    lines = grid.down if axis == ACROSS else grid.across
    first, last = (place.top, place.bottom) if axis == ACROSS else (place.left, place.right)
    fit = [line for line in range(first, last + 1) if _fits(place, lines, line, axis)]
    return fit if place.narrow(1 - axis) else [line for line in fit if lines.band[line]] or fit


def _fits(place: Place, lines: Axis, line: int, axis: int) -> bool:
    low, high = port_room(place, lines, line, axis)
    return low <= high


def pieces(trip: Trip, grid: Grid) -> list[Piece]:
    """Cut a trip's cells into straight pieces, bounded by their lines and by the ports at its ends."""
    made: list[Piece] = []
    for i, (cell, heading) in enumerate(trip.cells):
        if made and made[-1].heading == heading:
            made[-1].last = _along(cell, heading, grid.wide)
        else:
            here = _along(cell, heading, grid.wide)
            start = here if i == 0 else _along(trip.cells[i - 1][0], heading, grid.wide)
            line = cell // grid.wide if heading >> 1 == ACROSS else cell % grid.wide
            made.append(Piece(trip.number, len(made), heading, line, start, here))
    if made and made[-1].heading != trip.last:
        cell = trip.cells[-1][0]
        here = _along(cell, trip.last, grid.wide)
        line = cell // grid.wide if trip.last >> 1 == ACROSS else cell % grid.wide
        made.append(Piece(trip.number, len(made), trip.last, line, here, here))
    for piece in made:
        _bound(piece, trip, grid, len(made))
    made = _jogged(made, trip, grid)
    for piece in made:
        _pass(piece, made, grid)
    return made


def _along(cell: int, heading: int, wide: int) -> int:
    return cell % wide if heading >> 1 == ACROSS else cell // wide


def _bound(piece: Piece, trip: Trip, grid: Grid, count: int) -> None:
    axis = piece.heading >> 1
    lines = grid.down if axis == ACROSS else grid.across
    source, target = zip((trip.source, trip.target), trip.beside, strict=True)
    ends = [source] * (piece.index == 0) + [target] * (piece.index == count - 1)
    rooms = sorted((port_room(end, lines, piece.line, axis, off) for end, off in ends), key=lambda r: r[1] - r[0])
    piece.low, piece.high = lines.room(piece.line)
    piece.wish = (piece.low + piece.high) / 2
    if rooms:
        piece.low = max(r[0] for r in rooms)
        piece.high = min(r[1] for r in rooms)
        # The narrower end decides, so that a wire meets a small diamond or box in its middle.
        piece.wish = min(max(sum(rooms[0]) / 2, piece.low), piece.high)
    if trip.slot:
        piece.low, piece.high = trip.slot
        piece.wish = min(max(piece.wish, piece.low), piece.high)


def _pass(piece: Piece, made: Sequence[Piece], grid: Grid) -> bool:
    """Keep a piece that runs past small boxes on one side of them: where there is clearly more room, else where it
    turns to, or comes from; says whether it can."""
    dots = _dots(piece, grid)
    if not dots:
        return True
    turns = [made[i].heading ^ (i < piece.index) for i in (piece.index + 1, piece.index - 1) if 0 <= i < len(made)]
    after, before = max(dot.right for dot in dots) + CLEAR, min(dot.x for dot in dots) - CLEAR
    right, left = piece.high - after, before - piece.low
    roomy = [RIGHT if right > left else LEFT] if abs(right - left) > CLEAR else []
    for side in (*roomy, *turns, RIGHT, LEFT):
        low, high = (max(piece.low, after), piece.high) if side == RIGHT else (piece.low, min(piece.high, before))
        if low <= high:
            piece.low, piece.high, piece.wish = low, high, (low + high) / 2
            return True
    return False


def _dots(piece: Piece, grid: Grid) -> list[Rect]:
    """The small boxes in whose cells a piece runs down."""
    if piece.heading >> 1 == ACROSS:
        return []
    low, high = sorted((piece.first, piece.last))
    line = range(low * grid.wide + piece.line, high * grid.wide + piece.line + 1, grid.wide)
    return grid.inside(cell for cell in line if grid.shut[cell] == SMALL)


def passes(trip: Trip, grid: Grid) -> bool:
    """Whether all pieces of a trip keep clear of the small boxes that they pass."""
    if not any(grid.shut[cell] for cell, _ in trip.cells):
        return True
    made = pieces(trip, grid)
    return all(piece.low <= piece.high and _pass(piece, made, grid) for piece in made)


def _jogged(made: Sequence[Piece], trip: Trip, grid: Grid) -> list[Piece]:
    """Two boxes that face each other without a common stretch are joined by a step about half-way, in a free cell."""
    if len(made) != 1 or made[0].low <= made[0].high:
        return list(made)
    piece = made[0]
    axis = piece.heading >> 1
    lines, others = (grid.down, grid.across) if axis == ACROSS else (grid.across, grid.down)
    free = [_along(cell, piece.heading, grid.wide) for cell, _ in trip.cells if not grid.shut[cell]]
    if not free:
        return list(made)
    half = (piece.first + piece.last) // 2
    mid = min(free, key=lambda cell: (abs(cell - half), cell))
    ends = zip((trip.source, trip.target), trip.beside, strict=True)
    start, stop = (port_room(end, lines, piece.line, axis, off) for end, off in ends)
    turn = (BELOW if axis == ACROSS else RIGHT) + (1 if sum(stop) < sum(start) else 0)
    before = Piece(trip.number, 0, piece.heading, piece.line, piece.first, mid, *start, sum(start) / 2)
    step = Piece(trip.number, 1, turn, mid, piece.line, piece.line, *others.room(mid), others.at[mid])
    after = Piece(trip.number, 2, piece.heading, piece.line, mid, piece.last, *stop, sum(stop) / 2)
    return [before, step, after]
