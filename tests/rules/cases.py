"""Cases of rules: Markdown with prose, blueprints in ```bp blocks, and what is expected as a comment on the line.

`# expect: rule-name, other-rule` at the end of a line says that just these findings begin on that line, and a block
with no such comment must be silent. A block ```bp roles.bp is a file that the block before it uses. On the page of a
warning or of advice that rule runs beside the errors, and no other.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from blueprint.diagnostics import Diagnostic
from blueprint.graph import build
from blueprint.model import Resolved, resolve
from blueprint.rules import judge, sifted
from blueprint.rules.manual import Example
from blueprint.rules.settings import Selection, Settings
from blueprint.source import Source
from tools.build_rule_pages import ROOT, Memory

__all__ = ["FOLDER", "ROOT", "Memory", "examples", "expected", "findings", "found", "understand"]

FOLDER = Path(__file__).parent
_BLOCK = re.compile(r"^```bp *(\S*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_EXPECT = re.compile(r"# expect: ([a-z, -]+)$")

Expected = set[tuple[str, int, str]]  # file name, 1-based line, rule


def understand(example: Example) -> Resolved:
    source = Source(example.text, os.fspath(ROOT / "main.bp"))
    return resolve(source, Memory(dict(example.files)))


def findings(example: Example, rule: str = "") -> tuple[Diagnostic, ...]:
    """All errors in a text and its files, of parsing, resolution and rules, and what this rule finds."""
    resolved = understand(example)
    model = resolved.blueprint
    settings = Settings(selections=(Selection(("E", rule) if rule else ("E",)),), today="2026-11-21")
    if model is None or model.library:
        return sifted(resolved.diagnostics, os.fspath(ROOT / "main.bp"), settings, resolved.sources)
    return judge(model, build(model), resolved.diagnostics, settings, resolved.sources).findings


def found(example: Example, rule: str = "") -> Expected:
    """The findings as the comments in the text would put them."""
    resolved = understand(example)
    return {
        (
            Path(each.span.file).name,
            resolved.sources[each.span.file].line_column(each.span.start)[0],
            each.name,
        )
        for each in findings(example, rule)
    }


def expected(example: Example) -> Expected:
    texts = {"main.bp": example.text, **{Path(name).name: text for name, text in example.files}}
    return {
        (name, number, rule.strip())
        for name, text in texts.items()
        for number, line in enumerate(text.splitlines(), 1)
        if (match := _EXPECT.search(line))
        for rule in match[1].split(",")
    }


def examples(page: Path) -> Iterator[Example]:
    """The blueprints of a page, each with the files that follow it."""
    blocks = _BLOCK.findall(page.read_text(encoding="utf-8"))
    for number, (name, text) in enumerate(blocks):
        if not name:
            files = []
            for other, body in blocks[number + 1 :]:
                if not other:
                    break
                files.append((other, body))
            yield Example(text, tuple(files))
