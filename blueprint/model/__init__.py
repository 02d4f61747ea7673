"""Tree to model: `resolve` understands a text, `under` puts a scenario over it, `to_tree` writes a model down again."""

from blueprint.model.imports import Files
from blueprint.model.overlay import under
from blueprint.model.resolve import Resolved, resolve

__all__ = ["Files", "Resolved", "resolve", "under"]
