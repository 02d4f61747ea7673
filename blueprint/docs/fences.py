"""Fences of Markdown, drawn by `pymdownx.superfences`: for MkDocs with Material, for Zensical.

A page's blueprint may `use` files in the folder of the project (that of `mkdocs.yml` or `zensical.toml`), by paths from
the page. What is wrong in it stops the build, with the line of the page.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

from pymdownx.superfences import SuperFencesException

from blueprint.api import Document
from blueprint.diagnostics import Refusal
from blueprint.docs.drawing import OPTIONS, Broken, Fenced, Problem, inline, prefix_of, scene, wish
from blueprint.docs.page import Page, page_of
from blueprint.records import replace
from blueprint.source import Source
from blueprint.spelling import unknown

if TYPE_CHECKING:
    from markdown import Markdown

# The same picture twice on one page: the second has other ids.
_drawn: WeakKeyDictionary[Markdown, Counter[str]] = WeakKeyDictionary()


_Given = ParamSpec("_Given")
_Made = TypeVar("_Made")


def _aloud(work: Callable[_Given, _Made]) -> Callable[_Given, _Made]:
    """Ends the build at a mistake of this program too: superfences would show the text for the picture, in silence."""

    @wraps(work)
    def done(*args: _Given.args, **kwargs: _Given.kwargs) -> _Made:
        try:
            return work(*args, **kwargs)
        except SuperFencesException:
            raise
        except Exception as error:
            said = f"Service Blueprint itself has failed, for no fault of the page: {type(error).__name__}: {error}"
            raise _stop(Broken(Problem(said, "service-blueprint"))) from error

    return done


@_aloud
def validator(
    language: str, inputs: dict[str, str], options: dict[str, Any], attrs: dict[str, str], md: Markdown
) -> bool:
    """Takes over the options of a fence. Raises SuperFencesException for one that there is not, or cannot be."""
    try:
        for name in inputs:
            if name not in OPTIONS:
                raise Refusal(unknown("option of a blueprint", name, OPTIONS))
        options["wish"] = wish(inputs)
    except Refusal as refusal:
        page = page_of(md)
        line = page.opening(inputs, language)
        raise _stop(Broken(Problem(str(refusal), page.name, line, 1))) from None
    return True


@_aloud
def fence(source: str, language: str, css_class: str, options: dict[str, Any], md: Markdown, **kwargs: Any) -> str:
    """The picture of a fence's text as HTML. Raises SuperFencesException when there is none; the message says why."""
    page = page_of(md)
    wanted = options.get("wish") or wish({})
    document = Document(Source(source, page.path), files=Fenced(page.root))
    try:
        prefix = _own(md, prefix_of(source, *(getattr(wanted, name) for name in OPTIONS)))
        classes = (css_class, *kwargs.get("classes", ()))
        return inline(scene(document, wanted), wanted, prefix, classes, str(kwargs.get("id_value") or ""))
    except Refusal as refusal:
        broken = refusal if isinstance(refusal, Broken) else Broken(Problem(str(refusal)))
        raise _stop(_placed(broken, page, source, language)) from None


def _own(md: Markdown, prefix: str) -> str:
    """The prefix, or another for a picture that the page has already."""
    seen = _drawn.setdefault(md, Counter())
    seen[prefix] += 1
    return prefix if seen[prefix] == 1 else f"{prefix}{seen[prefix]}-"


def _placed(broken: Broken, page: Page, source: str, language: str) -> Broken:
    """The problems, with lines of the page instead of lines of the fence's text."""

    def placed(each: Problem) -> Problem:
        if each.file not in ("", page.path):
            return replace(each, file=os.path.relpath(each.file, page.root).replace(os.sep, "/"))
        line, column = page.place_of(source, language, max(each.line, 1), max(each.column, 1))
        if each.line and not line:  # a fence that another extension put into the page
            return Problem(each.message, f"{page.name}, line {each.line} of the blueprint")
        if each.line:
            return Problem(each.message, page.name, line, column)
        # What is wrong with the picture as a whole stands on the line that opens the fence.
        return Problem(each.message, page.name, max(0, line - 1), 1)

    return Broken(*map(placed, broken.problems))


def _stop(broken: Broken) -> SuperFencesException:
    """What superfences lets through; any other exception makes it show the text instead of the picture, in silence."""
    lines = []
    for each in broken.problems:
        place = f"{each.file}:{each.line}:{each.column or 1}" if each.line else each.file
        lines.append(f"{place}: {each.message}")
    return _kind()("\n".join(lines))


def _kind() -> Callable[[str], SuperFencesException]:
    """Where MkDocs runs, an exception that it ends with in a sentence and without a traceback."""
    kind: Callable[[str], SuperFencesException] = SuperFencesException
    if errors := sys.modules.get("mkdocs.exceptions"):
        kind = type("BrokenFence", (SuperFencesException, errors.BuildError), {})
    return kind
