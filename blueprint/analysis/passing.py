"""Going through a step: its groups of parts, the fail points tried at each, and the ways out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from blueprint.analysis.state import At, Pass, joined
from blueprint.analysis.time import Elapsed, group_time, total, until
from blueprint.graph.inside import Group, Part, contact, kept, lengths
from blueprint.graph.order import Entry
from blueprint.graph.returns import is_return
from blueprint.model.entities import Cell, Fail, Step, When

if TYPE_CHECKING:
    from blueprint.analysis.chain import Chain

Ways = Iterator[tuple[At, float]]


def step_pass(chain: Chain, step: Step, state: At) -> Pass:
    """What one pass through a step means for the chain's audience, entered at the state's group."""
    return _Passing(chain, step, state).result()


class _Passing:
    def __init__(self, chain: Chain, step: Step, state: At) -> None:
        self.chain, self.step, self.state = chain, step, state
        self.groups, self.over = _groups(chain, step)
        self.tail = state.behind and self.over < state.group < len(self.groups)  # only what runs on behind the line
        self.alone = not any(contact(part) for group in self.groups for part in group)
        self.exits: list[tuple[At, float]] = []
        self.times: list[Elapsed] = []
        self.runs: list[tuple[str, float]] = []
        self.failed: list[tuple[str, float]] = []
        self.fails: dict[str, list[Fail]] = {}
        for fail in step.fails:
            self.fails.setdefault(fail.cell, []).append(fail)

    def result(self) -> Pass:
        first = self.state.group
        last = len(self.groups) if self.tail else self.over + 1
        reach = 1.0
        for number in range(first, last):
            reach = self._group(self.groups[number], number, reach)
        if not self.groups:
            reach = self._tried(self.fails.get("", []), reach, Elapsed())
        if not self.tail:
            self._leave(reach, max(first, self.over + 1))
        time = total(self.times)
        if self.state.behind:
            time = Elapsed(unknown=time.unknown, behind=time.seconds + time.behind)
        return Pass(joined(self.exits), time, tuple(self.runs), tuple(self.failed))

    def _leave(self, reach: float, behind_from: int) -> None:
        chain, step, behind = self.chain, self.step, self.state.behind
        later = [fail for group in self.groups[behind_from:] for part in group for fail in self.fails.get(part.key, ())]
        if chain.view == "safe":
            reach = self._tried(later, reach, Elapsed())
        elif any(self.groups[behind_from:]):
            self.exits.append((At(step.key, behind_from, True), reach))
        if run := chain.places.own_run(step.key):
            self.exits.append((At(run.key, 0, behind), reach))
        else:
            self.exits += ((target, chance * reach) for target, chance in ways_out(chain, step, behind))
        unsaid = [w.key for w in step.whens if w.share is None and not w.personas] if step.kind != "decision" else []
        if unsaid and reach:
            self.times.append(Elapsed(unknown=tuple(unsaid)))

    def _group(self, group: Group, number: int, reach: float) -> float:
        """Run a group with those who reach it; how many are left after its fail points."""
        if not group or not reach:
            return reach
        time = group_time(group, self.step.kind, number - self.over, self.alone)
        self.runs += ((part.key, reach) for part in group)
        failing = [part.key for part in group if part.key in self.fails]
        lasting = lengths(group) if failing else {}
        for key in failing:
            reach = self._tried(self.fails[key], reach, until(lasting.get(key), time))
        self.times.append(time.times(reach))
        return reach

    def _tried(self, fails: list[Fail], reach: float, time: Elapsed) -> float:
        """Try fail points one after the other; those who fail into a recovery are gone, after this time."""
        for fail in fails:
            if fail.likelihood is None:
                self.times.append(Elapsed(unknown=(fail.key,)))
            failing = reach * (fail.likelihood or 0.0)
            self.failed.append((fail.key, failing))
            if self.chain.view == "safe":
                reach -= failing
            elif failing and (entry := self._target(fail)):
                self.times.append(time.times(failing))
                self._recover(entry, failing)
                reach -= failing
        return reach

    def _target(self, fail: Fail) -> Entry:
        return self.chain.returns.target(fail.recovery, self.step) if fail.recovery else ()

    def _recover(self, entry: Entry, failing: float) -> None:
        chain, step, behind = self.chain, self.step, self.state.behind
        after, again = _after_failure(chain, step, behind), chain.state(chain.order.entry[step.key], behind)
        if self.tail:  # what fails behind the line does not move the customer
            after, again = None, At(step.key, self.over + 1, True)
        self.exits += ((to, chance * failing) for to, chance in _sent(chain, step, entry, behind, after, again))


def _after_failure(chain: Chain, step: Step, behind: bool) -> At | None:
    """Where one goes on when a failed step is made good: what the step leads to."""
    if run := chain.places.own_run(step.key):
        return At(run.key, 0, behind)
    entry = chain.onward(step.key, chain.returns.going_on(step))
    return chain.state(entry, behind) if entry else None


def _groups(chain: Chain, step: Step) -> tuple[tuple[Group, ...], int]:
    """The groups of a step without cells that are for others, numbered as written, and the one it is over with."""

    def theirs(part: Part) -> bool:
        # Mixed audiences run every cell: a cell for some of them would need a share in each of its figures.
        return not isinstance(part, Cell) or chain.audience.share(part.personas) > 0.0

    return kept(step, chain.order.inside[step.key], theirs)


# ---------------------------------------------------------------------------------------------------- ways out


def ways_out(chain: Chain, step: Step, behind: bool) -> Ways:
    """Where one goes from a step that is done, with the chance of each."""
    order = chain.order
    following = chain.onward(step.key, order.after[step.key])
    after = chain.state(following, behind) if following else None
    again = chain.state(order.entry[step.key], behind)
    shares, rest = _shares(chain, step)
    for when, share in zip(step.whens, shares, strict=True):
        entry = _exit(chain, step, when, following)
        yield from ((to, chance * share) for to, chance in _sent(chain, step, entry, behind, after, again) if share)
    if rest > 1e-12:
        entry = chain.returns.target(step.arrow.target, step) if step.arrow else following
        yield from ((to, chance * rest) for to, chance in _sent(chain, step, entry, behind, after, again))


def _exit(chain: Chain, step: Step, when: When, following: Entry) -> Entry:
    if when.items:
        return chain.order.inner[id(when)]
    return chain.returns.target(when.arrow.target, step) if when.arrow else following


def _shares(chain: Chain, step: Step) -> tuple[list[float], float]:
    """The share of each exit among the audience, and of the rest, which goes by the arrow or in written order."""
    written = [_share(chain, when) for when in step.whens]
    known = sum(share for share in written if share is not None)
    left = max(0.0, 1.0 - known)
    unknown = written.count(None)
    if step.kind != "decision":
        return [(share or 0.0) / max(1.0, known) for share in written], left
    if unknown > 1 and left:
        chain.assumed[step.key] = None
    shares = [left / unknown if share is None else share for share in written]
    given = sum(shares)
    if step.arrow is not None or not given:
        return [share / max(1.0, given) for share in shares], max(0.0, 1.0 - given)
    return [share / given for share in shares], 0.0


def _share(chain: Chain, when: When) -> float | None:
    if not when.personas:
        return when.share
    return chain.audience.share(when.personas) * (1.0 if when.share is None else when.share)


def _sent(chain: Chain, step: Step, entry: Entry, behind: bool, after: At | None, again: At) -> Ways:
    """Where going to an entry leads: to its state, and from a recovery that is called on to where it returns."""
    if not entry:
        return
    if is_return(entry[0]):
        yield At(entry[0]), 1.0
        return
    to, places = chain.state(entry, behind), chain.places
    if places.calls(step.key, to.place):
        on, back = chain.outcomes.get(to.place, (0.0, 0.0))
        yield to, 1.0
        if after is not None:
            yield after, on
        yield again, back
    elif not behind or places.owner.get(to.place, "") == places.owner.get(step.key) or to.place in places.by_key:
        yield to, 1.0
