"""Headers without braces, and the lines below them that were meant to stand in those braces.

Who indents and forgets the braces would otherwise hear of every line that it cannot stand where it stands.
"""

from __future__ import annotations

from blueprint.diagnostics import Diagnostic, Related
from blueprint.model import places
from blueprint.model.findings import finding
from blueprint.source import Span
from blueprint.syntax import nodes

_NESTED = 5  # a phase, a service, a step, a cell, and one more


class Bare:
    """The headers without braces that stand last in a block; told of once."""

    def __init__(self) -> None:
        self.headers: list[nodes.Header] = []
        self.told = False

    def pass_by(self, node: nodes.Statement | None) -> None:
        """Go on past a statement of the block."""
        if isinstance(node, nodes.Header):
            self.headers = [] if node.block is not None else [*self.headers[1 - _NESTED :], node]

    def around(self, header: nodes.Header) -> list[nodes.Header]:
        """The headers above one that it was meant to stand in, the innermost first."""
        found, inner = [], header
        for each in reversed(self.headers[: next(n for n, each in enumerate(self.headers) if each is header)]):
            if _holds(each, inner.keyword.text):
                found.append(each)
                inner = each
        return found

    def explain(self, word: str, span: Span, report: list[Diagnostic]) -> bool:
        """Whether this line, which cannot stand here, was meant for the braces of a header above it."""
        header = next((each for each in reversed(self.headers) if _holds(each, word)), None)
        if header is None:
            return False
        if not self.told:
            self.told = True
            keyword, end = header.keyword.text, header.span.end
            around = [f"`{each.keyword.text}`" for each in self.around(header)]
            more = f", and likewise for the {' and the '.join(around)} above it" if around else ""
            report.append(finding(
                "misplaced-statement", span,
                f"{places.capital(places.named(word))} stands in the braces of its `{keyword}`, and there are none.",
                help=f"Write `{{` at the end of the line of the `{keyword}`, `}}` below all that belongs to it{more}.",
                related=(Related(Span(end - 1, end, span.file), "a `{` is missing after this"),),
            ))  # fmt: skip
        return True


def _holds(header: nodes.Header, word: str) -> bool:
    keyword = header.keyword.text
    place = places.holder(keyword, "phase")
    return bool(place) and keyword not in ("blueprint", "library") and places.allowed(word, place)
