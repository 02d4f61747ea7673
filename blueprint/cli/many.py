"""Several files: what has not changed since the last check is taken from there, the rest checked in parallel."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing, suppress
from stat import S_ISREG

from blueprint.cli.cache import Cache, folder
from blueprint.cli.checked import Checked, Job, check
from blueprint.cli.progress import counted

# Bytes of blueprints that are worth the start of other processes, which on Linux are copies of this one.
ENOUGH = 256 * 1024 if sys.platform == "linux" else 1024 * 1024


def results(jobs: Sequence[Job], *, cached: bool = True, workers: int = 0) -> Iterator[Checked]:
    """The results of the jobs in their order. Without `cached` nothing is taken from an earlier check, and nothing
    kept for a later one."""
    return counted(_results(jobs, _opened() if cached else None, workers), len(jobs))


def _opened() -> Cache | None:
    with suppress(OSError):  # the current folder is gone
        if where := folder():
            return Cache(where)
    return None


def _results(jobs: Sequence[Job], cache: Cache | None, workers: int) -> Iterator[Checked]:
    kept = [cache.get(job) if cache else None for job in jobs]
    left = [job for job, result in zip(jobs, kept, strict=True) if result is None]
    try:
        with closing(_checked(left, workers, keep=cache is not None)) as fresh:
            for job, known in zip(jobs, kept, strict=True):
                result = known or next(fresh)
                if cache and not known:
                    cache.put(job, result)
                yield result
    finally:
        if cache:
            cache.close()


def _checked(jobs: Sequence[Job], workers: int, *, keep: bool) -> Generator[Checked]:
    sizes = [_size(job.path) for job in jobs]
    shared = [job for job, size in zip(jobs, sizes, strict=True) if size >= 0]
    number = min(workers or _processors(), len(shared))
    if number < 2 or sum(size for size in sizes if size > 0) < ENOUGH:
        yield from (check(job, keep=keep) for job in jobs)
        return
    from blueprint.cli.workers import in_order  # an import as long as the check of several files

    with closing(in_order(shared, number, keep=keep)) as results:
        for job, size in zip(jobs, sizes, strict=True):
            yield next(results) if size >= 0 else check(job, keep=keep)


def _size(path: str) -> int:
    """The bytes of a file; -1 for no file, and for what only this process can read, such as a pipe it was handed."""
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return -1
    return status.st_size if path != "-" and S_ISREG(status.st_mode) else -1


def _processors() -> int:
    """How many this process may run on."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
