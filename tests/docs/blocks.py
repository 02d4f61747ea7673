"""The ```bp blocks of a page, and what is expected of them.

- A block is a whole file, or with a place of `tests.docs.fragments` after its `bp` a piece that stands there.
- A block with a file name after its `bp` is a library that the whole files before it may use.
- A comment `# error: rule-name` says that just this error begins on that line; everything else is without errors.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from blueprint.rules.manual import Example
from tests.docs.fragments import whole
from tests.rules.cases import findings, understand

_BLOCK = re.compile(r"^```bp *(\S*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_ERROR = re.compile(r"# error: ([a-z-]+)$")

ELSEWHERE = (("roles.bp", 'library roles "Roles"'),)  # what the page of words uses without showing it
Errors = set[tuple[int, str]]  # 1-based line of the block, rule


@dataclass(frozen=True)
class Block:
    """A block of a page: `line` is where its first line stands there, `place` is empty for a whole file."""

    text: str
    place: str
    line: int
    files: tuple[tuple[str, str], ...] = ()

    def expected(self) -> Errors:
        lines = enumerate(self.text.splitlines(), 1)
        return {(number, match[1]) for number, line in lines if (match := _ERROR.search(line))}

    def found(self) -> Errors:
        """Every error, by the line of the block; one outside the block has a line that the block does not have."""
        text, before = whole(self.text.rstrip("\n"), self.place) if self.place else (self.text, 0)
        example = Example(text, self.files)
        sources = understand(example).sources
        return {
            (sources[each.span.file].line_column(each.span.start)[0] - before, each.name)
            for each in findings(example)
            if each.severity == "error"
        }


def blocks(page: Path) -> Iterator[Block]:
    text = page.read_text(encoding="utf-8")
    found = [(m[1], m[2], text[: m.start(2)].count("\n") + 1) for m in _BLOCK.finditer(text)]
    files = (*ELSEWHERE, *((name, body) for name, body, _ in found if name.endswith(".bp")))
    for name, body, line in found:
        if name.endswith(".bp"):
            yield Block(body, "", line, tuple(each for each in files if each[0] != name))
        else:
            yield Block(body, name, line, files)
