"""Many files in parallel: other processes check, this one takes the results in the order of the files."""

from __future__ import annotations

import multiprocessing
import signal
import sys
import threading
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager

from blueprint.cli.checked import Checked, Job, check
from blueprint.diagnostics import Refusal
from blueprint.records import replace
from blueprint.rules.settings import Settings

TOGETHER = 8  # files that are handed to a process at once
_MOST = 61  # processes Windows can wait for

Part = list[tuple[str, int, bool]]  # path, number of its settings, whether a baseline will ask


def in_order(jobs: Sequence[Job], number: int, *, keep: bool = False) -> Generator[Checked]:
    """The results of the jobs in their order, each file read and checked by one of a `number` of processes. Raises
    `Refusal` when one of them is ended from outside."""
    try:
        pool = _Pool(jobs, min(number, _MOST), keep)
    except (OSError, ImportError, NotImplementedError):  # a system without what processes share
        yield from (check(job, keep=keep) for job in jobs)
        return
    with pool.open() as results:
        yield from results


def _method() -> str | None:
    """How processes begin: as a copy of this one where that is safe, since it costs next to nothing."""
    return "fork" if sys.platform == "linux" and threading.active_count() == 1 else None


class _Pool:
    """Processes that have all jobs before them. Raises OSError when they cannot be started."""

    def __init__(self, jobs: Sequence[Job], number: int, keep: bool) -> None:
        settings = {id(job.settings): job.settings for job in jobs}
        table = [_plain(each) for each in settings.values()]
        at = {each: place for place, each in enumerate(settings)}
        self._others = set(multiprocessing.active_children())
        self._executor = ProcessPoolExecutor(number, multiprocessing.get_context(_method()), _begin, (table, keep))
        self._parts: list[Future[list[Checked]]] = []
        rows = [(job.path, at[id(job.settings)], job.owned) for job in jobs]
        try:
            with _uninterrupted():  # no process begins in which Ctrl-C would print where it was
                for start in range(0, len(rows), TOGETHER):
                    self._parts.append(self._executor.submit(_several, rows[start : start + TOGETHER]))
        except BaseException:
            self._end()
            raise

    @contextmanager
    def open(self) -> Iterator[Iterator[Checked]]:
        """The results in order; afterwards no process is left, whatever happened."""
        try:
            yield self._results()
        finally:
            self._end()

    def _results(self) -> Iterator[Checked]:
        try:
            for part in self._parts:
                yield from part.result()
        except BrokenProcessPool:
            raise Refusal(
                "A process that was checking files was ended from outside, perhaps for want of memory, so not all "
                "files were checked. `--workers 1` checks them one after the other, in one process."
            ) from None

    def _end(self) -> None:
        """End the processes without waiting for what they are at, unless they are at nothing."""
        if not all(part.done() for part in self._parts):
            for each in set(multiprocessing.active_children()) - self._others:
                each.terminate()
        # To wait is safe, for nothing runs any more; not to leads to a race with the end of the interpreter.
        self._executor.shutdown(cancel_futures=True)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Put Ctrl-C off, here until this is over, and in processes that begin meanwhile for good."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _plain(settings: Settings) -> Settings:
    """The settings as another process can be sent them."""
    return replace(settings, severities=dict(settings.severities), options=dict(settings.options))


# ---------------------------------------------------------------------- in the other process

_SETTINGS: list[Settings] = []
_KEEP = False


def _begin(settings: list[Settings], keep: bool) -> None:
    global _KEEP
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that waits for this one ends it
    _SETTINGS[:], _KEEP = settings, keep


def _several(part: Part) -> list[Checked]:
    return [check(Job(path, _SETTINGS[number], "", owned), keep=_KEEP) for path, number, owned in part]
