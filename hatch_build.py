"""Puts the prebuilt parse table into wheels and editable installs, so that no first start has to make it."""

from __future__ import annotations

import os
import sys
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class TableHook(BuildHookInterface):  # type: ignore[type-arg]
    """Makes `blueprint/syntax/_table.bin` out of `grammar/blueprint.lark` before the wheel is packed."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if self.target_name != "wheel":
            return
        sys.path.insert(0, self.root)
        try:
            from blueprint.syntax import grammar, table

            path = os.path.join(self.root, "blueprint", "syntax", "_table.bin")
            grammar.write_table(path, table.make(grammar.grammar_text()))
        finally:
            sys.path.remove(self.root)
        build_data["artifacts"].append("blueprint/syntax/_table.bin")
