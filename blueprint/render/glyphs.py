"""Which characters of a picture no font can draw: the engines leave them out without a word, so we look ourselves."""

from __future__ import annotations

from blueprint.layout.scene import Scene
from blueprint.render import fonts
from blueprint.render.svg import all_text

PROBES = 400  # characters that are tried at most; a picture with more kinds of unknown signs is not worth the wait
NOWHERE = "\U0010fffd"  # a private character that no font has


def missing_glyphs(scene: Scene) -> str:
    """The characters of the Scene, sorted, that neither the shipped fonts nor those of this machine draw.

    They would be left out of PNG and PDF; an SVG shows them where the reader's machine has a font.
    """
    unsure = fonts.missing("".join(all_text(scene)))[:PROBES]
    if not unsure:
        return ""
    blank = probe(NOWHERE, system=True)
    return "".join(c for c in unsure if probe(c, system=True) == blank)


def font_warning(scene: Scene) -> str:
    """A sentence for the user about the characters that cannot be drawn; empty when all can."""
    lost = missing_glyphs(scene)
    if not lost:
        return ""
    scripts = sorted({_script(c) for c in lost})
    shown = lost if len(lost) <= 12 else lost[:12] + "…"
    return (
        f"No font on this machine draws {shown} ({', '.join(scripts)}), so PNG and PDF cannot show them. "
        "Install a font that has them, for instance one of the Noto family."
    )


def text_is_drawn() -> bool:
    """Whether the engine finds the shipped fonts at all."""
    return probe("A", system=False) != probe(NOWHERE, system=False)


def probe(character: str, *, system: bool) -> bytes:
    """The small picture of one character, with or without the fonts of this machine."""
    import resvg_py

    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24">'
        f'<text x="4" y="18" font-family="{fonts.FAMILY}" font-size="14">&#{ord(character)};</text></svg>'
    )
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=not system, font_files=fonts.files()))


def _script(character: str) -> str:
    from unicodedata import name

    word = name(character, "unknown signs").split()[0].split("-")[0]
    return word if word == "CJK" else word.capitalize()
