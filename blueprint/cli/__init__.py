"""The command line. Each command is a module of its own, imported when it is called."""

from __future__ import annotations

import gc
import os
import sys

import click

from blueprint import __version__
from blueprint.diagnostics import Refusal

COMMANDS = {
    "check": "Find what is wrong in blueprints, and say how to mend it.",
    "format": "Give blueprints the one style, and change nothing else.",
    "render": "Draw blueprints as SVG, PNG, PDF or DOT.",
    "preview": "Show a blueprint in the browser, live.",
    "explain": "Say what a finding or a word means, and how it is done well.",
    "rules": "List what can be found.",
    "graph": "Write a blueprint's graph as JSON or GraphML.",
    "new": "Start a blueprint from a commented template.",
    "lsp": "Start the language server, for editors.",
    "completion": "Print the script that completes commands in your shell.",
}
STOPPED = 130  # what a shell says of a command that Ctrl-C ended


class Misuse(click.ClickException):
    """The command cannot do what was asked. Exit code 2; 0 is clean, 1 means findings."""

    exit_code = 2


class Lazy(click.Group):
    """A group that imports a command's module only when that command runs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = __import__(f"blueprint.cli.{cmd_name}", fromlist=["command"])
        command: click.Command = module.command
        return command

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except Refusal as refusal:
            raise Misuse(str(refusal)) from None
        except KeyboardInterrupt:
            click.echo("\nStopped.", err=True)
            raise SystemExit(STOPPED) from None
        except click.MissingParameter as missing:
            if missing.ctx is None or not isinstance(missing.param, click.Argument):
                raise
            what, example = ("finding or word", "step") if missing.param.name == "names" else ("file", "hotel.bp")
            message = f"Which {what}? Name it, for example `{missing.ctx.command_path} {example}`."
            raise click.UsageError(message, missing.ctx) from None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0] if args else ""
        if name and name not in COMMANDS and not name.startswith("-"):
            ctx.fail(_unknown_command(name))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "--version", "-V", prog_name="blueprint")
@click.pass_context
def cli(ctx: click.Context) -> None:
    """Service blueprints as text: write them in a `.bp` file, check them, draw them.

    \b
    Start here:
      blueprint new shop.bp              write a commented starter file
      blueprint check shop.bp            see what is missing or wrong
      blueprint explain step             what a word means, what can stand in it
      blueprint render shop.bp -o shop.svg   draw it

    Exit codes: 0 all is well, 1 there are findings, 2 the command was not understood.
    """
    # https://no-color.org and its counterpart; unset, click looks whether the stream is a terminal.
    if os.environ.get("NO_COLOR"):
        ctx.color = False
    elif os.environ.get("FORCE_COLOR"):
        ctx.color = True


def main() -> None:
    """Run the command line; the streams take any character, whatever the terminal's encoding."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    # A run is short and makes hardly any cycles: looking for them often, and at its end, costs a tenth of its time.
    gc.set_threshold(100_000, 50, 50)
    try:
        cli(prog_name="blueprint")
    finally:
        gc.freeze()


def _unknown_command(name: str) -> str:
    from blueprint.spelling import unknown

    if name.endswith(".bp"):
        return f"`{name}` is a file, not a command. Did you mean `blueprint check {name}`?"
    return unknown("command", name, COMMANDS)
