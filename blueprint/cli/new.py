"""`blueprint new`: a commented starter file."""

from __future__ import annotations

import os
import shlex
from pathlib import Path

import click

from blueprint.cli.choice import OneOf
from blueprint.cli.files import write
from blueprint.diagnostics import Refusal

TEMPLATES = {
    "task": "the customer pays for work done (a repair, a haircut, a stay)",
    "access": "the customer pays for access to a person (support, tutoring, advice)",
}


@click.command("new")
@click.argument("file", type=click.Path(allow_dash=True))
@click.option(
    "-t", "--template", type=OneOf("template", TEMPLATES), default="task", show_default=True,
    help="; ".join(f"{name}: {what}" for name, what in TEMPLATES.items()) + ".",
)  # fmt: skip
@click.option("--title", default="", metavar="TEXT", help="The service's name; from the file's name unless given.")
def command(file: str, template: str, title: str) -> None:
    """Start a blueprint from a commented template.

    The file is a whole small blueprint that checks and draws as it is; change it line by line into your own.

    \b
    Examples:
      blueprint new bakery.bp
      blueprint new helpdesk.bp --template access --title "Help desk"
    """
    path = file if file == "-" or file.endswith(".bp") else file + ".bp"
    if os.path.basename(path) == ".bp":
        raise Refusal(f"`{file}` names no file. Write for example `blueprint new {file.removesuffix('.bp')}shop.bp`.")
    if os.path.lexists(path):
        raise Refusal(f"`{path}` is there already; it was left as it is. Choose another name.")
    name = title or _title(path)
    write(path, starter(template, name).encode("utf-8"))
    if path != "-":
        command = shlex.join(["blueprint", "render", path, "-o", f"{path[:-3]}.svg"])
        click.echo(f"Wrote {path}. Now: {command}", err=True)


def starter(template: str, title: str) -> str:
    """The text of a template with the service's name in it."""
    text = (Path(__file__).parent / "templates" / f"{template}.bp").read_text("utf-8")
    plain = "".join(char if char.isprintable() else " " for char in title)
    return text.replace("{{title}}", plain.replace("\\", "\\\\").replace('"', '\\"'))


def _title(path: str) -> str:
    words = os.path.basename(path)[:-3].replace("-", " ").replace("_", " ").strip() if path != "-" else ""
    return words[:1].upper() + words[1:] or "My service"
