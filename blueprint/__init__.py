"""Service blueprints as text: read, check, draw and compute them.

    import blueprint

    stay = blueprint.load("hotel.bp")
    for finding in stay.check():
        print(finding.message)
    stay.render("svg")          # the picture as bytes
    stay.graph()                # a networkx.MultiDiGraph

Everything else is imported when it is first used, so that `import blueprint` costs next to nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from blueprint.api import Document, load, parse

__version__ = "0.1.0"
__all__ = ["Document", "__version__", "load", "parse"]


def __getattr__(name: str) -> object:
    if name in ("Document", "load", "parse"):
        from blueprint import api

        return getattr(api, name)
    if name == "load_ipython_extension":  # `%load_ext blueprint`
        from blueprint.docs import notebook

        return notebook.load_ipython_extension
    raise AttributeError(f"module 'blueprint' has no attribute {name!r}")
