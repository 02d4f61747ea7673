"""What the tool has to say about a file: findings, the places they speak of, and the repairs they offer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from blueprint.records import dataclass
from blueprint.source import Span

Severity = Literal["error", "warning", "advice"]


class Refusal(Exception):
    """Something asked for that cannot be done. The message is a sentence for the user: what, why, what to do instead."""


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


def apply(text: str, fixes: Iterable[Fix]) -> str:
    """The text with every fix applied that does not overlap one applied before it."""
    done: list[Edit] = []
    for fix in fixes:
        if not any(_overlap(new, old) for new in fix.edits for old in done):
            done.extend(fix.edits)
    for edit in sorted(done, key=lambda e: (e.span.start, e.span.end), reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def _overlap(a: Edit, b: Edit) -> bool:
    if a.span.start == a.span.end or b.span.start == b.span.end:
        return a.span.start == b.span.start
    return a.span.start < b.span.end and b.span.start < a.span.end
