"""The table of renderers, its errors, and what is loaded for what."""

from __future__ import annotations

import subprocess
import sys

import pytest

from blueprint.render import RENDERERS, RenderError, render
from tests.render.scenes import everything, hotel


@pytest.mark.parametrize(
    ("suffix", "says"),
    [
        ("gif", "svg, png, pdf and dot"),
        ("svgg", "Did you mean `svg`"),
        (".PGN", "Did you mean `png`"),
        ("", "Known: svg"),
    ],
)
def test_an_unknown_suffix_names_the_known_ones(suffix: str, says: str) -> None:
    with pytest.raises(RenderError, match=says):
        render(hotel(), suffix)


@pytest.mark.parametrize("suffix", ["svg", "png", "pdf"])
def test_an_unknown_option_or_theme_is_an_error(suffix: str) -> None:
    with pytest.raises(RenderError, match="no option"):
        render(hotel(), suffix, nonsense=1)
    with pytest.raises(RenderError, match="Known: light, dark and print"):
        render(hotel(), suffix, theme="pink")


def test_the_suffix_may_have_a_dot_and_capitals() -> None:
    assert render(hotel(), ".SVG") == render(hotel(), "svg")


@pytest.mark.parametrize("suffix", RENDERERS)
def test_every_renderer_draws_everything(suffix: str) -> None:
    if suffix == "pdf":
        pytest.importorskip("typst")
    assert len(render(everything(), suffix)) > 1000


def test_svg_loads_no_engine_and_importing_loads_no_renderer() -> None:
    code = (
        "import sys; import blueprint.render; "
        "assert not {'blueprint.render.svg', 'blueprint.render.pdf'} & sys.modules.keys(); "
        "from tests.render.scenes import hotel; blueprint.render.render(hotel(), 'svg'); "
        "print(sorted({'typst', 'resvg_py', 'fontTools', 'graphviz', 'networkx', 'lark', 'json'} & sys.modules.keys()))"
    )
    run = subprocess.run([sys.executable, "-c", code], env={"PYTHONPATH": "."}, capture_output=True, text=True)
    assert run.stdout.strip() == "[]", run.stderr
