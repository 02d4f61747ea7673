"""`check --statistics`: how many findings there are of each kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from blueprint.diagnostics import Diagnostic
from blueprint.records import dataclass

FORMATS = ("json", "json-lines")  # of programs, in which there can be counts; those that people read all have one text


@dataclass(frozen=True, slots=True)
class Row:
    """How many findings of one name there are, and how many of them `--fix` mends."""

    name: str
    code: str
    count: int
    fixable: int


def rows(findings: Iterable[Diagnostic]) -> list[Row]:
    """A row for each name, most findings first."""
    found: dict[tuple[str, str], list[Diagnostic]] = {}
    for each in findings:
        found.setdefault((each.code, each.name), []).append(each)
    ordered = sorted(found.items(), key=lambda row: (-len(row[1]), row[0]))
    return [
        Row(name, code, len(there), sum(each.fix is not None and each.fix.safe for each in there))
        for (code, name), there in ordered
    ]


def statistics(findings: Iterable[Diagnostic], form: str = "") -> Iterator[str]:
    """The rows in pieces that end in a newline: as one of the formats of programs, else as text, in which `*` marks the
    names of which `--fix` mends some."""
    counted = rows(findings)
    if form not in FORMATS:
        yield from _text(counted)
        return
    from json import dumps

    values = [
        {"name": row.name, "code": row.code, "count": row.count, "fixable": row.fixable} for row in counted
    ]  # fmt: skip
    yield from [dumps(values, indent=2) + "\n"] if form == "json" else (dumps(each) + "\n" for each in values)


def _text(counted: list[Row]) -> Iterator[str]:
    width = len(str(max((row.count for row in counted), default=0)))
    yield from (f"{row.count:>{width}}  {row.code}  {row.name}{' *' * (row.fixable > 0)}\n" for row in counted)
    if any(row.fixable for row in counted):
        yield "\n* `--fix` mends some or all of these.\n"


def plural(number: int, word: str) -> str:
    """`1 file`, `2 files`."""
    return f"{number} {word}" + "s" * (number != 1)
