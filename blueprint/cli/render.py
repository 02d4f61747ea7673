"""`blueprint render`: pictures of blueprints."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import NamedTuple

import click

from blueprint.api import HARMLESS, Document
from blueprint.cli import report
from blueprint.cli.choice import OneOf
from blueprint.cli.files import make_folder, open_document, write
from blueprint.cli.progress import counted
from blueprint.cli.walk import expanded
from blueprint.diagnostics import Refusal
from blueprint.layout.view import VIEWS

FOLDER = ("/", os.sep)


@click.command("render")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(allow_dash=True))
@click.option(
    "-o", "--output", "outputs", multiple=True, metavar="PATH",
    help="Where to write; the suffix says the format (.svg .png .pdf .dot). May be given several times. "
    "With several files, a folder, which is made if need be. Without it: an SVG beside each file; for the file `-`, "
    "standard output.",
)  # fmt: skip
@click.option(
    "-f", "--format", "formats", multiple=True, metavar="FORMAT",
    help="svg, png, pdf or dot, where the output is a folder, `-` or not given. May be given several times.",
)  # fmt: skip
@click.option("--theme", default="light", show_default=True, metavar="THEME", help="light, dark or print.")
@click.option(
    "--view", type=OneOf("view", VIEWS), default="blueprint", show_default=True,
    help="The swimlanes; who hands over to whom; or a plain flow chart.",
)  # fmt: skip
@click.option("--phase", default="", metavar="PHASE", help="Draw only this phase (its kind, title or id).")
@click.option("--service", default="", metavar="SERVICE", help="Draw only this service (its id or title).")
@click.option("--scenario", default="", metavar="SCENARIO", help="Draw the blueprint as this scenario changes it.")
@click.option("--scale", type=click.FloatRange(0.1, 10), help="PNG: pixels per unit; 2 unless that gets too large.")
@click.option("--page", default="", metavar="SIZE", help="PDF: a paper size such as A4; without it the page fits.")
@click.option(
    "--engine", type=OneOf("engine", ("own", "graphviz")), default="own", show_default=True,
    help="Who draws: the tool itself, or Graphviz from the tool's DOT, in any format Graphviz knows.",
)  # fmt: skip
@click.option("--anyway", is_flag=True, help="Draw what could be understood although the file has errors.")
def command(
    files: tuple[str, ...], outputs: tuple[str, ...], formats: tuple[str, ...], theme: str, view: str, phase: str,
    service: str, scenario: str, scale: float | None, page: str, engine: str, anyway: bool,
) -> None:  # fmt: skip
    """Draw blueprints as SVG, PNG, PDF or DOT.

    A file with errors is not drawn: they are printed instead, and an older picture stays as it is. FILE may be a
    folder, for the blueprints in it that git does not ignore. Among several files, libraries are passed over.

    \b
    Examples:
      blueprint render hotel.bp -o hotel.svg
      blueprint render hotel.bp -o hotel.png -o hotel.pdf --theme print
      blueprint render examples -o pictures/ -f png
      blueprint render hotel.bp --phase billing -o billing.svg

    Exit codes: 0 all drawn, 1 a file has errors, 2 the command was not understood.
    """
    if view != "blueprint" and (phase or service):
        raise Refusal(f"`--phase` and `--service` choose columns of a blueprint; `--view {view}` draws all of it.")
    named, files = files, expanded(files)
    jobs = [(path, list(_targets(path, outputs, formats, len(files)))) for path in files]
    _no_clash(jobs)
    wish = Wish(theme, view, phase, service, engine, scale, page)
    failed = False
    for path, targets in counted(jobs, len(jobs)):
        document = open_document(path)
        if scenario:
            document = document.in_scenario(scenario)
        if not _sound(document, anyway):
            failed = True
            continue
        if (len(files) > 1 or files != named) and document.is_library:
            click.echo(f"{path} is a library: nothing to draw", err=True)
            continue
        for target, suffix in targets:
            data = _draw(document, suffix, wish)
            make_folder(target, outputs)
            write(target, data)
            if target != "-":
                click.echo(f"{path} → {target}", err=True)
    raise SystemExit(1 if failed else 0)


class Wish(NamedTuple):
    """What the options say about the picture."""

    theme: str
    view: str
    phase: str
    service: str
    engine: str
    scale: float | None
    page: str


def _targets(path: str, outputs: tuple[str, ...], formats: tuple[str, ...], files: int) -> Iterator[tuple[str, str]]:
    """Each place to write to, with its format: (path, suffix without the dot)."""
    stem = os.path.splitext(os.path.basename(path))[0] if path != "-" else "blueprint"
    if not outputs:
        beside = os.path.join(os.path.dirname(path), stem)
        yield from (("-" if path == "-" else f"{beside}.{each}", each) for each in formats or ("svg",))
    for output in outputs:
        if output == "-":
            yield from (("-", each) for each in formats[:1] or ("svg",))
        elif os.path.isdir(output) or output.endswith(FOLDER) or (files > 1 and not os.path.splitext(output)[1]):
            yield from ((os.path.join(output, f"{stem}.{each}"), each) for each in formats or ("svg",))
        elif files > 1:
            raise Refusal(f"`{output}` is one file, but {files} blueprints are to be drawn. "
                         "Give a folder: `-o pictures/ -f png`.")  # fmt: skip
        else:
            yield output, _suffix(output, formats)


def _suffix(output: str, formats: tuple[str, ...]) -> str:
    suffix = os.path.splitext(output)[1].lstrip(".").lower() or next(iter(formats), "")
    if not suffix:
        raise Refusal(f"`{output}` does not say what kind of picture it is. Write `{output}.svg`, .png, .pdf or .dot.")
    return suffix


def _no_clash(jobs: list[tuple[str, list[tuple[str, str]]]]) -> None:
    """Two blueprints of one name must not overwrite each other's picture, nor a picture its own source."""
    owner: dict[str, str] = {}
    for path, targets in jobs:
        for target, _ in targets:
            if os.path.exists(target) and os.path.exists(path) and os.path.samefile(target, path):
                raise Refusal(f"`{target}` is the blueprint itself; it will not be overwritten by a picture.")
            if target != "-" and owner.setdefault(os.path.abspath(target), path) != path:
                raise Refusal(f"`{owner[os.path.abspath(target)]}` and `{path}` would both be drawn to `{target}`.")


