"""Findings as text for a terminal: the sentence, the place, the line with its range underlined, the way out."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence

import click

from blueprint.diagnostics import Diagnostic, Fix
from blueprint.source import Source, Span

COLOURS = {"error": "red", "warning": "yellow", "advice": "blue"}
_SIGNS = {"-": "red", "+": "green"}
TAB = "    "
SHOWN = 10  # findings of one kind, of one file
WIDEST = 160  # columns of a source line that are shown; a longer line is shown around its range


def full(finding: Diagnostic, sources: Mapping[str, Source]) -> str:
    """One finding in full, several lines, ending in a newline."""
    colour = COLOURS[finding.severity]
    parts = [
        f"{headed(finding)}: " + click.style(finding.message, bold=True),
        *_place(finding.span, sources, "", colour, arrow="-->"),
    ]
    for related in finding.related:
        parts += _place(related.span, sources, related.message, "blue", arrow=":::")
    if finding.help:
        parts.append(_hint("help", finding.help))
    if finding.fix:
        parts.append(_hint("fix" if finding.fix.safe else "unsafe fix", finding.fix.title))
        parts += _changes(finding.fix, sources)
    return "\n".join(parts) + "\n"


def headed(finding: Diagnostic) -> str:
    """`error[unknown-word] E103`: how heavy it is, its name for people and its code for machines. On a terminal that
    takes colour the name leads to its page."""
    name = _linked(finding.name)
    return f"{click.style(f'{finding.severity}[{name}]', fg=COLOURS[finding.severity], bold=True)} {finding.code}"


def listing(findings: Sequence[Diagnostic], sources: Mapping[str, Source], *, every: bool = False) -> Iterator[str]:
    """Each finding in full; of one kind only the first few, unless `every` is asked for: a document that came out of a
    word processor has the same mistake a thousand times."""
    counted: dict[str, int] = {}
    for finding in findings:
        counted[finding.name] = counted.get(finding.name, 0) + 1
        if every or counted[finding.name] <= SHOWN:
            yield full(finding, sources)
    hidden = [f"{number - SHOWN} more of {name}" for name, number in counted.items() if number > SHOWN]
    if hidden and not every:
        yield f"… and {', '.join(hidden)}; `blueprint check --all` shows them.\n"


def summary(findings: Iterable[Diagnostic], files: int) -> str:
    """The closing line: how many findings of each kind, in how many files."""
    kinds = [finding.severity for finding in findings]
    counted = [_count(kinds.count(kind), word) for kind, word in NAMES.items() if kind in kinds]
    where = _count(files, "file")
    return f"{_listed(counted, 'and')} in {where}." if counted else f"All is well: {where} checked, nothing found."


def mendable(findings: Sequence[Diagnostic]) -> str:
    """What `--fix` would mend, as a sentence; empty when there is nothing."""
    safe = sum(finding.fix is not None and finding.fix.safe for finding in findings)
    unsafe = sum(finding.fix is not None and not finding.fix.safe for finding in findings)
    of_them = "it" if len(findings) == 1 else f"{safe or unsafe} of them"
    if not safe:
        return f"`--unsafe-fixes` mends {of_them}; look at what it does." if unsafe else ""
    return f"`--fix` mends {of_them}" + (f", `--unsafe-fixes` {unsafe} more." if unsafe else ".")


def more(findings: Iterable[Diagnostic]) -> str:
    """That this is not the whole list, as a sentence: many rules wait for what is read wrongly."""
    errors = sum(finding.severity == "error" for finding in findings)
    return f"More is checked once {'this error is' if errors == 1 else 'these errors are'} mended."


NAMES = {"error": "error", "warning": "warning", "advice": "piece of advice"}


def _count(number: int, word: str) -> str:
    if number == 1:
        return f"1 {word}"
    return f"{number} " + (word.replace("piece", "pieces") if "piece" in word else word + "s")


def _hint(word: str, text: str) -> str:
    return "  " + click.style("=", fg="blue", bold=True) + " " + click.style(f"{word}:", bold=True) + f" {text}"


def mentioned(words: Sequence[str], last: str = "or") -> str:
    """Words in a sentence: `a`, `b` or `c`."""
    return _listed([f"`{word}`" for word in words], last)


def _listed(parts: Sequence[str], last: str) -> str:
    return f" {last} ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def _changes(fix: Fix, sources: Mapping[str, Source]) -> list[str]:
    """The fix as a small difference, its line numbers below those of the place."""
    from blueprint.cli.patch import alike, changes

    found = changes(fix, sources)
    wide = max((len(str(each.number)) for each in found), default=0)
    # Long lines are shown from shortly before the place where they come to differ.
    low = max(0, alike([each.text for each in found]) - 60)
    if all(len(each.text) <= WIDEST for each in found):
        low = 0
    return [
        click.style(f"{each.number:>{wide}} {each.sign} {_from(low, each.text)}", fg=_SIGNS[each.sign])
        for each in found
    ]  # fmt: skip


def _from(low: int, text: str) -> str:
    return ("…" if low else "") + printable(text[low : low + WIDEST]) + ("…" if len(text) > low + WIDEST else "")


def _linked(name: str) -> str:
    """The name, as a link (OSC 8) where a person looks at a terminal that was not asked to be plain."""
    context = click.get_current_context(silent=True)
    if not sys.stdout.isatty() or (context is not None and context.color is False):
        return name
    from blueprint.rules.pages import here

    address = here(name)
    return f"\x1b]8;;{address}\x1b\\{name}\x1b]8;;\x1b\\" if address else name


def _place(span: Span, sources: Mapping[str, Source], note: str, colour: str, *, arrow: str) -> list[str]:
    source = sources.get(span.file)
    if source is None:
        return [f"  {arrow} {printable(span.file)}" + (f" ({note})" if note else "")]
    number, column = source.line_column(span.start)
    rule = click.style("|", fg="blue", bold=True)
    margin = " " * len(str(number))
    before, shown, after = _excerpt(source.line(number), column - 1, _length(source, span, number, column))
    underline = " " * width(before) + ("^" if arrow == "-->" else "-") * max(1, width(shown))
    marked = click.style(underline + (f" {note}" if note else ""), fg=colour, bold=True)
    return [
        f"{margin}{click.style(arrow, fg='blue', bold=True)} {printable(span.file)}:{number}:{column}",
        f"{margin} {rule}",
        f"{click.style(str(number), fg='blue', bold=True)} {rule} {before}{shown}{after}",
        f"{margin} {rule} {marked}",
    ]


def _length(source: Source, span: Span, number: int, column: int) -> int:
    """How much of the range stands on its first line; a range over several lines is underlined to that line's end."""
    return min(len(span), max(0, len(source.line(number)) - column + 1))


def _excerpt(line: str, start: int, length: int) -> tuple[str, str, str]:
    """The line in three pieces around the range, cut where it is too long for a screen, no control in it."""
    low = max(0, start - 60) if len(line) > WIDEST else 0
    end = min(start + length, low + WIDEST)
    high = min(len(line), low + WIDEST)
    before = ("…" if low else "") + line[low:start]
    after = line[end:high] + ("…" if high < len(line) else "")
    return printable(before), printable(line[start:end]), printable(after)


def printable(text: str) -> str:
    """No character that would move the cursor: a name in a file must not be able to repaint the terminal."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else TAB if c == "\t" else "\ufffd" for c in text)


def width(text: str) -> int:
    """Columns a text takes in a terminal: wide characters two, combining marks none."""
    if text.isascii():
        return len(text)
    from unicodedata import category, east_asian_width

    return sum(0 if category(c) in ("Mn", "Me", "Cf") else 2 if east_asian_width(c) in "WF" else 1 for c in text)
