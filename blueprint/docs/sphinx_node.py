"""A blueprint in a page of Sphinx, kept as text: one reading serves builders of every kind."""

from __future__ import annotations

from docutils import nodes


class Picture(nodes.General, nodes.Element):
    """`text`, its `path` and the `root` of what it may use; the `wish` of its options; `prefix` of its ids; in words
    its `title` and all that there is to say of it."""
