"""A terminal whose screen can be read and that takes keys: tmux, with a server of its own."""

from __future__ import annotations

import subprocess
from pathlib import Path
from time import monotonic, sleep
from types import TracebackType

from tests.clients.desk import Desk

_WAIT = 20.0  # seconds
_SIZE = ("-x", "150", "-y", "40")


class Screen:
    """An editor in a terminal; both end with the `with` block."""

    def __init__(self, desk: Desk, command: list[str]) -> None:
        self.desk, self.command, self.socket = desk, command, desk.home / "tmux"

    def __enter__(self) -> Screen:
        self._tmux("-f", "/dev/null", "new-session", "-d", *_SIZE, "-s", "it", *self.command)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._tmux("kill-server")

    def keys(self, *keys: str) -> None:
        """Press keys by their names in tmux, such as `Enter`, one after another."""
        self._tmux("send-keys", "-t", "it", *keys)

    def typed(self, text: str) -> None:
        self._tmux("send-keys", "-t", "it", "-l", text)

    def shown(self, colours: bool = False) -> str:
        """What is on the screen, with the signs that change colours if they are wanted."""
        return self._tmux("capture-pane", "-p", *(["-e"] if colours else []), "-t", "it")

    def wait(self, text: str, gone: bool = False) -> str:
        """What is shown once a text is on the screen, or no longer is. Raises AssertionError with the screen."""
        due = monotonic() + _WAIT
        while (text in (shown := self.shown())) is gone:
            assert monotonic() < due, f"{text!r} is {'still' if gone else 'not'} there:\n{shown}"
            sleep(0.05)
        return shown

    def _tmux(self, *arguments: str) -> str:
        done = subprocess.run(
            ["tmux", "-u", "-S", str(self.socket), *arguments], cwd=self.desk.work, env=self.desk.environment,
            capture_output=True, encoding="utf-8", timeout=20, check=False,
        )  # fmt: skip
        return done.stdout


def written(path: Path, wanted: str) -> str:
    """What a file holds, once it holds what is wanted or a while has passed."""
    due = monotonic() + _WAIT
    while (text := path.read_bytes().decode("utf-8")) != wanted and monotonic() < due:
        sleep(0.05)
    return text
