"""Text to tree and back: `parse` reads, `write` prints, `nodes` are what stands between."""

from blueprint.syntax.parser import Parsed, parse
from blueprint.syntax.write import write

__all__ = ["Parsed", "parse", "write"]
