"""The ways out of a step: its exits with their shares, and the rest by its arrow or in written order."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.graph.order import Entry, Order
from blueprint.graph.returns import Returns
from blueprint.model.entities import NOWHERE, Step, When
from blueprint.records import dataclass
from blueprint.source import Span

_NOTHING = 1e-9  # shares are decimals: what is left of 100% is seldom exactly nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way out of a step: the entry it leads to, and what its edges say."""

    entry: Entry
    probability: float | None
    condition: str = ""
    label: str = ""
    implied: bool = True
    span: Span = NOWHERE
    inward: bool = False  # into a branch of its own


def ways(step: Step, order: Order, returns: Returns) -> Iterator[Way]:
    """Every way out of a step in written order, the rest last where there is one."""
    shares = [_share(when, order) for when in step.whens]
    left = max(0.0, 1.0 - sum(share for share in shares if share is not None))
    rest = None if None in shares else left
    if step.kind == "decision" and step.whens and step.arrow is None:  # every exit of a decision is written
        rest = 0.0
        if shares.count(None) == 1:
            shares[shares.index(None)] = left
    for when, share in zip(step.whens, shares, strict=True):
        yield _exit(step, when, share, order, returns)
    # Shares of more than all are an error of their own; what follows is not cut off besides.
    over = step.kind != "decision" and sum(share for share in shares if share is not None) > 1.0 + _NOTHING
    if rest is None or rest > _NOTHING or over:
        yield _rest(step, rest, order, returns)


def _share(when: When, order: Order) -> float | None:
    """Of all who leave the step: an exit for certain personas takes its share of theirs."""
    if not when.personas:
        return when.share
    of_personas = order.personas_share(when.personas)
    return of_personas if when.share is None or of_personas is None else when.share * of_personas


def _exit(step: Step, when: When, share: float | None, order: Order, returns: Returns) -> Way:
    entry, label = order.after[step.key], ""
    if when.items:
        entry = order.inner[id(when)]
    elif when.arrow:
        entry, label = returns.target(when.arrow.target, step), when.arrow.title
    return Way(
        entry=entry, probability=share, condition=when.title, label=label, span=when.span,
        implied=not when.items and when.arrow is None, inward=bool(when.items),
    )  # fmt: skip


def _rest(step: Step, rest: float | None, order: Order, returns: Returns) -> Way:
    if step.arrow is None:
        return Way(entry=order.after[step.key], probability=rest)
    entry = returns.target(step.arrow.target, step)
    return Way(entry=entry, probability=rest, label=step.arrow.title, implied=False, span=step.arrow.span)
