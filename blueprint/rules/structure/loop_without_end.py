"""Steps lead to each other and never to the end.

## What
A loop that is left with probability 0: a step that always goes back to itself, or steps whose every exit leads to one
of them. A `when` with a share of 0% is no way out.

## Why
Rework and the months of a contract are loops, and they end. A loop that cannot end has no expected time, cost or load:
whoever enters it stays for ever.

## Bad
```bp
blueprint "Tailor"
phase interaction {
  core "Suit" {
    step measure "Measure" { customer "Stands still"; frontstage "Measures" }
    step fit "Fit" { customer "Tries the suit on"; -> measure }
  }
}
```

## Good
```bp
blueprint "Tailor"
phase interaction {
  core "Suit" {
    step measure "Measure" { customer "Stands still"; frontstage "Measures" }
    step fit "Fit" { customer "Tries the suit on"; when "Does not fit" 15% -> measure }
  }
}
```

## Source
Absorbing Markov chains: expected visits exist only where the end can be reached from everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from blueprint.diagnostics import Related
from blueprint.graph.flow import FlowEdge
from blueprint.graph.inside import look
from blueprint.graph.moves import possible, traps
from blueprint.model.entities import Fail, Step
from blueprint.rules.base import Context, Finding, called, listed, place, rule


def check(context: Context) -> Iterator[Finding]:
    table = dict(possible(context.moves))
    for key, step in context.blueprint.steps.items():
        if key in table and _certain(step):
            table[key] = tuple(move for move in table[key] if move[1].kind == "fails_to")
    for group in traps(table):
        inner = [(key, *move) for key in group for move in table[key]]
        if inner:
            yield _finding(context, group, inner)


def _certain(step: Step) -> Fail | None:
    """The fail point that sends everybody who comes elsewhere; what fails behind the line moves no customer."""
    if not any(fail.likelihood == 1 and fail.recovery for fail in step.fails):
        return None
    inside = look(step)
    behind = {part.key for group in inside.groups[inside.over + 1 :] for part in group}
    return next((f for f in step.fails if f.likelihood == 1 and f.recovery and f.cell not in behind), None)


def _finding(context: Context, group: tuple[str, ...], inner: list[tuple[str, str, FlowEdge]]) -> Finding:
    """Reported at the last arrow that leads back, since the earlier ones may be meant."""
    steps = context.blueprint.steps
    names = [called(steps[key]) for key in group if key in steps]
    written = [edge for _, _, edge in inner if not edge.implied]
    if len(names) == 1:
        message = f"{names[0]} always leads back to itself, so nobody gets to the end."
    else:
        message = f"{listed(names)} lead only to each other, so nobody gets to the end."
    barred = any(edge.probability == 0 for key in group for _, edge in context.moves[key])
    edge = max(written, key=lambda edge: edge.span, default=None)
    help = "The only way out has a share of 0%: write how many really take it." if barred else _way_out(steps, edge)
    for step, fail in ((steps[key], _certain(steps[key])) for key in group if key in steps):
        if fail is not None:
            help = f"{called(fail)} happens to everybody in {called(step)}: write how often it really does."
    first = next(steps[key] for key in group if key in steps)
    if edge is None:
        return Finding(place(first), message, help)
    back = next(target for _, target, each in inner if each is edge)
    related = (Related(place(steps[back]), f"it leads back to {called(steps[back])}"),) if back in steps else ()
    return Finding(edge.span, message, help, related)


def _way_out(steps: Mapping[str, Step], edge: FlowEdge | None) -> str:
    """A way out that leads on in written order: one to the end would leave what follows without customers."""
    arrow = next((step.arrow for step in steps.values() if step.arrow and edge and step.arrow.span == edge.span), None)
    if arrow is not None:
        return f'Say how many go back, `when "…" 20% -> {arrow.target}` in place of the arrow: the others go on.'
    return 'Give one of them a way out, for instance `when "Otherwise"`, which goes on with what is written next.'


RULE = rule(__name__, __doc__, "E204", check)
