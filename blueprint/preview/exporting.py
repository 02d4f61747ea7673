"""The picture that a page shows, or the text, as a file to keep."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from blueprint.diagnostics import Refusal
from blueprint.render import RENDERERS, render
from blueprint.render.themes import THEMES

if TYPE_CHECKING:
    from blueprint.preview.viewer import Viewer

TEXT = "bp"
MEDIA = {
    "svg": "image/svg+xml",
    "png": "image/png",
    "pdf": "application/pdf",
    "dot": "text/vnd.graphviz",
    TEXT: "text/plain; charset=utf-8",
}


async def export(viewer: Viewer, kind: str, theme: str) -> tuple[bytes, str, str]:
    """The file, its media type, and a name for it. Raises `Refusal` for what cannot be had."""
    if kind not in MEDIA:
        raise Refusal(f"There is no `{kind}` to be had here. There is: {', '.join((*RENDERERS, TEXT))}.")
    analysed = viewer.last
    if analysed is None:
        raise Refusal("There is no text yet that could be read.")
    stem = re.sub(r"[^\w.-]+", "-", os.path.splitext(os.path.basename(analysed.path))[0], flags=re.ASCII)
    name = f"{stem or 'blueprint'}.{kind}"
    if kind == TEXT:
        return analysed.source.encoded(analysed.text), MEDIA[kind], name
    shown, wanted = viewer.pictures.shown(analysed), viewer.possible()

    def work() -> bytes:
        document = shown.document.in_scenario(wanted.scenario) if wanted.scenario else shown.document
        scene = document.scene(view=wanted.view, phase=wanted.phase, service=wanted.service)
        return render(scene, kind, theme=theme if theme in THEMES else wanted.theme)

    return await viewer.session.workers.drawn(work), MEDIA[kind], name
