"""Blueprints in documents: pages of Sphinx, MkDocs and Zensical, and cells of notebooks.

- `blueprint.docs.sphinx` is an extension of Sphinx with the directive `service-blueprint`.
- `blueprint.docs.fence` and `blueprint.docs.validator` draw fences of Markdown, by `pymdownx.superfences`.
- `blueprint.docs.notebook` is the magic `%%blueprint`, which `%load_ext blueprint` makes known.

Each of them alone knows the program that it serves; what they share, `drawing`, knows none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from blueprint.docs.fences import fence, validator

__all__ = ["fence", "validator"]


def __getattr__(name: str) -> object:
    if name in __all__:  # not before: Sphinx and notebooks have no Markdown
        from blueprint.docs import fences

        return getattr(fences, name)
    raise AttributeError(f"module 'blueprint.docs' has no attribute {name!r}")
