"""What an editor offers at a place: repairs, "fix all", a comment that ignores a finding, and changes of shape.
Serves codeAction and codeAction/resolve.

An action is offered from what is cheap to know; its edits are worked out when it is chosen (or at once for an editor
that cannot ask twice), and are none where the text would be worse for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from blueprint.api import Document
from blueprint.diagnostics import Diagnostic, Edit, Fix
from blueprint.lsp import declaring, extracting, moving
from blueprint.lsp.changes import Change, difference, touching
from blueprint.lsp.document import Analysed
from blueprint.records import dataclass
from blueprint.rules.ignore import with_ignores
from blueprint.rules.mend import fixable, mend
from blueprint.rules.settings import fixed
from blueprint.rules.suppress import REPORTED
from blueprint.source import Span

QUICK, SHAPE = "quickfix", "refactor"
EXTRACT, MOVE, ALL = "refactor.extract", "refactor.move", "source.fixAll.service-blueprint"
KINDS = (QUICK, EXTRACT, MOVE, ALL)
REASON = "because it is meant to be so"
_ABOUT_COMMENTS = {name for name, _ in REPORTED}


@dataclass(frozen=True, slots=True)
class Action:
    """One offer: in words, its kind, the finding that it answers, whether it is the one to take, and how its edits are
    worked out (None: it cannot be done)."""

    title: str
    kind: str
    make: Callable[[], Change | None]
    finding: Diagnostic | None = None
    preferred: bool = False


def actions(analysed: Analysed, span: Span, kinds: tuple[str, ...] = ()) -> list[Action]:
    """What can be done at a span, or with the whole text; of these kinds only (`source` means `source.fixAll` too) when
    any are named."""
    found: list[Action] = []
    for kind, make in _MAKERS.items():
        if not kinds and kind == ALL and not _safe(analysed):
            continue
        if not kinds or any(kind == each or kind.startswith(each + ".") for each in kinds):
            found += make(analysed, span)
    return found


def _safe(analysed: Analysed) -> bool:
    return any(each.fix and each.fix.safe and fixable(each, analysed.source) for each in analysed.findings)


def _repairs(analysed: Analysed, span: Span) -> Iterator[Action]:
    here = [
        each for each in analysed.findings if each.span.file == analysed.path and touching(analysed, each.span, span)
    ]
    for each in here:
        if each.fix is not None:
            yield Action(_capital(each.fix.title), QUICK, _fix(each.fix), each, preferred=each.fix.safe)
    for each in here:
        yield from declaring.actions(analysed, each, Action)
    named: set[str] = set()
    for each in here:
        if each.name not in named | _ABOUT_COMMENTS and not fixed(each.name, each.code):
            named.add(each.name)
            title = f"Ignore `{each.name}` here, with a reason"
            yield Action(title, QUICK, partial(_ignored, analysed, each), each)


def _fix(fix: Fix) -> Callable[[], Change]:
    files: dict[str, list[Edit]] = {}
    for edit in fix.edits:
        files.setdefault(edit.span.file, []).append(edit)
    return lambda: Change({file: tuple(edits) for file, edits in files.items()})


def _ignored(analysed: Analysed, finding: Diagnostic) -> Change | None:
    text = with_ignores(analysed.source, [finding], REASON)
    return difference(analysed.source, text)


def _everything(analysed: Analysed, span: Span) -> Iterator[Action]:
    def make() -> Change | None:
        files, settings = analysed.reads, analysed.settings
        done = mend(analysed.source, lambda source: Document(source, files=files).check(settings))
        return difference(analysed.source, done.text)

    yield Action("Fix everything that is safe to fix", ALL, make)


def _extractions(analysed: Analysed, span: Span) -> Iterator[Action]:
    for title, make in extracting.offers(analysed, span):
        yield Action(title, EXTRACT, make)


def _moves(analysed: Analysed, span: Span) -> Iterator[Action]:
    for title, make in moving.offers(analysed, span):
        yield Action(title, MOVE, make)


_MAKERS: Mapping[str, Callable[[Analysed, Span], Iterator[Action]]] = {
    QUICK: _repairs, EXTRACT: _extractions, MOVE: _moves, ALL: _everything,
}  # fmt: skip


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
