"""Files that change on disk, as the session hears of them."""

from __future__ import annotations

import asyncio
import os

from watchfiles import awatch

from blueprint.preview.session import Session

_STEP = 10  # milliseconds without a further change before one is told of
_LONGEST = 200  # milliseconds of changes that follow each other
_AGAIN = 0.5  # seconds between two looks at which folders matter
_ENDINGS = (".bp", ".toml", ".json")


async def watch(session: Session) -> None:
    """Tell the session of every change that may matter, until cancelled. Folders that come and go are followed."""
    while True:
        folders = tuple(session.folders())
        stop = asyncio.Event()
        turn = asyncio.create_task(_until_others(session, folders, stop))
        try:
            await _watch(session, folders, stop)
        except (OSError, RuntimeError):  # a folder went between two looks
            await asyncio.sleep(_AGAIN)
        finally:
            turn.cancel()
        session.on_disk([session.path])


async def _watch(session: Session, folders: tuple[str, ...], stop: asyncio.Event) -> None:
    if not folders:
        await stop.wait()
        return
    async for changes in awatch(
        *folders, recursive=False, step=_STEP, debounce=_LONGEST, stop_event=stop, watch_filter=_matters,
        ignore_permission_denied=True, yield_on_timeout=False, rust_timeout=1000,
    ):  # fmt: skip
        session.on_disk(sorted({path for _, path in changes}))


async def _until_others(session: Session, folders: tuple[str, ...], stop: asyncio.Event) -> None:
    """Ask for a new round when other folders matter than those that are watched."""
    while tuple(session.folders()) == folders:
        await asyncio.sleep(_AGAIN)
    stop.set()


def _matters(_: object, path: str) -> bool:
    return os.path.splitext(path)[1] in _ENDINGS
