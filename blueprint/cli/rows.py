"""What was found in a file as a row of plain values, such as JSON has, and back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from blueprint.cli.basis import Basis
from blueprint.cli.checked import Checked
from blueprint.diagnostics import Diagnostic, Edit, Fix, Related
from blueprint.rules.baseline import Owned
from blueprint.source import Span

Row = list[Any]


def packed(result: Checked, basis: Basis) -> Row:
    """The row of a result. Its ranges name their file by its number in a list of names."""
    files: dict[str, int] = {}

    def at(span: Span) -> Row:
        return [span.start, span.end, files.setdefault(span.file, len(files))]

    def fix(each: Fix) -> Row:
        return [each.title, each.safe, [[at(edit.span), edit.text] for edit in each.edits]]

    found = [
        [
            each.name, each.code, each.severity, each.message, at(each.span), each.help,
            [[at(other.span), other.message] for other in each.related], fix(each.fix) if each.fix else None,
        ]
        for each in result.findings
    ]  # fmt: skip
    about = [result.owned.keys, result.owned.judged] if result.owned else None
    rest = [basis.digest, basis.place, basis.root, basis.uses, basis.day]
    return [*rest, result.path, list(files), found, about, result.waiting]


def unpacked(row: Row) -> Checked:
    """The result in a row, without the texts. Raises ValueError, TypeError or LookupError for what is no such row."""
    digest, place, root, uses, day, path, files, found, about, waiting = row
    basis = Basis(digest, place, root, tuple((path, real, read) for path, real, read in uses), day)
    owned = Owned(tuple(about[0]), about[1]) if about else None
    findings = tuple(_finding(each, files) for each in found)
    return Checked(path, findings, {}, owned, basis, waiting=bool(waiting))


def _finding(row: Row, files: Sequence[str]) -> Diagnostic:
    def at(span: Row) -> Span:
        start, end, file = span
        return Span(start, end, files[file])

    name, code, severity, message, span, help, related, fix = row
    others = tuple(Related(at(other), said) for other, said in related)
    mended = Fix(fix[0], tuple(Edit(at(edit), text) for edit, text in fix[2]), fix[1]) if fix else None
    return Diagnostic(name, code, severity, message, at(span), help, others, mended)
