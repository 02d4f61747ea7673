"""A home directory for one editor: the configuration that users copy, `blueprint` on its path, a project to edit."""

from __future__ import annotations

import contextlib
import json
import os
import pty
import shlex
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from time import monotonic, sleep
from typing import Any

from blueprint.source import Source
from blueprint.syntax.format import format_text
from tests.clients.pages import commands
from tests.editors.programs import EDITORS
from tests.house.places import ROOT

Told = dict[str, Any]
_GOODBYE = 10.0  # seconds
GRAMMAR = "tree-sitter-service-blueprint"
SETTINGS = 'select = ["E"]\nline-width = 60\n'
TEAM = """\
library team "Team"
role clerk "Clerk 😀"
"""
SHOP = """\
blueprint shop "Shop 旅館 😀" {
  currency EUR
}
use "team.bp"

phase interaction {
  core sale "Sale" {
    step greet "Greet 👩🏽‍💻" {
      customer   "Enters 客 and looks at everything" takes 1min
      note "😀😀 客"; frontstage "Says hello" by clerk takes 1min
    }
    step pay "Pay" {
      customer "Pays" pays 2.00 takes 30s
      frontstage "Counts 👩🏽‍💻😀 客" by clark takes 30s
    }
  }
}
"""
MENDED = SHOP.replace("clark", "clerk")
FORMATTED = format_text(Source(MENDED, "shop.bp"), 60).text
RENAMED = FORMATTED.replace("clerk", "porter")
ANDROID = 'cc_binary {\n  name: "hello",\n}\n'


class Desk:
    """What an editor sees. Its home is `home`; the blueprints lie in `home/work`, the folder `editors` of this project
    in `home/service-blueprint`, as the pages of the manual have it.

    Every server that an editor starts leaves its number in `home/servers`.
    """

    def __init__(self, home: Path) -> None:
        self.home, self.work = home, home / "work"
        for folder in ("vim", "neovim", "emacs", GRAMMAR):
            shutil.copytree(EDITORS / folder, home / "service-blueprint" / "editors" / folder)
        self.work.mkdir()
        self.write("blueprint.toml", SETTINGS)
        self.write("team.bp", TEAM)
        self.write("shop.bp", SHOP)
        self.write("Android.bp", ANDROID)
        (home / "bin").mkdir()
        command = f"{shlex.quote(sys.executable)} -m blueprint"
        script = f'#!/bin/sh\n[ "$1" = lsp ] && echo $$ >> {shlex.quote(str(home))}/servers\nexec {command} "$@"\n'
        (home / "bin" / "blueprint").write_text(script, encoding="utf-8")
        (home / "bin" / "blueprint").chmod(0o755)

    def write(self, name: str, text: str) -> None:
        (self.work / name).write_text(text, encoding="utf-8", newline="\n")

    def read(self, name: str) -> str:
        return (self.work / name).read_bytes().decode("utf-8")

    def copy(self, configuration: str, to: str) -> None:
        """Put a configuration of `editors/` where the editor looks for it."""
        target = self.home / to
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes((EDITORS / configuration).read_bytes())

    def build_parser(self, page: str) -> None:
        """Do what a page of `docs/editors` tells to run, which builds the parser of tree-sitter."""
        command = commands(ROOT / "docs" / "editors" / page)
        subprocess.run(["sh", "-euc", command], cwd=self.home, env=self.environment, check=True, timeout=120)

    @property
    def environment(self) -> dict[str, str]:
        kept: Mapping[str, str] = {
            key: value for key, value in os.environ.items() if not key.startswith(("XDG_", "VIM"))
        }
        return {
            **kept, "HOME": str(self.home), "PATH": f"{self.home / 'bin'}{os.pathsep}{os.environ['PATH']}",
            "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "TERM": "xterm-256color", "PYTHONPATH": str(ROOT),
            "OUT": str(self.home / "told.json"),
        }  # fmt: skip

    def servers(self) -> list[int]:
        """The servers that were started and are still there."""
        started = self.home / "servers"
        numbers = [int(each) for each in started.read_text().split()] if started.exists() else []
        return [number for number in numbers if _is_a_server(number)]

    def run(self, command: list[str], seconds: float, terminal: bool = False) -> Told:
        """What the script in the editor tells at its end. The editor and its servers are ended after `seconds`; it
        has a terminal of its own if it wants one."""
        process, screen = _start(command, self, terminal)
        shown: list[bytes] = []
        reader = threading.Thread(target=_keep, args=(screen, shown), daemon=True)
        reader.start()
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            raise AssertionError(f"It took more than {seconds:g} s.\n{_text(shown)}\n{self._told()}") from None
        finally:
            _end(-process.pid)
            process.wait()
            self.left = self.remaining()
            reader.join(5)
            os.close(screen)
        told = self._told()
        assert process.returncode == 0, f"{_text(shown)}\n{told}"
        assert told.get("failed") is None, f"{told['failed']}\n{_text(shown)}\n{told}"
        return told

    def remaining(self) -> list[int]:
        """The servers that are still there a while after their editor has gone. They are ended."""
        due = monotonic() + _GOODBYE
        while (left := self.servers()) and monotonic() < due:
            sleep(0.05)
        for number in left:
            _end(number)
        return left

    def _told(self) -> Told:
        path = self.home / "told.json"
        told: Told = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {"failed": "It told nothing."}
        return told


def _start(command: list[str], desk: Desk, terminal: bool) -> tuple[subprocess.Popen[bytes], int]:
    """An editor in a process group of its own, and where what it shows can be read."""
    screen, theirs = pty.openpty() if terminal else os.pipe()
    try:
        process = subprocess.Popen(
            command, cwd=desk.work, env=desk.environment, start_new_session=True,
            stdin=theirs if terminal else subprocess.DEVNULL, stdout=theirs, stderr=theirs,
        )  # fmt: skip
    except OSError:
        os.close(screen)
        raise
    finally:
        os.close(theirs)
    return process, screen


def _keep(screen: int, shown: list[bytes]) -> None:
    """Read until the other end is closed, which a terminal tells as an error."""
    with contextlib.suppress(OSError):
        while piece := os.read(screen, 65536):
            shown.append(piece)


def _text(output: list[bytes]) -> str:
    return b"".join(output).decode("utf-8", "replace")


def _end(number: int) -> None:
    """End a process, or, by a negative number, its group. It may be gone."""
    with contextlib.suppress(ProcessLookupError):
        if number < 0:
            os.killpg(-number, signal.SIGKILL)
        else:
            os.kill(number, signal.SIGKILL)


def _is_a_server(number: int) -> bool:
    """Whether the number is still that of a server of ours: it may have been given to another process since."""
    with contextlib.suppress(OSError):
        command = Path(f"/proc/{number}/cmdline").read_bytes().split(b"\0")
        return b"blueprint" in command and b"lsp" in command
    return False
