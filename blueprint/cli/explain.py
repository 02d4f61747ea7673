"""`blueprint explain`: the page of the manual about one kind of finding, or about a word of the language."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from blueprint.cli.report import COLOURS, mentioned
from blueprint.diagnostics import Refusal

if TYPE_CHECKING:
    from blueprint.rules.base import Rule

_WIDEST = 100
_CODE = re.compile(r"`([^`]+)`")


@click.command("explain", context_settings={"ignore_unknown_options": True})  # `->` is no option
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
def command(names: tuple[str, ...]) -> None:
    """Say what a finding means and how it is done well, or what a word means and what can stand in it.

    NAME is what stands in the brackets of a finding, or its code: `blueprint rules` lists them all. Or it is a word of
    the language: begin with `blueprint`, `phase` and `step`, which say what can stand in them. Or one of its signs, in
    quotation marks, such as '~>'.

    \b
    Examples:
      blueprint explain unknown-word
      blueprint explain E103
      blueprint explain step
      blueprint explain '->'

    Exit codes: 0 explained, 2 there is no such name.
    """
    found = [_named(name) for name in names]
    width = min(_WIDEST, shutil.get_terminal_size((_WIDEST, 24)).columns) if sys.stdout.isatty() else _WIDEST
    for number, each in enumerate(found):
        if number:
            click.echo()
        for line in _word(each, width) if isinstance(each, str) else _page(each, width):
            click.echo(line)


def _named(name: str) -> Rule | str:
    """The rule of this name or code, in any letter case and with any dashes; the word of the language; or the rule or
    word that is nearest."""
    from blueprint.cli import wordpage
    from blueprint.rules.manual import every
    from blueprint.spelling import nearest

    if name.startswith("-") and name not in wordpage.known():
        raise click.NoSuchOption(name)
    known = {each.name: each for each in every()}
    wanted = name.strip("[]` ").lower().replace("_", "-").replace(" ", "-")
    for rule in known.values():
        if wanted in (rule.name, rule.code.lower()):
            return rule
    if word := wordpage.meant(name) or wordpage.meant(wanted):
        if word not in (name, wanted, "->"):
            click.echo(f"What you call `{name}` is called `{word}` here.\n", err=True)
        return word
    near = nearest(wanted, known)
    if not near and (word := next(iter(nearest(wanted, wordpage.known())), "")):
        click.echo(f"There is no word `{name}`; this is `{word}`.\n", err=True)
        return word
    near = near or [each for each in known if wanted and wanted in each][:5]
    if len(near) == 1 or (near and _far(wanted, near[0]) < _far(wanted, near[1])):
        click.echo(f"There is no rule `{name}`; this is `{near[0]}`.\n", err=True)
        return known[near[0]]
    guess = (
        f" Did you mean {mentioned(near)}?"
        if near
        else " `blueprint rules` lists all rules; `blueprint explain step` says what can stand in a step."
    )
    raise Refusal(f"There is no rule and no word `{name}`.{guess}")


def _far(one: str, other: str) -> int:
    from blueprint.spelling import distance

    return distance(one, other, max(len(one), len(other)))


def _page(rule: Rule, width: int) -> Iterator[str]:
    """The page of a rule for a terminal, line by line: Markdown without its marks."""
    from blueprint.rules.manual import kind, page

    head = click.style(f"{rule.severity}[{rule.name}]", fg=COLOURS[rule.severity], bold=True)
    yield f"{head} {click.style(rule.code, bold=True)}"
    yield from _filled(kind(rule).capitalize() + ".", width)
    yield ""
    text = page(rule).partition("\n\n")[2]
    yield from _text(re.sub(r"^Kind: .*\n\n", "", text, count=1, flags=re.MULTILINE), width)


def _word(word: str, width: int) -> Iterator[str]:
    """The page of a word of the language for a terminal, line by line."""
    from blueprint.cli.wordpage import page

    yield click.style(word, bold=True)
    yield from _text(page(word), width)


def _text(text: str, width: int) -> Iterator[str]:
    for number, part in enumerate(re.split(r"^(```[^\n]*\n.*?^```)$", text, flags=re.MULTILINE | re.DOTALL)):
        if number % 2:
            yield from _block(part)
        else:
            yield from _prose(part.strip("\n"), width)


def _block(part: str) -> Iterator[str]:
    """A block of code, moved in, under the name of its file if it has one."""
    first, *lines, _ = part.split("\n")
    name = first.partition(" ")[2]
    if name:
        yield click.style(f"    {name}:", italic=True)
    for line in lines:
        yield f"    {_coloured(line)}".rstrip()
    yield ""


def _coloured(line: str) -> str:
    code, mark, comment = line.partition(" # ")
    return code + click.style(mark + comment, dim=True) if mark else line


def _prose(part: str, width: int) -> Iterator[str]:
    """Paragraphs filled anew, headings in bold, lists line by line."""
    for paragraph in filter(None, re.split(r"\n{2,}", part)):
        if paragraph.startswith("## "):
            yield click.style(paragraph[3:], bold=True)
            continue
        for item in re.split(r"\n(?=- )", paragraph):
            yield from _filled(" ".join(item.split("\n")), width, "  " if item.startswith("- ") else "")
        yield ""


def _filled(text: str, width: int, indent: str = "") -> Iterator[str]:
    from textwrap import wrap

    for line in wrap(text, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False):
        yield _CODE.sub(lambda found: click.style(found[0], fg="cyan"), line)
