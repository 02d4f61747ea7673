"""Help in comments that suppress findings: `# bp: ignore[rule-name] because …`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from blueprint.records import dataclass
from blueprint.rules import known
from blueprint.rules.suppress import read
from blueprint.source import Span

if TYPE_CHECKING:
    from blueprint.lsp.document import Analysed

_OPEN = re.compile(r"#[ \t]*bp[ \t]*:[ \t]*ignore(?:-file)?[ \t]*\[(?P<names>[^\]\r\n]*)\Z")
_MARK = re.compile(r"#[ \t]*bp[ \t]*:")
_BEGUN = re.compile(r"#[ \t]*(?P<word>(?:bp?)?(?:[ \t]*:)?)\Z")


@dataclass(frozen=True, slots=True)
class Ignorable:
    """A kind of finding that a comment may name; `here` when there is one in this file now."""

    name: str
    code: str
    here: bool


def names(analysed: Analysed, line: str) -> list[Ignorable]:
    """The kinds of finding that may be named at the end of this beginning of a line, those of this file first."""
    opened = _OPEN.search(line)
    if opened is None:
        return []
    written = {name.strip() for name in opened["names"].split(",")[:-1]}
    now = {each.name for each in analysed.__dict__.get("findings", ())}  # nobody waits for a check at a keystroke
    found = [Ignorable(name, code, name in now) for name, code in known().items() if code[0] in "WA" or name in now]
    return sorted((each for each in found if each.name not in written), key=lambda each: (not each.here, each.name))


def begun(line: str) -> str | None:
    """What is written of the mark `bp:` at the end of a line's beginning, a comment; None where it is none."""
    found = _BEGUN.search(line)
    return found["word"] if found else None


def named(analysed: Analysed, offset: int) -> tuple[str, Span] | None:
    """The kind of finding that a comment names at an offset, and where."""
    line, _ = analysed.source.line_column(offset)
    if not _MARK.search(analysed.source.line(line)):
        return None  # reading the comments of a text takes as long as reading the text
    for comment in read(analysed.source):
        for name in comment.names:
            if name.span.start <= offset <= name.span.end:
                codes = {code: known_name for known_name, code in known().items()}
                return codes.get(name.text, name.text), name.span
    return None
