"""`blueprint preview` as a command."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.places import ROOT
from tests.preview.running import COMMAND, SECONDS, Running


def _run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *arguments], capture_output=True, text=True, timeout=SECONDS, check=False, cwd=ROOT
    )


def test_ctrl_c_ends_it_cleanly_with_pages_open(project: Path) -> None:
    with Running(project / "stay.bp") as preview, preview.page() as page:
        page.drawn()
        errors = preview.end()
        assert preview.process.returncode == 0
        assert errors.splitlines() == ["Ctrl-C ends it.", "", "The preview has ended."]
        with pytest.raises(OSError):  # noqa: PT011
            preview.ask()


def test_a_port_can_be_chosen_and_may_be_taken(project: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        done = _run(str(project / "stay.bp"), "--no-open", "--port", str(port))
        assert done.returncode == 2
        assert f"Port {port} cannot be used" in done.stderr
    with Running(project / "stay.bp", "--port", str(port)) as preview:
        assert preview.port == port


@pytest.mark.parametrize(
    ("file", "sentence"),
    [("nowhere.bp", "There is no file"), ("-", "standard input cannot be watched"), ("examples", "is a folder")],
)
def test_what_cannot_be_shown_is_refused(file: str, sentence: str) -> None:
    done = _run(file)
    assert done.returncode == 2
    assert sentence in done.stderr


def test_without_its_packages_it_says_how_to_get_them() -> None:
    code = """
import sys
sys.modules["uvicorn"] = None
sys.argv = ["blueprint", "preview", "examples/hotel.bp"]
from blueprint.cli import main
main()
"""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=SECONDS, check=False, cwd=ROOT
    )
    assert done.returncode == 2
    assert 'pip install "service-blueprint[preview]"' in done.stderr


def test_no_other_command_loads_them() -> None:
    code = "import sys; from blueprint.cli import main\ntry: main()\nfinally: print(*sys.modules, file=sys.stderr)"
    for arguments in (["--help"], ["preview", "--help"], ["check", "examples/hotel.bp"], ["lsp", "--help"]):
        done = subprocess.run(
            [sys.executable, "-c", code, *arguments], capture_output=True, text=True, timeout=SECONDS, check=False,
            cwd=ROOT,
        )  # fmt: skip
        loaded = set(done.stderr.split())
        assert not loaded & {"starlette", "uvicorn", "watchfiles", "websockets", "anyio", "pygls"}, arguments
