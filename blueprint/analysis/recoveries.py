"""How recoveries end: with what chance each returns to what is next, and to the step that failed again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint.analysis.state import At, Outcomes
from blueprint.model.entities import Step

if TYPE_CHECKING:
    from blueprint.analysis.chain import Chain
    from blueprint.analysis.places import Places

_ROUNDS = 64  # recoveries that call each other are settled by repetition; every round adds a level of calls
_SETTLED = 1e-12


def settle(chain: Chain) -> Outcomes:
    """By key of each step that is called: the chances of `next` and of `again`; the rest goes elsewhere."""
    order, circular = _callees_first(chain)
    for _ in range(_ROUNDS if circular else 1):
        change = 0.0
        for key in order:
            before = chain.outcomes.get(key, (0.0, 0.0))
            chain.outcomes[key] = now = _outcome(chain, key)
            change = max(change, abs(now[0] - before[0]), abs(now[1] - before[1]))
        if change < _SETTLED:
            break
        if circular:
            chain.passes.clear()
    return chain.outcomes


def _outcome(chain: Chain, key: str) -> tuple[float, float]:
    owner, owners, runs = chain.places.owner[key], chain.places.owner, chain.places.by_key
    found: dict[At, float] = dict(chain.at(At(key)).exits)
    if any(owners.get(state.place) == owner or state.place in runs for state in found):
        found = chain.walk({At(key): 1.0}, lambda place: owners.get(place) == owner or place in runs, "")
    return found.get(At(f"next:{owner}"), 0.0), found.get(At(f"again:{owner}"), 0.0)


def _callees_first(chain: Chain) -> tuple[list[str], bool]:
    """Everything that is called, what it calls itself before it; and whether some call each other in a circle."""
    places = chain.places
    bodies: dict[str, list[Step]] = {}
    calls: dict[str, list[str]] = {}
    for step in chain.blueprint.steps.values():
        calls[step.key] = _called(step, chain, places)
        bodies.setdefault(places.owner.get(step.key, ""), []).append(step)
    below = {o: list(dict.fromkeys(t for step in body for t in calls[step.key])) for o, body in bodies.items()}
    order: list[str] = []
    state: dict[str, int] = {}  # 1: its calls are looked at, 2: settled
    circular = False
    for root in (target for targets in below.values() for target in targets):
        stack = [root]
        while stack:
            key = stack[-1]
            if state.get(key):
                stack.pop()
                if state[key] == 1:
                    state[key] = 2
                    order.append(key)
                continue
            state[key] = 1
            for target in below.get(places.owner[key], ()):
                circular = circular or state.get(target) == 1
                if not state.get(target):
                    stack.append(target)
    return order, circular


def _called(step: Step, chain: Chain, places: Places) -> list[str]:
    names = [fail.recovery for fail in step.fails]
    names += [arrow.target for arrow in (step.arrow, *(when.arrow for when in step.whens)) if arrow]
    steps = (chain.state(chain.order.entry[name]).place for name in names if name in chain.order.entry)
    return [key for key in steps if places.calls(step.key, key)]
