"""Repairs, applied until there is nothing left to repair.

A round applies every fix that the findings offer, then looks again: a repair may uncover the next. What would leave a
text with more syntax errors than before, or without one of its comments, is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from blueprint.diagnostics import Diagnostic, Fix, apart, apply
from blueprint.records import dataclass
from blueprint.rules.suppress import REPORTED
from blueprint.source import Source

ROUNDS = 10
TRIES = 60  # of parts of one round, so that a thousand harmful repairs are not tried one by one
Check = Callable[[Source], Sequence[Diagnostic]]


@dataclass(frozen=True, slots=True)
class Mended:
    """A text after its repairs, the findings that were repaired in their order, and what is found in the text now."""

    text: str
    done: tuple[Diagnostic, ...]
    left: tuple[Diagnostic, ...]


def mend(source: Source, check: Check, *, unsafe: bool = False) -> Mended:
    """Apply the fixes of findings in this text, the safe ones or all; other files are not touched.

    `check` finds what there is in a text of the same name. It is called once more than there are rounds.
    """
    done: list[Diagnostic] = []
    seen = {source.text}
    refused: set[tuple[str, str]] = set()
    found = check(source)
    for _ in range(ROUNDS):
        offered = _together([each for each in found if _offers(each, source, unsafe) and _key(each) not in refused])
        text, applied = _round(source, offered)
        refused |= {_key(each) for each in offered} - {_key(each) for each in applied}
        if text in seen:  # nothing was changed, or two repairs undo each other
            break
        seen.add(text)
        source = _with(source, text)
        done += applied
        found = check(source)
    return Mended(source.text, tuple(done), tuple(found))


def worse(before: Source, after: Source) -> bool:
    """Whether a text has more syntax errors than before, or fewer comments."""
    return _Health(after).worse_than(_Health(before), ())


def fixable(finding: Diagnostic, source: Source) -> bool:
    """Whether the finding has a fix, and that within this text."""
    return finding.fix is not None and all(edit.span.file == source.path for edit in finding.fix.edits)


def _offers(finding: Diagnostic, source: Source, unsafe: bool) -> bool:
    return finding.fix is not None and (unsafe or finding.fix.safe) and fixable(finding, source)


def _key(finding: Diagnostic) -> tuple[str, str]:
    return finding.name, finding.message


def _round(source: Source, offered: Sequence[Diagnostic]) -> tuple[str, list[Diagnostic]]:
    """The text with these repairs, and those that are in it. Where all together do harm, halves are tried apart."""
    applied: list[Diagnostic] = []
    waiting = [list(offered)] if offered else []
    before = _Health(source)
    for _ in range(TRIES):
        if not waiting:
            break
        group = waiting.pop()
        tried = apply(source.text, _fixes([*applied, *group]))
        if not _Health(_with(source, tried)).worse_than(before, group):
            applied += group
        elif len(group) > 1:
            half = len(group) // 2
            waiting += [group[half:], group[:half]]
    return apply(source.text, _fixes(applied)), applied


def _together(offered: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Those that go into one text; the others are offered again in the next round, if they still make sense."""
    kept = {id(fix) for fix in apart(_fixes(offered))}
    return [each for each in offered if id(each.fix) in kept]


def _fixes(findings: Iterable[Diagnostic]) -> list[Fix]:
    return [each.fix for each in findings if each.fix is not None]


def _with(source: Source, text: str) -> Source:
    return Source(text, source.path)


class _Health:
    """What a repair must not make worse: the number of syntax errors, and the comments."""

    def __init__(self, source: Source) -> None:
        from blueprint.syntax import parse
        from blueprint.syntax.grammar import load
        from blueprint.syntax.lexemes import scan

        self.errors = len(parse(source).diagnostics)
        self.comments = sum(kind == "COMMENT" for kind, *_ in scan(load(), source.text))

    def worse_than(self, before: _Health, group: Sequence[Diagnostic]) -> bool:
        removed = sum(each.name in _ABOUT_COMMENTS for each in group)
        return self.errors > before.errors or self.comments + removed < before.comments


_ABOUT_COMMENTS = frozenset(name for name, _ in REPORTED)
