"""What the provider earns with one customer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from blueprint.analysis.amounts import a_day
from blueprint.model.entities import Blueprint, Cell, Package
from blueprint.records import dataclass
from blueprint.units import Rate

Source = Literal["pays", "packages", "services", ""]
Paid = tuple[float, float]  # a price, and how often it is paid


@dataclass(frozen=True, slots=True)
class Revenue:
    """Money for each customer; `amount` is None when nothing says what is paid.

    `source` is what it was taken from: `pays` of cells, prices of `packages`, prices of `services`; `unknown` the
    packages whose price or uses are missing. `free` is true where every price that is written is 0.
    """

    amount: float | None = None
    source: Source = ""
    unknown: tuple[str, ...] = ()
    free: bool = False

    @classmethod
    def of(cls, source: Source, paid: Sequence[Paid], unknown: tuple[str, ...] = ()) -> Revenue:
        """What all this makes together."""
        amount = sum(price * count for price, count in paid)
        return cls(amount, source, unknown, not unknown and all(price == 0 for price, _ in paid))


def revenue(blueprint: Blueprint, runs: Mapping[str, float], entries: Mapping[str, float]) -> Revenue:
    """The revenue of a customer who runs cells and enters services so often."""
    if paying := [each for paid in payments(blueprint, runs).values() for each in paid]:
        return Revenue.of("pays", paying)
    if any(package.price is not None for package in blueprint.packages.values()):
        return _of_packages(blueprint)
    services = [(float(s.price.amount), entries.get(s.key, 0.0)) for s in blueprint.services.values() if s.price]
    return Revenue.of("services", services) if services else Revenue()


def payments(blueprint: Blueprint, runs: Mapping[str, float]) -> dict[str, list[Paid]]:
    """What customers pay in cells, by the key of the service these stand in, empty for none."""
    found: dict[str, list[Paid]] = {}
    for step in blueprint.steps.values():
        for cell in step.cells:
            if isinstance(cell, Cell) and cell.pays is not None:
                found.setdefault(step.service, []).append((float(cell.pays.amount), runs.get(cell.key, 0.0)))
    return found


def _of_packages(blueprint: Blueprint) -> Revenue:
    parts, unknown = [], []
    for key, share in package_shares(blueprint).items():
        price = package_price(blueprint.packages[key], blueprint)
        if price is None:
            unknown.append(key)
        else:
            parts.append((price, share))
    return Revenue.of("packages", parts, tuple(unknown)) if parts else Revenue(None, "packages", tuple(unknown))


def package_shares(blueprint: Blueprint) -> dict[str, float]:
    """Which part of the customers has each package; those that do not say divide what is left."""
    packages = blueprint.packages
    known = {key: package.share for key, package in packages.items() if package.share is not None}
    missing = len(packages) - len(known)
    left = max(0.0, 1.0 - sum(known.values())) / missing if missing else 0.0
    whole = max(1.0, sum(known.values()))
    return {key: known.get(key, left) / whole for key in packages}


def package_price(package: Package, blueprint: Blueprint) -> float | None:
    """The price of one use; a price by time is divided by the uses in that time, None when these are not said."""
    if package.price is None:
        return None
    amount = float(package.price.amount)
    if not package.price_per or amount == 0:
        return amount
    if package.uses is None or package.uses.amount <= 0:
        return None
    if package.uses.per == package.price_per:
        return amount / float(package.uses.amount)
    price = a_day(Rate(package.price.amount, package.price_per), blueprint)
    uses = a_day(package.uses, blueprint)
    return price / uses if price is not None and uses else None
