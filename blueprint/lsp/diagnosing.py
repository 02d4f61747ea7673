"""When to check, and what to tell: a pause after the last keystroke, then one check, then one report.

The clock and the protocol are somebody else's: `Diagnoser` is given a loop, a thread to work in, and a function that
publishes. A check that a later keystroke has overtaken stops between two of its stages and is not told.
"""

from __future__ import annotations

import asyncio
import weakref
from collections.abc import Callable, Iterable
from concurrent.futures import Executor
from time import perf_counter

from blueprint.diagnostics import Diagnostic
from blueprint.lsp.document import Analysed, Overtaken, Project
from blueprint.lsp.places import is_foreign, real
from blueprint.syntax.again import Mover, difference

DELAY = 0.05  # seconds without a keystroke before a check
_SYNTAX = "E0"
SLOW = 0.03  # seconds; a text whose check takes longer is told of its syntax before the rest
LATER = 0.15  # seconds; the most that such a check waits for another key
STAGES = ("parsed", "resolved", "foreign", "flow", "findings")
Publish = Callable[[str, list[Diagnostic], Analysed | None], None]  # file, findings in it, its open text


class Board:
    """What is known to be wrong, by file, whichever open text it was found from."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self._found: dict[str, tuple[Analysed, dict[str, list[Diagnostic]]]] = {}  # by the checked text's real path

    def put(self, analysed: Analysed) -> list[str]:
        """Take what a check found; the files of which something else is known now, by real path."""
        by_file: dict[str, list[Diagnostic]] = {real(analysed.path): []}
        for each in analysed.findings:
            by_file.setdefault(real(each.span.file), []).append(each)
        before = self._found.get(real(analysed.path))
        self._found[real(analysed.path)] = analysed, by_file
        return list(dict.fromkeys([*by_file, *(before[1] if before else ())]))

    def drop(self, key: str) -> list[str]:
        """A text is no longer open; the files of which less is known now."""
        before = self._found.pop(key, None)
        return list(before[1]) if before else [key]

    def at(self, key: str) -> list[Diagnostic] | None:
        """What is wrong in a file, each finding once, by place: editors have an order of their own, and a key for the
        next problem down the text. None while the newest version of the file is not checked yet."""
        opened = self.project.open.get(key)
        own = self._found.get(key)
        if opened is not None and (own is None or own[0] is not opened):
            return None
        found: dict[Diagnostic, None] = dict.fromkeys(own[1].get(key, ())) if own else {}
        for other, (analysed, by_file) in self._found.items():
            if other != key and self.project.open.get(other) is analysed:
                found.update(dict.fromkeys(by_file.get(key, ())))
        return sorted(found, key=lambda each: (each.span.start, each.span.end, each.code))

    def soon(self, analysed: Analysed) -> list[Diagnostic]:
        """What is wrong in a text of which only the tree is known yet: its syntax, and besides what was found in the
        last version that was checked, at the places where that stands now. A finding in whose range something was
        written since is left out: it may be mended."""
        key = real(analysed.path)
        own = self._found.get(key)
        if own is None:
            return list(analysed.parsed.diagnostics)
        change = difference(own[0].text, analysed.text)
        move = Mover(analysed.path, change.end, change.delta).move
        kept = [
            move(each)
            for each in own[1].get(key, ())
            if not each.code.startswith(_SYNTAX) and (each.span.end < change.start or change.end < each.span.start)
        ]
        return sorted(
            [*analysed.parsed.diagnostics, *kept], key=lambda each: (each.span.start, each.span.end, each.code)
        )


def analyse(analysed: Analysed, alive: Callable[[], bool], stages: Iterable[str] = STAGES) -> bool:
    """Work out what a report needs, stage by stage; false when it was overtaken."""
    start = perf_counter()

    def between() -> None:
        if not alive():
            raise Overtaken

    analysed.between = between
    try:
        for stage in stages:
            between()
            getattr(analysed, stage)
    except Overtaken:
        return False
    analysed.cost = perf_counter() - start
    return alive()


class Diagnoser:
    """Checks open texts after a pause, in a thread, and publishes what is found. Where reports are `pulled`, it does so
    only for files that nobody pulls, those that are not open.

    A text whose check takes long is told of in two steps: at once its syntax, read in a thread that no check holds up,
    with all else as it was found last; and what the check finds, if that is anything else.
    """

    def __init__(self, project: Project, worker: Executor, quick: Executor, publish: Publish) -> None:
        self.project, self.worker, self.quick, self.publish = project, worker, quick, publish
        self.delay, self.pulled = DELAY, False
        self.checked: Callable[[], None] = lambda: None  # called after each check, whether or not there is news
        self.board = Board(project)
        self._timers: dict[str, asyncio.TimerHandle] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._shown: dict[str, tuple[int | None, list[Diagnostic]]] = {}  # by file, as told last

    @property
    def busy(self) -> bool:
        """Whether a check is waited for or under way."""
        return bool(self._timers or self._tasks)

    def touch(self, texts: Iterable[Analysed], delay: float | None = None) -> None:
        """Check these again once no key has been pressed for a while."""
        if self.pulled:
            self._tell(key for each in texts if (key := real(each.path)) in self._shown)
            return
        loop = asyncio.get_running_loop()
        for each in texts:
            key = real(each.path)
            if is_foreign(each.path):
                continue
            if key in self._timers:
                self._timers.pop(key).cancel()
            self._timers[key] = loop.call_later(self.delay if delay is None else delay, self._start, key)

    def closed(self, key: str) -> None:
        """Take back what was told of a text that is not open any more, and of others because of it."""
        if key in self._timers:
            self._timers.pop(key).cancel()
        self._tell(dict.fromkeys([*self.board.drop(key), key]))

    async def check(self, key: str) -> Analysed | None:
        """The newest version of a text, checked; None when it was closed. Waits until no newer one comes."""
        loop = asyncio.get_running_loop()
        while (analysed := self.project.open.get(key)) is not None:
            if await loop.run_in_executor(self.worker, analyse, analysed, self._alive(key, analysed)):
                self._tell(self.board.put(analysed))
                self.checked()
                return analysed
        return None

    def _alive(self, key: str, analysed: Analysed) -> Callable[[], bool]:
        version = weakref.ref(analysed)  # which keeps this: a version that is past is to be freed at once
        return lambda: self.project.open.get(key) is version()

    def _start(self, key: str) -> None:
        self._timers.pop(key, None)
        task = asyncio.get_running_loop().create_task(self._work(key))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _work(self, key: str) -> None:
        analysed = self.project.open.get(key)
        if analysed is None:
            return
        loop, alive = asyncio.get_running_loop(), self._alive(key, analysed)
        if analysed.cost > SLOW:
            cost = analysed.cost
            if not await loop.run_in_executor(self.quick, analyse, analysed, alive, STAGES[:1]):
                return
            analysed.cost = cost
            self._push(key, self.board.soon(analysed), analysed)
            # While somebody goes on typing, a check would only hold up what is told next.
            await asyncio.sleep(min(LATER, cost / 2))
        if await loop.run_in_executor(self.worker, analyse, analysed, alive):
            self._tell(self.board.put(analysed))
            self.checked()

    def _tell(self, keys: Iterable[str]) -> None:
        for key in list(keys):
            opened = self.project.open.get(key)
            if self.pulled and opened is not None:
                if key in self._shown:  # from now on it is pulled
                    self._push(key, [], None)
                continue
            found = self.board.at(key)
            if found is None:  # it is being checked itself, and told of then
                continue
            if found or key in self._shown or (opened is not None and not opened.foreign):
                self._push(key, found, opened)

    def _push(self, key: str, found: list[Diagnostic], opened: Analysed | None) -> None:
        """Tell, unless it is what was told last."""
        shown = opened.version if opened is not None else None, found
        if self._shown.get(key) != shown:
            self.publish(key, found, opened)
        self._shown[key] = shown
        if not found and opened is None:
            del self._shown[key]
