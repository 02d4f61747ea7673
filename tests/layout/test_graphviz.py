"""The port to Graphviz: which engine, what goes wrong, and that what goes wrong is said in a sentence."""

from __future__ import annotations

import importlib.metadata
import os
import sys
from pathlib import Path

import pytest

from blueprint.layout import graphviz
from blueprint.layout.graphviz import EngineFailed, EngineMissing, FormatUnknown, draw_dot, engines, place

ONE = 'digraph { a [pos="27,18", width=0.75, height=0.5] }'
unix = pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins for Graphviz are shell scripts")


@pytest.fixture
def no_embedded(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(name: str) -> importlib.metadata.Distribution:
        raise importlib.metadata.PackageNotFoundError(name)

    monkeypatch.setattr(importlib.metadata, "distribution", absent)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is the whole PATH."""
    shell = os.pathsep.join(("/bin", "/usr/bin"))
    path = tmp_path / "bin"
    path.mkdir()
    monkeypatch.setenv("PATH", str(path))
    monkeypatch.setenv("REAL_PATH", shell)
    return path


def put_dot(folder: Path, script: str) -> None:
    file = folder / "dot"
    file.write_text(f'#!/bin/sh\nPATH="$REAL_PATH"\n{script}\n')
    file.chmod(0o755)


@pytest.mark.usefixtures("no_embedded", "folder")
def test_without_an_engine_the_message_says_how_to_get_one() -> None:
    for call in (lambda: engines(), lambda: draw_dot(ONE, "svg"), lambda: place(ONE)):
        with pytest.raises(EngineMissing, match=r"pip install .service-blueprint\[graphviz\].*packages"):
            call()


@pytest.mark.usefixtures("folder")
def test_the_embedded_engine_is_found_without_path() -> None:
    pytest.importorskip("graphviz")
    found = engines()
    assert [engine.kind for engine in found] == ["embedded"]
    assert draw_dot(ONE, "svg").startswith(b"<?xml")
    assert draw_dot(ONE, "PNG").startswith(b"\x89PNG")


@pytest.mark.usefixtures("folder")
def test_a_format_that_no_engine_knows_is_refused_with_those_it_knows() -> None:
    for suffix in ("pdf", "docx", "x11", ""):
        with pytest.raises(FormatUnknown, match=r"the embedded Graphviz writes .*svg") as caught:
            draw_dot(ONE, suffix)
        assert "x11" not in str(caught.value).partition("writes")[2]
    with pytest.raises(FormatUnknown, match="Without `--engine graphviz`, pdf is drawn too"):
        draw_dot(ONE, "pdf")


@unix
def test_the_system_engine_draws_what_the_embedded_one_cannot(folder: Path) -> None:
    put_dot(folder, "cat >/dev/null; printf '%%PDF-1.7 drawn'")
    assert [engine.kind for engine in engines()] == ["embedded", "system"]
    assert draw_dot(ONE, "pdf") == b"%PDF-1.7 drawn"
    assert draw_dot(ONE, "svg").startswith(b"<?xml")


@unix
@pytest.mark.usefixtures("no_embedded")
@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("cat >/dev/null", "nothing that is svg"),
        ("cat >/dev/null; echo hello", "nothing that is svg"),
        ("cat >/dev/null; echo '<?xml'; echo 'Error: lost an edge' >&2", "reported: Error: lost an edge"),
        ("cat >/dev/null; echo 'Error: line 1' >&2; exit 1", "could not draw this: Error: line 1"),
        ("cat >/dev/null; exit 3", "exit code 3"),
        ("kill -SEGV $$", "could not draw this"),
    ],
)
def test_an_engine_that_fails(folder: Path, script: str, said: str) -> None:
    put_dot(folder, script)
    with pytest.raises(EngineFailed, match=said):
        draw_dot(ONE, "svg")


@unix
@pytest.mark.usefixtures("no_embedded")
def test_an_engine_that_hangs_is_stopped(folder: Path) -> None:
    put_dot(folder, "exec sleep 20")
    with pytest.raises(EngineFailed, match=r"no answer within 0\.3 seconds"):
        draw_dot(ONE, "svg", seconds=0.3)


@unix
@pytest.mark.usefixtures("no_embedded")
@pytest.mark.parametrize("answer", ["{", "{}", '{"bb": "0,0", "objects": []}', '{"bb": "0,0,1,1", "objects": 3}'])
def test_an_answer_that_is_no_layout(folder: Path, answer: str) -> None:
    put_dot(folder, f"cat >/dev/null; echo '{answer}'")
    with pytest.raises(EngineFailed, match="could not be read"):
        place(ONE)


def test_text_that_is_no_graph_is_an_error() -> None:
    with pytest.raises(EngineFailed, match="could not draw this"):
        draw_dot("digraph { a -> ", "svg")


def test_places_are_pixels_downwards() -> None:
    places = place("digraph { node [shape=box, width=1, height=0.5]; a -> b; a -> c; subgraph x { c } }")
    assert set(places) == {"a", "b", "c"}
    assert places["a"][1] == pytest.approx(24)
    assert places["b"][1] == places["c"][1] > places["a"][1] + 48
    assert abs(places["b"][0] - places["c"][0]) >= 96


def test_errors_are_for_the_command_line_to_catch() -> None:
    assert issubclass(EngineMissing, RuntimeError)
    assert issubclass(EngineFailed, RuntimeError)
    assert issubclass(FormatUnknown, ValueError)


def test_the_port_is_loaded_without_the_graphviz_package() -> None:
    # What it needs of others is imported when it runs.
    assert not {"subprocess", "Digraph", "execute"} & set(vars(graphviz))
