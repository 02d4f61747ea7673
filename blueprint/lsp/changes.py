"""Changes to texts that an action makes, and whether the texts are the better for them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from blueprint.diagnostics import Edit, Fix, apply
from blueprint.lsp.document import Analysed
from blueprint.lsp.lines import edit_of, hunks
from blueprint.lsp.places import real
from blueprint.model import Files, resolve
from blueprint.records import dataclass, field
from blueprint.source import Source, Span
from blueprint.syntax import nodes


@dataclass(frozen=True, slots=True)
class Change:
    """Edits by file, and files that are made, with their text."""

    edits: Mapping[str, tuple[Edit, ...]] = field(default_factory=dict)
    made: Mapping[str, str] = field(default_factory=dict)


def difference(source: Source, text: str) -> Change | None:
    """The edits that make a text of another, line by line; None when they are equal."""
    edits = tuple(edit_of(source, hunk) for hunk in hunks(source, text))
    return Change({source.path: edits}) if edits else None


def touching(analysed: Analysed, one: Span, other: Span) -> bool:
    """Whether two spans share a character, or meet; an empty span in the editor is a cursor."""
    return one.start <= other.end and other.start <= one.end


def sound(analysed: Analysed, change: Change) -> Change | None:
    """The change, if reading and resolving each text that is changed finds no more errors after it than before; else
    None. A library has to stand by itself, whoever uses it."""
    trial = _Trial(analysed, change)
    for path in dict.fromkeys([analysed.path, *change.edits, *change.made]):
        before = 0 if path in change.made else _errors(_read(analysed, path), analysed.project.overlay)
        if _errors(trial.text(path), trial) > before:
            return None
    return change


def _read(analysed: Analysed, path: str) -> Source:
    return analysed.source if path == analysed.path else analysed.project.overlay.read(path)


def _errors(source: Source, files: Files) -> int:
    """How many errors there are in a text and what it uses, as far as it can be resolved."""
    return sum(each.severity == "error" for each in resolve(source, files).diagnostics)


class _Trial:
    """The files as they would be after a change."""

    def __init__(self, analysed: Analysed, change: Change) -> None:
        self.files, self.change = analysed.project.overlay, change
        self.edits = {real(path): edits for path, edits in change.edits.items()}
        self.made = {real(path): text for path, text in change.made.items()}

    def text(self, path: str) -> Source:
        if real(path) in self.made:
            return Source(self.made[real(path)], path)
        source = self.files.read(path)
        edits = self.edits.get(real(path), ())
        return Source(apply(source.text, [Fix("", (edit,)) for edit in edits]), source.path)

    def read(self, path: Path) -> Source:
        return self.text(str(path))

    def root(self, path: Path) -> Path:
        return self.files.root(path)


def first_offset(node: nodes.Statement) -> int:
    """Where a statement begins together with the comments above it."""
    return node.leading[0].span.start if node.leading else node.span.start


def last_offset(node: nodes.Statement) -> int:
    """Where it ends together with the comment behind it."""
    return node.trailing.span.end if node.trailing is not None else node.span.end


def margin(source: Source, offset: int) -> str:
    """The blanks at the beginning of the line an offset is on."""
    line = source.line(source.line_column(offset)[0])
    return line[: len(line) - len(line.lstrip(" \t"))]
