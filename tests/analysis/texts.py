"""Blueprints of few lines, for tests of figures."""

from __future__ import annotations

from blueprint.analysis import Figures, figures
from blueprint.graph import build
from blueprint.model.entities import Blueprint
from tests.graph.flows import model


def of(blueprint: Blueprint) -> Figures:
    return figures(blueprint, build(blueprint))


def core(body: str, head: str = "", tail: str = "", blueprint: str = "") -> Figures:
    """The figures of a blueprint whose only service `svc` holds `body`; `blueprint` stands in its first block."""
    first = f'blueprint "Test" {{\n{blueprint}\n}}\n' if blueprint else 'blueprint "Test"\n'
    return of(model(f'{first}{head}\nphase interaction {{\ncore svc "Service" {{\n{body}\n}}\n}}\n{tail}'))


def step(key: str, minutes: float = 1, rest: str = "", header: str = "") -> str:
    """A step in which the customer acts for so many minutes."""
    return f'step {key} "{key}" {header} {{ customer "x" takes {minutes:g}min\n{rest}\n}}\n'


def recovery(key: str, minutes: float = 1, rest: str = "") -> str:
    return f'recovery {key} "{key}" {{ frontstage "x" takes {minutes:g}min\n{rest}\n}}\n'
