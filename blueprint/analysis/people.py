"""The people: how much work a day brings to each role, how much it can do, and which role is the bottleneck."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Mapping

from blueprint.analysis import BUSY
from blueprint.analysis.amounts import demand, role_seconds
from blueprint.analysis.costs import workers
from blueprint.analysis.journey import Journey
from blueprint.model.entities import Blueprint, Cell, Role
from blueprint.records import dataclass
from blueprint.units import MINUTE

_MOST = 10_000  # people in one role


@dataclass(frozen=True, slots=True)
class Load:
    """A role: `minutes` it has each open day (None: staff or hours unknown), `each` customer's minutes of its work.

    `load` is minutes of work a day (None: demand unknown); at least so much when cells are `unknown`, saying no time.
    """

    role: str
    minutes: float | None
    each: float
    load: float | None
    unknown: tuple[str, ...] = ()

    @property
    def utilisation(self) -> float | None:
        """Load ÷ minutes; None when either is unknown."""
        return None if self.load is None or not self.minutes else self.load / self.minutes

    @property
    def largest_demand(self) -> float | None:
        """Customers a day with which the role is busy all its minutes; at most so many when cells are unknown."""
        return self.minutes / self.each if self.minutes is not None and self.each > 0 else None


@dataclass(frozen=True, slots=True)
class People:
    """All roles that work on something; `demand` is customers each open day, None when unknown."""

    demand: float | None
    roles: Mapping[str, Load]

    @property
    def bottleneck(self) -> Load | None:
        """The role that would be the first to be busy all the time as demand grows."""
        known = [load for load in self.roles.values() if load.largest_demand is not None]
        return min(known, key=lambda load: load.largest_demand or 0.0, default=None)

    @property
    def largest_demand(self) -> float | None:
        """Customers a day that the bottleneck can serve."""
        return self.bottleneck.largest_demand if self.bottleneck else None


def people(blueprint: Blueprint, journey: Journey) -> People:
    """Load and capacity of every role that works on a cell; never raises."""
    seconds: dict[str, float] = {}
    unknown: dict[str, list[str]] = {}
    for cell in blueprint.cells.values():
        count = journey.runs.get(cell.key, 0.0)
        if count <= 0 or not isinstance(cell, Cell):
            continue
        for worker, share in workers(blueprint, cell):
            if cell.takes is None:
                unknown.setdefault(worker, []).append(cell.key)
            seconds[worker] = seconds.get(worker, 0.0) + (cell.takes.mean * share * count if cell.takes else 0.0)
    wanted = demand(blueprint)
    found = {}
    for key, role in blueprint.roles.items():
        if key in seconds:
            each = seconds[key] / MINUTE
            load = None if wanted is None else wanted * each
            found[key] = Load(key, minutes_a_day(role, blueprint), each, load, tuple(unknown.get(key, ())))
    return People(wanted, found)


def minutes_a_day(role: Role, blueprint: Blueprint) -> float | None:
    """What a role can work each open day: staff × hours × availability, in minutes; None when one is unknown."""
    each = role_seconds(role, blueprint)
    if role.staff is None or each is None:
        return None
    return role.staff * each * (1.0 if role.availability is None else role.availability) / MINUTE


def staff_needed(load: Load, role: Role, blueprint: Blueprint, growth: float = 0.0, limit: float = BUSY) -> int | None:
    """The smallest number of people with whom utilisation stays within the limit when demand grows by this share.

    None when hours or load are unknown, or a limit or availability of 0 can never be held.
    """
    each = role_seconds(role, blueprint)
    if each is None or load.load is None:
        return None
    usable = each / MINUTE * (1.0 if role.availability is None else role.availability) * limit
    return math.ceil(load.load * (1.0 + growth) / usable - 1e-9) if usable > 0 else None


# ---------------------------------------------------------------------------------------------------- queues


def erlang_c(servers: int, traffic: float) -> float:
    """The chance that somebody who comes has to wait, with so many servers and `traffic` busy on average (Erlang C).

    1 when the traffic is at least the servers, 0 when there is none.
    """
    if traffic <= 0:
        return 0.0
    if traffic >= servers:
        return 1.0
    blocked = 1.0  # Erlang B, by its recursion: factorials would overflow
    for number in range(1, servers + 1):
        blocked = traffic * blocked / (number + traffic * blocked)
    return blocked / (1.0 - traffic / servers * (1.0 - blocked))


def answered_within(servers: int, an_hour: float, seconds: float, target: float) -> float:
    """The share of those who come, `an_hour` of them to be served for `seconds` each, who wait at most the target."""
    traffic = an_hour * seconds / 3600
    if traffic >= servers:
        return 0.0
    if seconds <= 0:
        return 1.0
    return 1.0 - erlang_c(servers, traffic) * math.exp(-(servers - traffic) * target / seconds)


def staff_for_service(an_hour: float, seconds: float, target: float, share: float) -> int | None:
    """The fewest servers with whom this share waits at most the target (seconds); None when no number is enough."""
    if share >= 1.0:
        return None
    least = max(1, math.floor(min(an_hour * seconds / 3600, _MOST)) + 1)
    found = bisect_left(range(least, _MOST), share, key=lambda n: answered_within(n, an_hour, seconds, target))
    return least + found if least + found < _MOST else None
