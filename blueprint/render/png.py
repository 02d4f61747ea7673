"""PNG, drawn from the SVG by resvg, with the fonts that the package ships.

Options: `scale` pixels per unit of the Scene (default 2, less where the picture would be too large to open); `dpi`
instead of it (96 is scale 1).
"""

from __future__ import annotations

from collections.abc import Mapping

from blueprint.layout.scene import Scene
from blueprint.render import RenderError, fonts, glyphs, svg
from blueprint.render.themes import Theme
from blueprint.spelling import unknown

OPTIONS = ("scale", "dpi")
LIMIT = 250_000_000  # pixels; more than that no program opens


def render(scene: Scene, theme: Theme, options: Mapping[str, object]) -> bytes:
    """The Scene as a PNG file. Raises RenderError for a scale that makes no picture."""
    try:
        import resvg_py
    except ImportError:  # where the package stands without those it needs, as in the extension of an editor
        raise RenderError("PNG needs one more package: pip install resvg-py. SVG and DOT work without it.") from None
    most = (LIMIT / max(scene.width * scene.height, 1.0)) ** 0.5
    scale = _scale(options, min(2.0, most))
    if scale > most:
        raise RenderError(
            f"At scale {scale:g} this PNG would have more than {LIMIT // 1_000_000} million pixels, which few programs "
            f"open. Choose a scale up to {int(most * 100) / 100:g}, or SVG or PDF."
        )
    files = _files()
    # Looking through the machine's fonts takes time and makes pictures differ: only for what the shipped ones lack.
    own = not fonts.missing("".join(svg.all_text(scene)))
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg.render(scene, theme, {"fonts": False}).decode(),
            skip_system_fonts=own,
            font_files=files,
            font_family=fonts.FAMILY,
            sans_serif_family=fonts.FAMILY,
            zoom=scale,
            dpi=96,
        )
    )


def _files() -> list[str]:
    """The fonts. The engine drops all text without a word when it has none, so that is tried first."""
    try:
        files = fonts.files()
    except OSError as error:
        raise RenderError(f"A font file is missing from the installed package: {error.filename}.") from None
    if not glyphs.text_is_drawn():
        raise RenderError("The fonts of the installed package cannot be read; install it again.")
    return files


def _scale(options: Mapping[str, object], scale: float) -> float:
    """What the options say, else `scale`."""
    for key, value in options.items():
        if key not in OPTIONS:
            raise RenderError(unknown("option of PNG", key, OPTIONS))
        if not isinstance(value, int | float) or not 0 < value < 10_000:
            raise RenderError(f'"{key}" must be a number above 0, not {value!r}.')
        scale = value / 96 if key == "dpi" else float(value)
    return scale
