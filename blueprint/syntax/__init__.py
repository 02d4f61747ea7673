"""Text to tree: `parse` reads, `nodes` are what it makes."""

from blueprint.syntax.parser import Parsed, parse

__all__ = ["Parsed", "parse"]
