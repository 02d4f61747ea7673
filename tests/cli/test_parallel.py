"""Many files in parallel: the same is printed, whatever happens to a process nothing hangs, and counting is quiet."""

from __future__ import annotations

import io
import multiprocessing
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import monotonic, sleep

import pytest

from blueprint.cli import many, progress, workers
from blueprint.cli.checked import Checked, Job
from blueprint.diagnostics import Refusal
from blueprint.rules import Settings
from tests.cli.conftest import BROKEN, SMALL, Run
from tests.house.places import ROOT

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")


@pytest.fixture
def folder(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of forty files, every third with findings, of a library that two use and of an odd one; any number of
    files is now enough for several processes."""
    monkeypatch.setattr(many, "ENOUGH", 0)
    where = tmp_path / "all"
    where.mkdir()
    for number in range(40):
        text = (BROKEN if number % 3 == 0 else SMALL).replace("Coffee kiosk", f"Kiosk {number}")
        (where / f"k{number:02}.bp").write_text(text + ('use "zz.bp"\n' if number < 2 else ""), "utf-8")
    (where / "zz.bp").write_text("library zz\nrole a { staf 1 }\n", "utf-8")
    (where / "latin.bp").write_bytes('blueprint "Café"'.encode("latin-1"))
    return where


@pytest.mark.parametrize("form", ["full", "json", "sarif"])
@pytest.mark.parametrize("more", [[], ["--no-cache"], ["--write-baseline"]])
def test_the_same_is_printed_by_one_and_by_several(run: Run, folder: Path, form: str, more: list[str]) -> None:
    arguments = ["check", "all", "gone.bp", "--output-format", form, "--preset", "strict"]
    one = run(*arguments, "--no-cache", *more, "--workers", "1")
    several = run(*arguments, *more, "--workers", "3")
    assert one.exit_code == 2
    assert (several.stdout_bytes, several.stderr_bytes) == (one.stdout_bytes, one.stderr_bytes)


def _jobs(folder: Path) -> list[Job]:
    return [Job(os.path.join("all", name), Settings()) for name in sorted(os.listdir(folder))]


@pytest.mark.parametrize("method", multiprocessing.get_all_start_methods())
def test_processes_begin_in_every_way(folder: Path, monkeypatch: pytest.MonkeyPatch, method: str) -> None:
    monkeypatch.setattr(workers, "_method", lambda: method)
    jobs = _jobs(folder)
    results = list(workers.in_order(jobs, 2, keep=True))
    assert [result.path for result in results] == [job.path for job in jobs]
    assert sum(bool(result.refused) for result in results) == 1
    assert all(result.sources for result in results if result.findings)
    assert multiprocessing.active_children() == []


def test_what_takes_longer_at_the_front_stays_in_front(folder: Path) -> None:
    (folder / "k00.bp").write_text(SMALL + 'role x "X"\n' * 3000, "utf-8")
    assert [result.path for result in workers.in_order(_jobs(folder), 2)] == [job.path for job in _jobs(folder)]


def _dies(part: workers.Part) -> list[Checked]:
    if any("k39" in path for path, *_ in part):
        os._exit(9)
    return _several(part)


_several = workers._several


@posix
def test_a_process_that_is_ended_is_told(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_several", _dies)
    with pytest.raises(Refusal, match="ended from outside"):
        list(workers.in_order(_jobs(folder), 2))
    result = run("check", "all", "--workers", "2")
    assert result.exit_code == 2
    assert result.stderr.count("`--workers 1`") == 1
    _none_left()


def test_a_system_that_shares_nothing_checks_all_the_same(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(*_: object) -> None:
        raise OSError(38, "Function not implemented")

    monkeypatch.setattr(workers, "ProcessPoolExecutor", nothing)
    assert len(list(workers.in_order(_jobs(folder), 2))) == 42


def test_who_stops_listening_leaves_no_process(folder: Path) -> None:
    results = workers.in_order(_jobs(folder), 2)
    next(results)
    results.close()
    _none_left()


def _none_left() -> None:
    until = monotonic() + 20
    while multiprocessing.active_children() and monotonic() < until:
        sleep(0.01)
    assert multiprocessing.active_children() == []


SLOW = """
import sys
from time import sleep
from blueprint.cli import checked, many, main
from blueprint.cli import workers
many.ENOUGH = 0
once = workers.check
def slow(job, **more):
    open("begun", "w").close()
    sleep(30)
    return once(job, **more)
workers.check = slow
sys.argv = ["blueprint", "check", "all", "--workers", "2"]
main()
"""


WHOLE = """
import sys
from blueprint.cli import main, many, workers
many.ENOUGH = 0
workers._method = lambda: METHOD
if __name__ == "__main__":
    sys.argv = ["blueprint", "check", "all", "--workers", "2", "--output-format", "concise"]
    main()
"""


@pytest.mark.parametrize("method", multiprocessing.get_all_start_methods())
def test_a_whole_command_ends_without_a_word_of_its_processes(run: Run, folder: Path, method: str) -> None:
    """As a program that is started: its main module is read again where processes begin from nothing."""
    one = run("check", "all", "--workers", "1", "--output-format", "concise")
    (folder.parent / "whole.py").write_text(WHOLE.replace("METHOD", repr(method)), "utf-8")
    done = subprocess.run(
        [sys.executable, "whole.py"], cwd=folder.parent, env={**os.environ, "PYTHONPATH": os.fspath(ROOT)},
        capture_output=True, text=True, encoding="utf-8", timeout=120, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (2, one.stdout, one.stderr)


@posix
@pytest.mark.skipif("fork" not in multiprocessing.get_all_start_methods(), reason="the slow check is not inherited")
def test_ctrl_c_ends_all_with_a_word(folder: Path) -> None:
    command = [sys.executable, "-c", SLOW]
    environment = {**os.environ, "PYTHONPATH": os.fspath(ROOT)}
    with subprocess.Popen(
        command, cwd=folder.parent, env=environment, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        while not (folder.parent / "begun").exists() and process.poll() is None:
            sleep(0.01)
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to all processes of the command
        said = process.communicate(timeout=60)[1]
    assert (process.returncode, said) == (130, "\nStopped.\n")
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)


def test_a_small_lot_starts_no_process(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "blueprint.cli.workers", None)
    assert run("check", "kiosk.bp", "broken.bp", "--workers", "4").exit_code == 1


def test_the_number_of_processes_is_asked_for_in_a_sentence(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("check", "kiosk.bp", "--workers", "0").exit_code == 2
    monkeypatch.setenv("BLUEPRINT_WORKERS", "many")
    result = run("check", "kiosk.bp")
    assert result.exit_code == 2
    assert "BLUEPRINT_WORKERS" in result.output
    assert "Traceback" not in result.output


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def _slowly(number: int, clock: list[float]) -> Iterator[int]:
    for each in range(number):
        clock[0] += 0.4
        yield each


@pytest.mark.parametrize(("terminal", "number", "expected"), [
    (True, 5, "\r[3/5] \r[4/5] \r[5/5] \r      \r"),
    (True, 2, ""),
    (True, 1, ""),
    (False, 5, ""),
])  # fmt: skip
def test_a_terminal_is_told_how_far_it_is(
    monkeypatch: pytest.MonkeyPatch, terminal: bool, number: int, expected: str
) -> None:
    clock = [0.0]
    stream = _Terminal() if terminal else io.StringIO()
    monkeypatch.setattr(progress, "monotonic", lambda: clock[0])
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("TERM", "dumb")
    assert list(progress.counted(_slowly(number, clock), number)) == list(range(number))
    assert stream.getvalue().replace("\x1b[2m", "").replace("\x1b[0m", "") == expected
