"""What features that change texts make of them."""

from __future__ import annotations

from pathlib import Path

from blueprint.diagnostics import Edit, Fix, apply
from blueprint.lsp import formatting
from blueprint.lsp.actions import actions as offered
from blueprint.lsp.document import Analysed
from blueprint.source import Span
from tests.lsp.features.cases import Case


def actions(it: Analysed, case: Case) -> str:
    """What is offered at the cursor; or, when one is asked for by its title, what it makes of the files."""
    found = offered(it, Span(case.cursor, case.cursor, it.path))
    if not case.asked:
        return "".join(f"{'* ' if each.preferred else '- '}{each.title} ({each.kind})\n" for each in found)
    change = next(each for each in found if each.title == case.asked).make()
    if change is None:
        return "This cannot be done.\n"
    shown = [f"{Path(path).name} is made:\n{text}" for path, text in change.made.items()]
    return "\n".join([*shown, *(_changed(it, path, edits) for path, edits in change.edits.items())])


def formatted(it: Analysed, case: Case) -> str:
    """The whole text, the line of the cursor, or what was typed last, put in form."""
    if case.asked == "range":
        edits = formatting.within(it, Span(case.cursor, case.cursor, it.path))
    elif case.asked:
        edits = formatting.typed(it, case.cursor, {"brace": "}", "line": "\n"}[case.asked])
    else:
        edits = formatting.whole(it)
    return _changed(it, it.path, tuple(edits))


def _changed(it: Analysed, path: str, edits: tuple[Edit, ...]) -> str:
    other = it.project.at(path)
    assert other is not None
    return f"{Path(path).name}:\n{apply(other.text, [Fix('', (edit,)) for edit in edits])}"
