"""What the tool has to say about a file: findings, the places they speak of, and the repairs they offer."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Literal

from blueprint.records import dataclass
from blueprint.source import Span

Severity = Literal["error", "warning", "advice"]
_GRAVITY: dict[Severity, int] = {"error": 0, "warning": 1, "advice": 2}


class Refusal(Exception):
    """Something asked for cannot be done. The message is a sentence for the user: what, why, what to do instead."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the text in `span` by `text`; an empty span inserts."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A repair in words (`title`, imperative: "write `frontstage`") and in edits.

    A safe fix keeps what the file means or only mends what has no meaning yet; any other is unsafe.
    """

    title: str
    edits: tuple[Edit, ...]
    safe: bool = True


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that the finding speaks of, with what stands there ("first declared here")."""

    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: `name` is for people (`recovery-missing`), `code` for machines (`W101`)."""

    name: str
    code: str
    severity: Severity
    message: str
    span: Span
    help: str = ""
    related: tuple[Related, ...] = ()
    fix: Fix | None = None


def gravest_first(found: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The order in which people and programs are told: file by file, as the files first come; of a file errors, then
    warnings, then advice, and those of one severity as they come.

    An error may be why others are found or not found, before it in the file too, so it is what to mend first.
    """
    files = {file: number for number, file in enumerate(dict.fromkeys(each.span.file for each in found))}
    return tuple(sorted(found, key=lambda each: (files[each.span.file], _GRAVITY[each.severity])))


def apply(text: str, fixes: Iterable[Fix]) -> str:
    """The text with every fix applied that does not overlap one applied before it."""
    done = [edit for fix in apart(fixes) for edit in fix.edits]
    pieces, at = [], 0
    for edit in sorted(done, key=lambda e: (e.span.start, e.span.end)):
        pieces += [text[at : edit.span.start], edit.text]
        at = edit.span.end
    return "".join(pieces) + text[at:]


def apart(fixes: Iterable[Fix]) -> list[Fix]:
    """Those of the fixes that do not overlap one before them, which go together into one text."""
    kept: list[Fix] = []
    starts: list[int] = []  # of all edits kept so far, in order; `ends` are theirs
    ends: list[int] = []
    for fix in fixes:
        if any(_overlaps(edit.span, starts, ends) for edit in fix.edits):
            continue
        kept.append(fix)
        for edit in fix.edits:
            place = bisect_left(starts, edit.span.start)
            starts.insert(place, edit.span.start)
            ends.insert(place, edit.span.end)
    return kept


def _overlaps(span: Span, starts: list[int], ends: list[int]) -> bool:
    """Whether a range shares a character with one of these ranges, which are apart, or begins where one begins."""
    place = bisect_left(starts, span.start)
    if place < len(starts) and (starts[place] == span.start or starts[place] < span.end):
        return True
    return place > 0 and ends[place - 1] > span.start
