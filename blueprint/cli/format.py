"""`blueprint format`: every file in the one style."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from blueprint.cli.diff import show
from blueprint.cli.files import open_document, write
from blueprint.cli.walk import expanded
from blueprint.diagnostics import Refusal

if TYPE_CHECKING:
    from blueprint.source import Source
    from blueprint.syntax.format import Formatted


@click.command("format")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(allow_dash=True))
@click.option("--check", is_flag=True, help="Write nothing; say which files would change.")
@click.option("--diff", is_flag=True, help="Write nothing; show what would change.")
@click.option("-w", "--width", type=int, metavar="N",
              help="Columns a line may take before its tail moves into a block, in place of `line-width`.")  # fmt: skip
def command(files: tuple[str, ...], check: bool, diff: bool, width: int | None) -> None:
    """Give blueprints the one style: files are written in place.

    Two spaces a level, one statement a line, no blank line more than one. A block in braces on one line stays there
    while it fits; a line past the width gives its tail to a block. Comments, texts and the order of things stay as
    they are, and so do line endings. A line takes 100 columns, or what `line-width` says in the nearest
    `blueprint.toml`, or under `[tool.blueprint]` in `pyproject.toml`. FILE may be a folder, for the blueprints in it
    that git does not ignore, or `-`: standard input is formatted to standard output.

    Every result is read again before it is written, and has to say the same. A line with an error stays as it is, the
    rest is formatted; a file whose braces or quotes do not match is left alone, and so is one that is no blueprint.

    \b
    Examples:
      blueprint format hotel.bp
      blueprint format --check examples
      blueprint format --diff hotel.bp
      cat hotel.bp | blueprint format -

    Exit codes: 0 formatted, 1 a file was left alone, or with --check would change or has errors, 2 a file could not be
    read or written.
    """
    files = expanded(files)
    width_of = _widths(width)
    seen = {"formatted": 0, "unchanged": 0, "left alone": 0, "with errors": 0, "unread": 0}
    for path in files:
        wide = width_of(path)
        try:
            document = open_document(path)
            done = document.format(wide)
            if check or diff:
                _show(path, document.source, done, check=check, diff=diff)
            elif done.changed or path == "-":
                write(path, document.source.encoded(done.text))
        except Refusal as refusal:  # the other files are formatted all the same
            click.echo(f"Error: {refusal}", err=True)
            seen["unread"] += 1
            continue
        _say(path, document.source, done)
        seen["left alone" if done.refusal else "formatted" if done.changed else "unchanged"] += 1
        seen["with errors"] += bool(done.kept)
    if files != ("-",) or check:
        click.echo(_summary(seen, "would be formatted" if check or diff else "formatted"), err=True)
    found = seen["left alone"] or (check and (seen["formatted"] or seen["with errors"]))
    raise SystemExit(2 if seen["unread"] else 1 if found else 0)


def _widths(width: int | None) -> Callable[[str], int]:
    """How wide a line of the file at a path may be: as asked for, else as its project says."""
    if width is None:
        from blueprint.config import Configurations

        found = Configurations()
        return lambda path: found.of(path).line_width
    from blueprint.syntax.write import WIDTHS

    if width not in WIDTHS:
        raise Refusal(f"A line of {width} columns cannot be: `--width` is from {WIDTHS[0]} to {WIDTHS[-1]}.")
    return lambda path: width


def _show(path: str, source: Source, done: Formatted, *, check: bool, diff: bool) -> None:
    if diff:
        show(path, source.text, done.text)
    elif check and done.changed:
        click.echo(f"{path} would be formatted.")


def _say(path: str, source: Source, done: Formatted) -> None:
    """What did not go as the user may think."""
    name = "Standard input" if path == "-" else path
    if done.refusal:
        click.echo(f"{name}: {done.refusal}", err=True)
    elif done.kept:
        lines = [str(source.line_column(span.start)[0]) for span in done.kept]
        shown = ", ".join(lines[:5]) + (" …" if len(lines) > 5 else "")
        what = f"line {shown} has an error and was" if len(lines) == 1 else f"lines {shown} have errors and were"
        click.echo(f"{name}: {what} kept as written. `blueprint check {path}` says what is wrong.", err=True)


def _summary(seen: dict[str, int], formatted: str) -> str:
    """`2 files formatted, 1 file unchanged.`"""
    words = {"formatted": formatted, "unchanged": "unchanged", "left alone": "left alone"}
    said = [f"{seen[kind]} file{'s' * (seen[kind] != 1)} {word}" for kind, word in words.items() if seen[kind]]
    return ", ".join(said) + "." if said else "Nothing was formatted."
