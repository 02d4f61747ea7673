"""An extension of Sphinx: `extensions = ["blueprint.docs.sphinx"]`, and then

    .. service-blueprint:: hotel.bp
       :phase: billing
       :caption: The guest checks out

or the text itself as the directive's content. HTML gets the picture in the page (or, as `service_blueprint_html =
"file"` says, beside it), LaTeX a PDF or PNG, other builders what the picture is of in words.

What is wrong with a blueprint is a warning with its file and line, which `sphinx-build -W` takes for an error.
"""

from __future__ import annotations

import os
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.config import ENUM
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata

import blueprint
from blueprint.api import Document
from blueprint.diagnostics import Refusal
from blueprint.docs import sphinx_writers as writers
from blueprint.docs.drawing import OPTIONS, Broken, Fenced, Problem, prefix_of, scene, wish
from blueprint.docs.sphinx_node import Picture
from blueprint.highlighting.lexer import ServiceBlueprintLexer
from blueprint.source import Source

NAME = "service-blueprint"
log = logging.getLogger(__name__)


class ServiceBlueprint(SphinxDirective):
    """The directive: a blueprint as content, or the name of its file, and what to draw of it."""

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Any]] = {
        **dict.fromkeys(OPTIONS, directives.unchanged_required),
        "caption": directives.unchanged_required,
        "name": directives.unchanged,
        "class": directives.class_option,
    }

    def run(self) -> list[nodes.Node]:
        files = Fenced(os.path.normpath(os.path.join(self.env.srcdir, self.config.service_blueprint_root)))
        try:
            source = self.source(files)
            options = {name: self.options.get(name, "") for name in OPTIONS}
            wanted = wish(options)
            drawn = scene(Document(source, files=files), wanted)
        except Broken as broken:
            return self.refused(broken)
        except Refusal as refusal:
            return self.refused(Broken(Problem(str(refusal))))
        finally:
            for path in files.read_so_far:
                self.env.note_dependency(path)
        # The number is the page's own, and the name of the page is the site's: no two pictures share it.
        prefix = prefix_of(self.env.docname, self.env.new_serialno(NAME))
        picture = Picture("", text=source.text, path=source.path, root=files.folder, wish=options, prefix=prefix)
        picture["title"], picture["words"] = drawn.title, writers.words(drawn)
        picture["classes"] += self.options.get("class", [])
        return [self.captioned(picture)]

    def source(self, files: Fenced) -> Source:
        """The text, from the file that is named or from the directive. Raises `Refusal`."""
        self.assert_has_content_or_file()
        if self.arguments:
            _, path = self.env.relfn2path(self.arguments[0])
            return files.open(path, self.arguments[0])
        return Source("\n".join(self.content), os.path.abspath(self.env.doc2path(self.env.docname)))

    def assert_has_content_or_file(self) -> None:
        if bool(self.arguments) == bool(self.content):
            wrong = "both a file and a text" if self.content else "neither a file nor a text"
            raise Refusal(f"`{NAME}` has {wrong}. Name a file, or write the blueprint below it, indented.")

    def captioned(self, picture: Picture) -> nodes.Node:
        self.set_source_info(picture)
        if "caption" not in self.options:
            self.add_name(picture)
            return picture
        figure = nodes.figure("", picture)
        inline, messages = self.state.inline_text(self.options["caption"], self.lineno)
        figure += nodes.caption(self.options["caption"], "", *inline, *messages)
        self.set_source_info(figure)
        self.add_name(figure)
        return figure

    def refused(self, broken: Broken) -> list[nodes.Node]:
        """A warning for each problem where it stands, and on the page, should it be made, the same words."""
        shown = nodes.error()
        for each in broken.problems:
            log.warning("%s", each.message, location=self.place(each), type="service_blueprint")
            shown += nodes.paragraph("", each.message)
        return [shown]

    def place(self, each: Problem) -> str:
        """`file:line` of a problem: in the file that it names, in the page's content, or at the directive."""
        if each.line and (self.arguments or each.file != os.path.abspath(self.env.doc2path(self.env.docname))):
            return f"{os.path.abspath(each.file)}:{each.line}"
        here, start = self.get_source_info()
        if not each.line or each.line > len(self.content):
            return f"{here}:{start}"
        file, offset = self.content.items[each.line - 1]  # where it was written: in a docstring, an included file
        if self.content.items[0][1] < start:  # MyST counts from the directive
            file, offset = here, start + self.content_offset + each.line - 1
        return f"{os.path.abspath(file)}:{offset + 1}"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Makes the directive, its writers and the colours of code blocks known to Sphinx."""
    app.add_config_value("service_blueprint_html", "inline", "html", ENUM("inline", "file"))
    app.add_config_value("service_blueprint_root", ".", "env", str)
    app.add_node(
        Picture,
        html=(writers.html, writers.leave), epub=(writers.html, writers.leave), latex=(writers.latex, writers.leave),
        text=(writers.text, writers.leave), man=(writers.man, writers.leave), texinfo=(writers.texinfo, writers.leave),
    )  # fmt: skip
    app.add_directive(NAME, ServiceBlueprint)
    app.add_lexer(NAME, ServiceBlueprintLexer)
    return {"version": blueprint.__version__, "parallel_read_safe": True, "parallel_write_safe": True}
