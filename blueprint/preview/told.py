"""What a page is told, as plain values for JSON. Lines and columns count from 0, columns in UTF-16 code units."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from blueprint.diagnostics import Diagnostic
from blueprint.lsp.convert import Lines
from blueprint.lsp.places import real
from blueprint.source import Source, Span

if TYPE_CHECKING:
    from blueprint.lsp.preview import Picture

Place = dict[str, Any]
Named = Callable[[str], str]  # the name that the page knows a file by


class Places:
    """Where spans stand in the texts they speak of."""

    def __init__(self, sources: Mapping[str, Source], named: Named) -> None:
        self._sources, self._named = sources, named
        self._lines: dict[str, Lines] = {}

    def place(self, span: Span) -> Place | None:
        """The file by its name, and both ends of the span; None where its text is not known."""
        source = self._sources.get(span.file)
        if source is None:
            return None
        lines = self._lines.get(span.file)
        if lines is None:
            lines = self._lines[span.file] = Lines(source, "utf-16")
        start, end = lines.position(span.start), lines.position(span.end)
        mark = 1 if source.marked else 0  # the page is given the text without its byte order mark
        return {
            "file": self._named(span.file),
            "from": [start.line, start.character - (0 if start.line else mark)],
            "to": [end.line, end.character - (0 if end.line else mark)],
        }


def picture(drawn: Picture, places: Places) -> dict[str, Any]:
    shapes = {each.key: place for each in drawn.shapes if (place := places.place(each.span))}
    # The page puts the style sheet in place by itself: its policy lets none in that stands in a picture.
    before, _, rest = drawn.svg.partition("<style>")
    sheet, _, after = rest.partition("</style>")
    return {"svg": before + after, "sheet": sheet, "stale": drawn.stale, "message": drawn.refusal, "shapes": shapes}


def findings(found: Iterable[Diagnostic], places: Places) -> list[dict[str, Any]]:
    return [
        {
            "severity": each.severity, "name": each.name, "code": each.code, "message": each.message,
            "help": each.help, "fix": each.fix.title if each.fix else "",
            "safe": bool(each.fix and each.fix.safe), "place": places.place(each.span),
            "related": [{"message": other.message, "place": places.place(other.span)} for other in each.related],
        }
        for each in found
    ]  # fmt: skip


def naming(root: str) -> Named:
    """Files are named by their path from the project's root, with `/`; a page never learns more of the machine."""

    def named(path: str) -> str:
        relative = os.path.relpath(real(path), root)
        return relative.replace(os.sep, "/")

    return named
