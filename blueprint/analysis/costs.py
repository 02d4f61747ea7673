"""What one run of a cell or step costs the provider: labour, written costs, and systems by the use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from blueprint.analysis.amounts import capacity_rate
from blueprint.model.entities import Blueprint, Cell, Step, Wait
from blueprint.records import dataclass
from blueprint.units import HOUR


@dataclass(frozen=True, slots=True)
class Costs:
    """Money in the blueprint's currency; at least so much when parts are `unknown`.

    `unknown` holds keys: cells that somebody works on and that say no time, roles that say no rate.
    """

    labour: float = 0.0
    written: float = 0.0
    systems: float = 0.0
    unknown: tuple[str, ...] = ()

    @property
    def total(self) -> float:
        return self.labour + self.written + self.systems

    @property
    def other(self) -> float:
        """Everything but labour."""
        return self.written + self.systems

    def __add__(self, other: Costs) -> Costs:
        return summed((self, other))

    def times(self, count: float) -> Costs:
        return Costs(self.labour * count, self.written * count, self.systems * count, self.unknown)


def summed(costs: Iterable[Costs]) -> Costs:
    """The sum, each unknown part named once."""
    costs = list(costs)
    unknown = tuple(dict.fromkeys(key for each in costs for key in each.unknown))
    labour, written = sum(each.labour for each in costs), sum(each.written for each in costs)
    return Costs(labour, written, sum(each.systems for each in costs), unknown)


def workers(blueprint: Blueprint, cell: Cell) -> Iterator[tuple[str, float]]:
    """The roles that work on a cell and their share of it: each of `by A, B` wholly, those of `by A or B` in turns."""
    share = 1.0 / len(cell.performers) if cell.any_performer and cell.performers else 1.0
    return ((key, share) for key in dict.fromkeys(cell.performers) if key in blueprint.roles)


def labour(blueprint: Blueprint, cell: Cell) -> Iterator[tuple[str, Costs]]:
    """The labour of one run of a cell by role."""
    for key, share in workers(blueprint, cell):
        rate = capacity_rate(blueprint.roles[key], blueprint)
        if cell.takes is None:
            yield key, Costs(unknown=(cell.key,))
        elif rate is None:
            yield key, Costs(unknown=(key,))
        else:
            yield key, Costs(labour=cell.takes.mean * rate / HOUR * share)


def cell_costs(blueprint: Blueprint, cell: Cell | Wait) -> Costs:
    """The costs of one run of a cell; a wait costs the provider nothing."""
    if isinstance(cell, Wait):
        return Costs()
    written = 0.0 if cell.cost is None else float(cell.cost.amount)
    own = Costs(written=written, systems=_systems(blueprint, cell))
    return summed([own, *(each for _, each in labour(blueprint, cell))])


def _systems(blueprint: Blueprint, cell: Cell) -> float:
    """Systems that are used, and systems and partners that perform the cell, by the use."""
    share = 1.0 / len(cell.performers) if cell.any_performer and cell.performers else 1.0
    uses = dict.fromkeys(cell.performers, share) | dict.fromkeys(cell.systems, 1.0)
    found = ((blueprint.systems[key].cost, count) for key, count in uses.items() if key in blueprint.systems)
    return sum(float(cost.amount) * count for cost, count in found if cost is not None)


def step_costs(blueprint: Blueprint, step: Step) -> Costs:
    """The costs of one visit of a step in which nothing fails."""
    return summed(cell_costs(blueprint, cell) for cell in step.cells)


def says_costs(blueprint: Blueprint, step: Step) -> bool:
    """Whether anything of what a step costs is known."""
    return any(_says(blueprint, cell) for cell in step.cells if isinstance(cell, Cell))


def _says(blueprint: Blueprint, cell: Cell) -> bool:
    systems = (blueprint.systems.get(key) for key in (*cell.systems, *cell.performers))
    written = cell.cost is not None or any(system is not None and system.cost is not None for system in systems)
    return written or any(not each.unknown for _, each in labour(blueprint, cell))
