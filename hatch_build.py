"""Puts the parse table into the wheel, so that an installed tool never has to make it from the grammar."""

from __future__ import annotations

import os
import sys
import tempfile
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ParseTable(BuildHookInterface[Any]):
    """Makes the table from `grammar/blueprint.lark`. An editable install has none: there the grammar changes under it."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if self.target_name != "wheel" or version == "editable":
            return
        sys.path.insert(0, self.root)
        from blueprint.syntax.grammar import grammar_text, write_table
        from blueprint.syntax.table import make

        self._folder = tempfile.TemporaryDirectory()
        made = os.path.join(self._folder.name, "_table.bin")
        write_table(made, make(grammar_text()))
        build_data["force_include"][made] = "blueprint/syntax/_table.bin"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if hasattr(self, "_folder"):
            self._folder.cleanup()
