"""What of a blueprint is to be drawn."""

from __future__ import annotations

from blueprint.records import dataclass

VIEWS = ("blueprint", "handoffs", "flow")  # the swimlanes, and two networks


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """`phase` and `service` are keys; when given, only their columns are drawn, and the head says so. `scenario` is the
    title of the scenario that the blueprint was put under, for the head."""

    phase: str = ""
    service: str = ""
    scenario: str = ""
