"""When is told what: one report after a pause, the syntax of a long text first, and nothing that was overtaken."""

from __future__ import annotations

import asyncio
import gc
import weakref
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from blueprint.diagnostics import Diagnostic
from blueprint.lsp import diagnosing
from blueprint.lsp.diagnosing import Diagnoser, analyse
from blueprint.lsp.document import Analysed, Project

URI = "untitled:shop"
TEXT = """\
blueprint shop "Shop"
role clerk "Clerk"
phase interaction {
  step greet "Greet" { customer "Enters"; frontstage "Says hello" by clerk }
  step pay "Pay" { customer "Pays"; frontstage "Takes the money" by clark }
}
"""
Told = list[tuple[int | None, list[tuple[str, str]]]]  # version; rule and underlined text of each error
LIMIT = 30.0


class Watched:
    """A project whose reports are written down."""

    def __init__(self, worker: ThreadPoolExecutor) -> None:
        self.project, self.told = Project(), Told()
        self.diagnoser = Diagnoser(self.project, worker, worker, self.publish)
        self.diagnoser.delay = 0.01

    def publish(self, key: str, found: list[Diagnostic], opened: Analysed | None) -> None:
        assert opened is not None
        shown = [(each.name, opened.source.slice(each.span)) for each in found if each.severity == "error"]
        self.told.append((opened.version, shown))

    def write(self, text: str, version: int) -> None:
        self.project.put(URI, text, version)
        self.diagnoser.touch([self.project.open[URI]])

    async def until(self, told: Callable[[], bool]) -> None:
        async with asyncio.timeout(LIMIT):
            while not told():
                await asyncio.sleep(0.01)

    async def settled(self) -> None:
        """Until nothing is under way."""
        await self.until(lambda: not self.diagnoser.busy)


@pytest.fixture
def worker() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(1) as made:
        yield made


@pytest.mark.asyncio
async def test_keys_without_a_pause_are_told_of_once(worker: ThreadPoolExecutor) -> None:
    watched = Watched(worker)
    for version in range(1, 31):
        watched.write(TEXT.replace("Shop", "Shop" + "x" * version), version)
    await watched.settled()
    assert watched.told == [(30, [("unknown-reference", "clark")])]


@pytest.mark.asyncio
async def test_of_a_slow_text_the_syntax_is_told_first(
    worker: ThreadPoolExecutor, monkeypatch: pytest.MonkeyPatch
) -> None:
    watched = Watched(worker)
    watched.write(TEXT, 1)
    await watched.settled()
    monkeypatch.setattr(diagnosing, "SLOW", 0.0)
    watched.told.clear()
    # What was found before is told at its new place, and the name that is mended only after a check.
    watched.write(TEXT.replace("Enters", "Comes in").replace("clark", "clerk").replace('"Pays"', '"Pays'), 2)
    await watched.settled()
    first, last = watched.told
    assert [name for name, _ in first[1]] == ["unclosed-text"]
    assert last[0] == first[0] == 2
    watched.told.clear()
    watched.write("# A shop\n" + TEXT, 3)
    await watched.settled()
    watched.told.clear()
    watched.write("# A shop at a corner\n" + TEXT, 4)
    await watched.settled()
    assert watched.told == [(4, [("unknown-reference", "clark")])], "what the check finds was told already"


@pytest.mark.asyncio
async def test_what_is_mended_is_not_told_again_before_the_check(
    worker: ThreadPoolExecutor, monkeypatch: pytest.MonkeyPatch
) -> None:
    watched = Watched(worker)
    watched.write(TEXT, 1)
    await watched.settled()
    monkeypatch.setattr(diagnosing, "SLOW", 0.0)
    watched.told.clear()
    watched.write(TEXT.replace("clark", "clerk"), 2)
    await watched.settled()
    assert watched.told[0] == watched.told[-1] == (2, [])


@pytest.mark.asyncio
async def test_a_text_that_is_closed_is_taken_back(worker: ThreadPoolExecutor) -> None:
    project, told = Project(), []
    diagnoser = Diagnoser(project, worker, worker, lambda key, found, opened: told.append(len(found)))
    diagnoser.delay = 0.0
    project.put(URI, TEXT, 1)
    diagnoser.touch(project.open.values())
    async with asyncio.timeout(LIMIT):
        while not told:
            await asyncio.sleep(0.01)
    project.close(URI)
    diagnoser.closed(URI)
    assert told[0] > 0
    assert told[-1] == 0


def test_a_check_that_was_overtaken_ends_between_two_rules() -> None:
    project = Project()
    analysed = project.put(URI, TEXT, 1)
    asked: list[None] = []

    def alive() -> bool:
        asked.append(None)
        return len(asked) < 10

    assert not analyse(analysed, alive)
    assert "flow" in analysed.__dict__
    assert "findings" not in analysed.__dict__
    assert analyse(analysed, lambda: True)
    assert "unknown-reference" in [each.name for each in analysed.findings]


@pytest.mark.asyncio
async def test_a_version_that_is_past_is_freed_at_once(worker: ThreadPoolExecutor) -> None:
    """The collector of cycles runs too rarely for texts of ten thousand lines, of which each version is megabytes."""
    watched = Watched(worker)
    gc.collect()
    gc.disable()
    try:
        past = []
        for version in range(1, 4):
            watched.write(TEXT + f"# {version}\n", version)
            await watched.settled()
            newest = watched.project.open[URI]
            assert newest.figures is not None
            past += [weakref.ref(each) for each in (newest, newest.document, newest.flow)]
            del newest
        assert [each() is None for each in past] == [True] * 6 + [False] * 3
    finally:
        gc.enable()
