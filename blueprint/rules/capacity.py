"""Why a role has too much to do: the whole sum, number by number, and what each would have to be.

Work over time is one sum of written numbers, customers × duration against staff × hours × availability. Any of them may
be the one that is wrong, so each is shown where it is written, and the one that looks like a slip is named first: to
propose more people alone would make a right check of a wrong blueprint.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import cached_property
from heapq import nlargest
from typing import TYPE_CHECKING

from blueprint.analysis import BUSY
from blueprint.analysis.amounts import a_day, open_seconds, role_seconds
from blueprint.diagnostics import Related
from blueprint.model.entities import Blueprint, Cell, Persona, Role, Step
from blueprint.records import dataclass
from blueprint.rules.base import Context, Finding, Option, called, either, percent, place
from blueprint.rules.told import share_of
from blueprint.source import Span
from blueprint.units import HOUR, MINUTE, Duration, Rate, seconds_text

if TYPE_CHECKING:
    from blueprint.analysis.people import Load

LIMIT = Option("limit", BUSY, "The share of its time that a role may be busy, 0 to 1.", 0.0, 1.0)
SHORT = 4 * HOUR  # a day below this is less than half a working day
USUAL = 10 * HOUR  # to mend short hours with more than this would put one slip in place of another
LONGEST = 12 * HOUR  # nobody is asked to work longer than this
APART = 30  # a duration that is so many times any other may be in a wrong unit
OFTEN = 4.0  # who comes to a step so often by failures and returns may be sent back by a wrong share
HALF_HOUR = 1800.0
GRAINS = ((3 * 3600, 900), (600, 60), (60, 5))  # from so many seconds on, times are written to so many
GROSS = 3.0  # a utilisation that is seldom for want of people
FAR = 3.0  # nobody mends a right number by making it so many times as large, or as small


@dataclass(frozen=True, slots=True)
class Part:
    """A number of the sum: what it says there, where, what it would have to be (`offer`, empty when that can be no
    remedy), what is `odd` about it, as a sentence, and how many `times` as large or as small the offer is. `really`
    is what to write in place of an odd number: the offer is only the least or the most it can be, as `bound` says."""

    says: str
    span: Span | None
    offer: str = ""
    odd: str = ""
    times: float = 1.0
    really: str = ""
    bound: str = "at most "


Work = tuple[Cell, float]  # of a role, and the seconds of it for each customer, repeats included
Demand = tuple[Rate, Blueprint | Persona, float]  # what is written, where, and how many that is on an open day


@dataclass(frozen=True)
class Service:
    """What the sums of all roles have in common."""

    context: Context

    @property
    def blueprint(self) -> Blueprint:
        return self.context.blueprint

    @cached_property
    def work(self) -> dict[str, list[Work]]:
        """By role what it does, the longest first."""
        from blueprint.analysis.costs import workers

        found: dict[str, list[Work]] = {}
        for cell in self.blueprint.cells.values():
            count = self.context.figures.journey.runs.get(cell.key, 0.0)
            if isinstance(cell, Cell) and cell.takes and count > 0:
                for role, share in workers(self.blueprint, cell):
                    found.setdefault(role, []).append((cell, cell.takes.mean * share * count))
        return {role: sorted(cells, key=lambda each: -each[1]) for role, cells in found.items()}

    @cached_property
    def longest(self) -> list[tuple[float, str]]:
        """The two longest things that people do: seconds and key."""
        times = {cell.key: cell.takes.mean for cells in self.work.values() for cell, _ in cells if cell.takes}
        return nlargest(2, ((seconds, key) for key, seconds in times.items()))

    @cached_property
    def demand(self) -> list[Demand]:
        """All that is written of how many come."""
        blueprint = self.blueprint
        whole = a_day(blueprint.demand, blueprint)
        elements: list[Blueprint | Persona] = [blueprint] if whole is not None else [*blueprint.personas.values()]
        days = ((each.demand, each, a_day(each.demand, blueprint)) for each in elements)
        return [(rate, each, day) for rate, each, day in days if rate is not None and day]

    @cached_property
    def hourly(self) -> bool:
        """Whether more come the longer the service is open."""
        return any(rate.per == "h" for rate, _, _ in self.demand)

    @cached_property
    def overrun(self) -> int:
        """How many roles there are of which time and work are known, when all have more work than time; else 0."""
        loads = [load.utilisation for load in self.context.figures.people.roles.values()]
        known = [busy for busy in loads if busy is not None]
        return len(known) if min(known, default=0.0) > 1.0 + 1e-9 else 0


@dataclass(frozen=True, slots=True)
class Sum:
    """A role, its load, the customers of an open day, and the share of its time that it may be busy."""

    service: Service
    role: Role
    load: Load
    customers: float
    limit: float

    @property
    def blueprint(self) -> Blueprint:
        return self.service.blueprint

    @property
    def busy(self) -> float:
        return self.load.utilisation or 0.0

    @property
    def scale(self) -> float:
        """What the work has to be multiplied with, and the time divided by."""
        return self.limit / self.busy

    @property
    def each(self) -> float:
        """The seconds that one person is there on an open day."""
        return role_seconds(self.role, self.blueprint) or 0.0

    @property
    def own(self) -> bool:
        """Whether the hours are the role's own, and not those in which the service is open."""
        return open_seconds(self.role.hours, self.blueprint.workdays) is not None


