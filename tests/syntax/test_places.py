"""Every node knows exactly where it stands, whatever the text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from blueprint.source import Source
from blueprint.syntax import nodes, parse
from tests.syntax.trees import CASES, EXAMPLES, records


@pytest.mark.parametrize("path", [*CASES, *EXAMPLES], ids=lambda path: path.stem)
def test_places(path: Path) -> None:
    source = Source(path.read_bytes().decode("utf-8"), str(path))
    parsed = parse(source)
    mended = [each.span for each in parsed.diagnostics]
    for record in records(parsed.file):
        assert 0 <= record.span.start <= record.span.end <= len(source.text)
        assert record.span.file == str(path)
        said = source.slice(record.span)
        if any(span.start < record.span.end and record.span.start < span.end for span in mended):
            continue  # what was mended stands where the mistake stood
        if isinstance(record, nodes.Word | nodes.Comment):
            assert said == record.text
        elif isinstance(record, nodes.Text):
            assert said[0] == said[-1] == '"'
            assert record.long == said.startswith('"""')
        elif isinstance(record, nodes.Ref):
            assert said.replace(" ", "") == record.name
        elif isinstance(record, nodes.Block):
            assert said[0] == "{"
            assert said[-1] == "}" or not record.closed
    _nested(parsed.file.statements, 0, len(source.text))


def _nested(statements: tuple[Any, ...], start: int, end: int) -> None:
    """Statements stand one after the other, inside the block that holds them."""
    for node in statements:
        assert start <= node.span.start <= node.span.end <= end
        start = node.span.end
        block = getattr(node, "block", None)
        if block is not None:
            assert node.span.start <= block.span.start <= block.span.end == node.span.end
            _nested(block.statements, block.span.start, block.span.end)


def test_positions_count_characters_not_bytes_and_keep_crlf() -> None:
    text = '\ufeff# 💳 pays\r\nstep é "Ünïcode 💳" {\r\n  customer "X"\r\n}\r\n'
    source = Source(text)
    step = parse(source).file.statements[0]
    assert source.line_column(step.span.start) == (2, 1)
    assert source.slice(step.span) == text[len("\ufeff# 💳 pays\r\n") :].rstrip()


def test_names_are_compared_in_nfc() -> None:
    header = parse(Source('step cafe\u0301 "Café"')).file.statements[0]
    assert isinstance(header, nodes.Header)
    assert header.id is not None
    assert header.id.text == "caf\u00e9"
    assert len(header.id.span) == 5
