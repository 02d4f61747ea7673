"""`blueprint check`: every finding of every file, in full."""

from __future__ import annotations

import click

from blueprint.cli import report
from blueprint.cli.files import open_document
from blueprint.diagnostics import Diagnostic, Refusal


@click.command("check")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(allow_dash=True))
@click.option("--all", "every", is_flag=True, help=f"Show every finding, not the first {report.SHOWN} of a kind.")
def command(files: tuple[str, ...], every: bool) -> None:
    """Find what is wrong in blueprints, and say how to mend it.

    Every finding names the thing, shows its line and, where it can, the fix. FILE may be `-` for standard input.

    \b
    Examples:
      blueprint check hotel.bp
      blueprint check examples/*.bp
      cat hotel.bp | blueprint check -

    Exit codes: 0 nothing found, 1 findings, 2 a file could not be read.
    """
    found: list[Diagnostic] = []
    unread = 0
    for path in files:
        try:
            document = open_document(path)
        except Refusal as refusal:  # the other files are checked all the same
            click.echo(f"Error: {refusal}", err=True)
            unread += 1
            continue
        findings = document.check()
        for text in report.listing(findings, document.sources, every=every):
            click.echo(text)
        found += findings
    if unread < len(files):
        click.echo(report.summary(found, len(files) - unread))
    raise SystemExit(2 if unread else 1 if found else 0)
