"""How each builder of Sphinx puts a blueprint into what it writes."""

from __future__ import annotations

import os
from html import escape
from typing import TYPE_CHECKING, Any

from docutils import nodes

from blueprint.api import Document
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


def leave(writer: Writer, node: Picture) -> None:
    """Nothing follows a picture: writers that draw it have skipped the node."""


def html(writer: Writer, node: Picture) -> None:
    builder = writer.builder
    if builder.config.service_blueprint_html == "inline" and builder.name != "epub":
        drawn, wanted = _scene(node)
        anchor = next(iter(node["ids"]), "")
        writer.body.append(inline(drawn, wanted, node["prefix"], node["classes"], anchor))
    else:
        file = _written(node, builder, "svg")
        width = f' style="width:{node["wish"]["width"]}"' if node["wish"].get("width") else ""
        alt, source = escape(node["words"]), "/".join([builder.imgpath, file])
        writer.body.append(f'<img class="service-blueprint" src="{source}" alt="{alt}"{width} />\n')
    raise nodes.SkipNode


def latex(writer: Writer, node: Picture) -> None:
    try:
        file = _written(node, writer.builder, "pdf")
    except RenderError:  # the package that draws PDF is an extra
        file = _written(node, writer.builder, "png")
    # Sphinx's own command keeps a picture within the width of the text.
    stem, suffix = os.path.splitext(file)
    writer.body.append(f"\n\n\\noindent\\sphinxincludegraphics{{{{{stem}}}{suffix}}}\n\n")
    raise nodes.SkipNode


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
