"""`blueprint completion`: what makes the Tab key work."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from blueprint.cli.choice import OneOf

SHELLS = ("bash", "zsh", "fish")


@click.command("completion")
@click.argument("shell", type=OneOf("shell", SHELLS), metavar="SHELL")
def command(shell: str) -> None:
    """Print the script that completes commands in your shell: bash, zsh or fish.

    \b
    Once, for the shell you use:
      blueprint completion bash >> ~/.bashrc
      blueprint completion zsh  >> ~/.zshrc
      blueprint completion fish > ~/.config/fish/completions/blueprint.fish
    """
    from blueprint.cli import cli

    maker = get_completion_class(shell)
    if maker is None:  # click knows all of SHELLS; a newer click might drop one
        raise click.ClickException(f"Completion for {shell} is not available.")
    click.echo(maker(cli, {}, "blueprint", "_BLUEPRINT_COMPLETE").source())
