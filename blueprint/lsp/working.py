"""The threads that work while the loop listens: for checks, which may be long, for what a person waits for, and for
pictures."""

from __future__ import annotations

import asyncio
import gc
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")
_SWITCH = 0.001  # seconds; a keystroke that waits for a check to let go of the interpreter waits no longer


class Workers:
    """One thread each, so that work of a kind is done in the order it was asked for."""

    def __init__(self) -> None:
        sys.setswitchinterval(_SWITCH)
        # What is worked out here has hardly any cycles; looking for them in a large text costs as much as reading it.
        gc.set_threshold(200_000, 20, 50)
        self.checks = ThreadPoolExecutor(1, "check")
        self.syntax = ThreadPoolExecutor(1, "syntax")
        self._answers = ThreadPoolExecutor(1, "answer")
        self._pictures = ThreadPoolExecutor(1, "picture")

    async def answer(self, work: Callable[[], T]) -> T:
        """Do this in the thread for requests. It cannot be interrupted once begun."""
        return await asyncio.get_running_loop().run_in_executor(self._answers, work)

    async def drawn(self, work: Callable[[], T]) -> T:
        """The same for pictures, which take long and wait for each other."""
        return await asyncio.get_running_loop().run_in_executor(self._pictures, work)

    def stop(self) -> None:
        """Take on nothing more; what has begun is finished."""
        for each in (self.checks, self.syntax, self._answers, self._pictures):
            each.shutdown(wait=False, cancel_futures=True)
