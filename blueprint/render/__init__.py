"""From a Scene to bytes: SVG, PNG, PDF, DOT. The Scene says where things stand, a theme says how they look.

Style names
===========

A Scene's item names a style; the theme's table says how it looks. A name that is not in the table takes the row of
its longest known beginning up to a dot (`cell.courier` → `cell`), so a lane of one's own needs no row.

====================  ==================================================================================================
Box                   `lane.<lane>` band of a lane · `bar.<lane>` its coloured bar at the left · `cell.<lane>`,
                      `cell.wait`, `cell.pause`, `cell.decision`, `cell.recovery` · `phase.<kind>` chevrons ·
                      `service.core|facilitating|enhancing` · `parallel` bars of a fork and join · `bracket` of a
                      `when` branch · `tag` (also `tag.optional`, `tag.for`, `tag.trigger` …) · `node.<kind>` (views
                      that are networks: `node.role`, `node.system`, `node.partner`, `node.persona`, `node.start`,
                      `node.end`; steps there use `cell.…`) · `foot`, `foot.pain`, `foot.idea`, `foot.metric`,
                      `foot.cost` · `ruler.standard`, `ruler.acceptable` · `key` other swatches of the legend · `panel`
Route                 `edge.journey` the customer's path · `edge.leads_to` · `edge.enables` · `edge.mutual` ·
                      `edge.fails_to` · `edge.recovers_to` · `edge.loop`
Line                  `line.interaction` · `line.visibility` · `line.internal` · `line.extra` one of the writer's
                      own · `line.frame` · `line.zero` of a curve · `line.ruler`
Curve                 `curve.emotion`
Mark                  `mark.fail` · `mark.wait` · `mark.moment` · `mark.pain` · `mark.idea` · `mark.dot.good`,
                      `mark.dot.neutral`, `mark.dot.bad` of the emotion curve
Label                 `label` background of an edge's label
TextLine              `text` · `text.muted` · `text.title` · `text.subtitle` · `text.lane` · `text.step` · `text.time` ·
                      `text.line` names of lines · `text.edge` labels · `text.bad`, `text.good` · `text.link`
====================  ==================================================================================================

A text of style `text` inside a Box takes the ink of that Box (white on a phase chevron); other text styles have an
ink of their own and belong on the paper, a lane's band, a cell or a label.

`TextLine.anchor` is geometric, for right-to-left text too: `start` means that `x` is the left end of the line.
"""

from __future__ import annotations

from importlib import import_module

from blueprint.diagnostics import Refusal
from blueprint.layout.scene import Scene
from blueprint.spelling import unknown

RENDERERS: dict[str, str] = {
    "svg": "blueprint.render.svg",
    "png": "blueprint.render.png",
    "pdf": "blueprint.render.pdf",
    "dot": "blueprint.render.dot",
}


class RenderError(Refusal, ValueError):
    """Something asked for that cannot be drawn; the message is a sentence for the user."""


def render(scene: Scene, suffix: str, *, theme: str = "light", **options: object) -> bytes:
    """Draws the Scene as a file of this kind (`svg`, `png`, `pdf`, `dot`; a leading dot is allowed).

    Raises RenderError for an unknown kind, theme or option, or when an optional package is missing.
    """
    from blueprint.render.themes import find_theme

    kind = suffix.lower().lstrip(".")
    if kind not in RENDERERS:
        raise RenderError(unknown("kind of picture", suffix, RENDERERS))
    drawn: bytes = import_module(RENDERERS[kind]).render(scene, find_theme(theme), options)
    return drawn


def missing_glyphs(scene: Scene) -> str:
    """The characters of the Scene that no font on this machine draws: PNG and PDF leave them out (see `glyphs`)."""
    from blueprint.render.glyphs import missing_glyphs as look

    return look(scene)
