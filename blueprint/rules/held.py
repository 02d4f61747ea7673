"""What the rules that judge figures need to be written: without it they have nothing to say, errors or not."""

from __future__ import annotations

from blueprint.model.entities import Blueprint
from blueprint.rules.facts import noted, priced


def would_judge(blueprint: Blueprint, code: str) -> bool:
    """Whether there is anything in a blueprint that a rule of `FIGURES` judges: a time that is accepted or promised, a
    price, or people who can have too much to do."""
    return any(NEEDED[code](blueprint))


def _limits(blueprint: Blueprint) -> list[bool]:
    return [bool(notes.acceptable) for _, notes in noted(blueprint)]


def _whole_limit(blueprint: Blueprint) -> list[bool]:
    return [bool(blueprint.notes.acceptable)]


def _promises(blueprint: Blueprint) -> list[bool]:
    return [bool(package.within) for package in blueprint.packages.values()]


def _prices(blueprint: Blueprint) -> list[bool]:
    return [True for _ in priced(blueprint)]


def _staff(blueprint: Blueprint) -> list[bool]:
    return [bool(role.staff) for role in blueprint.roles.values()]


NEEDED = {
    "W802": _whole_limit, "W803": _limits, "W805": _promises, "W811": _prices, "W812": _prices,
    "W821": _staff, "W822": _staff,
}  # fmt: skip
