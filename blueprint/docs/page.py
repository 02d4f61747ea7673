"""Which page is being made, and where on it a fence stands.

Superfences hands over the text between the fences and nothing else. The programs that make pages leave what is missing
with the Markdown object: MkDocs in its tree processor `relpath`, Zensical in its preprocessor `rendering_context`.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Any

from blueprint.records import dataclass

if TYPE_CHECKING:
    from markdown import Markdown

_MARGIN = re.compile(r"[ \t>]*")
_FENCE = r"(`{3,}|~{3,})[ \t]*\{?[ \t]*\.?"
UNKNOWN = "<page>"


@dataclass(frozen=True, slots=True)
class Page:
    """A page: where its text is on disk, its name as people in the project would write it, the project's folder."""

    path: str
    name: str
    root: str

    def line_of(self, source: str, language: str) -> int:
        """The line of the page on which the text between fences begins, counted from 1; 0 where it is not found, since
        another extension wrote it."""
        try:
            with open(self.path, encoding="utf-8-sig", newline=None) as file:
                lines = file.read().split("\n")
        except (OSError, ValueError):
            return 0
        opening = re.compile(_FENCE + re.escape(language) + r"(?![\w-])")
        wanted = [_bare(line) for line in source.split("\n")]
        for number, line in enumerate(lines, 1):
            # Fences in lists and quotations have a margin, which the text handed over has not.
            if opening.match(_bare(line)) and [_bare(each) for each in lines[number : number + len(wanted)]] == wanted:
                return number + 1
        return 0

    def opening(self, options: list[str], language: str) -> int:
        """The line of the first fence of this language whose options name all of these; 0 where there is none."""
        try:
            with open(self.path, encoding="utf-8-sig", newline=None) as file:
                lines = file.read().split("\n")
        except (OSError, ValueError):
            return 0
        start = re.compile(_FENCE + re.escape(language) + r"(?![\w-])")
        found = (n for n, line in enumerate(lines, 1) if start.match(_bare(line)) and all(o in line for o in options))
        return next(found, 0)


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


def _bare(line: str) -> str:
    return line[_MARGIN.match(line).end() :].rstrip() if line else ""  # type: ignore[union-attr]
