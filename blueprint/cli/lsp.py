"""`blueprint lsp`: the language server, for editors."""

from __future__ import annotations

import click

from blueprint.diagnostics import Refusal


@click.command("lsp")
@click.option("--stdio", is_flag=True, help="Speak over standard input and output, as it always does.")
def command(stdio: bool) -> None:
    """Start the language server. Editors start it by themselves; `docs/editors.md` says how each is told to.

    It speaks the Language Server Protocol over standard input and output.
    """
    try:
        from blueprint.lsp.server import serve
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("pygls", "lsprotocol"):
            raise
        raise Refusal(
            "The language server needs a package that is not installed. "
            'Install it with `pip install "service-blueprint[lsp]"`.'
        ) from None
    serve()
