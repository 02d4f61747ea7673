"""What is loaded when: start-up time is what the lists below say, not what happens to be imported somewhere."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from blueprint.rules import MODULES
from tests.house.places import ROOT

HEAVY = ("networkx", "graphviz", "graphviz_pure", "pathspec", "fontTools", "brotli", "resvg_py", "typst", "pygments")
STANDARD = ("asyncio", "logging", "inspect", "importlib.metadata", "unittest", "email", "http", "xml", "sqlite3")
# Up to half a start of Python each, and of no use to who reads one file.
UNUSED = ("pathlib", "tempfile", "shutil", "urllib", "ipaddress", "dataclasses", "difflib")
HOTEL = str(ROOT / "examples" / "hotel.bp")

_RUN = """
import sys
arguments = sys.argv[1:]
if arguments:
    sys.argv = ["blueprint", *arguments]
    from blueprint.cli import main
    try:
        main()
    except SystemExit:
        pass
else:
    import blueprint
sys.stderr.write("\\n" + " ".join(sys.modules))
"""


def _loaded(*arguments: str) -> set[str]:
    """The modules in memory after `import blueprint`, or after the command with these arguments."""
    command = [sys.executable, "-S", "-c", _RUN, *arguments]
    # -S: an environment's own start-up files may import anything; packages are found by PYTHONPATH instead.
    path = ":".join([str(ROOT), *(entry for entry in sys.path if entry.endswith("site-packages"))])
    done = subprocess.run(command, capture_output=True, text=True, env={"PYTHONPATH": path}, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr
    return set(done.stderr.splitlines()[-1].split())


def _among(loaded: set[str], names: tuple[str, ...]) -> list[str]:
    return [name for name in names if name in loaded]


def test_importing_loads_nothing_of_others() -> None:
    assert _among(_loaded(), (*HEAVY, *STANDARD, "lark", "click", "pathlib", "json")) == []


@pytest.mark.parametrize(
    "arguments",
    [("--help",), ("--version",), *((name, "--help") for name in ("check", "render", "format", "lsp"))],
)
def test_help_loads_click_alone(arguments: tuple[str, ...]) -> None:
    assert _among(_loaded(*arguments), (*HEAVY, "lark")) == []


def test_a_clean_check_loads_no_package_that_draws() -> None:
    loaded = _loaded("check", HOTEL)
    assert _among(loaded, (*HEAVY, *UNUSED, "lark", "asyncio", "logging", "unittest", "sqlite3")) == []


def test_one_file_pays_nothing_for_many() -> None:
    loaded = _loaded("check", HOTEL)
    many = ("blueprint.cli.many", "blueprint.cli.cache", "blueprint.cli.workers", "multiprocessing", "concurrent")
    assert _among(loaded, (*many, "hashlib", "json", "subprocess")) == []


def test_a_check_loads_the_rules_that_run_and_no_others() -> None:
    loaded = _loaded("check", HOTEL)
    resolved = [module for code, module in MODULES.items() if code.startswith("E1")]
    advice = [module for code, module in MODULES.items() if code.startswith("A")]
    assert "blueprint.rules.structure.dead_end_step" in loaded
    assert _among(loaded, tuple(f"blueprint.rules.{module}" for module in (*resolved, *advice))) == []


def test_drawing_an_svg_loads_only_what_it_uses(tmp_path: Path) -> None:
    loaded = _loaded("render", HOTEL, "-o", str(tmp_path / "hotel.svg"))
    assert (tmp_path / "hotel.svg").stat().st_size > 0
    unused = tuple(name for name in UNUSED if name != "difflib")  # click looks there for what `-o` could mean
    assert _among(loaded, ("networkx", "graphviz", "graphviz_pure", "resvg_py", "typst", *unused)) == []