def pressed(context: Context, low: float, high: float, limit: float, tail: str = "") -> Iterator[Finding]:
    """The roles that are busy for more than `low` and at most `high` of their time, told with the whole sum; what is
    offered keeps them within `limit`. `tail` follows the share of time in the message."""
    if not any(role.staff for role in context.blueprint.roles.values()):
        return
    people, service = context.figures.people, Service(context)
    for load in people.roles.values():
        if load.utilisation is not None and low + 1e-9 < load.utilisation <= high + 1e-9:
            role = context.blueprint.roles[load.role]
            yield _finding(Sum(service, role, load, people.demand or 0.0, limit), low, tail)


def _finding(sum_: Sum, low: float, tail: str) -> Finding:
    role, load = sum_.role, sum_.load
    parts = [part for make in (_hours, _available, _work, _customers, _staff) for part in make(sum_)]
    suspect = next((part for part in parts if part.odd and part.offer and part.span), None)
    at = suspect.span if suspect and suspect.span else place(role, "staff")
    least = "at least " if load.unknown else ""
    come = f"{_many(sum_.customers, 'customer')} a day bring{'s' * (sum_.customers == 1)}"
    message = (
        f"{called(role)} would be busy {least}{share_of(sum_.busy, low)} of the time{tail}: "
        f"{come} {_long(load.load or 0.0)} of work, and {_offered(sum_)}."
    )
    related = tuple(Related(part.span, part.says) for part in parts if part.span and part.span != at)
    return Finding(at, message, _help(sum_, suspect, parts), related)


def _offered(sum_: Sum) -> str:
    """`3 people × 1 h × 80% a day offer 2.4 h`: what a role has, and out of what."""
    staff, there = sum_.role.staff or 0.0, _there(sum_.role)
    usable = f" × {percent(there)}" if there < 1.0 else ""
    verb = "offers" if staff == 1 else "offer"
    return f"{_people(staff)} × {_long(sum_.each / MINUTE)}{usable} a day {verb} {_long(sum_.load.minutes or 0.0)}"


def _help(sum_: Sum, suspect: Part | None, parts: list[Part]) -> str:
    """What to look at first, then every other number that would be enough; nothing where no single one is."""
    within = f"to stay within {sum_.limit * 100:g}%"
    others = [part.offer for part in parts if part.offer and part is not suspect and part.times <= FAR]
    if suspect:
        bound = f"{within} it has to be {suspect.bound}{suspect.offer}"
        first = f"Look here first: {suspect.odd}. {suspect.really}: {bound}."
        return f"{first} If it is right, enough by itself: {either(others)}." if others else first
    slip = "So much is more often a slip in one of these numbers than a lack of people. " if sum_.busy >= GROSS else ""
    if not others:
        return f"{slip}No small change of a single one of these numbers is enough {within}: see whether each is right."
    return f"{slip}Enough by itself {within}: {either(others)}."


# ------------------------------------------------------------------------------------------ what a role offers


def _staff(sum_: Sum) -> Iterator[Part]:
    from blueprint.analysis.people import staff_needed

    needed = staff_needed(sum_.load, sum_.role, sum_.blueprint, limit=sum_.limit)
    offer = f"`staff {needed}`" if needed is not None else ""
    staff = sum_.role.staff or 0.0
    yield Part(_people(staff), sum_.role.at.get("staff"), offer, times=(needed or 0) / staff if staff else math.inf)


