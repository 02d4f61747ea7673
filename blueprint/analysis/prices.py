"""What the provider earns with one customer."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from blueprint.analysis.amounts import a_day
from blueprint.model.entities import Blueprint, Cell, Package, Step
from blueprint.records import dataclass
from blueprint.units import Rate

Source = str  # "pays" | "packages" | "services" | ""


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


def revenue(
    blueprint: Blueprint,
    runs: Mapping[str, float],
    entries: Mapping[str, float],
    part: Callable[[Step], bool] | None = None,
) -> Revenue:
    """The revenue of a customer who runs cells and enters services so often, of all steps or those of a `part`."""
    paying = [
        (float(cell.pays.amount), runs.get(cell.key, 0.0))
        for step in blueprint.steps.values()
        if part is None or part(step)
        for cell in step.cells
        if isinstance(cell, Cell) and cell.pays is not None
    ]
    if paying:
        return _revenue("pays", paying)
    priced = [
        (package, price) for package in blueprint.packages.values() if (price := package_price(package, blueprint))
    ]
    if priced or any(package.price is not None for package in blueprint.packages.values()):
        return _of_packages(blueprint)
    services = [s for s in blueprint.services.values() if s.price is not None]
    if not services:
        return Revenue()
    return _revenue("services", [(float(s.price.amount), entries.get(s.key, 0.0)) for s in services if s.price])


def _revenue(source: Source, parts: list[tuple[float, float]], unknown: tuple[str, ...] = ()) -> Revenue:
    amount = sum(price * count for price, count in parts)
    return Revenue(amount, source, unknown, not unknown and all(price == 0 for price, _ in parts))


def _of_packages(blueprint: Blueprint) -> Revenue:
    parts, unknown = [], []
    for key, share in package_shares(blueprint).items():
        price = package_price(blueprint.packages[key], blueprint)
        if price is None:
            unknown.append(key)
        else:
            parts.append((price, share))
    return _revenue("packages", parts, tuple(unknown)) if parts else Revenue(None, "packages", tuple(unknown))


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
    price = a_day(Rate(package.price.amount, package.price_per), blueprint)  # type: ignore[arg-type]
    uses = a_day(package.uses, blueprint)
    return price / uses if price is not None and uses else None
