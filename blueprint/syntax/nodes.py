"""The tree: what was written, in its order, with exact ranges and owned comments.

A file is a sequence of statements; a statement with braces has a block of statements. Node classes follow the shape of
what is written, not the word: `role`, `phase` and `step` are all `Header`; `takes 4min` and `owner "Front office"` are
`Attribute`. What may stand where, and what it means, is for `model`.

Offsets are those of the file. `Missing` pieces are None. A segment that could not be read is `Broken` and keeps its
text, so nothing is ever lost.
"""

from __future__ import annotations

from typing import Literal

from blueprint.records import dataclass, field
from blueprint.source import Span
from blueprint.units import Duration, Money, Rate, Times


@dataclass(frozen=True, slots=True)
class Word:
    """A keyword, unit or bare name as written (NFC)."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Text:
    """A quoted text: `value` with escapes and indentation resolved; `long` when written with three quotes."""

    value: str
    span: Span
    long: bool = False


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference such as `check_in.frontstage`: its dotted parts."""

    parts: tuple[Word, ...]
    span: Span

    @property
    def name(self) -> str:
        return ".".join(part.text for part in self.parts)


ValueShape = Literal["number", "signed", "share", "score", "date", "duration", "money", "rate", "times"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value with a unit. `value` by `shape`: number, signed → Decimal-exact float; share → fraction of one;
    score → (value, of); date → ISO text; the rest → the classes of `units`."""

    shape: ValueShape
    value: float | str | tuple[float, float] | Duration | Money | Rate | Times
    text: str  # canonical spelling
    span: Span


Value = Word | Text | Ref | Quantity


@dataclass(frozen=True, slots=True)
class Comment:
    """`# …` to the end of its line; `text` includes the `#`. Blank lines around it are noted where they were meant."""

    text: str
    span: Span
    blank_before: bool = False
    blank_after: bool = False  # between it and the statement it belongs to


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """`span` runs from the first to the last character of the statement, braces included, comments not."""

    span: Span
    leading: tuple[Comment, ...] = ()  # on lines of their own above
    trailing: Comment | None = None  # after it on its (last, or opening brace's) line
    blank_before: bool = False  # a deliberate blank line stood above it and its leading comments


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """`{ … }`. `closed` is false when the brace is missing and was placed by indentation."""

    statements: tuple[Statement, ...]
    span: Span
    closed: bool = True
    dangling: tuple[Comment, ...] = ()  # comments after the last statement
    opening: Comment | None = None  # after `{` on its line


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribute(Node):
    """`takes 4min`, `by clerk, porter`, `offstage`, `unmet because "…"`; `repeats 1..4 times every 1mo` are two.

    In the tail of another statement or a statement of its own. `joiner` is `or` in `by A or B`, else empty.
    """

    word: Word
    values: tuple[Value, ...] = ()
    joiner: str = ""
    inner: tuple[Comment, ...] = ()  # after the commas between its values
    block: Block | None = None  # only where someone wrote one


@dataclass(frozen=True, slots=True, kw_only=True)
class Header(Node):
    """A declaration or container: `keyword KIND? id? "Title"? as PETAL? tail { … }`.

    Keywords: blueprint library persona role system partner channel package insight policy lane scenario need phase core
    facilitating enhancing step decision recovery parallel branch, and a reopened cell of a scenario is a `Cell`.
    `kind` is the word after `phase` (interaction …) and the strength after a need's title is in the tail.
    """

    keyword: Word
    kind: Word | None = None
    id: Word | None = None
    title: Text | None = None
    tail: tuple[Attribute, ...] = ()
    block: Block | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell(Node):
    """`LANE id? "Text" tail { … }`; `lane` may be `evidence` or an extra lane's id; `meanwhile` is that word."""

    lane: Word
    meanwhile: Word | None = None
    id: Word | None = None
    title: Text | None = None
    tail: tuple[Attribute, ...] = ()
    block: Block | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Timed(Node):
    """`wait "For a table" 10min …` and `pause "Reads at home" 3w`."""

    keyword: Word
    meanwhile: Word | None = None
    title: Text | None = None
    duration: Quantity | None = None
    tail: tuple[Attribute, ...] = ()
    block: Block | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fail(Node):
    """`fail "Room not ready" 3% high -> lounge …`."""

    keyword: Word
    title: Text | None = None
    likelihood: Quantity | None = None
    severity: Word | None = None
    target: Ref | None = None
    tail: tuple[Attribute, ...] = ()
    block: Block | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class When(Node):
    """`when "Card declined" 5% -> retry`, or with a block of steps."""

    keyword: Word
    title: Text | None = None
    share: Quantity | None = None
    target: Ref | None = None
    tail: tuple[Attribute, ...] = ()
    block: Block | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(Node):
    """`a -> b "label"`; `source` is None for a step's own arrow `-> target`."""

    arrow: Word  # -> ~> <->
    source: Ref | None = None
    target: Ref | None = None
    label: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric(Node):
    """`metric NAME <= VALUE actual VALUE source "…" proxy for "…"`; a custom name is a `Text`."""

    keyword: Word
    name: Word | Text | None = None
    comparison: Word | None = None
    target: Quantity | None = None
    tail: tuple[Attribute, ...] = ()  # actual, source, proxy
    block: Block | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Use(Node):
    """`use "roles.bp"`."""

    keyword: Word
    path: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken(Node):
    """A segment that could not be read, as written; its block, if it had one, was read all the same."""

    text: str
    word: Word | None = None  # its first word
    block: Block | None = None


Statement = Attribute | Header | Cell | Timed | Fail | When | Link | Metric | Use | Broken


@dataclass(frozen=True, slots=True)
class File:
    """A whole file. `span` is all of it."""

    statements: tuple[Statement, ...]
    span: Span
    dangling: tuple[Comment, ...] = field(default=())  # comments after the last statement
