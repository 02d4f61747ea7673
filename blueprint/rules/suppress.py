"""Comments that say of a finding that it is meant to be so: `# bp: ignore[rule-name, other-rule] because …`.

At the end of a line the comment is for the findings that begin on this line. On a line of its own it is for the
statement below it with all that is in its braces, since this is what a reader takes a heading to mean.
`# bp: ignore-file[…] because …`, anywhere, is for the whole file. Rules are named one by one, by name or code.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from blueprint.diagnostics import Diagnostic, Edit, Fix
from blueprint.model.entities import NOWHERE
from blueprint.records import dataclass, field
from blueprint.rules.settings import fixed
from blueprint.source import Source, Span

UNUSED = ("unused-suppression", "W901")
UNREADABLE = ("suppression-unreadable", "W902")
UNEXPLAINED = ("suppression-unexplained", "A901")
REPORTED = (UNUSED, UNREADABLE, UNEXPLAINED)  # name and code of what this module reports by itself

# Compiled, and kept by `re`, when a text has need of them.
_MARK = r"#[ \t]*bp[ \t]*:"
_FORM = r"#[ \t]*bp[ \t]*:[ \t]*(ignore|ignore-file)[ \t]*\[([^\]]*)\](.*)"
_BECAUSE = r"[ \t]*because\b(.*)"
_HELP = "Write `# bp: ignore[rule-name] because …`, or `# bp: ignore-file[rule-name] because …`."


@dataclass(frozen=True, slots=True)
class Name:
    """One rule in the brackets, as written and where."""

    text: str
    span: Span


@dataclass(slots=True)
class Suppression:
    """One comment, and how far it reaches.

    `span` is the comment from its `#`; `inside` what stands in the brackets; `form` is false when it cannot be read.
    `reach` is the range in which findings begin that it is for; None when there is no statement below it. `used` are
    the names that a finding was suppressed by.
    """

    span: Span
    form: bool = True
    names: tuple[Name, ...] = ()
    inside: Span = NOWHERE
    explained: bool = False
    reach: Span | None = None
    used: set[str] = field(default_factory=set)


def read(source: Source) -> list[Suppression]:
    """The suppressions of a text, in its order; nothing is read twice in a text without any."""
    if "bp" not in source.text or not re.search(_MARK, source.text):
        return []
    from blueprint.syntax.grammar import load
    from blueprint.syntax.lexemes import scan

    comments = [(piece, start) for kind, piece, start, _ in scan(load(), source.text) if kind == "COMMENT"]
    marked = [(piece, start, mark) for piece, start in comments if (mark := re.search(_MARK, piece))]
    above = _headed(source) if marked else {}
    return [_suppression(source, piece, start, mark.start(), above) for piece, start, mark in marked]


def suppressed(
    found: Sequence[Diagnostic], sources: Mapping[str, Source], own: str, known: Mapping[str, str], ran: frozenset[str]
) -> list[Diagnostic]:
    """The findings that no comment suppresses, and what there is to say about the comments of the file `own`.

    `ran` are the rules that have looked at it: of others nobody knows whether their suppression is of use.
    """
    comments = {file: there for file, source in sources.items() if (there := read(source))}
    if not comments:
        return list(found)
    own_comments = comments.get(own, [])
    judged = [*found, *(each for comment in own_comments for each in _faults(comment, known, sources[own]))]
    names = {code: name for name, code in known.items()} | {name: name for name in known}
    by_file: dict[str, list[Diagnostic]] = defaultdict(list)
    for each in judged:
        by_file[each.span.file].append(each)
    left = [each for file, there in by_file.items() for each in _left(there, comments.get(file, []), names)]
    # Where something was not understood a rule may have kept silent for that alone.
    if not any(each.severity == "error" and each.code < "E2" for each in found):
        left += [each for comment in own_comments for each in _unused(comment, names, known, ran, sources[own])]
    return left


def _headed(source: Source) -> dict[int, Span]:
    """By the offset of each comment that stands above a statement: the range of the statement, its block included."""
    from blueprint.syntax import parse

    above: dict[int, Span] = {}
    waiting = list(parse(source).file.statements)
    while waiting:
        node = waiting.pop()
        for comment in node.leading:
            above[comment.span.start] = node.span
        block = getattr(node, "block", None)
        waiting += block.statements if block else ()
    return above


def _suppression(source: Source, piece: str, start: int, mark: int, above: Mapping[int, Span]) -> Suppression:
    span = source.span(start + mark, start + len(piece.rstrip()))
    found = re.compile(_FORM).match(piece, mark)
    if found is None:
        return Suppression(span, form=False)
    because = re.match(_BECAUSE, found[3])
    return Suppression(
        span,
        names=tuple(_names(found[2], start + found.start(2), source)),
        inside=source.span(start + found.start(2), start + found.end(2)),
        explained=because is not None and bool(because[1].strip(" \t.…")),
        reach=source.span(0, len(source.text) + 1) if found[1] == "ignore-file" else _reach(source, start, above),
    )


def _names(inside: str, start: int, source: Source) -> Iterator[Name]:
    for found in re.finditer(r"[^,\s](?:[^,]*[^,\s])?", inside):
        yield Name(found[0], source.span(start + found.start(), start + found.end()))


def _reach(source: Source, start: int, above: Mapping[int, Span]) -> Span | None:
    line, column = source.line_column(start)
    text = source.line(line)
    before = text[: column - 1].lstrip()
    if before:
        first = start - len(before)
        return source.span(first, start - column + 2 + len(text))
    return above.get(start)


def _left(
    found: Sequence[Diagnostic], comments: Sequence[Suppression], names: Mapping[str, str]
) -> Iterator[Diagnostic]:
    """The findings of a file that no comment is for; of several the one that reaches least far is used."""
    reaches = [(reach.start, -reach.end, number) for number, each in enumerate(comments) if (reach := each.reach)]
    waiting = sorted(reaches, reverse=True)
    opened: dict[str, list[Suppression]] = defaultdict(list)
    for finding in sorted(found, key=lambda d: d.span.start):
        while waiting and waiting[-1][0] <= finding.span.start:
            comment = comments[waiting.pop()[2]]
            for name in comment.names:
                opened[names.get(name.text, "")].append(comment)
        here = opened[finding.name]
        while here and (reach := here[-1].reach) and reach.end <= finding.span.start:
            here.pop()
        if here and not fixed(finding.name, finding.code):
            here[-1].used.add(finding.name)
        else:
            yield finding


def _faults(comment: Suppression, known: Mapping[str, str], source: Source) -> Iterator[Diagnostic]:
    """What is wrong with a comment as it is written."""
    if not comment.form or not comment.names:
        yield Diagnostic(*UNREADABLE, "warning", "This suppression cannot be read, so it suppresses nothing.",
                         comment.span, _HELP)  # fmt: skip
        return
    for name in comment.names:
        yield from _unknown(name, known)
    if not comment.explained:
        message = f"Nobody knows why {_listed(comment.names)} is ignored here."
        yield Diagnostic(*UNEXPLAINED, "advice", message, comment.span, "Write `because …` after the brackets.")


def _unknown(name: Name, known: Mapping[str, str]) -> Iterator[Diagnostic]:
    known_as = next((each for each, code in known.items() if name.text in (each, code)), "")
    if known_as and _ignorable(known_as, known):
        return
    if known_as:
        message = f"`{name.text}` cannot be ignored by a comment."
        yield Diagnostic(*UNREADABLE, "warning", message, name.span, "Mend what it is about, and take it out.")
        return
    from blueprint.spelling import nearest

    near = nearest(name.text, [*known, *known.values()], most=1)
    fix = Fix(f"write `{near[0]}`", (Edit(name.span, near[0]),)) if near else None
    help = "" if near else "Name the rules one by one, as the findings do; `blueprint rules` lists them."
    yield Diagnostic(*UNREADABLE, "warning", f"There is no rule `{name.text}`.", name.span, help, (), fix)


def _unused(
    comment: Suppression, names: Mapping[str, str], known: Mapping[str, str], ran: frozenset[str], source: Source
) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    idle = []
    for name in comment.names:
        meant = names.get(name.text, "")
        if meant in ran and _ignorable(meant, known) and (meant in seen or meant not in comment.used):
            idle.append(name)
        seen.add(meant)
    for name in idle:
        message = f"`{name.text}` has nothing to say here, so there is nothing to ignore."
        help = "" if comment.reach else "A suppression on a line of its own stands right above the statement it is for."
        yield Diagnostic(*UNUSED, "warning", message, name.span, help, (), _without(comment, idle, source))


def _ignorable(name: str, known: Mapping[str, str]) -> bool:
    return name != UNUSED[0] and not fixed(name, known[name])


def _without(comment: Suppression, idle: Sequence[Name], source: Source) -> Fix:
    """Take the names out of the comment, and the comment out of the text when none is left."""
    left = [name.text for name in comment.names if name not in idle]
    if left:
        return Fix(f"take {_listed(idle)} out", (Edit(comment.inside, ", ".join(left)),))
    line, column = source.line_column(comment.span.start)
    start, text = comment.span.start - column + 1, source.line(line)
    before = text[: column - 1].rstrip()
    following = source.offset(line + 1, 1) if line < len(source.line_starts) else len(source.text)
    span = source.span(start + len(before), start + len(text)) if before else source.span(start, following)
    return Fix("remove the comment", (Edit(span, ""),))


def _listed(names: Iterable[Name]) -> str:
    return ", ".join(f"`{name.text}`" for name in names)