def _sound(document: Document, anyway: bool) -> bool:
    """Whether to draw it; its errors are printed if it has any. A service that takes longer than customers accept is
    in error, but there is nothing wrong with its picture, and the picture is how one shows it."""
    from blueprint.rules.settings import Settings

    errors = document.check(Settings("errors"))
    for text in report.listing(errors, document.sources):
        click.echo(text, err=True)
    faithful = all(finding.name in HARMLESS for finding in errors)
    if errors:
        end = ("It is drawn all the same." if faithful else "What could be understood is drawn." if anyway
               else "Nothing was drawn (`--anyway` draws what it can).")  # fmt: skip
        click.echo(f"{report.summary(errors, 1)} {end}", err=True)
    return anyway or faithful


def _draw(document: Document, suffix: str, wish: Wish) -> bytes:
    from blueprint.render import render

    scene = document.scene(view=wish.view, phase=wish.phase, service=wish.service)
    if wish.engine == "graphviz":
        from blueprint.layout.graphviz import draw_dot

        return draw_dot(render(scene, "dot", theme=wish.theme).decode("utf-8"), suffix)
    options: dict[str, object] = {}
    if suffix == "png" and wish.scale:
        options["scale"] = wish.scale
    elif suffix == "pdf" and wish.page:
        options["page"] = wish.page
    data = render(scene, suffix, theme=wish.theme, **options)
    if suffix in ("png", "pdf"):
        from blueprint.render.glyphs import font_warning

        if warning := font_warning(scene):
            click.echo(f"Warning: {warning}", err=True)
    return data
