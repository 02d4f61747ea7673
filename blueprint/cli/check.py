"""`blueprint check`: every finding of every file, in full."""

from __future__ import annotations

import click

from blueprint.cli import report
from blueprint.cli.files import open_document
from blueprint.diagnostics import Diagnostic


@click.command("check")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(allow_dash=True))
def command(files: tuple[str, ...]) -> None:
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
    for path in files:
        document = open_document(path)
        findings = document.check()
        for finding in findings:
            click.echo(report.full(finding, document.sources))
        found += findings
    click.echo(report.summary(found, len(files)))
    raise SystemExit(1 if found else 0)
