"""`blueprint check`: every finding of every file, in full."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from blueprint.cli import report
from blueprint.cli.checked import Checked, Job, check
from blueprint.cli.choose import Chosen, options
from blueprint.cli.counts import FORMATS as COUNTED
from blueprint.cli.counts import plural
from blueprint.cli.counts import statistics as counts
from blueprint.cli.files import open_document, write
from blueprint.cli.formats import READ, Report, written
from blueprint.cli.formats import options as output
from blueprint.cli.progress import counted
from blueprint.cli.walk import expanded
from blueprint.diagnostics import Diagnostic, Refusal
from blueprint.records import dataclass, field

if TYPE_CHECKING:
    from blueprint.cli.repair import Wanted
    from blueprint.rules.baseline import Baseline
    from blueprint.rules.settings import Settings


@click.command("check")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(allow_dash=True))
@click.option("--all", "every", is_flag=True, help=f"Show every finding, not the first {report.SHOWN} of a kind.")
@click.option("--statistics", is_flag=True, help="Count the findings of each kind in place of showing them.")
@click.option("--fix", is_flag=True, help="Mend what can be mended without changing what the file means.")
@click.option("--unsafe-fixes", "unsafe", is_flag=True, help="Mend what may change the meaning too; look at it after.")
@click.option("--diff", is_flag=True, help="Show what would be mended; write nothing.")
@click.option("--add-ignores", "ignore_all", is_flag=True, help="Write a comment that ignores it beside each finding.")
@options
@output
@click.option("--write-baseline", "put_off", is_flag=True, help="Write all findings into the list of old ones.")
@click.option("--stdin-filename", "name", default="<stdin>", metavar="FILE", help="What standard input is called.")
@click.option("--no-cache", "anew", is_flag=True, help="Check what has not changed too, and keep no results.")
@click.option(
    "--workers", type=click.IntRange(1, 1000), metavar="N", envvar="BLUEPRINT_WORKERS", show_envvar=True,
    help="Check many files in this many processes; without it, one for each processor.",
)  # fmt: skip
@click.option("--exit-zero", is_flag=True, help="Exit with 0 when there are findings.")
def command(
    files: tuple[str, ...], every: bool, statistics: bool, fix: bool, unsafe: bool, diff: bool, ignore_all: bool,
    chosen: Chosen, form: str, target: str, put_off: bool, name: str,
    anew: bool, workers: int | None, exit_zero: bool,
) -> None:  # fmt: skip
    """Find what is wrong in blueprints, and say how to mend it.

    Every finding names the thing, shows its line and, where it can, the fix. Of each file errors come first, then
    warnings, then advice. FILE may be a folder, for the blueprints in it that git does not ignore, or `-` for standard
    input; with --fix the mended text goes to standard output then. Settings are read from the nearest `blueprint.toml`,
    or `[tool.blueprint]` in `pyproject.toml`. A comment `# bp: ignore[rule-name] because …` at the end of a line, or
    above a statement for all that is in it, ignores a finding. What could not be read cannot be ignored.

    Of several files those are checked that have changed, or that use a file which has, since the last check. Earlier
    results are kept in a folder of the system's, or in the one that BLUEPRINT_CACHE_DIR names.

    \b
    Examples:
      blueprint check hotel.bp
      blueprint check examples
      cat hotel.bp | blueprint check -
      blueprint check --fix hotel.bp
      blueprint check --preset strict --ignore blueprint-size hotel.bp

    Exit codes: 0 nothing found (with --diff: nothing to mend), 1 findings, 2 a file could not be read or written.
    """
    form = _form(form, target, statistics=statistics, diff=diff)
    files = expanded(files)
    taken = ("-" in files and (fix or unsafe or diff or ignore_all)) or not (form in READ or target)
    run = _Run(chosen, name, form, target, statistics, put_off=put_off, err=taken, heard=Report(every))
    if fix or unsafe or diff or ignore_all:
        from blueprint.cli.repair import Wanted

        run.wanted = Wanted(fix, unsafe, ignore_all, diff)
    jobs = run.jobs(files)
    if run.wanted:
        for job in counted(jobs, len(jobs)):
            run.repair(job)
    else:
        for job, result in zip(jobs, _results(jobs, anew, workers), strict=True):
            run.take(result, job.settings)
    run.close()
    found = run.changed if diff else run.found
    raise SystemExit(2 if run.unread else 1 if found and not exit_zero else 0)


def _form(form: str, target: str, *, statistics: bool, diff: bool) -> str:
    """The format to write in. One that cannot be had is refused, but where only the environment asks for it, which
    does so for all commands, there is text in its place."""
    asked = click.get_current_context().get_parameter_source("form") is ParameterSource.COMMANDLINE
    if diff and (target or (asked and form not in READ)):
        raise click.UsageError("`--diff` shows what would be mended, and writes no findings: leave it out to have them "
                               "in a format or a file. `json` has the repairs too.")  # fmt: skip
    if statistics and asked and form not in (*READ, *COUNTED):
        raise click.UsageError(f"`--statistics` can be written as text, json or json-lines, not as {form}.")
    return "full" if diff or (statistics and form not in COUNTED) else form


def _results(jobs: Sequence[Job], anew: bool, workers: int | None) -> Iterator[Checked]:
    if len(jobs) == 1:  # what it takes to look for an earlier result is as long as the check
        return map(check, jobs)
    from blueprint.cli.many import results

    return results(jobs, cached=not anew, workers=workers or 0)


@dataclass(slots=True)
class _Run:
    """One run over all files, and what has been found so far."""

    chosen: Chosen
    name: str
    form: str
    target: str
    statistics: bool
    put_off: bool
    err: bool  # where standard output is taken by a text, or by findings for a program
    heard: Report
    wanted: Wanted | None = None
    unread: int = 0
    changed: int = 0
    baselines: dict[str, Baseline] = field(default_factory=dict)

    def jobs(self, files: Sequence[str]) -> list[Job]:
        """What is to be checked, with the settings of each file: one value for all in a folder."""
        by_folder: dict[str, Settings] = {}
        made = []
        for path in files:
            called = self.name if path == "-" else path
            folder = called if os.path.islink(called) else os.path.dirname(called)
            if folder not in by_folder:
                by_folder[folder] = self.chosen.of(called)
                self.baseline(by_folder[folder])
            settings = by_folder[folder]
            made.append(Job(path, settings, self.name, bool(self.put_off or settings.baseline)))
        return made

    def take(self, result: Checked, settings: Settings) -> None:
        """Take in what was found in one file, but for what its baseline has."""
        if result.refused:  # the other files are checked all the same
            click.echo(f"Error: {result.refused}", err=True)
            self.unread += 1
            return
        findings, baseline = result.findings, self.baseline(settings)
        if baseline:
            judge = baseline.put_off if self.put_off else baseline.new
            findings = judge(result.path, findings, result.owned)
        self.heard.add(result.path, findings, result.sources, result.waiting)

    @property
    def found(self) -> list[Diagnostic]:
        return self.heard.findings

    @property
    def read(self) -> list[str]:
        return self.heard.files

    def repair(self, job: Job) -> None:
        """Mend one file, and take in what is left."""
        from blueprint.cli.repair import account, repaired
        from blueprint.rules.baseline import owned

        assert self.wanted is not None
        try:
            document = open_document(job.path, name=job.name)
            repair = repaired(job.path, document, job.settings, self.wanted)
        except Refusal as refusal:
            self.take(Checked(job.path, refused=str(refusal)), job.settings)
            return
        for line in account(document.source.path, repair, self.wanted):
            click.echo(line, err=self.err or self.wanted.diff)
        self.changed += repair.document.source.text != document.source.text
        about = owned(repair.left, repair.document.model) if job.owned else None
        left = Checked(document.source.path, repair.left, repair.document.sources, about, waiting=repair.waiting)
        self.take(left, job.settings)

    def baseline(self, settings: Settings) -> Baseline | None:
        """The list of old findings that a file is held against, if there is one."""
        if not (self.put_off or settings.baseline):
            return None
        from blueprint.rules.baseline import NAME, Baseline

        path = settings.baseline or NAME
        if path not in self.baselines:
            self.baselines[path] = Baseline.load(path, new=self.put_off)
        return self.baselines[path]

    def tell(self) -> None:
        """Write what was found, or how much, in the format that was asked for."""
        pieces = counts(self.found, self.form) if self.statistics else written(self.heard, self.form)
        if self.target:
            click.get_current_context().color = False
            write(self.target, click.unstyle("".join(pieces)).encode("utf-8", "replace"))
        elif self.form in READ:
            for piece in pieces:
                click.echo(piece, nl=False, err=self.err)
        else:  # whatever the terminal's encoding, a program reads UTF-8
            click.echo("".join(pieces).encode("utf-8", "replace"), nl=False)

    def close(self) -> None:
        if self.statistics or not (self.wanted and self.wanted.diff):
            self.tell()
        for path, baseline in self.baselines.items():
            if self.put_off:
                baseline.rewrite()
                write(path, baseline.encoded())
                self.say(f"`{path}` now lists {plural(baseline.counts.total(), 'old finding')}.")
            elif gone := baseline.gone():
                self.say(f"Mended: {plural(gone, 'old finding')}; `--write-baseline` takes them off `{path}`.")
        if self.read and not (self.wanted and self.wanted.diff):
            ends = (
                report.summary(self.found, len(self.read)), report.mendable(self.found),
                report.more(self.found) if self.heard.waiting else "",
            )  # fmt: skip
            self.say(" ".join(filter(None, ends)))

    def say(self, text: str) -> None:
        click.echo(text, err=self.err)
