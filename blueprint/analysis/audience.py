"""For whom a journey is worked out: personas that differ in what is theirs, each group with its share of customers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from blueprint.model.entities import Blueprint, Service, Step
from blueprint.records import dataclass, field

_MOST = 300_000  # groups times steps, exits and parts; beyond, one journey with mixed shares stands for all


@dataclass(frozen=True, slots=True)
class Audience:
    """A group of customers. `personas` are those in it, None for everybody mixed; `weight` its share of all customers.

    `shares` are the personas' shares of all customers, used when everybody is mixed.
    """

    weight: float
    personas: frozenset[str] | None
    shares: Mapping[str, float] = field(default_factory=dict)

    def share(self, chosen: tuple[str, ...]) -> float:
        """Which part of this group something that is `for` the chosen personas is meant for; all, when none is."""
        if not chosen or not (self.personas or self.shares):
            return 1.0
        if self.personas is not None:
            return 1.0 if self.personas & set(chosen) else 0.0
        return min(1.0, sum(self.shares.get(persona, 0.0) for persona in dict.fromkeys(chosen)))

    def taking(self, what: Step | Service) -> float:
        """How many of this group go into a step or service that they come to by order."""
        return self.share(what.personas) * (1.0 if what.optional is None else what.optional)

    def offstage(self, blueprint: Blueprint) -> dict[str, float]:
        """For which part of this group each offstage step is done, by key; repeats left out."""
        found = {step.key: self.taking(step) for step in blueprint.steps.values() if step.offstage}
        for key in found:
            if service := blueprint.services.get(blueprint.steps[key].service):
                found[key] *= self.taking(service)
        return found


@dataclass(frozen=True, slots=True)
class Audiences:
    """The groups, and the keys of personas whose share nobody wrote, so that what is left was divided equally."""

    groups: tuple[Audience, ...]
    assumed: tuple[str, ...] = ()


def audiences(blueprint: Blueprint) -> Audiences:
    """Personas grouped by what is `for` them; one group when nothing is."""
    every = set(blueprint.personas)
    chosen = sorted({personas for personas in _chosen(blueprint) if personas and set(personas) < every})
    if not chosen:
        return Audiences((Audience(1.0, None),))
    shares, assumed = persona_shares(blueprint)
    marks: dict[str, list[int]] = {key: [] for key in shares}
    for number, personas in enumerate(chosen):
        for persona in personas:
            marks[persona].append(number)
    groups: dict[tuple[int, ...], list[str]] = {}
    for persona, numbers in marks.items():
        groups.setdefault(tuple(numbers), []).append(persona)
    size = sum(1 + len(step.cells) + len(step.whens) for step in blueprint.steps.values())
    if len(groups) * size > _MOST:
        return Audiences((everybody(blueprint),), tuple(shares))
    found = (Audience(sum(shares[key] for key in keys), frozenset(keys)) for keys in groups.values())
    return Audiences(tuple(each for each in found if each.weight > 0), assumed)


def everybody(blueprint: Blueprint) -> Audience:
    """All customers, mixed by the shares of the personas."""
    return Audience(1.0, None, persona_shares(blueprint)[0])


def persona_shares(blueprint: Blueprint) -> tuple[dict[str, float], tuple[str, ...]]:
    """Each persona's share of the customers, and the personas that say none: these divide what is left."""
    personas = blueprint.personas
    known = {key: each.share for key, each in personas.items() if each.share is not None}
    assumed = tuple(key for key in personas if key not in known)
    if not known and (wanted := _by_demand(blueprint)):
        return wanted, ()
    left = max(0.0, 1.0 - sum(known.values())) / len(assumed) if assumed else 0.0
    shares = {key: known.get(key, left) for key in personas}
    whole = sum(shares.values()) or 1.0
    return {key: share / whole for key, share in shares.items()}, assumed if len(personas) > 1 else ()


def _by_demand(blueprint: Blueprint) -> dict[str, float]:
    from blueprint.analysis.amounts import a_day

    found = {key: a_day(each.demand, blueprint) for key, each in blueprint.personas.items()}
    known = {key: amount for key, amount in found.items() if amount is not None}
    whole = sum(known.values())
    return {key: amount / whole for key, amount in known.items()} if whole and len(known) == len(found) else {}


def _chosen(blueprint: Blueprint) -> Iterator[tuple[str, ...]]:
    """Each set of personas that something is `for`; names that are no personas left out."""
    for step in blueprint.steps.values():
        yield from _of_step(step, blueprint)
    for service in blueprint.services.values():
        yield _known(service.personas, blueprint)


def _of_step(step: Step, blueprint: Blueprint) -> Iterator[tuple[str, ...]]:
    yield _known(step.personas, blueprint)
    for when in step.whens:
        yield _known(when.personas, blueprint)
    for cell in step.cells:
        if personas := getattr(cell, "personas", ()):
            yield _known(personas, blueprint)


def _known(personas: tuple[str, ...], blueprint: Blueprint) -> tuple[str, ...]:
    return tuple(sorted({key for key in personas if key in blueprint.personas}))
