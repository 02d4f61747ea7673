"""Repairs: they converge, keep comments, never make a text parse worse, and never add a finding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from blueprint.api import Document
from blueprint.diagnostics import Diagnostic, Edit, Fix, apart, apply
from blueprint.rules.ignore import with_ignores
from blueprint.rules.manual import Example
from blueprint.rules.mend import Mended, mend
from blueprint.rules.suppress import REPORTED
from blueprint.source import Source, Span
from blueprint.syntax import parse
from blueprint.workspace import Disk
from tests.house.places import EXAMPLES
from tests.rules.cases import ROOT, findings
from tests.rules.test_cases import CASES

TEXT = 'blueprint "B" # one\nphase interaction { core "C" { step s "S" { customer "Says" } } } # two\n'


def _source(text: str) -> Source:
    return Source(text, str(ROOT / "main.bp"))


def _mended(text: str, files: tuple[tuple[str, str], ...] = (), rule: str = "", *, unsafe: bool = False) -> Mended:
    return mend(_source(text), lambda source: findings(Example(source.text, files), rule), unsafe=unsafe)


def _finding(source: Source, old: str, new: str, *, safe: bool = True, file: str = "") -> list[Diagnostic]:
    """One that asks to write `new` for `old`, as long as `old` is there."""
    at = source.text.find(old)
    if at < 0:
        return []
    span = Span(at, at + len(old), file or source.path)
    fix = Fix(f"write {new}", (Edit(span, new),), safe)
    return [Diagnostic("made-up", "E999", "error", f"{old} to {new}", span, "", (), fix)]


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_the_safe_repairs_of_every_case_converge_and_add_nothing(rule: str, case: Example) -> None:
    before = findings(case, rule)
    mended = _mended(case.text, case.files, rule)
    promised = [
        each for each in before if each.fix is not None and each.fix.safe and each.span.file == _source("").path
    ]
    assert {(each.name, each.message) for each in promised} <= {(each.name, each.message) for each in mended.done}
    assert len(promised) <= len(mended.done)
    again = _mended(mended.text, case.files, rule)
    assert again.text == mended.text
    assert len(parse(_source(mended.text)).diagnostics) <= len(parse(_source(case.text)).diagnostics)
    new = Counter(each.name for each in mended.left) - Counter(each.name for each in before)
    assert not new


@pytest.mark.parametrize("path", EXAMPLES, ids=[path.name for path in EXAMPLES])
def test_an_example_with_slips_is_mended_to_what_it_was(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    slips = {"  frontstage ": "  frontstge ", "  evidence ": "  evidnce ", "  customer ": "  custommer "}
    damaged = text
    for right, wrong in slips.items():
        damaged = damaged.replace(right, wrong)
    mended = mend(Source(damaged, str(path)), lambda source: Document(source, files=Disk()).check())
    assert mended.text == text


def test_a_repair_that_uncovers_another_is_followed_by_it() -> None:
    def check(source: Source) -> Sequence[Diagnostic]:
        return _finding(source, "Says", "Asks") or _finding(source, "Asks", "Begs")

    mended = mend(_source(TEXT), check)
    assert mended.text == TEXT.replace("Says", "Begs")
    assert [each.message for each in mended.done] == ["Says to Asks", "Asks to Begs"]
    assert mended.left == ()


def test_repairs_that_undo_each_other_come_to_an_end() -> None:
    def check(source: Source) -> Sequence[Diagnostic]:
        return _finding(source, "Says", "Asks") or _finding(source, "Asks", "Says")

    mended = mend(_source(TEXT), check)
    assert mended.text == TEXT.replace("Says", "Asks")
    assert len(mended.done) == 1


def test_a_repair_without_end_stops() -> None:
    mended = mend(_source(TEXT), lambda source: _finding(source, "Say", "Saay") or _finding(source, "Saa", "Saaa"))
    assert len(mended.done) == 10


@pytest.mark.parametrize(("old", "new"), [('"Says"', '"Says'), (" # two", ""), ("{ core", "core")])
def test_a_repair_that_harms_is_left_out_and_the_others_are_made(old: str, new: str) -> None:
    def check(source: Source) -> Sequence[Diagnostic]:
        good = [("step s", "step t"), ('"B"', '"Blue"'), ('"C"', '"Core"')]
        return [each for pair in [*good, (old, new)] for each in _finding(source, *pair)]

    mended = mend(_source(TEXT), check)
    assert mended.text == TEXT.replace("step s", "step t").replace('"B"', '"Blue"').replace('"C"', '"Core"')
    assert [each.message for each in mended.left] == [f"{old} to {new}"]


def test_unsafe_repairs_and_those_of_other_files_are_left_alone() -> None:
    def unsafe(source: Source) -> Sequence[Diagnostic]:
        return _finding(source, "Says", "Asks", safe=False)

    assert mend(_source(TEXT), unsafe).text == TEXT
    assert mend(_source(TEXT), unsafe, unsafe=True).text == TEXT.replace("Says", "Asks")
    other = mend(_source(TEXT), lambda source: _finding(source, "Says", "Asks", file="library.bp"), unsafe=True)
    assert other.text == TEXT


def test_recoveries_that_are_added_together_have_ids_of_their_own() -> None:
    steps = "".join(f'step s{n} "S{n}" {{ customer "Says"; fail "f" 1%; fail "g" 1% }}\n' for n in range(3))
    text = f'blueprint "B"\nphase interaction {{\n{steps}step put_right "R" {{ frontstage "x" }} }}\n'
    after = _mended(text, rule="recovery-missing", unsafe=True)
    assert after.left == ()
    assert after.text.count("recovery put_right_") == 6


def test_fixes_that_overlap_do_not_both_go_in() -> None:
    def fix(start: int, end: int, text: str) -> Fix:
        return Fix("", (Edit(Span(start, end), text),))

    first = fix(2, 6, "-")
    assert apart([first, fix(3, 3, "x"), fix(5, 8, "y"), fix(2, 2, "z"), fix(6, 6, "!"), fix(0, 2, "a")])[0] is first
    assert len(apart([fix(2, 2, "a"), fix(2, 2, "b"), fix(2, 4, "c"), fix(1, 2, "d")])) == 2
    assert apply("0123456789", [first, fix(3, 3, "x"), fix(5, 8, "y"), fix(6, 6, "!"), fix(0, 2, "a")]) == "a-!6789"


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_written_suppressions_leave_only_what_cannot_be_ignored(rule: str, case: Example) -> None:
    before = findings(case, rule)
    text = with_ignores(_source(case.text), before)
    after = findings(Example(text, case.files), rule)
    about_comments = {name for name, _ in REPORTED}
    here = [each for each in after if each.span.file == _source("").path]
    assert [each.name for each in here if each.code > "E1" and each.name not in about_comments] == []
    assert {each.name for each in after} <= {each.name for each in before}
    assert with_ignores(_source(text), after) == text


def test_a_suppression_goes_into_the_comment_that_is_there_and_out_of_texts() -> None:
    text = 'role a "A" {\r\n  staff 0 # bp: ignore[other-rule] because we know\r\n  note """\r\n    long"""\r\n}\r\n'
    text = f'blueprint "B"\r\nphase interaction {{ core "C" {{ step s "S" {{ customer "X" }} }} }}\r\n{text}'
    source = _source(text)

    def at(word: str, name: str) -> Diagnostic:
        start = text.index(word)
        return Diagnostic(name, "W200", "warning", "", source.span(start, start + len(word)))

    written = with_ignores(source, [at("staff", "one"), at("staff", "two"), at("staff", "one"), at("note", "three")])
    assert "ignore[other-rule, one, two] because we know\r\n" in written
    assert "\r\n  # bp: ignore[three] because it was so before the check\r\n  note" in written
    assert written.replace(", one, two", "").count("\r\n") == text.count("\r\n") + 1