def _hours(sum_: Sum) -> Iterator[Part]:
    """The role's own hours, else those in which the service is open: these bring more customers where they come by the
    hour, and so are no remedy then."""
    role, blueprint = sum_.role, sum_.blueprint
    rate, span = (role.hours, role.at.get("hours")) if sum_.own else (blueprint.hours, blueprint.at.get("hours"))
    if rate is None:
        return
    day = f"{_long(sum_.each / MINUTE)} a day"
    says = f"{day} for each of them" + ("" if sum_.own else ": the role has no `hours` of its own")
    longer, offer = _longer(sum_, rate)
    odd = f"`hours {rate.text}` is {'' if rate.per == 'day' else f'{day}, '}less than half a working day"
    short = sum_.each < SHORT and longer <= USUAL
    yield Part(
        says, span, "" if sum_.service.hourly and not sum_.own else offer, odd if short else "", longer / sum_.each,
        f"Write the hours {'they really work' if sum_.own else 'in which it is really open'}", "at least ",
    )  # fmt: skip


def _longer(sum_: Sum, rate: Rate) -> tuple[float, str]:
    """The seconds a day that would be enough, to the next half hour, and the offer of them: for a day or a week as they
    are written, empty where nobody works so long."""
    if sum_.scale <= 0 or rate.per == "h":
        return math.inf, ""
    day = math.ceil(sum_.each / sum_.scale / HALF_HOUR - 1e-9) * HALF_HOUR
    days = float(rate.amount) / sum_.each  # of a week, say: what is written is for so many
    written = math.ceil(day * days / HALF_HOUR - 1e-9) / 2
    return day, f"`hours {written:g}h/{rate.per}`" if day <= LONGEST else ""


def _available(sum_: Sum) -> Iterator[Part]:
    there = _there(sum_.role)
    if there >= 1.0:
        return
    needed = math.ceil(there / sum_.scale * 100 - 1e-9) if sum_.scale > 0 else math.inf
    offer = f"`availability {needed}%`" if needed <= 100 else ""
    odd = f"`availability {percent(there)}` leaves less than half of their hours" if there < 0.5 else ""
    yield Part(
        f"{percent(there)} of their hours can be worked", sum_.role.at.get("availability"), offer, odd,
        needed / 100 / there, "Write how much of them they really have for this", "at least ",
    )  # fmt: skip


def _there(role: Role) -> float:
    return 1.0 if role.availability is None else role.availability


# ---------------------------------------------------------------------------------------------- what it is asked


def _customers(sum_: Sum) -> Iterator[Part]:
    """How many come, where it is written. Where every role has too much to do, that is what they have in common."""
    demand, overrun = sum_.service.demand, sum_.service.overrun
    for rate, element, day in demand[:3]:
        fewer = _floor(float(rate.amount) * sum_.scale) if len(demand) == 1 else ""
        offer = f"`demand {fewer}/{rate.per}`" if fewer else ""
        odd = f"`demand {rate.text}` is more than any of the {overrun} roles with known hours has time for"
        yield Part(
            f"{_many(day, 'customer')} a day", element.at.get("demand"), offer, odd if overrun > 1 else "",
            1 / sum_.scale if sum_.scale > 0 else math.inf, "Write how many really come",
        )  # fmt: skip
    if sum_.service.hourly and sum_.own:
        opened = open_seconds(sum_.blueprint.hours, sum_.blueprint.workdays) or 0.0
        yield Part(f"they come for {_long(opened / MINUTE)} a day", sum_.blueprint.at.get("hours"))


def _work(sum_: Sum) -> Iterator[Part]:
    """The cells that make four fifths of the work, two at most, the longest first."""
    cells = sum_.service.work.get(sum_.load.role, [])
    total, told = math.fsum(seconds for _, seconds in cells), 0.0
    for number, (cell, seconds) in enumerate(cells[:2]):
        if told < total * 0.8:
            yield from _cell(sum_, cell, seconds, total - seconds, first=number == 0)
        told += seconds


