"""Where the page of a rule can be opened.

`BLUEPRINT_DOCS_URL` says where a team publishes the folder `docs/rules`: an address to which `/rule-name.md` is added,
or one with `{name}` in it.
"""

from __future__ import annotations

import os

VARIABLE = "BLUEPRINT_DOCS_URL"


def published(name: str) -> str:
    """The address of a rule's page for everyone; empty when none is published."""
    base = os.environ.get(VARIABLE, "")
    if not base:
        return ""
    return base.replace("{name}", name) if "{name}" in base else f"{base.rstrip('/')}/{name}.md"


def here(name: str) -> str:
    """The same for the one at this machine: the page of a copy of the project will do. Empty when there is none."""
    if address := published(name):
        return address
    project = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    path = os.path.join(project, "docs", "rules", f"{name}.md")
    if not os.path.exists(path):
        return ""
    from pathlib import Path

    return Path(path).as_uri()
