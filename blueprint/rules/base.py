"""What a rule is, what it sees, and what it finds."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from blueprint.diagnostics import Diagnostic, Fix, Related, Severity
from blueprint.graph.flow import Flow
from blueprint.graph.moves import Moves, moves
from blueprint.model.entities import Blueprint, Element
from blueprint.records import dataclass, field
from blueprint.source import Span

if TYPE_CHECKING:
    from blueprint.analysis import Figures
    from blueprint.analysis.time import Standard

Kind = Literal["E", "W", "A"]
_NONE: Mapping[tuple[str, str], float] = MappingProxyType({})
_SEVERITY: dict[Kind, Severity] = {"E": "error", "W": "warning", "A": "advice"}


@dataclass(frozen=True)
class Context:
    """What every rule may read: the blueprint, its flow, and what several rules need, computed once."""

    blueprint: Blueprint
    flow: Flow
    reported: Sequence[Diagnostic] = ()
    options: Mapping[tuple[str, str], float] = field(default_factory=lambda: _NONE)  # (rule, option), where set
    today: str = ""  # the day of the check as 2026-11-21, or empty: no day has passed
    told: Sequence[Diagnostic] = ()  # what has been found so far: what is reported, and by the rules of lower codes
    held: list[Element | None] = field(default_factory=list)  # of what, None for all, a rule held its tongue so far

    def option(self, rule: Rule, name: str) -> float:
        """The number in force for an option of a rule: as configured, else its default. Raises KeyError for an option
        the rule does not have."""
        default = next((each.default for each in rule.options if each.name == name), None)
        if default is None:
            raise KeyError(name)
        return self.options.get((rule.name, name), default)

    @cached_property
    def _errors(self) -> list[tuple[str, int]]:
        return sorted((each.span.file, each.span.start) for each in self.reported if each.severity == "error")

    def broken(self, element: Element | None = None) -> bool:
        """Whether an error was reported within an element, or anywhere when none is given.

        What is missing there may only be misspelt, so a rule about absence had better be silent: one mistake, one
        message. That it was asked is noted, since the rule will have more to say afterwards.
        """
        broken = self.misread if element is None else self._broken(element.span)
        if broken:
            self.held.append(element)
        return broken

    @property
    def misread(self) -> bool:
        """Whether an error was reported anywhere, for what is no reason to be silent."""
        return bool(self._errors)

    def _broken(self, span: Span) -> bool:
        first = bisect_left(self._errors, (span.file, span.start))
        return first < len(self._errors) and self._errors[first] < (span.file, span.end)

    def explains(self, name: str, span: Span) -> bool:
        """Whether a finding of this name was told that shows this place as well: one mistake, one message."""
        return any(each.name == name and span in (there.span for there in each.related) for each in self.told)

    @cached_property
    def moves(self) -> Moves:
        """Where one can go from each step, decision, gate, fork and join."""
        return moves(self.flow)

    @cached_property
    def figures(self) -> Figures:
        """Times, money, people and failures, each worked out when the first rule asks for it."""
        from blueprint.analysis import figures

        return figures(self.blueprint, self.flow)

    @property
    def standard(self) -> Standard:
        """The standard time, in seconds, of the whole, of services and of phases."""
        return self.figures.standard


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check yields: a place and a sentence, in the words of the service and not of the rule."""

    span: Span
    message: str
    help: str = ""
    related: tuple[Related, ...] = ()
    fix: Fix | None = None


Check = Callable[[Context], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Option:
    """A number that a rule compares with and that a project may set: its name in the configuration, what it is unless
    set, one sentence of what it means, with its unit, and the least and the most it can be."""

    name: str
    default: float
    doc: str
    least: float = 0.0
    most: float = math.inf


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: `name` for people, `code` for machines, `kind` E, W or A, its summary in one sentence.

    `check` is None for a rule that resolution reports by itself, since it needs the text as written. `manual` is the
    docstring of its module, with the sections What, Why, Bad, Good and Source. A check reads its options from the
    context: `context.option(RULE, "limit")`. `family` is the folder of its module, or `form` or `meaning` for what
    reading and resolution report without one.
    """

    name: str
    code: str
    kind: Kind
    summary: str
    check: Check | None
    manual: str
    options: tuple[Option, ...] = ()
    family: str = ""

    @property
    def severity(self) -> Severity:
        return _SEVERITY[self.kind]

    def run(self, context: Context) -> Iterable[Diagnostic]:
        """Its findings in a blueprint, as diagnostics."""
        if self.check is None:
            return
        for it in self.check(context):
            yield Diagnostic(self.name, self.code, self.severity, it.message, it.span, it.help, it.related, it.fix)


def rule(
    module: str, manual: str | None, code: str, check: Check | None = None, options: tuple[Option, ...] = ()
) -> Rule:
    """The rule of a module: named after its file, of the kind its code begins with, summed up by its first line."""
    kind: Kind = "W" if code[0] == "W" else "A" if code[0] == "A" else "E"
    text = manual or ""  # Python drops docstrings under -OO
    *_, family, name = module.split(".")
    return Rule(name.replace("_", "-"), code, kind, text.partition("\n")[0], check, text, options, family)


def resolved(module: str, manual: str | None) -> Rule:
    """The rule of a module whose findings resolution reports, with the code it has there."""
    from blueprint.model.findings import FINDINGS

    name = module.rpartition(".")[2].replace("_", "-")
    return rule(module, manual, next(each.code for each in FINDINGS if each.name == name))


def called(element: Element) -> str:
    """The element as a person would call it, in quotation marks."""
    return f"“{element.label}”"


def listed(names: list[str], most: int = 3) -> str:
    """Names as a phrase: `“A”, “B” and “C”`, `“A”, “B”, “C” and 4 more`."""
    shown, more = names[:most], len(names) - most
    if more > 0:
        return f"{', '.join(shown)} and {more} more"
    return _joined(shown, "and")


def either(names: list[str]) -> str:
    """Names to choose from: `“A”, “B” or “C”`."""
    return _joined(names, "or")


def _joined(names: list[str], last: str) -> str:
    return f" {last} ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def place(element: Element, *words: str) -> Span:
    """Where the first of these words is written on the element; else its title, its id, its keyword, the whole."""
    for word in (*words, "title", "id", "keyword"):
        if word in element.at:
            return element.at[word]
    return element.span


def percent(share: float) -> str:
    """A share as people read it: `40%`, `0.5%`."""
    return f"{round(share * 100, 2):g}%"
