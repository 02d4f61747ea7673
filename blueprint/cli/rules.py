"""`blueprint rules`: all that can be found, as a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from blueprint.cli.choice import OneOf
from blueprint.cli.report import COLOURS, mentioned
from blueprint.diagnostics import Refusal

if TYPE_CHECKING:
    from blueprint.rules.base import Rule

KINDS = {"error": "E", "warning": "W", "advice": "A"}


@click.command("rules")
@click.option("--output-format", "form", type=OneOf("output format", ("text", "json", "md")), default="text",
              show_default=True, help="As a table for people, as JSON, or as Markdown.")  # fmt: skip
@click.option("--kind", "kinds", multiple=True, type=OneOf("kind", KINDS), metavar="KIND",
              help="Only these: `error`, `warning` or `advice`. May be given several times.")  # fmt: skip
@click.option("--family", "families", multiple=True, metavar="NAME",
              help="Only those of a family, such as `time` or `people`. May be given several times.")  # fmt: skip
def command(form: str, kinds: tuple[str, ...], families: tuple[str, ...]) -> None:
    """List what `blueprint check` can find.

    \b
    Examples:
      blueprint rules
      blueprint rules --kind warning --kind advice
      blueprint rules --family form
      blueprint rules --output-format json

    Exit codes: 0 listed, 2 there is no such kind or family.
    """
    from blueprint.rules.manual import every, index

    rules = every()
    known = sorted({rule.family for rule in rules})
    for family in families:
        if family not in known:
            raise Refusal(f"There is no family `{family}`. The families are {mentioned(known, 'and')}.")
    wanted = {KINDS[each] for each in kinds}
    chosen = tuple(
        rule for rule in rules if (not wanted or rule.kind in wanted) and (not families or rule.family in families)
    )
    if form == "json":
        click.echo(_json(chosen).encode(), nl=False)  # whatever the terminal's encoding, a program reads UTF-8
    elif form == "md":
        click.echo(index(chosen), nl=False)
    else:
        for line in _table(chosen):
            click.echo(line)


def _table(rules: tuple[Rule, ...]) -> Iterator[str]:
    on = _recommended(rules)
    widest = max((len(rule.name) for rule in rules), default=0)
    families = max((len(rule.family) for rule in rules), default=0)
    for rule in rules:
        name = click.style(f"{rule.name:<{widest}}", fg=COLOURS[rule.severity], bold=True)
        yield f"{rule.code}  {name}  {rule.family:<{families}}  {rule.summary}{'' if rule.name in on else ' (off)'}"
    off = " Those with (off) are on in `--preset strict`." if len(on) < len(rules) else ""
    yield f"\n{len(rules)} in all.{off} `blueprint explain NAME` says more of one."


def _recommended(rules: Iterable[Rule]) -> frozenset[str]:
    from blueprint.rules.settings import DEFAULT

    return DEFAULT.chosen({rule.name: rule.code for rule in rules})


def _json(rules: tuple[Rule, ...]) -> str:
    from json import dumps

    from blueprint.rules.pages import published
    from blueprint.rules.settings import fixed

    on = _recommended(rules)
    return dumps([
        {
            "name": rule.name,
            "code": rule.code,
            "kind": rule.kind,
            "severity": rule.severity,
            "family": rule.family,
            "summary": rule.summary,
            "recommended": rule.name in on,
            "ignorable": not fixed(rule.name, rule.code),
            "options": [
                {"name": each.name, "default": each.default, "least": each.least,
                 "most": None if each.most == float("inf") else each.most, "summary": each.doc}
                for each in rule.options
            ],
            "url": published(rule.name) or None,
            "manual": rule.manual,
        }
        for rule in rules
    ], indent=2, ensure_ascii=False) + "\n"  # fmt: skip
