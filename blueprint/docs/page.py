"""Which page is being made, and where on it a fence stands.

Superfences hands over the text between the fences and nothing else. The programs that make pages leave what is missing
with the Markdown object: MkDocs in its tree processor `relpath`, Zensical in its preprocessor `rendering_context`.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from blueprint.records import dataclass

if TYPE_CHECKING:
    from markdown import Markdown

_FENCE = r"(`{3,}|~{3,})[ \t]*\{?[ \t]*\.?"
UNKNOWN = "<page>"


@dataclass(frozen=True, slots=True)
class Page:
    """A page: where its text is on disk, its name as people in the project would write it, the project's folder."""

    path: str
    name: str
    root: str

    def place_of(self, source: str, language: str, line: int, column: int) -> tuple[int, int]:
        """Line and column on the page for those in the text between fences, all counted from 1.

        (0, 0) where the fence is not found, since another extension wrote it."""
        lines, wanted = self._lines(), source.split("\n")
        bare = [_bare(each) for each in wanted]
        for number in _openings(lines, language):
            # Fences in lists and quotations have a margin, which the text handed over has not.
            if [_bare(each) for each in lines[number : number + len(wanted)]] == bare:
                there, here = lines[number + line - 1], wanted[line - 1] if line <= len(wanted) else ""
                return number + line, column + max(0, len(there.rstrip()) - len(here.rstrip()))
        return 0, 0

    def opening(self, options: Iterable[str], language: str) -> int:
        """The line of the first fence of this language that names all these options; 0 where there is none."""
        lines = self._lines()
        names = list(options)
        return next((n for n in _openings(lines, language) if all(each in lines[n - 1] for each in names)), 0)

    def _lines(self) -> list[str]:
        try:
            with open(self.path, encoding="utf-8-sig") as file:
                return file.read().split("\n")
        except (OSError, ValueError):
            return []


def page_of(md: Markdown) -> Page:
    """The page that is being made. Where no program says so, it is a text in the current folder, which is the root."""
    here = os.getcwd()
    for found in (_of_mkdocs(md), _of_zensical(md)):
        if found:
            root, path = found
            return Page(path, os.path.relpath(path, root).replace(os.sep, "/"), root)
    return Page(os.path.join(here, UNKNOWN), UNKNOWN, here)


def _of_mkdocs(md: Markdown) -> tuple[str, str] | None:
    if "relpath" not in md.treeprocessors:
        return None
    processor: Any = md.treeprocessors["relpath"]
    file, config = getattr(processor, "file", None), getattr(processor, "config", None)
    if file is None or config is None or not getattr(file, "abs_src_path", None):
        return None
    above = os.path.dirname(getattr(config, "config_file_path", "") or "")
    return os.path.abspath(above or config["docs_dir"]), os.path.abspath(file.abs_src_path)


def _of_zensical(md: Markdown) -> tuple[str, str] | None:
    if "rendering_context" not in md.preprocessors:
        return None
    processor: Any = md.preprocessors["rendering_context"]
    page, config = getattr(processor, "page", None), getattr(processor, "config", None)
    if page is None or config is None:
        return None
    root = os.path.abspath(config.get("root_dir") or os.getcwd())
    return root, os.path.join(root, config.get("docs_dir") or "docs", page.path)


def _openings(lines: list[str], language: str) -> Iterator[int]:
    """The numbers, counted from 1, of the lines that open a fence of this language."""
    opening = re.compile(_FENCE + re.escape(language) + r"(?![\w-])")
    return (number for number, line in enumerate(lines, 1) if opening.match(_bare(line)))


def _bare(line: str) -> str:
    return line.lstrip(" \t>").rstrip()
