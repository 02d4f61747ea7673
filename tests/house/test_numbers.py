"""The house numbers of CONTRIBUTING: modules and functions stay small enough to be read."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.house.places import ROOT, modules

Function = ast.FunctionDef | ast.AsyncFunctionDef


def _functions(path: Path) -> Iterator[Function]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, Function):
            yield node


def _length(function: Function) -> int:
    """Lines from `def` to the end, the docstring aside: what one reads to know what it does."""
    lines = (function.end_lineno or function.lineno) - function.lineno + 1
    first = function.body[0]
    if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str):
        lines -= (first.end_lineno or first.lineno) - first.lineno + 1
    return lines


def _lengths() -> list[int]:
    return sorted(_length(function) for path in modules() for function in _functions(path))


def test_modules_are_short() -> None:
    lines = {str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in modules()}
    assert {name: count for name, count in lines.items() if count > 600} == {}
    assert median(lines.values()) <= 150


def test_the_median_function_is_short() -> None:
    assert median(_lengths()) <= 8


def test_nine_of_ten_functions_are_short() -> None:
    lengths = _lengths()
    assert lengths[int(len(lengths) * 0.9)] <= 30
