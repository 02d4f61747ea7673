"""All that a check has found, and where, as every format needs it."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

from blueprint.diagnostics import Diagnostic
from blueprint.records import dataclass, field
from blueprint.source import Source, Span

_LONGEST = 1000  # characters of a line: a file may have no line ends at all


@dataclass(frozen=True, slots=True)
class Place:
    """A range as people and CI servers count: 1-based lines and columns of code points, the end exclusive. `file` is
    relative to the current folder where that is possible, with forward slashes on every system."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(slots=True)
class Report:
    """Findings in the order of the files that were named; `files` are those that could be read.

    `every` asks for all findings where a format would show only the first of a kind. `waiting` is whether more is
    checked once the errors among them are mended.
    """

    every: bool = False
    findings: list[Diagnostic] = field(default_factory=list)
    sources: dict[str, Source] = field(default_factory=dict)
    files: list[str] = field(default_factory=list)
    waiting: bool = False
    _seen: set[tuple[str, int, int, str, str]] = field(default_factory=set)

    def add(
        self, path: str, findings: Sequence[Diagnostic], sources: Mapping[str, Source], waiting: bool = False
    ) -> None:
        """Take in what was found in one file. What stands in a library that several files use is taken once."""
        self.files.append(path)
        # Errors that are ignored, or put off, are meant to stay.
        self.waiting = self.waiting or (waiting and any(each.severity == "error" for each in findings))
        if findings:  # the texts of all other files are not kept
            self.sources.update(sources)
        for each in findings:
            key = (posix(each.span.file), each.span.start, each.span.end, each.name, each.message)
            if key not in self._seen:
                self._seen.add(key)
                self.findings.append(each)

    def place(self, span: Span) -> Place:
        """Where a range stands; the beginning of the file when its text is not at hand."""
        source = self.sources.get(span.file)
        if source is None:
            return Place(posix(span.file), 1, 1, 1, 1)
        return Place(posix(span.file), *source.line_column(span.start), *source.line_column(max(span.start, span.end)))

    def line(self, span: Span) -> str:
        """The text of the line on which a range begins, as far as it tells lines apart."""
        source = self.sources.get(span.file)
        return source.line(source.line_column(span.start)[0])[:_LONGEST] if source else ""


def posix(file: str) -> str:
    """A path as every server understands it."""
    return os.path.normpath(file).replace(os.sep, "/") if file else ""


def fingerprints(report: Report) -> list[str]:
    """For each finding a text of 32 signs by which a server knows it again when lines above it come and go: from its
    file, its rule and its line without the spaces around it; the second of the same is told apart by being second."""
    from hashlib import sha256

    counted: dict[str, int] = {}
    made = []
    for each in report.findings:
        key = "\0".join((posix(each.span.file), each.name, report.line(each.span).strip()))
        counted[key] = counted.get(key, 0) + 1
        made.append(sha256(f"{key}\0{counted[key]}".encode()).hexdigest()[:32])
    return made


def told(finding: Diagnostic) -> str:
    """The message and its help in one line."""
    return f"{finding.message} {finding.help}".strip()
