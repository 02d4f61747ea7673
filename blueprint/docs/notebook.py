"""Notebooks: `%load_ext blueprint`, and then a cell that begins with `%%blueprint` is a blueprint.

Below the picture stands what the check has to say. A text with errors is not drawn: they are told with the line of the
cell, and the run stops there, as at any cell that fails.
"""

from __future__ import annotations

import os
import shlex
from argparse import ArgumentParser
from html import escape
from keyword import iskeyword
from typing import TYPE_CHECKING, NoReturn

from IPython.core.error import UsageError

from blueprint.api import Document, shown
from blueprint.config import Configurations
from blueprint.diagnostics import Diagnostic, Refusal
from blueprint.docs.drawing import Broken, Fenced, Problem, drawn_file, prefix_of, scene, wish, words
from blueprint.source import Source

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell

CELL = "the cell"
OPTIONS = {
    "theme": "light, dark or print",
    "view": "blueprint, handoffs or flow",
    "phase": "draw only this phase (its kind, title or id)",
    "service": "draw only this service (its id or title)",
    "scenario": "draw the blueprint as this scenario changes it",
    "name": "the variable that is to hold the blueprint, for the cells that follow",
}


class NotDrawn(Exception):
    """A cell whose blueprint has errors; the message lists them. It is shown as it is, without a traceback."""

    def _render_traceback_(self) -> list[str]:
        return str(self).split("\n")


class Magic:
    """The magic `%%blueprint` of one notebook."""

    def __init__(self, shell: InteractiveShell) -> None:
        self.shell = shell

    def run(self, line: str, cell: str) -> None:
        """Draw the blueprint in the cell, show what the check has to say, keep the document under its name.

        Raises NotDrawn for a text with errors, UsageError for a first line that was not understood."""
        options = _options(line)
        name = options.pop("name")
        if name and (not name.isidentifier() or iskeyword(name)):
            raise UsageError(
                f"`{name}` cannot be the name of a variable: letters, digits, `_`, no digit first, no word of Python."
            )
        folder = os.getcwd()
        document = Document(Source(cell, os.path.join(folder, CELL)), files=Fenced(folder))
        if name:
            self.shell.user_ns[name] = document
        # Numbers of cells begin at 1 in every session, and pictures of an earlier one may still be on the page.
        prefix = prefix_of(line, cell, self.shell.execution_count)
        self.show(document, options, _line_of(self.shell, cell), prefix)

    def show(self, document: Document, options: dict[str, str], first: int, prefix: str) -> None:
        """The picture, whose ids begin with `prefix`, and the findings; `first` is the line of the cell on which its
        text begins."""
        try:
            settings = Configurations().of(document.source.path)
            drawn = scene(document, wanted := wish(options))
        except Broken as broken:
            raise NotDrawn("\n".join(_told(each, document, first) for each in broken.problems)) from None
        except Refusal as refusal:
            raise UsageError(str(refusal)) from None
        picture = drawn_file(drawn, wanted, "svg", prefix=prefix)
        self.shell.display_pub.publish(shown(picture, words(drawn)))
        findings = [(each, _place(each, document, first)) for each in document.check(settings)]
        self.shell.display_pub.publish({"text/html": _html(findings), "text/plain": _plain(findings)})


def load_ipython_extension(shell: InteractiveShell) -> None:
    """What `%load_ext blueprint` calls."""
    magic = Magic(shell)

    def blueprint(line: str, cell: str) -> None:
        magic.run(line, cell)

    blueprint.__doc__ = _PARSER.format_help()  # what `%%blueprint?` shows
    shell.magics_manager.register_function(blueprint, "cell", "blueprint")


class _Parser(ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message[:1].upper()}{message[1:]}. {self.format_usage()}".rstrip())


def _parser() -> ArgumentParser:
    parser = _Parser("%%blueprint", description="Draw the blueprint in this cell.", add_help=False, allow_abbrev=False)
    for name, meaning in OPTIONS.items():
        parser.add_argument(f"--{name}", default="", help=meaning)
    return parser


_PARSER = _parser()


def _options(line: str) -> dict[str, str]:
    """The options of a magic's first line. Raises UsageError for what there is not."""
    try:
        given = shlex.split(line)
    except ValueError:
        raise UsageError("A quotation mark is missing in the first line of the cell.") from None
    return dict(vars(_PARSER.parse_args(given)))


def _line_of(shell: InteractiveShell, cell: str) -> int:
    """The line of the cell on which the magic's text begins: blank lines above the magic are the cell's too."""
    history = shell.history_manager
    raw = history.input_hist_raw[-1] if history is not None and history.input_hist_raw else ""
    body = cell.rstrip("\n")
    before = raw.rstrip("\n").removesuffix(body) if body else ""
    return before.count("\n") + 1 if before != raw.rstrip("\n") else 2


def _told(each: Problem, document: Document, first: int) -> str:
    if not each.line:
        return each.message
    own = each.file == document.source.path
    text = document.source.line(each.line) if own else ""
    where = f"Line {each.line + first - 1} of the cell" if own else f"{os.path.relpath(each.file)}, line {each.line}"
    shown = f"\n    {text.strip()}" if text else ""
    return f"{where}: {each.message}{shown}"


def _place(each: Diagnostic, document: Document, first: int) -> str:
    source = document.sources.get(each.span.file, document.source)
    line = source.line_column(each.span.start)[0]
    return f"line {line + first - 1}" if source is document.source else f"{os.path.relpath(source.path)}, line {line}"


def _plain(findings: list[tuple[Diagnostic, str]]) -> str:
    rows = [f"{each.severity}, {place}: {each.message} {each.help}".rstrip() for each, place in findings]
    return "\n".join(rows) or "Nothing found."


def _html(findings: list[tuple[Diagnostic, str]]) -> str:
    rows = "".join(
        f"<li><strong>{each.severity}</strong>, {escape(place)}: {escape(each.message)}"
        + (f" <em>{escape(each.help)}</em>" if each.help else "") + "</li>"
        for each, place in findings
    )  # fmt: skip
    return f'<ul aria-label="Findings">{rows}</ul>' if rows else "<p>Nothing found.</p>"
