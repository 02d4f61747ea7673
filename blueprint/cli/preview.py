"""`blueprint preview`: the picture in a browser, live."""

from __future__ import annotations

import os
import sys

import click

from blueprint.diagnostics import Refusal

PACKAGES = ("starlette", "uvicorn", "watchfiles", "websockets", "anyio", "h11", "pygls", "lsprotocol")


@click.command("preview")
@click.argument("file", metavar="FILE", type=click.Path())
@click.option("--edit", is_flag=True, help="Let the page change and save the text: an editor beside the picture.")
@click.option("--port", type=click.IntRange(0, 65535), default=0, metavar="PORT", help="Instead of any free port.")
@click.option(
    "--open/--no-open", "opens", default=None,
    help="Open the page in your browser. Done unless the command runs without a terminal.",
)  # fmt: skip
def command(file: str, edit: bool, port: int, opens: bool | None) -> None:
    """Show a blueprint in the browser, drawn anew whenever the file is saved.

    The page has the picture, what `blueprint check` finds, and the text. It can be reached from this machine only, at
    the address that is printed. Ctrl-C ends it.

    \b
    Examples:
      blueprint preview hotel.bp
      blueprint preview hotel.bp --edit
      blueprint preview hotel.bp --no-open --port 8000

    Exit codes: 0 ended by Ctrl-C, 2 the command was not understood.
    """
    try:
        from blueprint.preview.serving import serve
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in PACKAGES:
            raise
        raise Refusal(
            "The preview needs packages that are not installed. "
            'Install them with `pip install "service-blueprint[preview]"`.'
        ) from None
    from blueprint.workspace import open_source

    if file == "-":
        raise Refusal("A preview watches a file; standard input cannot be watched. Save the text first.")
    open_source(file)

    def ready(address: str) -> None:
        click.echo(f"{os.path.basename(file)} is shown at {address}")
        click.echo("Ctrl-C ends it.", err=True)
        if opens or (opens is None and sys.stdout.isatty()):
            import webbrowser

            webbrowser.open(address)

    serve(file, edit=edit, port=port, ready=ready)
    click.echo("\nThe preview has ended.", err=True)
