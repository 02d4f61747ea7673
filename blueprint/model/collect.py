"""The first pass: what is declared where, and what stands where it cannot.

It walks every tree once, mends what can be mended (a misspelt `stepp "Pay" { … }` is read as the step it was meant to
be). `naming` then gives everything its name, and the second pass (`build`) sees what was let through.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from blueprint.diagnostics import Diagnostic, Edit, Fix
from blueprint.model import places
from blueprint.model.bare import Bare
from blueprint.model.findings import finding, write_instead
from blueprint.model.names import STEPS, Names
from blueprint.model.words import derive, listed, nfc
from blueprint.records import dataclass, field, replace
from blueprint.source import Span
from blueprint.spelling import nearest
from blueprint.syntax import nodes
from blueprint.vocabulary import WORDS

WHOLES = ("blueprint", "library")


@dataclass(slots=True)
class Pending:
    """A header that declares, in written order, with what it stands in."""

    node: nodes.Header
    kind: str
    present: bool
    owner: nodes.Header | None


@dataclass
class Collected:
    """What the first pass found out."""

    names: Names
    report: list[Diagnostic]
    lanes: dict[str, str] = field(default_factory=dict)  # id → title of extra lanes
    pending: list[Pending] = field(default_factory=list)
    mended: dict[Span, nodes.Statement | None] = field(default_factory=dict)  # None: left out of the model

    _wrong: dict[str, list[int]] = field(default_factory=dict)

    def spoilt(self, node: nodes.Header | nodes.Cell) -> bool:
        """Whether a mistake was told in the line of a statement: what it lacks may be what was wrong there."""
        if not self._wrong and self.report:
            for each in self.report:
                self._wrong.setdefault(each.span.file, []).append(each.span.start)
            for starts in self._wrong.values():
                starts.sort()
        starts, span = self._wrong.get(node.span.file, []), node.span
        first = bisect_left(starts, span.start)
        return first < len(starts) and starts[first] < (node.block.span.start if node.block else span.end + 1)

    def statements(self, block: nodes.Block | Sequence[nodes.Statement] | None) -> Iterator[nodes.Statement]:
        """The statements of a block that the model takes, as they were meant."""
        if block is None:
            return
        if not self.mended:
            yield from block.statements if isinstance(block, nodes.Block) else block
            return
        for each in block.statements if isinstance(block, nodes.Block) else block:
            kept = self.mended.get(each.span, each)
            if kept is not None:
                yield kept


def collect(files: Iterable[tuple[nodes.File, str]], names: Names, report: list[Diagnostic]) -> Collected:
    """Read the files (tree, and `blueprint` or `library`), libraries first."""
    found = Collected(names, report)
    files = list(files)
    for file, _ in files:
        _lanes(file, found)
    for file, kind in files:
        walk, head = _Walk(found), head_of(file)
        rest = [each for each in file.statements if head is None or each.span != head.span]
        if head is not None:
            check_head(file, head, report)
            walk.enter(head, None, True, False, "")
        walk.walk(rest, "top" if kind == "blueprint" else "library top")
    return found


def head_of(file: nodes.File) -> nodes.Header | None:
    """The statement that says what the file is; a misspelt or broken one still does so by its word."""
    for each in file.statements:
        if isinstance(each, nodes.Header) and each.keyword.text in WHOLES:
            return each
        if isinstance(each, nodes.Broken) and each.word and each.word.text in WHOLES:
            return nodes.Header(span=each.span, keyword=each.word, block=each.block)
    first = file.statements[0] if file.statements else None
    if isinstance(first, nodes.Cell) and first.id and first.id.text in WHOLES:  # `service blueprint "X" { … }`
        return nodes.Header(span=first.span, keyword=first.id, title=first.title, tail=first.tail, block=first.block)
    # `cc_library { … }` is of another tool, and nobody wrote `library` that way.
    if isinstance(first, nodes.Cell) and "_" not in first.lane.text and (near := nearest(first.lane.text, WHOLES)):
        keyword = replace(first.lane, text=near[0])
        return nodes.Header(
            span=first.span, keyword=keyword, id=first.id, title=first.title, tail=first.tail, block=first.block
        )
    return None


def check_head(file: nodes.File, head: nodes.Header, report: list[Diagnostic]) -> None:
    """The head comes first, and its word is written as it is."""
    first = file.statements[0]
    if isinstance(first, nodes.Cell) and first.span == head.span:
        word, meant = first.lane, head.keyword.text
        if head.keyword is first.id:
            before = Span(word.span.start, head.keyword.span.start, word.span.file)
            report.append(finding("unknown-word", word.span, f"`{word.text}` is no statement: a file begins with "
                                  f"`{meant}`.", fix=Fix(f"take `{word.text}` away", (Edit(before, ""),))))  # fmt: skip
            return
        report.append(finding("unknown-word", word.span, f"`{word.text}` is no statement; did you mean `{meant}`?",
                              fix=write_instead(word.span, meant)))  # fmt: skip
    elif first.span != head.span:
        report.append(finding("misplaced-statement", head.keyword.span,
                              f"`{head.keyword.text}` is the first statement of its file.",
                              help="Move it above everything else."))  # fmt: skip


def _lanes(file: nodes.File, found: Collected) -> None:
    for each in file.statements:
        if isinstance(each, nodes.Header) and each.keyword.text == "lane" and (each.id or each.title):
            title = each.title.value if each.title else ""
            name = nfc(each.id.text) if each.id else derive(title, "lane")
            if name not in WORDS:  # reported where it is declared; the lines that begin with it keep their meaning
                found.lanes.setdefault(name, title)


@dataclass
class _Walk:
    found: Collected
    told: bool = False  # of steps outside the phases
    in_scenario: bool = False

    def walk(
        self, statements: Iterable[nodes.Statement], place: str, owner: nodes.Header | None = None,
        present: bool = True, declares: bool = True,
    ) -> None:  # fmt: skip
        """Check what stands in `place` (`step`, `service`, `cell`, `top` …) and gather what it declares."""
        # A list instead of recursion would not be clearer: the parser limits nesting to 50 levels.
        bare = Bare()
        for each in statements:
            meant = self.mend(each, place)
            here = present and meant is not None and (self.loose(meant, place, bare) or self.fits(meant, place, bare))
            bare.pass_by(meant)
            if meant is not each or not here:
                self.found.mended[each.span] = meant if here else None
            if meant is not None:
                self.enter(meant, owner, here, declares, place)

    def loose(self, node: nodes.Statement, place: str, bare: Bare) -> bool:
        """Steps outside every phase: told once, and read as part of the phase above them."""
        if place != "top" or not isinstance(node, nodes.Header) or not outside(node):
            return False
        if bare.explain(node.keyword.text, node.keyword.span, self.found.report):
            self.told = True
        elif not self.told:
            self.told = True
            what = places.capital(places.named(node.keyword.text))
            self.found.report.append(finding(
                "misplaced-statement", node.keyword.span,
                f"{what} with what happens in it cannot stand outside the phases.",
                help="Steps, and services with steps, stand in a phase: `phase interaction { … }`.",
            ))  # fmt: skip
        return True

    def enter(
        self, node: nodes.Statement, owner: nodes.Header | None, present: bool, declares: bool, place: str
    ) -> None:
        word = word_of(node)
        is_cell = isinstance(node, nodes.Cell) and (word in self.found.lanes or self.numbered(node))
        inner = places.holder("customer" if is_cell else word, place)
        if isinstance(node, nodes.Header):
            inner = "service" if place == "top" and outside(node) and inner == "open service" else inner
            here = declares and place != "scenario"
            if here:
                self.found.pending.append(Pending(node, places.kind_of(word), present, owner))
            owner, declares = node, here and inner != "scenario"
        if inner:
            for attribute in getattr(node, "tail", ()):
                if present and not self.fits(attribute, inner):
                    self.found.mended[attribute.span] = None
        block = getattr(node, "block", None)
        if block is not None and not inner:
            self.found.report.append(finding(
                "misplaced-statement", block.span, f"`{word}` holds no lines of its own, so it takes no braces.",
            ))  # fmt: skip
        elif block is not None:
            self.in_scenario = self.in_scenario or inner == "scenario"
            self.walk(block.statements, inner, owner, present, declares)
            self.in_scenario = self.in_scenario and inner != "scenario"

    def mend(self, node: nodes.Statement, place: str) -> nodes.Statement | None:
        """The statement as it was meant; None (after a finding) when nobody can tell."""
        if isinstance(node, nodes.Broken):
            near = self.near(node.word, place) if node.word and node.block else ""
            if near in places.HEADS and node.word:  # the parser has told of it; what it holds is still good
                return nodes.Header(span=node.span, keyword=replace(node.word, text=near), block=node.block)
            return None
        if (
            not isinstance(node, nodes.Cell)
            or nfc(node.lane.text) in self.found.lanes
            or node.lane.text in places.LANES
        ):
            return node
        if self.numbered(node):
            return node
        near = self.near(node.lane, place)
        written = _spread(node, near)
        self.unknown(written, near, place)
        if node.id is not None and written.span.end == node.id.span.end:
            node = replace(node, id=None)
        if near in places.HEADS:
            keyword = replace(node.lane, text=near)
            return nodes.Header(
                span=node.span, keyword=keyword, id=node.id, title=node.title, tail=node.tail, block=node.block
            )
        if near in places.LANES or near in self.found.lanes:
            return replace(node, lane=replace(node.lane, text=near))
        return None

    def numbered(self, node: nodes.Cell) -> bool:
        """`frontstage_2 takes 3min`, in a scenario: the second cell of its lane."""
        lane, _, number = nfc(node.lane.text).rpartition("_")
        return self.in_scenario and number.isdecimal() and (lane in places.LANES or lane in self.found.lanes)

    def near(self, word: nodes.Word, place: str) -> str:
        meant = places.meant(word.text, place)
        if meant:
            return meant
        among = [
            *places.words_in(place),
            *(places.FLOW if place == "top" else ()),
            *(self.found.lanes if places.allowed("customer", place) else ()),
        ]
        near = self.found.names.near(word.text, among)
        return near[0] if near else ""

    def unknown(self, word: nodes.Word, near: str, place: str) -> None:
        message = f"`{word.text}` is no lane or statement"
        if near:
            self.found.report.append(finding(
                "unknown-word", word.span, f"{message}; did you mean `{near}`?", fix=write_instead(word.span, near)
            ))  # fmt: skip
            return
        known = [*places.LANES, *self.found.lanes]
        more = f"`blueprint explain {places.page_of(place)}` lists what can stand here."
        self.found.report.append(finding(
            "unknown-word", word.span, f"{message} that can stand {places.called(place)}.",
            help=f"The lanes are {listed(known[:12], 'and')}; another is declared with `lane`. {more}"
            if places.allowed("customer", place) else more,
        ))  # fmt: skip

    def fits(self, node: nodes.Statement, place: str, bare: Bare | None = None) -> bool:
        """Whether it may stand there; a finding when not."""
        word = word_of(node)
        if not place or places.allowed(
            "customer" if word in self.found.lanes and isinstance(node, nodes.Cell) else word, place
        ):
            return True
        if isinstance(node, nodes.Cell) and place in STEPS and self.numbered(node):
            return True
        span = span_of_word(node)
        if word in WHOLES:
            self.found.report.append(finding(
                "misplaced-statement", span, "A file is one blueprint or one library, and this one has begun already.",
                help="Put each into a file of its own.",
            ))  # fmt: skip
            return False
        if bare is not None and bare.explain(word, span, self.found.report):
            return False
        if word == "takes" and place in ("wait", "pause"):
            self.found.report.append(finding(
                "misplaced-statement", span, f"The time of a `{place}` stands by itself, right after its text.",
                help=f"For example `{WORDS[place].example}`.",
                fix=Fix("take `takes` away", (Edit(Span(span.start, span.end + 1, span.file), ""),)),
            ))  # fmt: skip
            return False
        self.found.report.append(finding(
            "misplaced-statement", span, f"{places.capital(places.named(word))} cannot stand {places.called(place)}.",
            help=places.help_for(word),
        ))  # fmt: skip
        return False


def _spread(node: nodes.Cell, near: str) -> nodes.Word:
    """The word that a line begins with; all of them where one word was written as several: `moment of truth`."""
    word, parts = node.lane, near.split("-")
    if node.id is not None and word.text + node.id.text == near:  # `back stage "Cooks"`
        return nodes.Word(f"{word.text} {node.id.text}", Span(word.span.start, node.id.span.end, word.span.file))
    if len(parts) > 1 and parts[0] == word.text and node.tail and node.tail[0].word.text == parts[1]:
        end = node.tail[0].span.end
        return nodes.Word(" ".join(parts), Span(word.span.start, end, word.span.file))
    return word


def outside(node: nodes.Header) -> bool:
    """Whether this, on the outermost level, is a step or holds steps, which only phases do."""
    if node.keyword.text in places.TIERS and node.block is not None:
        return any(
            isinstance(each, nodes.Header) and each.keyword.text in places.FLOW for each in node.block.statements
        )
    return node.keyword.text in places.FLOW


def word_of(node: nodes.Statement) -> str:
    """The word that a statement goes by: its keyword, its lane, `->` for an arrow, `link` lines by `a -> b`."""
    if isinstance(node, nodes.Attribute):
        return node.word.text
    if isinstance(node, nodes.Cell):
        return nfc(node.lane.text)
    if isinstance(node, nodes.Link):
        return places.ARROW if node.source is None else places.LINK
    if isinstance(node, nodes.Broken):
        return ""
    return node.keyword.text


def span_of_word(node: nodes.Statement) -> Span:
    if isinstance(node, nodes.Attribute):
        return node.word.span
    if isinstance(node, nodes.Cell):
        return node.lane.span
    if isinstance(node, nodes.Link):
        return node.arrow.span if node.source is None else node.span
    if isinstance(node, nodes.Broken):
        return node.word.span if node.word else node.span
    return node.keyword.span
