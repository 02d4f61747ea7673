"""`check --statistics`: how many findings there are of each kind."""

from __future__ import annotations

from collections.abc import Iterable

from blueprint.diagnostics import Diagnostic


def statistics(findings: Iterable[Diagnostic]) -> str:
    """A line for each name, most findings first; `*` marks the names of which `--fix` mends some."""
    rows: dict[tuple[str, str], list[Diagnostic]] = {}
    for finding in findings:
        rows.setdefault((finding.code, finding.name), []).append(finding)
    width = len(str(max((len(each) for each in rows.values()), default=0)))
    lines = [
        f"{len(found):>{width}}  {code}  {name}" + (" *" if any(each.fix and each.fix.safe for each in found) else "")
        for (code, name), found in sorted(rows.items(), key=lambda row: (-len(row[1]), row[0]))
    ]
    mendable = any(line.endswith("*") for line in lines)
    return "\n".join([*lines, "", "* `--fix` mends some or all of these."] if mendable else lines)


def plural(number: int, word: str) -> str:
    """`1 file`, `2 files`."""
    return f"{number} {word}" + "s" * (number != 1)
