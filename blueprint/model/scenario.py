"""What a scenario changes, and the blueprint under it."""

from __future__ import annotations

from blueprint.model import entities as e
from blueprint.model.build import Builder


def changes(builder: Builder) -> dict[str, e.Scenario]:
    return {}
