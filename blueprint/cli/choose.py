"""Settings from the command line, laid over those of the project."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from time import strftime
from typing import TYPE_CHECKING, Any

import click

from blueprint.records import dataclass, replace

if TYPE_CHECKING:  # asking for help loads no rules
    from blueprint.config import Configurations
    from blueprint.rules.settings import Settings

PRESETS = ("errors", "recommended", "strict")  # those of `blueprint.rules.settings`
Command = Callable[..., Any]


@dataclass(slots=True)
class Chosen:
    """What was chosen on the command line; `of` gives the settings of a file. `config` names a settings file, and with
    `isolated` none is looked for."""

    preset: str = ""
    select: tuple[str, ...] | None = None
    extend: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    baseline: str = ""
    config: str = ""
    isolated: bool = False
    _found: Configurations | None = None
    _named: Settings | None = None

    def of(self, path: str) -> Settings:
        """The settings of the blueprint at a path. Raises `blueprint.config.Misconfigured`."""
        from blueprint.rules.settings import Selection

        settings = self._project(path)
        if self.preset:
            # A preset takes the place of what the project selects, and not of what it ignores.
            kept = tuple(replace(each, select=None) for each in settings.selections)
            settings = replace(settings, preset=self.preset, selections=kept)
        if self.select is not None or self.extend or self.ignore:
            last = Selection(self.select, self.extend, self.ignore)
            settings = replace(settings, selections=(*settings.selections, last))
        return replace(settings, baseline=self.baseline or settings.baseline, today=strftime("%Y-%m-%d"))

    def _project(self, path: str) -> Settings:
        from blueprint.config import Configurations, load
        from blueprint.rules.settings import DEFAULT

        if self.config:
            self._named = self._named or load(self.config)
            return self._named
        self._found = self._found or Configurations()
        return DEFAULT if self.isolated else self._found.of(path)


def options(command: Command) -> Command:
    """Give a command the options that choose; it is called with `chosen=Chosen(…)` in their place."""

    @wraps(command)
    def chosen(
        *args: Any, preset: str | None, select: tuple[str, ...], extend_select: tuple[str, ...],
        ignore: tuple[str, ...], baseline: str, config: str, isolated: bool, **others: Any,
    ) -> Any:  # fmt: skip
        if config and isolated:
            raise click.UsageError("`--config` names a settings file and `--isolated` wants none: leave one out.")
        choice = Chosen(
            preset or "", _split(select) if select else None, _split(extend_select), _split(ignore, ignoring=True),
            baseline, config, isolated,
        )  # fmt: skip
        return command(*args, chosen=choice, **others)

    wrapped: Command = chosen
    for option in reversed(_OPTIONS):
        wrapped = option(wrapped)
    return wrapped


def _split(values: tuple[str, ...], *, ignoring: bool = False) -> tuple[str, ...]:
    if not values:
        return ()
    from blueprint.rules import known
    from blueprint.rules.settings import problem

    selectors = tuple(each.strip() for value in values for each in value.split(",") if each.strip())
    for each in selectors:
        wrong = problem(each, known(), ignoring=ignoring)
        if wrong:
            raise click.UsageError(wrong)
    return selectors


_FILE = click.Path(dir_okay=False)
_OPTIONS = (
    click.option("--preset", type=click.Choice(PRESETS),
                 help="errors: what is plainly wrong. recommended: where the service is weak too. strict: advice too."),
    click.option("--select", multiple=True, metavar="RULES",
                 help="Only these: names, codes, beginnings of codes, kinds (E, W, A) or all, with commas between."),
    click.option("--extend-select", multiple=True, metavar="RULES", help="These besides."),
    click.option("--ignore", multiple=True, metavar="RULES", help="Not these."),
    click.option("--baseline", type=_FILE, default="", metavar="FILE",
                 help="Leave out what is in this list of old findings."),
    click.option("--config", type=_FILE, default="", metavar="FILE", help="The settings in this file, and no others."),
    click.option("--isolated", is_flag=True, help="No settings file at all."),
)  # fmt: skip
