"""Repairs of whole files, every rule on: they come to an end, lose no comment, and the safe ones add no finding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

import pytest

from blueprint.api import Document
from blueprint.diagnostics import Diagnostic
from blueprint.rules.manual import Example
from blueprint.rules.mend import Mended, mend
from blueprint.rules.settings import Selection, Settings
from blueprint.rules.suppress import REPORTED
from blueprint.source import Source
from blueprint.syntax import parse
from blueprint.syntax.grammar import load
from blueprint.syntax.lexemes import scan
from blueprint.workspace import Disk
from tests.house.places import EXAMPLES
from tests.rules.cases import FOLDER, ROOT, Memory, examples
from tests.whole.seeded import Trial, pairs, tried

EVERY_RULE = Settings(selections=(Selection(("all",)),), today="2026-11-21")
ABOUT_COMMENTS = {name for name, _ in REPORTED}
Check = Callable[[Source], Sequence[Diagnostic]]


def _check(source: Source) -> Sequence[Diagnostic]:
    return Document(source, files=Disk()).check(EVERY_RULE)


def _check_case(case: Example, source: Source) -> Sequence[Diagnostic]:
    return Document(source, files=Memory(dict(case.files))).check(EVERY_RULE)


def _names(found: Iterable[Diagnostic]) -> Counter[str]:
    return Counter(each.name for each in found)


def _comments(text: str) -> int:
    return sum(kind == "COMMENT" for kind, *_ in scan(load(), text))


def _repaired(source: Source, check: Check, *, unsafe: bool) -> Mended:
    """The text after all repairs; a second time there is nothing to do, and nothing was lost."""
    mended = mend(source, check, unsafe=unsafe)
    after = Source(mended.text, source.path)
    assert mend(after, check, unsafe=unsafe).text == mended.text, "it does not come to an end"
    assert len(parse(after).diagnostics) <= len(parse(source).diagnostics), "it parses worse"
    removed = sum(each.name in ABOUT_COMMENTS for each in mended.done)
    assert _comments(mended.text) >= _comments(source.text) - removed, "a comment is lost"
    return mended


@pytest.mark.parametrize("unsafe", [False, True])
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_repairs_of_examples(path: Path, unsafe: bool) -> None:
    source = Source(path.read_text("utf-8"), str(path))
    mended = _repaired(source, _check, unsafe=unsafe)
    assert unsafe or not _names(mended.left) - _names(_check(source))


@pytest.mark.parametrize("page", sorted(FOLDER.rglob("*.md")), ids=lambda page: page.stem)
def test_repairs_of_cases(page: Path) -> None:
    for case in examples(page):
        source, check = Source(case.text, str(ROOT / "main.bp")), partial(_check_case, case)
        _repaired(source, check, unsafe=True)
        mended = _repaired(source, check, unsafe=False)
        added = _names(mended.left) - _names(check(source))
        assert not added or _hid(source, check), added


def _hid(source: Source, check: Check) -> bool:
    """Whether errors kept rules from judging the text before its repair."""
    return any(each.severity == "error" for each in check(source))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_repairs_of_seeded_faults(path: Path) -> None:
    """What is found afterwards was found before, or in the example without faults, or with one of the two alone:
    an error may keep rules from judging the rest."""
    for pair in pairs(path, 5):
        trial = tried(path, pair)
        _repaired(trial.source, _check, unsafe=True)
        mended = _repaired(trial.source, _check, unsafe=False)
        assert not _names(mended.left) - _allowed(trial), [each.message for each in mended.left]


def _allowed(trial: Trial) -> Counter[str]:
    alone = [tried(trial.path, faults).source for faults in ((), *((fault,) for fault in trial.faults))]
    found = _names(_check(trial.source))
    for source in alone:
        found |= _names(_check(source))
    return found
