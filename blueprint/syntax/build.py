"""From a parsed statement to the nodes of the tree, with ranges in the file.

One method for each rule of the grammar that makes a node; the shapes of values have one function each. A shape's leaves
are indexes of the statement's lexemes.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Any

from blueprint import units
from blueprint.diagnostics import Diagnostic
from blueprint.records import replace
from blueprint.source import Span
from blueprint.spelling import one_of
from blueprint.syntax.codes import finding, rewrite
from blueprint.syntax.grammar import Shape
from blueprint.syntax.lexemes import Lexeme
from blueprint.syntax.nodes import (
    Attribute,
    Block,
    Cell,
    Comment,
    Fail,
    Header,
    Link,
    Metric,
    Quantity,
    Ref,
    Statement,
    Text,
    Timed,
    Use,
    Value,
    ValueShape,
    When,
    Word,
)
from blueprint.syntax.texts import text_value

VALUES: dict[ValueShape, Callable[[str], Any]] = {
    "number": units.number,
    "signed": units.number,
    "share": units.share,
    "score": units.score,
    "date": units.date,
    "duration": units.duration,
    "money": units.money,
    "rate": units.rate,
    "times": units.times,
}


class Builder:
    """Makes the nodes of one file; `found` gathers what is wrong with values that read well."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.found: list[Diagnostic] = []
        self._lexemes: list[Lexeme] = []
        self._around: dict[str, Any] = {}
        self._inner: list[Comment] = []  # those still to be placed, the last one first
        self._homeless: list[Comment] = []
        self._quantities: dict[tuple[str, str], tuple[ValueShape, Any, str]] = {}

    def statement(
        self,
        shape: Shape,
        lexemes: list[Lexeme],
        written: tuple[int, int],
        block: Block | None = None,
        leading: tuple[Comment, ...] = (),
        trailing: Comment | None = None,
        blank_before: bool = False,
        inner: tuple[Comment, ...] = (),
    ) -> list[Statement]:
        """The node of one statement; a line of several attributes gives as many.

        `written` is where it stands: lexemes that were mended may be others than those of the file. `inner` are the
        comments between its lines; those that stand in no list are kept above it.
        """
        self._lexemes, self._inner, self._homeless = lexemes, list(inner[::-1]), []
        span = Span(written[0], block.span.end if block is not None else written[1], self.file)
        self._around = {"span": span, "leading": leading, "trailing": trailing, "blank_before": blank_before}
        name, parts = shape[1][0]
        nodes: list[Statement]
        nodes = self._attributes(parts, block) if name == "attributes" else [getattr(self, "_" + name)(parts, block)]
        if self._inner or self._homeless:
            nodes[0] = replace(nodes[0], leading=(*leading, *self._homeless, *self._inner[::-1]))
        return nodes

    # ------------------------------------------------------------------ leaves

    def _span(self, first: int, last: int) -> Span:
        return Span(self._lexemes[first][2], self._lexemes[last][3], self.file)

    def _word(self, leaf: Any) -> Word:
        while not isinstance(leaf, int):
            leaf = leaf[1][0]
        _, text, start, end = self._lexemes[leaf]
        if not text.isascii():
            text = unicodedata.normalize("NFC", text)
        return Word(text, Span(start, end, self.file))

    def _text(self, leaf: int) -> Text:
        _, text, start, end = self._lexemes[leaf]
        span = Span(start, end, self.file)
        value, found = text_value(text, span)
        self.found.extend(found)
        return Text(value, span, text.startswith('"""'))

    def _ref(self, parts: tuple[int, ...]) -> Ref:
        words = tuple(self._word(leaf) for leaf in parts[::2])
        return Ref(words, Span(words[0].span.start, words[-1].span.end, self.file))

    def _quantity(self, shape: str, parts: tuple[int, ...]) -> Quantity:
        text = " ".join([self._lexemes[leaf][1] for leaf in parts])
        known = self._quantities.get((shape, text))
        if known is None:
            kind = one_of(shape, VALUES)
            known = self._quantities[shape, text] = (kind, *_read(kind, text))
        return Quantity(*known, self._span(parts[0], parts[-1]))

    def _value(self, part: Any) -> Value:
        """A value by its rule: a bare leaf is a text."""
        if isinstance(part, int):
            return self._text(part)
        name, parts = part
        if name == "ref":
            return self._ref(parts)
        if name == "name":
            return self._word(parts[0])
        return self._quantity(name, parts)

    # ------------------------------------------------------------------ attributes

    def _attribute(self, parts: tuple[Any, ...]) -> Attribute:
        values, joiner = [], ""
        last = parts[0]
        for part in parts[1:]:
            kind = self._lexemes[part][0] if isinstance(part, int) else ""
            if kind == "or":
                joiner = "or"
            elif kind not in ("COMMA", "because", "for"):
                values.append(self._value(part))
            last = part
        end = self._lexemes[last][3] if isinstance(last, int) else values[-1].span.end
        word = self._word(parts[0])
        span = Span(word.span.start, end, self.file)
        return Attribute(
            span=span, word=word, values=tuple(values), joiner=joiner,
            inner=self._comments(span) if self._inner else (),
        )  # fmt: skip

    def _comments(self, span: Span) -> tuple[Comment, ...]:
        """The comments between the lines of this attribute; they are no longer those of the whole statement."""
        within: list[Comment] = []
        while self._inner and self._inner[-1].span.start < span.end:
            comment = self._inner.pop()
            (within if comment.span.start > span.start else self._homeless).append(comment)
        return tuple(within)

    def _attributes(self, parts: tuple[Any, ...], block: Block | None) -> list[Statement]:
        """Statements of one attribute each: the first has the comments above, the last the one after and the block."""
        nodes = [self._attribute(part[1]) for part in parts]
        around, count = self._around, len(nodes)
        return [
            Attribute(
                # Together they cover the whole line, what could not be read of it included.
                span=Span(
                    around["span"].start if number == 0 else node.span.start,
                    around["span"].end if number == count - 1 else node.span.end,
                    self.file,
                ),
                leading=around["leading"] if number == 0 else (),
                trailing=around["trailing"] if number == count - 1 else None,
                blank_before=around["blank_before"] and number == 0,
                word=node.word,
                values=node.values,
                joiner=node.joiner,
                inner=node.inner,
                block=block if number == count - 1 else None,
            )
            for number, node in enumerate(nodes)
        ]

    def _tail(self, parts: tuple[Any, ...]) -> tuple[Attribute, ...]:
        return tuple(
            [self._attribute(part[1]) for part in parts if not isinstance(part, int) and part[0] == "attribute"]
        )

    def _title(self, parts: tuple[Any, ...]) -> Text | None:
        """The text among the parts themselves; those of attributes lie deeper."""
        for part in parts:
            if isinstance(part, int) and self._lexemes[part][0] == "TEXT":
                return self._text(part)
        return None

    def _named(self, parts: tuple[Any, ...], name: str) -> list[Any]:
        return [part for part in parts if not isinstance(part, int) and part[0] == name]

    def _once(self, parts: tuple[Any, ...], name: str) -> list[Any]:
        """Those of this rule, of which there may be one; a second is told of."""
        found = self._named(parts, name)
        if len(found) > 1:
            what = {"jump": "arrow", "share": "share"}.get(name, name)
            leaves = _leaves(found[1])
            self._twice(self._span(leaves[0], leaves[-1]), what)
        return found

    def _twice(self, span: Span, what: str) -> None:
        self.found.append(finding("said-twice", f"There is a second {what} here; only the first counts.", span))

    def _target(self, jump: tuple[Any, ...]) -> Ref:
        """The target of `-> target`; no other arrow can stand in a line's tail."""
        arrow = self._word(jump[0])
        if arrow.text != "->":
            message = f"Only `->` leads on from here; `{arrow.text}` links two things on a line of its own."
            self.found.append(
                finding("syntax-error", message, arrow.span, fix=rewrite("write `->`", arrow.span, "->", safe=False))
            )
        return self._ref(jump[1][1])

    # ------------------------------------------------------------------ statements

    def _header(self, parts: tuple[Any, ...], block: Block | None) -> Header:
        names = self._named(parts, "name")
        return Header(
            keyword=self._word(parts[0]),
            id=self._word(names[0]) if names else None,
            title=self._title(parts),
            tail=self._tail(parts),
            block=block,
            **self._around,
        )

    def _phase(self, parts: tuple[Any, ...], block: Block | None) -> Header:
        names = self._named(parts, "name")
        return Header(
            keyword=self._word(parts[0]),
            kind=self._word(parts[1]),
            id=self._word(names[0]) if names else None,
            title=self._title(parts),
            tail=self._tail(parts),
            block=block,
            **self._around,
        )

    def _meanwhile(self, parts: tuple[Any, ...]) -> Word | None:
        first = parts[0]
        return self._word(first) if isinstance(first, int) and self._lexemes[first][0] == "meanwhile" else None

    def _cell(self, parts: tuple[Any, ...], block: Block | None) -> Cell:
        names = self._named(parts, "name") or self._named(parts, "cell_word")
        return Cell(
            lane=self._word(self._named(parts, "lane")[0]),
            meanwhile=self._meanwhile(parts),
            id=self._word(names[0]) if names else None,
            title=self._title(parts),
            tail=self._tail(parts),
            block=block,
            **self._around,
        )

    def _timed(self, parts: tuple[Any, ...], block: Block | None) -> Timed:
        meanwhile, durations = self._meanwhile(parts), self._once(parts, "duration")
        return Timed(
            keyword=self._word(parts[1 if meanwhile else 0]),
            meanwhile=meanwhile,
            title=self._title(parts),
            duration=self._quantity(*durations[0]) if durations else None,
            tail=self._tail(parts),
            block=block,
            **self._around,
        )

    def _fail(self, parts: tuple[Any, ...], block: Block | None) -> Fail:
        levels = [
            part for part in parts if isinstance(part, int) and self._lexemes[part][0] in ("low", "medium", "high")
        ]
        shares, jumps = self._once(parts, "share"), self._once(parts, "jump")
        if len(levels) > 1:
            self._twice(self._span(levels[1], levels[1]), "severity")
        return Fail(
            keyword=self._word(parts[0]),
            title=self._title(parts),
            likelihood=self._quantity(*shares[0]) if shares else None,
            severity=self._word(levels[0]) if levels else None,
            target=self._target(jumps[0][1]) if jumps else None,
            tail=self._tail(parts),
            block=block,
            **self._around,
        )

    def _when(self, parts: tuple[Any, ...], block: Block | None) -> When:
        shares, jumps = self._once(parts, "share"), self._once(parts, "jump")
        return When(
            keyword=self._word(parts[0]),
            title=self._title(parts),
            share=self._quantity(*shares[0]) if shares else None,
            target=self._target(jumps[0][1]) if jumps else None,
            tail=self._tail(parts),
            block=block,
            **self._around,
        )

    def _metric(self, parts: tuple[Any, ...], block: Block | None) -> Metric:
        amounts = [part for part in parts if not isinstance(part, int) and part[0] in VALUES]
        signs = [part for part in parts[1:] if isinstance(part, int) and self._lexemes[part][0] == "COMPARISON"]
        names = self._named(parts, "name")
        return Metric(
            keyword=self._word(parts[0]),
            name=self._word(names[0]) if names else self._title(parts),
            comparison=self._word(signs[0]) if signs else None,
            target=self._quantity(*amounts[0]) if amounts else None,
            tail=self._tail(parts),
            block=block,
            **self._around,
        )

    def _use(self, parts: tuple[Any, ...], block: Block | None) -> Use:
        del block
        return Use(keyword=self._word(parts[0]), path=self._title(parts), **self._around)

    def _link(self, parts: tuple[Any, ...], block: Block | None) -> Link:
        del block
        source, arrow, target = parts[:3]
        return Link(
            arrow=self._word(arrow),
            source=self._ref(source[1]),
            target=self._ref(target[1]),
            label=self._title(parts[3:]),
            **self._around,
        )

    def _arrow(self, parts: tuple[Any, ...], block: Block | None) -> Link:
        del block
        return Link(
            arrow=self._word(parts[0]), target=self._ref(parts[1][1]), label=self._title(parts[2:]), **self._around
        )


def _leaves(part: Any) -> list[int]:
    """The lexemes of a part, in order."""
    return [part] if isinstance(part, int) else [leaf for each in part[1] for leaf in _leaves(each)]


def _read(shape: ValueShape, text: str) -> tuple[Any, str]:
    """Value and canonical spelling; a form that only looks right (a day the calendar has not) keeps its text."""
    read = VALUES[shape](text)
    if read is None:
        return (text, text) if shape == "date" else (0.0, text)
    if isinstance(read, str):
        return read, read
    if isinstance(read, tuple):
        return read
    return read, read.text