def _cell(sum_: Sum, cell: Cell, seconds: float, others: float, *, first: bool) -> Iterator[Part]:
    """The time of a cell, and how often a customer comes to it where that is so often that it may be a slip."""
    if cell.takes is None or seconds <= 0:
        return
    count = sum_.service.context.figures.journey.runs[cell.key]
    room = sum_.scale * (seconds + others) - others  # what the cell may take for each customer
    often = f", {count:.3g} times" if abs(count - 1) > 0.005 else ""
    often += f", shared by {len(cell.performers)}," if cell.any_performer and len(cell.performers) > 1 else ""
    says = f"{called(cell)} brings {_long(seconds * sum_.customers / MINUTE)} of it: {_short(cell.takes.mean)}{often} "
    shorter = _fit(cell.takes.mean * room / seconds) if first else ""
    odd = _apart(sum_, cell, cell.takes)
    span = cell.at.get("takes") or place(cell)
    yield Part(
        f"{says}for each of {_many(sum_.customers, 'customer')}",
        span, f"`takes {shorter}` for {called(cell)}" if shorter else "", odd, seconds / room if room > 0 else math.inf,
        "Write how long it really takes",
    )  # fmt: skip
    if first and count >= OFTEN:
        yield _repeated(sum_.blueprint, sum_.blueprint.steps[cell.step], count, room / seconds)


def _repeated(blueprint: Blueprint, step: Step, count: float, scale: float) -> Part:
    """Why customers come to a step so often: it is written, or something sends them back."""
    says = f"each customer comes to {called(step)} {count:.3g} times on average"
    for element in (step, blueprint.services.get(step.service), *blueprint.phases):
        if element and element.repeats and element.key in (step.key, step.service, step.phase):
            fewer = math.floor(element.repeats.mean * scale + 1e-9)
            offer = f"`repeats {fewer} times`" if fewer > 1 else ""
            return Part(says, element.at.get("repeats"), offer, times=1 / scale if scale > 0 else math.inf)
    likely = max(step.fails, key=lambda fail: fail.likelihood or 0.0, default=None)
    span = place(likely, "likelihood") if likely and (likely.likelihood or 0.0) >= 0.5 else place(step)
    offer = f"no more than {_amount(count * scale)} times" if scale > 0 else ""
    times = 1 / scale if scale > 0 else math.inf
    return Part(says, span, offer, says, times, "See what sends them back", "")


def _apart(sum_: Sum, cell: Cell, takes: Duration) -> str:
    """What is odd about a time that is much of a day, and longer than all else that people do by a unit."""
    longest = next((seconds for seconds, key in sum_.service.longest if key != cell.key), 0.0)
    if longest <= 0 or takes.mean < max(APART * longest, sum_.each / 4):
        return ""
    return f"`takes {takes.text}` is {takes.mean / longest:.0f} times as long as anything else that people do here"


# ------------------------------------------------------------------------------------------------------ in words


def _amount(number: float) -> str:
    """A number that people can take in: `64`, `9.41`, `1200`."""
    return f"{number:.0f}" if number >= 100 else f"{number:.3g}"


def _many(number: float, what: str) -> str:
    return f"{_amount(number)} {what}{'s' * (number != 1)}"


def _people(staff: float) -> str:
    return "1 person" if staff == 1 else f"{staff:g} people"


def _long(minutes: float) -> str:
    """Work on a day, which may be more than a day has: `10.5 h`, `40 min`."""
    return f"{_amount(minutes * MINUTE / HOUR)} h" if minutes >= 60 else f"{minutes:.2g} min"


def _short(seconds: float) -> str:
    return seconds_text(seconds) if seconds >= 1 else "less than 1 s"


def _floor(number: float) -> str:
    """The number rounded down to what people would write, as the language writes it: `30`, `6.8`, `0.12`; empty when
    there is next to nothing left."""
    if number < 1e-3:
        return ""
    digits = max(0, 1 - math.floor(math.log10(number)))
    size = 10.0**digits
    written = f"{math.floor(number * size + 1e-9) / size:.{digits}f}"
    return written.rstrip("0").rstrip(".") if digits else written


def _fit(seconds: float) -> str:
    """A time rounded down to what people would write, as the language writes it: `45s`, `12min30s`, `2h15min`; empty
    when it is less than a second."""
    if seconds < 1:
        return ""
    grain = next((grain for least, grain in GRAINS if seconds >= least), 1)
    whole = math.floor(seconds / grain + 1e-9) * grain
    parts = (whole // 3600, "h"), (whole // 60 % 60, "min"), (whole % 60, "s")
    return "".join(f"{number}{unit}" for number, unit in parts if number)
