"""The formatter: cases as files, and what holds of any text."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

import blueprint
from blueprint.cli.new import TEMPLATES, starter
from blueprint.source import Source
from blueprint.syntax.format import format_text
from blueprint.syntax.write import write as real
from tests.conftest import Golden
from tests.syntax.formatting import FAULT, disordered, hold
from tests.syntax.trees import CASES, EXAMPLES
from tests.whole.damage import damaged

FORMAT_CASES = sorted((Path(__file__).parent / "format").glob("*.bp"))


@pytest.mark.parametrize("case", FORMAT_CASES, ids=lambda path: path.stem)
def test_case(case: Path, golden: Golden) -> None:
    source = Source(case.read_bytes().decode("utf-8"), case.name)
    got = hold(source.text)
    kept = "".join(f"kept: {source.slice(span)}\n" for span in got.kept)
    said = f"refusal: {got.refusal}\n" if got.refusal else ""
    golden(case.with_suffix(".expected"), got.text + ("-" * 40 + "\n" + kept + said if kept or said else ""))


@pytest.mark.parametrize("path", [*CASES, *FORMAT_CASES, *EXAMPLES], ids=lambda path: path.stem)
@pytest.mark.parametrize("width", [10, 60])
def test_any_width(path: Path, width: int) -> None:
    hold(path.read_bytes().decode("utf-8"), width)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_examples_are_formatted(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    assert format_text(Source(text)).text == text


@pytest.mark.parametrize("template", TEMPLATES)
def test_templates_are_formatted(template: str) -> None:
    text = starter(template, "My shop")
    assert blueprint.parse(text).format().text == text


@pytest.mark.parametrize("fifty", range(3))
def test_disordered_and_damaged_texts(fifty: int) -> None:
    for seed in range(fifty * 50, fifty * 50 + 50):
        hold(disordered(seed) if seed % 2 else damaged(seed)[1], (100, 40, 72, 10)[seed // 2 % 4])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("library a\r\nrole b \r\n{ staff 1 }\r\n", "library a\r\nrole b {\r\n  staff 1\r\n}\r\n"),
        ("library a\rrole  b\r", "library a\rrole b\r"),
        ("library a\nrole  b\r\nrole c\n", "library a\nrole b\nrole c\n"),
        ('library a\r\nrole b note """x\r\n y"""', 'library a\r\nrole b note """\r\n  x\r\n  y\r\n"""\r\n'),
        ("library a  \n\n\n", "library a\n"),
        ("library a", "library a\n"),
        (" \n\n", ""),
        ("", ""),
        ("  # alone", "# alone\n"),
        ("\ufefflibrary  a\n", "library a\n"),
    ],
)
def test_line_ends(text: str, expected: str) -> None:
    got = hold(text)
    assert got.text == expected
    assert got.changed == (expected != text.removeprefix("\ufeff"))


def test_a_result_that_says_something_else_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The proof, with a printer that loses things."""
    text = 'blueprint a "A" # one\nrole  b "B"\n'
    for cut in ("# one", 'role b "B"'):
        monkeypatch.setattr("blueprint.syntax.format.write", lambda *given, cut=cut: real(*given).replace(cut, ""))
        got = format_text(Source(text))
        assert FAULT in got.refusal
        assert (got.text, got.changed) == (text, False)
    more = itertools.count(1)
    monkeypatch.setattr("blueprint.syntax.format.write", lambda *given: real(*given) + "\n" * next(more))
    assert "change again" in format_text(Source(text)).refusal


def test_long_input_takes_time_in_proportion() -> None:
    """Blocks within blocks on one line, and a list with many comments: each is looked at once."""
    deep = "step a { " * 45 + "customer" + " }" * 45
    text = "library x\n" + f"{deep}\n" * 5
    assert format_text(Source(text)).refusal == ""
    many = "library x\nrole b { skills " + ",# c\n".join(["a"] * 4_000) + "\n}\n"
    assert hold(many).text.count("# c") == 3_999
