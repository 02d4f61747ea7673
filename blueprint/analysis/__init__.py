"""What the figures say, computed from the graph: pure functions, frozen results.

Times are mean seconds, money is in the blueprint's currency, everything for each customer unless said otherwise. What
nobody wrote is unknown, not zero: a figure with `unknown` parts is "at least" so much. Start with `figures`.
"""

from __future__ import annotations

from functools import cached_property

from blueprint.graph.flow import Flow
from blueprint.model.entities import Blueprint
from blueprint.records import dataclass

BUSY = 0.85  # utilisation above this makes queues grow fast
TYPE_CHECKING = False
if TYPE_CHECKING:
    from blueprint.analysis.acceptable import Tolerance
    from blueprint.analysis.failures import Failures
    from blueprint.analysis.journey import Journey
    from blueprint.analysis.money import Money
    from blueprint.analysis.people import People
    from blueprint.analysis.time import Standard


@dataclass(frozen=True)
class Figures:
    """All figures of a blueprint, each worked out when it is first asked for."""

    blueprint: Blueprint
    flow: Flow

    @cached_property
    def standard(self) -> Standard:
        """The standard time, and the path that makes it."""
        from blueprint.analysis.time import standard_time

        return standard_time(self.blueprint, self.flow)

    @cached_property
    def journey(self) -> Journey:
        """Expected visits and times, failures included."""
        from blueprint.analysis.journey import journey

        return journey(self.blueprint)

    @cached_property
    def money(self) -> Money:
        """Costs, revenue, margins, break-even time."""
        from blueprint.analysis.money import money

        return money(self.blueprint, self.journey, self.standard)

    @cached_property
    def people(self) -> People:
        """Load and capacity of roles."""
        from blueprint.analysis.people import people

        return people(self.blueprint, self.journey)

    @cached_property
    def failures(self) -> Failures:
        """Fail points, ranked, and the chance that something fails."""
        from blueprint.analysis.failures import failures

        return failures(self.blueprint, self.journey, self.standard)

    @cached_property
    def tolerances(self) -> tuple[Tolerance, ...]:
        """What is acceptable or promised, against standard and expected times."""
        from blueprint.analysis.acceptable import tolerances

        return tolerances(self.blueprint, self.journey, self.standard)


def figures(blueprint: Blueprint, flow: Flow) -> Figures:
    """The figures of a blueprint and its flow; never raises."""
    return Figures(blueprint, flow)
