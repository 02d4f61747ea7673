"""The journey as a Markov chain: states, and where one goes from each.

A state is a place of the flow (step, gate, fork, join, end of a repeated run) that one enters at a group of its parts,
in contact or behind the line. Recoveries are called and return, like procedures: the caller goes on with the chance
that they return to what is next, and to itself with the chance that they return again; so one recovery serves many
steps without being copied, and each still goes back to the step that failed.

A way from one state to several at once (the branches of a parallel, what runs on behind the line, a recovery that will
return) is several edges with chances of more than 1 together: visits are expected numbers, and stay exact.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Literal

from blueprint.analysis.audience import Audience
from blueprint.analysis.passing import step_pass, ways_out
from blueprint.analysis.places import Places, Run
from blueprint.analysis.recoveries import settle
from blueprint.analysis.solve import solve
from blueprint.analysis.state import At, Outcomes, Pass, joined
from blueprint.analysis.time import NOTHING, Elapsed, total
from blueprint.graph.order import Entry, Order
from blueprint.graph.returns import Returns
from blueprint.model.entities import Blueprint, ServicePart, Step

View = Literal["full", "time", "safe"]


class Setting:
    """What all chains of one blueprint share."""

    def __init__(self, blueprint: Blueprint) -> None:
        self.blueprint = blueprint
        self.order = Order(blueprint)
        self.returns = Returns(blueprint, self.order)
        self.places = Places(blueprint, self.order)


class Chain:
    """The chain of one audience.

    Views: `full` runs all branches of a parallel; in `time` a fork lasts as long as its longest branch and leads to its
    join; in `safe` only those go on with whom nothing has failed.
    """

    def __init__(self, setting: Setting, audience: Audience, view: View, outcomes: Outcomes | None = None) -> None:
        self.setting = setting
        self.blueprint, self.order = setting.blueprint, setting.order
        self.returns, self.places = setting.returns, setting.places
        self.audience, self.view = audience, view
        self.passes: dict[At, Pass] = {}
        self.assumed: dict[str, None] = {}  # decisions whose exits divide equally what nobody wrote
        self.longest: dict[str, None] = {}  # parallels of which the longest mean stands for the time
        self.settled = True  # otherwise visits are lower bounds
        self._open: set[str] = set()
        self.outcomes: Outcomes = {}
        self.outcomes = settle(self) if outcomes is None else outcomes

    def visits(self, start: Mapping[At, float]) -> dict[At, float]:
        """Expected visits of every state that can be reached."""
        return self.walk(start, lambda _: True, "")

    def walk(self, start: Mapping[At, float], inside: Callable[[str], bool], until: str) -> dict[At, float]:
        """Expected visits without leaving the places `inside`, and only up to the place `until`."""
        edges: dict[At, Mapping[At, float]] = {}
        stack = list(start)[::-1]
        while stack:
            state = stack.pop()
            if state not in edges and state.place != until and inside(state.place):
                edges[state] = self.at(state).exits
                stack.extend(list(edges[state])[::-1])
        found = solve(edges, start)
        self.settled = self.settled and found.settled
        return found.visits

    def at(self, state: At) -> Pass:
        found = self.passes.get(state)
        if found is None:
            found = self.passes[state] = self._pass(state)
        return found

    def _pass(self, state: At) -> Pass:
        place = state.place
        if step := self.blueprint.steps.get(place):
            return step_pass(self, step, state)
        if place in self.places.gates:
            return self._gate(place, state.behind)
        if run := self.places.by_key.get(place):
            return self._loop(run, state.behind)
        if place.startswith("fork:"):
            return self._fork(place, state.behind)
        if place in self.order.after:  # a join
            return Pass({self.state(self.onward(place, self.order.after[place]), state.behind): 1.0})
        return Pass({})

    # --- where entries lead

    def first(self) -> At:
        return self.state(self.order.first)

    def state(self, entry: Entry, behind: bool = False) -> At:
        """The state that an entry means; for none the end."""
        if not entry:
            return At("end")
        place, group = self.places.entered.get(entry[0], (entry[0], 0))
        return At(place, group, behind)

    def onward(self, place: str, entry: Entry) -> Entry:
        """What follows a place by order: the end of the run it is the last of, else the entry itself."""
        return _ending(self.places.runs_of(place), entry)

    # --- around steps

    def _gate(self, place: str, behind: bool) -> Pass:
        gate = self.places.gates[place]
        share = self.share_of(self.places.gated[place])
        past = self.onward(place, gate.past)
        return Pass(joined([(self.state(gate.into, behind), share), (self.state(past, behind), 1.0 - share)]))

    def share_of(self, record: Step | ServicePart) -> float:
        """How many of those who come by order go into a step or service."""
        return self.audience.taking(record if isinstance(record, Step) else self.blueprint.services[record.service])

    def _loop(self, run: Run, behind: bool) -> Pass:
        """After a run: back to its start so often that runs come up as written, even where some leave it before."""
        again = self._again(run)
        back = (self.state(run.inner, behind), again)
        if run.beyond:
            return Pass(joined([back, (self.state(_ending(run.around, run.beyond), behind), 1.0 - again)]))
        step = self.blueprint.steps[self.places.entered[run.inner[0]][0]]
        out = ((target, chance * (1.0 - again)) for target, chance in ways_out(self, step, behind))
        return Pass(joined([back, *out]))

    def _again(self, run: Run) -> float:
        through = min(1.0, self._through(run))
        if through <= 0.0:
            return 0.0
        count = max(run.count, 1e-6)
        runs = count if through > 1.0 - 1e-12 else (1.0 - through**count) / (1.0 - through)
        return (1.0 - 1.0 / runs) / through

    def _through(self, run: Run) -> float:
        """The chance to come to the end of a run that was begun."""
        if run.key in self._open:
            return 1.0
        self._open.add(run.key)
        inside = self.places.inside_run(run)
        found = self.walk({self.state(run.inner): 1.0}, inside, run.key)
        self._open.discard(run.key)
        return found.get(At(run.key), 0.0)

    # --- parallels

    def _fork(self, place: str, behind: bool) -> Pass:
        parallel = self.places.parallels[place.removeprefix("fork:")]
        join = At(f"join:{parallel.key}", 0, behind)
        starts = [self.state(self.order.inner[id(branch)], behind) for branch in parallel.branches]
        starts = [start for start in starts if start.place != join.place]
        if self.view == "full":
            # Each branch that ends comes to the join, but one customer goes on: the others are taken away there.
            return Pass(joined([*((start, 1.0) for start in starts), (join, 1.0 - len(starts))]))
        if place in self._open:
            return Pass({join: 1.0})
        self._open.add(place)
        branches = [self._branch(start, parallel.key, join) for start in starts]
        self._open.discard(place)
        if self.view == "safe":
            safe = 1.0
            for _, chance in branches:
                safe *= chance
            return Pass({join: safe})
        if sum(time.seconds > 0 for time, _ in branches) > 1:
            self.longest[parallel.key] = None
        return Pass({join: 1.0}, _side_by_side([time for time, _ in branches]))

    def _branch(self, start: At, parallel: str, join: At) -> tuple[Elapsed, float]:
        """The mean time of a branch up to the join, and the chance to come there."""
        found = self.walk({start: 1.0}, self.places.inside_parallel(parallel), join.place)
        time = total(self.at(s).time.times(v) for s, v in found.items() if s in self.passes and s != join)
        return time, found.get(join, 0.0)


def _ending(runs: Iterable[Run], entry: Entry) -> Entry:
    return next(((run.key,) for run in runs if run.beyond == entry), entry)


def _side_by_side(times: list[Elapsed]) -> Elapsed:
    """The longest of several times; what is unknown in the others is unknown, what runs behind the line runs."""
    longest = max(times, key=lambda time: time.seconds, default=NOTHING)
    every = total(times)
    return Elapsed(longest.seconds, longest.pause, every.unknown, longest.wait, every.behind)
