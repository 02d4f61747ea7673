"""The small difference that shows a fix."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint.cli import patch
from blueprint.cli.patch import Change, changes
from blueprint.diagnostics import Edit, Fix, apply
from blueprint.source import Source, Span


def _changes(text: str, *edits: tuple[int, int, str]) -> list[Change]:
    fix = Fix("mend", tuple(Edit(Span(start, end, "a.bp"), new) for start, end, new in edits))
    return changes(fix, {"a.bp": Source(text, "a.bp")})


def test_a_line_put_in_and_a_line_taken_away() -> None:
    assert _changes("one\ntwo\n", (4, 4, "new\n")) == [Change(2, "+", "new")]
    assert _changes("one\ntwo\nthree\n", (4, 8, "")) == [Change(2, "-", "two")]
    assert _changes("one", (3, 3, "\n}")) == [Change(2, "+", "}")]


def test_lines_far_apart_are_not_joined() -> None:
    found = _changes("a\nb\nc\nd\n", (0, 1, "A\nA"), (6, 7, "D"))
    assert found == [
        Change(1, "-", "a"), Change(1, "+", "A"), Change(2, "+", "A"), Change(4, "-", "d"), Change(5, "+", "D"),
    ]  # fmt: skip


def test_what_is_too_much_to_show() -> None:
    assert len(_changes("x\n" * 50, (0, 100, "y\n" * 50))) == patch.MOST
    assert _changes("x" * (patch.LARGEST + 1), (0, 1, "y")) == []
    fix = Fix("mend", (Edit(Span(0, 1, "a.bp"), ""), Edit(Span(0, 1, "b.bp"), "")))
    assert changes(fix, {"a.bp": Source("x"), "b.bp": Source("x")}) == []
    assert changes(fix, {}) == changes(Fix("nothing", ()), {}) == []


_TEXTS = st.text("ab{}\n", max_size=30)


@given(_TEXTS, st.lists(st.tuples(st.integers(0, 30), st.integers(0, 4), _TEXTS), max_size=3))
def test_the_lines_shown_make_the_new_text_out_of_the_old(text: str, given_edits: list[tuple[int, int, str]]) -> None:
    edits = [(min(at, len(text)), min(at + long, len(text)), new) for at, long, new in given_edits]
    apart: list[tuple[int, int, str]] = []
    for edit in sorted(edits):
        if not apart or edit[0] > apart[-1][1]:
            apart.append(edit)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(patch, "MOST", 1000)
        found = _changes(text, *apart)
    taken = {each.number for each in found if each.sign == "-"}
    old = text.split("\n")
    assert all(old[each.number - 1] == each.text for each in found if each.sign == "-")
    lines = [line for number, line in enumerate(old, 1) if number not in taken]
    for each in found:
        if each.sign == "+":
            lines.insert(each.number - 1, each.text)
    new = apply(text, [Fix("mend", tuple(Edit(Span(start, end), new) for start, end, new in apart))])
    assert "\n".join(lines).rstrip("\n") == new.rstrip("\n")
