"""Blocks of text: wrapped, measured lines that can be placed."""

from __future__ import annotations

from collections.abc import Sequence

from blueprint.layout.measure import right_to_left, width, wrap
from blueprint.layout.scene import Anchor, TextLine
from blueprint.records import dataclass

ASCENT = 0.77  # of the type size, from the middle of a line's height to where its capitals and letters look centred


@dataclass(frozen=True, slots=True)
class Font:
    """A way to set text: size and distance of baselines in pixels, and the style that colours it."""

    size: float
    leading: float
    style: str = "text"
    bold: bool = False
    italic: bool = False


CELL = Font(11, 14)
META = Font(9, 12, "text.muted")
STEP = Font(11, 14, bold=True)
TIME = Font(9.5, 13, "text.time")
SIDE = Font(11, 14, "text.muted", italic=True)
LANE = Font(12, 15, bold=True)
RULE = Font(9, 11, "text.line", italic=True)
PHASE = Font(11, 14, bold=True)
PHASE_TITLE = Font(11, 14)
SERVICE = Font(10.5, 13)
CORE = Font(10.5, 13, bold=True)
TAG = Font(9, 11, "text.muted")
LABEL = Font(9.5, 12)
FOOT = Font(9.5, 12.5)
FOOT_QUOTE = Font(9.5, 12.5, "text.muted", italic=True)
FOOT_BAD = Font(9.5, 12.5, "text.bad")
TITLE = Font(22, 28, bold=True)
FACTS = Font(12, 17, "text.subtitle")
KEY = Font(10.5, 14, "text.muted")


LEFT_TO_RIGHT = "\u200e"  # a mark that nobody sees


@dataclass(frozen=True, slots=True)
class Block:
    """Wrapped lines of one or more fonts, top to bottom; sizes in pixels."""

    lines: tuple[tuple[str, Font, float], ...]  # text, font, width

    @property
    def height(self) -> float:
        return sum(font.leading for _, font, _ in self.lines)

    @property
    def width(self) -> float:
        return max((wide for _, _, wide in self.lines), default=0.0)

    def __add__(self, other: Block) -> Block:
        return Block(self.lines + other.lines)

    def place(self, x: float, top: float, anchor: Anchor = "middle") -> tuple[TextLine, ...]:
        """The lines with `x` as their anchor and `top` as the upper edge of the first."""
        placed = []
        for text, font, wide in self.lines:
            baseline = top + font.leading / 2 + font.size * 0.36
            top += font.leading
            placed.append(
                TextLine(
                    text=text, x=round(x, 2), y=round(baseline, 2), width=round(wide, 2), size=font.size,
                    bold=font.bold, italic=font.italic, anchor=anchor, style=font.style, rtl=right_to_left(text),
                )
            )  # fmt: skip
        return tuple(placed)

    def centred(self, x: float, y: float) -> tuple[TextLine, ...]:
        """The lines centred on a point."""
        return self.place(x, y - self.height / 2)


def block(text: str, font: Font, room: float) -> Block:
    """A text wrapped into lines no wider than `room`."""
    lines = wrap(text, font.size, room, bold=font.bold)
    return Block(tuple((line, font, width(line, font.size, bold=font.bold)) for line in lines))


def listed(words: Sequence[str], font: Font, room: float) -> Block:
    """Short texts with dots between them; where one does not fit, it begins a line, without a dot."""
    if any(map(right_to_left, words)):  # a number after such a word would join its run and leave its unit: `min · 2`
        words = [word if right_to_left(word) else f"{LEFT_TO_RIGHT}{word}" for word in words]
    joined, line = Block(()), ""
    for word in words:
        longer = f"{line} · {word}" if line else word
        if line and width(longer, font.size, bold=font.bold) > room:
            joined += block(line, font, room)
            line = word
        else:
            line = longer
    return joined + block(line, font, room)
