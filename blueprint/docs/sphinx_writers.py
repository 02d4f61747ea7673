"""How each builder of Sphinx puts a blueprint into what it writes."""

from __future__ import annotations

import os
from html import escape
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.util import logging

from blueprint.api import Document
from blueprint.diagnostics import Refusal
from blueprint.docs.drawing import Fenced, Wish, drawn_file, inline, prefix_of, scene, wish, words
from blueprint.layout.scene import Scene
from blueprint.render import RenderError
from blueprint.source import Source
from blueprint.writing import replace

if TYPE_CHECKING:
    from sphinx.builders import Builder

    from blueprint.docs.sphinx_node import Picture

__all__ = ["html", "latex", "leave", "man", "texinfo", "text", "words"]

# The classes of writers differ between versions and builders; what is used of them here is `body` and `builder`.
Writer = Any
log = logging.getLogger(__name__)


def leave(writer: Writer, node: Picture) -> None:
    """Nothing follows a picture: writers that draw it have skipped the node."""


def html(writer: Writer, node: Picture) -> None:
    try:
        writer.body.append(_html(node, writer.builder))
    except Refusal as refusal:
        writer.body.append(f"<p>[{escape(_instead(node, refusal))}]</p>\n")
    raise nodes.SkipNode


def _html(node: Picture, builder: Builder) -> str:
    anchor = next(iter(node["ids"]), "")
    if builder.config.service_blueprint_html == "inline" and builder.name != "epub":
        drawn, wanted = _scene(node)
        return inline(drawn, wanted, node["prefix"], node["classes"], anchor)
    width = wish(node["wish"]).width
    facts = {
        "class": " ".join(dict.fromkeys(("service-blueprint", *node["classes"]))),
        "id": anchor,
        "src": "/".join([builder.imgpath, _written(node, builder, "svg")]),
        "alt": node["words"],
        "style": width and f"width:{width}",
    }
    return "<img" + "".join(f' {name}="{escape(value)}"' for name, value in facts.items() if value) + " />\n"


def latex(writer: Writer, node: Picture) -> None:
    target = f"{writer.hypertarget_to(node, anchor=True)}%\n" if node["ids"] else ""
    try:
        # Sphinx's own command keeps a picture within the width of the text.
        stem, suffix = os.path.splitext(_printed(node, writer.builder))
        shown = f"\\sphinxincludegraphics{{{{{stem}}}{suffix}}}"
    except Refusal as refusal:
        shown = f"[{writer.encode(_instead(node, refusal))}]"
    writer.body.append(f"\n\n{target}\\noindent{{}}{shown}\n\n")
    raise nodes.SkipNode


def _printed(node: Picture, builder: Builder) -> str:
    try:
        return _written(node, builder, "pdf")
    except RenderError:  # the package that draws PDF is an extra
        return _written(node, builder, "png")


def text(writer: Writer, node: Picture) -> None:
    writer.new_state()
    writer.add_text(f"[{node['words']}]")
    writer.end_state()
    raise nodes.SkipNode


def man(writer: Writer, node: Picture) -> None:
    writer.ensure_eol()
    writer.body.append("[" + writer.deunicode(node["words"]).replace("\\", "\\e") + "]\n")
    raise nodes.SkipNode


def texinfo(writer: Writer, node: Picture) -> None:
    writer.body.append("\n[" + writer.escape(node["words"]) + "]\n")
    raise nodes.SkipNode


def _instead(node: Picture, refusal: Refusal) -> str:
    """What the picture was of, after a warning: files have changed since the page was read, or a package is missing."""
    log.warning("The picture is left out: %s", refusal, location=node, type="service_blueprint")
    return str(node["words"])


def _scene(node: Picture) -> tuple[Scene, Wish]:
    """The picture once more. Raises `Broken` only where files have changed since the page was read."""
    wanted = wish(node["wish"])
    return scene(Document(Source(node["text"], node["path"]), files=Fenced(node["root"])), wanted), wanted


def _written(node: Picture, builder: Builder, kind: str) -> str:
    """The name of the picture's file, which is written where the builder keeps its images."""
    drawn, wanted = _scene(node)
    data = drawn_file(drawn, wanted, kind)
    name = f"blueprint-{prefix_of(data.hex())[3:-1]}.{kind}"
    folder = os.path.join(builder.outdir, builder.imagedir)
    os.makedirs(folder, exist_ok=True)
    replace(os.path.join(folder, name), data)
    return name
