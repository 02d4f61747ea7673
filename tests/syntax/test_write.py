"""What is written reads back as the same tree."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint.source import Span
from blueprint.syntax import nodes, write
from blueprint.syntax.same import meaning
from blueprint.syntax.write import write_statement
from tests.generate import generate
from tests.syntax.trees import CASES, EXAMPLES, read, records, sound


@pytest.mark.parametrize("path", [*CASES, *EXAMPLES], ids=lambda path: path.stem)
def test_round_trip(path: Path) -> None:
    parsed = read(path.read_bytes().decode("utf-8"))
    written = write(parsed.file)
    if not any(isinstance(record, nodes.Broken) for record in records(parsed.file)):
        again = sound(written)
        assert meaning(again) == meaning(parsed.file)
        assert write(again) == written


@pytest.mark.parametrize("seed", range(25))
def test_round_trip_of_made_up_blueprints(seed: int) -> None:
    file = sound(generate(seed, 12))
    assert meaning(sound(write(file))) == meaning(file)


def test_no_comment_is_lost() -> None:
    text = (Path(__file__).parent / "cases" / "comments.bp").read_text(encoding="utf-8")
    written = write(read(text).file)
    assert sorted(_comments(written)) == sorted(_comments(text))


def _comments(text: str) -> list[str]:
    return [line[line.index("#") :].rstrip() for line in text.splitlines() if "#" in line]


def test_form() -> None:
    text = (
        'role  a "A"{staff 1;rate 6/h} # c\n\n\n# d\n\nstep b { customer "X" by a or b takes 4m+-1m; '
        'empowered """x\ny""" }\nstep c {}'
    )
    assert write(sound(text)) == (
        'role a "A" {\n  staff 1\n  rate 6/h\n}  # c\n\n# d\n\nstep b {\n  customer "X" by a or b takes 4min ±1min\n'
        '  empowered """\n    x\n    y\n  """\n}\nstep c {}\n'
    )
    assert write(sound("")) == ""


WORD = nodes.Word("note", Span(0, 0))


@given(st.text(), st.booleans())
def test_any_text_survives(value: str, long: bool) -> None:
    value = value.encode("utf-8", "ignore").decode("utf-8")
    text = nodes.Text(value, Span(0, 0), long)
    node = nodes.Attribute(span=Span(0, 0), word=WORD, values=(text,))
    again = sound(write_statement(node, "  ")).statements[0]
    assert isinstance(again, nodes.Attribute)
    got = again.values[0]
    assert isinstance(got, nodes.Text)
    assert (got.value, got.long) == (value, long)
