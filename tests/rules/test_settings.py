"""Which findings are shown, how severe they are, and the numbers rules compare with."""

from __future__ import annotations

import pytest

from blueprint.diagnostics import Diagnostic
from blueprint.rules import RULES, known
from blueprint.rules.base import Context, Option, rule
from blueprint.rules.settings import PRESETS, Selection, Settings, problem
from blueprint.source import Span

KNOWN = {"syntax-error": "E001", "unknown-word": "E103", "dead-end": "E230", "wait-long": "W201", "wait-told": "W202",
         "fail-none": "W301", "size": "A101"}  # fmt: skip
READING = {"syntax-error", "unknown-word"}


def _chosen(*selections: Selection, preset: str = "strict") -> set[str]:
    return set(Settings(preset, selections).chosen(KNOWN)) - READING


def test_presets() -> None:
    kinds = {KNOWN[name][0] for name in _chosen(preset="recommended")}
    assert kinds == set(PRESETS["recommended"])
    assert _chosen() == set(KNOWN) - READING


@pytest.mark.parametrize(
    ("selection", "names"),
    [
        (Selection(("W",)), {"wait-long", "wait-told", "fail-none"}),
        (Selection(("W",), ignore=("W2",)), {"fail-none"}),
        (Selection(("W", "wait-told"), ignore=("W2",)), {"wait-told", "fail-none"}),
        (Selection(("all",), ignore=("W", "A101")), {"dead-end"}),
        (Selection(("W2",), ignore=("W",)), {"wait-long", "wait-told"}),
        (Selection(("size",), ignore=("size",)), set()),
        (Selection(("size",), ("W301",)), {"size", "fail-none"}),
        (Selection(()), set()),
        (Selection(ignore=("E", "W")), {"size"}),
    ],
)
def test_the_selector_that_says_more_counts_more(selection: Selection, names: set[str]) -> None:
    assert _chosen(selection) == names


def test_a_later_place_goes_before_an_earlier_and_its_select_begins_anew() -> None:
    project = Selection(("W",), ignore=("wait-told",))
    assert _chosen(project, Selection(extend=("W2",))) == {"wait-long", "wait-told", "fail-none"}
    assert _chosen(project, Selection(("wait-told",))) == {"wait-told"}
    assert _chosen(project, Selection(ignore=("W3",))) == {"wait-long"}


def test_what_could_not_be_read_is_shown_whatever_is_selected() -> None:
    for selection in (Selection(("W",)), Selection(ignore=("all", "E", "E1", "E0"))):
        assert set(Settings("strict", (selection,)).chosen(KNOWN)) >= READING
    by_name = Selection(ignore=("unknown-word", "syntax-error"))
    assert set(Settings("strict", (by_name,)).chosen(KNOWN)) & READING == {"syntax-error"}


def test_severities_are_set_but_not_of_what_could_not_be_read() -> None:
    settings = Settings(severities={"wait-long": "error", "syntax-error": "advice"})
    waits = Diagnostic("wait-long", "W201", "warning", "", Span(0, 0))
    syntax = Diagnostic("syntax-error", "E001", "error", "", Span(0, 0))
    assert settings.weighed(waits).severity == "error"
    assert settings.weighed(syntax).severity == "error"


@pytest.mark.parametrize(
    ("glob", "matches"),
    [("b.bp", True), ("*.bp", True), ("a.bp", False), ("drafts/*.bp", True), ("drafts", True), ("drafts/", True),
     ("draft", False), ("./drafts/b.bp", True), ("other/*.bp", False)],
)  # fmt: skip
def test_files_are_matched_by_name_or_by_path_from_the_folder(glob: str, matches: bool) -> None:
    settings = Settings("strict", per_file=((glob, ("W",)),), folder="/project")
    ignored = settings.ignored("/project/drafts/b.bp", KNOWN)
    assert ignored == ({"wait-long", "wait-told", "fail-none"} if matches else set())


def test_a_selector_that_means_nothing_is_told_with_the_nearest() -> None:
    assert [problem(each, known()) for each in ("all", "E", "E1", "W9", "unreachable-step", "E241")] == [""] * 6
    assert "Did you mean `unreachable-step`?" in problem("unreachable-stp", known())
    assert "`blueprint rules`" in problem("no-such-thing-at-all", known())
    assert problem("e241", known())
    assert problem("", known())
    assert "cannot be ignored" in problem("foreign-sign", known(), ignoring=True)
    assert not problem("foreign-sign", known())


def test_an_option_is_its_default_unless_set() -> None:
    made = rule("blueprint.rules.people.role_busy", "Busy.", "W999", options=(Option("limit", 0.85, "A share."),))
    unset = Context.__new__(Context)
    object.__setattr__(unset, "options", {})
    assert unset.option(made, "limit") == 0.85
    object.__setattr__(unset, "options", {("role-busy", "limit"): 0.5, ("other", "limit"): 0.1})
    assert unset.option(made, "limit") == 0.5
    with pytest.raises(KeyError):
        unset.option(made, "limits")


def test_every_option_has_a_sentence_and_a_default_within_its_limits() -> None:
    for each in RULES:
        for option in each.options:
            assert option.least <= option.default <= option.most, each.name
            assert option.doc.endswith("."), each.name
            assert option.name != "severity", each.name
