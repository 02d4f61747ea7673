"""What the rules say in all their cases: message, help, related places and fix, kept beside the cases.

A changed sentence is seen in the difference: `python -m pytest tests/rules/test_messages.py --accept`.
"""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Iterator

import pytest

from blueprint.diagnostics import Diagnostic
from blueprint.rules import MODULES, RULES, Rule
from blueprint.rules.manual import Example, example, sections
from blueprint.source import Source
from tests.conftest import Golden
from tests.rules.cases import FOLDER, examples, findings, understand

FAMILIES = sorted({path.parent.name for path in FOLDER.glob("*/*.md")})


@pytest.mark.parametrize("family", FAMILIES)
def test_what_is_said(family: str, golden: Golden) -> None:
    lines: list[str] = []
    for page in sorted((FOLDER / family).glob("*.md")):
        for number, case in enumerate(examples(page), 1):
            sources = understand(case).sources
            found = [each for each in findings(case, page.stem) if each.name == page.stem]
            lines += [line for each in found for line in _said(f"{page.stem} {number}", each, sources)]
    golden(FOLDER / family / "messages.txt", "\n".join(lines) + "\n")


def _said(where: str, found: Diagnostic, sources: dict[str, Source]) -> Iterator[str]:
    def shown(source: Source, start: int, end: int) -> str:
        return f"{source.line_column(start)[0]} `{source.text[start:end].splitlines()[0] if end > start else ''}`"

    span = found.span
    yield f"{where}: {shown(sources[span.file], span.start, span.end)}: {found.message}"
    for each in found.related:
        yield f"  see {shown(sources[each.span.file], each.span.start, each.span.end)}: {each.message}"
    if found.help:
        yield f"  help: {found.help}"
    if found.fix:
        yield f"  {'fix' if found.fix.safe else 'unsafe fix'}: {found.fix.title}"
        for edit in found.fix.edits:
            at = edit.span
            yield f"    {shown(sources[at.file], at.start, at.end)} becomes {edit.text!r}"


def _hesitates(rule: Rule) -> bool:
    """Whether it asks for errors before it calls something missing; `facilitating-priced` is about what is there."""
    module = importlib.import_module(f"blueprint.rules.{MODULES[rule.code]}")
    return rule.check is not None and ".broken(" in inspect.getsource(module) and rule.name != "facilitating-priced"


HESITANT = [rule for rule in RULES if _hesitates(rule)]


@pytest.mark.parametrize("rule", HESITANT, ids=lambda rule: rule.name)
def test_where_something_cannot_be_read_nothing_is_called_missing(rule: Rule) -> None:
    """In the bad text every block, or if that does not touch it the very element, has something that cannot be read."""
    bad = example(sections(rule)["Bad"])
    first = _first(bad, rule)
    assert first is not None
    broken = Example(bad.text.replace("{", "{ = =; "), bad.files)
    if _first(broken, rule):
        broken = Example(f"{bad.text[: first.span.end]} = ={bad.text[first.span.end :]}", bad.files)
    assert _first(broken, rule) is None


def _first(case: Example, rule: Rule) -> Diagnostic | None:
    return next((each for each in findings(case, rule.name) if each.name == rule.name), None)
